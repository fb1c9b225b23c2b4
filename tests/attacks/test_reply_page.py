"""One link filled the disk and shut out everybody; whatever happens, words arrive or stay on the page."""

import os
import re
from contextlib import ExitStack
from typing import Final

import httpx
import pytest

from bot.adapters.folder import BlobFolder
from bot.domain.replies import quotas
from bot.workflow.ports import BlobsDown
from handlers.web import bodies, forms
from handlers.web.bodies import Pace
from tests.attacks.strangers import begins
from tests.stage import PLAIN, Stage

WORDS: Final = "Een grijze bus bij de brug."
LEFT_OUT: Final = "Uw bestanden konden wij nu niet aannemen."
MULTIPART: Final = {"Content-Type": "multipart/form-data; boundary=b"}
HALF: Final = f'--b\r\nContent-Disposition: form-data; name="what"\r\n\r\n{WORDS}\r\n--b\r\n'.encode()


@pytest.fixture
def link(stage: Stage) -> str:
    stage.lives("Noor")
    stage.approved()
    links = re.findall(r"https://\S+/reageren/\S+", stage.mail_to("noor@example.nl").text)
    return str(min(links, key=len))


def film(size: int = 300_000) -> tuple[str, bytes]:
    return ("film.mp4", os.urandom(size))


def on_disk(stage: Stage) -> int:
    return sum(file.stat().st_size for file in stage.files.rglob("*") if file.is_file())


def test_a_link_brings_so_much_a_day_and_every_file_is_kept_once(
    stage: Stage, link: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quotas, "FILES_A_DAY", 1_000_000)
    monkeypatch.setattr(quotas, "MOST_A_DAY", 1_300_000)
    pages_seen = [stage.sends_form(link, film(), what=f"{WORDS} {number}") for number in range(6)]
    assert [LEFT_OUT in page.text for page in pages_seen] == [False, False, True, True, True, True]
    stage.settle()
    while stage.program.workflow.posting.deliver_next():
        pass
    assert on_disk(stage) < 2 * 310_000
    assert sum(WORDS in message.plain() for message in stage.triage.messages) == 6
    alone = stage.sends_form(link, film(), what="")
    assert (alone.status_code, "Via deze link kwam vandaag al veel binnen." in alone.text) == (422, True)
    stage.later(hours=25)
    assert LEFT_OUT not in stage.sends_form(link, film(), what=WORDS).text


def test_ten_forms_an_hour_bring_files_and_words_that_nobody_types_are_refused_whole(
    stage: Stage, link: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quotas, "FORMS_AN_HOUR", 2)
    told = [LEFT_OUT in stage.sends_form(link, film(10), what=f"{number}").text for number in range(3)]
    assert told == [False, False, True]
    monkeypatch.setattr(quotas, "MOST_A_DAY", 100)
    page = stage.sends_form(link, what=WORDS)
    assert page.status_code == 422
    assert f"{WORDS}</textarea>" in page.text


def test_slow_uploads_of_one_link_keep_nobody_out_not_even_its_own_words(
    stage: Stage, link: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bodies, "PATIENCE_S", 0.3)
    stage.lives("Omar")
    stage.approved()
    other = re.search(r"https://\S+/reageren/[a-z0-9]+", stage.mail_to("omar@example.nl").text)
    assert other
    path = "/" + link.split("/", 3)[3]
    with ExitStack() as held:
        for _ in range(8):
            held.enter_context(begins(stage.program.http_port, path, 20_000_000, MULTIPART)).sendall(HALF)
        page = stage.sends_form(other[0], film(2_000_000), what=WORDS)
        assert (page.status_code, LEFT_OUT in page.text) == (200, False)
        own = stage.sends_form(link, film(2_000_000), what=WORDS)
        assert (own.status_code, LEFT_OUT in own.text) == (200, True)


def test_what_was_typed_stays_when_the_rest_does_not_come(
    stage: Stage, link: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut = httpx.post(stage.here(link), content=HALF, headers=MULTIPART, **PLAIN)
    monkeypatch.setattr(forms, "UPLOADS", Pace(10, 0.2, 60))
    once = {**MULTIPART, "Connection": "close"}
    with begins(stage.program.http_port, "/" + link.split("/", 3)[3], 5_000, once) as slow:
        slow.sendall(HALF)
        answered = b"".join(iter(lambda: slow.recv(100_000), b"")).decode()
    for page in (cut.text, answered):
        assert f"{WORDS}</textarea>" in page
        assert "Uw reactie kwam niet helemaal aan." in page


def test_words_arrive_where_files_can_not_be_kept(stage: Stage, link: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def down(*_: object) -> None:
        raise BlobsDown("full")

    monkeypatch.setattr(BlobFolder, "put", down)
    page = stage.sends_form(link, film(), what=WORDS)
    assert (page.status_code, LEFT_OUT in page.text) == (200, True)
    alone = stage.sends_form(link, film(), what="", where="Bij de <brug>")
    assert (alone.status_code, "Bij de &lt;brug&gt;" in alone.text) == (422, True)
    monkeypatch.undo()
    stage.settle()
    assert WORDS in stage.reply_message().plain()
