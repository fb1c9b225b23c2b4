"""The morning's message: who is in, what came in with the day monitor, and what became of it."""

from bot.domain.day_monitor.dividing import OnDuty, SkipReason
from bot.domain.day_monitor.incidents import Incident, IncidentStatus
from bot.records.day_monitor import DivisionCard, IncidentLine, IncidentPage
from bot.slack import ids
from bot.slack.blocks import (
    Block,
    actions,
    button,
    context,
    divider,
    escape,
    header,
    link,
    section,
    shortened,
)
from bot.slack.names import offence_name, skip_reason_name
from bot.texts import Texts

MOST_PEOPLE = 20
LONGEST_NAME = 60


def build_division_message(_: Texts, card: DivisionCard) -> tuple[str, list[Block]]:
    """The fallback text and the blocks."""
    title = _("Divide · {day}", day=_.weekday(card.day))
    if card.is_past:
        newer = link(card.newer_link, _("the newer message"))
        return title, [header(title), context(_("What was open then stands in {newer}.", newer=newer))]
    blocks = [header(title), section(_counted(_, card.incidents.open)), section(_people(_, card.on_duty)), _row(_)]
    if card.incidents.lines:
        blocks.append(divider())
    return f"{title}: {_counted(_, card.incidents.open)}", [*blocks, *build_incidents(_, card.incidents)]


def build_incidents(_: Texts, page: IncidentPage) -> list[Block]:
    """A page of them, with the way to the next."""
    blocks = [block for line in page.lines for block in _incident(_, line)]
    if page.pages < 2:
        return blocks
    blocks.append(context(_("Page {n} of {total}", n=_.number(page.page + 1), total=_.number(page.pages))))
    if page.page + 1 < page.pages:
        following = page.page + 1
        blocks.append(actions(button(_("Show the next ones"), f"{ids.SHOW_INCIDENTS}{following}", str(following))))
    return blocks


def _counted(_: Texts, still_open: int) -> str:
    if not still_open:
        return _("No new incidents in the day monitor.")
    return _.plural("*{n} incident* has no request yet.", "*{n} incidents* have no request yet.", still_open)


def _row(_: Texts) -> Block:
    return actions(
        button(_("I am in today"), ids.COME_IN, "in"),
        button(_("I am not in any more"), ids.GO_OUT, "out"),
        button(_("Divide fairly"), ids.DIVIDE, "divide"),
    )


def _people(_: Texts, people: tuple[OnDuty, ...]) -> str:
    """Who is in, and who has which work today; how much a colleague did is the superusers' (the figures)."""
    if not people:
        return _("Nobody has said to be in today.")
    names = [escape(shortened(one.name, LONGEST_NAME)) for one in people[:MOST_PEOPLE]]
    if more := len(people[MOST_PEOPLE:]):
        names.append(_.plural("and {n} more", "and {n} more", more))
    return f"*{_('In today')}:* {', '.join(names)}"


def _incident(_: Texts, line: IncidentLine) -> list[Block]:
    told = section(f"{_what(_, line)}\n{_state(_, line)}")
    buttons = _buttons(_, line.incident)
    return [told, actions(*buttons)] if buttons else [told]


def _what(_: Texts, line: IncidentLine) -> str:
    """No house number, nobody's name, not a word of the report: that stands in the form."""
    row = line.incident.row
    where = f"{shortened(row.street, LONGEST_NAME)}, {row.postcode}"
    if line.neighbourhood:
        where += f" ({line.neighbourhood})"
    when = f"{_.window(row.window_start, row.window_end)} · {shortened(row.bvh_number, LONGEST_NAME)}"
    return f"*{escape(offence_name(_, row.offence))}* · {escape(where)}\n{escape(when)}"


def _state(_: Texts, line: IncidentLine) -> str:
    incident = line.incident
    if incident.status is IncidentStatus.REQUESTED:
        mail = link(line.link, line.reference)
        return "✅ " + _("Requested: {mail}, by {name}", mail=mail, name=_short(line.requester_name))
    if incident.status is IncidentStatus.SKIPPED:
        reason, name = _reason(_, incident.skip_reason), _short(incident.skipped_by_name)
        return "⚪ " + _("Skipped by {name}: {reason}", reason=reason, name=name)
    if incident.assignee_id:
        return "🟡 " + _("For {name}", name=_short(incident.assignee_name))
    return "🔴 " + _("Nobody's yet")


def _short(name: str) -> str:
    return escape(shortened(name, LONGEST_NAME))


def _reason(_: Texts, kept: str) -> str:
    """One of the usual ones, or somebody's own words."""
    usual = set(SkipReason) - {SkipReason.OTHER}
    return skip_reason_name(_, SkipReason(kept)) if kept in usual else escape(kept)


def _buttons(_: Texts, incident: Incident) -> list[Block]:
    number = str(incident.id)
    if incident.status is IncidentStatus.REQUESTED:
        return []
    if incident.status is IncidentStatus.SKIPPED:
        return [button(_("Request after all"), ids.REQUEST_INCIDENT + number, number)]
    return [
        button(_("Request"), ids.REQUEST_INCIDENT + number, number, style="primary"),
        button(_("Assign"), ids.ASSIGN_INCIDENT + number, number),
        button(_("Skip"), ids.SKIP_INCIDENT + number, number),
    ]
