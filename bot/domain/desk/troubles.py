"""What keeps the program from its work, as those who operate it are told."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class TroubleKind(StrEnum):
    """In the order in which they are told."""

    DATABASE = "database"
    DISK = "disk"
    SOCKET = "socket"
    JOB = "job"
    OUTBOX = "outbox"
    LATE = "late"


OWN: Final = frozenset({TroubleKind.DATABASE, TroubleKind.DISK})
"""What another copy of the program may do better, so that a load balancer should ask that one."""

TOLD_IN_SLACK: Final = frozenset({TroubleKind.DISK, TroubleKind.SOCKET, TroubleKind.JOB})
"""What superusers hear of here; the outbox and what is late have messages of their own."""


@dataclass(frozen=True)
class Trouble:
    """`name`: which disk, job or queue; `detail`: a line in English, for the operator."""

    kind: TroubleKind
    detail: str
    name: str = ""

    @property
    def key(self) -> str:
        """The same trouble has the same key, whichever copy of the program sees it."""
        return f"{self.kind} {self.name}".strip()

    def __str__(self) -> str:
        return f"{self.key}: {self.detail}"
