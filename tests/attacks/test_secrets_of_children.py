"""A library that a hostile file took over could read all settings, keys too, in /proc of who started it."""

import subprocess
import sys

import pytest

STARTS = """
import ctypes, sys
from contextlib import suppress
from bot.__main__ import main

sys.argv = ["burgernetmail", "--version"]
with suppress(SystemExit):
    main()
print("may be read:", ctypes.CDLL(None).prctl(3))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the others show it to nobody")
def test_the_program_shows_nothing_of_itself_to_what_runs_as_its_user() -> None:
    """As root everybody sees everything, so the system is asked whether it would show it to another."""
    said = subprocess.run([sys.executable, "-c", STARTS], capture_output=True, text=True, check=True).stdout
    assert said.splitlines()[-1] == "may be read: 0"
