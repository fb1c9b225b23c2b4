"""Connections to PostgreSQL: its driver is loaded where there is one to reach."""

from typing import Any

import psycopg
from psycopg.abc import PQGen

from storage.postgres.patience import IDLE_S, REACHED, Patience


class PatientConnection(psycopg.Connection[Any]):
    """Gives up a server that takes what it is sent and never answers, as a machine that hangs does."""

    answer_s: float | None = None

    def wait(self, gen: PQGen[Any], *args: Any, **given: Any) -> Any:
        """As psycopg's own, which has no end."""
        given.setdefault("timeout", self.answer_s)
        try:
            return super().wait(gen, *args, **given)
        except psycopg.OperationalError:
            if not self.closed and self.pgconn.transaction_status == psycopg.pq.TransactionStatus.ACTIVE:
                self.pgconn.finish()
            raise


def connect(patience: Patience, _dialect: Any, _record: Any, args: list[Any], given: dict[str, Any]) -> Any:
    """A connection with that much patience."""
    limits = {
        "idle_in_transaction_session_timeout": IDLE_S,
        "statement_timeout": patience.statement_s,
        "lock_timeout": patience.lock_s,
    }
    options = " ".join(f"-c {name}={seconds}s" for name, seconds in limits.items())
    options = f"{options} {given.pop('options', '')}".strip()  # what the address itself says comes last, and counts
    made = PatientConnection.connect(*args, **{**REACHED, **given, "options": options})
    made.answer_s = patience.answer_s
    return made


def be_patient(connection: PatientConnection | None, _record: Any, patience: Patience) -> None:
    """As it was made: the next transaction takes no longer for that this one did."""
    if connection is not None:
        connection.answer_s = patience.answer_s
