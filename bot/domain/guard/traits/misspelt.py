"""Long words of which one letter was left out: slechtorend, asielzoker."""

from collections.abc import Iterable
from typing import Final

_SHORTEST: Final = 8


def shortened(words: Iterable[str]) -> frozenset[str]:
    """Each long word without one of its letters, but its first two and its last two: those make another form."""
    return frozenset(
        word[:at] + word[at + 1 :] for word in words if len(word) >= _SHORTEST for at in range(2, len(word) - 2)
    ) - frozenset(words)
