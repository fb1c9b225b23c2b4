"""The one calendar: office days and desk days."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

SATURDAY: Final = 5
SUNDAY: Final = 6
A_DAY: Final = timedelta(days=1)


OPENS: Final = time(9)
CLOSES: Final = time(17)
"""The hours in which one calls a citizen."""


@dataclass(frozen=True)
class WorkingDays:
    """Told which days are public holidays.

    An *office day* is Monday to Friday and no holiday: the report comes, incidents are divided. A *desk day* is any day
    but Sundays and holidays: replies are due, people are reminded.
    """

    is_holiday: Callable[[date], bool]

    def is_office_day(self, day: date) -> bool:
        """Monday to Friday, no holiday."""
        return day.weekday() < SATURDAY and not self.is_holiday(day)

    def is_desk_day(self, day: date) -> bool:
        """No Sunday, no holiday."""
        return day.weekday() != SUNDAY and not self.is_holiday(day)

    def office_day_from(self, day: date) -> date:
        """This day, or the first office day after it."""
        while not self.is_office_day(day):
            day += A_DAY
        return day

    def office_hour_from(self, moment: datetime) -> datetime:
        """The whole hour of this moment where people are in their office then, else the first in which they are."""
        hour = moment.replace(minute=0, second=0, microsecond=0)
        if self.is_office_day(hour.date()) and hour.time() < CLOSES:
            return max(hour, hour.replace(hour=OPENS.hour))
        return datetime.combine(self.office_day_from(hour.date() + A_DAY), OPENS, hour.tzinfo)

    def next_desk_day(self, day: date) -> date:
        """The first after it."""
        day += A_DAY
        while not self.is_desk_day(day):
            day += A_DAY
        return day

    def read_by(self, now: datetime, same_day_until: time) -> date | None:
        """By when the desk reads what comes in now, by the Dutch clock; None for today or tomorrow.

        That is promised only where somebody is still there today, and tomorrow too.
        """
        today = now.date()
        soon = self.is_desk_day(today) and self.is_desk_day(today + A_DAY) and now.time() < same_day_until
        return None if soon else self.next_desk_day(today)

    def desk_day_until(self, day: date) -> date:
        """This day, or the last desk day before it."""
        while not self.is_desk_day(day):
            day -= A_DAY
        return day
