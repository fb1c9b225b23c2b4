"""Attachments behind a virus scanner: what it has not seen stays shut, whatever happens to it."""

from collections.abc import Iterator

import httpx
import pytest

from tests.desk_steps import seen
from tests.doubles.clamd import EICAR, ClamdDouble
from tests.doubles.files import photo
from tests.doubles.slack import Message
from tests.scenarios.steps.attachments import asks_for_links, opened, opens, sees
from tests.scenarios.steps.films import come_in, film, sender
from tests.stage import PLAIN, Stage

HELD, CLEAN, INFECTED = "wacht op virusscan", "geen virus gevonden", "VIRUS GEVONDEN"


@pytest.fixture
def clamd() -> Iterator[ClamdDouble]:
    with ClamdDouble() as clamd:
        yield clamd
    assert not clamd.problems


@pytest.fixture
def overrides(clamd: ClamdDouble) -> dict[str, object]:
    return {"clamav_url": clamd.url}


def sends(stage: Stage, *files: tuple[str, bytes]) -> Message:
    stage.lives("Noor")
    stage.approved()
    return stage.answers("Noor", "Zie de bijlagen.", attachments=files)


def files_of(reply: Message) -> list[str]:
    """What its one line says of each file."""
    [line] = [line for line in reply.plain().splitlines() if line.startswith("📎 ")]
    return line.removeprefix("📎 ").split("; ")


def test_what_holds_a_virus_is_never_opened(stage: Stage, clamd: ClamdDouble) -> None:
    reply = sends(stage, ("bus.jpg", photo()), ("factuur.pdf", b"%PDF-1.7 " + EICAR))
    assert sorted(clamd.scanned) == sorted([photo(), b"%PDF-1.7 " + EICAR])
    bus, invoice = files_of(reply)
    assert CLEAN in bus
    assert INFECTED in invoice
    [link] = asks_for_links(stage, stage.carla, reply)
    assert INFECTED in seen(stage.carla).text()
    pressed = httpx.post(stage.here(link), **PLAIN)
    assert sees(stage, link, pressed).content == photo()
    stage.rows("UPDATE attachments SET scan = 'infected'")  # as when a later scan knows better
    page = sees(stage, link, pressed)
    assert (page.status_code, "In deze bijlage zit een virus." in page.text) == (403, True)
    assert len(opened(stage)) == 1


def test_a_scanner_that_is_away_keeps_everything_shut(stage: Stage, clamd: ClamdDouble) -> None:
    clamd.stops()
    reply = sends(stage, ("bus.jpg", photo()))
    assert HELD in reply.plain()
    assert asks_for_links(stage, stage.carla, reply) == []
    assert HELD in seen(stage.carla).text()
    stage.presses(stage.carla, reply, "Relevant voor deze zaak")
    stage.sends_on(stage.carla, reply)
    lead = stage.burglary.messages[-1].thread[-1]

    clamd.starts()
    stage.later(seconds=5)
    assert CLEAN in reply.plain()
    assert CLEAN in lead.plain()
    assert opens(stage, asks_for_links(stage, stage.carla, reply)[0]).content == photo()


def test_one_file_that_it_can_not_judge_holds_up_no_other(stage: Stage, clamd: ClamdDouble) -> None:
    clamd.limit = 100_000
    reply = sends(stage, ("alles.zip", b"PK\x03\x04" + bytes(200_000)), ("bus.jpg", photo()))
    packed, bus = files_of(reply)
    assert HELD in packed
    assert CLEAN in bus
    clamd.limit = 1_000_000
    stage.later(minutes=11)
    assert HELD not in reply.plain()
    clamd.answer = b"what?"
    assert HELD in stage.answers("Noor", "Nog een.", attachments=[("a.jpg", photo(colour="blue"))]).plain()


def test_a_film_with_a_virus_is_none_and_stays_owed(stage: Stage, clamd: ClamdDouble) -> None:
    reply = sends(stage, ("film.mp4", b"\0\0\0\x18ftypmp42" + bytes(200) + EICAR))
    assert INFECTED in reply.plain()
    assert "eelden ophalen" in reply.plain()
    assert any("Niemand kan het openen" in note.plain() for note in reply.thread)
    assert "beelden: 1 aangeboden, 0 binnen" in stage.alert_message().plain()


def test_of_two_one_is_enough(stage: Stage, clamd: ClamdDouble) -> None:
    reply = sends(stage, ("bus.jpg", photo()), ("film.mp4", b"\0\0\0\x18ftypmp42" + bytes(200) + EICAR))
    assert "eelden ophalen" not in reply.plain()
    assert "beelden: 1 aangeboden, 1 binnen" in stage.alert_message().plain()


def test_a_film_beyond_the_scanners_limit_is_opened_and_says_so_and_nothing_else_is(
    stage: Stage, clamd: ClamdDouble
) -> None:
    clamd.limit = 100_000
    stage.lives("Noor")
    stage.approved()
    reply = stage.answers("Noor", "Ik heb een film.")
    noor = sender(stage)
    noor.sends(film(90_000), "kort.mp4")
    noor.sends(film(200_000), "lang.mp4")
    noor.sends(b"PK\x03\x04" + bytes(200_000), "alles.zip")
    come_in(stage)
    stage.later(seconds=5)
    short, long, packed = files_of(reply)
    assert (CLEAN in short, "te groot om te scannen" in long, HELD in packed) == (True, True, True)
    links = asks_for_links(stage, stage.carla, reply)
    assert len(links) == 2
    assert opens(stage, links[1], "?film").content == film(200_000)
