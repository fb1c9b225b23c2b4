"""Where the practice workspace differs from Slack, put right for the demo only: the bot itself knows nothing of it."""

import re
from collections.abc import Callable, Mapping
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

from slack_bolt import Ack, BoltContext, BoltResponse
from slack_sdk import WebClient

Body = dict[str, Any]
_INITIAL = {
    "plain_text_input": ("value", "initial_value"),
    "static_select": ("selected_option", "initial_option"),
    "radio_buttons": ("selected_option", "initial_option"),
    "checkboxes": ("selected_options", "initial_options"),
    "datepicker": ("selected_date", "initial_date"),
}

_MARKUP = re.compile(r"[<*_~`]|^>|://|:\w+:", re.MULTILINE)
"""What local-slack would draw as a mention, a style, a quote, a link or a smiley: a citizen's words must not."""


NEW_LINE = " ¶ "
"""local-slack's long text fields have one line: what stands in them would lose its line breaks when it is edited."""


def fill_in_initial_values(body: Body, next: Callable[[], Any]) -> Any:  # noqa: A002 - Bolt's name for the next step
    """local-slack shows initial values but submits nothing for what was not touched; Slack submits them."""
    if body.get("type") == "view_submission":
        for block in body["view"]["blocks"]:
            if block["type"] == "input":
                state = body["view"]["state"]["values"].setdefault(block["block_id"], {})
                _fill(block["element"], state)
                _break_lines(state.get(block["element"]["action_id"]) or {})
    return next()


def _break_lines(typed: Body) -> None:
    if isinstance(text := typed.get("value"), str):
        typed["value"] = re.sub(r" ?¶ ?", "\n", text)


def _fill(element: Body, state: Body) -> None:
    if element["type"] not in _INITIAL:
        return
    value, initial = _INITIAL[element["type"]]
    typed = state.setdefault(element["action_id"], {"type": element["type"]})
    if typed.get(value) in (None, []) and initial in element:
        typed[value] = element[initial]


def acknowledge_its_way(body: Body, context: BoltContext, next: Callable[[], Any]) -> Any:  # noqa: A002 - Bolt's name
    """Bolt hands listeners an ack of its own making."""
    blocks = (body.get("view") or {}).get("blocks", [])
    context["ack"] = PracticeAck({one["block_id"]: one["label"]["text"] for one in blocks if one["type"] == "input"})
    return next()


class PracticeAck(Ack):
    """Acknowledges as Bolt does, with views that local-slack shows as Slack would.

    local-slack folds the lines of plain text, and names what is wrong, below the form, by its block: here by its label.
    """

    def __init__(self, labels: Mapping[str, str]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # Bolt gives it no types
        self._labels = labels

    def __call__(self, *texts: Any, **answer: Any) -> BoltResponse:
        """As Bolt's."""
        if "view" in answer:
            answer["view"] = _in_lines(answer["view"])
        if "errors" in answer:
            answer["errors"] = {self._labels.get(name, name): text for name, text in answer["errors"].items()}
        return super().__call__(*texts, **answer)


def _in_lines(view: Body) -> Body:
    return {**view, "blocks": [part for block in view["blocks"] for part in _with_lines(_on_one_line(block))]}


def _on_one_line(block: Body) -> Body:
    """A text to edit, its line breaks marked."""
    element = block.get("element", {})
    if block["type"] != "input" or "\n" not in element.get("initial_value", ""):
        return block
    marked = element["initial_value"].replace("\n", NEW_LINE)
    return {**block, "element": {**element, "initial_value": marked}}


def _with_lines(block: Body) -> list[Body]:
    """As marked-up text, which keeps its lines; a line that the mark-up would change stays plain, in its own block."""
    text = block.get("text")
    if block["type"] != "section" or not text or text["type"] != "plain_text" or "\n" not in text["text"]:
        return [block]
    marked = groupby(text["text"].splitlines(), lambda line: bool(_MARKUP.search(line)))
    runs = [run for is_marked, lines in marked for run in (lines if is_marked else ["\n".join(lines)])]
    return [_section(run) for run in runs if run.strip()]


def _section(text: str) -> Body:
    kind = "plain_text" if _MARKUP.search(text) else "mrkdwn"
    return {"type": "section", "text": {"type": kind, "text": text}}


class PracticeClient(WebClient):
    """local-slack folds plain text and knows pictures by their address only; Slack shows an uploaded file by its id."""

    def views_open(self, *, view: Body, **arguments: Any) -> Any:  # type: ignore[override]
        """As Slack's, with line breaks, pictures by their address."""
        return super().views_open(view=self._shown(view), **arguments)

    def views_update(self, *, view: Body, **arguments: Any) -> Any:  # type: ignore[override]
        """As Slack's, with line breaks, pictures by their address."""
        return super().views_update(view=self._shown(view), **arguments)

    def _shown(self, view: Body) -> Body:
        return _in_lines({**view, "blocks": [self._with_address(block) for block in view["blocks"]]})

    def chat_postMessage(self, **arguments: Any) -> Any:  # noqa: N802 - Slack's own name
        """As Slack's, pictures by their address."""
        return super().chat_postMessage(**self._with_addresses(arguments))

    def chat_update(self, **arguments: Any) -> Any:
        """As Slack's, pictures by their address."""
        return super().chat_update(**self._with_addresses(arguments))

    def _with_addresses(self, arguments: Body) -> Body:
        given = arguments.get("blocks") or []
        blocks = [part for block in given for part in _with_lines(self._with_address(block))]
        return {**arguments, "blocks": blocks or None}

    def _with_address(self, block: Body) -> Body:
        if "slack_file" not in block:
            return block
        link = str(self.files_info(file=block["slack_file"]["id"])["file"]["permalink"])
        others = {name: value for name, value in block.items() if name != "slack_file"}
        return {**others, "image_url": urlsplit(link).path}
