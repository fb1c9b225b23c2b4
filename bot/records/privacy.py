"""Who looked at what, and what is gone."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class LookLine:
    """One look at a citizen's data: by whose id, at what, why (a LookReason or words), and in which work (a lead)."""

    at: datetime
    who: str
    what: str
    reason: str
    words: str
    reply_id: int
    reference: str
    link: str
    of_lead: bool
    by_link: bool
    """Their link was used; nobody can know by whom."""


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
