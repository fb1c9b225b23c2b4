"""A colleague tries to send alone, a stranger to put a citizen out, and a list to keep who asked to leave it."""

from email.message import EmailMessage
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from tests.desk_steps import seen
from tests.doubles.citizen import bounce, reply_from
from tests.doubles.slack import Message, Modal
from tests.scenarios.steps.alerts import SEND, amends, offers, previewed, statuses
from tests.scenarios.steps.mails import NOOR, leave_link, noor, report
from tests.scenarios.steps.people import looks_up
from tests.stage import FORM, Stage

OWN_REQUEST = "U vroeg deze mail zelf aan. Een collega moet hem versturen."
OWN_WORDS = "U schreef deze tekst zelf. Een andere collega moet hem versturen."
OTHER = {"Wat is er gebeurd?": "De achterdeur is opengebroken. Er zijn sieraden weg."}
WHAT = str(FORM["Wat is er gebeurd?"])


@pytest.fixture
def waiting(stage: Stage) -> Message:
    """A request of Anna's that Noor and Omar would get."""
    stage.lives("Noor")
    stage.lives("Omar")
    return stage.asks()


@pytest.fixture
def mailed(stage: Stage) -> Stage:
    """Noor and Omar got a mail."""
    stage.lives("Noor")
    stage.lives("Omar")
    stage.approved()
    return stage


def values(preview: Modal) -> list[str]:
    [choice] = [block for block in preview.view.blocks if block.get("block_id") == "choice"]
    return [option["value"] for option in choice["element"]["options"]]


def nobody_was_mailed(stage: Stage) -> bool:
    stage.later(hours=1)
    return not stage.sendgrid.sent


def mailed_next(stage: Stage) -> list[str]:
    """Who gets the next alert."""
    before = len(stage.sendgrid.sent)
    stage.approved()
    return sorted(mail.to for mail in stage.sendgrid.sent[before:])


def comes(stage: Stage, raw: bytes | EmailMessage, to: str, sender: str = "") -> None:
    stage.comes_in(raw, to, sender)


def test_who_has_every_role_is_still_one_person(stage: Stage, waiting: Message) -> None:
    for channel in (stage.supervision, stage.triage, stage.burglary):
        stage.anna.joins(channel)
    stage.restart()
    stage.presses(stage.anna, waiting, SEND)
    assert stage.ephemeral(stage.anna, stage.intake) == OWN_REQUEST
    assert nobody_was_mailed(stage)


def test_who_left_the_channel_and_came_back_is_still_who_wrote_it(stage: Stage, waiting: Message) -> None:
    amends(stage, stage.bram, waiting, "Alleen opslaan", **OTHER)
    stage.bram.leaves(stage.intake)
    stage.later(hours=3)
    stage.bram.joins(stage.intake)
    stage.later(hours=3)
    stage.presses(stage.bram, waiting, SEND)
    assert stage.ephemeral(stage.bram, stage.intake) == OWN_WORDS
    assert nobody_was_mailed(stage)


def test_a_supplement_of_a_third_does_not_make_the_words_theirs(stage: Stage, waiting: Message) -> None:
    cees = stage.joins(stage.intake, "cees", "Cees Smit")
    amends(stage, stage.bram, waiting, "Alleen opslaan", **OTHER)
    amends(
        stage,
        cees,
        waiting,
        "Alleen opslaan",
        **{"Wat is er gebeurd?": f"{OTHER['Wat is er gebeurd?']} Er stond ook een ladder."},
    )
    stage.presses(stage.bram, waiting, SEND)
    assert stage.ephemeral(stage.bram, stage.intake) == OWN_WORDS
    assert nobody_was_mailed(stage)


def test_who_put_the_old_words_back_and_then_their_own_again_does_not_send_them(stage: Stage, waiting: Message) -> None:
    amends(stage, stage.bram, waiting, "Alleen opslaan", **OTHER)
    amends(stage, stage.bram, waiting, "Alleen opslaan", **{"Wat is er gebeurd?": WHAT})
    preview = previewed(stage, stage.bram, waiting, **OTHER)
    assert "approve" not in values(preview)
    offers(preview, "approve")
    assert preview.fill({"choice": "approve"}).submit().errors == {"Wat wilt u doen?": OWN_WORDS}
    assert nobody_was_mailed(stage)


def test_a_wider_circle_alone_needs_another_colleague(stage: Stage, waiting: Message) -> None:
    preview = previewed(stage, stage.bram, waiting, **{"Straal": "1 km"})
    assert "approve" not in values(preview)


def test_another_time_alone_needs_another_colleague(stage: Stage, waiting: Message) -> None:
    preview = previewed(stage, stage.bram, waiting, **{"Eindtijd": "12.30"})
    assert "approve" not in values(preview)


def test_words_moved_to_another_field_are_no_supplement(stage: Stage, waiting: Message) -> None:
    moved = {"Wat is er gebeurd?": "Een grijze bestelbus.", "Signalement of voertuig": WHAT}
    preview = previewed(stage, stage.bram, waiting, **moved)
    assert "approve" not in values(preview)


def test_a_request_sent_back_by_its_own_author_s_second_hand_still_waits_for_another(
    stage: Stage, waiting: Message
) -> None:
    """Bram proposes, Anna takes it over and Bram leaves: Anna alone is not two."""
    amends(stage, stage.bram, waiting, "Terugsturen met voorstel", **OTHER)
    stage.presses(stage.anna, waiting, "Voorstel overnemen")
    stage.bram.leaves(stage.intake)
    stage.later(hours=3)
    stage.presses(stage.anna, waiting, SEND)
    assert stage.ephemeral(stage.anna, stage.intake) == OWN_REQUEST
    assert statuses(stage) == ["requested"]
    assert nobody_was_mailed(stage)


def test_who_approved_the_mail_does_not_send_how_it_ended_alone(mailed: Stage) -> None:
    alert = mailed.alert_message()
    mailed.presses(mailed.bram, alert, "Afloop melden")
    assert not seen(mailed.bram).fill({"Hoe is het afgelopen?": "Ons onderzoek is klaar."}).submit().errors
    assert seen(mailed.bram).submit().closed
    mailed.settle()
    before = len(mailed.sendgrid.sent)
    mailed.presses(mailed.bram, mailed.alert_message(), SEND)
    assert mailed.ephemeral(mailed.bram, mailed.intake) == OWN_REQUEST
    mailed.later(hours=1)
    assert len(mailed.sendgrid.sent) == before


def test_a_report_that_a_citizen_forwards_puts_nobody_out(mailed: Stage) -> None:
    """Noor sends on what she once got about her own address: it is her reply."""
    mail = mailed.mail_to(NOOR)
    forwarded = EmailMessage()
    forwarded["From"], forwarded["To"], forwarded["Subject"] = NOOR, mail.from_, "Fwd: Undelivered Mail"
    forwarded["Message-ID"], forwarded["Date"] = "<fwd@example.nl>", "Wed, 14 Jan 2026 13:05:00 +0100"
    forwarded.set_content("Wat is dit? Ik zag trouwens een grijze bus.")
    forwarded.add_attachment(bounce(mail, "5.1.1"), maintype="application", subtype="octet-stream", filename="f.eml")
    comes(mailed, forwarded, mail.from_, NOOR)
    assert noor(mailed) == "active"
    assert "grijze bus" in mailed.reply_message().plain()


def test_words_of_a_report_in_a_reply_put_nobody_out(mailed: Stage) -> None:
    words = f"Ik kreeg dit:\n\n<{NOOR}>:\nSorry, no mailbox here by that name. (#5.1.1)\n\nKlopt dat?"
    mailed.answers("Noor", words)
    assert noor(mailed) == "active"


def test_a_report_on_somebody_else_s_mail_puts_nobody_out(mailed: Stage) -> None:
    other = mailed.mail_to("omar@example.nl")
    raw = bounce(other, "5.1.1").replace(
        b"Final-Recipient: rfc822; omar@example.nl", f"Final-Recipient: rfc822; {NOOR}".encode()
    )
    comes(mailed, raw, other.from_)
    assert noor(mailed) == "active"
    assert "omar@example.nl" in mailed_next(mailed)


def test_a_report_of_a_mail_server_that_names_another_address_as_failed_puts_nobody_out(mailed: Stage) -> None:
    """Two recipients in one report: hers was delivered."""
    mail = mailed.mail_to(NOOR)
    raw = bounce(mail, "5.1.1")
    one = b"Final-Recipient: rfc822; noor@example.nl"
    assert one in raw
    delivered = (
        b"Final-Recipient: rfc822; noor@example.nl\r\nAction: delivered\r\nStatus: 2.0.0\r\n\r\n"
        b"Final-Recipient: rfc822; kleinzoon@elders.example"
    )
    comes(mailed, raw.replace(one, delivered), mail.from_)
    assert noor(mailed) == "active"


def test_an_old_event_told_again_does_not_put_out_who_was_put_back(mailed: Stage) -> None:
    mail = mailed.mail_to(NOOR)
    events = mailed.events.events_for(mail, "bounce", status="5.1.1", reason="550 no")
    mailed.events.post(mailed.url("/mail/events"), events)
    mailed.later(seconds=3)
    assert noor(mailed) == "left"
    looks_up(mailed, mailed.els)
    mailed.presses(mailed.els, mailed.els.ephemerals(mailed.supervision)[-1], "Weer aanmelden")
    assert seen(mailed.els).fill({"Waarom?": "Zij belde: de mailbox werkt."}).submit().closed
    mailed.settle()
    assert noor(mailed) == "active"
    again = [{**one, "sg_event_id": f"again-{number}"} for number, one in enumerate(events)]
    mailed.events.post(mailed.url("/mail/events"), again)
    mailed.later(seconds=3)
    assert noor(mailed) == "active"


def leaves(stage: Stage) -> None:
    """Noor presses the link below her mail, as her mail program does."""
    stage.sends_form(leave_link(stage.mail_to(NOOR)), **{"List-Unsubscribe": "One-Click"})
    stage.settle()
    assert noor(stage) == "left"


def test_no_file_brings_back_who_left_however_it_writes_her_address(
    mailed: Stage, operator: CliRunner, tmp_path: Path
) -> None:
    leaves(mailed)
    for email in (NOOR, "NOOR@example.nl", " Noor@EXAMPLE.NL "):
        file = tmp_path / "participants.csv"
        head = "email,name,postcode,house_number,neighbourhood,x,y\n"
        file.write_text(f"{head}{email},Noor,3823 AB,9,Kattenbroek,155800,467300\n", "utf-8")
        told = operator.invoke(app, ["participants", "import", str(file)])
        assert told.exit_code == 0, told.output
    mailed.settle()
    assert mailed_next(mailed) == ["omar@example.nl"]


def test_who_leaves_while_a_mail_waits_does_not_get_it(mailed: Stage) -> None:
    mailed.overrides["send_hold_seconds"] = 600
    mailed.restart()
    message = mailed.asks(None, **{"BVH-nummer (intern)": "2026-009999"})
    before = len(mailed.sendgrid.sent)
    mailed.presses(mailed.bram, message, SEND)
    leaves(mailed)
    mailed.later(minutes=20)
    assert [mail.to for mail in mailed.sendgrid.sent[before:]] == ["omar@example.nl"]


def test_who_left_while_paused_stays_out_when_she_writes_and_when_the_pause_is_over(mailed: Stage) -> None:
    for number in range(5):
        if number:
            mailed.later(days=1)
            mailed.approved()
        report(mailed, "5.2.2")
    assert noor(mailed) == "paused"
    mail = mailed.mail_to(NOOR)
    leaves(mailed)
    comes(mailed, reply_from(mail, "Ik zag een bus."), mail.from_, NOOR)
    assert noor(mailed) == "left"
    mailed.later(days=31)
    assert noor(mailed) == "left"
    assert mailed_next(mailed) == ["omar@example.nl"]


def test_who_left_is_not_told_how_it_ended(mailed: Stage) -> None:
    leaves(mailed)
    mailed.presses(mailed.anna, mailed.alert_message(), "Afloop melden")
    assert not seen(mailed.anna).fill({"Hoe is het afgelopen?": "Ons onderzoek is klaar."}).submit().errors
    assert seen(mailed.anna).submit().closed
    mailed.settle()
    before = len(mailed.sendgrid.sent)
    mailed.presses(mailed.bram, mailed.alert_message(), SEND)
    mailed.later(hours=1)
    assert [mail.to for mail in mailed.sendgrid.sent[before:]] == ["omar@example.nl"]


def test_the_link_of_an_older_mail_still_lets_her_go(mailed: Stage) -> None:
    first = mailed.mail_to(NOOR)
    mailed.later(days=60)
    mailed.approved()
    mailed.sends_form(leave_link(first), **{"List-Unsubscribe": "One-Click"})
    mailed.settle()
    assert noor(mailed) == "left"
    assert mailed_next(mailed) == ["omar@example.nl"]


def test_a_page_that_only_opens_brings_nobody_back(mailed: Stage) -> None:
    link = leave_link(mailed.mail_to(NOOR))
    leaves(mailed)
    for _ in range(3):
        mailed.visits(link)
    mailed.settle()
    assert noor(mailed) == "left"
