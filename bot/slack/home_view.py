"""The app's Home: what is mine, and what waits."""

from collections.abc import Sequence

from bot.domain.alerts import AlertKind, AlertStatus
from bot.domain.people import Colleague, Role
from bot.domain.replies import LeadResult, Rating
from bot.slack import ids
from bot.slack.blocks import Block, actions, button, context, escape, header, link, section
from bot.slack.names import rating_name, result_name, status_name
from bot.texts import Texts
from bot.workflow.cards import Board, BoardLine


def build_home(_: Texts, colleague: Colleague, board: Board) -> Block:
    """The whole Home tab."""
    blocks = [header("Burgernetmail")]
    if not colleague.roles:
        blocks.append(section(_("You don't have access. Ask a superuser.")))
        return {"type": "home", "blocks": blocks}
    if work := _buttons(_, colleague):
        blocks.append(actions(*work))
    if Role.INTAKE in colleague.roles:
        blocks += _list(_, _("My requests"), board.my_requests)
    if board.to_approve or Role.INTAKE in colleague.roles:
        blocks += _list(_, _("Waiting for approval"), board.to_approve)
    if colleague.roles & {Role.RESPONDER, Role.SUPERUSER}:
        blocks += _list(_, _("Open replies"), board.open_replies)
    if colleague.roles & {Role.BURGLARY_TEAM, Role.SUPERUSER}:
        blocks += _list(_, _("Open leads"), board.open_leads)
    return {"type": "home", "blocks": blocks}


def _buttons(_: Texts, colleague: Colleague) -> list[Block]:
    buttons = []
    if Role.INTAKE in colleague.roles:
        buttons.append(button(_("New request"), ids.NEW_REQUEST, "new", style="primary"))
    if colleague.roles & {Role.INTAKE, Role.RESPONDER}:
        buttons.append(button(_("Write down a call"), ids.NOTE_ANY_CALL, "call"))
    return buttons


def _list(_: Texts, title: str, lines: Sequence[BoardLine]) -> list[Block]:
    told = [section(f"*{title}*")]
    if not lines:
        return [*told, context(_("Nothing here."))]
    return [*told, *(_line(_, line) for line in lines)]


def _line(_: Texts, line: BoardLine) -> Block:
    kind = f"{_('Outcome mail')} " if line.kind is AlertKind.OUTCOME else ""
    name = f"{kind}{line.reference} · {line.headline}"
    return section(f"{link(line.link, name)} · {_state(_, line.state)} · {escape(_.moment(line.since))}")


def _state(_: Texts, state: str) -> str:
    if state in set(AlertStatus):
        return status_name(_, AlertStatus(state))
    if state in set(Rating):
        return rating_name(_, Rating(state))
    return result_name(_, LeadResult(state)) if state else _("new")
