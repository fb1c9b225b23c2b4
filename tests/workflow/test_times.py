"""What people type for a day and a time, and the two nights on which the clock changes."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta

import pytest
from freezegun import freeze_time
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.clock import Clock
from bot.domain.alerts.safeguards import Safeguards
from bot.domain.form_errors import FormErrors
from bot.domain.participants.people import Colleague, ParticipantRow, Role
from bot.domain.participants.places import Location
from bot.mail.sending.composing import TemplateComposer
from bot.records.alerts import TypedRequest
from bot.slack.alerts.request_modal import empty_values, values_of
from bot.workflow.alerts.requesting import FormContext, Requesting
from bot.workflow.letters.guarding import Guard
from bot.workflow.times import parse_time
from storage.engine import make_engine
from storage.unit_of_work import unit_of_work
from tests.databases import fresh_sqlite
from tests.domain.samples import CONTENT

ANNA = Colleague("U1", "Anna", frozenset({Role.INTAKE}))
NOW = datetime(2026, 12, 31, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14:30", time(14, 30)),
        ("14.30", time(14, 30)),
        ("1430", time(14, 30)),
        ("930", time(9, 30)),
        ("9:30", time(9, 30)),
        ("09:30 uur", time(9, 30)),
        (" 14.30 UUR ", time(14, 30)),
        ("9", time(9)),
        ("9 uur", time(9)),
        ("0:00", time(0)),
        ("0000", time(0)),
        ("23:59", time(23, 59)),
        *((written, time(14, 30)) for written in ("14u30", "14 u 30", "14h30", "14,30", "14;30", "14.30u", "14:30 u.")),
        *((written, time(14, 30)) for written in ("14 uur 30", "14uur30", "1430u", "14.30 uur.", "14:30uur", "14. 30")),
        *((written, time(9)) for written in ("9u", "9 u.", "09h", "9.00 uur")),
    ],
)
def test_times_as_people_write_them(typed: str, meant: time) -> None:
    assert parse_time(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "",
            "24:00",
            "25",
            "12:60",
            "noon",
            "-1:00",
            "14:30:00",
            "14:",
            ":30",
            "1e1",
            "+9",
            "12345",
            "half 3",
            "half drie",
            "kwart over 2",
            "14u3",
            "14 uur 30 60",
            "١٤:٣٠",
            "²",
        )
    ],
)
def test_what_is_no_time(typed: str) -> None:
    with pytest.raises(ValueError):
        parse_time(typed)


@given(st.times())
def test_every_minute_of_a_day_comes_back(at: time) -> None:
    minute = at.replace(second=0, microsecond=0)
    for written in (f"{at:%H:%M}", f"{at:%H.%M}", f"{at:%H%M}", f"{at:%H:%M} uur"):
        assert parse_time(written) == minute


@given(st.text(max_size=12))
def test_any_text_is_a_time_or_refused_as_none(typed: str) -> None:
    with suppress(ValueError):
        assert isinstance(parse_time(typed), time)


def typed(date_from: str, time_from: str, date_to: str, time_to: str) -> TypedRequest:
    values = values_of(CONTENT)
    values.pop("accept_centre")
    moments = {"date_from": date_from, "time_from": time_from, "date_to": date_to, "time_to": time_to}
    return TypedRequest(**{**values, **moments}, accept_centre=False)


class Everywhere:
    """Knows every address, all at one place."""

    def locate(self, street: str, house_number: str, postcode: str, place: str, *, or_centre: bool) -> Location | None:
        return Location(CONTENT.x, CONTENT.y, "Kattenbroek", approximate=False)


@pytest.fixture(scope="module")
def requesting() -> Requesting:
    clock = Clock()
    work = unit_of_work(make_engine(fresh_sqlite()), clock)
    with work() as uow:
        uow.people.enrol([ParticipantRow("noor@example.nl", "Noor", "3823 AB", "1", "K", CONTENT.x, CONTENT.y)])
    return Requesting(
        work, clock, TemplateComposer("Amersfoort", "nl", "https://bm.example.nl"), Everywhere(), Safeguards(), Guard()
    )


@pytest.fixture(autouse=True)
def new_years_eve() -> Iterator[None]:
    with freeze_time(NOW):
        yield


def refused_fields(requesting: Requesting, typed: TypedRequest) -> set[str]:
    try:
        requesting.preview(typed, FormContext("d", NOW), ANNA)
    except FormErrors as errors:
        return {refusal.field for refusal in errors.refusals}
    return set()


def window(requesting: Requesting, typed: TypedRequest) -> tuple[datetime, datetime]:
    content = requesting.preview(typed, FormContext("d", NOW), ANNA).content
    return content.window_start, content.window_end


@pytest.mark.parametrize(("day", "hours"), [("2026-03-28", 2), ("2026-03-29", 1), ("2026-10-24", 2), ("2026-10-25", 3)])
def test_a_window_lasts_as_long_as_it_did_also_in_the_nights_of_the_clock(
    requesting: Requesting, day: str, hours: int
) -> None:
    start, end = window(requesting, typed(day, "01:30", day, "03:30"))
    assert end - start == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("from_to", "fields"), [("02:00 03:00", {"time_from"}), ("01:59 02:59", {"time_to"}), ("01:59 03:00", set())]
)
def test_a_time_that_the_spring_skips_is_none(requesting: Requesting, from_to: str, fields: set[str]) -> None:
    start, end = from_to.split()
    assert refused_fields(requesting, typed("2026-03-29", start, "2026-03-29", end)) == fields


def test_in_the_hour_that_the_autumn_has_twice_a_window_is_as_wide_as_it_can_be(requesting: Requesting) -> None:
    start, end = window(requesting, typed("2026-10-25", "02:15", "2026-10-25", "02:45"))
    assert [f"{at:%H:%M}" for at in (start, end)] == ["00:15", "01:45"]


def test_but_it_does_not_end_in_the_future(requesting: Requesting) -> None:
    with freeze_time("2026-10-25T00:50Z"):
        start, end = window(requesting, typed("2026-10-25", "02:15", "2026-10-25", "02:45"))
    assert [f"{at:%H:%M}" for at in (start, end)] == ["00:15", "00:45"]


SPRING = date(2026, 3, 29)
MINUTES = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 30))


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(MINUTES, st.timedeltas(timedelta(), timedelta(days=1)))
@example(datetime(2026, 3, 29, 2, 30), timedelta(hours=1))
@example(datetime(2026, 10, 25, 2, 30), timedelta(hours=2))
def test_a_form_that_is_shown_again_means_the_same_moments(
    requesting: Requesting, start: datetime, length: timedelta
) -> None:
    end = start + length
    form = typed(f"{start:%Y-%m-%d}", f"{start:%H:%M}", f"{end:%Y-%m-%d}", f"{end:%H:%M}")
    if refused := refused_fields(requesting, form):
        assert SPRING in (start.date(), end.date())
        assert refused <= {"time_from", "time_to"}
        return
    content = requesting.preview(form, FormContext("d", NOW), ANNA).content
    shown = values_of(content)
    again = typed(shown["date_from"], shown["time_from"], shown["date_to"], shown["time_to"])
    assert window(requesting, again) == (content.window_start, content.window_end)


@pytest.mark.parametrize("end", ["24:00", "24.00 uur", "24u", "0:00", "00.00", "0000"])
def test_midnight_as_an_end_is_the_one_behind_the_beginning(requesting: Requesting, end: str) -> None:
    start, ended = window(requesting, typed("2026-12-30", "22:00", "2026-12-30", end))
    assert ended - start == timedelta(hours=2)


def test_midnight_of_the_day_itself_begins_it(requesting: Requesting) -> None:
    start, end = window(requesting, typed("2026-12-29", "22:00", "2026-12-30", "0:00"))
    assert end - start == timedelta(hours=2)
    start, end = window(requesting, typed("2026-12-30", "0:00", "2026-12-30", "0:00"))
    assert start == end
    start, end = window(requesting, typed("2026-12-29", "24:00", "2026-12-30", "24:00"))
    assert end - start == timedelta(days=1)


@pytest.mark.parametrize(
    ("form", "fields"),
    [
        (typed("2026-12-31", "11:00", "2026-12-31", "13:00"), set()),
        (typed("2026-12-31", "12:59", "2026-12-31", "13:01"), {"date_to"}),
        (typed("2026-12-31", "13:01", "2026-12-31", "13:02"), {"date_from", "date_to"}),
        (typed("2026-12-31", "12:00", "2026-12-31", "11:59"), {"time_to"}),
        (typed("31-12-2026", "12:00", "2026-12-31", "noon"), {"date_from", "time_to"}),
        (typed("2026-02-30", "", "", "13:00"), {"date_from", "time_from", "date_to"}),
    ],
)
def test_a_window_lies_behind_us_and_runs_forwards(
    requesting: Requesting, form: TypedRequest, fields: set[str]
) -> None:
    assert refused_fields(requesting, form) == fields


@pytest.mark.parametrize(("now", "day"), [("2026-03-29T00:30Z", "2026-03-29"), ("2026-06-30T22:30Z", "2026-07-01")])
def test_the_form_opens_on_the_day_that_it_is_in_the_netherlands(now: str, day: str) -> None:
    """The first day is that of six hours ago, as who asks at night tells of the evening; the last one follows it."""
    at = datetime.fromisoformat(now)
    assert empty_values("Amersfoort", at + timedelta(hours=6))["date_from"] == day
    assert "date_to" not in empty_values("Amersfoort", at)
