"""Where a name stands."""

from dataclasses import dataclass


@dataclass(frozen=True)
class NameFound:
    """The tokens of a name, `first` to `end`; `cue` is where the title or the role before it stands, if any."""

    first: int
    end: int
    cue: int | None = None
    people: int = 1
