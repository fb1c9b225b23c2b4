"""The audit trail's chain: each line's seal is made of the seal before it and of all that the line says."""

import hmac
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

FIRST: Final = "0" * 64  # what stands before the first seal
SEALED_WITHIN: Final = timedelta(minutes=1)
SAID: Final = "said"
"""The detail that holds, by field, the digests of words that stand beside the trail."""


@dataclass(frozen=True)
class TrailLine:
    """Who did what, to what, when, and why; ids and digests only, so that erasing words or a person leaves it whole."""

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
class Beside:
    """Words that stand beside a line until they are erased, and the salt of their digests, which goes with them."""

    salt: str
    words: Mapping[str, object]

    def digests(self) -> dict[str, str]:
        """What the trail keeps of them, by field: without the salt nobody finds a short text by trying."""
        return {name: self._digest(value) for name, value in self.words.items()}

    def _digest(self, value: object) -> str:
        return sha256(json.dumps([self.salt, value], sort_keys=True).encode()).hexdigest()

    def are_of(self, line: TrailLine) -> bool:
        """Whether they are the words that were said then."""
        return line.details.get(SAID) == self.digests()


@dataclass(frozen=True)
class Sealed:
    """A seal: its number in the chain, the line that it is of (None where that is gone), its hash, and whose key."""

    number: int
    line_id: int
    line: TrailLine | None
    hash: str
    key: str
    """The check of the key; empty: made without one, as all were before AUDIT_KEY."""

    beside: Beside | None = None


@dataclass(frozen=True)
class Break:
    """Where the trail was tampered with: the line's number (0: none), and what is wrong there."""

    line_id: int
    why: str


@dataclass(frozen=True)
class Whole:
    """A trail without a break: how many seals, since which number with the key (0: none), and the newest one's hash."""

    number: int
    keyed_since: int
    hash: str


class Sealer:
    """Makes seals: without a key whoever may write in the database can make them too, and prove nothing by them."""

    def __init__(self, key: str = "") -> None:
        self._key = key.encode()
        self.check: Final = hmac.digest(self._key, b"burgernetmail: whose seal?", "sha256").hex()[:16] if key else ""
        """Stands beside each seal, so that another key is known for what it is."""

    def seal(self, before: str, line: TrailLine) -> str:
        """HMAC-SHA256 in hexadecimal over the seal before and the line; SHA-256 without a key."""
        told = f"{before}\n{line.as_json()}".encode()
        return hmac.digest(self._key, told, "sha256").hex() if self._key else sha256(told).hexdigest()


WITHOUT_KEY: Final = Sealer()


class Chain:
    """Looks at one seal after the other; `broken` tells what is wrong with the next."""

    def __init__(self, sealer: Sealer, expected: tuple[int, str] | None = None) -> None:
        self._sealer = sealer
        self._expected = expected
        self.number, self.hash, self.keyed_since = 0, FIRST, 0

    def broken(self, one: Sealed) -> Break | None:
        """What is wrong with this seal, its line, or the words beside it."""
        if why := self._why(one):
            return Break(one.line_id, why)
        self.number, self.hash = one.number, one.hash
        self.keyed_since = self.keyed_since or (one.number if one.key else 0)
        return None

    def _why(self, one: Sealed) -> str:
        if one.number != self.number + 1:
            return f"seal {self.number + 1} is missing"
        if one.line is None:
            return "the line is missing"
        return self._of_key(one) or self._of_content(one, one.line)

    def _of_key(self, one: Sealed) -> str:
        if one.key and not self._sealer.check:
            return "it is sealed with a key: set AUDIT_KEY"
        if one.key not in {"", self._sealer.check}:
            return "it is sealed with another key than AUDIT_KEY"
        return "it is sealed without a key, after lines that have one" if self.keyed_since and not one.key else ""

    def _of_content(self, one: Sealed, line: TrailLine) -> str:
        if (self._sealer if one.key else WITHOUT_KEY).seal(self.hash, line) != one.hash:
            return "the line, or a seal before it, was changed"
        if self._expected and one.number == self._expected[0] and one.hash != self._expected[1]:
            return f"seal {one.number} is not the one that was expected"
        return "the words beside it were changed" if one.beside and not one.beside.are_of(line) else ""

    def ended(self) -> Break | Whole:
        """What it was, once all was looked at."""
        if self._expected and self._expected[0] > self.number:
            return Break(0, f"seal {self._expected[0]} is missing: its end was cut off")
        if self._sealer.check and self.number and not self.keyed_since:
            return Break(0, "no line is sealed with AUDIT_KEY")
        return Whole(self.number, self.keyed_since, self.hash)
