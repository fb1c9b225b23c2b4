"""How long PostgreSQL is waited for, and how it is reached."""

from dataclasses import dataclass
from typing import Any, Final

IDLE_S: Final = 15
"""So long a copy that stands still in the middle of a transaction may hold what it locked; PostgreSQL then lets go."""

REACHED: Final[dict[str, Any]] = {  # a machine that is gone is noticed within twenty seconds
    "connect_timeout": 5,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 2,
    "tcp_user_timeout": 20_000,
}
LATER_S: Final = 5
"""The server itself ends a statement before it is given up."""


@dataclass(frozen=True)
class Patience:
    """With one statement, and with a lock that another transaction has; 0: without end."""

    statement_s: int
    lock_s: int

    @property
    def answer_s(self) -> float | None:
        """With a server that says nothing at all."""
        return self.statement_s + LATER_S if self.statement_s else None
