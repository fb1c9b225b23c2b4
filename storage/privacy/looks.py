"""Who looked at citizens' data, read from the audit trail."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Integer, Row, Text, and_, case, cast, func, literal, select

from bot.domain.privacy.looks import LINK_OF
from bot.records.outbox import Task
from bot.records.pages import Page, Turn
from bot.records.privacy import LookLine, Reason
from storage.paging import PLACE, page_of, turned
from storage.replies.numbers import reply_number
from storage.schema.alerts import alerts
from storage.schema.outbox import messages
from storage.schema.privacy import audit, audit_words
from storage.schema.replies import replies

LOOKS: Final = (
    *("saw_contact_data", "saw_original", "saw_attachments"),
    *("opened_attachment", "saved_attachment", "opened_bvh_text", "opened_answer"),
    *("asked_for_evidence", "opened_evidence", "exported_evidence", "looked_up"),
)
ASKED: Final = LOOKS[:3]
"""What a reason is asked for."""
REPLY: Final = "reply "
PARTICIPANT: Final = "participant "
A_PAGE: Final = 30
ORDER: Final = ("id",)


class StoredLooks:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def page(
        self, turn: Turn, *, alert_id: int | None = None, who: Sequence[str] = (), since: datetime | None = None
    ) -> Page[LookLine]:
        """The looks, newest first: at an alert's replies, by these people, since a moment; or all."""
        found = select(audit).where(audit.c.what.in_(LOOKS))
        if alert_id is not None:
            subject = literal(REPLY) + cast(replies.c.id, Text)
            found = found.where(audit.c.subject.in_(select(subject).where(replies.c.alert_id == alert_id)))
        if who:
            found = found.where(audit.c.who.in_((*who, *(f"{LINK_OF}{one}" for one in who))))
        if since is not None:
            found = found.where(audit.c.at >= since)
        page = turned(found, ORDER, turn, size=A_PAGE, newest_first=True)
        reply_id = case((page.c.subject.startswith(REPLY), cast(func.substr(page.c.subject, len(REPLY) + 1), Integer)))
        told = (
            select(
                page, reply_number(reply_id).label("number"), alerts.c.reference, messages.c.link, audit_words.c.words
            )
            .outerjoin(audit_words, audit_words.c.audit_id == page.c.id)
            .outerjoin(replies, replies.c.id == reply_id)
            .outerjoin(alerts, alerts.c.id == replies.c.alert_id)
            .outerjoin(messages, and_(messages.c.task == Task.SHOW_REPLY, messages.c.subject_id == reply_id))
        )
        return page_of(self._db.execute(told.order_by(page.c[PLACE])).all(), ORDER, _look)

    def reason_since(self, who: str, reply_id: int, since: datetime) -> Reason | None:
        """Why somebody last said that they look at a reply, since a moment; a look that needed no asking is none."""
        found = select(audit.c.details, audit_words.c.words).outerjoin(
            audit_words, audit_words.c.audit_id == audit.c.id
        )
        theirs = and_(audit.c.who == who, audit.c.subject == f"{REPLY}{reply_id}", audit.c.at > since)
        asked = found.where(theirs, audit.c.what.in_(ASKED)).order_by(audit.c.id.desc())
        for row in self._db.execute(asked):
            if "again" not in row.details:
                return Reason(row.details["reason"], str((row.words or {}).get("words", "")))
        return None

    def lookers(self, most: int) -> list[str]:
        """The ids of who looked, or whose link was used, who did so last first."""
        last = select(audit.c.who).where(audit.c.what.in_(LOOKS)).group_by(audit.c.who)
        found = self._db.execute(last.order_by(func.max(audit.c.id).desc()).limit(most)).scalars()
        return list(dict.fromkeys(who.removeprefix(LINK_OF) for who in found))


def _look(row: Row[Any]) -> LookLine:
    told = row.details | (row.words or {})  # a line of long ago has its words in the trail
    return LookLine(
        row.at,
        row.who.removeprefix(LINK_OF),
        row.what,
        str(told.get("reason", "")),
        str(told.get("words", "")),
        row.number,
        row.reference or "",
        row.link or "",
        of_lead="lead" in told,
        by_link=row.who.startswith(LINK_OF),
        participant=int(row.subject.removeprefix(PARTICIPANT)) if row.subject.startswith(PARTICIPANT) else 0,
    )
