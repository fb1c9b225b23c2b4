"""Requests: changing one, seeing how it stands."""

from typing import Any

from tests.desk_steps import filled, seen
from tests.doubles.slack import Message, Modal, Person
from tests.stage import Stage

NO = "U heeft geen toegang. Vraag een superuser om hulp."
MENU = "\nWat kan ik wel?"
ONLY_INTAKE = f"Alleen service en intake, in #bm-aanvragen.{MENU}"
ONLY_RESPONDERS = f"Alleen het wijksecretariaat, in #bm-reacties.{MENU}"
ONLY_BURGLARY_TEAM = f"Alleen het woninginbrakenteam, in #bm-woninginbraken.{MENU}"
ONLY_SUPERUSERS = f"Alleen superusers, in #bm-regie.{MENU}"
SEND = "Goedkeuren en versturen"
BESIDE = ["Bekijk mail", "Aanpassen", "Terugsturen", "Proefmail naar mij", "Intrekken"]
"""What else can be done with a request that waits; the last two behind ⋯."""


def amends(stage: Stage, person: Person, message: Message, choice: str = "", **changes: Any) -> None:
    """`choice`: what a colleague does with it; on one's own request there is none."""
    preview = previewed(stage, person, message, **changes)
    assert preview.fill({"Wat wilt u doen?": choice} if choice else {}).submit().closed
    stage.settle()


def previewed(stage: Stage, person: Person, message: Message, **changes: Any) -> Modal:
    stage.presses(person, message, "Aanpassen")
    form = whole_form(person) if changes.keys() - {*seen(person).labels} else seen(person)
    outcome = filled(form, changes).submit()
    assert not outcome.errors, outcome.errors
    return seen(person)


def whole_form(person: Person) -> Modal:
    """From the three texts on to all that can be changed."""
    assert (
        not seen(person)
        .fill({"Ook iets anders wijzigen?": ["Delict, plaats, tijd, straal of BVH-nummer"]})
        .submit()
        .errors
    )
    return seen(person)


def offers(preview: Modal, value: str) -> None:
    """Somebody puts a choice into the form that it does not have."""
    option = {"text": {"type": "plain_text", "text": "Toch"}, "value": value}
    found = [block for block in preview.view.blocks if block.get("block_id") == "choice"]
    if not found:
        element = {"type": "radio_buttons", "action_id": "choice_input", "options": []}
        label = {"type": "plain_text", "text": "Wat wilt u doen?"}
        found = [{"type": "input", "block_id": "choice", "label": label, "element": element, "optional": True}]
        preview.view.blocks.extend(found)
    found[0]["element"]["options"].append(option)


def withdraws(stage: Stage, person: Person, message: Message) -> None:
    stage.presses(person, message, "Intrekken")
    assert seen(person).submit().closed
    stage.settle()


def statuses(stage: Stage) -> list[str]:
    return [row.status for row in stage.rows("SELECT status FROM alerts ORDER BY id")]
