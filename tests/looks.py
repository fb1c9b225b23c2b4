"""Looking at what the channel hides: press, say why, see."""

from tests.desk_steps import seen
from tests.doubles.slack import Message, Modal, Outcome, Person
from tests.stage import Stage

WHY = "Waarvoor heeft u dit nodig?"


def looks(stage: Stage, person: Person, message: Message, label: str, reason: str = "Onderzoek") -> Modal:
    """What this person is shown; why is asked where they did not tell a moment ago."""
    stage.presses(person, message, label)
    if WHY in seen(person).labels:
        outcome = seen(person).fill({WHY: reason}).submit()
        assert outcome == Outcome(acked=True), outcome
        stage.settle()
    return seen(person)
