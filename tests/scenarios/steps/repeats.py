"""Two burglaries near each other, and the mail with tips that the bot proposes then."""

from typing import Any, Final

from tests.desk_steps import seen
from tests.doubles.slack import Message, Person
from tests.scenarios.steps.alerts import SEND
from tests.stage import Stage, X, Y

ASK: Final = "Preventieve mail aanvragen"
NO: Final = "Niet nodig"
NUMBER: Final = "Huisnummer (komt niet in de mail)"
SECOND: Final[dict[str, Any]] = {"BVH-nummer (intern)": "2026-005678", NUMBER: "40", "Begintijd": "11:00"}
THIRD: Final[dict[str, Any]] = {"BVH-nummer (intern)": "2026-007777", NUMBER: "40", "Begintijd": "11:15"}


def it_happens_again(stage: Stage) -> Message:
    """Two burglaries 120 m from each other are out; the bot's proposal in the channel."""
    stage.lives("Noor", metres=120)
    stage.lives("Omar")
    stage.geocoder.knows("Kattenbroekstraat", "40", "3823 AB", "Amersfoort", X + 120, Y)
    goes_out(stage)
    goes_out(stage, **SECOND)
    return proposal(stage)


def goes_out(stage: Stage, **changes: Any) -> Message:
    message = stage.asks(**changes)
    stage.presses(stage.bram, message, SEND)
    return message


def proposals(stage: Stage) -> list[Message]:
    return [message for message in stage.intake.messages if "Opnieuw inbraak dichtbij" in message.plain()]


def proposal(stage: Stage) -> Message:
    [message] = proposals(stage)
    return message


def files(stage: Stage, person: Person, message: Message, label: str = ASK) -> Message:
    """Ask for the mail that is proposed, with the words that stand ready."""
    stage.presses(person, message, label)
    assert not seen(person).submit().errors
    assert seen(person).submit().closed
    stage.settle()
    return stage.alert_message()


def told(stage: Stage) -> list[str]:
    """Who got tips."""
    return sorted(mail.to for mail in stage.sendgrid.sent if mail.subject.startswith("Tips"))
