"""Two of the burglary team at once on one lead: one gets their way, the other is told whose word stands."""

from collections.abc import Callable

import pytest

from bot.clock import Clock
from bot.domain.errors import SomebodyWasFirst
from bot.domain.leads.lead_errors import ResultChanged
from bot.domain.leads.leads import Lead, LeadResult
from bot.domain.participants.people import Colleague, Role
from bot.domain.replies.replies import Rating
from bot.workflow.leads.escalating import Escalating, judgement
from tests.domain.samples import NOON
from tests.storage.things import CARLA, DAAN, Work, approved, replied
from tests.workflow.at_once import at_once

FATIH = Colleague("U7", "Fatih", frozenset({Role.BURGLARY_TEAM}))
Act = Callable[[Work, Colleague], None]


def lead(work: Work) -> int:
    reply = replied(work, approved(work).id)
    with work() as uow:
        uow.replies.rate(reply.id, Rating.RELEVANT_HERE, CARLA, NOON)
    Escalating(work, Clock()).escalate(reply.id, CARLA)
    with work() as uow:
        found = uow.leads.of_reply(reply.id)
    assert found
    return found.id


def judge(result: LeadResult, note: str) -> Act:
    """By a form that was opened on a lead of which nobody had said anything."""
    empty = judgement(Lead(1, 1, None, "", NOON))
    return lambda work, by: Escalating(work, Clock()).set_result(1, result, by, note, empty)


ACTS: dict[str, Act] = {
    "usable": judge(LeadResult.USABLE, "ja"),
    "not usable": judge(LeadResult.NOT_USABLE, "nee"),
    "another note": judge(LeadResult.USABLE, "anders"),
    "read": lambda work, by: Escalating(work, Clock()).confirm_read(1, by),
}


@pytest.mark.parametrize("second", ["not usable", "another note"])
def test_of_two_who_judge_at_once_one_does(work: Work, second: str) -> None:
    """Sent to both at the moment that neither saw the other's: nothing is written over unseen."""
    assert lead(work) == 1
    assert at_once(work, lambda work: ACTS["usable"](work, DAAN), lambda work: ACTS[second](work, FATIH)) in (
        [SomebodyWasFirst],
        [ResultChanged],
    )
    with work() as uow:
        stands = uow.leads.get(1)
    assert (stands.result, stands.note, stands.result_by_name) == (LeadResult.USABLE, "ja", "Daan")


def test_two_who_read_it_at_once_are_one(work: Work) -> None:
    lead(work)
    told = at_once(work, lambda work: ACTS["read"](work, DAAN), lambda work: ACTS["read"](work, FATIH))
    assert told == [SomebodyWasFirst]
    with work() as uow:
        assert uow.leads.get(1).read_by_name == "Daan"
