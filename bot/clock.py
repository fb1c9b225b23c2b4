"""The one source of time: aware UTC inside, Europe/Amsterdam for people."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


class Clock:
    """Tells the time; tests move it with freezegun."""

    def now(self) -> datetime:
        """This moment, aware, in UTC."""
        return datetime.now(UTC)


def local(moment: datetime) -> datetime:
    """The same moment as people in the Netherlands read it."""
    return moment.astimezone(AMSTERDAM)


def start_of(day: date) -> datetime:
    """When this day begins in the Netherlands."""
    return datetime.combine(day, time(), AMSTERDAM).astimezone(UTC)
