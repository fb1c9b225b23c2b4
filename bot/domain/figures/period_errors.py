"""Why a period is refused."""

from bot.domain.errors import Refusal


class UnknownPeriod(Refusal):
    """I don't know this period. Examples: 2026-01, januari, januari 2026, 2025-10 2026-02, 2025, jaar."""


class PeriodBackwards(Refusal):
    """The last month lies before the first."""


class PeriodInFuture(Refusal):
    """This period is not there yet."""


class MonthNotOver(Refusal):
    """The municipality gets a month that is over."""


class NotInYourChannel(Refusal):
    """These figures do not stand in your channel."""


class PeriodTooLong(Refusal):
    """This period is too long: at most {most} months."""
