"""The running demo, as `make demo` starts it."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

from bot.practice import workspace

ROOT = Path(__file__).parents[2]
READY_S = 60


class Demo:
    """`python -m bot demo` in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        practice = folder / ".practice"
        practice.mkdir()
        cached = workspace.installed(ROOT / ".practice").parent
        (practice / cached.name).symlink_to(cached)
        self._log = folder / "demo.log"
        with self._log.open("wb") as output:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "bot", "demo"],
                cwd=folder,
                stdout=output,
                stderr=subprocess.STDOUT,
                env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "200"},
            )
        self.addresses = self._wait_for_addresses()

    def _wait_for_addresses(self) -> list[str]:
        end = time.monotonic() + READY_S
        while "Ctrl-C" not in self.said:
            assert self._process.poll() is None, self.said
            assert time.monotonic() < end, self.said
            time.sleep(0.1)
        return re.findall(r"http://localhost:\d+", self.said)

    @property
    def said(self) -> str:
        """What it printed so far."""
        return self._log.read_text()

    def end(self) -> None:
        """Ctrl-C."""
        self._process.send_signal(signal.SIGINT)
        assert self._process.wait(20) == 0, self.said
