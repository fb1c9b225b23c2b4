"""Writing down what a caller tells."""

from tests.doubles.slack import Message, Modal, Person
from tests.stage import Stage

TOLD = {"Wat vertelde de beller?": "Er reed een grijze bus weg.", "Naam van de beller": "Gijs Faber"}


def form(stage: Stage, person: Person, typed: str = "telefoon BM-2026-0001") -> Modal:
    channel = stage.triage if person is stage.carla else stage.intake
    person.command("/burgernetmail", typed, channel)
    return stage.slack.wait_for(lambda: person.modal)


def called(stage: Stage, **more: str) -> Message:
    """Carla took a call."""
    assert form(stage, stage.carla).fill({**TOLD, "Telefoonnummer": "06 12345678", **more}).submit().closed
    stage.settle()
    return stage.reply_message()
