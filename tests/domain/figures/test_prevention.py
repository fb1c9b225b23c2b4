"""What preventive mails came to: their households, and burglaries near them before and after."""

from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.alerts.repeats.repeats import Burglary
from bot.domain.figures.prevention import NO_TIPS, SentTips, TipsFigures, tips_figures

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NOON = datetime(2026, 1, 14, 12, 0, tzinfo=UTC)
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
ABOUT = Burglary(2, 0, 0, NOON - DAY)
MAIL = SentTips(9, NOON, ABOUT, NOON - 3 * DAY)


def counted(*burglaries: Burglary, mail: SentTips = MAIL, as_of: datetime = NOON + 14 * DAY) -> TipsFigures:
    return tips_figures([mail], burglaries, lambda ids: 40 * len(ids), as_of, AMSTERDAM)


@pytest.mark.parametrize(
    ("first_over_at", "warned"),
    [(NOON - 5 * DAY, 40), (NOON - 5 * DAY - MINUTE, 0), (NOON - DAY, 40)],
)
def test_in_time_is_within_five_days_of_the_first(first_over_at: datetime, warned: int) -> None:
    figures = counted(mail=SentTips(9, NOON, ABOUT, first_over_at))
    assert (figures.mails, figures.households, figures.warned) == (1, 40, warned)


@pytest.mark.parametrize(
    ("after", "metres", "before_and_after"),
    [
        (-14 * DAY, 0, (1, 0)),
        (-14 * DAY - MINUTE, 0, (0, 0)),
        (timedelta(), 200, (1, 0)),
        (MINUTE, 200, (0, 1)),
        (14 * DAY, 0, (0, 1)),
        (14 * DAY + MINUTE, 0, (0, 0)),
        (DAY, 201, (0, 0)),
    ],
)
def test_as_many_days_before_as_after(after: timedelta, metres: float, before_and_after: tuple[int, int]) -> None:
    figures = counted(Burglary(3, metres, 0, NOON + after))
    assert (figures.over, figures.before, figures.after) == (1, *before_and_after)


def test_a_mail_whose_days_are_not_over_is_in_neither_count() -> None:
    figures = counted(ABOUT, as_of=NOON + 14 * DAY - MINUTE)
    assert (figures.mails, figures.over, figures.before, figures.after) == (1, 0, 0, 0)


@pytest.mark.parametrize(
    ("first", "sent", "warned"),
    [("2026-03-25T12:00", "2026-03-30T12:00", 40), ("2026-10-21T12:00", "2026-10-26T12:01", 0)],
)
def test_five_days_are_those_of_the_clock_on_the_wall(first: str, sent: str, warned: int) -> None:
    first_at, at = (datetime.fromisoformat(one).replace(tzinfo=AMSTERDAM).astimezone(UTC) for one in (first, sent))
    assert counted(mail=SentTips(9, at, ABOUT, first_at)).warned == warned


def test_nothing_sent_is_nothing() -> None:
    def how_many(ids: Collection[int]) -> int:
        return len(ids)

    assert tips_figures([], [ABOUT], how_many, NOON, AMSTERDAM) == NO_TIPS
