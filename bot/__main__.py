"""The command line: `burgernetmail`, or `python -m bot`."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bot.logs import set_up_logs
from bot.settings import Settings, SettingsError, load_settings

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Mails neighbours about a burglary, with four eyes.")
people = typer.Typer(no_args_is_help=True, help="Who gets mail.")
app.add_typer(people, name="participants")


def _settings() -> Settings:
    try:
        return load_settings()
    except SettingsError as error:
        typer.echo(f"The settings are incomplete or wrong (README, Settings):\n{error}", err=True)
        raise typer.Exit(1) from None


@app.command()
def serve() -> None:
    """Run the bot until SIGTERM or Ctrl-C."""
    set_up_logs()
    settings = _settings()
    from bot.main import build

    build(settings).run_until_signal()


@app.command()
def demo() -> None:
    """Try it all on this machine: a practice Slack, a practice mail server and 5,000 made-up participants."""
    set_up_logs()
    from bot.practice.demo import run_demo
    from bot.practice.processes import PracticeError

    try:
        run_demo()
    except PracticeError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None


@app.command()
def check() -> None:
    """Tell whether the set-up is right, a line each; exit 1 where it is not."""
    from bot.checking import check_all

    findings = check_all(_settings())
    console = Console(highlight=False)
    for finding in findings:
        console.print(f"[green]ok[/]    {finding.what}" if finding.ok else f"[red]wrong[/] {finding.what}")
        if not finding.ok:
            console.print(f"      {finding.remedy}")
    if not all(finding.ok for finding in findings):
        raise typer.Exit(1)


@app.command()
def migrate() -> None:
    """Bring the database to the newest schema; does nothing where it is there already."""
    from bot.main import migrate_database

    migrate_database(_settings())
    typer.echo("The database is up to date.")


@people.command(name="import")
def import_participants(file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True)]) -> None:
    """Add or update participants from FILE.csv (email,name,postcode,house_number,neighbourhood,x,y)."""
    from bot.main import enrol_file
    from bot.workflow.enrolling import WrongFile

    try:
        report = enrol_file(_settings(), file)
    except (WrongFile, UnicodeDecodeError) as error:
        typer.echo(f"{file}: {error}", err=True)
        raise typer.Exit(1) from None
    for refused in report.refused:
        typer.echo(f"line {refused.line}, {refused.column}: {refused.reason}", err=True)
    typer.echo(
        f"{report.new} new, {report.changed} changed, {report.unchanged} unchanged, {len(report.refused)} refused"
    )
    if report.refused:
        raise typer.Exit(1)


def main() -> None:
    """The entry point."""
    app()


if __name__ == "__main__":
    main()
