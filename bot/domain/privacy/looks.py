"""Looking at what the channel hides: who may, and why they say they do."""

from enum import StrEnum
from typing import Final

from bot.domain.errors import HeldByColleague, WasErased
from bot.domain.guard.errors import ReasonNeeded
from bot.domain.guard.kept import reason_of
from bot.domain.participants.people import Colleague
from bot.domain.replies.replies import Reply, ReplyLabel


class LookKind(StrEnum):
    """What somebody wants to see; the audit trail calls a look `saw_` and this."""

    CONTACT_DATA = "contact_data"
    ORIGINAL = "original"
    ATTACHMENTS = "attachments"


class LookReason(StrEnum):
    """Why; OTHER is told in words."""

    CALLBACK = "callback"
    BVH = "bvh"
    INVESTIGATION = "investigation"
    OTHER = "other"


LONGEST_REASON = 200
LINK_OF: Final = "link of "
"""In the trail before somebody's id: their link was used, and nobody can know by whom."""


def check_reason(reason: str, words: str) -> LookReason:
    """A reason is chosen, and told where it is none of ours."""
    if reason not in set(LookReason):
        raise ReasonNeeded("reason")
    if reason == LookReason.OTHER:
        reason_of(words, "words")
    return LookReason(reason)


def takes_by_looking(reply: Reply, colleague: Colleague) -> bool:
    """Whether looking assigns the reply: only who handles it may look. HeldByColleague, WasErased.

    What is handled, and what nobody has to handle, is taken by nobody; it stays with who handled it.
    """
    if reply.erased_at:
        raise WasErased
    if reply.assignee_id and reply.assignee_id != colleague.id:
        raise HeldByColleague(name=reply.assignee_name)
    is_open = reply.label is ReplyLabel.REPLY and reply.handled_at is None
    return is_open and not reply.assignee_id


def check_not_erased(reply: Reply) -> None:
    """Leads have no holder: anybody of the burglary team may look at one, unless it was erased."""
    if reply.erased_at:
        raise WasErased
