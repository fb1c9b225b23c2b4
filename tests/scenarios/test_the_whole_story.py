"""From request to answered citizen, over Socket Mode and over HTTP, on both databases."""

import pytest

from tests.doubles.citizen import reply_from
from tests.stage import Stage


@pytest.fixture(params=[True, False], ids=["socket", "http"])
def socket_mode(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def test_anna_asks_bram_approves_a_citizen_answers_carla_handles_daan_looks(stage: Stage) -> None:
    stage.lives("Noor")
    stage.lives("Omar", metres=280)
    stage.lives("Puck", metres=400)

    message = stage.asks(stage.anna)
    assert "BM-2026-0001" in message.plain()
    assert "Wacht op goedkeuring" in message.plain()

    stage.presses(stage.bram, message, "Goedkeuren en versturen")
    assert "2 van 2" in message.plain()
    assert {mail.to for mail in stage.sendgrid.sent} == {"noor@example.nl", "omar@example.nl"}

    mail = stage.mail_to("noor@example.nl")
    stage.comes_in(reply_from(mail, "Ik zag een grijze bus met een deuk."), mail.from_, "noor@example.nl")
    reply = stage.reply_message()
    assert "Ik zag een grijze bus met een deuk." in reply.plain()
    assert "Niet relevant" in reply.buttons
    assert "Wij hebben uw reactie ontvangen" in stage.mail_to("noor@example.nl").subject

    stage.presses(stage.carla, reply, "Relevant voor deze zaak")
    stage.sends_on(stage.carla, reply)
    stage.presses(stage.carla, reply, "Beantwoorden")
    answer = stage.carla.modal
    assert answer is not None
    assert "Ik zag een grijze bus met een deuk." in answer.text()
    assert answer.submit().closed
    stage.settle()
    assert "aan onze rechercheurs" in stage.mail_to("noor@example.nl").text

    stage.presses(stage.carla, reply, "Staat in BVH")
    form = stage.carla.modal
    assert form is not None
    assert form.fill({"BVH-nummer": "2026-001234-2"}).submit().closed
    stage.settle()
    assert "afgehandeld door" in reply.plain()

    parent = stage.burglary.messages[-1]
    lead = parent.thread[-1]
    stage.judges(stage.daan, lead, "Bruikbaar")
    assert "inbrakenteam: bruikbaar" in reply.plain()
    assert "1 bruikbaar" in parent.plain()
