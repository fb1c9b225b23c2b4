"""What stood before people in the course of a story."""

from dataclasses import dataclass, field
from typing import Any

import pytest

from bot.slack import ids
from storage import paging
from tests.doubles.slack import Modal
from tests.doubles.slack.surfaces import elements_of
from tests.stage import Stage

Json = dict[str, Any]


@dataclass
class Recorder:
    """What stood before anybody: one of each kind of button, as it was drawn, and one of each kind of form."""

    pressed: dict[str, Json] = field(default_factory=dict)
    forms: dict[str, Json] = field(default_factory=dict)

    def __call__(self, _place: str, blocks: list[Json]) -> None:
        for element in (element for block in blocks for element in elements_of(block)):
            if element["type"] == "button" and "action_id" in element:
                self.pressed.setdefault(element["action_id"].partition(ids.AT)[0], element)
            for option in element.get("options", []) if element["type"] == "overflow" else []:
                self.pressed.setdefault(ids.MORE, {**element, "selected_option": option})
                action_id, _space, value = option["value"].partition(" ")
                self.pressed.setdefault(action_id, {"type": "button", "action_id": action_id, "value": value})

    def keep(self, stage: Stage) -> None:
        """Every form that stands before somebody now."""
        for stack in stage.slack.world.stacks.values():
            for view in stack:
                shown = stage.slack.world.view_payload(view)
                self.forms.setdefault(shown["callback_id"], shown)
                if shown["callback_id"] == ids.MORE_FORM:
                    self._behind_more(shown)

    def _behind_more(self, shown: Json) -> None:
        reply_id = shown["private_metadata"].partition("\nfrom ")[0]
        for option in shown["blocks"][-1]["element"]["options"]:
            pressed = {"type": "button", "action_id": option["value"], "value": reply_id}
            self.pressed.setdefault(option["value"], pressed)


def short_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that few lines are a list that goes on."""
    for module in ("storage.leads.leads", "storage.privacy.looks"):
        monkeypatch.setattr(f"{module}.A_PAGE", 1)
    monkeypatch.setitem(paging.turned.__kwdefaults__ or {}, "size", 1)
    monkeypatch.setattr("storage.desk.boards.PAGE", 1)
    monkeypatch.setattr("storage.day_monitor.dividing.PAGE", 2)
    monkeypatch.setattr("storage.desk.lateness.MOST_LINES", 1)
    monkeypatch.setattr("bot.slack.leads.lead_message.MANY", 1)
    monkeypatch.setattr("bot.slack.participants.reach_message.ROWS", 1)


def first_option(form: Modal, label: str) -> Any:
    [element] = [block["element"] for block in form.view.blocks if block.get("label", {}).get("text") == label]
    first = element["options"][0]["value"]
    return [first] if element["type"] == "checkboxes" else first
