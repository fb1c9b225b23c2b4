"""Refusals about a day monitor: its file, its lines, who brings it; see errors.py."""

from bot.domain.errors import Refusal


class NotADate(Refusal):
    """This is not a date. Example: 24-11-2026."""


class TooLongAgo(Refusal):
    """This is more than a year ago."""


class BrokenCell(Refusal):
    """This cell holds an error of Excel."""


class CutOff(Refusal):
    """This is too long and was cut off at {most} characters. The line counts."""


class RepeatedNumber(Refusal):
    """This BVH number stands in an earlier line too. This line counts."""


class UnreadableLine(Refusal):
    """This line can't be read: a quotation mark is missing."""


class NotASheet(Refusal):
    """This file can't be read. Save it as Excel (.xlsx) or CSV and try again."""


class OldSheet(Refusal):
    """This is an old Excel file, or it has a password. Save it as .xlsx without a password."""


class FileTooLarge(Refusal):
    """This file is too large: at most {most} MB."""


class TooManyLines(Refusal):
    """This file has too many lines: at most {most}."""


class NoHeader(Refusal):
    """There is no line with the names of the columns. Needed: {needed}, or your own names (DAY_MONITOR_COLUMNS)."""


class ColumnsMissing(Refusal):
    """These columns are missing: {missing}. Name them so, or have your name added (DAY_MONITOR_COLUMNS)."""


class MissingOrHidden(Refusal):
    """These columns are missing: {missing}. What is hidden in Excel is not read: show it and save the file."""


class HiddenSheet(Refusal):
    """Sheet {name} is hidden: it was not read."""


class OtherSheet(Refusal):
    """Sheet {name} was not read: only the first with these columns counts."""


class HiddenColumns(Refusal):
    """Hidden columns were not read: {columns}."""


class HiddenLines(Refusal):
    """Lines that are hidden or filtered out were not read: {number}."""


class ReadBefore(Refusal):
    """This file was read before: nothing changes."""


class FileGone(Refusal):
    """This file was deleted before it could be read."""


class OnlySuperusers(Refusal):
    """Only superusers can bring a day monitor. Nothing was read."""


class ForeignFile(Refusal):
    """The name of this file can't be seen: it is another organisation's. Save it and drop it here yourself."""


class UnknownSender(Refusal):
    """This sender may not bring a day monitor, or is not proven. Nothing was read."""


class NoSheet(Refusal):
    """There is no CSV or Excel file with this mail. Nothing was read."""


class InfectedFile(Refusal):
    """The virus scanner refuses this file. Nothing was read."""
