"""Strangers who answer no mail of ours filled bm-reacties by writing another name above each mail, by posing as mail
servers, and by writing to where answers to our test mails go.
"""

from email.message import EmailMessage

import pytest

from storage.replies import floods
from tests.desk_steps import seen
from tests.doubles.citizen import reply_from
from tests.stage import Stage

MOST = 4
ANSWERS, TESTS = "antwoord@mail.example.nl", "antwoord+proef@mail.example.nl"


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(floods, "FLOOD_AN_HOUR", MOST)


def pours_in(stage: Stage, sender: str, to: str, subject: str = "Hallo") -> None:
    for number in range(9):
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = sender.format(number), to, subject
        mail.set_content(f"Bericht nummer {number}.")
        posted = stage.inbound.post(stage.url("/mail/inbound"), mail.as_bytes(), [to], mail["From"])
        assert posted == [200]


@pytest.mark.parametrize(
    ("sender", "to", "subject"),
    [
        ("MAILER-DAEMON@server{}.example.org", ANSWERS, "Undelivered Mail Returned to Sender"),
        ("naam{}@example.org", TESTS, "Re: [Test] Inbraak"),
        ("MAILER-DAEMON@server{}.example.org", TESTS, "Undelivered Mail Returned to Sender"),
    ],
)
def test_what_poses_as_a_machine_is_a_stranger_too(stage: Stage, sender: str, to: str, subject: str) -> None:
    pours_in(stage, sender, to, subject)
    stage.later(seconds=31)
    assert len(stage.triage.messages) == MOST + 1
    assert "5 mails aan geen van onze antwoordadressen" in stage.triage.messages[-1].plain()


def test_many_names_are_one_stranger(stage: Stage) -> None:
    stage.lives("Noor")
    stage.approved()
    ours = stage.mail_to("noor@example.nl")
    pours_in(stage, "naam{}@example.org", ANSWERS)
    stage.comes_in(reply_from(ours, "Ik zag echt iets."), ours.from_, "noor@example.nl")
    stage.later(seconds=31)
    told = [message.plain() for message in stage.triage.messages]
    assert len(told) == MOST + 2
    [flood] = [message for message in stage.triage.messages if "Stortvloed" in message.plain()]
    assert "5 mails aan geen van onze antwoordadressen, in korte tijd, staan hier niet apart." in flood.plain()
    assert any("Ik zag echt iets." in one for one in told)
    stage.presses(stage.carla, flood, "Toon")
    assert "Bericht nummer 8." in seen(stage.carla).text()
    assert "n•••@e•••.org" in seen(stage.carla).text()
