"""Limits were of a link: who took part for a year had dozens, and with them all places, the disk and the channel."""

import os
import re
import time
from contextlib import ExitStack
from typing import Final

import pytest

from bot.domain.replies import quotas
from bot.domain.replies.images import uploads
from handlers.web import bodies
from handlers.web.films import tus
from storage.replies import floods
from tests.attacks.strangers import begins
from tests.doubles.citizen import reply_from
from tests.doubles.tus import Sender
from tests.stage import Stage

WORDS: Final = "Een grijze bus bij de brug."
LEFT_OUT: Final = "Uw bestanden konden wij nu niet aannemen."
MULTIPART: Final = {"Content-Type": "multipart/form-data; boundary=b"}
BEGUN: Final = f'--b\r\nContent-Disposition: form-data; name="what"\r\n\r\n{WORDS}\r\n--b\r\n'.encode()


@pytest.fixture
def links(stage: Stage) -> list[str]:
    """Of the reply pages of two mails that Noor got."""
    stage.lives("Noor")
    stage.lives("Omar")
    stage.approved()
    stage.presses(
        stage.bram, stage.asks(stage.anna, **{"BVH-nummer (intern)": "2026-001235"}), "Goedkeuren en versturen"
    )
    return [link_in(mail.text) for mail in stage.mails_to("noor@example.nl")[:2]]


def link_in(text: str) -> str:
    return str(min(re.findall(r"https://\S+/reageren/\S+", text), key=len))


def all_of(stage: Stage, link: str) -> list[str]:
    """The paths of the links that one mail leads to."""
    page = stage.visits(f"{link}?klaar=all").text
    return ["/" + link.split("/", 3)[3], *sorted(set(re.findall(r"/(?:beelden|buur)/\w+", page)))]


def film(size: int = 300_000) -> tuple[str, bytes]:
    return "film.mp4", os.urandom(size)


def omar(stage: Stage) -> str:
    return link_in(stage.mails_to("omar@example.nl")[0].text)


def test_one_citizen_takes_no_more_places_over_all_of_theirs(
    stage: Stage, links: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bodies, "PATIENCE_S", 0.3)
    paths = [path for link in links for path in all_of(stage, link)]
    assert len(paths) == 6
    with ExitStack() as held:
        for path in paths:
            held.enter_context(begins(stage.program.http_port, path, 20_000_000, MULTIPART)).sendall(BEGUN)
        time.sleep(0.2)
        page = stage.sends_form(omar(stage), film(2_000_000), what=WORDS)
    assert (page.status_code, LEFT_OUT in page.text) == (200, False)


def test_nor_brings_more_a_day_by_forms(stage: Stage, links: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quotas, "FILES_A_DAY", 500_000)
    pages = [stage.sends_form(link, film(), what=WORDS) for link in (*links, omar(stage))]
    assert [LEFT_OUT in page.text for page in pages] == [False, True, False]


def test_nor_by_links_for_neighbours(stage: Stage, links: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quotas, "FILES_A_DAY", 500_000)
    paths = [path for link in (*links, omar(stage)) for path in all_of(stage, link) if path.startswith("/buur/")]
    told = {"what": WORDS, "name": "Piet", "email": "piet@example.nl"}
    pages = [stage.sends_form(f"https://x{path}", film(), **told) for path in paths]
    assert [(page.status_code, LEFT_OUT in page.text) for page in pages] == [(200, False), (200, True), (200, False)]


def test_nor_by_mail(stage: Stage, links: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(links) == 2
    monkeypatch.setattr(quotas, "MAIL_OF_ONE_A_DAY", 500_000)
    for mail in stage.mails_to("noor@example.nl")[:2]:
        raw = reply_from(mail, WORDS, attachments=[film()])
        stage.comes_in(raw, mail.from_, "noor@example.nl")
    assert [len(raw) > 300_000 for raw in stage.kept("mail")] == [True, False]


def test_nor_by_films_in_pieces(stage: Stage, links: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "UNASKED", 3_000)
    monkeypatch.setattr(tus, "FILES_OF_ONE", 1)
    first, second, other = (Sender(stage, all_of(stage, link)[1]) for link in (*links, omar(stage)))
    place = first.begun(1_500)
    assert second.begins(1_600).text.strip() == "ask_first"
    assert other.begins(1_600).status_code == 201
    also = second.begun(1_000)
    with first.opens(place):
        assert second.brings(also, 0, b"12345").status_code == 503, "one at a time"


def test_nor_stands_in_the_channel_more_often(stage: Stage, links: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(links) == 2
    monkeypatch.setattr(floods, "FLOOD_AN_HOUR", 4)
    for number in range(4):
        for mail in stage.mails_to("noor@example.nl")[:2]:
            raw = reply_from(mail, f"{WORDS} {number}")
            assert stage.inbound.post(stage.url("/mail/inbound"), raw, [mail.from_], "noor@example.nl") == [200]
    stage.later(seconds=31)
    assert len(stage.rows("SELECT id FROM replies WHERE label = 'flood'")) == 4
