"""At rest the program holds nothing that only a picture, a workbook, a mail or a typed text needs."""

import gc
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli.starting import loading
from bot.domain.participants.reach import NeighbourhoodReach, Reach
from bot.pictures import apart
from tests.environment import RIGHT
from tests.speed import draw_apart

LARGE = {
    *("alembic", "asn1crypto", "av", "boto3", "botocore", "cryptography", "filetype", "imap_tools", "inscriptis"),
    *("lxml", "mako", "matplotlib", "numpy", "openpyxl", "phonenumbers", "PIL", "psycopg", "sendgrid"),
    *("bot.domain.guard.plain", "bot.domain.guard.text_guard", "bot.mail.reading.imap", "bot.mail.sending.smtp"),
}
"""Ours too: the text guard's patterns took a sixth of the start."""
BUILT = """
import sys
from bot.main import build
from bot.settings import load_settings
build(load_settings())
print(*sorted(sys.modules))
"""


def test_the_program_is_built_without_what_is_large(tmp_path: Path) -> None:
    environment = {**RIGHT, "DATABASE_URL": f"sqlite:///{tmp_path / 'bot.db'}", "HTTP_PORT": "0"}
    built = subprocess.run(
        [sys.executable, "-c", BUILT], env=environment, capture_output=True, text=True, check=True, cwd=Path.cwd()
    )
    loaded = set(built.stdout.split())
    assert "slack_bolt" in loaded
    assert loaded & LARGE == set()


def test_what_is_loaded_is_not_looked_through_for_garbage() -> None:
    frozen = gc.get_freeze_count()
    with loading():
        assert not gc.isenabled()
    assert gc.isenabled()
    assert gc.get_freeze_count() > frozen
    gc.unfreeze()  # a test process loads on


ENDING = """
import atexit, gc
from bot.__main__ import main
atexit.register(lambda: print("left:", len(gc.get_objects())))
main()
"""


def test_a_command_that_ended_looks_through_nothing_more() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", ENDING, "--help"], capture_output=True, text=True, check=True, cwd=Path.cwd()
    )
    assert int(ended.stdout.rpartition("left:")[2]) < 1_000


def test_a_picture_that_a_process_of_its_own_draws_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    reach = Reach(5, (NeighbourhoodReach("Kattenbroek", 12, 400, 8),), ())
    assert draw_apart("nl", "reach", reach) == apart.draw_here("nl", "reach", reach)
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(RuntimeError, match="no picture of reach"):
        draw_apart("nl", "reach", reach)
