"""In which order leads are read."""

import pytest

from bot.domain.leads.leads import Lead, LeadResult, rank
from tests.domain.samples import NOON

BEST_FIRST = [LeadResult.GOLDEN_TIP, LeadResult.LEADS_TO_SUSPECT, LeadResult.USABLE]
OF_NO_USE = [LeadResult.RULED_OUT, LeadResult.NOT_USABLE]


def lead(result: LeadResult | None, *, read: bool) -> Lead:
    return Lead(1, 1, 1, "Carla", NOON, result=result, read_at=NOON if read else None)


@pytest.mark.parametrize("read", [True, False])
def test_what_helps_comes_first_and_what_is_of_no_use_last(read: bool) -> None:
    best = [rank(lead(result, read=read)) for result in BEST_FIRST]
    [last] = {rank(lead(result, read=read)) for result in OF_NO_USE}
    for undecided in (None, LeadResult.PICKED_UP):
        between = [rank(lead(undecided, read=False)), rank(lead(undecided, read=True))]
        order = [*best, *between, last]
        assert order == sorted(set(order))
