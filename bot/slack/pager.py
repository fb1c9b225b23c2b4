"""The foot of a list that goes on: which lines these are, and the way to the others."""

from typing import Any

from bot.slack.blocks import Block, actions, button, context
from bot.texts import Texts
from bot.workflow.pages import Page, Turn

_BACK = "_back"


def pager(_: Texts, page: Page[Any], action_id: str, asked: str = "") -> list[Block]:
    """Nothing where all of it is in sight; `asked` is what the list is of, and comes back with the press."""
    if len(page.lines) >= page.total:
        return []
    count = {"first": _.number(page.first), "last": _.number(page.last), "total": _.number(page.total)}
    first, last = page.marks
    buttons = [button(_("Previous"), action_id + _BACK, f"{first}\n{asked}")] if page.first > 1 else []
    if page.last < page.total:
        buttons.append(button(_("Next"), action_id, f"{last}\n{asked}"))
    return [context(_("{first} to {last} of {total}", **count)), actions(*buttons)]


def parse_turn(action_id: str, value: str) -> tuple[Turn, str]:
    """The page that is asked for, and what the list is of."""
    mark, _newline, asked = value.partition("\n")
    return Turn(mark, back=action_id.endswith(_BACK)), asked
