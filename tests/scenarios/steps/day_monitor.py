"""The day monitor, and dividing its incidents in the morning."""

from tests.doubles.slack import Message, Modal, Person
from tests.stage import Stage

HERE, GONE, FAIRLY = "Ik ben er vandaag", "Niet meer aanwezig", "Eerlijk verdelen"
HEADER = "BVH-nummer;Delict;Straat;Huisnr;Postcode;Plaats;Pleegdatum van;Pleegtijd van;Pleegtijd tot;Modus operandi"


def answer(message: Message) -> str:
    [told] = message.thread
    return told.plain()


def begins(stage: Stage) -> Message:
    stage.program.workflow.dividing.begin_morning()
    stage.settle()
    return mornings(stage)[-1]


def mornings(stage: Stage) -> list[Message]:
    return [message for message in stage.intake.messages if "Verdelen ·" in message.plain()]


def opens(stage: Stage, person: Person, message: Message, action: str) -> Modal:
    stage.presses(person, message, action)
    return stage.slack.wait_for(lambda: person.modal)
