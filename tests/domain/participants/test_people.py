"""Who may what."""

from itertools import chain, combinations

import pytest

from bot.domain.errors import NoAccess
from bot.domain.participants.people import Colleague, Role

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
