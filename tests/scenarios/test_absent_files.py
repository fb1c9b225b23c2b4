"""What a citizen says is there and is not is pointed out, and asked for while their camera still has it."""

import pytest

from tests.doubles.citizen import reply_from
from tests.doubles.files import photo
from tests.doubles.slack import Message
from tests.scenarios.steps.films import come_in, film, sender
from tests.scenarios.steps.reply_page import PHOTO, form_link
from tests.stage import Stage

NOOR = "noor@example.nl"
ASK, TAKE = "Beelden vragen", "Ik pak dit op"
NO_FILE = "Noemt een bijlage, maar er kwam geen bestand mee"
AT_SERVICE = "De bestanden staan bij WeTransfer, niet bij ons"
LINK = "Hier staat de film: https://we.tl/t-Ab12Cd34"
OWED = "eelden ophalen uiterlijk wo 21 jan"


@pytest.fixture(autouse=True)
def alert(stage: Stage) -> Message:
    stage.lives("Noor")
    return stage.approved()


def row(message: Message) -> list[str]:
    """What is pressed without opening ⋯."""
    shown = [block["elements"] for block in message.blocks if block["type"] == "actions"]
    return [str(part["text"]["text"]) for part in shown[-1] if part["type"] == "button"]


@pytest.mark.parametrize(
    ("words", "told", "mailed"),
    [
        ("Zie bijlage.", NO_FILE, "U schreef ons dat u iets meestuurde. Wij hebben geen bestand ontvangen."),
        (LINK, AT_SERVICE, "U stuurde ons een link naar WeTransfer. Zo'n link werkt maar een tijdje."),
    ],
)
def test_what_is_not_here_is_told_and_asked_for_first(stage: Stage, words: str, told: str, mailed: str) -> None:
    reply = stage.answers("Noor", words)
    assert f"⚠️ {told}" in reply.plain()
    assert OWED in reply.plain()
    assert (ASK in row(reply), TAKE in row(reply), TAKE in reply.buttons) == (True, False, True)
    stage.presses(stage.carla, reply, ASK)
    assert mailed in stage.mail_to(NOOR).text
    assert (ASK in reply.buttons, TAKE in row(reply)) == (False, True)
    asked = stage.mail_to(NOOR)
    stage.comes_in(reply_from(asked, "Nu wel.", attachments=[("d.jpg", photo())]), asked.from_, NOOR)
    assert told not in reply.plain()
    assert OWED not in reply.plain()


def test_a_file_that_came_is_what_they_spoke_of(stage: Stage) -> None:
    reply = stage.answers("Noor", "Zie bijlage.", attachments=[("d.jpg", photo())])
    assert NO_FILE not in reply.plain()
    assert TAKE in row(reply)


def test_a_photo_beside_a_link_leaves_the_film_to_be_fetched(stage: Stage) -> None:
    reply = stage.answers("Noor", LINK, attachments=[("d.jpg", photo())])
    assert AT_SERVICE in reply.plain()
    assert OWED in reply.plain()


def test_on_the_form_until_the_film_is_in(stage: Stage) -> None:
    link = form_link(stage)
    stage.sends_form(link, what="Zie bijlage, 10.15 uur.")
    stage.settle()
    assert NO_FILE in stage.reply_message().plain()
    sender(stage).sends(film(2000))
    assert NO_FILE not in come_in(stage).plain()
    stage.sends_form(link, ("foto.jpg", PHOTO), what="Zie foto.")
    stage.settle()
    assert NO_FILE not in stage.reply_message().plain()


def test_what_is_written_on_says_so_below_it(stage: Stage) -> None:
    reply = stage.answers("Noor", "Ik zag een bus.")
    mail = stage.mail_to(NOOR)
    stage.comes_in(reply_from(mail, "Zie bijlage."), mail.from_, NOOR)
    later = reply.thread[-1]
    assert NO_FILE in later.plain()
    assert OWED in reply.plain()
    stage.presses(stage.carla, later, ASK)
    assert "Wij hebben geen bestand ontvangen." in stage.mail_to(NOOR).text


def test_who_has_it_and_what_is_rated_keep_it_in_the_row(stage: Stage) -> None:
    reply = stage.answers("Noor", "Zie bijlage.")
    stage.presses(stage.carla, reply, TAKE)
    assert ASK in row(reply)
    stage.presses(stage.carla, reply, "Relevant voor deze zaak")
    assert row(reply)[:2] == ["Afhandelen", ASK]
    stage.writes_answer(stage.carla, reply)


def test_what_is_urgent_is_taken_first(stage: Stage) -> None:
    reply = stage.answers("Noor", "Ze breken nu in bij de buren, zie bijlage!")
    assert NO_FILE in reply.plain()
    assert (row(reply)[0], ASK in row(reply), ASK in reply.buttons) == (TAKE, False, True)
