"""What keeps the program from its work, as those who operate it are told."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final


class TroubleKind(StrEnum):
    """In the order in which they are told."""

    DATABASE = "database"
    DISK = "disk"
    SOCKET = "socket"
    JOB = "job"
    OUTBOX = "outbox"
    DOOR = "door"
    LATE = "late"
    TRAIL = "trail"


OWN: Final = frozenset({TroubleKind.DATABASE, TroubleKind.DISK})
"""What another copy of the program may do better, so that a load balancer should ask that one."""

OUTBOX_WAITS: Final = timedelta(minutes=2)
"""So long nothing may wait for Slack or the mail."""
UNSEALED: Final = timedelta(minutes=5)
"""Within a minute a line of the trail has its seal; until then who writes in the database may take it away unseen."""
SOCKET_SILENT_S: Final = 30
"""Slack answers a ping every ten seconds."""
DISK_FREE_BYTES: Final = 500 * 1024**2
DISK_FREE_SHARE: Final = 0.05

TOLD_IN_SLACK: Final = frozenset({TroubleKind.DISK, TroubleKind.SOCKET, TroubleKind.JOB, TroubleKind.TRAIL})
"""What superusers hear of here; the outbox, the door and what is late have messages of their own."""


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


def is_nearly_full(free: int, total: int) -> bool:
    """Of a disk, both in bytes."""
    return free < DISK_FREE_BYTES or free < DISK_FREE_SHARE * total
