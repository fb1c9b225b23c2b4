"""Whose house number is whose, and in how many homes somebody takes part."""

import pytest

from bot.domain.participants.addresses import Door, Homes, door_of, homes_with_somebody

CODE = "3823 AB"


@pytest.mark.parametrize(
    ("typed", "number", "addition"),
    [
        ("12", 12, ""),
        ("12a", 12, "A"),
        ("12 A", 12, "A"),
        ("12-a", 12, "A"),
        ("12 bis A", 12, "BISA"),
        ("12-2", 12, "2"),
        ("12 2", 12, "2"),
        ("122", 122, ""),
        ("12, 2 hoog", 12, "2HOOG"),
        ("12è", 12, "E"),
        ("00012", 12, ""),
    ],
)
def test_one_house_number_in_all_its_writings(typed: str, number: int, addition: str) -> None:
    assert door_of(CODE, typed) == Door(CODE, number, addition)


@pytest.mark.parametrize("typed", ["", "boot", "0", "123456", "nr. 12"])
def test_what_is_no_house_number(typed: str) -> None:
    assert door_of(CODE, typed) is None


def doors(*written: str) -> frozenset[Door]:
    return frozenset(door for one in written if (door := door_of(CODE, one)))


@pytest.mark.parametrize(
    ("written", "homes", "elsewhere", "counted"),
    [
        ("", "1 3", "", (0, 0)),
        ("1 1 3", "1 3 5", "", (2, 0)),
        ("12", "12a 12b", "", (0, 1)),
        ("12 12a", "12a 12b", "", (1, 1)),
        ("12 12a", "12a", "", (1, 0)),
        ("12rood", "12a 12b", "", (0, 1)),
        ("12a", "12b", "12a", (0, 0)),
        ("7", "", "7", (0, 0)),
        ("99", "1", "", (0, 0)),
    ],
)
def test_a_home_counts_once_and_only_where_it_is_known(
    written: str, homes: str, elsewhere: str, counted: tuple[int, int]
) -> None:
    assert homes_with_somebody(doors(*written.split()), doors(*homes.split()), doors(*elsewhere.split())) == counted


def test_the_share_is_half_up_and_none_of_nothing() -> None:
    assert Homes(0, 0, 0).share is None
    assert str(Homes(8, 0, 1).share) == "12.5"
    assert str(Homes(16, 1, 0).share) == "6.3"
