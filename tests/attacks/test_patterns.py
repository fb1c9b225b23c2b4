"""Words that keep a regular expression busy: each one that meets them reads 100 kB in two seconds, and none less."""

import importlib
import pkgutil
import re
import signal
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

import bot
import handlers

ROOMS: Final = (
    *("bot.mail.reading", "bot.mail.headers", "bot.mail.addresses", "bot.mail.tokens", "bot.mail.events"),
    *("bot.domain.replies", "bot.domain.day_monitor", "bot.domain.folding", "bot.contacts", "bot.entering"),
    *("bot.workflow.replies", "bot.workflow.day_monitor", "bot.adapters.sheets", "handlers.web"),
)
"""Where strangers' words come by."""
PIECES: Final = (
    *("a", " ", "\n", "0", ".", "-", "<", "a ", "0 ", "\n ", "> ", "a\n", "a@", "a.", "0-", "Aa ", "\t", "=", "'", "é"),
    *("http://a", "de ", "van ", "06 ", "<a ", "*_"),
)
LOOK: Final = 2_000
LONG: Final = 100_000
MOST_S: Final = 2.0
"""Of a processor, for so many characters."""
SUSPECT_S: Final = MOST_S * (LOOK / LONG) ** 2
"""What takes no longer for a look passes however it grows, if no faster than the square: all else is tried whole."""


def patterns() -> dict[str, re.Pattern[Any]]:
    """Every one by where it stands first."""
    found: dict[re.Pattern[Any], str] = {}
    for root in (bot, handlers):
        for info in pkgutil.walk_packages(root.__path__, f"{root.__name__}."):
            if info.name.startswith(ROOMS):
                for name, value in vars(importlib.import_module(info.name)).items():
                    for pattern in _within(value, 3):
                        found.setdefault(pattern, f"{info.name}.{name}")
    named: dict[str, re.Pattern[Any]] = {}
    for pattern, name in found.items():
        named[name if name not in named else f"{name} {len(named)}"] = pattern
    return named


def _within(value: object, depth: int) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, dict):
        yield from (found for one in value.values() for found in _within(one, depth - 1))
    elif depth and isinstance(value, (list, tuple, set, frozenset)):
        yield from (found for one in value for found in _within(one, depth - 1))


@cache
def _sources() -> tuple[str, ...]:
    root = Path(__file__).parents[2]
    files = (file for floor in ("bot", "handlers") for file in sorted((root / floor).rglob("*.py")))
    return tuple(f"# {'.'.join(file.relative_to(root).with_suffix('').parts)}\n{file.read_text()}" for file in files)


@cache
def is_anchored(name: str) -> bool:
    """Whether it is only tried at one place of a text, the beginning mostly."""
    module, _, bare = name.partition(" ")[0].rpartition(".")
    how = re.compile(rf"\b{bare}\.(search|sub|subn|finditer|findall|split|match|fullmatch)\b")
    used = {found for source in _sources() if module in source for found in how.findall(source)}
    return bool(used) and used <= {"match", "fullmatch"}


class TooSlow(Exception):
    pass


def _took(name: str, pattern: re.Pattern[Any], text: str) -> float:
    """Seconds of a processor, little more than may be."""
    content = text.encode() if isinstance(pattern.pattern, bytes) else text
    began = time.process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, 1.1 * MOST_S)
    try:
        if is_anchored(name):
            pattern.match(content)
            pattern.fullmatch(content)
        else:
            for _ in pattern.finditer(content):
                pass
    except TooSlow:
        pass
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - began


def slow() -> Iterator[str]:
    for name, pattern in patterns().items():
        for piece in PIECES:
            looked, whole = ((piece * length)[:length] for length in (LOOK, LONG))
            for end in ("", "!"):
                if _took(name, pattern, looked + end) < SUSPECT_S:
                    continue
                if all(_took(name, pattern, whole + end) > MOST_S for _ in range(2)):  # once, the machine was busy
                    yield f"{name}: {piece!r}"


def test_no_words_keep_one_busy() -> None:
    def alarm(*_: object) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGVTALRM, alarm)
    try:
        assert list(slow()) == []
    finally:
        signal.signal(signal.SIGVTALRM, before)
