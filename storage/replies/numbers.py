"""Which of its alert's replies something is, as its message and every list say it."""

from typing import Any

from sqlalchemy import ScalarSelect, and_, func

from bot.domain.replies.replies import ReplyLabel
from storage.rows import number_of
from storage.schema.replies import replies


def reply_number(reply_id: Any) -> ScalarSelect[int]:
    """Of what a citizen wrote on that of the first; 0 for what answers no mail of ours, and for what is no reply."""
    itself, before = replies.alias("itself"), replies.alias("before")
    first = and_(
        before.c.label == ReplyLabel.REPLY,
        before.c.follow_up_of.is_(None),
        before.c.id <= func.coalesce(itself.c.follow_up_of, itself.c.id),
    )
    counted = itself.join(before, and_(before.c.alert_id == itself.c.alert_id, first))
    which = and_(itself.c.id == reply_id, itself.c.label == ReplyLabel.REPLY)
    return number_of(counted, which)
