"""Films come in pieces over a citizen's link, whole and unchanged, and are attachments of what they wrote."""

import re
from base64 import b64encode
from datetime import timedelta
from hashlib import sha1, sha256
from time import sleep
from typing import Any

import pytest
from pydantic import SecretStr

from bot.adapters.folder import BlobFolder
from bot.clock import Clock
from bot.workflow.ports import GROWS_BY, Space
from bot.workflow.replies.images.uploading import LineTaken
from tests.doubles.tus import BYTES, Sender
from tests.scenarios.steps.films import come_in, film, sender
from tests.stage import Stage

NOOR = "noor@example.nl"
FILM = film(GROWS_BY + 70_001)


@pytest.fixture
def noor(stage: Stage) -> Sender:
    stage.lives("Noor")
    stage.approved()
    return sender(stage)


def test_a_film_through_cuts_and_a_restart_is_an_attachment_to_the_byte(stage: Stage, noor: Sender) -> None:
    place = noor.begun(len(FILM))
    assert noor.at(place) == 0
    noor.breaks_off(place, 0, FILM[:100_000], len(FILM))
    assert noor.at(place) == 100_000
    assert noor.brings(place, 100_000, FILM[100_000:150_000]).headers["upload-offset"] == "150000"
    stage.restart()
    assert noor.at(place) == 150_000
    noor.breaks_off(place, 150_000, FILM[150_000 : GROWS_BY + 10], len(FILM) - 150_000)
    at = noor.at(place)
    assert at == GROWS_BY + 10
    assert noor.brings(place, at, FILM[at:]).status_code == 204
    reply = come_in(stage)
    assert "deurbel.mp4, film, 5,3 MB, niet gescand" in reply.plain()
    assert "(beelden zonder tekst)" in reply.plain()
    [kept] = stage.rows("SELECT blob_key, sha256, size FROM attachments")
    assert (stage.blob(kept.blob_key), kept.size) == (FILM, len(FILM))
    assert kept.sha256 == sha256(FILM).hexdigest()
    assert noor.at(place) == len(FILM)
    assert noor.asks("DELETE", place).status_code == 403
    assert "beelden: 1 aangeboden, 1 binnen" in stage.alert_message().plain()


def test_it_belongs_to_the_words_that_came_before_and_settles_what_was_asked_for(stage: Stage, noor: Sender) -> None:
    reply = stage.answers("Noor", "Mijn deurbel heeft hem gefilmd.")
    assert "eelden ophalen" in reply.plain()
    noor.sends(FILM, "eerste.mp4")
    noor.sends(FILM, "tweede.mp4")
    assert come_in(stage).ts == reply.ts
    assert "eelden ophalen" not in reply.plain()
    assert "eerste.mp4" in reply.plain()
    assert "tweede.mp4" in reply.plain()
    assert len([note for note in reply.thread if "Er kwamen beelden binnen" in note.plain()]) == 2


def test_words_that_are_sent_after_their_film_are_one_reply_with_it(stage: Stage, noor: Sender) -> None:
    """The page sends a file as it is chosen, and the words when its button is pressed."""
    noor.sends(FILM, "auto.mp4")
    stage.later(minutes=8)
    link = min(re.findall(r"https://\S+/reageren/\S+", stage.mails_to(NOOR)[0].text), key=len)
    stage.sends_form(link, what="Om 10 uur reed een witte auto weg, zie de foto.")
    reply = come_in(stage)
    stage.later(minutes=8)
    assert [row.n for row in stage.rows("SELECT count(*) AS n FROM replies")] == [1]
    for told in ("een witte auto weg", "auto.mp4, film"):
        assert told in reply.plain()
    for asked in ("eelden ophalen", "kwam geen bestand mee"):
        assert asked not in reply.plain()


def test_who_answered_before_sees_that_a_film_came(stage: Stage, noor: Sender) -> None:
    reply = stage.answers("Noor", "Ik zag een bus.")
    stage.presses(stage.carla, reply, "Niet relevant")
    stage.writes_answer(stage.carla, reply)
    stage.later(minutes=1)
    assert reply.plain().startswith("✅")
    noor.sends(FILM)
    come_in(stage)
    assert not reply.plain().startswith("✅")


def test_what_is_asked_wrongly_is_told_so_and_changes_nothing(stage: Stage, noor: Sender) -> None:
    place = noor.begun(10)
    far = {"Upload_Offset": "0", **BYTES}
    for status, answer in (
        (412, noor.asks("HEAD", place, Tus_Resumable="0.2.2")),
        (400, noor.asks("POST", noor.to)),
        (400, noor.asks("POST", noor.to, Upload_Length="ten")),
        (400, noor.asks("POST", noor.to, Upload_Length="-1")),
        (400, noor.asks("POST", noor.to, Upload_Defer_Length="1")),
        (413, noor.begins(0)),
        (415, noor.asks("PATCH", place, b"12", Upload_Offset="0")),
        (400, noor.asks("PATCH", place, b"12", **BYTES)),
        (409, noor.brings(place, 2, b"12")),
        (413, noor.brings(place, 0, b"12345678901")),
        (400, noor.asks("PATCH", place, b"12", Upload_Checksum="crc32 AAAA", **far)),
        (405, noor.asks("GET", place)),
        (405, noor.asks("PUT", place)),
        (404, noor.asks("HEAD", f"{place[:-2]}aa")),
        (404, noor.asks("POST", "/beelden/aaaaaaaaaaaaaaaaaaaa/bestanden", Upload_Length="5")),
    ):
        assert answer.status_code == status, answer.request
        if status != 405:
            assert answer.headers["tus-resumable"] == "1.0.0"
        assert "upload-offset" not in answer.headers
    assert noor.at(place) == 0
    assert noor.asks("HEAD", place, Tus_Resumable="0.2.2").headers["tus-version"] == "1.0.0"


def test_it_tells_what_it_can_and_keeps_what_its_sender_said(stage: Stage, noor: Sender) -> None:
    told = noor.asks("OPTIONS", noor.to, Tus_Resumable="")
    assert told.status_code == 204
    assert told.headers["tus-extension"] == "creation,termination,checksum,expiration"
    assert (told.headers["tus-max-size"], told.headers["tus-checksum-algorithm"]) == ("500000000", "sha1,sha256")
    place = noor.begun(10)
    seen = noor.asks("HEAD", place).headers
    assert seen["upload-metadata"].startswith("filename ZGV1cmJlbC5tcDQ=,filetype ")
    assert seen["upload-expires"] == "Sat, 17 Jan 2026 12:00:00 GMT"[:17] + seen["upload-expires"][17:]
    assert seen["cache-control"] == "no-store"
    override = noor.asks("POST", place, b"12345", X_HTTP_Method_Override="PATCH", Upload_Offset="0", **BYTES)
    assert (override.status_code, override.headers["upload-offset"]) == (204, "5")


def test_bytes_that_are_not_what_their_sender_counted_do_not_count(stage: Stage, noor: Sender) -> None:
    place = noor.begun(len(FILM))
    part = FILM[: GROWS_BY + 5]
    wrong = f"sha256 {b64encode(sha256(b'other').digest()).decode()}"
    assert noor.brings(place, 0, part, Upload_Checksum=wrong).status_code == 460
    assert noor.at(place) == 0
    right = f"sha256 {b64encode(sha256(part).digest()).decode()}"
    assert noor.brings(place, 0, part, Upload_Checksum=right).status_code == 204
    rest = FILM[len(part) :]
    told = f"sha1 {b64encode(sha1(rest).digest()).decode()}"
    assert noor.brings(place, len(part), rest, Upload_Checksum=told).status_code == 204
    come_in(stage)
    [kept] = stage.rows("SELECT sha256 FROM attachments")
    assert kept.sha256 == sha256(FILM).hexdigest()


def test_a_sender_who_stops_leaves_nothing(stage: Stage, noor: Sender) -> None:
    place = noor.begun(len(FILM))
    noor.brings(place, 0, FILM[:1000])
    assert noor.asks("DELETE", place).status_code == 204
    for answer in (noor.asks("HEAD", place), noor.brings(place, 1000, b"more"), noor.asks("DELETE", place)):
        assert answer.status_code == 410
    stage.program.workflow.bringing.keep_up()
    assert not [file for file in stage.files.rglob("*") if file.is_file()]
    [row] = stage.rows("SELECT name, told, state FROM uploads")
    assert (row.name, row.told, row.state) == ("", "", "gone")


def test_a_program_is_refused_by_its_first_bytes(stage: Stage, noor: Sender) -> None:
    place = noor.begun(2000, "film.mp4")
    refused = noor.brings(place, 0, b"MZ\x90\0" + bytes(1000))
    assert (refused.status_code, refused.text.strip()) == (403, "program")
    assert noor.asks("HEAD", place).status_code == 410


def test_what_is_not_finished_is_told_of_and_then_goes(stage: Stage, noor: Sender) -> None:
    place = noor.begun(len(FILM))
    noor.brings(place, 0, FILM[:1000])
    stage.wait(timedelta(days=2, hours=1))
    reply = come_in(stage)
    assert "eelden ophalen" in reply.plain()
    mail = stage.mail_to(NOOR)
    assert mail.subject == "Uw film of foto is nog niet helemaal binnen"
    assert f"https://burgernetmail.example.nl{noor.link}" in mail.text
    assert "zaterdag 17 januari" in mail.text
    before = len(stage.mails_to(NOOR))
    come_in(stage)
    assert len(stage.mails_to(NOOR)) == before
    assert noor.brings(place, 1000, FILM[1000:2000]).status_code == 204
    stage.wait(timedelta(days=3, hours=1))
    assert noor.asks("HEAD", place).status_code == 410
    come_in(stage)
    assert not [file for file in stage.files.rglob("*") if file.is_file()]


def test_of_two_lines_the_newest_brings_the_file(stage: Stage, noor: Sender) -> None:
    place = noor.begun(len(FILM))
    uploading = stage.program.workflow.uploading
    sent = uploading.seat(noor.link.rpartition("/")[2])
    assert sent
    found = uploading.find(sent, place.rpartition("/")[2])
    assert found
    hangs = uploading.bring(found, held=False)
    assert noor.brings(place, 0, FILM[:5000]).status_code == 204
    with pytest.raises(LineTaken):
        hangs.take(FILM[:10])
    assert noor.at(place) == 5000
    assert noor.brings(place, 5000, FILM[5000:]).status_code == 204
    come_in(stage)
    [kept] = stage.rows("SELECT sha256 FROM attachments")
    assert kept.sha256 == sha256(FILM).hexdigest()


def test_more_comes_once_a_colleague_asks_and_a_full_disk_takes_words_alone(
    stage: Stage, noor: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    reply = stage.answers("Noor", "Mijn deurbel heeft hem gefilmd.")
    refused = noor.begins(600_000_000)
    assert (refused.status_code, refused.text.strip()) == (413, "ask_first")
    stage.presses(stage.carla, reply, "Beelden vragen")
    assert f"https://burgernetmail.example.nl{noor.link}" in stage.mail_to(NOOR).text
    assert noor.begins(600_000_000).status_code == 201
    assert noor.begins(4_000_000_001).text.strip() == "file_too_large"
    blobs = stage.program.workflow.uploading.blobs
    monkeypatch.setattr(blobs, "space", lambda: Space(100_000_000_000, 4_000_000_000))
    assert noor.begins(1000).text.strip() == "store_full"
    page = stage.sends_form(noor.link, what="Ik heb een film.")
    assert "Wij hebben uw informatie ontvangen." in page.text


def test_how_far_it_is_is_told_once_the_end_of_a_broken_call_is_written(
    stage: Stage, noor: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else its sender goes on from before, and that end has come for nothing."""
    add, place = BlobFolder.add, noor.begun(len(FILM))

    def slowly(*how: Any) -> None:
        sleep(0.5)
        add(*how)

    monkeypatch.setattr(BlobFolder, "add", slowly)
    noor.breaks(place, 0, FILM[:100_000], len(FILM))
    assert noor.at(place) == 100_000


def test_what_comes_after_a_citizen_was_forgotten_goes(stage: Stage, noor: Sender) -> None:
    place = noor.begun(1000)
    noor.brings(place, 0, b"12345")
    with stage.program._work() as uow:
        uow.erasures.erase_participant(1, Clock().now())
    stage.program.workflow.bringing.keep_up()
    assert noor.asks("HEAD", place).status_code in (404, 410)
    assert not [file for file in stage.files.rglob("*") if file.is_file()]


class TestInAnObjectStore:
    @pytest.fixture
    def overrides(self, s3: str) -> dict[str, object]:
        return {"blobs_url": SecretStr(f"{s3}/files?tls=0&gb=100")}

    def test_it_comes_through_cuts_and_a_restart_too(self, stage: Stage, noor: Sender) -> None:
        place = noor.begun(len(FILM))
        noor.breaks_off(place, 0, FILM[:100_000], len(FILM))
        stage.restart()
        assert noor.at(place) == 100_000
        noor.breaks_off(place, 100_000, FILM[100_000 : GROWS_BY + 10], len(FILM) - 100_000)
        at = noor.at(place)
        assert at == GROWS_BY + 10
        assert noor.brings(place, at, FILM[at:]).status_code == 204
        assert "deurbel.mp4, film, 5,3 MB" in come_in(stage).plain()
        [kept] = stage.rows("SELECT sha256, size FROM attachments")
        assert (kept.sha256, kept.size) == (sha256(FILM).hexdigest(), len(FILM))

    def test_an_alert_takes_a_tenth_of_what_it_may_hold(self, stage: Stage, noor: Sender) -> None:
        stage.presses(stage.carla, stage.answers("Noor", "Mijn deurbel heeft hem gefilmd."), "Beelden vragen")
        assert [noor.begins(3_500_000_000).status_code for _ in range(2)] == [201, 201]
        full = noor.begins(3_100_000_000)
        assert (full.status_code, full.text.strip()) == (413, "link_full")
        assert noor.begins(2_900_000_000).status_code == 201


def test_a_film_goes_with_the_words_it_came_with(stage: Stage, noor: Sender) -> None:
    noor.sends(FILM)
    come_in(stage)
    [kept] = stage.rows("SELECT reply_id FROM attachments")
    with stage.program._work() as uow:
        gone = uow.erasures.erase_reply(kept.reply_id, Clock().now())
    assert len(gone.blob_keys) == 1
    assert not stage.rows("SELECT id FROM uploads")


def test_an_export_names_what_is_on_its_way(stage: Stage, noor: Sender) -> None:
    noor.begun(1000, "oprit.mp4")
    with stage.program._work() as uow:
        told = uow.dossiers.export(NOOR)
    assert told
    coming: Any = told["files_on_their_way"]
    assert [(file["name"], file["length"], file["received"]) for file in coming] == [("oprit.mp4", 1000, 0)]
