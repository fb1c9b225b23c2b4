"""Which mail of ours a reply is about, where its own address does not tell: a colleague says so."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.folding import folded
from bot.domain.replies.replies import REFERENCE, Rating, Reply, ReplyKind, ReplyLabel, is_answered, is_erased
from bot.entering import as_line

NONE_OF_OURS: Final = "none"
NOBODY_SAID: Final = ""


def lacks_mail(reply: Reply) -> bool:
    """Whether nobody knows yet which mail it is about; that it is about none can be said as well."""
    return reply.alert_id is None and not reply.mail_by_name


def may_choose_mail(reply: Reply) -> bool:
    """Only for what came without a mail's own address, until its writer was answered or detectives have it."""
    loose = reply.label is ReplyLabel.REPLY and reply.kind is ReplyKind.MAIL and reply.delivery_id is None
    return loose and not (is_answered(reply) or is_erased(reply) or reply.escalated_by_name)


def must_choose_mail(reply: Reply) -> bool:
    """Whether that comes before its rating, which says "this case"."""
    return reply.rating is None and lacks_mail(reply) and may_choose_mail(reply)


def ratings_of(reply: Reply) -> tuple[Rating, ...]:
    """Those that mean something: where no mail is known there is no "this case"."""
    return tuple(rating for rating in Rating if rating is not Rating.RELEVANT_HERE or reply.alert_id is not None)


def mail_said(reply: Reply) -> str:
    """What stands: the alert by its id, none of ours, or nobody said."""
    if reply.alert_id is not None:
        return str(reply.alert_id)
    return NONE_OF_OURS if reply.mail_by_name else NOBODY_SAID


@dataclass(frozen=True)
class SentAlert:
    """An alert that a reply may be about. `named`: by its own words; `got_it`: who writes from there was mailed it."""

    id: int
    reference: str
    street: str
    at: datetime
    named: bool = False
    got_it: bool = False


class Hint(StrEnum):
    """Why a reply may be about another mail than it seems, the surest first."""

    NAMED = "named"
    STREET = "street"
    GOT_IT = "got_it"


LATELY: Final = timedelta(days=60)
SHORTEST_STREET: Final = 6
"""Signs; shorter names are words too (Havik, Ring)."""
LOOKED_AT: Final = 20_000
_WORD: Final = re.compile(r"[^\W_]+")


def references_in(reply: Reply) -> frozenset[str]:
    """Those that it names."""
    return frozenset(REFERENCE.findall(as_line(f"{reply.subject} {reply.words}").upper()))


def may_fit_another(reply: Reply) -> bool:
    """Worth a look until somebody rated it or said which mail it is about; a call was written down under its own."""
    own = reply.label is ReplyLabel.REPLY and reply.kind is not ReplyKind.PHONE
    return own and reply.rating is None and not (reply.mail_by_name or is_erased(reply))


def fitting_mail(reply: Reply, street: str, sent: Sequence[SentAlert]) -> tuple[SentAlert, Hint] | None:
    """The alert that it is probably about, if that is another than its own; `street`: of its own, empty without one.

    Of `sent` the likeliest stand first. Only what they were mailed counts for who wrote by themselves.
    """
    words = _words_of(reply.words)
    near = [one for one in sent if reply.received_at - LATELY <= one.at <= reply.received_at]
    named = [one for one in sent if one.named]
    streets = [] if _stands_in(street, words) else [one for one in near if _stands_in(one.street, words)]
    theirs = [one for one in near if one.got_it] if reply.alert_id is None else []
    hinted = ((Hint.NAMED, named), (Hint.STREET, streets), (Hint.GOT_IT, theirs))
    others = ((hint, alerts) for hint, alerts in hinted if reply.alert_id not in {one.id for one in alerts})
    return next(((alerts[0], hint) for hint, alerts in others if alerts), None)


def _stands_in(street: str, words: str) -> bool:
    return len(street) >= SHORTEST_STREET and _words_of(street) in words


def _words_of(text: str) -> str:
    """With an edge around each, so that what is found is whole words."""
    return f" {' '.join(_WORD.findall(folded(text[:LOOKED_AT])))} "
