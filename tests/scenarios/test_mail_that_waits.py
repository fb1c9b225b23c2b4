"""Whose trouble it is that a mail waits: the server's, a citizen's, ours; nobody loses their mail by it."""

from collections.abc import Sequence

import pytest

from bot.domain.alerts.mailings import Hitch, Outcome, Recipient, SendResult
from bot.mail.sending.sendgrid import SendGridMailer
from bot.records.mail import AlertMail
from tests.stage import Stage


@pytest.mark.parametrize(
    ("hitch", "told"),
    [
        (Hitch.ADDRESS, "op 2 adressen komt de mail nu niet aan"),
        (Hitch.TOO_LARGE, "de mail is te groot voor de mailserver"),
        (Hitch.SERVER, "de mailserver neemt de mail niet aan"),
    ],
)
def test_whose_trouble_it_is_is_told(stage: Stage, monkeypatch: pytest.MonkeyPatch, hitch: Hitch, told: str) -> None:
    monkeypatch.setattr(SendGridMailer, "batch_size", 1)
    stage.restart()
    stage.crowd(3)
    mailer = stage.program.workflow.sending._mailer
    send = mailer.send_alert

    def fails(mail: AlertMail, people: Sequence[Recipient]) -> SendResult:
        if hitch is Hitch.ADDRESS and people[0].email == "buur0@example.nl":
            return send(mail, people)
        return SendResult(Outcome.FAILED, "450", hitch=hitch)

    with monkeypatch.context() as patched:
        patched.setattr(mailer, "send_alert", fails)
        message = stage.approved()
        assert told in message.plain()
        others = {text for text in ("nu niet aan", "te groot", "neemt de mail niet") if text not in told}
        assert not [text for text in others if text in message.plain()]
    stage.later(minutes=10)
    assert "3 van 3" in message.plain()
    assert told not in message.plain()


@pytest.mark.parametrize("status", [404, 405, 413])
def test_a_gateway_in_front_of_the_provider_costs_nobody_their_mail(stage: Stage, status: int) -> None:
    stage.crowd(3)
    stage.sendgrid.fail_next(status=status)
    message = stage.approved()
    assert "wij proberen het opnieuw" in message.plain()
    stage.later(minutes=5)
    assert "3 van 3" in message.plain()
