"""Runs all measurements and prints them beside their peers."""

from collections.abc import Callable

from rich.console import Console
from rich.table import Table

from tests.bench.measuring import Measured, in_own_process, sink
from tests.bench.registering import register_tables
from tests.databases import fresh_sqlite, sqlite_on_disk
from tests.postgres import fresh_postgres

MANY = 100_000
ONE_BY_ONE = 1_000
REPLIES = 5_000
OPEN_REPLIES = 500
BURST = 300
IDLE_S = 30
STORES = {False: 2_000, True: 500}
"""By whether it is an object store, megabytes of a film: the double of one keeps its parts in memory."""
CROWD, CROWD_MB = 20, 200
CUTS = 20
PROMOTED = 12_000
COPIES_DO = 1_000, 300
COPIES_DO_PACED = 60, 20
DATABASES: dict[str, Callable[[], str]] = {"SQLite": fresh_sqlite, "PostgreSQL": fresh_postgres}


def main() -> None:
    """Some minutes; each line says what it is measured against."""
    console = Console()
    with sink() as provider_url:
        for measure in (_sending, _growth):
            console.print(measure(provider_url))
    console.print(_composing())
    console.print(_receiving())
    console.print(_burst())
    console.print(_pressing())
    with sink() as provider_url:
        console.print(_two_copies(provider_url))
    console.print(_promoted())
    console.print(_opening())
    console.print(_filming())
    console.print(_crowding())
    console.print(_resting())
    for table in register_tables(_table):
        console.print(table)


def _table(title: str, *columns: str) -> Table:
    table = Table("what", *columns, title=title, title_justify="left")
    for column in table.columns[1:]:
        column.justify = "right"
    return table


def _seconds(measured: Measured) -> tuple[str, str]:
    return f"{measured.seconds:.2f} s", f"{measured.megabytes:.0f} MB"


def _milliseconds(measured: Measured) -> tuple[str, str]:
    return f"{1e3 * measured.seconds:.0f} ms", f"{measured.megabytes:.0f} MB"


def _sending(provider_url: str) -> Table:
    title = f"(a) {MANY:,} recipients, to a provider that takes everything (not the strict double: it would cost most)"
    table = _table(title, "time", "memory", "ratio")
    for name, fresh in DATABASES.items():
        ours, bare, alone = (
            in_own_process("sending", what, database_url=fresh(), provider_url=provider_url, people=people)
            for what, people in (("whole_path", MANY), ("bare_parts", MANY), ("one_by_one", ONE_BY_ONE))
        )
        scaled = Measured(alone.seconds * MANY / ONE_BY_ONE, alone.megabytes)
        table.add_row(f"{name}: our whole path, ledger included", *_seconds(ours), "1")
        times = ours.seconds / bare.seconds
        table.add_row(f"{name}: bare parts", *_seconds(bare), f"ours takes {times:.2f} times as long")
        times = scaled.seconds / ours.seconds
        table.add_row(
            f"{name}: one request a person (from {ONE_BY_ONE:,})",
            *_seconds(scaled),
            f"ours is {times:.0f} times faster",
        )
    return table


def _growth(provider_url: str) -> Table:
    table = _table("(d) how cost grows with the number of recipients", "time", "memory", "a recipient")
    for name, fresh in DATABASES.items():
        for people in (1_000, 10_000, MANY):
            ours = in_own_process(
                "sending", "whole_path", database_url=fresh(), provider_url=provider_url, people=people
            )
            cost = f"{1e6 * ours.seconds / people:.0f} µs"
            table.add_row(f"{name}: {people:,}", *_seconds(ours), cost)
    return table


def _composing() -> Table:
    table = _table(f"(b) composing alone, {MANY:,} recipients", "time", "memory", "a recipient")
    ways = {
        "composing": "our bodies",
        "plain_composing": "plain dictionaries, tokens made",
        "blank_composing": "plain dictionaries as large, nothing to work out (floor)",
    }
    for what, name in ways.items():
        measured = in_own_process("sending", what, people=MANY)
        table.add_row(name, *_seconds(measured), f"{1e6 * measured.seconds / MANY:.1f} µs")
    return table


def _receiving() -> Table:
    table = _table(f"(c) taking in {REPLIES:,} replies by webhook", "time", "memory", "a reply")
    for name, fresh in {**DATABASES, "SQLite on a disk": sqlite_on_disk}.items():
        ours = in_own_process("receiving", "whole_path", database_url=fresh(), replies=REPLIES)
        floor = in_own_process("receiving", "bodies_alone", database_url=fresh(), replies=REPLIES)
        for what, measured in (("stored, read, owed to Slack", ours), ("storing the bodies alone", floor)):
            table.add_row(f"{name}: {what}", *_seconds(measured), f"{1e3 * measured.seconds / REPLIES:.2f} ms")
        table.add_row(f"{name}: ratio", f"{ours.seconds / floor.seconds:.1f}", "", "")
    return table


def _burst() -> Table:
    table = _table(f"(f) {BURST} replies posted at once: how long the slowest waits", "time", "memory", "ratio")
    for name, fresh in DATABASES.items():
        ours, bare = (in_own_process("bursting", what, database_url=fresh(), many=BURST) for what in ("posts", "bare"))
        table.add_row(f"{name}: posts to the web server", *_seconds(ours), f"{ours.seconds / bare.seconds:.1f}")
        table.add_row(f"{name}: storing the bodies alone, a thread each (floor)", *_seconds(bare), "1")
    return table


def _opening() -> Table:
    table = _table(f"(e) opening the Home with {OPEN_REPLIES} open replies", "time", "memory", "ratio")
    for name, fresh in DATABASES.items():
        full, empty = (
            in_own_process("opening", "home", database_url=fresh(), replies=replies) for replies in (OPEN_REPLIES, 0)
        )
        table.add_row(f"{name}: {OPEN_REPLIES} open", *_milliseconds(full), f"{full.seconds / empty.seconds:.1f}")
        table.add_row(f"{name}: none open (floor: asking Slack who it is, publishing)", *_milliseconds(empty), "1")
    return table


def _filming() -> Table:
    table = _table(f"(k) a film through {CUTS} cuts, to the attachment", "time", "memory", "ratio")
    for s3, megabytes in STORES.items():
        bare = in_own_process("filming", "bare", megabytes=megabytes, s3=s3)
        for name, fresh in DATABASES.items():
            how = {"megabytes": megabytes, "cuts": CUTS, "s3": s3}
            sent = in_own_process("filming", "through_cuts", database_url=fresh(), **how)
            what = f"{name}, {_store(s3=s3)}: {megabytes:,} MB sent, read back, attached"
            table.add_row(what, *_seconds(sent), f"{sent.seconds / bare.seconds:.1f}")
        table.add_row(f"the bare bytes to the {_store(s3=s3)}", *_seconds(bare), "1")
    return table


def _store(*, s3: bool) -> str:
    return "object store" if s3 else "folder"


def _crowding() -> Table:
    title = f"(l) {CROWD} films of {CROWD_MB} MB at once, while people press one after the other"
    table = _table(title, "time", "memory", "a press: acknowledged (99th of 100)", "presses")
    for s3 in STORES:
        for name, fresh in DATABASES.items():
            how = {"megabytes": CROWD_MB, "many": CROWD, "s3": s3}
            came = in_own_process("crowding", "films", database_url=fresh(), **how)
            pressed = f"{1e3 * came.more['ack']:.0f} ms", f"{came.more['presses']:.0f}"
            table.add_row(f"{name}, {_store(s3=s3)}: until all are read back", *_seconds(came), *pressed)
    return table


def _pressing() -> Table:
    title = "(h) a press, beside a bare Bolt app that acknowledges and writes the message anew"
    table = _table(title, "time", "memory", "ratio")
    for what, name in {
        "acknowledged": "acknowledged, one by one",
        "at_once": "acknowledged, 50 at once: the 99th of a hundred",
        "shown": "its message shows it",
    }.items():
        bare = in_own_process("pressing", f"bare_{what}")
        for database, fresh in DATABASES.items():
            ours = in_own_process("pressing", what, database_url=fresh())
            table.add_row(f"{database}: {name}", *_milliseconds(ours), f"{ours.seconds / bare.seconds:.1f}")
        table.add_row(f"bare: {name}", *_milliseconds(bare), "1")
    return table


def _two_copies(provider_url: str) -> Table:
    title = "(i) two copies on PostgreSQL: replies and presses at once, until every reply stands"
    table = _table(title, "time", "ratio", "a press: acknowledged (99th of 100)", "shown (slowest)")
    for replies, presses, paced in ((*COPIES_DO, False), (*COPIES_DO_PACED, True)):
        ours = in_own_process(
            "copies",
            "busy",
            database_url=fresh_postgres(),
            provider_url=provider_url,
            replies=replies,
            presses=presses,
            paced=paced,
        )
        floor = float(replies) if paced else in_own_process("copies", "bare", replies=replies, presses=presses).seconds
        pressed = f"{1e3 * ours.more['ack']:.0f} ms", f"{ours.more['shown']:.1f} s"
        pace = "one post a second" if paced else "no pace"
        what = f"{replies:,} replies, {presses} presses, {pace}"
        table.add_row(what, f"{ours.seconds:.1f} s", f"{ours.seconds / floor:.1f}", *pressed)
        peer = "a post a second (floor)" if paced else "as many calls by the client alone"
        table.add_row(peer, f"{floor:.1f} s", "1", "", "")
    return table


def _promoted() -> Table:
    title = f"(j) PostgreSQL's standby is promoted while a mail to {PROMOTED:,} goes out, a second a part"
    table = _table(title, "next part is out after", "twice", "lost", "unknown", "posts")
    for what, dies in (("the primary dies", True), ("nothing dies", False)):
        seen = in_own_process("promoting", "promoted", people=PROMOTED, dies=dies)
        counts = (f"{seen.more[name]:.0f}" for name in ("twice", "lost", "unknown", "posts"))
        table.add_row(what, f"{seen.seconds:.1f} s", *counts)
    return table


def _resting() -> Table:
    table = _table("(g) at rest", "time", "memory", "ratio")
    ours, bare = (in_own_process("resting", what, database_url=fresh_sqlite()) for what in ("ours", "bare"))
    times = f"{ours.seconds / bare.seconds:.1f}, {ours.megabytes / bare.megabytes:.1f}"
    table.add_row("loaded and listening", *_seconds(ours), times)
    table.add_row("a bare Bolt app", *_seconds(bare), "1")
    for name, fresh in DATABASES.items():
        idle = in_own_process("resting", "idle", database_url=fresh(), seconds=IDLE_S)
        table.add_row(f"{name}: transactions in {IDLE_S} s without work", f"{idle.seconds:.0f}", "", "a bare app: none")
    return table


if __name__ == "__main__":
    main()
