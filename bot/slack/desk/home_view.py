"""The app's Home: what is mine, and what waits."""

from collections.abc import Mapping

from bot.domain.alerts.alerts import AlertKind, AlertStatus
from bot.domain.day_monitor.incidents import IncidentStatus
from bot.domain.desk.deadlines import WaitKind
from bot.domain.leads.leads import LeadResult
from bot.domain.participants.people import Colleague, Role
from bot.domain.replies.replies import Rating
from bot.records.desk import BoardLine, BoardList, BoardName, HomeCard
from bot.records.replies import rating_name
from bot.slack import ids
from bot.slack.blocks import Block, actions, button, context, divider, escape, header, link, packed, section
from bot.slack.desk.late_message import late_line, lateness_name
from bot.slack.desk.vitals_message import vitals_blocks
from bot.slack.names import result_name, status_name
from bot.texts import Texts


def build_home(_: Texts, card: HomeCard) -> Block:
    """The whole Home tab; a list takes few blocks, of which Slack shows a hundred."""
    colleague, board = card.colleague, card.board
    blocks = [header("Burgernetmail")]
    if not colleague.roles:
        blocks.append(section(_("You don't have access. Ask a superuser.")))
        return {"type": "home", "blocks": blocks}
    if work := _buttons(_, colleague):
        blocks.append(actions(*work))
    for name, title in _titles(_).items():
        if name in board and (board[name].lines or _is_for(name, colleague)):
            blocks += _list(_, name, title, board[name])
    if card.vitals:
        blocks += [divider(), *vitals_blocks(_, card.vitals)]
    return {"type": "home", "blocks": blocks}


def page_asked(action_id: str, value: str) -> Mapping[BoardName, int]:
    """The list and the page that a button of the Home asks for."""
    name = action_id.removeprefix(ids.HOME_PAGE).removesuffix(_BACK)
    return {BoardName(name): int(value)}


_BACK = "_back"


def _titles(_: Texts) -> dict[BoardName, str]:
    return {
        BoardName.LATE: _("Late"),
        BoardName.MY_REQUESTS: _("My requests"),
        BoardName.TO_APPROVE: _("Waiting for approval"),
        BoardName.INCIDENTS: _("Incidents without a request"),
        BoardName.MY_REPLIES: _("Replies that I have"),
        BoardName.OPEN_REPLIES: _("Open replies"),
        BoardName.OPEN_LEADS: _("Open leads"),
    }


def _is_for(name: BoardName, colleague: Colleague) -> bool:
    """Whether the list shows though empty, for who looks for it; a superuser's lists of requests show when filled."""
    return Role.INTAKE in colleague.roles or name not in {
        *(BoardName.MY_REQUESTS, BoardName.TO_APPROVE, BoardName.INCIDENTS)
    }


def _buttons(_: Texts, colleague: Colleague) -> list[Block]:
    buttons = []
    if Role.INTAKE in colleague.roles:
        buttons.append(button(_("New request"), ids.NEW_REQUEST, "new", style="primary"))
    if colleague.roles & {Role.INTAKE, Role.RESPONDER}:
        buttons.append(button(_("Write down a call"), ids.NOTE_ANY_CALL, "call"))
    if Role.RESPONDER in colleague.roles:
        buttons.append(button(_("Answer several at once"), ids.ANSWER_MANY, "many"))
    return buttons


def _list(_: Texts, name: BoardName, title: str, listed: BoardList) -> list[Block]:
    if not listed.lines:
        nothing = _("Nothing is late.") if name is BoardName.LATE else _("Nothing here.")
        return [section(f"*{title}*"), context(nothing)]
    lines = packed(line_told(_, line) for line in listed.lines)
    return [section(f"*{title}* ({_.number(listed.total)})"), *map(section, lines), *_pager(_, name, listed)]


def _pager(_: Texts, name: BoardName, listed: BoardList) -> list[Block]:
    if listed.pages < 2:
        return []
    at, action_id = listed.page, ids.HOME_PAGE + name
    buttons = [button(_("Back"), action_id + _BACK, str(at - 1))] if at else []
    if at + 1 < listed.pages:
        buttons.append(button(_("Next"), action_id, str(at + 1)))
    return [context(_("Page {n} of {total}", n=_.number(at + 1), total=_.number(listed.pages))), actions(*buttons)]


def line_told(_: Texts, line: BoardLine) -> str:
    """One open thing, with the way to its message."""
    if line.state in set(WaitKind):
        late = WaitKind(line.state)
        return f"{late_line(_, late, line)} · {lateness_name(_, late)}"
    kind = f"{_('Outcome mail')} " if line.kind is AlertKind.OUTCOME else ""
    name = f"{kind}{line.reference} · {line.headline}"
    return " · ".join([link(line.link, name), *_state_and_whose(_, line), escape(_.moment(line.since))])


def _state_and_whose(_: Texts, line: BoardLine) -> list[str]:
    """Of an incident the only state is whose it is."""
    name = escape(line.turn_name)
    if line.state == IncidentStatus.OPEN:
        return [_("For {name}", name=name) if name else _("Nobody's yet")]
    return [_state(_, line.state), *([name] if name else [])]


def _state(_: Texts, state: str) -> str:
    if state in set(AlertStatus):
        return status_name(_, AlertStatus(state))
    if state in set(Rating):
        return rating_name(_, Rating(state))
    return result_name(_, LeadResult(state)) if state else _("new")
