"""However a reply comes in, and whatever it is taken for, it can be answered; an answer that does not arrive shows."""

import pytest

from bot.connecting import build_addresses
from bot.mail.reading.reading import MimeReader
from tests.doubles.citizen import bounce
from tests.doubles.slack import Message
from tests.stage import Stage

ACKNOWLEDGED = "Wij hebben uw reactie ontvangen"
AFTER_ALL = "Toch een reactie"


@pytest.fixture
def alert(stage: Stage) -> Message:
    stage.lives("Noor")
    return stage.approved()


def writes(stage: Stage, head: str, words: str = "Hij droeg een breekijzer.") -> Message:
    """Noor answers the alert, with a head of her own."""
    to = stage.mails_to("noor@example.nl")[0].from_
    raw = f"{head}To: {to}\r\nMessage-ID: <a@example.nl>\r\n\r\n{words}\r\n".encode()
    stage.comes_in(raw, to, "noor@example.nl")
    return stage.reply_message()


def subjects(stage: Stage) -> list[str]:
    return [mail.subject for mail in stage.mails_to("noor@example.nl")[1:]]


def answer(stage: Stage, reply: Message) -> None:
    stage.presses(stage.carla, reply, "Relevant voor deze zaak")
    stage.writes_answer(stage.carla, reply)


def test_a_citizen_taken_for_a_machine_is_a_citizen_after_all(stage: Stage, alert: Message) -> None:
    reply = writes(stage, "From: noor@example.nl\r\nAuto-Submitted: auto-generated\r\nSubject: Re: Inbraak\r\n")
    assert "Automatisch antwoord" in reply.plain()
    assert subjects(stage) == []
    assert "1 reactie" not in alert.plain()

    stage.presses(stage.carla, reply, AFTER_ALL)
    assert "Automatisch antwoord" not in reply.plain()
    assert "Niet relevant" in reply.buttons
    assert "1 reactie" in alert.plain()
    assert "Carla Mulder ziet dat een deelnemer dit schreef" in reply.thread[-1].plain()
    assert [line.who for line in stage.audited("counted_as_reply")] == [stage.carla.id]
    assert subjects(stage) == [ACKNOWLEDGED]

    answer(stage, reply)
    assert subjects(stage) == [ACKNOWLEDGED, "Re: Inbraak"]


def test_a_mail_server_s_report_after_all_is_acknowledged_to_nobody(stage: Stage, alert: Message) -> None:
    """Nobody sits behind a daemon's address; what a colleague answers goes to who got the mail."""
    mail = stage.mail_to("noor@example.nl")
    stage.comes_in(bounce(mail, "4.2.2"), mail.from_, "")
    reply = stage.reply_message()
    stage.presses(stage.carla, reply, AFTER_ALL)
    assert "Niet relevant" in reply.buttons
    assert "Ontvangstbevestiging: niet verstuurd, de afzender is niet zeker" in reply.plain()
    answer(stage, reply)
    assert [one.to for one in stage.sendgrid.sent] == ["noor@example.nl"] * 2


def test_pressed_twice_it_counts_and_is_acknowledged_once(stage: Stage, alert: Message) -> None:
    reply = writes(stage, "From: noor@example.nl\r\nAuto-Submitted: auto-generated\r\nSubject: Re: Inbraak\r\n")
    piet = stage.joins(stage.triage, "piet", "Piet Smit")
    button = reply.blocks
    stage.presses(stage.carla, reply, AFTER_ALL)
    reply.blocks = button
    stage.presses(piet, reply, AFTER_ALL)
    assert stage.ephemeral(piet, stage.triage) == "Dit is al gedaan."
    assert (len(stage.audited("counted_as_reply")), subjects(stage)) == (1, [ACKNOWLEDGED])


def test_a_mail_that_does_not_say_who_it_is_from_is_answered_to_the_participant(stage: Stage, alert: Message) -> None:
    reply = writes(stage, "Subject: Re: Inbraak\r\n")
    assert subjects(stage) == [ACKNOWLEDGED]
    answer(stage, reply)
    assert subjects(stage) == [ACKNOWLEDGED, "Re: Inbraak"]


def test_a_mail_that_can_not_be_read_is_shown_and_can_be_answered(
    stage: Stage, alert: Message, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumbles(*_mail: object) -> None:
        raise RecursionError

    monkeypatch.setattr(MimeReader, "read", stumbles)
    to = stage.mail_to("noor@example.nl").from_
    stage.comes_in(b"whatever", to, "noor@example.nl")
    assert not stage.triage.messages
    for _ in range(6):
        stage.later(minutes=1)
    reply = stage.reply_message()
    assert "(kon niet worden gelezen)" in reply.plain()
    assert "BM-2026-0001" in reply.plain()
    assert "Reactie 1 kon niet worden gelezen" in stage.supervision.messages[-1].plain()
    [kept] = stage.rows("SELECT raw FROM inbound")
    assert bytes(kept.raw).endswith(b"whatever")
    answer(stage, reply)
    assert subjects(stage) == ["Uw informatie kan ons onderzoek helpen"]


def test_an_answer_that_does_not_arrive_is_owed_again_and_the_alert_did_arrive(stage: Stage, alert: Message) -> None:
    reply = writes(stage, "From: noor@example.nl\r\nSubject: Re: Inbraak\r\n")
    answer(stage, reply)
    assert "antwoord verstuurd" in reply.plain()
    [letter] = stage.rows("SELECT message_id FROM letters WHERE kind = 'answer'")
    returns = build_addresses(stage.settings()).returns_of(letter.message_id)
    mail = stage.mail_to("noor@example.nl")
    report = bounce(mail).decode().replace(mail.from_, returns).replace(mail.headers["Message-ID"], "<lost@example.nl>")
    stage.comes_in(report.encode(), returns, "")
    assert "teruggekomen" in reply.plain()
    assert "nog te doen: inbrakenteam, antwoord" in reply.plain()
    assert [row.state for row in stage.rows("SELECT state FROM deliveries")] == ["sent"]
    assert [row.status for row in stage.rows("SELECT status FROM participants")] == ["active"]

    stage.comes_in(f"From: noor@example.nl\r\nTo: {returns}\r\n\r\nNog iets.".encode(), returns, "noor@example.nl")
    assert "BM-2026-0001" in stage.reply_message().plain()
