"""Who may what."""

from itertools import chain, combinations

import pytest

from bot.domain.errors import NoAccess
from bot.domain.participants.people import Colleague, Role, may_exist

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
    ("address", "exists"),
    [
        ("noor@example.nl", True),
        ("Noor.Celik+burgernet@mail.example.co.uk", True),
        ("o'hara@example.nl", True),
        ("noor@xn--strae-oqa.de", True),
        (f"{'a' * 64}@example.nl", True),
        ("", False),
        ("noor", False),
        ("noor@", False),
        ("@example.nl", False),
        ("noor@localhost", False),
        ("noor@mail.localhost", False),
        ("noor@example.invalid", False),
        ("noor@router.lan", False),
        ("noor@printer.local", False),
        ("jörg@example.nl", False),
        ("noor@exämple.nl", False),
        ("noor..celik@example.nl", False),
        (".noor@example.nl", False),
        ("noor.@example.nl", False),
        ("noor@-example.nl", False),
        ("noor@example..nl", False),
        ("noor@example.n", False),
        ("noor@[192.0.2.5]", False),
        ("noor@192.0.2.5", False),
        ("noor@example.nl\n", False),
        (f"{'a' * 65}@example.nl", False),
        (f"noor@{'a' * 64}.nl", False),
        (f"noor@{'a.' * 130}nl", False),
    ],
)
def test_addresses_that_can_not_exist(address: str, exists: bool) -> None:
    assert may_exist(address) is exists
