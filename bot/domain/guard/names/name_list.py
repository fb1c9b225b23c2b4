"""The names that the guard knows (names.txt), read when the first text is looked at."""

from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

_SHORTEST: Final = 2
_SHORTEST_BASE: Final = 3
_DIMINUTIVES: Final = ("netje", "etje", "tje", "pje", "je", "sie", "tie", "pie", "kie", "ie", "y", "o")


@cache
def _flags() -> dict[str, str]:
    lines = files("bot.domain.guard.names").joinpath("names.txt").read_text("utf-8").splitlines()
    named = (line.partition(" ") for line in lines if not line.startswith("#"))
    return {name: flags for name, _, flags in named if len(name) >= _SHORTEST}


def flags_of(name: str) -> str | None:
    """What the list says of a name; None where it lacks it.

    f a first name, n a usual one, d a surname behind "de", w a word too, c one that is counted, v a verb, p a place.
    Of a double name both parts count: Jansen-Bakker, Harm-Jan.
    """
    known = _flags()
    parts = name.split("-")
    if len(parts) > 1 and all("f" in known.get(part, "w") and "w" not in known.get(part, "w") for part in parts):
        return "fn"
    if name in known:
        return known[name]
    if len(parts) > 1 and all(part in known for part in parts):
        return known[parts[0]]
    return None


@lru_cache(4096)
def diminutive_flags(name: str) -> str | None:
    """Jantje, Keessie, Wimpie go by the first name in them; None where none is."""
    for ending in _DIMINUTIVES:
        base = name.removesuffix(ending)
        known = _flags().get(base, "") if base != name and len(base) >= _SHORTEST_BASE else ""
        if "f" in known and "w" not in known and "p" not in known:
            return "fn" if "n" in known else "f"
    return None
