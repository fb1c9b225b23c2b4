"""(f) and (g): a participants file of the whole country read in, then chosen from."""

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from rich.table import Table

from tests.bench.measuring import Measured, in_own_process
from tests.bench.postgis import TO_INSTALL, PostGis, postgis
from tests.databases import fresh_sqlite
from tests.postgres import fresh_postgres

PEOPLE = int(os.environ.get("BENCH_PEOPLE", "1700000"))
RADII_M = (100, 500, 2000)
KINDS = {"circle": "a circle", "drawn": "an area of twelve corners that reaches as far"}


def register_tables(table: Callable[..., Table]) -> Iterator[Table | str]:
    """Each as it is ready. BENCH_PEOPLE in the environment makes the country smaller."""
    with postgis() as server, tempfile.TemporaryDirectory(prefix="burgernetmail-") as folder:
        databases: dict[str, Callable[[], str]] = {
            "SQLite": fresh_sqlite,
            "PostgreSQL": server.fresh if server else fresh_postgres,
        }
        urls = {name: fresh() for name, fresh in databases.items()}
        yield from _importing(table, Path(folder), databases, urls)
        if server:
            in_own_process("choosing", "postgis_ready", database_url=urls["PostgreSQL"])
        for kind in KINDS:
            yield _choosing(table, urls, server, kind)
        if server is None:
            yield TO_INSTALL


def _importing(
    table: Callable[..., Table], folder: Path, databases: dict[str, Callable[[], str]], urls: dict[str, str]
) -> Iterator[Table]:
    files = {people: str(folder / f"{people}.csv") for people in (PEOPLE // 10, PEOPLE)}
    for people, file in files.items():
        in_own_process("enrolling", "written", file=file, people=people)

    def run(what: str, database_url: str, people: int) -> Measured:
        return in_own_process("enrolling", what, database_url=database_url, file=files[people], people=people)

    for name, fresh in databases.items():
        shown = table(f"(f) {name}: reading in a file of {PEOPLE:,} participants", "time", "memory", "ratio")
        bare, small = run("bare_parts", fresh(), PEOPLE), run("whole_path", fresh(), PEOPLE // 10)
        ours, again = run("whole_path", urls[name], PEOPLE), run("whole_path", urls[name], PEOPLE)
        shown.add_row("our whole path", *_told(ours), f"{ours.seconds / bare.seconds:.1f}")
        shown.add_row("the same file again", *_told(again), f"{again.seconds / bare.seconds:.1f}")
        shown.add_row("a tenth of it", *_told(small), "")
        shown.add_row("bare read and bulk insert", *_told(bare), "1")
        yield shown


def _told(measured: Measured) -> tuple[str, str]:
    return f"{measured.seconds:.1f} s", f"{measured.megabytes:.0f} MB"


def _choosing(table: Callable[..., Table], urls: dict[str, str], server: PostGis | None, kind: str) -> Table:
    title = f"(g) counting who lives within {KINDS[kind]}, of {PEOPLE:,}; the median of 200"
    shown = table(title, *(f"{radius_m} m" for radius_m in RADII_M))
    for name, url in urls.items():
        shown.add_row(f"{name}: ours", *_counted("ours", url, kind))
    if server:
        shown.add_row("PostGIS with its GiST index", *_counted("postgis", urls["PostgreSQL"], kind))
    return shown


def _counted(what: str, database_url: str, kind: str) -> list[str]:
    took = (
        in_own_process("choosing", what, database_url=database_url, people=PEOPLE, radius_m=radius_m, kind=kind).seconds
        for radius_m in RADII_M
    )
    return [f"{1e3 * seconds:.2f} ms" for seconds in took]
