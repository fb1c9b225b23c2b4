"""Block Kit in few words, within Slack's limits."""

import re
from collections.abc import Iterable, Sequence
from textwrap import wrap
from typing import Any

from bot.entering import as_line, as_text
from bot.records.pages import Page, Turn
from bot.texts import Texts

Block = dict[str, Any]
TEXT_LIMIT = 3000
LINE = 80  # signs, about as many as a channel shows
HEADER_LIMIT = 150
OPTION_LIMIT = 74  # "under 75" holds for text, value and description alike
_SEPARATORS = re.compile(r"(?<=\n)|(?<= )")


def plain(text: str, limit: int = TEXT_LIMIT) -> Block:
    """Text in which nothing is read as markup, a mention, a link or an emoji: the only way for a citizen's words."""
    return {"type": "plain_text", "text": shortened(text, limit) or " ", "emoji": False}


def markup(text: str) -> Block:
    """Our own words with Slack's markup; everything filled in goes through `escape` first.

    Verbatim: only what stands in angle brackets is a link or a mention; a file called evil.example stays a name.
    """
    return {"type": "mrkdwn", "text": shortened(text, TEXT_LIMIT) or " ", "verbatim": True}


def escape(text: str) -> str:
    """Text that somebody typed, harmless inside markup: no mention, no link, no bold."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([*_~`])", "\u200b\\1", safe)  # a zero-width space keeps Slack from reading it as formatting


def link(url: str, text: str) -> str:
    """A link in markup, or the text alone where there is no url yet."""
    return f"<{url}|{escape(text)}>" if url else escape(text)


def shortened(text: str, limit: int) -> str:
    """Text within a limit of characters, an ellipsis where it was cut."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def in_lines(text: str, most: int) -> str:
    """Text in at most so many lines as Slack breaks them, an ellipsis where it was cut."""
    lines = [part for line in text.splitlines() for part in wrap(line, LINE) or [""]]
    return "\n".join(lines[:most]) + "…" if len(lines) > most else text


def in_pieces(text: str, limit: int, most: int) -> list[str]:
    """Text in at most `most` pieces of at most `limit` characters, cut between words."""
    pieces, piece = [], ""
    for part in _parts(text[: limit * most], limit):
        if len(piece) + len(part) > limit:
            pieces.append(piece)
            piece = ""
        piece += part
    return [*pieces, piece][:most]


def packed(lines: Iterable[str], limit: int = 2900) -> list[str]:
    """Lines put together into pieces of at most `limit` characters: no line, and no link in it, is cut."""
    pieces = [""]
    for line in lines:
        if len(pieces[-1]) + len(line) >= limit:
            pieces.append("")
        pieces[-1] += f"{line}\n"
    return [piece for piece in pieces if piece]


def _parts(text: str, limit: int) -> Iterable[str]:
    for word in _SEPARATORS.split(text):
        yield from (word[start : start + limit] for start in range(0, len(word), limit))


def section(text: str) -> Block:
    """A paragraph of our own."""
    return {"type": "section", "text": markup(text)}


def row(text: str, control: Block, about: str) -> Block:
    """A line of a list with its one button; `about`: what it is about, for who hears the buttons and not the lines."""
    label = f"{control['text']['text']}: {about}"
    return {**section(text), "accessory": {**control, "accessibility_label": shortened(label, 75)}}


def verbatim(text: str) -> Block:
    """A paragraph of somebody else's."""
    return {"type": "section", "text": plain(text)}


def fields(pairs: Sequence[tuple[str, str]]) -> Block:
    """Names and values side by side, at most ten; values are escaped here."""
    return {"type": "section", "fields": [markup(f"*{name}*\n{escape(value) or '-'}") for name, value in pairs]}


def header(text: str) -> Block:
    return {"type": "header", "text": plain(text, HEADER_LIMIT)}


def context(*texts: str) -> Block:
    return {"type": "context", "elements": [markup(text) for text in texts]}


def divider() -> Block:
    return {"type": "divider"}


def picture(file_id: str, description: str) -> Block:
    """A picture that was uploaded to Slack."""
    return {"type": "image", "slack_file": {"id": file_id}, "alt_text": description}


def picture_at(url: str, description: str) -> Block:
    """One that we serve ourselves."""
    return {"type": "image", "image_url": url, "alt_text": description}


def button(text: str, action_id: str, value: str, style: str = "", confirm: Block | None = None) -> Block:
    """A button; `style` is primary, danger or nothing."""
    made: Block = {"type": "button", "text": plain(text, 75), "action_id": action_id, "value": value}
    if style:
        made["style"] = style
    if confirm:
        made["confirm"] = confirm
    return made


def more(action_id: str, *buttons: Block) -> list[Block]:
    """What is done less often, behind ⋯, at most five: each does what its button would; one alone stays as it is."""
    if len(buttons) < 2:
        return list(buttons)
    choices = [option(f"{one['action_id']} {one['value']}", one["text"]["text"]) for one in buttons]
    return [{"type": "overflow", "action_id": action_id, "options": choices}]


def confirmation(title: str, text: str, yes: str, no: str) -> Block:
    return {"title": plain(title, 100), "text": plain(text, 300), "confirm": plain(yes, 30), "deny": plain(no, 30)}


def actions(*buttons: Block) -> Block:
    return {"type": "actions", "elements": list(buttons)}


def _input(block_id: str, label: str, element: Block, *, optional: bool, hint: str, turn: int = 0) -> Block:
    """With another `turn` Slack forgets what was picked in the view before."""
    made: Block = {
        "type": "input",
        "block_id": block_id,
        "label": plain(label, 2000),
        "element": {**element, "action_id": f"{block_id}_input{turn or ''}"},
        "optional": optional,
    }
    if hint:
        made["hint"] = plain(hint, 2000)
    return made


def text_input(
    block_id: str,
    label: str,
    value: str = "",
    *,
    optional: bool = False,
    long: bool = False,
    placeholder: str = "",
    hint: str = "",
    longest: int = 0,
    focus: bool = False,
) -> Block:
    """A field to type in; with `focus` the cursor stands in it."""
    element: Block = {"type": "plain_text_input", "multiline": long}
    if value:
        element["initial_value"] = value
    if placeholder:
        element["placeholder"] = plain(placeholder, 150)
    if longest:
        element["max_length"] = longest
    if focus:
        element["focus_on_load"] = True
    return _input(block_id, label, element, optional=optional, hint=hint)


def date_input(block_id: str, label: str, value: str, *, optional: bool = False, hint: str = "") -> Block:
    """A day to pick, like 2026-01-31."""
    element = {"type": "datepicker", **({"initial_date": value} if value else {})}
    return _input(block_id, label, element, optional=optional, hint=hint)


def option(value: str, text: str, description: str = "") -> Block:
    made: Block = {"text": plain(text, OPTION_LIMIT), "value": value}
    if description:
        made["description"] = plain(description, OPTION_LIMIT)
    return made


def select_input(block_id: str, label: str, choices: Sequence[Block], value: str = "", turn: int = 0) -> Block:
    """A list to pick one from, searched by typing; one of them picked, or none yet."""
    element: Block = {"type": "static_select", "options": list(choices)}
    if value:
        chosen = next(choice for choice in choices if choice["value"] == value)
        element |= {"initial_option": chosen, "placeholder": plain(chosen["text"]["text"], 150)}
    return _input(block_id, label, element, optional=False, hint="", turn=turn)


def person_input(block_id: str, label: str) -> Block:
    """Anybody of the workspace, searched by name, or nobody."""
    return _input(block_id, label, {"type": "users_select"}, optional=True, hint="")


def radio_input(block_id: str, label: str, choices: Sequence[Block]) -> Block:
    """A few choices all in sight, none of them picked: not every Slack shows what is, a list (`select_input`) does."""
    return _input(block_id, label, {"type": "radio_buttons", "options": list(choices)}, optional=False, hint="")


def choice_input(block_id: str, label: str, choices: Sequence[Block], value: str) -> Block:
    """All in sight, or a list that shows which is picked."""
    return select_input(block_id, label, choices, value) if value else radio_input(block_id, label, choices)


def tick_input(block_id: str, label: str, text: str, *, ticked: bool) -> Block:
    choice = option("yes", text)
    element: Block = {"type": "checkboxes", "options": [choice]}
    if ticked:
        element["initial_options"] = [choice]
    return _input(block_id, label, element, optional=True, hint="")


def ticks_input(block_id: str, label: str, choices: Sequence[Block], *, ticked: bool = True) -> Block:
    """At most ten boxes, at first all of them ticked or none."""
    element: Block = {"type": "checkboxes", "options": list(choices)}
    if ticked:
        element["initial_options"] = list(choices)
    return _input(block_id, label, element, optional=True, hint="")


def modal(
    callback_id: str, title: str, blocks: Sequence[Block], *, close: str, submit: str = "", metadata: str = ""
) -> Block:
    """A modal; `submit` is empty where there is nothing to fill in."""
    made: Block = {
        "type": "modal",
        "callback_id": callback_id,
        "title": plain(title, 24),
        "close": plain(close, 24),
        "blocks": list(blocks),
        "private_metadata": metadata,
    }
    if submit:
        made["submit"] = plain(submit, 24)
    return made


def typed(view: Block, block_id: str) -> str:
    """What somebody filled in, as text: typed (tidied, see bot/entering.py), picked, dated or ticked; perhaps empty."""
    state: Block = next(iter(view["state"]["values"].get(block_id, {}).values()), {})
    if picked := state.get("selected_option"):
        return str(picked["value"])
    if "selected_options" in state:
        return ",".join(str(choice["value"]) for choice in state["selected_options"] or [])
    filled = state.get("value") or state.get("selected_date") or state.get("selected_user") or ""
    return _entered(view, block_id, str(filled))


def picked(view: Block, block_id: str) -> str:
    """What somebody picked, else what stood picked: not every Slack sends in what was preset."""
    asked: Block = next((block["element"] for block in view["blocks"] if block.get("block_id") == block_id), {})
    return typed(view, block_id) or str(asked.get("initial_option", {}).get("value", ""))


def _entered(view: Block, block_id: str, value: str) -> str:
    """Sentences in a field of several lines, else a value."""
    asked: Block = next((block["element"] for block in view["blocks"] if block.get("block_id") == block_id), {})
    return as_text(value) if asked.get("multiline") else as_line(value)


_BACK = "_back"


def pager(_: Texts, page: Page[Any], action_id: str, asked: str = "") -> list[Block]:
    """Buttons to turn pages, none where all lines are seen; `asked` names the list and comes back with the press."""
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
