"""An answer that comes after all, and one address that the provider does not take: what is known counts."""

from datetime import timedelta
from typing import Any

import pytest

from bot.domain.alerts.mailings import EVENTS_PATIENCE, SendResult
from tests.scenarios.steps.mails import acknowledgement
from tests.stage import Stage


def test_one_address_the_provider_does_not_take_costs_nobody_else_their_mail(stage: Stage) -> None:
    stage.crowd(9)
    stage.rows("UPDATE participants SET email = 'jörg@example.nl' WHERE email = 'buur4@example.nl'")
    message = stage.approved()
    stage.restart()
    stage.settle()
    assert sorted(mail.to for mail in stage.sendgrid.sent) == [f"buur{n}@example.nl" for n in range(9) if n != 4]
    assert "8 van 9 verstuurd" in message.plain()
    assert "⚠️ 1 niet verstuurd of afgemeld" in message.plain()
    [refused] = stage.rows("SELECT detail FROM batches WHERE status = 'refused'")
    assert "personalizations" in refused.detail
    assert "jörg" not in refused.detail
    stage.sendgrid.forget_refused()


def test_a_call_that_outlives_its_lease_settles_what_the_superusers_were_asked(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.lives("Noor")
    sending = stage.program.workflow.sending
    in_time = sending._mailer.send_alert

    def slowly(*mail: Any) -> SendResult:
        result = in_time(*mail)
        for _ in range(2):  # the lease runs out; nothing is heard of it
            stage.wait(EVENTS_PATIENCE + timedelta(minutes=5))
            sending.recover()
        while stage.program.workflow.posting.deliver_next():
            pass
        assert "Opnieuw versturen" in stage.supervision.messages[-1].buttons
        return result

    monkeypatch.setattr(sending._mailer, "send_alert", slowly)
    message = stage.approved()
    stage.later(seconds=5)
    assert "1 van 1" in message.plain()
    assert "Opgelost" in stage.supervision.messages[-1].plain()
    assert not stage.supervision.messages[-1].buttons


def test_so_does_a_letter(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.lives("Noor")
    stage.approved()
    posting = stage.program.workflow.posting
    mailer = stage.program.workflow.sending._mailer
    in_time = mailer.send_letter

    def slowly(*mail: Any) -> SendResult:
        result = in_time(*mail)
        stage.wait(timedelta(hours=1))
        while posting.deliver_next():  # another worker finds the lease run out
            pass
        assert [row.status for row in stage.rows("SELECT status FROM letters")] == ["unknown"]
        return result

    monkeypatch.setattr(mailer, "send_letter", slowly)
    stage.answers("Noor", "Ik zag iets.")
    assert acknowledgement(stage) == "sent"
