"""Why somebody does what needs a reason: a colleague reads it later."""

import re
from typing import Final

from bot.domain.guard.errors import ReasonNeeded

_WORD: Final = re.compile(r"[^\W\d_]{3}")


def reason_of(typed: str, field: str = "reason") -> str:
    """What was typed, without the spaces around it; ReasonNeeded at its field where it has no word of three letters."""
    if not _WORD.search(typed):
        raise ReasonNeeded(field)
    return typed.strip()
