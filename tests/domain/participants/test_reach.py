"""Participants per 100 households: the figures, their order, and the estimate for a circle."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.participants.reach import Households, NeighbourhoodReach, household_number, households_nearby, reach_of

COUNTS = st.dictionaries(st.text(max_size=4), st.integers(0, 500), max_size=6)


@pytest.mark.parametrize(
    ("participants", "households", "told"),
    [(5, 100, "5.0"), (1, 3, "33.3"), (1, 800, "0.1"), (25, 2000, "1.3"), (1, 2001, "0.0"), (3, 0, None)],
)
def test_per_hundred_is_rounded_half_up_to_one_decimal(participants: int, households: int, told: str | None) -> None:
    figure = NeighbourhoodReach("K", participants, households, 0).per_hundred
    assert (figure is None) is (told is None)
    assert figure is None or figure == Decimal(told or "")


def test_those_under_the_norm_come_first_the_furthest_under_it_on_top() -> None:
    names = ("Genoeg", "Bijna", "Ver", "Niemand", "Ook genoeg")
    households = [Households("Bedrijven", 0), *(Households(name, 1000) for name in names)]
    reach = reach_of({"GENOEG": 150, "Bijna": 99, "ver ": 3, "Ook  genoeg": 100}, households, 10)
    told = [(row.neighbourhood, row.missing) for row in reach.rows]
    shortest_first = [("Niemand", 100), ("Ver", 97), ("Bijna", 1)]
    assert told == [*shortest_first, ("Ook genoeg", 0), ("Genoeg", 0), ("Bedrijven", 0)]  # last: nobody lives there
    assert (reach.missing, reach.unmatched) == (198, ())


def test_names_match_however_they_are_written_and_the_others_are_told() -> None:
    reach = reach_of({"kattenbroek": 3, " KATTENBROEK": 2, "": 4, "Elders": 1}, [Households("Kattenbroek", 40)], 10)
    assert [(row.participants, row.missing) for row in reach.rows] == [(5, 0)]
    assert reach.unmatched == (("", 4), ("Elders", 1))


@given(COUNTS, COUNTS, st.integers(1, 100))
def test_nobody_is_counted_twice_or_lost(people: dict[str, int], homes: dict[str, int], norm: int) -> None:
    households = {name.strip().casefold(): Households(name, number) for name, number in homes.items()}
    reach = reach_of(people, households.values(), norm)
    counted = sum(row.participants for row in reach.rows) + sum(number for _, number in reach.unmatched)
    assert counted == sum(people.values())
    assert all(100 * (row.participants + row.missing) >= norm * row.households for row in reach.rows)


@pytest.mark.parametrize(
    ("inside", "households", "about"),
    [
        ({"Kattenbroek": 12}, [Households("kattenbroek", 3333)], 400),  # 12 of its 100 participants
        ({"Kattenbroek": 12, "Zielhorst": 5}, [Households("Kattenbroek", 1000), Households("Zielhorst", 200)], 140),
        ({"Kattenbroek": 12, "": 12}, [Households("Kattenbroek", 1000)], 240),
        ({"Kattenbroek": 11, "": 12}, [Households("Kattenbroek", 1000)], None),
        ({"": 12}, [Households("Kattenbroek", 1000)], None),
        ({}, [Households("Kattenbroek", 1000)], None),
        ({"Kattenbroek": 12}, [], None),
        ({"Kattenbroek": 12}, [Households("Kattenbroek", 0)], 0),
        ({"Kattenbroek": 1}, [Households("Kattenbroek", 99)], 0),  # less than one
        ({"Kattenbroek": 1}, [Households("Kattenbroek", 150)], 2),  # one and a half
        ({"Kattenbroek": 1}, [Households("Kattenbroek", 700)], 7),
        ({"Kattenbroek": 1}, [Households("Kattenbroek", 1700)], 17),
        ({"Kattenbroek": 11}, [Households("Kattenbroek", 10_500)], 1200),
    ],
)
def test_about_how_many_households_a_circle_holds(
    inside: dict[str, int], households: list[Households], about: int | None
) -> None:
    everywhere = {"Kattenbroek": 100, "Zielhorst": 50, "": 30}
    assert households_nearby(inside, everywhere, households) == about


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        *(("0", 0), ("1234", 1234), ("1.234", 1234), ("1 234", 1234), ("10.000.000", 10_000_000)),
        *(("", None), ("1.23", None), ("12,5", None), ("-3", None), ("veel", None), ("10.000.001", None), ("١٢", None)),
    ],
)
def test_a_number_of_households(typed: str, number: int | None) -> None:
    assert household_number(typed) == number
