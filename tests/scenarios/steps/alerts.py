"""Requests: changing one, seeing how it stands."""

from typing import Any

from tests.doubles.slack import Message, Modal, Person
from tests.stage import Stage

NO = "U heeft geen toegang. Vraag een superuser om hulp."
MENU = "\nWat kan ik wel?"
ONLY_INTAKE = f"Alleen service en intake, in #bm-aanvragen.{MENU}"
ONLY_RESPONDERS = f"Alleen het wijksecretariaat, in #bm-reacties.{MENU}"
ONLY_BURGLARY_TEAM = f"Alleen het woninginbrakenteam, in #bm-woninginbraken.{MENU}"
ONLY_SUPERUSERS = f"Alleen superusers, in #bm-regie.{MENU}"
SEND = "Goedkeuren en versturen"


def amends(stage: Stage, person: Person, message: Message, choice: str, **changes: Any) -> None:
    preview = previewed(stage, person, message, **changes)
    assert preview.fill({"Wat wilt u doen?": choice}).submit().closed
    stage.settle()


def previewed(stage: Stage, person: Person, message: Message, **changes: Any) -> Modal:
    stage.presses(person, message, "Aanpassen")
    assert person.modal is not None
    outcome = person.modal.fill(changes).submit()
    assert not outcome.errors, outcome.errors
    return person.modal


def statuses(stage: Stage) -> list[str]:
    return [row.status for row in stage.rows("SELECT status FROM alerts ORDER BY id")]
