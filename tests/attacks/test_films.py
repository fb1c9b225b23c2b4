"""Films that are none, that hang, that eat memory, that name other files: each ends within its bounds."""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.adapters import films
from bot.adapters.films import UNREAD, ApartFilms
from bot.isolation import child
from bot.isolation.child import Bounds
from bot.workflow.ports import Film
from tests.doubles.files import real_film

NOTHING = Film({})
"""Said of a film: that this machine had no time for it is not its fault."""
PLAYLIST = "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\n{}\n#EXT-X-ENDLIST\n"
JOINED = "ffconcat version 1.0\nfile {}\n"


@pytest.fixture(autouse=True)
def apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in production."""
    monkeypatch.setattr(films, "read_apart", child.read_apart)


def look(content: bytes) -> Film | None:
    return ApartFilms().look(len(content), lambda start: iter([content[start:]]))


def test_a_usual_one_is_read_apart_as_it_is() -> None:
    found = look(real_film())
    assert found
    assert found.facts == {"length": "0:00:03", "pixels": "64 x 48", "taken": "2026-01-14 09:12:30 UTC"}
    assert found.still.startswith(b"\xff\xd8\xff")


@pytest.mark.parametrize("form", [PLAYLIST, JOINED])
def test_one_that_names_another_file_opens_nothing(form: str, tmp_path: Path) -> None:
    other = tmp_path / "other.mp4"
    other.write_bytes(real_film())
    for named in (str(other), f"file://{other}"):
        assert look(form.format(named).encode()) == UNREAD


def test_garbage_of_any_kind_does_not_open() -> None:
    whole = real_film()
    for content in (b"", b"\0" * 5000, whole[:40], whole[: len(whole) // 2], whole[:40] + b"\xff" * 5000):
        assert look(content) == UNREAD


@pytest.mark.parametrize(
    ("hostile", "bounds", "found"),
    [
        ("__import__('time').sleep(60)", Bounds(1, 0.5, 10**9), NOTHING),
        ("next(number for number in iter(int, 1) if number)", Bounds(1, 20, 10**9), UNREAD),
        ("bytes(300_000_000)", Bounds(5, 20, 200_000_000), UNREAD),
    ],
)
def test_one_that_hangs_works_on_or_eats_memory_ends(
    hostile: str, bounds: Bounds, found: Film, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the place of what reads it: FFmpeg is not this easily led astray."""
    told = "{'length': '', 'pixels': '', 'taken': '', 'still': ''}"
    reads = f"from bot.isolation.child import tell_of_file\ntell_of_file(lambda file: [{told} if [{hostile}] else 0])\n"
    (tmp_path / "hostile.py").write_text(reads)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), *sys.path]))
    monkeypatch.setattr(films, "READER", "hostile")
    monkeypatch.setattr(films, "BOUNDS", bounds)
    began = time.monotonic()
    assert look(b"film") == found
    assert time.monotonic() - began < 10


def test_of_a_large_one_both_ends_are_copied_and_nothing_between() -> None:
    asked: list[tuple[int, int]] = []

    def pieces(start: int) -> Iterator[bytes]:
        while True:
            asked.append((start, 64 * 1024))
            yield bytes(64 * 1024)

    assert ApartFilms().look(4_000_000_000, pieces) == UNREAD
    assert {start for start, _ in asked} == {0, 4_000_000_000 - films.END}
    assert sum(size for _, size in asked) < films.HEAD + films.END + 3 * 64 * 1024
