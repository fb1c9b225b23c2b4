"""Films in pieces, by who wants all the room, or what is another's."""

from base64 import b64encode
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from bot.domain.replies.images import uploads
from handlers.web.films import tus
from tests.doubles.tus import Sender
from tests.scenarios.steps.films import come_in, sender
from tests.stage import Stage


@pytest.fixture
def noor(stage: Stage) -> Sender:
    stage.lives("Noor")
    stage.approved()
    return sender(stage)


def test_three_files_at_once_come_over_a_link(stage: Stage, noor: Sender) -> None:
    places = [noor.begun(1000) for _ in range(4)]
    lines = [noor.opens(place) for place in places[:3]]
    try:
        busy = noor.brings(places[3], 0, b"12345")
        assert (busy.status_code, busy.headers["retry-after"]) == (503, "5")
        assert noor.brings(places[0], 0, b"12345").status_code == 204, "it goes on over a new line"
    finally:
        for line in lines:
            line.close()


def test_one_file_comes_over_two_lines_at_most(stage: Stage, noor: Sender) -> None:
    """The one that hangs, and the one that goes on: each call holds a stretch of it in memory."""
    place = noor.begun(1000)
    lines = [noor.opens(place), noor.opens(place)]
    try:
        assert noor.brings(place, 0, b"12345").status_code == 503
    finally:
        for line in lines:
            line.close()


def test_who_sends_three_takes_no_place_of_who_sends_their_first(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tus, "FILES_AT_ONCE", 5)
    monkeypatch.setattr(tus, "BESIDE", 3)
    for name in ("Noor", "Piet", "Omar", "Els"):
        stage.lives(name)
    stage.approved()
    noor, piet, omar, els = (sender(stage, name) for name in ("Noor", "Piet", "Omar", "Els"))
    hangs = noor.begun(1000)
    lines = [
        noor.opens(hangs),
        noor.opens(noor.begun(1000)),
        noor.opens(noor.begun(1000)),
        piet.opens(piet.begun(1000)),
    ]
    try:
        assert piet.brings(piet.begun(1000), 0, b"12345").status_code == 503
        lines.append(omar.opens(omar.begun(1000)))
        assert els.brings(els.begun(1000), 0, b"12345").status_code == 503, "every place is taken"
        assert noor.brings(hangs, 0, b"12345").status_code == 204, "it goes on over a new line"
    finally:
        for line in lines:
            line.close()


def test_who_begins_and_stops_all_day_fills_no_table(
    stage: Stage, noor: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "BEGUN_A_DAY", 3)
    for _ in range(3):
        assert noor.asks("DELETE", noor.begun(10)).status_code == 204
    assert noor.begins(10).text.strip() == "too_many"
    stage.wait(timedelta(days=1, minutes=1))
    assert noor.begins(10).status_code == 201


def test_nobody_gets_at_anothers_file(stage: Stage, noor: Sender) -> None:
    stage.lives("Piet")
    stage.presses(stage.bram, stage.asks(), "Goedkeuren en versturen")
    piet = sender(stage, "Piet")
    place = noor.begun(1000)
    theirs = place.replace(noor.to, piet.to)
    assert theirs != place
    assert piet.asks("HEAD", theirs).status_code == 404
    assert piet.brings(theirs, 0, b"12345").status_code == 404


@pytest.mark.parametrize(
    ("named", "kept"),
    [
        (b"../../etc/passwd", "../../etc/passwd"),  # no path is made of it: it is shown as it is
        (b"a\r\nSet-Cookie: x=1.mp4", "a Set-Cookie: x=1.mp4"),
        (b"x\0y\x1b[2J.mp4", "xy[2J.mp4"),
        ("\u202e4pm.exe".encode(), "4pm.exe"),
        (b"\xff.mp4", "\ufffd.mp4"),
        (b"A" * 1000, "A" * 120),
    ],
)
def test_a_name_moves_nothing(stage: Stage, noor: Sender, named: bytes, kept: str) -> None:
    told = f"filename {b64encode(named).decode()}"
    place = noor.asks("POST", noor.to, Upload_Length="5", Upload_Metadata=told).headers["location"]
    assert noor.asks("HEAD", place).headers["upload-metadata"] == told
    assert noor.brings(place, 0, b"12345").status_code == 204
    come_in(stage)
    [row] = stage.rows("SELECT name, blob_key FROM attachments")
    assert (row.name, stage.blob(row.blob_key)) == (kept, b"12345")


def test_a_program_in_pieces_of_one_byte_is_none_the_less_refused(stage: Stage, noor: Sender) -> None:
    program = b"MZ\x90\0" + bytes(1000)
    place = noor.begun(len(program), "film.mp4")
    assert noor.brings(place, 0, program[:1]).status_code == 204
    assert noor.brings(place, 1, program[1:]).status_code == 204
    stage.program.workflow.bringing.keep_up()
    assert noor.asks("HEAD", place).status_code == 410
    stage.later(minutes=11)
    stage.program.workflow.bringing.keep_up()
    stage.settle()
    assert (stage.rows("SELECT id FROM attachments"), [*stage.files.rglob("*.coming")]) == ([], [])


def test_of_eight_calls_at_once_one_brings_its_bytes(stage: Stage, noor: Sender) -> None:
    place = noor.begun(1000)
    with ThreadPoolExecutor(8) as calls:
        answers = [
            answer.status_code for answer in calls.map(lambda n: noor.brings(place, 0, bytes([n]) * 500), range(8))
        ]
    assert answers.count(204) == 1
    assert set(answers) <= {204, 409, 503}
    assert noor.at(place) == 500


def test_no_more_is_promised_than_there_is_room_for_however_many_ask_at_once(stage: Stage, noor: Sender) -> None:
    with ThreadPoolExecutor(8) as calls:
        answers = [answer.status_code for answer in calls.map(lambda _: noor.begins(100_000_000), range(8))]
    assert sorted(answers) == [201] * 5 + [413] * 3
