"""What keeps the program from its work is told to the superusers, once, and once more when it is over."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Final

from bot.clock import Clock
from bot.domain.desk.troubles import TOLD_IN_SLACK, Trouble, TroubleKind
from bot.records.chat import Note
from bot.records.outbox import Task
from bot.workflow.owing import N_, owe_note
from storage.unit_of_work import Work

OVER_AFTER: Final = timedelta(minutes=1)
"""A trouble that no copy of the program has seen for so long is over."""
BEGAN: Final[Mapping[TroubleKind, str]] = {
    TroubleKind.DISK: N_(":warning: The disk is nearly full. Ask the operator to make room. ({name})"),
    TroubleKind.SOCKET: N_(":warning: Slack does not reach the bot: buttons and forms may fail. Ask the operator."),
    TroubleKind.JOB: N_(":warning: Part of the bot's own work stands still. Ask the operator to look. ({name})"),
    TroubleKind.TRAIL: N_(":warning: The audit trail is not sealed any more: what is done now can be taken out of it."),
}
ENDED: Final[Mapping[TroubleKind, str]] = {
    TroubleKind.DISK: N_(":white_check_mark: The disk has room again. ({name})"),
    TroubleKind.SOCKET: N_(":white_check_mark: Slack reaches the bot again."),
    TroubleKind.JOB: N_(":white_check_mark: The bot's own work goes on. ({name})"),
    TroubleKind.TRAIL: N_(":white_check_mark: The audit trail is sealed again."),
}


class Telling:
    """Safe in several copies: a trouble stands in the database from when it was told until no copy sees it."""

    def __init__(self, work: Work, clock: Clock) -> None:
        self._work = work
        self._clock = clock

    def tell(self, troubles: Sequence[Trouble]) -> None:
        """`troubles`: all that this copy sees now."""
        now = self._clock.now()
        seen = [trouble for trouble in troubles if trouble.kind in TOLD_IN_SLACK]
        with self._work() as uow:
            began = [trouble.key for trouble in seen if uow.troubles.begin(trouble.key, now)]
            ended = uow.troubles.end(now - OVER_AFTER) if uow.troubles.any() else ()
            for keys, told in ((began, BEGAN), (ended, ENDED)):
                for key in keys:
                    kind, _, name = key.partition(" ")
                    owe_note(uow, Task.SUPERVISION_NOTE, 0, Note(told[TroubleKind(kind)], {"name": name}))
