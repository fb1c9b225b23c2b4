"""The names that the guard knows (names.txt), read when the first text is looked at."""

from functools import cache
from importlib.resources import files
from typing import Final

_SHORTEST: Final = 2


@cache
def _flags() -> dict[str, str]:
    lines = files("bot.domain.guard").joinpath("names.txt").read_text("utf-8").splitlines()
    named = (line.partition(" ") for line in lines if not line.startswith("#"))
    return {name: flags for name, _, flags in named if len(name) >= _SHORTEST}


def flags_of(name: str) -> str | None:
    """What the list says of a name; None where it lacks it.

    f a first name, n a usual one, d a surname behind "de", w a word too, p a place too. Of a double name both parts
    count: Jansen-Bakker.
    """
    known = _flags()
    if name in known:
        return known[name]
    parts = name.split("-")
    if len(parts) > 1 and all(part in known for part in parts):
        return known[parts[0]]
    return None
