"""Where sentences begin and end."""

import re
from collections.abc import Iterator
from typing import Final

_END: Final = re.compile(
    r"(?<!\bdhr)(?<!\bmw)(?<!\bmevr)(?<!\bfam)(?<!\bnr)(?<!\bca)(?<!\bSt)(?<!\b[A-Za-z])[.!?]+(?=\s|$)|\n+",
    re.IGNORECASE,
)


def spans_of(text: str) -> Iterator[tuple[int, int]]:
    """The sentences, each with its full stop, without the spaces around it."""
    start = 0
    for match in (*_END.finditer(text), None):
        end = match.end() if match else len(text)
        words = text[start:end]
        if words.strip():
            yield start + len(words) - len(words.lstrip()), start + len(words.rstrip())
        start = end


def sentences_of(text: str) -> list[str]:
    return [text[start:end] for start, end in spans_of(text)]
