"""Looking at what the channel hides: press, say why, see."""

from tests.doubles.slack import Message, Modal, Outcome, Person
from tests.stage import Stage, seen

WHY = "Waarvoor heeft u dit nodig?"


def looks(stage: Stage, person: Person, message: Message, label: str, reason: str = "Onderzoek") -> Modal:
    """What this person is shown."""
    stage.presses(person, message, label)
    outcome = seen(person).fill({WHY: reason}).submit()
    assert outcome == Outcome(acked=True), outcome
    stage.settle()
    return seen(person)
