"""The words people read: English message ids in the code, Dutch and English catalogues in bot/locale."""

import gettext
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.dates import format_date, format_time
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from bot.clock import Clock, local

CATALOGUES = Path(__file__).parent / "locale"


class Texts:
    """Speaks one language: call it with a message id and the values that fill it."""

    def __init__(self, locale: str) -> None:
        self.locale = locale
        self._catalogue = _catalogue(locale)

    def __call__(self, message: str, **values: object) -> str:
        """The message in this language, `{name}` filled from the values."""
        return _filled(self._catalogue.gettext(message), values)

    def plural(self, singular: str, plural: str, n: int, **values: object) -> str:
        """The form that goes with `n`; `{n}` is filled as a number people read."""
        return _filled(self._catalogue.ngettext(singular, plural, n), {"n": self.number(n), **values})

    def number(self, n: int) -> str:
        """10.054 in Dutch, 10,054 in English."""
        return format_decimal(n, locale=self.locale)

    def tenth(self, value: Decimal) -> str:
        """31,8 in Dutch, 31.8 in English: one decimal, always."""
        return format_decimal(value, format="#,##0.0", locale=self.locale)

    def month(self, first_day: date, *, short: bool = False) -> str:
        """A month: januari 2026, or jan 2026."""
        return format_date(first_day, "MMM y" if short else "MMMM y", locale=self.locale)

    def moment(self, at: datetime) -> str:
        """A day and a time as people in the Netherlands read it: za 28 nov, 14.00."""
        return f"{self._short(at)}, {self.time(at)}"

    def day(self, at: datetime) -> str:
        """A day: 28 januari 2026."""
        return format_date(local(at), "d MMMM y", locale=self.locale)

    def second(self, at: datetime) -> str:
        """A time of the day to the second."""
        return format_time(local(at), "H.mm.ss" if self._points else "HH:mm:ss", locale=self.locale)

    def exactly(self, at: datetime) -> str:
        """A day and a time to the second, its year always: 28 januari 2026, 9.40.30."""
        return f"{self.day(at)}, {self.second(at)}"

    def window(self, start: datetime, end: datetime) -> str:
        """Two moments, the day named once where they share it; one moment where they are the same."""
        if local(start).date() == local(end).date():
            return f"{self._short(start)}, {'-'.join(dict.fromkeys([self.time(start), self.time(end)]))}"
        return f"{self.moment(start)} - {self.moment(end)}"

    def weekday(self, day: date) -> str:
        """A day with its name: woensdag 28 januari."""
        return format_date(day, "EEEE d MMMM", locale=self.locale)

    def short_day(self, at: datetime) -> str:
        """A day without its year."""
        return format_date(local(at), "d MMM", locale=self.locale)

    def short_weekday(self, at: datetime) -> str:
        """A day with its name, the year only where it is not this one: za 24 jan."""
        return self._short(at)

    def time(self, at: datetime) -> str:
        """A time of the day: 9.40."""
        return format_time(local(at), "H.mm" if self._points else "HH:mm", locale=self.locale)

    @property
    def _points(self) -> bool:
        return self.locale == "nl"

    def _short(self, at: datetime) -> str:
        """The year only where it is not this one."""
        this_year = local(at).year == local(Clock().now()).year
        return format_date(local(at), "EEE d MMM" if this_year else "EEE d MMM y", locale=self.locale)


def _filled(text: str, values: Mapping[str, object]) -> str:
    """Only the names we give are filled: a brace in somebody's own words stays a brace."""
    for name, value in values.items():
        text = text.replace("{" + name + "}", str(value))
    return text


@cache
def _catalogue(locale: str) -> gettext.NullTranslations:
    """The catalogue as the source file has it: nothing needs compiling before the program starts."""
    if locale == "en":
        return gettext.NullTranslations()
    with (CATALOGUES / f"{locale}.po").open("rb") as file:
        catalogue = read_po(file, locale=locale)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


@cache
def texts(locale: str) -> Texts:
    """Texts for a language; what we don't speak becomes English, as Slack's own people would expect."""
    return Texts("nl" if locale.lower().startswith("nl") else "en")


def lowered(name: str) -> str:
    """As it stands within a sentence."""
    return name[:1].lower() + name[1:]
