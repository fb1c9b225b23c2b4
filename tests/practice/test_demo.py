"""The demo ends what it started, however it ends itself; the practice Slack is a stand-in here."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.practice import mailbox, workspace
from bot.practice.demo import practice_settings, write_settings
from bot.settings import load_settings

ROOT = Path(__file__).parents[2]
READY_S = 60
STAND_IN = f"""\
#!{sys.executable}
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
class Slack(BaseHTTPRequestHandler):
    def do_POST(self):
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(b'{{"ok": true}}')
HTTPServer(("127.0.0.1", int(sys.argv[sys.argv.index("--port") + 1])), Slack).serve_forever()
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


class Demo:
    """`python -m bot demo` in a folder of its own, on a machine whose web traffic goes through a proxy that is away."""

    def __init__(self, folder: Path) -> None:
        self._log = folder / "demo.log"
        with self._log.open("wb") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "bot", "demo"],
                cwd=folder,
                stdout=output,
                stderr=subprocess.STDOUT,
                env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "200", "http_proxy": "http://127.0.0.1:9"},
            )

    @property
    def said(self) -> str:
        """What it printed so far."""
        return self._log.read_text()

    def wait_until_ready(self) -> None:
        """Until it told the walk."""
        end = time.monotonic() + READY_S
        while "Ctrl-C" not in self.said:
            assert self.process.poll() is None, self.said
            assert time.monotonic() < end, self.said
            time.sleep(0.1)

    def children(self) -> list[int]:
        """The practice Slack and the mail server that it started, in this order."""
        found = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        told = {int(pid): _command(pid) for pid in found}
        return [pid for part in ("local-slack", "mail_devel") for pid, command in told.items() if part in command]


def _command(pid: str) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text()
    except FileNotFoundError:
        return ""


def gone(pids: list[int]) -> bool:
    """Whether they have all ended, within five seconds."""
    end = time.monotonic() + 5
    while any(_runs(pid) for pid in pids):
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    program = tmp_path / ".practice" / f"local-slack-{workspace.VERSION}" / workspace.PROGRAM
    program.parent.mkdir(parents=True)
    program.write_text(STAND_IN)
    program.chmod(0o755)
    return tmp_path


@pytest.fixture
def starting(folder: Path, alone: None) -> Iterator[Demo]:
    """A demo that has just been started."""
    demo = Demo(folder)
    yield demo
    demo.process.kill()
    demo.process.wait()


@pytest.fixture
def demo(starting: Demo) -> Demo:
    """A demo that has told its walk."""
    starting.wait_until_ready()
    return starting


def test_it_tells_three_addresses_and_six_steps_and_ends_everything_at_sigterm(demo: Demo, folder: Path) -> None:
    assert len(set(re.findall(r"http://localhost:\d+", demo.said))) == 3
    assert re.findall(r"\b([1-6]) (?:Open|Act|Answer) ", demo.said) == list("123456"), demo.said
    assert "listens on all interfaces" in demo.said
    assert '"event"' not in demo.said
    assert '"event": "started"' in (folder / ".practice/run/bot.log").read_text()
    children = demo.children()
    assert len(children) == 2, demo.said
    demo.process.send_signal(signal.SIGTERM)
    assert demo.process.wait(READY_S) == 0
    assert gone(children)


def test_a_part_that_ends_by_itself_is_told_and_ends_the_rest(demo: Demo, folder: Path) -> None:
    second = subprocess.run(
        [sys.executable, "-m", "bot", "demo"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert second.returncode == 1
    assert "The demo runs here already" in second.stderr
    children = demo.children()
    os.kill(children[-1], signal.SIGKILL)
    assert demo.process.wait(READY_S) == 1
    assert "Ended by itself: The practice mail server" in demo.said
    assert gone(children)


def test_nothing_outlives_a_demo_that_is_killed_outright(demo: Demo) -> None:
    children = demo.children()
    demo.process.kill()
    assert gone(children)


def test_commands_beside_it_have_its_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = practice_settings(tmp_path / "it's_here", 3000, 8080, mailbox.Ports(1, 2, 3))
    file = tmp_path / "settings.env"
    write_settings(settings, file)
    assert file.stat().st_mode & 0o777 == 0o600
    reading = ["sh", "-c", f"set -a; . {file}; set +a; exec env -0"]
    read = subprocess.run(reading, env={"PATH": os.environ["PATH"]}, capture_output=True, text=True, check=True)
    for line in filter(None, read.stdout.split("\0")):
        monkeypatch.setenv(*line.split("=", 1))
    assert load_settings() == settings


def test_ctrl_c_while_it_starts(starting: Demo, folder: Path) -> None:
    end = time.monotonic() + READY_S
    while not (folder / ".practice" / "run" / "mail.log").exists():
        assert time.monotonic() < end, starting.said
        time.sleep(0.01)
    children = starting.children()
    starting.process.send_signal(signal.SIGINT)
    assert starting.process.wait(READY_S) == 0
    assert "Traceback" not in starting.said
    assert gone(children)
