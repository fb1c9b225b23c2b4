"""A film tells of itself, is said not to open where it doesn't, and plays on a page of one colleague."""

from io import BytesIO

import httpx
import pytest
from PIL import Image
from pydantic import SecretStr

from bot.adapters.films import UNREAD, ApartFilms
from bot.workflow.ports import Film
from tests.doubles.citizen import reply_from
from tests.doubles.files import photo, real_film
from tests.doubles.slack import Message
from tests.doubles.tus import Sender
from tests.scenarios.steps.attachments import asks_for_links, opened, sees
from tests.scenarios.steps.films import come_in, sender
from tests.stage import PLAIN, Stage

FILM = real_film()
BROKEN = FILM[: len(FILM) // 2]
TAKEN = "gemaakt wo 14 jan, 10.12 (klok van de camera)"
TOLD = f"film, {round(len(FILM) / 1000)} kB, niet gescand, {TAKEN}, duurt 3 s"
NOT = "gaat niet open: vraag de burger hem opnieuw te sturen"


@pytest.fixture
def noor(stage: Stage) -> Sender:
    stage.lives("Noor")
    stage.approved()
    return sender(stage)


def pressed_open(stage: Stage, reply: Message) -> tuple[str, httpx.Response]:
    [link] = asks_for_links(stage, stage.carla, reply)
    return link, httpx.post(stage.here(link), **PLAIN)


def test_a_film_by_mail_and_one_in_pieces_tell_the_same(stage: Stage, noor: Sender) -> None:
    reply = stage.answers("Noor", "Zie de film.", attachments=[("deurbel.mp4", FILM)])
    assert f"deurbel.mp4, {TOLD}" in reply.plain()
    place = noor.sends(FILM, "later.mp4")
    assert "film-opens" not in noor.asks("HEAD", place).headers
    assert f"later.mp4, {TOLD}" in come_in(stage).plain()
    assert noor.asks("HEAD", place).headers["film-opens"] == "yes"


def test_no_other_mail_waits_while_films_are_looked_into(
    stage: Stage, noor: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[int] = []

    def look(_films: ApartFilms, size: int, _pieces: object) -> Film:
        looked.append(size)
        return UNREAD

    monkeypatch.setattr(ApartFilms, "look", look)
    workflow = stage.program.workflow
    mail = stage.mail_to("noor@example.nl")
    raw = reply_from(mail, "Zie de film.", attachments=[("deurbel.mp4", FILM)])
    workflow.receiving.store_mail(raw, [mail.from_])
    assert workflow.receiving.read_waiting() == 1
    assert (looked, len(stage.rows("SELECT id FROM replies"))) == ([], 1)
    stage.settle()
    assert looked == [len(FILM)]
    assert NOT in stage.reply_message().plain()
    assert "Dit bestand konden wij niet openen." in stage.mail_to("noor@example.nl").text


def test_one_that_does_not_open_is_told_to_both_sides_and_kept(stage: Stage, noor: Sender) -> None:
    place = noor.sends(BROKEN)
    reply = come_in(stage)
    assert f"deurbel.mp4, film, 1 kB, niet gescand, {NOT}" in reply.plain()
    assert noor.asks("HEAD", place).headers["film-opens"] == "no"
    assert 'data-unread="Helemaal binnen, maar wij kunnen deze film niet openen.' in stage.visits(noor.link).text
    assert "deurbel.mp4" in stage.mail_to("noor@example.nl").text
    assert "Dit bestand konden wij niet openen." in stage.mail_to("noor@example.nl").text
    [kept] = stage.rows("SELECT blob_key FROM attachments")
    assert stage.blob(kept.blob_key) == BROKEN
    link, pressed = pressed_open(stage, reply)
    assert NOT in sees(stage, link, pressed).text
    assert sees(stage, link, pressed, "?beeld").status_code == 404
    assert sees(stage, link, pressed, "?opslaan").content == BROKEN


def test_of_one_mail_no_more_than_three_films_are_looked_into(stage: Stage, noor: Sender) -> None:
    files = [(f"{number}.mp4", FILM + bytes(number)) for number in range(4)]
    stage.answers("Noor", "Zie de films.", attachments=[("foto.jpg", photo()), *files])
    rows = stage.rows("SELECT facts FROM attachments ORDER BY id")
    assert ["length" in str(row.facts) for row in rows] == [False, True, True, True, False]


def test_without_the_library_nothing_is_said_and_nothing_fails(
    stage: Stage, noor: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.adapters.films.find_spec", lambda _: None)
    noor.sends(BROKEN)
    reply = come_in(stage)
    assert "deurbel.mp4, film, 1 kB, niet gescand" in reply.plain()
    assert NOT not in reply.plain()
    link, pressed = pressed_open(stage, reply)
    assert sees(stage, link, pressed).status_code == 200
    assert sees(stage, link, pressed, "?beeld").status_code == 404
    assert sees(stage, link, pressed, "?film").content == BROKEN


def plays(stage: Stage, reply: Message) -> None:
    """The page with its still, the film by Range, the file; a look and a download are on record once."""
    link, pressed = pressed_open(stage, reply)
    page = sees(stage, link, pressed)
    assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert f"{TOLD[0].upper()}{TOLD[1:]}, 64 x 48" in page.text
    assert (
        '<video controls controlslist="nodownload" preload="metadata" poster="?beeld" src="?film"></video>' in page.text
    )
    policy = page.headers["content-security-policy"]
    assert all(part in policy for part in ("default-src 'none'", "img-src 'self'", "media-src 'self'"))
    assert "script-src" not in policy
    still = sees(stage, link, pressed, "?beeld")
    assert (still.status_code, still.headers["content-type"], still.headers["cache-control"]) == (
        *(200, "image/jpeg"),
        "no-store",
    )
    assert Image.open(BytesIO(still.content)).size == (64, 48)
    part = sees(stage, link, pressed, "?film", Range="bytes=10-19")
    assert (part.status_code, part.content, part.headers["content-type"]) == (206, FILM[10:20], "video/mp4")
    assert part.headers["content-disposition"].startswith("inline")
    assert not stage.audited("saved_attachment")
    for _ in range(2):
        saved = sees(stage, link, pressed, "?opslaan")
        assert (saved.content, saved.headers["content-disposition"].partition(";")[0]) == (FILM, "attachment")
    assert opened(stage) == [stage.carla.id]
    assert [line.who for line in stage.audited("saved_attachment")] == [f"link of {stage.carla.id}"]
    for other in ("", "?beeld", "?film", "?opslaan"):
        assert httpx.get(f"{stage.here(link)}{other}", **PLAIN).status_code == 404, "another browser"


def test_a_colleague_sees_it_play_and_saves_it(stage: Stage, noor: Sender) -> None:
    noor.sends(FILM)
    plays(stage, come_in(stage))
    stage.els.command("/burgernetmail", "inzage", stage.supervision)
    assert "sloeg een film op" in stage.ephemeral(stage.els, stage.supervision)


def test_its_name_is_words_on_that_page(stage: Stage, noor: Sender) -> None:
    noor.sends(FILM, "<script>alert(1)</script>\u202egpj.mp4")
    link, pressed = pressed_open(stage, come_in(stage))
    page = sees(stage, link, pressed).text
    assert "&lt;script&gt;alert(1)" in page
    assert "<script" not in page
    assert "\u202e" not in page


class TestInAnObjectStore:
    @pytest.fixture
    def overrides(self, s3: str) -> dict[str, object]:
        return {"blobs_url": SecretStr(f"{s3}/files?tls=0&gb=100")}

    def test_a_colleague_sees_it_play_there_too(self, stage: Stage, noor: Sender) -> None:
        noor.sends(FILM)
        plays(stage, come_in(stage))
