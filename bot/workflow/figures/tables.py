"""The figures in people's words: the same lines in Slack, on the command line and in an export."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from bot.domain.figures.figures import Kept, Report, Stage
from bot.domain.figures.periods import Month, Period
from bot.domain.figures.prevention import TipsFigures
from bot.domain.measures import Ratio, Spread, half_up
from bot.domain.replies.replies import Rating, ReplyKind
from bot.records.replies import rating_name
from bot.texts import Texts

DASH: Final = "–"
HOUR: Final = timedelta(hours=1)
MINUTE: Final = timedelta(minutes=1)
MOST_NAMED: Final = 10
WHOLE: Final = frozenset(
    {"mails", "valid_replies", "sender_not_certain"}
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


def sections(_: Texts, report: Report) -> tuple[Section, ...]:
    """All figures of a report but its table of months and its load per colleague."""
    return (
        Section(_("Replies"), _replies(_, report)),
        Section(_("Speed"), _speed(_, report)),
        Section(_("Promises"), _promises(_, report)),
        Section(_("Mails"), _mails(_, report)),
        Section(_("The work"), _work(_, report)),
        *([Section(_("Preventive mails"), _tips(_, report.tips))] if report.tips.mails else []),
    )


def _replies(_: Texts, report: Report) -> tuple[Line, ...]:
    n = sum(report.handling.kinds.values())
    came = report.handling.kinds
    shown = [kind for kind in ReplyKind if kind is not ReplyKind.NEIGHBOUR or came.get(kind)]
    kinds = ", ".join(f"{kind_name(_, kind)} {_.number(came.get(kind, 0))}" for kind in shown)
    return (
        Line("valid_replies", _("Valid replies"), Decimal(n), Unit.NUMBER, n, kinds),
        _share("replies_per_100_mails", _("Replies per 100 mails"), report.sending.replies_per_mail, Unit.NUMBER),
        *(_share(str(rating), rating_name(_, rating), report.handling.ratings[rating]) for rating in Rating),
        _share("usable", _("Usable (the first two)"), report.handling.usable),
    )


def _speed(_: Texts, report: Report) -> tuple[Line, ...]:
    wrong = report.sending.sent_before_offence
    errors = _.plural("{n} data error, left out", "{n} data errors, left out", len(wrong)) if wrong else ""
    return (
        *_times(_, "burglary_to_sent", _("Burglary to sent"), report.sending.burglary_to_sent, errors, wrong),
        *_times(_, "reply_to_handled", _("Reply to handled"), report.handling.reply_to_handled),
        _share("handled_same_day", _("Handled the same day"), report.handling.same_day),
        _share("handled_by_next_day", _("Handled by the next day"), report.handling.by_next_day),
    )


def _times(
    _: Texts, key: str, label: str, spread: Spread, detail: str = "", failures: tuple[str, ...] = ()
) -> tuple[Line, Line]:
    median, slowest = spread.at(50, HOUR), spread.at(90, HOUR)
    name, failing = f"{label}, {_('median')}", _("Data errors")
    return (
        Line(f"{key}_median", name, median, Unit.HOURS, spread.n, detail, failures, failing),
        Line(f"{key}_p90", f"{label}, {_('90% within')}", slowest, Unit.HOURS, spread.n),
    )


def _promises(_: Texts, report: Report) -> tuple[Line, ...]:
    return (
        _promise("acknowledged", _("Acknowledged"), report.handling.acknowledged, _("Not acknowledged")),
        *_uncertain(_, report.handling.uncertain),
        _promise("answered", _("Answered"), report.handling.answered, _("Not answered")),
        _promise("four_eyes", _("Four eyes"), report.sending.four_eyes, _("Without four eyes")),
    )


def _uncertain(_: Texts, names: tuple[str, ...]) -> list[Line]:
    """Listed apart: an automatic mail to a made-up sender would come from us."""
    if not names:
        return []
    more = len(names) - MOST_NAMED
    told = [*names[:MOST_NAMED], *([_.plural("and {n} more", "and {n} more", more)] if more > 0 else [])]
    label = _("No acknowledgement: the sender is not certain")
    return [Line("sender_not_certain", label, Decimal(len(names)), Unit.NUMBER, len(names), ", ".join(told))]


def _mails(_: Texts, report: Report) -> tuple[Line, ...]:
    mails, alerts = report.sending.mails_per_alert.part, report.sending.mails_per_alert.n
    per_alert = report.sending.mails_per_alert.per(1)
    return (
        Line("mails", _("Mails"), Decimal(mails), Unit.NUMBER, mails),
        Line("mails_per_alert", _("Mails an alert"), per_alert, Unit.NUMBER, alerts),
        _share("bounced", _("Came back"), report.sending.bounced),
        _share("unsubscribed", _("Unsubscribed"), report.sending.unsubscribed, Unit.PER_THOUSAND),
        _share("complaints", _("Complaints about spam"), report.sending.complained, Unit.PER_THOUSAND),
    )


def _work(_: Texts, report: Report) -> tuple[Line, ...]:
    minutes = report.sending.in_form.at(50, MINUTE)
    return (
        Line("form_minutes_median", _("Time in the form, median"), minutes, Unit.MINUTES, report.sending.in_form.n),
        _share("busiest_two_requesters", _("Requests by the busiest two"), report.sending.busiest_requesters),
        _share("busiest_two_approvers", _("Approvals by the busiest two"), report.sending.busiest_approvers),
    )


def _tips(_: Texts, tips: TipsFigures) -> tuple[Line, ...]:
    """Apart: in no share, and the two last of the same 14 days."""
    before, after = (Decimal(number) if tips.over else None for number in (tips.before, tips.after))
    no_cause = _("This tells nothing about the cause.") if tips.over else ""
    return (
        Line("preventive_mails", _("Preventive mails sent"), Decimal(tips.mails), Unit.NUMBER, tips.mails),
        Line(
            "households_warned",
            _("Households warned within 5 days of the first"),
            Decimal(tips.warned),
            Unit.NUMBER,
            tips.households,
        ),
        Line("burglaries_before", _("Burglaries within 200 m, 14 days before"), before, Unit.NUMBER, tips.over),
        Line("burglaries_after", _("The same, 14 days after"), after, Unit.NUMBER, tips.over, no_cause),
    )


def _share(key: str, label: str, ratio: Ratio, unit: Unit = Unit.PERCENT) -> Line:
    return Line(key, label, ratio.per(1000 if unit is Unit.PER_THOUSAND else 100), unit, ratio.n)


def _promise(key: str, label: str, kept: Kept, failing: str) -> Line:
    return Line(key, label, kept.ratio.per(), Unit.PERCENT, kept.ratio.n, failures=kept.failures, failing=failing)


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


def months_table(_: Texts, report: Report) -> list[tuple[str, str, str, str]]:
    """Month, alerts, those with a reply, share; the total last."""
    rows = [(month_name(_, line.month), line.share) for line in report.months]
    rows.append((_("total"), report.total))
    return [(name, _.number(share.n), _.number(share.part), share_shown(_, share)) for name, share in rows]


def month_name(_: Texts, month: Month) -> str:
    """Like jan 2026."""
    return _.month(month.first_day, short=True)


def period_name(_: Texts, period: Period) -> str:
    """Like januari 2026, or jan 2026 - mrt 2026."""
    if period.first == period.last:
        return _.month(period.first.first_day)
    return f"{month_name(_, period.first)} - {month_name(_, period.last)}"


def kind_name(_: Texts, kind: ReplyKind) -> str:
    return {
        ReplyKind.MAIL: _("by mail"),
        ReplyKind.FORM: _("by form"),
        ReplyKind.PHONE: _("by phone"),
        ReplyKind.NEIGHBOUR: _("through a neighbour"),
    }[kind]


def stage_name(_: Texts, stage: Stage) -> str:
    return {
        Stage.TO_REPORT: _("until it was reported"),
        Stage.TO_FORM: _("until somebody began the form"),
        Stage.IN_FORM: _("in the form"),
        Stage.TO_APPROVAL: _("waited for approval"),
        Stage.TO_SENT: _("until it was out"),
    }[stage]


def duration(_: Texts, span: timedelta) -> str:
    """Like 3 min., 2,5 hours, 1,5 days: in the unit that people would use."""
    size = abs(span)
    if size < HOUR:
        return _("{number} min.", number=_.tenth(in_units(span, MINUTE)))
    if size < timedelta(days=2):
        return _("{number} hours", number=_.tenth(in_units(span, HOUR)))
    return _("{number} days", number=_.tenth(in_units(span, timedelta(days=1))))


def in_units(span: timedelta, unit: timedelta) -> Decimal:
    """How often a unit goes into a span, with one decimal, half up."""
    return half_up(Fraction(round(span.total_seconds()), int(unit.total_seconds())))


def per_hundred(_: Texts, figure: Decimal | None) -> str:
    """`9,6` in Dutch; a dash where nobody lives."""
    return "-" if figure is None else _.tenth(figure)
