"""What belongs together is pointed out on both sides, within what each may see."""

import pytest

from tests.doubles.citizen import reply_from
from tests.doubles.slack import Message
from tests.stage import Stage


def ties(message: Message) -> list[str]:
    """What is pointed out on it."""
    return [part for line in message.plain().splitlines() for part in line.split(" · ") if part.startswith("🔗")]


def link_of(message: Message) -> str:
    return f"/archives/{message.channel.id}/p{message.ts.replace('.', '')}"


@pytest.fixture
def first(stage: Stage) -> Message:
    """Noor answers the first alert."""
    for name in ("Noor", "Omar", "Puck", "Quint", "Roos"):
        stage.lives(name)
    stage.approved()
    return stage.answers("Noor", "Een zwarte auto, kenteken 12 gbk 3. Er hing een briefje: bel 06-12345678.")


def test_a_plate_and_a_phone_number_are_pointed_out_on_both_sides(stage: Stage, first: Message) -> None:
    same_alert = stage.answers("Omar", "Ik zag de 12-GBK-3 ook.")
    assert ties(first) == ties(same_alert) == []

    stage.approved()
    second = stage.answers("Puck", "12GBK3 reed weg. Ik zag +31 6 12345678 op de bus staan.")
    assert ties(second) == [
        "🔗 Kenteken 12-GBK-3 ook genoemd bij BM-2026-0001",
        "🔗 Hetzelfde telefoonnummer ook genoemd bij BM-2026-0001",
    ]
    assert link_of(same_alert) in str(second.blocks), "the newest reply of that alert"
    assert ties(first) == [
        "🔗 Kenteken 12-GBK-3 ook genoemd bij BM-2026-0002",
        "🔗 Hetzelfde telefoonnummer ook genoemd bij BM-2026-0002",
    ]
    assert link_of(second) in str(first.blocks)
    assert ties(same_alert) == ["🔗 Kenteken 12-GBK-3 ook genoemd bij BM-2026-0002"]
    assert "06 12345678" not in second.text


def test_two_that_came_while_slack_was_away_link_to_each_other(stage: Stage, first: Message) -> None:
    stage.approved()
    stage.slack.down = True
    for name, mail in (("quint", 0), ("roos", 1)):
        about = stage.mails_to(f"{name}@example.nl")[mail]
        stage.comes_in(reply_from(about, "Ik zag de 99-XKC-7."), about.from_, about.to)
    stage.slack.down = False
    stage.later(minutes=6)
    quint, roos = stage.triage.messages[-2:]
    assert link_of(quint) in str(roos.blocks)
    assert link_of(roos) in str(quint.blocks)


def test_the_burglary_team_reads_of_leads_only(stage: Stage, first: Message) -> None:
    stage.approved()
    second = stage.answers("Puck", "12GBK3 reed weg.")
    stage.sends_on(stage.carla, second)
    [lead] = stage.burglary.messages[-1].thread
    assert ties(lead) == [], "what is no lead is not told"
    stage.sends_on(stage.carla, first)
    other = stage.burglary.messages[-1].thread[-1]
    assert ties(other) == ["🔗 Kenteken 12-GBK-3 ook genoemd bij BM-2026-0002"]
    assert ties(lead) == ["🔗 Kenteken 12-GBK-3 ook genoemd bij BM-2026-0001"]
    assert link_of(other) in str(lead.blocks)
    assert stage.triage.id not in str(lead.blocks)


def test_a_rare_word_ties_until_it_is_common(stage: Stage, first: Message) -> None:
    told = []
    for name, words in (
        ("Omar", "Een man op een Sparta."),
        ("Puck", "Op een fiets, merk Sparta, denk ik."),
        ("Quint", "Hij had een oude Sparta bij zich."),
        ("Roos", "Ook hier een Sparta."),
    ):
        stage.approved()
        told.append(ties(stage.answers(name, words)))
    line = '🔗 "sparta" ook genoemd bij BM-2026-000'
    assert told == [[], [f"{line}2"], [f"{line}3", f"{line}2"], []]


def test_who_writes_is_no_mention(stage: Stage, first: Message) -> None:
    signature = "Ik zag niets.\n\nMet vriendelijke groet,\nNoor Hazelhof\n06 87654321\nnoor@example.nl"
    for _ in range(2):
        stage.approved()
        reply = stage.answers("Noor", signature)
    assert ties(reply) == []
    stage.approved()
    mail = stage.mail_to("omar@example.nl")
    stage.comes_in(reply_from(mail, f"Mail mij op {mail.from_} of omar@example.nl."), mail.from_, "omar@example.nl")
    values = {row.value for row in stage.rows("SELECT value FROM mentions WHERE kind = 'email'")}
    assert values == set()


def test_without_a_known_alert_and_what_was_erased(stage: Stage, first: Message) -> None:
    raw = b"From: Ilse <ilse@example.org>\r\nSubject: Gezien\r\n\r\nDe 12-GBK-3 weer gezien.\r\n"
    stage.comes_in(raw, "antwoord@mail.example.nl", "ilse@example.org")
    stray = stage.reply_message()
    assert ties(stray) == ["🔗 Kenteken 12-GBK-3 ook genoemd bij BM-2026-0001"]
    assert ties(first) == ["🔗 Kenteken 12-GBK-3 ook genoemd bij een reactie zonder bekende alertering"]
    stage.rows("UPDATE replies SET erased_at = '2026-01-14 12:00:00' WHERE id = 1")
    stage.presses(stage.carla, stray, "Niet relevant")
    assert ties(stray) == []


def test_a_call_and_what_was_taken_for_a_machine_count_as_well(stage: Stage, first: Message) -> None:
    stage.approved()
    stage.carla.command("/burgernetmail", "telefoon BM-2026-0002", stage.triage)
    form = stage.slack.wait_for(lambda: stage.carla.modal)
    filled = {"Wat vertelde de beller?": "12-gbk-3 stond er.", "Telefoonnummer": "06 12345678"}
    assert form.fill(filled).submit().closed
    stage.settle()
    assert ties(stage.reply_message()) == ["🔗 Kenteken 12-GBK-3 ook genoemd bij BM-2026-0001"]

    mail = stage.mail_to("omar@example.nl")
    raw = reply_from(mail, "Ik zag de 12-GBK-3.")
    stage.comes_in(b"Auto-Submitted: auto-replied\r\n" + raw, mail.from_, "omar@example.nl")
    machine = stage.reply_message()
    assert ties(machine) == []
    stage.presses(stage.carla, machine, "Toch een reactie")
    assert "🔗 Kenteken 12-GBK-3 ook genoemd bij BM-2026-0001" in ties(machine)
    assert stage.rows("SELECT count(*) FROM mentions WHERE reply_id = 3")[0][0] == 1


def test_what_a_citizen_writes_on_belongs_to_the_reply_that_they_wrote_before(stage: Stage, first: Message) -> None:
    stage.approved()
    second = stage.answers("Puck", "Een wit busje.")
    stage.presses(stage.carla, second, "Niet relevant")
    stage.writes_answer(stage.carla, second, "Dank u wel.")
    answer = stage.mail_to("puck@example.nl")
    stage.comes_in(reply_from(answer, "Op het busje stond 12-GBK-3."), answer.from_, "puck@example.nl")
    assert ties(second) == ["🔗 Kenteken 12-GBK-3 ook genoemd bij BM-2026-0001"]
    assert ties(first) == ["🔗 Kenteken 12-GBK-3 ook genoemd bij BM-2026-0002"]
    assert link_of(second) in str(first.blocks)
