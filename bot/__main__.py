"""The command line: `burgernetmail`, or `python -m bot`."""

import atexit
import gc
import os
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from typer.core import TyperGroup

from bot.cli.audit import trail
from bot.cli.backups import backup, restore
from bot.cli.day_monitor import day_monitor
from bot.cli.evidence import evidence
from bot.cli.figures import report
from bot.cli.law import privacy, retention
from bot.cli.starting import (
    NOT_MIGRATED,
    TO_MIGRATE,
    Address,
    InputFile,
    end,
    loading,
    local_settings,
    on_database,
    raise_descriptors,
    settings_of_environment,
)
from bot.cli.surveys import survey
from bot.isolation.own_memory import keep_to_itself
from bot.logs import set_up_logs, set_up_quiet_logs

ORDER = (
    "demo",
    "check",
    "migrate",
    "serve",
    "participants",
    "households",
    "addresses",
    "day-monitor",
    "reach",
    "report",
    "survey",
)
"""As one comes to need them; then what is for the law and for a bad day."""


class InOrderOfUse(TyperGroup):
    """`burgernetmail` without a command is a list to begin from."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]  # typer's own context
        """ORDER first."""
        return sorted(super().list_commands(ctx), key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER))


app = typer.Typer(
    cls=InOrderOfUse,
    context_settings={"help_option_names": ["-h", "--help"]},
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,  # they print values: citizens' addresses, for one
    help="Mails neighbours about a burglary, with four eyes.",
)
people = typer.Typer(no_args_is_help=True, help="Who gets mail.")
app.add_typer(people, name="participants")
households = typer.Typer(no_args_is_help=True, help="How many households each neighbourhood has.")
app.add_typer(households, name="households")
addresses = typer.Typer(no_args_is_help=True, help="Which addresses there are, and which of them are homes.")
app.add_typer(addresses, name="addresses")

app.add_typer(trail, name="audit")
app.add_typer(evidence, name="evidence")
app.add_typer(privacy, name="privacy")
app.add_typer(survey, name="survey")
app.add_typer(day_monitor, name="day-monitor")
app.command()(backup)
app.command()(restore)
app.command()(retention)
app.command()(report)


def _tell_version(asked: bool) -> None:
    if asked:
        typer.echo(f"burgernetmail {metadata.version('burgernetmail')}")
        raise typer.Exit


@app.callback()
def burgernetmail(
    version: Annotated[
        bool, typer.Option("--version", help="Tell which version this is.", is_eager=True, callback=_tell_version)
    ] = False,
) -> None:
    """What may stand before a command."""


@app.command()
def serve() -> None:
    """Run the bot until SIGTERM or Ctrl-C."""
    set_up_logs()
    raise_descriptors()
    settings = settings_of_environment()
    with loading():
        from bot.main import build
        from bot.slack.membership import public_channels
        from handlers.web.server import PlaceTaken
        from storage.engine import database_trouble

    if database_trouble(settings.database_url.get_secret_value()) == NOT_MIGRATED:
        end(TO_MIGRATE)
    if public := public_channels(settings):
        end(f"Public, so anybody could give themselves a role: {', '.join(public)}. Make them private channels.")
    try:
        program = build(settings)
    except PlaceTaken as taken:
        end(f"{taken}. Does another copy run here? Else set HTTP_HOST, HTTP_PORT or OPERATIONS_PORT.")
    program.run_until_signal()


@app.command()
def demo() -> None:
    """Try it all on this machine: a practice Slack, a practice mail server and 5,000 made-up participants."""
    from bot.practice.demo import run_demo
    from bot.practice.processes import PracticeError

    try:
        run_demo()
    except PracticeError as error:
        end(str(error))


@app.command()
def check() -> None:
    """Tell whether the set-up is right, a line each; exit 1 where it is not."""
    from bot.cli.check import check_all

    findings = check_all(settings_of_environment())
    console = Console(highlight=False, soft_wrap=True)
    for finding in findings:
        how = "[red]wrong[/] " if not finding.ok else "[yellow]note[/]  " if finding.advised else "[green]ok[/]    "
        console.print(how, escape(finding.what), sep="")
        if finding.advised or not finding.ok:
            console.print("      ", escape(finding.remedy), sep="")
    if not all(finding.ok for finding in findings):
        raise typer.Exit(1)


BotRole = Annotated[str, typer.Option(help="PostgreSQL: the bot's own role, which may then only add to the trail.")]


@app.command()
def migrate(bot_role: BotRole = "") -> None:
    """Bring the database to the newest schema; does nothing where it is there already."""
    from storage.engine import MigrationError, database_trouble
    from storage.engine import migrate as bring_up_to_date
    from storage.privacy.grants import let_in

    settings = local_settings()
    if (trouble := database_trouble(settings.database_url.get_secret_value())) not in ("", NOT_MIGRATED):
        end(f"The database can't be reached ({trouble}). Check DATABASE_URL; does the server run?")
    if bot_role and not settings.database_url.get_secret_value().startswith("postgresql"):
        end("--bot-role: only PostgreSQL knows roles.")
    try:
        bring_up_to_date(settings.database_url.get_secret_value())
    except MigrationError as error:
        end(str(error))
    if bot_role:
        let_in(settings.database_url.get_secret_value(), bot_role)
    typer.echo("The database is up to date.")


@people.command(name="import")
def import_participants(file: InputFile) -> None:
    """Add or update participants from FILE.csv, or - (email,name,postcode,house_number,neighbourhood,x,y)."""
    from bot.cli.participants import import_participants

    _run(lambda: import_participants(on_database(), file))


@people.command(name="export")
def export_participants(file: Annotated[Path, typer.Argument(dir_okay=False, allow_dash=True)]) -> None:
    """Write all participants to FILE.csv (- for standard output), to be imported again; keep it as secret as mail."""
    from bot.cli.participants import export_participants

    _run(lambda: export_participants(on_database(), file))


@people.command(name="leave")
def leave(
    address: Address,
    reason: Annotated[
        str, typer.Option(help="Why, in a few words and without names; it stands in the audit trail.")
    ] = "asked for it",
) -> None:
    """Take a participant out, who asked for it, moved or died; a superuser can put them back."""
    from bot.cli.participants import take_participant_out

    _run(lambda: take_participant_out(on_database(), address, reason))


@households.command(name="import")
def import_households(file: InputFile) -> None:
    """Read FILE.csv (neighbourhood,households): how many households there are."""
    from bot.cli.participants import import_households

    _run(lambda: import_households(on_database(), file))


@addresses.command(name="import")
def import_addresses(
    file: InputFile,
    may_shrink: Annotated[
        bool, typer.Option("--may-shrink", help="Take away what it does not name, also where that is more than half.")
    ] = False,
) -> None:
    """Read FILE.csv (street,number,addition,postcode,place,x,y,purpose): the open address register, or a part of it."""
    from bot.cli.participants import import_addresses

    _run(lambda: import_addresses(on_database(), file, may_shrink=may_shrink))


@app.command()
def reach(
    csv: Annotated[Path | None, typer.Option(dir_okay=False, help="Write the table to this file.")] = None,
    png: Annotated[Path | None, typer.Option(dir_okay=False, help="Draw the table as bars in this file.")] = None,
) -> None:
    """Tell where participants are missing: how many there are per 100 households, by neighbourhood."""
    from bot.cli.participants import show_reach

    _run(lambda: show_reach(on_database(), csv, png))


def _run(act: Callable[[], bool]) -> None:
    """Exit with 1 where not all went well."""
    from bot.cli.participants import CommandFailed

    try:
        if not act():
            raise typer.Exit(1)
    except CommandFailed as failure:
        end(str(failure))


def main() -> None:
    """The entry point; whatever it writes is for the user who runs it only, and its keys for itself."""
    os.umask(0o077)
    keep_to_itself()
    atexit.register(gc.freeze)  # what ends goes as a whole: looking it through for garbage first took it a second
    set_up_quiet_logs()
    app()


if __name__ == "__main__":
    main()
