"""The walk names people, channels and buttons as they stand on the screen."""

import re
from datetime import date
from functools import cache

from bot.domain.alerts.alerts import DEFAULT_RADIUS_M
from bot.practice.demo import WALK, walk
from bot.practice.town import CHANNELS, TEAM, address_lines
from bot.slack import ids
from bot.texts import texts
from tests.message_ids import message_ids

BOLD = [name for name in re.findall(r"\[bold\](.+?)\[/\]", WALK) if not name.isdigit()]


WINDOW = 80
ADDRESS = ("Straat", "Huisnummer", "Postcode")


@cache
def dutch() -> set[str]:
    """All that stands on a screen."""
    return {texts("nl")(message) for message in message_ids() if isinstance(message, str)}


def test_its_people_and_buttons_are_on_the_screen() -> None:
    known = dutch() | {person.name for person in TEAM} | {ids.COMMAND}
    assert len(BOLD) > 12
    assert [name for name in BOLD if name not in known] == []


def test_it_stands_in_a_window_of_eighty_columns_as_it_is_written() -> None:
    """A line that is broken where the window ends reads as two."""
    assert [line for line in re.sub(r"\[/?[a-z]*\]", "", WALK).splitlines() if len(line) > WINDOW] == []


def test_its_channels_are_there() -> None:
    named = set(re.findall(r"#(bm-[a-z]+)", WALK))
    assert named <= {name for _, name in CHANNELS.values()}


def test_its_radius_is_the_one_that_the_form_starts_with() -> None:
    assert f"Straal [cyan]{DEFAULT_RADIUS_M} m[/]" in WALK


def test_its_fields_are_those_of_the_form() -> None:
    fields = [name.strip() for name in re.findall(r"(?:^|·)\s*([A-Z][^·\[\n]*?) \[cyan\]", WALK, re.MULTILINE)]
    assert {"Straat", "Begintijd"} <= set(fields)
    assert [field for field in fields if not any(label.startswith(field) for label in dutch())] == []


def test_its_address_is_in_the_town() -> None:
    street, number, postcode = (re.findall(rf"{field} \[cyan\](.+?)\[/\]", WALK)[0] for field in ADDRESS)
    assert any(line.startswith(f"{street},{number},,{postcode},") for line in address_lines())


def test_yesterday_is_told_as_a_date() -> None:
    assert "yesterday (31-12-2025)" in walk(date(2026, 1, 1))
