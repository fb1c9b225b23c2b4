"""Each measurement runs in a process of its own, so that its peak memory is its own too."""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

PATIENCE_S: Final = 1200


@dataclass(frozen=True)
class Measured:
    """What one measurement took: seconds, and how far its memory rose while it ran, in MB; and what else it saw."""

    seconds: float
    megabytes: float
    more: dict[str, float] = field(default_factory=dict)


class Meter:
    """Measures what happens inside `running`; what comes before it is preparation."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.more: dict[str, float] = {}
        self._before = 0.0

    @contextmanager
    def running(self) -> Iterator[None]:
        """Wall clock and memory, from here."""
        self._before = _peak_mb()
        start = time.perf_counter()
        yield
        self.seconds = time.perf_counter() - start

    def told(self) -> dict[str, Any]:
        """What was measured."""
        return {"seconds": self.seconds, "megabytes": _peak_mb() - self._before, "more": self.more}


def _peak_mb() -> float:
    """Linux tells of this program alone; elsewhere what the one was that started it counts too."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(peak.split()[1]) / 1024


def in_own_process(module: str, name: str, *, patience_s: float = PATIENCE_S, **arguments: Any) -> Measured:
    """Run `tests.bench.{module}.{name}(meter, **arguments)` apart; its last line is what it measured."""
    command = [sys.executable, "-m", f"tests.bench.{module}", name, json.dumps(arguments)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=patience_s, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-3000:])
    return Measured(**json.loads(done.stdout.splitlines()[-1]))


def run_named(functions: dict[str, Callable[..., None]]) -> None:
    """What a module of measurements does when it is started as a process."""
    name, arguments = sys.argv[1:]
    meter = Meter()
    functions[name](meter, **json.loads(arguments))
    sys.stdout.write(json.dumps(meter.told()) + "\n")


@contextmanager
def sink() -> Iterator[str]:
    """The address of a provider that takes everything, in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.sink"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        finally:
            process.kill()
