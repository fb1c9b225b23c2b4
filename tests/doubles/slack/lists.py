"""Pressing what stands behind the last option of a menu, where that opens a list of the rest."""

import time
from typing import TYPE_CHECKING, Final

from .records import Message
from .screens import Outcome, Screen

if TYPE_CHECKING:
    from .people import Person

MORE: Final = "Meer ..."
LISTS: Final = {"Meer", "More"}
"""What the application under test calls them."""


def is_behind(where: Message | Screen, label: str) -> bool:
    names = {name for control in where.controls for name in (control.label, control.action_id)}
    return MORE in names and label not in names


def press_behind(person: "Person", where: Message | Screen, label: str) -> Outcome:
    person.presses(where, MORE)
    end = time.monotonic() + 20
    while person.modal is None or person.modal.title not in LISTS:
        assert time.monotonic() < end, f"{MORE} opened no list"
        time.sleep(0.005)
    return person.modal.fill({person.modal.labels[0]: label}).submit()
