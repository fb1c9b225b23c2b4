"""Who may what, and what is seen of an address."""

from itertools import chain, combinations

import pytest

from bot.domain.errors import NoAccess
from bot.domain.participants.people import Colleague, Role, mask_address

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
    ("address", "seen"),
    [
        ("noor@example.nl", "n•••@e•••.nl"),
        ("noor@mail.example.nl", "n•••@m•••.nl"),
        ("n@x.nl", "n•••@x•••.nl"),
        ("noor", "•••"),
        ("", "•••"),
    ],
)
def test_enough_of_an_address_to_tell_two_apart_and_too_little_to_reach_one(address: str, seen: str) -> None:
    assert mask_address(address) == seen
