"""Images that a citizen offers are fetched before their camera erases them, or somebody says why not."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from bot.domain.errors import AlreadyDone, SomebodyWasFirst
from bot.domain.participants.people import Colleague, Role
from bot.domain.replies.images.offered import ImagesDeed
from tests.doubles.citizen import out_of_office, reply_from
from tests.doubles.files import photo
from tests.doubles.slack import Message
from tests.scenarios.steps.desk import NOTHING, home, notes, stands
from tests.scenarios.steps.phone import called
from tests.scenarios.steps.reply_page import PHOTO
from tests.stage import Stage

NOOR = "noor@example.nl"
OFFER = "Mijn deurbel heeft hem gefilmd."
OWED = "eelden ophalen uiterlijk wo 21 jan"
GOT, DROP, WANT = "Beelden op andere manier ontvangen", "Beelden niet nodig", "Beelden nodig"
ASK = "Beelden vragen"
CEES = Colleague("UCEES", "Cees", frozenset({Role.RESPONDER}))
SOON = "de beelden van deze burger misschien binnenkort"
LATE = "De beelden van 1 reactie zijn nog niet opgehaald."


def offered(stage: Stage, words: str = OFFER) -> Message:
    stage.lives("Noor")
    stage.approved()
    return stage.answers("Noor", words)


def answered(stage: Stage, reply: Message) -> None:
    """All is done but the images."""
    stage.presses(stage.carla, reply, "Niet relevant")
    stage.writes_answer(stage.carla, reply)
    stage.later(minutes=1)


@pytest.mark.parametrize("owed", [True, False])
def test_an_answer_asks_to_keep_images_only_while_they_are_owed(stage: Stage, owed: bool) -> None:
    reply = offered(stage)
    if not owed:
        stage.presses(stage.carla, reply, DROP)
    stage.presses(stage.carla, reply, "Relevant voor deze zaak")
    stage.writes_answer(stage.carla, reply)
    assert ("Bewaar ze. Wij nemen contact met u op." in stage.mail_to(NOOR).text) == owed


def test_what_is_offered_is_reminded_of_once_and_done_when_the_film_comes_in(stage: Stage) -> None:
    reply = offered(stage)
    assert f":camera: *B{OWED}*" in reply.plain()
    answered(stage, reply)
    assert "verwijderen uw reactie" not in stage.mail_to(NOOR).text, "it is kept as long as images are owed"
    assert f"nog te doen: b{OWED}" in reply.plain()
    assert set(reply.buttons) >= {GOT, DROP}
    assert "Afhandelen" not in reply.buttons
    assert "Nog op tijd: beelden van 1 reactie op te halen." in stands(stage).plain()
    assert "BM-2026-0001" in home(stage, stage.carla)

    stage.later(days=5, hours=23)  # until Tuesday noon
    assert not notes(reply.thread, SOON)
    stage.later(hours=4)
    stage.restart()
    stage.later(hours=1)
    assert len(notes(reply.thread, SOON)) == 1
    assert LATE in stands(stage).plain()
    assert "uiterlijk wo 21 jan" in stands(stage).plain()
    for _ in range(5):  # until Thursday
        stage.later(hours=9)
    assert len(notes(stage.supervision.messages, LATE)) == 1

    link = min(re.findall(r"https://\S+/reageren/\S+", stage.mails_to(NOOR)[0].text), key=len)
    stage.sends_form(link, ("deurbel.jpg", PHOTO), what="Hierbij.")
    stage.settle()
    assert reply.plain().startswith("✅")
    assert LATE not in stands(stage).plain()
    assert not set(reply.buttons) & {GOT, DROP}


def test_copies_of_the_program_remind_once_in_all(stage: Stage) -> None:
    reply = offered(stage)
    answered(stage, reply)
    stage.program.stop()
    stage.wait(timedelta(days=6, hours=3))
    stage.program = stage.start_program()
    with ThreadPoolExecutor(4) as copies:
        list(copies.map(lambda _: stage.program.workflow.reminding.remind(), range(4)))
    stage.settle()
    assert len(notes(reply.thread, SOON)) == 1


def test_a_colleague_says_that_they_are_not_needed_and_that_they_are_after_all(stage: Stage) -> None:
    reply = offered(stage)
    stage.presses(stage.carla, reply, DROP)
    assert "Beelden niet nodig (Carla Mulder)" in reply.plain()
    with pytest.raises(SomebodyWasFirst) as second:
        stage.program.workflow.deciding_on_images.decide(1, ImagesDeed.GOT, CEES)
    assert second.value.values == {"name": "Carla Mulder"}
    stage.presses(stage.carla, reply, WANT)
    assert f":camera: *B{OWED}*" in reply.plain()
    stage.presses(stage.carla, reply, GOT)
    assert "Beelden op andere manier ontvangen (Carla Mulder)" in reply.plain()
    answered(stage, reply)
    assert reply.plain().startswith("✅")
    assert NOTHING in stands(stage).plain()
    for what in ("needed_no_images", "wanted_images", "got_images_elsewhere"):
        [line] = stage.audited(what)
        assert line.who == stage.carla.id


def test_they_are_asked_for_once_and_again_where_that_did_not_arrive(stage: Stage) -> None:
    reply = offered(stage)
    assert "beelden: 1 aangeboden, 0 binnen" in stage.alert_message().plain()
    stage.sendgrid.fail_next(status=400)
    stage.presses(stage.carla, reply, ASK)
    assert "De mail over beelden is niet verstuurd" in reply.plain()
    stage.presses(stage.carla, reply, ASK)
    mail = stage.mail_to(NOOR)
    assert mail.subject == "Wilt u uw beelden naar ons sturen? [BM-2026-0001]"
    for line in (
        "U liet ons weten dat u beelden heeft.",
        "uiterlijk op woensdag 21 januari.",
        "Carla\nPolitie Amersfoort",
    ):
        assert line in mail.text
    assert "(gevraagd)" in reply.plain()
    with pytest.raises(AlreadyDone):
        stage.program.workflow.requesting_images.ask(1, CEES)

    stage.comes_in(reply_from(mail, "Dat lukt mij niet, hoor."), mail.from_, NOOR)
    assert "eelden ophalen" in reply.plain()
    [link] = re.findall(r"https://\S+/beelden/\S+", mail.text)
    assert stage.visits(link).status_code == 200
    stage.sends_form(link, ("deurbel.jpg", PHOTO), what="Hierbij.")
    stage.settle()
    assert "eelden ophalen" not in reply.plain()
    assert "beelden: 2 aangeboden, 2 binnen" in stage.alert_message().plain()


def test_the_burglary_team_asks_for_those_of_a_lead(stage: Stage) -> None:
    reply = offered(stage, "Ik zag een bus.")
    stage.presses(stage.carla, reply, "Relevant voor deze zaak")
    stage.sends_on(stage.carla, reply)
    lead = stage.burglary.messages[-1].thread[-1]
    stage.presses(stage.daan, lead, ASK)
    assert "Misschien heeft u beelden die ons helpen." in stage.mail_to(NOOR).text
    assert "eelden ophalen uiterlijk wo 21 jan (gevraagd)" in reply.plain()
    assert ASK not in lead.buttons
    assert [line.who for line in stage.audited("asked_for_images")] == [stage.daan.id]


def test_what_was_not_heard_is_wanted_by_hand_and_a_caller_offers_too(stage: Stage) -> None:
    reply = offered(stage, "Ik zag een bus.")
    assert ":camera:" not in reply.plain()
    answered(stage, reply)
    stage.presses(stage.carla, reply, WANT)
    assert f"nog te doen: b{OWED}" in reply.plain()
    call = called(stage, **{"Wat vertelde de beller?": "Zij heeft een camera aan de voorkant hangen."})
    assert f":camera: *B{OWED}*" in call.plain()


def test_what_comes_later_or_from_a_machine(stage: Stage) -> None:
    """What the citizen writes on offers and brings too; an out-of-office note does neither."""
    reply = offered(stage, "Ik zag een bus.")
    answered(stage, reply)
    answer = stage.mails_to(NOOR)[-1]
    stage.comes_in(reply_from(answer, "Ik heb ook nog een filmpje van onze deurbel."), answer.from_, NOOR)
    assert "uiterlijk wo 21 jan" in reply.plain()
    film = [("deurbel.jpg", photo())]
    stage.comes_in(reply_from(answer, "Hierbij.", attachments=film), answer.from_, NOOR)
    assert "uiterlijk wo 21 jan" not in reply.plain()
    before = len(stage.triage.messages)
    alert = stage.mails_to(NOOR)[0]
    stage.comes_in(out_of_office(alert), alert.from_, NOOR)
    assert all(":camera:" not in message.plain() for message in stage.triage.messages[before:])


def test_what_was_taken_for_a_machine_offers_once_it_counts(stage: Stage) -> None:
    stage.lives("Noor")
    stage.approved()
    alert = stage.mail_to(NOOR)
    raw = out_of_office(alert).replace(b"lees mijn mail niet.", b"mijn camera heeft hem gefilmd.")
    stage.comes_in(raw, alert.from_, NOOR)
    machine = stage.reply_message()
    assert ":camera:" not in machine.plain()
    assert NOTHING in stands(stage).plain()
    stage.presses(stage.carla, machine, "Toch een reactie")
    assert f":camera: *B{OWED}*" in machine.plain()


REMINDED = "Heeft u uw beelden nog? [BM-2026-0001]"


def until_the_day_before(stage: Stage) -> None:
    """The last safe day is Wednesday 21 January."""
    stage.later(days=6, hours=3)
    stage.later(minutes=1)


def reminders_of(stage: Stage) -> list[str]:
    return [mail.text for mail in stage.mails_to(NOOR) if mail.subject == REMINDED]


def test_who_was_asked_is_reminded_once_before_the_last_day(stage: Stage) -> None:
    reply = offered(stage)
    stage.presses(stage.carla, reply, ASK)
    until_the_day_before(stage)
    [mail] = reminders_of(stage)
    assert "Uw camera wist de beelden misschien na woensdag 21 januari. Sturen kan nog." in mail
    assert "/beelden/" in mail
    assert notes(reply.thread, "De burger kreeg een herinnering")
    stage.restart()
    stage.later(days=1)
    assert len(reminders_of(stage)) == 1


@pytest.mark.parametrize("why", ["not asked", "said no", "not needed", "in"])
def test_nobody_else_is(stage: Stage, why: str) -> None:
    reply = offered(stage)
    if why != "not asked":
        stage.presses(stage.carla, reply, ASK)
    asked = stage.mail_to(NOOR)
    if why == "said no":
        stage.comes_in(reply_from(asked, "Ik wil de beelden toch niet sturen."), asked.from_, NOOR)
    if why == "not needed":
        stage.presses(stage.carla, reply, DROP)
    if why == "in":
        brought = reply_from(asked, "Hierbij.", attachments=[("film.jpg", PHOTO)])
        stage.comes_in(brought, asked.from_, NOOR)
    until_the_day_before(stage)
    assert reminders_of(stage) == []


def test_the_page_for_images_asks_for_them_once(stage: Stage) -> None:
    """It doesn't call them optional, and who just sent some is not asked for more."""
    reply = offered(stage)
    stage.presses(stage.carla, reply, "Beelden vragen")
    [link] = re.findall(r"https://\S+/beelden/\S+", stage.mail_to(NOOR).text)
    asked = stage.visits(link).text
    assert "Kies foto&#39;s of films" in asked
    assert "meesturen (hoeft niet)" not in asked
    thanked = stage.sends_form(link, ("deurbel.jpg", PHOTO)).text
    assert "Dank u wel" in thanked
    assert "Heeft u beelden?" not in thanked
    stage.settle()
    assert "(beelden zonder tekst)" in stage.triage.messages[-1].plain()
    alone = min(re.findall(r"https://\S+/reageren/\S+", stage.mails_to(NOOR)[0].text), key=len)
    assert "Heeft u beelden?" in stage.sends_form(alone, what="Ik zag een bus.").text
