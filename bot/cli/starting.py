"""What every command starts with: the settings, the database; and how it ends where they are not right."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from pwd import getpwuid
from typing import Annotated, NoReturn

import typer

from bot.entering import as_line
from bot.settings import Settings, SettingsError, load_settings

Address = Annotated[str, typer.Argument(help="The e-mail address.", parser=as_line, metavar="ADDRESS")]
NOT_MIGRATED = "not migrated"
TO_MIGRATE = "The database is not of this version. Run: burgernetmail migrate"


def end(why: str, code: int = 1) -> NoReturn:
    """Say what is wrong, without a traceback, and exit."""
    typer.echo(why, err=True)
    raise typer.Exit(code)


@contextmanager
def writing(file: Path) -> Iterator[None]:
    """What a command writes to a file; the end of the command where it can't."""
    try:
        yield
    except OSError as error:
        end(f"{file} can't be written: {error.strerror}.")


def operator_name() -> str:
    """Who runs the command, as the operating system knows them: not the environment's word for it."""
    try:
        return getpwuid(os.getuid()).pw_name
    except KeyError:  # a container's user may have no name
        return str(os.getuid())


def settings_of_environment() -> Settings:
    """The settings, or the end of the command."""
    try:
        return load_settings()
    except SettingsError as error:
        end(f"The settings are incomplete or wrong (README, Settings):\n{error}")


def on_database() -> Settings:
    """The settings, the database being reachable and of this version."""
    from storage.engine import database_trouble

    settings = settings_of_environment()
    if trouble := database_trouble(settings.database_url):
        end(TO_MIGRATE if trouble == NOT_MIGRATED else f"The database can't be reached ({trouble}).")
    return settings
