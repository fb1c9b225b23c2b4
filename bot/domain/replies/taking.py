"""Who has a reply: one colleague at a time, so that nothing is decided twice."""

from datetime import datetime, timedelta

from bot.domain.errors import AlreadyDone, SomebodyWasFirst
from bot.domain.participants.people import Colleague
from bot.domain.replies.replies import Reply, duties
from bot.domain.replies.reply_errors import AlreadyHandled, TakenByColleague


def is_taken(reply: Reply) -> bool:
    """Whether somebody has it. A handled reply keeps the name of who had it, and is nobody's any more."""
    return bool(reply.assignee_id and duties(reply))


def check_may_take(reply: Reply, colleague: Colleague) -> None:
    """Only what is open, and who comes second is told who was first."""
    if not duties(reply):
        raise AlreadyHandled
    if reply.assignee_id == colleague.id:
        raise AlreadyDone
    if reply.assignee_id:
        raise SomebodyWasFirst(name=reply.assignee_name)


def check_may_let_go(reply: Reply, colleague: Colleague) -> None:
    """Only who has it may let it go."""
    if not duties(reply):
        raise AlreadyHandled
    if not reply.assignee_id:
        raise AlreadyDone
    if reply.assignee_id != colleague.id:
        raise SomebodyWasFirst(name=reply.assignee_name)


def check_in_hand(reply: Reply, colleague: Colleague) -> None:
    """A colleague works on what is free or theirs; TakenByColleague where somebody else has it."""
    if is_taken(reply) and reply.assignee_id != colleague.id:
        raise TakenByColleague(
            name=reply.assignee_name, holder_id=reply.assignee_id, reply_id=reply.id, since=reply.taken_at
        )


def is_left(reply: Reply, now: datetime, idle: timedelta) -> bool:
    """Whether who has it did nothing to it for so long."""
    return is_taken(reply) and reply.taken_at is not None and reply.taken_at <= now - idle
