"""Reading a participants file in: as the command does, and as barely as it can be done."""

import csv
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import psycopg
from sqlalchemy.engine import make_url

from bot.clock import Clock
from bot.workflow.participants.enrolling import enrol
from storage.engine import freshen, make_engine
from storage.unit_of_work import unit_of_work
from tests.bench.country import write_country
from tests.bench.measuring import Meter, run_named


def written(meter: Meter, file: str, people: int) -> None:
    """The file itself."""
    with meter.running():
        write_country(Path(file), people)


def whole_path(meter: Meter, database_url: str, file: str, people: int) -> None:
    """Every line checked, every address looked for, all indexes kept, a transaction a chunk."""
    engine = make_engine(database_url)
    with meter.running(), Path(file).open(encoding="utf-8-sig", newline="") as lines:
        report = enrol(unit_of_work(engine, Clock()), Clock(), lines, lambda _: None, print)
    assert people in (report.new, report.unchanged)
    freshen(database_url)


def bare_parts(meter: Meter, database_url: str, file: str, people: int) -> None:
    """Nothing checked, one bulk insert in one transaction, into a table that has the address as its only key."""
    url = make_url(database_url)
    with meter.running():
        counted = (_into_sqlite if url.get_backend_name() == "sqlite" else _into_postgres)(database_url, file)
    assert counted == people


TABLE = "CREATE TABLE bare (email TEXT PRIMARY KEY, name TEXT, postcode TEXT, number TEXT, wijk TEXT, x FLOAT, y FLOAT)"


def _rows(file: str) -> Iterator[list[str]]:
    with Path(file).open(encoding="utf-8", newline="") as lines:
        reader = csv.reader(lines)
        next(reader)
        yield from reader


def _into_sqlite(database_url: str, file: str) -> int:
    connection = sqlite3.connect(str(make_url(database_url).database))
    connection.execute(TABLE)
    counted = connection.executemany("INSERT INTO bare VALUES (?, ?, ?, ?, ?, ?, ?)", _rows(file)).rowcount
    connection.commit()
    connection.close()
    return counted


def _into_postgres(database_url: str, file: str) -> int:
    with psycopg.connect(database_url) as connection, connection.cursor() as cursor:
        cursor.execute(TABLE)
        with cursor.copy("COPY bare FROM STDIN") as copied:
            for row in _rows(file):
                copied.write_row(row)
        return cursor.rowcount


if __name__ == "__main__":
    run_named({one.__name__: one for one in (written, whole_path, bare_parts)})
