"""An urgent mail calls all who are in bm-reacties, at night too: with no address but ours one had it so all night."""

from email.message import EmailMessage
from typing import Final

import pytest

from tests.doubles.citizen import reply_from
from tests.doubles.slack import Message
from tests.stage import Stage

NOW: Final = "Er staat NU iemand bij de achterdeur, kom snel!"
ANSWERS: Final = "antwoord@mail.example.nl"


@pytest.fixture(autouse=True)
def _street(stage: Stage) -> None:
    for name in ("Noor", "Omar"):
        stage.lives(name)
    stage.approved()


def calling(stage: Stage) -> list[Message]:
    return [one for one in stage.triage.messages if "<!here" in str(one.blocks)]


def cries(stage: Stage, number: int) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = f"naam{number}@example.org", ANSWERS, f"Help {number}"
    mail.set_content(NOW)
    stage.comes_in(mail, ANSWERS, f"naam{number}@example.org")


def test_strangers_call_a_few_times_an_hour_and_stand_out_all_the_same(stage: Stage) -> None:
    for number in range(6):
        cries(stage, number)
    assert len(calling(stage)) == 3
    assert all(one.text.startswith("Spoed") for one in stage.triage.messages)
    ours = stage.mail_to("omar@example.nl")
    stage.comes_in(reply_from(ours, NOW), ours.from_, "omar@example.nl")
    assert len(calling(stage)) == 4, "a citizen is heard all the same"
    stage.later(minutes=61)
    cries(stage, 7)
    assert len(calling(stage)) == 5


def test_who_writes_on_does_not_either(stage: Stage) -> None:
    ours = stage.mail_to("noor@example.nl")
    for number in range(6):
        stage.comes_in(reply_from(ours, f"{NOW} {number}"), ours.from_, "noor@example.nl")
    assert len(calling(stage)) == 3
