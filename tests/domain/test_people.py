"""Who may what."""

from itertools import chain, combinations

import pytest

from bot.domain.errors import InvalidPhone, NoAccess
from bot.domain.people import Colleague, Role, tidy_phone

SETS = [frozenset(some) for some in chain.from_iterable(combinations(Role, n) for n in range(len(Role) + 1))]


@pytest.mark.parametrize("held", SETS, ids=lambda roles: "+".join(sorted(roles)) or "none")
@pytest.mark.parametrize("wanted", SETS, ids=lambda roles: "+".join(sorted(roles)) or "none")
def test_one_role_of_those_asked_for_is_enough_and_none_is_not(held: frozenset[Role], wanted: frozenset[Role]) -> None:
    colleague = Colleague("U1", "Anna", held)
    if held & wanted:
        colleague.require(*wanted)
    else:
        with pytest.raises(NoAccess):
            colleague.require(*wanted)


@pytest.mark.parametrize(
    "typed",
    [
        *("06 12345678", "06-12345678", "06.12.34.56.78", "0612345678", "06–12345678", " 033 456 78 90 "),
        *(
            "+31612345678",
            "+31 6 12345678",
            "+31 (0)6-1234 5678",
            "+31(0)612345678",
            "0031 6 12345678",
            "(033) 4567890",
        ),
    ],
)
def test_a_dutch_phone_number_however_it_is_typed(typed: str) -> None:
    assert tidy_phone(typed) == typed.strip()


@pytest.mark.parametrize(
    "typed",
    [
        "12",
        "06 1234567",
        "06 123456789",
        "00 12345678",
        "+32 475 12 34 56",
        "+31 06 12345678",
        "zes",
        "06 1234567a",
        "٠٦١٢٣٤٥٦٧٨",
    ],
)
def test_what_is_no_dutch_phone_number(typed: str) -> None:
    with pytest.raises(InvalidPhone):
        tidy_phone(typed)


def test_no_phone_number_is_none() -> None:
    assert tidy_phone(" ") == ""
