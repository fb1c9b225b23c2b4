"""The morning's message: who is in, what came in with the day monitor by who is to do it, and what was asked for."""

from itertools import groupby

from bot.domain.day_monitor.dividing import OnDuty, SkipReason
from bot.domain.day_monitor.incidents import IncidentStatus
from bot.records.day_monitor import NOBODY, DivisionCard, IncidentLine, IncidentPage, skip_reason_name
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
    row,
    section,
    shortened,
)
from bot.slack.names import offence_name
from bot.texts import Texts, lowered

MOST_PEOPLE = 20
MOST_REQUESTED = 10
LONGEST_NAME = 60


def build_division_message(_: Texts, card: DivisionCard, *, asks: bool = True) -> tuple[str, list[Block]]:
    """The fallback text and the blocks; whoever does not ask for mails themselves is offered no more than dividing."""
    title = _("Divide · {day}", day=_.weekday(card.day))
    if card.is_past:
        newer = link(card.newer_link, _("the newer message"))
        return title, [header(title), context(_("What was open then stands in {newer}.", newer=newer))]
    counted = _counted(_, card.incidents.open)
    blocks = [header(title), section(f"{counted} · {_people(_, card.on_duty)}"), *_row(_, card, asks=asks)]
    if card.incidents.lines:
        blocks.append(divider())
    blocks += build_incidents(_, card.incidents, asks=asks)
    if card.requested:
        blocks.append(context(_requested(_, card.requested)))
    return f"{title}: {counted}", blocks


def build_incidents(_: Texts, page: IncidentPage, *, asks: bool = True) -> list[Block]:
    """A page of them, by who is to do them, with the way to the next page."""
    blocks = [
        block
        for (status, assignee_id), lines in groupby(page.lines, _group)
        for block in _of_group(_, status, assignee_id, list(lines), asks=asks)
    ]
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
    return _.plural("*{n} incident* without a request", "*{n} incidents* without a request", still_open)


def _row(_: Texts, card: DivisionCard, *, asks: bool) -> list[Block]:
    """While nobody is in, that comes first: there is nobody to divide over. No button where nothing is undivided."""
    undivided, anybody = card.incidents.undivided, card.on_duty
    come = button(_("I am in today"), ids.COME_IN, "in", style="primary" if undivided and not anybody else "")
    divide = button(_("Divide fairly"), ids.DIVIDE, "divide", style="primary")
    own = [come, button(_("I am not in any more"), ids.GO_OUT, "out")] if anybody else [come]
    row = [*([divide] if anybody and undivided else []), *(own if asks else [])]
    if not row and undivided:
        return [context(_("Dividing fairly comes once somebody of intake is in; assigning can be done now."))]
    return [actions(*row)] if row else []


def _people(_: Texts, people: tuple[OnDuty, ...]) -> str:
    """Who is in; how much each did is nobody's business here."""
    if not people:
        return _("nobody has said to be in today")
    names = [_short(one.name) for one in people[:MOST_PEOPLE]]
    if more := len(people[MOST_PEOPLE:]):
        names.append(_.plural("and {n} more", "and {n} more", more))
    return _("in today: {names}", names=", ".join(names))


def _group(line: IncidentLine) -> tuple[IncidentStatus, str]:
    """Skipped ones stand together, whoever had them."""
    incident = line.incident
    return incident.status, incident.assignee_id if incident.status is IncidentStatus.OPEN else ""


def _of_group(
    _: Texts, status: IncidentStatus, assignee_id: str, lines: list[IncidentLine], *, asks: bool
) -> list[Block]:
    if status is IncidentStatus.SKIPPED:
        return [section(f"*{_('Skipped')}*"), *(_skipped(_, line, asks=asks) for line in lines)]
    whose = lines[0].incident.assignee_name if assignee_id else _("Not divided yet")
    key = assignee_id or NOBODY
    label = _("Change") if assignee_id else _("Assign")
    change = button(label, f"{ids.ASSIGN_INCIDENTS}{key}", key)
    return [row(f"*{_short(whose)}*", change, whose), *(_open(_, line, asks=asks) for line in lines)]


def _open(_: Texts, line: IncidentLine, *, asks: bool) -> Block:
    number = str(line.incident.id)
    told = f"{_where(line)} · {_what(_, line)}"
    if not asks:
        return section(told)
    return row(told, button(_("Request"), ids.REQUEST_INCIDENT + number, number), line.incident.row.street)


def _skipped(_: Texts, line: IncidentLine, *, asks: bool) -> Block:
    number, incident = str(line.incident.id), line.incident
    told = _("{reason} ({name})", reason=_reason(_, incident.skip_reason), name=_short(incident.skipped_by_name))
    if not asks:
        return section(f"{_where(line)} · {told}")
    after_all = button(_("Request after all"), ids.REQUEST_INCIDENT + number, number)
    return row(f"{_where(line)} · {told}", after_all, incident.row.street)


def _where(line: IncidentLine) -> str:
    """No house number, nobody's name, not a word of the report: that stands in the form."""
    row = line.incident.row
    return escape(f"{shortened(row.street, LONGEST_NAME)} ({line.neighbourhood or row.postcode})")


def _what(_: Texts, line: IncidentLine) -> str:
    row = line.incident.row
    return escape(f"{lowered(offence_name(_, row.offence))} · {_.window(row.window_start, row.window_end)}")


def incident_name(_: Texts, line: IncidentLine) -> str:
    """In a line of its own, as plain text."""
    row = line.incident.row
    return f"{row.street} · {lowered(offence_name(_, row.offence))} · {_.window(row.window_start, row.window_end)}"


def _requested(_: Texts, lines: tuple[IncidentLine, ...]) -> str:
    told = [f"{link(line.link, line.reference)} ({_short(line.requester_name)})" for line in lines[:MOST_REQUESTED]]
    if (more := len(lines) - MOST_REQUESTED) > 0:
        told.append(_.plural("and {n} more", "and {n} more", more))
    return "✅ " + _("Requested: {mails}", mails=", ".join(told))


def _short(name: str) -> str:
    return escape(shortened(name, LONGEST_NAME))


def _reason(_: Texts, kept: str) -> str:
    """One of the usual ones, or somebody's own words."""
    usual = set(SkipReason) - {SkipReason.OTHER}
    return lowered(skip_reason_name(_, SkipReason(kept))) if kept in usual else escape(kept)
