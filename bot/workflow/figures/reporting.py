"""Figures: told to who asks, posted for the superusers, and by themselves once a month."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Final

from bot.clock import AMSTERDAM, Clock, local
from bot.domain.alerts.repeats.repeats import REPEAT_WITHIN
from bot.domain.errors import AlreadyDone, UnknownReference
from bot.domain.figures.brought import NOTHING_BROUGHT, BroughtIn, Opinions
from bot.domain.figures.counted import AlertClock
from bot.domain.figures.figures import Counted, Report, report_of
from bot.domain.figures.period_errors import NotInYourChannel
from bot.domain.figures.periods import Period, month_of, parse_period
from bot.domain.figures.prevention import NO_TIPS, TipsFigures, tips_figures
from bot.domain.measures import Ratio
from bot.domain.participants.people import Colleague
from bot.domain.surveys.surveys import Statement, SurveyResults, survey_reference
from bot.records.outbox import Task
from bot.workflow.times import DUTCH_DAYS
from storage.unit_of_work import UnitOfWork, Work

AROUND: Final = REPEAT_WITHIN + timedelta(days=1)
MONTHLY: Final = "monthly"
MADE_UP_FOR: Final = timedelta(days=3)
"""How late a monthly report still comes after an outage; a bot installed in mid-month posts none."""


class Reporting:
    """Every figure is counted anew when it is asked for: what came late is in it."""

    def __init__(self, work: Work, clock: Clock, report_at: time, *, has_leader: bool = False) -> None:
        """`has_leader`: the project leader has a channel, where the monthly report stands too."""
        self.has_leader = has_leader
        self._work = work
        self._clock = clock
        self._report_at = report_at

    def period(self, typed: str) -> Period:
        """What somebody typed, as a period; Refusal where it is none, or is still to come."""
        return parse_period(typed, local(self._clock.now()).date())

    def report(self, period: Period, *, brought: bool = True) -> Report:
        """The figures of a period as they are now; the Homes, drawn each minute, do without what it brought."""
        start, end = period.bounds(AMSTERDAM)
        with self._work() as uow:
            uow.take_time()
            counted = Counted(
                alerts=uow.reports.alerts_sent(period.table.bounds(AMSTERDAM)[0], end),
                replies=uow.reports.replies_received(start, end),
                left=uow.reports.left(start, end),
                outcome_mails=uow.reports.outcome_mails(start, end),
                brought=self._brought(uow, start, end) if brought else NOTHING_BROUGHT,
            )
            tips = self._tips(uow, start, end)
        return replace(report_of(counted, period, self._clock.now(), AMSTERDAM), tips=tips)

    def _brought(self, uow: UnitOfWork, start: datetime, end: datetime) -> BroughtIn:
        today = local(self._clock.now()).date()
        surveys = ((survey_id, uow.surveys.results(survey_id, today)) for survey_id in uow.surveys.sent(start, end))
        return BroughtIn(
            leads=uow.brought.leads(start, end),
            incidents=uow.brought.incidents(start, end),
            reached=uow.brought.reached(start, end),
            saw_nothing=uow.brought.saw_nothing(start, end),
            responders=uow.brought.responders(start, end),
            opinions=[Opinions(survey_reference(survey_id), _agreeing(came)) for survey_id, came in surveys],
        )

    def _tips(self, uow: UnitOfWork, start: datetime, end: datetime) -> TipsFigures:
        sent = uow.tips.sent(start, end)
        if not sent:
            return NO_TIPS
        burglaries = uow.tips.burglaries(start - AROUND, end + AROUND)
        return tips_figures(sent, burglaries, uow.tips.households, self._clock.now(), AMSTERDAM)

    def alert_clock(self, reference: str) -> AlertClock:
        """How long each stage of one alert took, by its tidy reference; UnknownReference where there is none."""
        with self._work() as uow:
            clock = uow.reports.clock(reference)
        if clock is None:
            raise UnknownReference
        return clock

    def share(self, period: Period, colleague: Colleague) -> None:
        """Post it in the supervision channel; once a day, AlreadyDone after that."""
        with self._work() as uow:
            if not self._post(uow, period, colleague)[1]:
                raise AlreadyDone

    def write_down(self, period: Period, colleague: Colleague) -> None:
        """The files of this period in the thread of its report of today, which is posted where it is not yet."""
        with self._work() as uow:
            self._owe_files(uow, self._post(uow, period, colleague)[0], colleague)

    def write_down_posted(self, report_id: int, colleague: Colleague) -> None:
        """The files of a report in its thread; once, AlreadyDone after that."""
        with self._work() as uow:
            self._owe_files(uow, report_id, colleague)

    def write_down_for_leader(self, report_id: int, colleague: Colleague) -> None:
        """Those without names, in the thread in the project leader's channel; once. NotInYourChannel, AlreadyDone."""
        now = self._clock.now()
        with self._work() as uow:
            if uow.outbox.message(Task.SHOW_LEADER_REPORT, report_id) is None:
                raise NotInYourChannel
            if not uow.reports.owe_files(report_id, now, for_leader=True):
                raise AlreadyDone
            uow.audit.record(colleague.id, "exported_figures", f"report {report_id}", now, for_leader=True)
            uow.outbox.owe(Task.LEADER_FILES, report_id)

    def _post(self, uow: UnitOfWork, period: Period, colleague: Colleague) -> tuple[int, bool]:
        now = self._clock.now()
        report_id, is_new = uow.reports.ask(str(period), local(now).date().isoformat(), colleague.name, now)
        if is_new:
            uow.audit.record(colleague.id, "shared_figures", f"report {report_id}", now, period=str(period))
            _owe_report(uow, report_id)
        return report_id, is_new

    def _owe_files(self, uow: UnitOfWork, report_id: int, colleague: Colleague) -> None:
        now = self._clock.now()
        if not uow.reports.owe_files(report_id, now):
            raise AlreadyDone
        uow.audit.record(colleague.id, "exported_figures", f"report {report_id}", now)
        uow.outbox.owe(Task.REPORT_FILES, report_id)

    def report_month(self) -> None:
        """On the first office day of a month, the month before; once, whichever copy of the program is first."""
        now = local(self._clock.now())
        month = month_of(now)
        due = datetime.combine(DUTCH_DAYS.office_day_from(month.first_day), self._report_at, now.tzinfo)
        if not due <= now < due + MADE_UP_FOR:
            return
        before = month.plus(-1)
        with self._work() as uow:
            report_id, is_new = uow.reports.ask(str(Period(before, before)), MONTHLY, "", self._clock.now())
            if is_new:
                _owe_report(uow, report_id)
            if is_new and self.has_leader:
                uow.outbox.owe(Task.SHOW_LEADER_REPORT, report_id)


def _agreeing(results: SurveyResults) -> Mapping[str, Ratio]:
    """Nothing of a statement of which too few have an opinion."""
    asked = ((statement, results.of(statement)) for statement in Statement)
    return {statement: given.agreeing for statement, given in asked if given.is_told}


def _owe_report(uow: UnitOfWork, report_id: int) -> None:
    uow.outbox.owe(Task.SHOW_REPORT, report_id)
    uow.outbox.owe(Task.DRAW_REPORT, report_id)
