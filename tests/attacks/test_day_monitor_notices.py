"""Strangers filled bm-regie by mailing the day monitor's address: each made-up sender was told there."""

from email.message import EmailMessage
from email.utils import make_msgid
from typing import Any

import pytest

from bot.workflow.day_monitor.day_monitor_mail import MOST_REFUSALS
from tests.stage import Stage

ADDRESS = "antwoord+dagmonitor@mail.example.nl"


@pytest.fixture
def overrides() -> dict[str, Any]:
    return {"day_monitor_address": ADDRESS, "day_monitor_senders": "dik@example.nl"}


def mails(stage: Stage, sender: str) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, ADDRESS, "Dagmonitor"
    mail["Message-ID"] = make_msgid()
    mail.set_content("Zie bijlage.")
    assert stage.inbound.post(stage.url("/mail/inbound"), mail.as_bytes(), [ADDRESS], sender) == [200]


def test_many_made_up_senders_are_told_of_few_times_a_day(stage: Stage) -> None:
    for number in range(30):
        mails(stage, f"naam@x.lees-dit-{number}")
    stage.settle()
    assert len(stage.supervision.messages) == MOST_REFUSALS
    mails(stage, "dik@example.nl")  # who may, and forgot the file, is told of all the same
    stage.settle()
    assert "geen CSV- of Excel-bestand" in stage.supervision.messages[-1].plain()
    stage.later(days=1)
    mails(stage, "naam@x.lees-dit-0")
    stage.settle()
    assert len(stage.supervision.messages) > MOST_REFUSALS + 1
