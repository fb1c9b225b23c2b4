"""The app's Home: what it shows to whom, and who has it before them."""

from datetime import datetime, timedelta
from typing import Final
from uuid import uuid4

from bot.clock import Clock, local
from bot.domain.figures.periods import Period, month_of
from bot.domain.participants.people import Colleague, Role
from bot.records.desk import HomeCard, HomeView, Pages, Vitals
from bot.workflow.desk.pacing import Pace
from bot.workflow.desk.watching import Watching
from bot.workflow.figures.reporting import Reporting
from storage.unit_of_work import Work

LATELY: Final = timedelta(days=7)
WATCHED_FOR: Final = timedelta(hours=12)
"""How long an opened Home is kept up to date: Slack does not tell when somebody closes it."""
NAME: Final = "home"
LEASE: Final = timedelta(minutes=1)
MOST_A_MINUTE: Final = 40
"""Of the fifty that a method should get; who opens their Home has the rest, and goes before."""


class Homing:
    """What waits is counted anew each time; one copy of the program at a time renews what people look at."""

    def __init__(self, work: Work, clock: Clock, reporting: Reporting, watching: Watching) -> None:
        self._work = work
        self._clock = clock
        self._reporting = reporting
        self._watching = watching
        self._holder = uuid4().hex
        self._last = ""
        self.pace = Pace(MOST_A_MINUTE)

    def card(self, colleague: Colleague, pages: Pages, vitals: Vitals | None = None) -> HomeCard:
        """Their Home as it is now; with `vitals` that were just counted, those."""
        board, now = self._watching.board(colleague, pages), self._clock.now()
        if not colleague.roles:
            return HomeCard(colleague, board, now)
        in_time = self._watching.in_time() if Role.SUPERUSER in colleague.roles else {}
        return HomeCard(colleague, board, now, vitals or self.vitals(), in_time)

    def vitals(self) -> Vitals:
        """This month's figures, and the mail and the participants of the last days."""
        now = self._clock.now()
        month = month_of(local(now))
        with self._work() as uow:
            mail, people = uow.figures.mail_health(now - LATELY), uow.figures.participants(now - LATELY)
        return Vitals(self._reporting.report(Period(month, month), brought=False), mail, people)

    def opened(self, view: HomeView, colleague: Colleague) -> None:
        """Somebody has it before them; who may see nothing is not looked after."""
        with self._work() as uow:
            if colleague.roles:
                uow.home_views.keep(view, self._clock.now())
            else:
                uow.home_views.forget(view.user_id)

    def renewed(self, view: HomeView, colleague: Colleague) -> None:
        """It was published anew, without being opened."""
        self._last = view.user_id
        with self._work() as uow:
            uow.home_views.renewed(view)
            if not colleague.roles:
                uow.home_views.forget(view.user_id)

    def view_of(self, user_id: str) -> HomeView | None:
        """What somebody may have before them."""
        with self._work() as uow:
            return uow.home_views.of(user_id)

    def watched(self) -> list[HomeView]:
        """What people may have before them, in turn; nothing while another copy of the program looks after it."""
        now: datetime = self._clock.now()
        with self._work() as uow:
            if not uow.leases.take(NAME, self._holder, now, now + LEASE):
                return []
            views = uow.home_views.opened_since(now - WATCHED_FOR)
        return sorted(views, key=lambda view: (view.user_id <= self._last, view.user_id))

    def give_back(self) -> None:
        """Another copy, or this one started anew, goes on at once."""
        with self._work() as uow:
            uow.leases.give_back(NAME, self._holder)
