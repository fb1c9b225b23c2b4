"""What the demo starts, it ends; a taken port is stepped over; a failed download leaves nothing behind."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from bot.practice import workspace
from bot.practice.processes import Child, PracticeError, free_port
from bot.practice.town import CHANNELS, TEAM

SERVER = "import socket,sys,time; s=socket.create_server(('127.0.0.1', int(sys.argv[1]))); time.sleep(60)"


def test_a_taken_port_is_stepped_over_also_where_only_loopback_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert free_port(port) > port


def test_a_child_is_waited_for_and_ended(tmp_path: Path) -> None:
    port = free_port(15000)
    child = Child("The server", [sys.executable, "-c", SERVER, str(port)], tmp_path / "log")
    child.wait_for(port)
    assert child.alive
    child.stop()
    assert not child.alive


def test_a_child_that_ends_by_itself_is_told_with_its_last_words(tmp_path: Path) -> None:
    child = Child("The server", [sys.executable, "-c", "raise SystemExit('out of paper')"], tmp_path / "log")
    with pytest.raises(PracticeError, match="out of paper"):
        child.wait_for(free_port(15000))


@pytest.mark.skipif(sys.platform != "linux", reason="Linux ends orphans by itself")
def test_a_child_ends_with_a_parent_that_is_killed_outright(tmp_path: Path) -> None:
    start = (
        "import os,sys; from pathlib import Path; from bot.practice.processes import Child;"
        "child = Child('x', [sys.executable, '-c', 'import time; time.sleep(60)'], Path(sys.argv[1]));"
        "print(child._process.pid, flush=True); os.kill(os.getpid(), 9)"
    )
    command = [sys.executable, "-c", start, str(tmp_path / "log")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    pid = int(done.stdout)
    for _ in range(100):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        if Path(f"/proc/{pid}/stat").read_text().split()[2] == "Z":
            return
        subprocess.run(["sleep", "0.05"], check=True)
    pytest.fail("the child lives on")


def test_the_workspace_has_the_team_and_the_bot_in_every_channel() -> None:
    config = workspace.config()
    assert [user["real_name"] for user in config["users"]] == [person.name for person in TEAM]  # type: ignore[attr-defined]
    channels = config["channels"]
    assert isinstance(channels, list)
    assert len(channels) == len(CHANNELS)
    assert all(workspace.BOT_USER_ID in channel["members"] for channel in channels)
