"""A form with a text for a citizen, once more: with what was found in it, or with the text as it has become."""

from hashlib import sha256
from typing import Any

from bot.slack import ids
from bot.slack.blocks import Block, plain, section
from bot.slack.guard_blocks import count_line, found_blocks, is_ours, kept_reason, long_sentences, remembered
from bot.texts import Texts
from bot.workflow.letters.guarding import ToLookAt

_HELD = {
    "plain_text_input": ("value", "initial_value"),
    "checkboxes": ("selected_options", "initial_options"),
    "radio_buttons": ("selected_option", "initial_option"),
    "static_select": ("selected_option", "initial_option"),
}
"""By an input's type: the key of its value in Slack's state, and the key of its initial value."""


def look_again(_: Texts, view: Block, found: ToLookAt) -> Block:
    """Nothing that was filled in is lost; only the text that changed is shown anew."""
    theirs = [_as_filled(view, block, found) for block in view["blocks"] if not is_ours(block)]
    last = _("Save") if view["callback_id"] in {ids.TEMPLATE_FORM, ids.HANDLE_FORM} else _("Send")
    same = {name: view[name] for name in ("type", "callback_id", "title", "close", "private_metadata")}
    blocks = [*_told(_, view, found), *theirs]
    return {**same, "blocks": blocks, "submit": plain(_("Continue") if found.findings else last, 24)}


def _told(_: Texts, view: Block, found: ToLookAt) -> list[Block]:
    reason = str(_state(view, "keep_reason").get("value") or "")
    before, long = remembered(_, found.kept), [_named(one) for one in long_sentences(_, found.long)]
    if found.findings:
        told = f"{count_line(_, found.findings)} {_('With Continue you see the text as it then becomes.')}"
        intro = {**section(told), "block_id": "guard_intro"}
        return [*before, *found_blocks(_, found.findings, intro, reason=reason), *long]
    intro = {**section(_("This is how the text reads now.")), "block_id": "guard_intro"}
    return [intro, *before, *kept_reason(_, found.kept, reason), *long]


def _named(block: Block) -> Block:
    return {**block, "block_id": "guard_long"}


def _as_filled(view: Block, block: Block, found: ToLookAt) -> Block:
    if block["type"] != "input":
        return block
    element, state = dict(block["element"]), _state(view, block["block_id"])
    held, initial = _HELD[element["type"]]
    value: Any = state.get(held)
    if block["block_id"] == found.field and value != found.text:
        value = found.text
        element["action_id"] = f"{found.field}_{sha256(value.encode()).hexdigest()[:8]}"  # else Slack shows the old one
    element.pop(initial, None)
    return {**block, "element": {**element, **({initial: value} if value else {})}}


def _state(view: Block, block_id: str) -> Block:
    state: Block = next(iter(view["state"]["values"].get(block_id, {}).values()), {})
    return state
