"""How it stands: for superusers all that is late, by kind, and how much else waits."""

from collections.abc import Mapping

from bot.clock import Clock, local
from bot.domain.desk.deadlines import ReminderTimes, WaitKind, all_late_before
from bot.domain.participants.people import Colleague, Role
from bot.records.desk import Board, BoardName, Standing
from bot.records.pages import Turn
from bot.workflow.desk.pressing import Pressing
from storage.unit_of_work import Work


class Watching:
    """What is late is what was, or is to be, reminded of: the same terms hold."""

    def __init__(self, work: Work, clock: Clock, times: ReminderTimes, pressing: Pressing) -> None:
        self._work = work
        self._clock = clock
        self._times = times
        self._pressing = pressing

    def standing(self, turn: Turn) -> Standing:
        """How it stands, with the page asked for of what is late."""
        with self._work() as uow:
            before = all_late_before(local(self._clock.now()), self._times)
            return uow.lateness.standing(before, turn, self._pressing.among(uow))

    def late(self) -> Mapping[WaitKind, int]:
        """How much of each kind is late."""
        with self._work() as uow:
            return uow.lateness.late(all_late_before(local(self._clock.now()), self._times))

    def board(self, colleague: Colleague, pages: Mapping[BoardName, int]) -> Board:
        """Somebody's Home; a superuser's has what is late at the teams."""
        with self._work() as uow:
            reads = colleague.roles & {Role.RESPONDER, Role.BURGLARY_TEAM, Role.SUPERUSER}
            pressing = self._pressing.among(uow) if reads else frozenset()
            board = uow.boards.board(colleague, pages, pressing)
            if Role.SUPERUSER not in colleague.roles:
                return board
            before = all_late_before(local(self._clock.now()), self._times)
            late = uow.lateness.listed(before, pages.get(BoardName.LATE, 0), pressing)
            return {BoardName.LATE: late, **board}

    def in_time(self) -> Mapping[WaitKind, int]:
        """How much of each kind waits, and is not late."""
        with self._work() as uow:
            return uow.lateness.in_time(all_late_before(local(self._clock.now()), self._times))
