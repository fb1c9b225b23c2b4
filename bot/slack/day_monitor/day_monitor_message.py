"""What became of a day monitor that came in."""

from bot.domain.day_monitor.day_monitors import WHOLE_FILE, FileReport, ToldCell
from bot.records.day_monitor import DayMonitorCard, FileSource
from bot.slack.blocks import Block, context, escape, packed, section, shortened
from bot.texts import Texts

LONGEST_COLUMN = 40


def build_day_monitor_message(_: Texts, card: DayMonitorCard) -> tuple[str, list[Block]]:
    """The fallback text and the blocks."""
    file = card.file
    report = file.report or FileReport()
    name = escape(shortened(file.by_name, 80)) or "?"
    title = _("Day monitor by mail, from {name}", name=name) if file.source is FileSource.MAIL else _("Day monitor")
    if report.trouble:
        told = told_trouble(_, report)
        return f"{title}: {told}", [section(f":warning: *{title}*\n{escape(told)}")]
    counted = told_counts(_, report)
    blocks = [section(f":clipboard: *{title}*\n{counted}")]
    if report.late:
        late = _.plural(
            "{n} changed after its mail was asked for: look at the request once more.",
            "{n} changed after their mails were asked for: look at the requests once more.",
            report.late,
        )
        blocks.append(section(f":warning: {late}"))
    lines = [f"• {escape(told_cell(_, told))}" for told in report.told]
    if report.more:
        lines.append(_.plural("and {n} more", "and {n} more", report.more))
    blocks += [section(piece.rstrip()) for piece in packed(lines)]
    if report.refused:
        blocks.append(context(_("Mend these lines and drop the file again: the other lines stay as they are.")))
    return f"{title}: {counted}", blocks


def told_counts(_: Texts, report: FileReport) -> str:
    """Only what there is; of a file without a line that it says nothing new."""
    told = [
        *([_("{n} new", n=_.number(report.new))] if report.new else []),
        *([_("{n} changed", n=_.number(report.changed))] if report.changed else []),
        *([_("{n} unchanged", n=_.number(report.unchanged))] if report.unchanged else []),
        *([_("{n} refused", n=_.number(report.refused))] if report.refused else []),
    ]
    return ", ".join(told) or _("nothing new")


def told_trouble(_: Texts, report: FileReport) -> str:
    return _(report.trouble, **report.values)


def told_cell(_: Texts, told: ToldCell) -> str:
    """Line 12, Postcode: what is wrong there."""
    reason = _(told.message, **told.values)
    if told.line == WHOLE_FILE:
        return reason
    column = shortened(told.column, LONGEST_COLUMN)
    if not column:
        return _("line {line}: {reason}", line=told.line, reason=reason)
    return _("line {line}, {column}: {reason}", line=told.line, column=column, reason=reason)
