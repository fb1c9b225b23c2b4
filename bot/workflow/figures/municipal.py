"""The municipality's page: a month that is over, without persons, by a link that expires."""

from datetime import datetime, timedelta
from typing import Final

from bot.clock import AMSTERDAM, Clock, local, start_of
from bot.domain.figures.figures import Report
from bot.domain.figures.period_errors import MonthNotOver
from bot.domain.figures.periods import Month, Period
from bot.domain.participants.people import Colleague
from bot.records.figures import MunicipalLink, MunicipalPage
from bot.records.mail import Purpose
from bot.records.replies import Pass
from bot.workflow.figures.reporting import Reporting
from bot.workflow.mail_ports import Passes
from storage.unit_of_work import Work

LIVES: Final = timedelta(days=30)
HOLDER: Final = "municipality"
"""Nobody's name stands in the link."""
_MONTHS: Final = 12


class Municipal:
    def __init__(self, work: Work, clock: Clock, reporting: Reporting, passes: Passes, public_url: str) -> None:
        self._work = work
        self._clock = clock
        self._reporting = reporting
        self._passes = passes
        self._url = public_url

    def link(self, period: Period, colleague: Colleague) -> MunicipalLink:
        """Whoever has it reads the month's page until then; that it was made is on record. MonthNotOver."""
        now = self._clock.now()
        if not _is_over(period, now):
            raise MonthNotOver
        last_day = local(now).date() + LIVES
        until = start_of(last_day + timedelta(days=1))
        granted = Pass(period.first.year * _MONTHS + period.first.number - 1, HOLDER, until)
        with self._work() as uow:
            uow.audit.record(colleague.id, "made_municipal_page", f"month {period}", now)
        address = f"{self._url}/gemeente/{self._passes.make_pass(Purpose.MUNICIPAL, granted)}"
        return MunicipalLink(period, address, start_of(last_day))

    def month(self, token: str) -> Month | None:
        """Which one a link is of; None where it is not ours, or too old. Nothing is counted for it."""
        granted = self._passes.read_pass(Purpose.MUNICIPAL, token, self._clock.now())
        return _month_of(granted) if granted else None

    def page(self, token: str) -> MunicipalPage | None:
        """What it shows, counted anew; None as `month`."""
        granted = self._passes.read_pass(Purpose.MUNICIPAL, token, self._clock.now())
        if granted is None:
            return None
        month = _month_of(granted)
        return MunicipalPage(
            self._reporting.report(Period(month, month)), local(granted.until - timedelta(seconds=1)).date()
        )


def _month_of(granted: Pass) -> Month:
    year, number = divmod(granted.subject_id, _MONTHS)
    return Month(year, number + 1)


def is_for_municipality(report: Report) -> bool:
    """Whether its page may be made."""
    return _is_over(report.period, report.as_of)


def _is_over(period: Period, at: datetime) -> bool:
    """A month: two looks at one that goes on would tell what came in between."""
    return period.first == period.last and period.bounds(AMSTERDAM)[1] <= at
