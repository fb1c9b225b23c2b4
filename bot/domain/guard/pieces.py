"""A piece of one text that is pointed out, before it gets its field."""

from dataclasses import dataclass

from bot.domain.guard.findings import FindingKind


@dataclass(frozen=True)
class Piece:
    """`text[start:end]`, what it looks like and what takes its place."""

    start: int
    end: int
    kind: FindingKind
    becomes: str = ""
