"""The command line's part for a day that goes wrong: a back-up while the bot runs, and putting one back."""

import sqlite3
from contextlib import closing, suppress
from datetime import timedelta
from itertools import chain, count
from pathlib import Path
from shlex import quote
from typing import Annotated, Final

import typer
from sqlalchemy.engine import URL, make_url

from bot.cli.starting import end, local_settings, on_database, on_record, operator_name, to_read, writing
from bot.clock import Clock
from bot.settings import LocalSettings

PAGES: Final = 2000
"""Copied at a time: in between the bot writes."""
PAUSE_S: Final = 0.01
RUNS: Final = timedelta(minutes=1)
"""A bot that runs writes its heartbeat more often than that."""
DUMP: Final = """PostgreSQL makes its own back-ups, while the bot runs:

  umask 077
  pg_dump --format=custom --file={file} {database}

It asks for the password, or finds it in ~/.pgpass: on a command line everybody on the machine reads it.
Nothing was written."""
PUT_BACK: Final = """PostgreSQL puts its own back-ups back. Stop every copy of the bot, then:

  pg_restore --clean --if-exists --dbname={database} {file}
  burgernetmail migrate
  burgernetmail restore --done

Nothing was changed."""
BESIDE: Final = "Attachments and large mails are not in it: copy {folder} after this (BLOBS_URL)."


def backup(
    file: Annotated[Path, typer.Argument(dir_okay=False, help="A new file, readable by you only.")],
) -> None:
    """Copy the database to FILE while the bot runs. A copy of the database's own file is no back-up."""
    settings = on_database()
    source = _sqlite_file(settings)
    if source is None:
        end(DUMP.format(file=quote(str(file)), database=quote(_without_password(settings))))
    _write_down(settings)
    with writing(file, new=True) as part:
        _copy(source, part)
    typer.echo(f"Written to {file}.")
    if "://" not in settings.blobs_url.get_secret_value():
        typer.echo(BESIDE.format(folder=settings.blobs_url.get_secret_value()))


def _write_down(settings: LocalSettings) -> None:
    """Before it is made, so that the copy tells of itself. A disk that is full keeps nobody from one elsewhere."""
    from sqlalchemy.exc import SQLAlchemyError

    from storage.unit_of_work import work_on

    try:
        with work_on(settings.database_url.get_secret_value()) as work, work() as uow:
            on_record(uow, "backed_up", "database")
    except SQLAlchemyError:
        typer.echo("The database takes nothing more: this back-up is not on record.", err=True)


def restore(
    file: Annotated[Path | None, typer.Argument(parser=to_read, metavar="FILE")] = None,
    done: Annotated[
        bool, typer.Option("--done", help="The database was put back in another way: only say so.")
    ] = False,
) -> None:
    """Put FILE back as the database. What it still owes is not sent unasked: it may have gone out since."""
    if done == bool(file):
        end("Say which FILE to put back, or --done where that was done in another way.")
    if file:
        _put_back(local_settings(), file)
    _mark(on_database())


def _sqlite_file(settings: LocalSettings) -> Path | None:
    url = make_url(settings.database_url.get_secret_value())
    return Path(url.database or "") if url.get_backend_name() == "sqlite" else None


def _without_password(settings: LocalSettings) -> str:
    """The database's address as PostgreSQL's own programs take it."""
    url = make_url(settings.database_url.get_secret_value()).difference_update_query(["password"])
    return URL.create("postgresql", url.username, None, url.host, url.port, url.database, url.query).render_as_string()


def _copy(source: Path, target: Path) -> None:
    """SQLite's online back-up; the bot goes on meanwhile."""
    reading = sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)
    with closing(reading) as there, closing(sqlite3.connect(target)) as here:
        there.backup(here, pages=PAGES, sleep=PAUSE_S)
        here.execute("PRAGMA journal_mode=DELETE")  # one file, without another one beside it
        if (found := here.execute("PRAGMA quick_check").fetchone()[0]) != "ok":
            raise OSError(0, f"the copy is damaged ({found})")


def _put_back(settings: LocalSettings, file: Path) -> None:
    from storage.engine import migrate

    target = _sqlite_file(settings)
    if target is None:
        end(PUT_BACK.format(file=quote(str(file)), database=quote(_without_password(settings))))
    if why := _not_a_backup(file):
        end(f"{file} is no back-up of this bot ({why}). Nothing was changed.")
    if target.exists() and _runs(settings):
        end("The bot runs on this database. Stop every copy of it, and try again in a minute. Nothing was changed.")
    aside = _free(target.with_name(f"{target.name}.before-restore"))
    with writing(target) as part:
        _copy(file, part)
        if target.exists():
            with closing(sqlite3.connect(target)) as old:  # what stands beside it goes into it first
                old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            target.rename(aside)
            typer.echo(f"The database as it was is kept in {aside}.")
        for beside in ("-wal", "-shm"):
            target.with_name(target.name + beside).unlink(missing_ok=True)
    migrate(settings.database_url.get_secret_value())


def _free(wanted: Path) -> Path:
    """That name, or with a number: who put back the wrong one has what was there before it still."""
    names = (wanted.with_name(f"{wanted.name}-{number}") for number in count(2))
    return next(one for one in chain([wanted], names) if not one.exists())


def _not_a_backup(file: Path) -> str:
    """Empty where it is one."""
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as there:
            there.execute("SELECT version_num FROM alembic_version").fetchone()
            found = str(there.execute("PRAGMA quick_check").fetchone()[0])
    except sqlite3.DatabaseError as error:
        return str(error)
    return "" if found == "ok" else "it is damaged"


def _runs(settings: LocalSettings) -> bool:
    from sqlalchemy.exc import SQLAlchemyError

    from storage.unit_of_work import work_on

    with suppress(SQLAlchemyError), work_on(settings.database_url.get_secret_value()) as work, work() as uow:
        beat = uow.troubles.heartbeat()
        return beat is not None and Clock().now() - beat < RUNS
    return False  # damaged, or of another version: no bot runs on it


def _mark(settings: LocalSettings) -> None:
    from bot.workflow.outbox.restoring import Restoring
    from storage.unit_of_work import work_on

    with work_on(settings.database_url.get_secret_value()) as work:
        doubted = Restoring(work, Clock(), operator_name()).mark()
    typer.echo(
        f"Put back. Not sent unasked: {doubted.batches} parts of mails and {doubted.letters} letters (bm-regie is "
        f"asked once about all of them). Looked for in Slack before they are posted: {doubted.owed} messages."
    )
