"""Talking to ClamAV's daemon."""

import socket
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from bot.adapters.clamav import ClamAv
from bot.workflow.ports import ScanFailed, ScannerDown
from tests.doubles.clamd import EICAR, ClamdDouble


@pytest.fixture(params=["tcp", "unix"])
def clamd(request: pytest.FixtureRequest) -> Iterator[ClamdDouble]:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "clamd.ctl" if request.param == "unix" else None
        with ClamdDouble(file) as clamd:
            yield clamd


def test_says_what_is_clean_and_what_is_not(clamd: ClamdDouble) -> None:
    scanner = ClamAv(clamd.url)
    assert scanner.check() == ""
    assert scanner.is_clean(iter([b"abc", b"def"]))
    assert scanner.is_clean(iter([]))
    assert not scanner.is_clean(iter([b"x", EICAR[:10], EICAR[10:]]))
    assert clamd.scanned == [b"abcdef", b"", b"x" + EICAR]
    assert not clamd.problems


def test_a_file_that_is_too_large_for_it_can_not_be_judged(clamd: ClamdDouble) -> None:
    clamd.limit = 1000
    with pytest.raises(ScanFailed):
        ClamAv(clamd.url).is_clean(bytes(60_000) for _ in range(50))


@pytest.mark.parametrize("answer", [b"", b"OK", b"stream: OK or so", b"UNKNOWN COMMAND", b"\xff" * 9000])
def test_an_answer_that_is_none_is_not_clean(clamd: ClamdDouble, answer: bytes) -> None:
    clamd.answer = answer
    with pytest.raises(ScannerDown):
        ClamAv(clamd.url).is_clean(iter([b"abc"]))
    assert ClamAv(clamd.url).check() != ""


def test_nobody_there(clamd: ClamdDouble) -> None:
    clamd.stops()
    with pytest.raises(ScannerDown):
        ClamAv(clamd.url).is_clean(iter([b"abc"]))
    assert "Error" in ClamAv(clamd.url).check()


def test_silence_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.adapters.clamav.ANSWER_S", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        began = time.monotonic()
        with pytest.raises(ScannerDown):
            ClamAv(f"tcp://127.0.0.1:{silent.getsockname()[1]}").is_clean(iter([b"abc"]))
        assert time.monotonic() - began < 5
