"""Who looked at what, and what is gone."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class LookLine:
    """One look at a citizen's data: by whose id, at what, why (a LookReason or words), and in which work (a lead).

    `number`: of its alert's replies, as its message says it; 0 where it has none.
    """

    at: datetime
    who: str
    what: str
    reason: str
    words: str
    number: int
    reference: str
    link: str
    of_lead: bool
    by_link: bool
    """Their link was used; nobody can know by whom."""
    participant: int = 0
    """Whose data, where it was no reply."""


@dataclass(frozen=True)
class Reason:
    """Why somebody looked: a LookReason, and their own words where it is another one."""

    kind: str
    words: str


@dataclass(frozen=True)
class Gone:
    """What an erased reply leaves to be done outside the database."""

    blob_keys: tuple[str, ...]
    files: int
