"""Reads strangers' files in a process of its own, with bounds that no file can stretch: libraries take the lengths and
numbers that they find at their word, so a small file can keep them busy for days or fill the memory.
"""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import IO, Any, Final

MOST_WRITTEN: Final = 256 * 1024 * 1024
"""Bytes of what it tells, held by the system, not by its goodwill."""


class ReadingEnded(Exception):
    """It could not be read within the bounds, or at all."""


class NoTime(ReadingEnded):
    """The machine had no room for it, or not within the patience: that says nothing about the file."""


@dataclass(frozen=True)
class Bounds:
    """Seconds of a processor, seconds by the clock, bytes of memory."""

    seconds: int
    patience_s: float
    memory: int


def read_apart(module: str, content: bytes | IO[bytes], bounds: Bounds) -> Iterator[Any]:
    """What the module's `told_of` tells of the content, one by one, once it has told all; else ReadingEnded.

    A file is handed over as it is, to be read from where it stands.
    """
    given: dict[str, Any] = {"input": content} if isinstance(content, bytes) else {"stdin": content}
    command = [sys.executable, "-m", module, str(bounds.seconds), str(bounds.memory)]
    with TemporaryFile() as told:
        try:
            subprocess.run(
                command,
                env=_bare_environment(),
                stdout=told,
                stderr=subprocess.DEVNULL,
                timeout=bounds.patience_s,
                check=True,
                **given,
            )
            told.seek(0)
            yield from map(json.loads, told)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise NoTime from error
        except (subprocess.SubprocessError, ValueError) as error:
            raise ReadingEnded from error


def _bare_environment() -> dict[str, str]:
    """No setting of ours: what is read there may have found a way in. One thread: each takes memory for itself."""
    kept = {name: value for name in ("PATH", "PYTHONPATH", "TMPDIR") if (value := os.environ.get(name))}
    return {**kept, "OPENBLAS_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}


def tell(told_of: Callable[[bytes], Iterable[Any]]) -> None:
    """The process: the content comes in, a line of JSON goes out for each thing told."""
    tell_of_file(lambda file: told_of(file.read()))


def tell_of_file(told_of: Callable[[IO[bytes]], Iterable[Any]]) -> None:
    """The same for what is read here and there."""
    seconds, memory = map(int, sys.argv[1:])
    limits = ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, memory), (resource.RLIMIT_FSIZE, MOST_WRITTEN))
    for what, most in (*limits, (resource.RLIMIT_CORE, 0)):
        with suppress(OSError, ValueError):  # some systems know no limit on memory; that on time holds there too
            resource.setrlimit(what, (most, most))
    for thing in told_of(sys.stdin.buffer):
        json.dump(thing, sys.stdout)
        sys.stdout.write("\n")
