"""The window that says what was found in a text."""

import json
from typing import Any

from tests.doubles.slack import Modal, Outcome
from tests.stage import Stage

REASON = "Waarom blijft dat staan?"


def boxes(modal: Modal) -> dict[str, list[str]]:
    """What can be kept, by the input that it stands in."""
    inputs = [block for block in modal.view.blocks if str(block.get("block_id", "")).startswith("keep_")]
    return {
        block["block_id"]: [choice["text"]["text"] for choice in block["element"]["options"]]
        for block in inputs
        if block["element"]["type"] == "checkboxes"
    }


def offered(modal: Modal) -> list[str]:
    """All that can be kept."""
    return [label for labels in boxes(modal).values() for label in labels]


def keeps(modal: Modal, *words: str, reason: str = "") -> Outcome:
    """Tick what holds these words, give the reason where there is one, and go on."""
    ticked = {
        block_id: [label for label in labels if any(one in label for one in words)]
        for block_id, labels in boxes(modal).items()
    }
    assert sum(map(len, ticked.values())) >= len(words), f"{words} are not all in {offered(modal)}"
    why = {REASON: reason} if reason else {}
    return modal.fill({**ticked, **why}).submit()


def details(stage: Stage, what: str) -> Any:
    """What the trail says of the newest time that this was done, and what stands beside it."""
    line = stage.audited(what)[-1]
    stored = [json.loads(one) if isinstance(one, str) else one or {} for one in (line.details, line.words)]
    return {**stored[0], **stored[1]}
