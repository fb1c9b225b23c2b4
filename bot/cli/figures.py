"""The command line's part for figures."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from bot.cli.starting import end, on_database, on_record, writing
from bot.clock import Clock
from bot.domain.errors import Refusal
from bot.domain.figures.figures import Report
from bot.entering import as_line
from bot.texts import Texts, texts
from bot.workflow.figures.lines import Section, shown
from bot.workflow.figures.reporting import Reporting
from bot.workflow.figures.tables import months_table, period_name, sections


def report(
    since: Annotated[str, typer.Option("--from", help="The first month, like 2014-10; left out: this month.")] = "",
    until: Annotated[str, typer.Option("--to", help="The last month; left out: the first is the only one.")] = "",
    csv: Annotated[Path | None, typer.Option(help="Write figures here, and the alerts beside it (-alerts).")] = None,
    xlsx: Annotated[Path | None, typer.Option(help="Write everything here, a sheet a table.")] = None,
    png: Annotated[Path | None, typer.Option(help="Draw the picture here.")] = None,
) -> None:
    """Print the figures of a month or a period; docs/figures.md says what each means."""
    from bot.adapters.exports import Exporter
    from bot.pictures.report import ChartMaker
    from storage.unit_of_work import work_on

    settings = on_database()
    _ = texts(settings.locale)
    with work_on(settings.database_url.get_secret_value()) as work:
        told = _counted(_, Reporting(work, Clock(), settings.report_at), as_line(f"{since} {until}"))
        if csv or xlsx or png:
            with work() as uow:
                on_record(uow, "exported_figures", f"period {told.period}")
    print_report(Console(highlight=False), _, told)
    exporter = Exporter(_)
    if csv:
        _write(csv, exporter.figures(told))
        _write(csv.with_name(f"{csv.stem}-alerts{csv.suffix}"), exporter.alerts(told))
    if xlsx:
        _write(xlsx, exporter.workbook(told))
    if png:
        _write(png, ChartMaker(_).report(told))


def _write(file: Path, content: bytes) -> None:
    with writing(file) as part:
        part.write_bytes(content)


def _counted(_: Texts, reporting: Reporting, typed: str) -> Report:
    try:
        return reporting.report(reporting.period(typed))
    except Refusal as refusal:
        end(_(refusal.message, **refusal.values))


def print_report(console: Console, _: Texts, report: Report) -> None:
    """The same tables as in the chat, all failures told."""
    console.print(f"[bold]{_('Figures of {period}', period=period_name(_, report.period))}[/]")
    console.print(_("As of {moment}", moment=_.moment(report.as_of)))
    console.print(_months(_, report))
    for part in sections(_, report):
        console.print(_section(_, part))
        for line in part.lines:
            if line.failures:
                console.print(f"{line.failing}: {escape(', '.join(line.failures))}", style="yellow")
    if report.sending.load:
        console.print(_load(_, report))


def _months(_: Texts, report: Report) -> Table:
    table = Table(title=_("Alerts with a reply"), title_justify="left")
    table.add_column(_("month"))
    for name in (_("alerts"), _("with a reply"), _("share")):
        table.add_column(name, justify="right")
    rows = months_table(_, report)
    for number, row in enumerate(rows, 1):
        table.add_row(*row, end_section=number == len(rows) - 1)
    return table


def _section(_: Texts, part: Section) -> Table:
    table = Table(title=part.title, title_justify="left")
    table.add_column(_("figure"))
    table.add_column(_("value"), justify="right")
    table.add_column("n", justify="right")
    table.add_column("")
    for line in part.lines:
        table.add_row(line.label, shown(_, line), _.number(line.n), line.detail)
    return table


def _load(_: Texts, report: Report) -> Table:
    table = Table(title=_("Who did how much"), title_justify="left")
    table.add_column(_("name"))
    for name in (_("requests"), _("approvals")):
        table.add_column(name, justify="right")
    for load in report.sending.load:
        table.add_row(escape(load.name), _.number(load.requests), _.number(load.approvals))
    return table
