"""Strangers who answer no mail of ours filled bm-reacties by writing another name above each mail."""

from email.message import EmailMessage

import pytest

from storage.replies import floods
from tests.desk_steps import seen
from tests.doubles.citizen import reply_from
from tests.stage import Stage


def test_many_names_are_one_stranger(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(floods, "FLOOD_AN_HOUR", 4)
    stage.lives("Noor")
    stage.approved()
    ours = stage.mail_to("noor@example.nl")
    for number in range(9):
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = f"naam{number}@example.org", "antwoord@mail.example.nl", "Hallo"
        mail.set_content(f"Bericht nummer {number}.")
        posted = stage.inbound.post(stage.url("/mail/inbound"), mail.as_bytes(), [mail["To"]], mail["From"])
        assert posted == [200]
    stage.comes_in(reply_from(ours, "Ik zag echt iets."), ours.from_, "noor@example.nl")
    stage.later(seconds=31)
    told = [message.plain() for message in stage.triage.messages]
    assert len(told) == 4 + 2
    [flood] = [message for message in stage.triage.messages if "Stortvloed" in message.plain()]
    assert "5 mails aan geen van onze antwoordadressen, in korte tijd, staan hier niet apart." in flood.plain()
    assert any("Ik zag echt iets." in one for one in told)
    stage.presses(stage.carla, flood, "Toon")
    assert "Bericht nummer 8." in seen(stage.carla).text()
    assert "n•••@e•••.org" in seen(stage.carla).text()
