"""Work that one copy of the program made wakes the others: PostgreSQL's NOTIFY, heard once it is committed."""

from collections.abc import Collection
from threading import Event, Thread
from typing import Final

import structlog
from sqlalchemy import ARRAY, Connection, Engine, Text, bindparam, func, literal_column, select

from bot.bells import Bell, Bells
from storage.postgres.patience import REACHED

log = structlog.get_logger()
CHANNEL: Final = "burgernetmail"
LOOK_S: Final = 5
"""How soon a stop is seen."""
PAUSE_S: Final = 10
"""After a lost connection; meanwhile each copy looks for work by itself."""

_TELL: Final = select(func.pg_notify(CHANNEL, literal_column("bell"))).select_from(
    func.unnest(bindparam("bells", type_=ARRAY(Text))).alias("bell")
)


def notify(connection: Connection, work: Collection[Bell]) -> None:
    """Tell all copies of the program what is to do, once this is committed; SQLite has one copy only."""
    if work and connection.dialect.name == "postgresql":
        connection.execute(_TELL, {"bells": sorted(work)})


class Hearing:
    """Rings this copy's bells for what the others commit."""

    def __init__(self, engine: Engine, bells: Bells) -> None:
        self._engine = engine
        self._bells = bells
        self._stopping = Event()
        self._thread = Thread(target=self._hear, name="hearing", daemon=True)

    def start(self) -> None:
        """Begin; there is nothing to hear on SQLite."""
        if self._engine.dialect.name == "postgresql":
            self._thread.start()

    def stop(self) -> None:
        """At once; a look that is under way ends by itself."""
        self._stopping.set()

    def _hear(self) -> None:
        import psycopg

        args, given = self._engine.dialect.create_connect_args(self._engine.url)  # of several servers, too
        while not self._stopping.is_set():
            try:
                with psycopg.connect(*args, autocommit=True, **{**REACHED, **given}) as connection:
                    connection.execute(f"LISTEN {CHANNEL}")
                    self._ring_all()  # what came before is looked for
                    while not self._stopping.is_set():
                        for told in connection.notifies(timeout=LOOK_S):
                            self._bells.ring(told.payload)
            except psycopg.Error as error:
                log.warning("other copies can't be heard", error=type(error).__name__)
                self._stopping.wait(PAUSE_S)

    def _ring_all(self) -> None:
        for bell in Bell:
            self._bells.ring(bell)
