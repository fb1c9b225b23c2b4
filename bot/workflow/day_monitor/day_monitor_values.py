"""Dates, times and texts as they stand in the cells of a day monitor, typed by people or made by programs."""

import re
from datetime import date, datetime, time, timedelta
from typing import Final, TypeAlias

from bot.clock import local
from bot.domain.day_monitor.file_errors import BrokenCell, NotADate
from bot.domain.errors import InvalidTime
from bot.domain.folding import folded
from bot.entering import as_line, as_text
from bot.workflow.times import is_end_of_day, parse_time

Cell: TypeAlias = str | int | float | bool | datetime | date | time | timedelta | None
Moment: TypeAlias = tuple[date, time | None]

EXCEL_EPOCH: Final = date(1899, 12, 30)  # its day 0, its mistake about 1900 taken into account
EXCEL_DAYS: Final = range(32_874, 73_051)  # 1990 to 2099
YEARS: Final = range(1990, 2100)
_BROKEN: Final = re.compile(r"#(?:N/?A|N/B|REF|VERW|VALUE|WAARDE|NAME|NAAM|NUM|GETAL|DIV/0|DEEL/0|NULL|LEEG)[!?]?")
_MONTHS: Final = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_ALSO: Final = {"mrt": 3, "mar": 3, "may": 5, "oct": 10}
_WEEKDAY: Final = r"(?:(?:ma|di|wo|do|vr|za|zo)[a-z]*[.,]?\s+)?"
_CLOCK: Final = r"(?:(?:\s*,\s*|\s+om\s+|\s+|t)(\d{1,2}(?:[:.]?\d{2}(?::\d{2})?(?:\.\d+)?| ?[uh]).{0,6}))?"
_YEAR: Final = r"'?(\d{4}|\d{2})"
_ISO: Final = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_CLOCK}", re.ASCII)
_DUTCH: Final = re.compile(rf"{_WEEKDAY}(\d{{1,2}})[-/. ](\d{{1,2}})(?:[-/. ]+{_YEAR})?{_CLOCK}", re.ASCII)
_WORDS: Final = re.compile(rf"{_WEEKDAY}(\d{{1,2}})[-/. ]*([a-z]{{3,}})\.?(?:[-/. ]*{_YEAR})?{_CLOCK}", re.ASCII)
_COMPACT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_SECONDS: Final = re.compile(r"(\d{1,2}[:.]\d{2})[:.]\d{2}(?:\.\d+)?", re.ASCII)


def text_of(cell: Cell) -> str:
    """A cell as one line of text: a number without the `.0` that Excel gives it; BrokenCell."""
    return as_line(words_of(cell))


def words_of(cell: Cell) -> str:
    """A cell as text that may have several lines, without what can't be printed; BrokenCell."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = str(cell).replace("_x000D_", "")
    if _BROKEN.fullmatch(text := as_text(text)):
        raise BrokenCell
    return text


def date_of(cell: Cell, today: date | None = None) -> Moment | None:
    """The day in a cell, and the time where it holds one too; None where it is empty. NotADate.

    Of a day without its year the newest is meant that is not after `today`. A `datetime` shows its time, a `date` not.
    """
    if isinstance(cell, datetime):
        cell = local(cell).replace(tzinfo=None) if cell.tzinfo else cell
        return _in_our_time(cell.date()), cell.time()
    if isinstance(cell, date):
        return _in_our_time(cell), None
    text = folded(text_of(cell)).strip()
    if not text:
        return None
    try:
        counted = isinstance(cell, (int, float)) and not _COMPACT.fullmatch(text)
        return _of_number(float(text)) if counted else _of_text(text, today)
    except (ValueError, OverflowError, InvalidTime):
        raise NotADate from None


def _of_number(number: float) -> Moment:
    """Excel counts days, and their parts."""
    if int(number) not in EXCEL_DAYS:
        raise NotADate
    return EXCEL_EPOCH + timedelta(days=int(number)), _part_of_day(number % 1) if number % 1 else None


def _of_text(text: str, today: date | None) -> Moment:
    if zoned := _with_zone(text):
        return zoned
    if match := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        year, month, day, *clock = match.groups()
        return _at(date(int(year), int(month), int(day)), clock[0] if clock else "")
    match = _DUTCH.fullmatch(text) or _WORDS.fullmatch(text)
    if not match or not (match[3] or today):
        raise NotADate
    year = match[3] or str(today.year if today else 0)
    day = date(int(year if len(year) == 4 else f"20{year}"), _month(match[2]), int(match[1]))
    if not match[3] and today and day > today:
        day = day.replace(year=day.year - 1)
    return _at(day, match[4])


def _at(day: date, written: str | None) -> Moment:
    """24:00 is the midnight that ends the day."""
    if not written:
        return _in_our_time(day), None
    return _in_our_time(day + timedelta(days=is_midnight(written))), time_of(written)


def _with_zone(text: str) -> Moment | None:
    """ISO 8601 as programs write it."""
    if not re.search(r"\d[t ]\d.*(?:z|[+-]\d\d:?\d\d)$", text):
        return None
    at = local(datetime.fromisoformat(text.upper()))
    return _in_our_time(at.date()), at.time().replace(second=0, microsecond=0)


def _month(written: str) -> int:
    if written.isdecimal():
        return int(written)
    start = written[:3]
    return _ALSO[start] if start in _ALSO else _MONTHS.index(start) + 1


def _in_our_time(day: date) -> date:
    """Refuses a year that no case can be of: a slip of the keyboard."""
    if day.year not in YEARS:
        raise NotADate
    return day


def time_of(cell: Cell) -> time | None:
    """The time in a cell, 24:00 as 0:00 (see is_midnight); None where it is empty. InvalidTime."""
    if is_midnight(cell):
        return time(0)
    if isinstance(cell, datetime):
        return cell.time()
    if isinstance(cell, time):
        return cell.replace(tzinfo=None)
    if isinstance(cell, timedelta):
        return _part_of_day(cell / timedelta(days=1))
    if isinstance(cell, float) and 0 <= cell < 1:
        return _part_of_day(cell)
    text = text_of(cell)
    return _time_of_text(text) if text else None


def _part_of_day(part: float) -> time:
    if not 0 <= part < 1:
        raise InvalidTime
    minutes = min(round(part * 24 * 60), 24 * 60 - 1)
    return time(minutes // 60, minutes % 60)


def _time_of_text(text: str) -> time:
    seconds = _SECONDS.fullmatch(text)
    try:
        return parse_time(seconds[1] if seconds else text)
    except ValueError:
        raise InvalidTime from None


def is_midnight(cell: Cell) -> bool:
    """Whether a cell says 24:00, the end of its day; Excel has that as one whole day."""
    if isinstance(cell, datetime):
        return cell.year not in YEARS and cell.time() == time(0)
    return cell == timedelta(days=1) if isinstance(cell, timedelta) else is_end_of_day(text_of(cell))
