"""A report as files: CSV with public column names for machines, xlsx for people."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Final

from bot.clock import local
from bot.domain.alerts.offences import AnyOffence, OwnOffence
from bot.domain.figures.counted import AlertClock, SentAlert, Stage
from bot.domain.figures.figures import Report
from bot.domain.figures.periods import month_of
from bot.records.figures import ReportFile, file_name
from bot.texts import Texts
from bot.workflow.figures.lines import MINUTE, Section, in_units, unit_name
from bot.workflow.figures.tables import month_name, sections, stage_name

if TYPE_CHECKING:
    from openpyxl import Workbook

FIGURE_COLUMNS: Final = ("period", "figure", "colleague", "value", "unit", "n")
FROM_OFFENCE: Final = (Stage.TO_FORM, Stage.IN_FORM, Stage.TO_APPROVAL, Stage.TO_SENT)
"""The stages that make up the whole, whether anybody knows when it was reported or not."""
ALERT_COLUMNS: Final = (
    *("reference", "month", "offence", "offence_end", "form_opened", "requested", "approved", "sent"),
    *(f"minutes_{stage}" for stage in FROM_OFFENCE),
    *("minutes_total", "mails", "bounced", "complaints", "replies", "reported", f"minutes_{Stage.TO_REPORT}"),
)
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_WIDEST: Final = 60
Cell = str | int | Decimal | datetime | None


def harmless(text: str) -> str:
    """A text that a spreadsheet does not take for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


class Exporter:
    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def files(self, report: Report) -> Sequence[ReportFile]:
        name = file_name(report)
        return (
            ReportFile(f"{name}.xlsx", self.workbook(report)),
            ReportFile(f"{name}.csv", self.figures(report)),
            ReportFile(f"{name}-alerts.csv", self.alerts(report)),
        )

    def figures(self, report: Report) -> bytes:
        """A CSV with a line a figure; months, then the period, then each colleague."""
        return _csv(FIGURE_COLUMNS, _figure_rows(report, sections(self._texts, report)))

    def alerts(self, report: Report) -> bytes:
        """A CSV with a line an alert: when what happened, and how many minutes went where."""
        return _csv(ALERT_COLUMNS, map(_alert_row, report.alerts))

    def workbook(self, report: Report) -> bytes:
        from openpyxl import Workbook

        _, book = self._texts, Workbook()
        book.remove(book.worksheets[0])
        told = sections(_, report)
        months = (_("month"), _("alerts"), _("with a reply"), f"{_('share')} (%)")
        _sheet(book, _("Months"), months, self._month_lines(report))
        names = (_("figure"), _("value"), _("unit"), "n", "", _("as of"))
        _sheet(book, _("Figures"), names, self._figure_lines(report, told))
        if report.sending.load:
            colleagues = ((load.name, load.requests, load.approvals) for load in report.sending.load)
            _sheet(book, _("Colleagues"), (_("name"), _("requests"), _("approvals")), colleagues)
        _sheet(book, _("Alerts"), self._alert_names(), map(_alert_row, report.alerts))
        failures = ((line.label, failure) for section in told for line in section.lines for failure in line.failures)
        _sheet(book, _("Exceptions"), (_("figure"), _("reference")), failures)
        content = BytesIO()
        book.save(content)
        return content.getvalue()

    def _month_lines(self, report: Report) -> Iterator[Sequence[Cell]]:
        for line in report.months:
            yield month_name(self._texts, line.month), line.share.n, line.share.part, line.share.per()
        _ = self._texts
        yield _("total"), report.total.n, report.total.part, report.total.per()

    def _figure_lines(self, report: Report, told: Sequence[Section]) -> Iterator[Sequence[Cell]]:
        as_of = local(report.as_of)
        for line in (line for section in told for line in section.lines):
            yield line.label, line.value, unit_name(self._texts, line.unit), line.n, line.detail, as_of

    def _alert_names(self) -> Sequence[str]:
        _ = self._texts
        moments = (_("offence until"), _("form opened"), _("requested"), _("approved"), _("sent"))
        spans = (f"{_('minutes')}: {stage_name(_, stage)}" for stage in FROM_OFFENCE)
        report = (_("reported"), f"{_('minutes')}: {stage_name(_, Stage.TO_REPORT)}")
        counts = (_("mails"), _("came back"), _("complaints"), _("replies"))
        return (_("reference"), _("month"), _("offence"), *moments, *spans, _("minutes in all"), *counts, *report)


def _figure_rows(report: Report, told: Sequence[Section]) -> Iterator[Sequence[Cell]]:
    whole = f"{report.months[0].month}/{report.months[-1].month}"
    for name, share in [*((str(line.month), line.share) for line in report.months), (whole, report.total)]:
        yield name, "alerts_sent", "", share.n, "number", share.n
        yield name, "alerts_with_reply", "", share.part, "number", share.n
        yield name, "alert_reply_share", "", share.per(), "percent", share.n
    period = str(report.period).replace(" ", "/")
    for line in (line for section in told for line in section.lines):
        yield period, line.key, "", line.value, str(line.unit), line.n
        yield from ((period, f"{line.key}_exception", "", failure, "reference", "") for failure in line.failures)
    for load in report.sending.load:
        yield period, "requests", load.name, load.requests, "number", report.sending.busiest_requesters.n
        yield period, "approvals", load.name, load.approvals, "number", report.sending.busiest_approvers.n


def _alert_row(alert: SentAlert) -> Sequence[Cell]:
    clock = alert.clock
    month = str(month_of(local(alert.sent_at)))
    counts = (alert.mails, alert.bounced, alert.complaints, alert.replies)
    total = in_units(alert.since_offence, MINUTE)
    told = (alert.reference, month, _offence(clock.offence), *_moments(clock), *_minutes(clock), total, *counts)
    return (*told, *_report(clock))


def _offence(offence: AnyOffence) -> str:
    """What stands ready by its key, what superusers added by its name."""
    return offence.name if isinstance(offence, OwnOffence) else offence.key


def _moments(clock: AlertClock) -> Iterator[datetime | None]:
    for moment in (clock.window_end, clock.opened_at, clock.requested_at, clock.approved_at, clock.sent_at):
        yield local(moment) if moment else None


def _minutes(clock: AlertClock) -> Iterator[Decimal | None]:
    spans = replace(clock, reported_at=None).stages()
    return (in_units(spans[stage], MINUTE) if stage in spans else None for stage in FROM_OFFENCE)


def _report(clock: AlertClock) -> tuple[datetime | None, Decimal | None]:
    """When it was reported, and how long that took: a part of the time until the form was opened."""
    if clock.reported_at is None:
        return None, None
    return local(clock.reported_at), in_units(clock.stages()[Stage.TO_REPORT], MINUTE)


def _csv(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """UTF-8 with a byte order mark, by which Excel recognises it; moments in ISO 8601."""
    file = StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_as_text(cell) for cell in row] for row in rows)
    return file.getvalue().encode("utf-8-sig")


def _as_text(cell: Cell) -> str | int | Decimal | None:
    if isinstance(cell, datetime):
        return cell.isoformat(timespec="seconds")
    return harmless(cell) if isinstance(cell, str) else cell


def _sheet(book: "Workbook", title: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(title)
    sheet.append([*columns])
    for row in rows:
        sheet.append([_as_cell(cell) for cell in row])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    for number, column in enumerate(sheet.iter_cols(values_only=True), 1):
        longest = max(len(str(value)) for value in column)
        sheet.column_dimensions[get_column_letter(number)].width = min(longest + 2, _WIDEST)


def _as_cell(cell: Cell) -> str | int | Decimal | datetime | None:
    """A workbook knows no time zones: what stands there is Dutch time."""
    if isinstance(cell, datetime):
        return cell.replace(tzinfo=None, microsecond=0)
    return harmless(cell) if isinstance(cell, str) else cell
