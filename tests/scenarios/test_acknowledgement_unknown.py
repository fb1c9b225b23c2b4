"""Whether the acknowledgement arrived is not known: who has the reply has it sent once more, or leaves it."""

import pytest

from bot.mail.sending.sendgrid import SendGridMailer
from tests.doubles.slack import Message
from tests.scenarios.steps.mails import acknowledgement
from tests.stage import Stage

AGAIN, LEAVE = "Nog eens sturen", "Zo laten"


class Killed(BaseException):
    """The process is no more."""


@pytest.fixture
def reply(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Message:
    """Killed while the acknowledgement was handed over, and started again."""
    stage.lives("Noor")
    stage.approved()

    def dies(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(SendGridMailer, "send_letter", dies)
        with pytest.raises(Killed):
            stage.answers("Noor", "Ik zag een bus.")
    stage.restart()
    stage.later(seconds=18)
    return stage.reply_message()


def test_it_is_sent_once_more(stage: Stage, reply: Message) -> None:
    assert "Het is niet zeker of de ontvangstbevestiging aankwam" in reply.plain()
    assert {AGAIN, LEAVE} <= set(reply.buttons)
    stage.presses(stage.carla, reply, AGAIN)
    stage.slack.redeliver()
    stage.settle()
    assert stage.ephemeral(stage.carla, stage.triage) == "Dit is al gedaan."
    assert len(stage.mails_to("noor@example.nl")) == 2
    assert acknowledgement(stage) == "sent"
    assert not {AGAIN, LEAVE} & set(reply.buttons)
    assert [row.who for row in stage.audited("sends_acknowledgement_again")] == [stage.carla.id]


def test_it_is_left(stage: Stage, reply: Message) -> None:
    stage.presses(stage.carla, reply, LEAVE)
    assert acknowledgement(stage) == "left"
    assert not {AGAIN, LEAVE} & set(reply.buttons)
    assert "Niet zeker is" not in reply.plain()
    stage.later(hours=1)
    assert len(stage.mails_to("noor@example.nl")) == 1
    assert [row.who for row in stage.audited("leaves_acknowledgement")] == [stage.carla.id]


@pytest.mark.parametrize("what", [AGAIN, LEAVE, ""])
def test_what_the_provider_tells_later_counts(stage: Stage, what: str) -> None:
    """Told before it goes out once more, that is not needed any more."""
    stage.lives("Noor")
    stage.approved()
    stage.sendgrid.drop_next(stored=True)
    reply = stage.answers("Noor", "Ik zag een bus.")
    mail = stage.mail_to("noor@example.nl")
    assert "niet zeker" in reply.plain()
    if what:
        stage.carla.presses(reply, what)
        stage.program.listeners.wait_until_idle()
    events = stage.events.events_for(mail, "delivered")
    assert stage.events.post(stage.url("/mail/events"), events) == [200]
    stage.later(seconds=5)
    assert acknowledgement(stage) == "sent"
    assert len(stage.mails_to("noor@example.nl")) == 2
    assert not {AGAIN, LEAVE} & set(reply.buttons)


def test_a_colleague_who_has_it_is_asked_first(stage: Stage, reply: Message) -> None:
    stage.presses(stage.carla, reply, "Ik pak dit op")
    gina = stage.joins(stage.triage, "gina", "Gina Vos")
    stage.presses(gina, reply, AGAIN)
    assert gina.modal is not None
    assert len(stage.mails_to("noor@example.nl")) == 1


def test_nothing_goes_to_who_was_erased(stage: Stage, reply: Message) -> None:
    stage.rows("UPDATE replies SET erased_at = received_at")
    stage.presses(stage.carla, reply, AGAIN)
    assert "gewist" in stage.ephemeral(stage.carla, stage.triage)
    assert len(stage.mails_to("noor@example.nl")) == 1
