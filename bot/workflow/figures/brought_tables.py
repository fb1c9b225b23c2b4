"""What it brought, in people's words; what did not occur is left out."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from bot.domain.alerts.alerts import CaseResult
from bot.domain.day_monitor.dividing import SkipReason
from bot.domain.figures.brought import Brought
from bot.domain.figures.figures import Report
from bot.domain.measures import Ratio
from bot.domain.surveys.surveys import Statement
from bot.records.alerts import case_result_name
from bot.records.day_monitor import skip_reason_name
from bot.records.leads import result_name
from bot.records.surveys import statement_name
from bot.texts import Texts, lowered
from bot.workflow.figures.lines import MINUTE, Line, Section, Unit, number, share, share_shown

Key = TypeVar("Key")


def brought_sections(_: Texts, report: Report) -> Iterator[Section]:
    """Those of which there is something to tell."""
    brought = report.brought
    told = (
        (_("Leads"), _leads(_, brought)),
        (_("How cases ended"), _endings(_, brought)),
        (_("Day monitor"), _incidents(_, brought)),
        (_("Images"), _images(_, brought)),
        (_("Reach"), _reach(_, brought)),
        (_("Citizens"), _citizens(_, brought)),
    )
    for title, lines in told:
        if kept := tuple(line for line in lines if line.n):
            yield Section(title, kept)


def steps(_: Texts, report: Report) -> list[tuple[str, int]]:
    """From mail to arrest, each over the same alerts; nothing where no more is known than the table of months tells."""
    arrested = report.brought.endings[CaseResult.ARRESTED].part
    if not (report.brought.with_usable_lead.part or arrested):
        return []
    return [
        (_("alerts"), len(report.alerts)),
        (_("with a reply"), sum(alert.replies > 0 for alert in report.alerts)),
        (_("with a usable lead"), report.brought.with_usable_lead.part),
        (lowered(case_result_name(_, CaseResult.ARRESTED)), arrested),
    ]


def work_lines(_: Texts, report: Report) -> Iterator[Line]:
    """The desk's time, and over how many people all of it was divided; no names."""
    minutes = report.brought.at_the_desk
    yield Line("desk_minutes_median", _("Time at the desk, median"), minutes.at(50, MINUTE), Unit.MINUTES, minutes.n)
    alerts, rated = len(report.alerts), sum(ratio.part for ratio in report.handling.ratings.values())
    requested = sum(load.requests > 0 for load in report.sending.load)
    approved = sum(load.approvals > 0 for load in report.sending.load)
    people = (
        number("requesters", _("Colleagues who requested"), requested, alerts),
        number("approvers", _("Colleagues who approved"), approved, alerts),
        number("responders", _("Colleagues who rated replies"), report.brought.responders, rated),
    )
    yield from (line for line in people if line.n)


def _leads(_: Texts, brought: Brought) -> Iterator[Line]:
    yield share("leads_judged", _("Leads that were judged"), brought.leads_judged)
    for result, ratio in _known(brought.leads):
        yield share(f"lead_{result}", _("Lead: {result}", result=lowered(result_name(_, result))), ratio)
    if brought.leads_judged.n:
        yield share("alerts_with_usable_lead", _("Alerts with a usable lead"), brought.with_usable_lead)


def _endings(_: Texts, brought: Brought) -> Iterator[Line]:
    if not brought.ended.part:
        return
    yield share("cases_ended", _("Alerts that were closed"), brought.ended)
    for result, ratio in _known(brought.endings):
        yield share(f"ended_{result}", _("Ended: {result}", result=lowered(case_result_name(_, result))), ratio)


def _incidents(_: Texts, brought: Brought) -> Iterator[Line]:
    of = brought.incidents
    yield share("incidents_mailed", _("Incidents that got a mail"), of.mailed)
    yield share("incidents_mailed_same_day", _("Mailed the same day"), of.same_day)
    if of.skipped.part:
        yield share("incidents_skipped", _("Incidents without a mail, with a reason"), of.skipped)
    for reason, ratio in _known(of.reasons):
        name = _("another reason") if reason == SkipReason.OTHER else skip_reason_name(_, SkipReason(reason))
        yield share(f"skipped_{reason}", _("No mail: {reason}", reason=lowered(name)), ratio)


def _images(_: Texts, brought: Brought) -> Iterator[Line]:
    if not brought.images.offered.part:
        return
    yield share("images_offered", _("Replies with images"), brought.images.offered)
    yield share("images_in", _("Images in"), brought.images.came)
    yield share("images_in_time", _("Images in, in time"), brought.images.in_time)


def _reach(_: Texts, brought: Brought) -> Iterator[Line]:
    people, homes = brought.reached.participants, brought.reached.homes
    yield number("participants_reached", _("Participants reached"), people, people)
    yield number("homes_reached", _("Homes reached"), homes, people)
    more = Ratio(brought.reached.repeatedly, people)
    yield share("reached_more_than_once", _("Got more than one mail"), more)
    if brought.saw_nothing.part:
        yield share("saw_nothing", _("Said that they saw nothing"), brought.saw_nothing)


def _citizens(_: Texts, brought: Brought) -> Iterator[Line]:
    yield share("answered_within_a_day", _("Answered within 24 hours"), brought.answered_soon)
    for statement in Statement:
        told = [one for one in brought.opinions if statement in one.agreeing]
        by_survey = [f"{one.reference} {share_shown(_, one.agreeing[statement])}" for one in told]
        detail = ", ".join(by_survey) if len(by_survey) > 1 else ""
        label = _("Agree: {statement}", statement=statement_name(_, statement).rstrip("."))
        yield share(f"survey_{statement}", label, brought.agreeing(statement), detail=detail)


def _known(ratios: Mapping[Key, Ratio]) -> Iterator[tuple[Key, Ratio]]:
    return ((key, ratio) for key, ratio in ratios.items() if ratio.part)
