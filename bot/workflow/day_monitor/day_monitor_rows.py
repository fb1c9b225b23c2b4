"""A line of a day monitor, checked: a good one becomes an IncidentRow; what is wrong is told by line and column."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta
from typing import Final, TypeVar

from bot.clock import local
from bot.domain.alerts.alerts import LONGEST, tidy_text, window_errors
from bot.domain.alerts.offences import AnyOffence, Offence, OwnOffence
from bot.domain.day_monitor.day_monitors import Column, ToldCell, offence_of, told_of
from bot.domain.day_monitor.file_errors import CutOff, TooLongAgo
from bot.domain.day_monitor.incidents import IncidentRow
from bot.domain.errors import EmptyField, EndBeforeStart, InvalidTime, Refusal, TimeInFuture
from bot.domain.numbering import tidy_bvh_number, tidy_postcode
from bot.workflow.day_monitor.day_monitor_sheets import Header
from bot.workflow.day_monitor.day_monitor_values import Cell, Moment, date_of, is_midnight, text_of, time_of, words_of
from bot.workflow.times import moments_of

T = TypeVar("T")

YEAR: Final = timedelta(days=366)
_END_OF_DAY: Final = time(23, 59)
_NUMBER_AT_THE_END: Final = re.compile(r"(?<!\s)\s+(\d{1,5}(?: ?[-/] ?[A-Za-z0-9]{1,4}| ?[A-Za-z]{1,4})?)\Z")
_LETTER: Final = re.compile(r"[^\W\d]")
_NAMED_BY_YEAR: Final = re.compile(r"(?:laan|plein|straat|weg|park) 1[5-9]\d\d", re.IGNORECASE)


def _split(street: str) -> tuple[str, str] | None:
    """A street with its number in one; the number of Laan 1914 is a part of its name."""
    found = None if _NAMED_BY_YEAR.fullmatch(street) else _NUMBER_AT_THE_END.search(street)
    name = street[: found.start()] if found else ""
    return (name, found[1]) if found and _LETTER.search(name) else None


class Row:
    """One line; each check that fails is told at its column, and the others go on."""

    def __init__(
        self, header: Header, number: int, cells: Sequence[Cell], place: str, now: datetime, own: Sequence[OwnOffence]
    ) -> None:
        self.number = number
        self.told: list[ToldCell] = []
        self._header = header
        self._cells = cells
        self._place = place
        self._now = now
        self._own = own

    def incident(self) -> IncidentRow | None:
        """The row; None where anything in it is wrong."""
        bvh_number = self._checked(Column.BVH_NUMBER, lambda cell: tidy_bvh_number(text_of(cell)))
        street, house_number = self._address()
        postcode = self._checked(Column.POSTCODE, lambda cell: tidy_postcode(text) if (text := text_of(cell)) else "")
        place = self._checked(Column.PLACE, lambda cell: self._short("place", text_of(cell) or self._place))
        offence = self._checked(Column.OFFENCE, self._offence)
        reported_at = self._moment(Column.REPORTED_DATE, Column.REPORTED_TIME)
        window = self._window(reported_at)
        what_happened, description = (self._words(column) for column in (Column.WHAT_HAPPENED, Column.DESCRIPTION))
        if any(told.refused for told in self.told) or not (bvh_number and offence and window):
            return None
        return IncidentRow(
            bvh_number=bvh_number,
            offence=offence,
            street=street,
            house_number=house_number,
            postcode=postcode or "",
            place=place or "",
            window_start=window[0],
            window_end=window[1],
            reported_at=reported_at,
            what_happened=what_happened,
            description=description,
        )

    def remark(self, column: Column, refusal: Refusal, *, refused: bool = False) -> None:
        self.told.append(told_of(self.number, self._header.name(column), refusal, refused=refused))

    def _checked(self, column: Column, check: Callable[[Cell], T]) -> T | None:
        try:
            return check(self._cell(column))
        except Refusal as refusal:
            self.remark(column, refusal, refused=True)
            return None

    def _cell(self, column: Column) -> Cell:
        return self._header.cell(self._cells, column)

    def _short(self, name: str, text: str) -> str:
        return tidy_text(name, text, required=False)

    def _address(self) -> tuple[str, str]:
        """Street and number, each in its column or, without one for numbers, both in the street's."""
        street = self._checked(Column.STREET, lambda cell: tidy_text("street", text_of(cell))) or ""
        number = self._checked(Column.HOUSE_NUMBER, text_of) or ""
        if Column.HOUSE_NUMBER not in self._header.places and (both := _split(street)):
            street, number = both[0].rstrip(" ,"), both[1]
        addition = self._checked(Column.ADDITION, text_of) or ""
        joint = "-" if number[-1:].isdigit() and addition[:1].isdigit() else ""
        whole = f"{number}{joint}{addition}"
        try:
            return street, self._short("house_number", whole)
        except Refusal as refusal:
            self.remark(Column.HOUSE_NUMBER, refusal, refused=True)
            return street, ""

    def _offence(self, cell: Cell) -> AnyOffence:
        """A file without categories is one of burglaries."""
        named = Column.OFFENCE in self._header.places
        return offence_of(text_of(cell), self._own) if named else Offence.BURGLARY

    def _words(self, column: Column) -> str:
        """All that its columns say; what is too long for the form is cut off, and told: the line counts."""
        try:
            parts = [words_of(cell) for cell in self._header.cells(self._cells, column)]
        except Refusal as refusal:
            self.remark(column, refusal, refused=True)
            return ""
        text, most = "\n".join(dict.fromkeys(filter(None, parts))), LONGEST[str(column)]
        if len(text) <= most:
            return text
        self.remark(column, CutOff(most=most))
        return f"{text[: most - 1]}…"

    def _window(self, reported_at: datetime | None) -> tuple[datetime, datetime] | None:
        """From when to when: without a time the whole day, without an end the same moment; not past its report."""
        start = self._walls(Column.DATE_FROM, Column.TIME_FROM, time(0))
        if start is None:
            if self._cell(Column.DATE_FROM) in (None, ""):
                self.remark(Column.DATE_FROM, EmptyField(), refused=True)
            return None
        end = self._walls(Column.DATE_TO, Column.TIME_TO, _END_OF_DAY, since=start)
        begins = self._utc(start[0], Column.DATE_FROM, Column.TIME_FROM)
        ends = self._utc(end[0], Column.DATE_TO, Column.TIME_TO, late=True) if end else None
        if begins is None or ends is None or end is None:
            return None
        if not end[1]:  # nobody wrote when: it was over when it was reported, and is by now
            ends = max(begins, min(ends, reported_at or self._now, self._now))
        for refusal in window_errors(begins, ends, self._now):
            self.remark(self._at(refusal), refusal, refused=True)
        if begins < self._now - YEAR:  # a slip of the keyboard: nobody is mailed about it
            self.remark(Column.DATE_FROM, TooLongAgo(), refused=True)
        return begins, ends

    def _at(self, refusal: Refusal) -> Column:
        """The column at which a wrong window is told; where the file has no such column, the one used in its place."""
        wanted = Column.DATE_FROM if refusal.field == "date_from" else Column.DATE_TO
        if isinstance(refusal, EndBeforeStart) and Column.TIME_TO in self._header.places:
            wanted = Column.DATE_TO if Column.DATE_TO in self._header.places else Column.TIME_TO
        return wanted if wanted in self._header.places else Column.DATE_FROM

    def _walls(
        self, day: Column, clock: Column, otherwise: time, since: tuple[datetime, bool] | None = None
    ) -> tuple[datetime, bool] | None:
        """Local date and time, and whether a time was written; `since`: the beginning, for an end that has no date."""
        written, at = self._checked(day, self._day), self._checked(clock, time_of)
        if {told.column for told in self.told if told.refused} & {self._header.name(day), self._header.name(clock)}:
            return None
        if written:
            told = written[1] != time(0) or (since is not None and clock not in self._header.places)
            at = at or (written[1] if told else None)  # programs write a day as its midnight
            wall = datetime.combine(written[0], at or otherwise)
        elif since is None:
            return None
        elif at:
            wall = datetime.combine(since[0].date(), at)
            wall += timedelta(days=wall < since[0])  # from 23:00 to 01:00
        elif since[1]:
            return since
        else:
            wall = datetime.combine(since[0].date(), otherwise)
        wall += timedelta(days=is_midnight(self._cell(clock)))
        if since and at == time(0) and wall < since[0] and wall.date() == since[0].date():
            wall += timedelta(days=1)  # from 22:00 to midnight
        return wall.replace(second=0, microsecond=0), at is not None

    def _day(self, cell: Cell) -> Moment | None:
        return date_of(cell, local(self._now).date())

    def _utc(self, wall: datetime, day: Column, clock: Column, *, late: bool = False) -> datetime | None:
        """In the hour that comes twice in autumn the window is as wide as possible, but never past now."""
        moments = moments_of(wall)
        if moments is None:
            self.remark(clock if clock in self._header.places else day, InvalidTime(), refused=True)
            return None
        earlier, later = moments
        return later if late and later <= self._now else earlier

    def _moment(self, day: Column, clock: Column) -> datetime | None:
        """When it was reported; without a time at the end of that day, or now."""
        wall = self._walls(day, clock, _END_OF_DAY)
        at = self._utc(wall[0], day, clock) if wall else None
        if at and wall and not wall[1]:
            at = min(at, self._now) if wall[0].date() <= local(self._now).date() else at
        if at and at > self._now:
            self.remark(day, TimeInFuture(), refused=True)
        return at
