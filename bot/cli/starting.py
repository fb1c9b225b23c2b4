"""What every command starts with: the settings, the database; and how it ends where they are not right."""

import errno
import gc
import os
import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from pwd import getpwuid
from stat import S_ISDIR
from typing import TYPE_CHECKING, Annotated, NoReturn, TypeVar

import typer

from bot.clock import Clock
from bot.entering import as_line
from bot.settings import LocalSettings, Settings, SettingsError, load_local_settings, load_settings

if TYPE_CHECKING:  # each command loads the database's part itself, once it needs it
    from storage.unit_of_work import UnitOfWork

Address = Annotated[str, typer.Argument(help="The e-mail address.", parser=as_line, metavar="ADDRESS")]

LOGIN = Path("/proc/self/loginuid")
"""Linux keeps there who logged in, through sudo and every other change of user."""
NOBODY = 2**32 - 1
STANDARD = "-"
"""Standard input, or output."""


def to_read(typed: str) -> Path:
    """Said as it is: a file that this user may not look at is not one that does not exist. A pipe is left as it is."""
    file = Path(typed)
    try:
        wrong = errno.EISDIR if S_ISDIR(file.stat().st_mode) else 0 if os.access(file, os.R_OK) else errno.EACCES
    except OSError as error:
        wrong = error.errno or errno.EIO
    if wrong:
        raise typer.BadParameter(f"{file} can't be read: {os.strerror(wrong)}.")
    return file


def to_read_or_standard(typed: str) -> Path:
    """A file that only root may open is given to the bot's own user so, and no copy of it stays behind."""
    return Path(typed) if typed == STANDARD else to_read(typed)


InputFile = Annotated[Path, typer.Argument(parser=to_read_or_standard, metavar="FILE")]
ReadFile = Annotated[Path, typer.Argument(parser=to_read, metavar="FILE")]
Kind = TypeVar("Kind", bound=LocalSettings)
MOST_DESCRIPTORS = 8192
NOT_MIGRATED = "not migrated"
TO_MIGRATE = "The database is not of this version. Run: burgernetmail migrate"


def end(why: str, code: int = 1) -> NoReturn:
    """Say what is wrong, without a traceback, and exit."""
    typer.echo(why, err=True)
    raise typer.Exit(code)


@contextmanager
def writing(file: Path, *, new: bool = False) -> Iterator[Path]:
    """Where to write what becomes FILE, for its owner only, once it is whole; the end of the command where it can't.

    So a command that is killed leaves no half a file. What is no file (a pipe, a terminal) is written to as it is.
    `new`: one that is there already stays.
    """
    place, part, special = file, file, True
    try:
        place = file.resolve()
        special = place.exists() and not place.is_file()
        part = place if special else place.with_name(f".{place.name}.part")
        if not special:
            part.unlink(missing_ok=True)
            os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        yield part
        if new:
            os.link(part, place)  # unlike a rename it fails where somebody else was first
        elif not special:
            part.replace(place)
    except OSError as error:
        end(f"{file} can't be written: {error.strerror}.")
    finally:
        if not special:
            with suppress(OSError):
                part.unlink(missing_ok=True)


@contextmanager
def loading() -> Iterator[None]:
    """What is loaded here stays: it is not looked through for garbage, again and again as it grows, nor later.

    That took a seventh of the start.
    """
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        gc.enable()


def raise_descriptors() -> None:
    """As many files and connections at once as the system allows: most give a process few unless it asks."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = MOST_DESCRIPTORS if hard == resource.RLIM_INFINITY else min(hard, MOST_DESCRIPTORS)
    if soft != resource.RLIM_INFINITY and soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


def operator_name() -> str:
    """Who runs the command, as the operating system knows them: not the environment's word for it.

    That is who logged in: the command may go on as the bot's own user, who is everybody.
    """
    user = os.getuid()
    with suppress(OSError, ValueError):
        logged_in = int(LOGIN.read_text())
        user = user if logged_in == NOBODY else logged_in
    try:
        return getpwuid(user).pw_name
    except KeyError:  # a container's user may have no name
        return str(user)


def on_record(uow: "UnitOfWork", what: str, subject: str, **details: object) -> None:
    """In the trail: an operator does this, and who they are."""
    uow.audit.record("operator", what, subject, Clock().now(), user=operator_name(), **details)


def settings_of_environment() -> Settings:
    """All settings, or the end of the command."""
    return _or_end(load_settings)


def local_settings() -> LocalSettings:
    """What the database and the files need, or the end of the command."""
    return _or_end(load_local_settings)


def on_database() -> LocalSettings:
    """The same, the database being reachable and of this version."""
    from storage.engine import database_trouble

    settings = local_settings()
    if trouble := database_trouble(settings.database_url.get_secret_value()):
        end(TO_MIGRATE if trouble == NOT_MIGRATED else f"The database can't be reached ({trouble}).")
    return settings


def _or_end(load: Callable[[], Kind]) -> Kind:
    try:
        return load()
    except SettingsError as error:
        end(f"The settings are incomplete or wrong (docs/settings.md):\n{error}")
