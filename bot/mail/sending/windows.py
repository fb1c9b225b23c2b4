"""When it happened, as a sentence says it; the year only where it is not that of the mail."""

import re
from datetime import date, datetime, time, timedelta
from typing import Final

from babel.dates import format_date, format_datetime, format_time

from bot.clock import Clock, local

BABEL_LOCALE: Final = {"nl": "nl_NL", "en": "en_GB"}
TIME: Final = {"nl": "H.mm", "en": "H:mm"}
MIDNIGHT: Final = {"nl": "24.00", "en": "24:00"}
ENGLISH: Final = ("On", "Between", "and")
YEAR: Final = re.compile(r"-(\d{4})-")
A_DAY: Final = timedelta(days=1)
LAST_MINUTE: Final = time(23, 59)
EVENING: Final = time(20)
MORNING: Final = time(9)
WORDS: Final = {
    "nl": {
        "moment": "Op {day}, rond {start} uur",
        "day": "Op {day}. Hoe laat weten wij niet.",
        "days": "Van {day} tot en met {last}. Hoe laat weten wij niet.",
        "hours": "Op {day}, tussen {start} en {end} uur",
        "night": "In de nacht van {evening} op {last}, tussen {start} en {end} uur",
        "long": "Tussen {day} {start} uur en {last} {end} uur",
    },
    "en": {
        "moment": "On {day}, around {start}",
        "day": "On {day}. We don't know at what time.",
        "days": "From {day} up to and including {last}. We don't know at what time.",
        "hours": "On {day}, between {start} and {end}",
        "night": "In the night from {evening} to {last}, between {start} and {end}",
        "long": "Between {day} {start} and {last} {end}",
    },
}


def year_of(reference: str) -> int:
    """The year that a reader takes for granted: of the reference, so that a mail made again is the same mail."""
    year = YEAR.search(reference)
    return int(year[1]) if year else local(Clock().now()).year


def day_of(day: date, year: int, locale: str) -> str:
    """`zaterdag 28 november`, with its year where that is another one."""
    return format_date(day, "EEEE d MMMM" if day.year == year else "EEEE d MMMM y", locale=BABEL_LOCALE[locale])


def till(at: datetime, locale: str) -> str:
    """`vrijdag 16 januari 13.00 uur`, by the Dutch clock."""
    pattern = {"nl": "EEEE d MMMM H.mm 'uur'", "en": "EEEE d MMMM H:mm"}[locale]
    return format_datetime(local(at).replace(tzinfo=None), pattern, locale=BABEL_LOCALE[locale])


def when(start: datetime, end: datetime, year: int, locale: str) -> str:
    """The time in which it happened, by the Dutch clock; a midnight is the end of the day before it."""
    # By the clock on the wall: in the hour that autumn has twice an end may read as earlier than its start.
    begins, ends = (local(moment).replace(tzinfo=None, second=0, microsecond=0) for moment in (start, end))
    till_midnight = begins < ends and ends.time() == time()
    last = ends.date() - A_DAY if till_midnight else ends.date()
    words = {
        "day": day_of(begins.date(), year, locale),
        "last": day_of(last, year, locale),
        "evening": _evening(begins.date(), last, year, locale),
        "start": _time(begins, locale),
        "end": MIDNIGHT[locale] if till_midnight else _time(ends, locale),
    }
    return WORDS[locale][_kind(begins, ends, last, till_midnight=till_midnight)].format(**words)


def formerly(start: datetime, end: datetime, locale: str) -> str:
    """As mails said it that are out; they are answered still, with a quote."""
    begins, ends = local(start), local(end)
    clock, (at, between, to) = ("HH.mm 'uur'", ("Op", "Tussen", "en")) if locale == "nl" else ("HH:mm", ENGLISH)
    first, last = (f"{_whole_day(moment, locale)} {_by(clock, moment, locale)}" for moment in (begins, ends))
    if first == last:
        return f"{at} {first}"
    return f"{between} {first} {to} {_by(clock, ends, locale) if begins.date() == ends.date() else last}"


def _whole_day(moment: datetime, locale: str) -> str:
    return format_date(moment, "EEEE d MMMM y", locale=BABEL_LOCALE[locale])


def _by(clock: str, moment: datetime, locale: str) -> str:
    return format_time(moment.time(), clock, locale=BABEL_LOCALE[locale])


def _kind(begins: datetime, ends: datetime, last: date, *, till_midnight: bool) -> str:
    if begins >= ends:
        return "moment"
    whole_days = begins.time() == time() and (till_midnight or ends.time() == LAST_MINUTE)
    if begins.date() == last:
        return "day" if whole_days else "hours"
    if whole_days:
        return "days"
    next_morning = begins.date() + A_DAY == last and begins.time() >= EVENING and ends.time() <= MORNING
    return "night" if next_morning and not till_midnight else "long"


def _evening(day: date, last: date, year: int, locale: str) -> str:
    """The month once, where both days are in it."""
    same = (day.year, day.month) == (last.year, last.month)
    return format_date(day, "EEEE d", locale=BABEL_LOCALE[locale]) if same else day_of(day, year, locale)


def _time(moment: datetime, locale: str) -> str:
    return _by(TIME[locale], moment, locale)
