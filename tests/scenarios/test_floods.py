"""Somebody sends mail after mail: all of it is kept, and everybody else goes on as if nothing happened."""

import re
from email.message import EmailMessage

import pytest

from bot.domain.replies.replies import FLOOD_AN_HOUR
from tests.desk_steps import seen
from tests.doubles.citizen import reply_from
from tests.doubles.slack import Message
from tests.stage import Stage

MORE = 90


@pytest.fixture
def alert(stage: Stage) -> Message:
    """A mail that Noor and Omar got."""
    stage.lives("Noor", metres=120)
    stage.lives("Omar")
    return stage.approved()


def numbered(stage: Stage, number: int, to: str = "") -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"] = "noor@example.nl", to or stage.mails_to("noor@example.nl")[0].from_
    mail["Subject"] = "Re: Inbraak"
    mail.set_content(f"Bericht nummer {number}.")
    return mail


def pours_in(stage: Stage, numbers: range, to: str = "") -> None:
    """They reach the provider before anything is read."""
    for number in numbers:
        mail = numbered(stage, number, to)
        assert stage.inbound.post(stage.url("/mail/inbound"), mail.as_bytes(), [mail["To"]], mail["From"]) == [200]


def floods(stage: Stage) -> list[Message]:
    return [message for message in stage.triage.messages if "Stortvloed" in message.plain()]


def test_a_flood_is_one_message_and_holds_up_nobody(stage: Stage, alert: Message) -> None:
    pours_in(stage, range(FLOOD_AN_HOUR + MORE))
    omars = stage.mail_to("omar@example.nl")
    raw = reply_from(omars, "Ik zag echt iets.")
    stage.inbound.post(stage.url("/mail/inbound"), raw, [omars.from_], "omar@example.nl")
    stage.program.workflow.receiving.read_waiting()
    assert stage.rows("SELECT id FROM replies WHERE from_address = 'omar@example.nl'")

    stage.settle()
    stage.later(seconds=31)
    [flood] = floods(stage)
    assert len(stage.triage.messages) == FLOOD_AN_HOUR + 2
    assert f"{MORE} mails van één afzender in korte tijd staan hier niet apart." in flood.plain()
    assert "Kattenbroek, op 120 m afstand · n•••@e•••.nl" in flood.plain()
    assert "noor@example.nl" not in str(flood.blocks)
    assert f"{FLOOD_AN_HOUR + 1} reacties" in alert.plain()
    assert len(stage.rows("SELECT id FROM inbound WHERE read_at IS NOT NULL")) == FLOOD_AN_HOUR + MORE + 1
    assert [len(stage.mails_to(f"{name}@example.nl")) for name in ("noor", "omar")] == [2, 2]

    told = stage.visits("/metrics").text
    assert f'burgernetmail_inbound_total{{kind="mail",label="flood"}} {MORE}.0' in told
    assert f'burgernetmail_inbound_total{{kind="mail",label="reply"}} {FLOOD_AN_HOUR + 1}.0' in told


def test_all_of_it_can_be_read_newest_first(stage: Stage, alert: Message) -> None:
    pours_in(stage, range(FLOOD_AN_HOUR + MORE))
    stage.settle()
    stage.presses(stage.carla, floods(stage)[0], "Toon")
    read, pages = [], 0
    while True:
        pages += 1
        read += [int(number) for number in re.findall(r"Bericht nummer (\d+)", seen(stage.carla).text())]
        if pages == 3:
            break
        assert not seen(stage.carla).submit().closed
    assert seen(stage.carla).submit().closed
    assert read == list(range(FLOOD_AN_HOUR + MORE - 1, FLOOD_AN_HOUR - 1, -1))


def test_one_that_matters_becomes_a_reply_like_others(stage: Stage, alert: Message) -> None:
    pours_in(stage, range(FLOOD_AN_HOUR + 3))
    stage.settle()
    stage.presses(stage.carla, floods(stage)[0], "Toon")
    chosen = {"Wat wilt u doen?": "Behandel 3 als gewone reactie"}
    assert seen(stage.carla).fill(chosen).submit().closed
    stage.settle()
    reply = stage.reply_message()
    assert f"Bericht nummer {FLOOD_AN_HOUR}." in reply.plain()
    stage.presses(stage.carla, reply, "Relevant voor deze zaak")
    assert "nog te doen: inbrakenteam, antwoord, BVH" in reply.plain()
    assert "2 mails van één afzender" in floods(stage)[0].plain()
    assert f"{FLOOD_AN_HOUR + 1} reacties" in alert.plain()
    pours_in(stage, range(900, 901))
    stage.settle()
    stage.later(seconds=31)
    assert len(floods(stage)) == 1
    assert "3 mails van één afzender" in floods(stage)[0].plain()
    assert [line.who for line in stage.audited("took_out_of_flood")] == [stage.carla.id]


def test_a_flood_without_a_token_is_one_too_and_the_next_day_is_another(stage: Stage, alert: Message) -> None:
    to = "antwoord@mail.example.nl"
    pours_in(stage, range(FLOOD_AN_HOUR + 2), to)
    stage.settle()
    assert "zonder bekende mail" in floods(stage)[0].plain()
    stage.later(hours=2)
    pours_in(stage, range(100, 101), to)
    stage.settle()
    assert "Bericht nummer 100." in stage.reply_message().plain()
    stage.later(hours=24)
    pours_in(stage, range(200, 201 + FLOOD_AN_HOUR), to)
    stage.settle()
    assert len(floods(stage)) == 2


def test_nobody_is_drowned_in_another_s_name(stage: Stage, alert: Message) -> None:
    """Who forges Noor's address has not her answer address: her own replies go on one by one."""
    pours_in(stage, range(FLOOD_AN_HOUR + 5), "antwoord@mail.example.nl")
    stage.settle()
    mail = stage.mails_to("noor@example.nl")[0]
    stage.comes_in(reply_from(mail, "Ik zag een bus."), mail.from_, "noor@example.nl")
    reply = stage.reply_message()
    assert "Ik zag een bus." in reply.plain()
    assert "Niet relevant" in reply.buttons
