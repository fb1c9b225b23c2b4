"""One figure in people's words, and how its value is written."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from bot.domain.measures import Ratio, Spread, half_up
from bot.texts import Texts

DASH: Final = "–"
HOUR: Final = timedelta(hours=1)
MINUTE: Final = timedelta(minutes=1)
WHOLE: Final = frozenset(
    {"mails", "valid_replies", "sender_not_certain"}
    | {"participants_reached", "homes_reached", "requesters", "approvers", "responders"}
    | {"preventive_mails", "households_warned", "burglaries_before", "burglaries_after"}
)
"""Figures that count, and have no tenths."""


class Unit(StrEnum):
    """What a value is; the names that an export carries."""

    NUMBER = "number"
    PERCENT = "percent"
    PER_THOUSAND = "per_thousand"
    HOURS = "hours"
    MINUTES = "minutes"


@dataclass(frozen=True)
class Line:
    """One figure: its public name, what people call it, its value (None of nothing), out of how many.

    `failing`: what the failures are.
    """

    key: str
    label: str
    value: Decimal | None
    unit: Unit
    n: int
    detail: str = ""
    failures: tuple[str, ...] = ()
    failing: str = ""


@dataclass(frozen=True)
class Section:
    """Figures that belong together."""

    title: str
    lines: tuple[Line, ...]


def times(
    _: Texts, key: str, label: str, spread: Spread, detail: str = "", failures: tuple[str, ...] = ()
) -> tuple[Line, Line]:
    median, slowest = spread.at(50, HOUR), spread.at(90, HOUR)
    name, failing = f"{label}, {_('median')}", _("Data errors")
    return (
        Line(f"{key}_median", name, median, Unit.HOURS, spread.n, detail, failures, failing),
        Line(f"{key}_p90", f"{label}, {_('90% within')}", slowest, Unit.HOURS, spread.n),
    )


def share(key: str, label: str, ratio: Ratio, unit: Unit = Unit.PERCENT, detail: str = "") -> Line:
    return Line(key, label, ratio.per(1000 if unit is Unit.PER_THOUSAND else 100), unit, ratio.n, detail)


def number(key: str, label: str, value: int, n: int) -> Line:
    """What is only counted."""
    return Line(key, label, Decimal(value), Unit.NUMBER, n)


def shown(_: Texts, line: Line) -> str:
    """A value as people read it; a dash of nothing."""
    if line.value is None:
        return DASH
    whole = line.key in WHOLE
    number = _.number(int(line.value)) if whole else _.tenth(line.value)
    return f"{number}%" if line.unit is Unit.PERCENT else f"{number} {unit_name(_, line.unit)}".strip()


def unit_name(_: Texts, unit: Unit) -> str:
    """What stands behind a number."""
    return {
        Unit.NUMBER: "",
        Unit.PERCENT: "%",
        Unit.PER_THOUSAND: _("per 1,000 mails"),
        Unit.HOURS: _("hours"),
        Unit.MINUTES: _("minutes"),
    }[unit]


def share_shown(_: Texts, ratio: Ratio) -> str:
    """Like 31,8%; a dash of nothing."""
    percent = ratio.per()
    return DASH if percent is None else f"{_.tenth(percent)}%"


def in_units(span: timedelta, unit: timedelta) -> Decimal:
    """How often a unit goes into a span, with one decimal, half up."""
    return half_up(Fraction(round(span.total_seconds()), int(unit.total_seconds())))
