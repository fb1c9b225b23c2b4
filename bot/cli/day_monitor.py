"""The command line's part for the day monitor."""

import sys

import typer

from bot.cli.starting import STANDARD, InputFile, end, on_database, operator_name
from bot.clock import Clock
from bot.domain.errors import Refusal
from bot.texts import texts

day_monitor = typer.Typer(no_args_is_help=True, help="What happened: the dagmonitor.")


@day_monitor.callback()
def _group() -> None:
    """What happened: the dagmonitor."""


@day_monitor.command(name="import")
def import_day_monitor(file: InputFile) -> None:
    """Read FILE (CSV or xlsx): each row an incident; exit 1 where lines were refused."""
    from bot.assembling.parts import importing
    from bot.cli.participants import MOST_TOLD
    from bot.slack.day_monitor.day_monitor_message import told_cell, told_counts, told_trouble
    from storage.unit_of_work import work_on

    settings, english = on_database(), texts("en")
    content = sys.stdin.buffer.read() if str(file) == STANDARD else file.read_bytes()
    with work_on(settings.database_url.get_secret_value()) as work:
        try:
            report, told = importing(settings, work, Clock()).import_file(content, operator_name())
        except Refusal as refusal:
            end(f"{file}: {english(refusal.message, **refusal.values)}")
    for cell in told[:MOST_TOLD]:
        typer.echo(told_cell(english, cell), err=True)
    if len(told) > MOST_TOLD:
        typer.echo(f"and {len(told) - MOST_TOLD:,} more", err=True)
    typer.echo(told_trouble(english, report) if report.trouble else told_counts(english, report))
    if report.late:
        typer.echo(f"{report.late} changed after a mail was asked for")
    if report.refused:
        raise typer.Exit(1)
