"""The audit trail's chain: each line's seal is made of the seal before it and of all that the line says."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from typing import Final

FIRST: Final = "0" * 64  # what stands before the first seal


@dataclass(frozen=True)
class TrailLine:
    """Who did what, to what, when, and why; ids and reasons only, so that erasing a person leaves it whole."""

    id: int
    at: datetime
    who: str
    what: str
    subject: str
    details: Mapping[str, object]

    def as_json(self) -> str:
        """One line of JSON with its names in order, the same on every machine."""
        return json.dumps({**asdict(self), "at": self.at.isoformat()}, sort_keys=True, ensure_ascii=False)


@dataclass(frozen=True)
class Sealed:
    """A seal: its number in the chain, the line that it is of (None where that is gone), and its hash."""

    number: int
    line_id: int
    line: TrailLine | None
    hash: str


@dataclass(frozen=True)
class Break:
    """Where the trail was tampered with: the line's number, and what is wrong there."""

    line_id: int
    why: str


def seal(before: str, line: TrailLine) -> str:
    """SHA-256 in hexadecimal over the seal before and the line."""
    return sha256(f"{before}\n{line.as_json()}".encode()).hexdigest()
