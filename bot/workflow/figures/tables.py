"""The figures in people's words: the same lines in Slack, on the command line and in an export."""

from datetime import timedelta
from decimal import Decimal
from typing import Final

from bot.domain.figures.counted import Stage
from bot.domain.figures.figures import Kept, Report
from bot.domain.figures.periods import Month, Period
from bot.domain.figures.prevention import TipsFigures
from bot.domain.replies.replies import Rating, ReplyKind
from bot.records.replies import rating_name
from bot.texts import Texts
from bot.workflow.figures.brought_tables import brought_sections, work_lines
from bot.workflow.figures.lines import HOUR, MINUTE, Line, Section, Unit, in_units, share, share_shown, times

MOST_NAMED: Final = 10


def sections(_: Texts, report: Report) -> tuple[Section, ...]:
    """All figures of a report but its table of months and its load per colleague."""
    return (
        Section(_("Replies"), _replies(_, report)),
        Section(_("Speed"), _speed(_, report)),
        Section(_("Promises"), _promises(_, report)),
        Section(_("Mails"), _mails(_, report)),
        Section(_("The work"), _work(_, report)),
        *brought_sections(_, report),
        *([Section(_("Preventive mails"), _tips(_, report.tips))] if report.tips.mails else []),
    )


def _replies(_: Texts, report: Report) -> tuple[Line, ...]:
    n = sum(report.handling.kinds.values())
    came = report.handling.kinds
    shown = [kind for kind in ReplyKind if kind is not ReplyKind.NEIGHBOUR or came.get(kind)]
    kinds = ", ".join(f"{kind_name(_, kind)} {_.number(came.get(kind, 0))}" for kind in shown)
    return (
        Line("valid_replies", _("Valid replies"), Decimal(n), Unit.NUMBER, n, kinds),
        share("replies_per_100_mails", _("Replies per 100 mails"), report.sending.replies_per_mail, Unit.NUMBER),
        *(share(str(rating), rating_name(_, rating), report.handling.ratings[rating]) for rating in Rating),
        share("usable", _("Usable (the first two)"), report.handling.usable),
    )


def _speed(_: Texts, report: Report) -> tuple[Line, ...]:
    wrong = report.sending.sent_before_offence
    errors = _.plural("{n} data error, left out", "{n} data errors, left out", len(wrong)) if wrong else ""
    return (
        *times(_, "burglary_to_sent", _("Burglary to sent"), report.sending.burglary_to_sent, errors, wrong),
        *times(_, "reply_to_handled", _("Reply to handled"), report.handling.reply_to_handled),
        share("handled_same_day", _("Handled the same day"), report.handling.same_day),
        share("handled_by_next_day", _("Handled by the next day"), report.handling.by_next_day),
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
        share("bounced", _("Came back"), report.sending.bounced),
        share("unsubscribed", _("Unsubscribed"), report.sending.unsubscribed, Unit.PER_THOUSAND),
        share("complaints", _("Complaints about spam"), report.sending.complained, Unit.PER_THOUSAND),
    )


def _work(_: Texts, report: Report) -> tuple[Line, ...]:
    minutes = report.sending.in_form.at(50, MINUTE)
    return (
        Line("form_minutes_median", _("Time in the form, median"), minutes, Unit.MINUTES, report.sending.in_form.n),
        *work_lines(_, report),
        share("busiest_two_requesters", _("Requests by the busiest two"), report.sending.busiest_requesters),
        share("busiest_two_approvers", _("Approvals by the busiest two"), report.sending.busiest_approvers),
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


def _promise(key: str, label: str, kept: Kept, failing: str) -> Line:
    return Line(key, label, kept.ratio.per(), Unit.PERCENT, kept.ratio.n, failures=kept.failures, failing=failing)


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


def per_hundred(_: Texts, figure: Decimal | None) -> str:
    """`9,6` in Dutch; a dash where nobody lives."""
    return "-" if figure is None else _.tenth(figure)
