"""What the municipality reads: the same figures, without those from which somebody could be recognised."""

from collections.abc import Iterator

from bot.domain.figures.figures import Report
from bot.domain.figures.hiding import LEAST, may_tell, may_tell_all
from bot.domain.measures import Ratio, Spread
from bot.domain.surveys.surveys import Statement
from bot.records.alerts import case_result_name
from bot.records.surveys import statement_name
from bot.texts import Texts, lowered
from bot.workflow.figures.lines import DASH, HOUR

Rows = tuple[tuple[str, str], ...]
Sections = tuple[tuple[str, Rows], ...]


def municipal_sections(_: Texts, report: Report) -> Sections:
    """Titles, each with what is called how and its value; what is of nothing is left out."""
    told = (
        (_("Mails"), _mails(_, report)),
        (_("Replies"), _replies(_, report)),
        (_("How cases ended"), _endings(_, report)),
        (_("Citizens"), _citizens(_, report)),
    )
    known = ((title, tuple(row for row in rows if row[1] != DASH)) for title, rows in told)
    return tuple((title, rows) for title, rows in known if rows)


def _mails(_: Texts, report: Report) -> Iterator[tuple[str, str]]:
    sending, reached = report.sending, report.brought.reached
    yield _("Alerts"), _count(_, len(report.alerts))
    yield _("Mails"), _count(_, sending.mails_per_alert.part)
    yield _("Participants reached"), _count(_, reached.participants)
    yield _("Homes reached"), _count(_, reached.homes)
    yield _("Burglary to sent, half of them within"), _median(_, sending.burglary_to_sent)
    yield _("Incidents that got a mail"), _share(_, report.brought.incidents.mailed)
    yield _("Mailed the same day"), _share(_, report.brought.incidents.same_day)


def _replies(_: Texts, report: Report) -> Iterator[tuple[str, str]]:
    yield _("Alerts with a reply"), _share(_, report.months[-1].share)
    yield _("Usable replies"), _share(_, report.handling.usable)
    yield _("Alerts with a usable lead"), _share(_, report.brought.with_usable_lead)
    yield _("Images in, in time"), _share(_, report.brought.images.in_time)


def _endings(_: Texts, report: Report) -> Iterator[tuple[str, str]]:
    """All that occurred, or none of it; behind each stands how many were closed."""
    yield _("Alerts that were closed"), _share(_, report.brought.ended)
    endings = report.brought.endings
    if may_tell(report.brought.ended) and may_tell_all(endings.values()):
        for result, ratio in endings.items():
            if ratio.part:
                yield _("Ended: {result}", result=lowered(case_result_name(_, result))), _known(_, ratio)


def _citizens(_: Texts, report: Report) -> Iterator[tuple[str, str]]:
    yield _("Answered within 24 hours"), _share(_, report.brought.answered_soon)
    yield _("Handled by the next day"), _share(_, report.handling.by_next_day)
    yield _("Unsubscribed, per 1,000 mails"), _share(_, report.sending.unsubscribed, 1000)
    yield _("Complaints about spam, per 1,000 mails"), _share(_, report.sending.complained, 1000)
    for statement in Statement:
        if (agreeing := report.brought.agreeing(statement)).n:
            label = _("Agree: {statement}", statement=statement_name(_, statement).rstrip("."))
            yield label, _share(_, agreeing)


def _count(_: Texts, number: int) -> str:
    return _.number(number) if number >= LEAST else _("too few to show")


def _share(_: Texts, ratio: Ratio, per: int = 100) -> str:
    if not ratio.n:
        return DASH
    return _known(_, ratio, per) if may_tell(ratio) else _("too few to show")


def _known(_: Texts, ratio: Ratio, per: int = 100) -> str:
    number = ratio.per(per)
    told = DASH if number is None else _.tenth(number)
    return f"{told}{'%' if per == 100 else ''} (n = {_.number(ratio.n)})"


def _median(_: Texts, spread: Spread) -> str:
    middle = spread.at(50, HOUR)
    if middle is None:
        return DASH
    if spread.n < LEAST:
        return _("too few to show")
    return f"{_('{number} hours', number=_.tenth(middle))} (n = {_.number(spread.n)})"
