"""Two colleagues at once on one request, and one colleague's form sent twice: one gets their way, the other is told."""

from collections.abc import Callable
from itertools import product

import pytest

from bot.clock import Clock
from bot.domain.alerts.alert_errors import DraftGone, TextChanged
from bot.domain.alerts.alerts import Alert, AlertStatus
from bot.domain.alerts.mailings import of_alert
from bot.domain.errors import AlreadyDone, SomebodyWasFirst
from bot.domain.guard.errors import FoundInText
from bot.domain.participants.people import Colleague
from bot.workflow.alerts.proposing import Proposing
from bot.workflow.letters.guarding import Guard
from tests.domain.samples import ANNA, BRAM
from tests.storage.things import Work, enrolled, filed
from tests.workflow.alerts.samples import FLOOR, QUESTION, approving, drafted
from tests.workflow.at_once import at_once, told_by

Act = Callable[[Work, Alert, Colleague], None]


def proposing(work: Work) -> Proposing:
    return Proposing(work, Clock(), Guard())


ACTS: dict[str, Act] = {
    "approve": lambda work, alert, by: approving(work).approve(alert.id, alert.version, by),
    "send back": lambda work, alert, by: approving(work).send_back(alert.id, alert.version, by, "Klopt niet"),
    "withdraw": lambda work, alert, _by: approving(work).withdraw(alert.id, alert.version, ANNA),
    "propose": lambda work, alert, by: proposing(work).propose(drafted(work, by, alert), by),
}


LOOKS = {"withdraw": 1, "propose": 1}
CAN_FOLLOW = {("send back", "withdraw"), ("send back", "propose")}
"""What was sent back may be withdrawn, or get a proposal: who begins a little later does so."""
PAIRS = sorted(set(product(ACTS, ACTS)) - CAN_FOLLOW)


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_two_decisions_on_a_request_at_once_are_one(work: Work, first: str, second: str) -> None:
    enrolled(work, 2)
    alert = filed(work)
    acts = (lambda work: ACTS[first](work, alert, BRAM), lambda work: ACTS[second](work, alert, FLOOR))
    told = at_once(work, *acts, looks=LOOKS.get(first, 0))
    assert len(told) == 1
    assert told[0] in (SomebodyWasFirst, AlreadyDone, *([TextChanged] if first == "propose" else []))
    ends = {"approve": AlertStatus.APPROVED, "withdraw": AlertStatus.WITHDRAWN}
    with work() as uow:
        assert uow.alerts.get(alert.id).status is ends.get(first, AlertStatus.RETURNED)
        assert (uow.words.proposal(alert.id) is not None) is (first == "propose")
        progress = uow.mailings.progress(of_alert(alert.id))
    assert (progress is not None) is (first == "approve")


@pytest.mark.parametrize("second", ACTS)
def test_who_decides_on_words_that_change_at_that_moment_does_not(work: Work, second: str) -> None:
    """What is sent, sent back or withdrawn is what they saw."""
    enrolled(work, 2)
    alert = filed(work)
    draft = drafted(work, BRAM, alert)
    told = at_once(
        work,
        lambda work: approving(work).amend(draft, BRAM, and_send=False),
        lambda work: ACTS[second](work, alert, FLOOR),
    )
    assert len(told) == 1
    with work() as uow:
        after = uow.alerts.get(alert.id)
    assert (after.status, after.version) == (AlertStatus.REQUESTED, alert.version + 1)
    assert after.content.question == "Zag u iets in de tuin?"


@pytest.mark.parametrize("first", ["approve", "withdraw"])
def test_who_changes_words_that_are_decided_on_at_that_moment_does_not(work: Work, first: str) -> None:
    enrolled(work, 2)
    alert = filed(work)
    draft = drafted(work, FLOOR, alert)
    told = at_once(
        work,
        lambda work: ACTS[first](work, alert, BRAM),
        lambda work: approving(work).amend(draft, FLOOR, and_send=False),
        looks=LOOKS.get(first, 0),
    )
    assert len(told) == 1
    with work() as uow:
        after = uow.alerts.get(alert.id)
        assert uow.drafts.get(draft)  # what they typed is not lost
    assert (after.version, after.content.question) == (alert.version, alert.content.question)


def test_two_who_change_the_words_at_once_do_not_write_over_each_other(work: Work) -> None:
    alert = filed(work)
    first, second = drafted(work, BRAM, alert), drafted(work, FLOOR, alert)
    told = at_once(
        work,
        lambda work: approving(work).amend(first, BRAM, and_send=False),
        lambda work: approving(work).amend(second, FLOOR, and_send=False),
    )
    assert len(told) == 1
    with work() as uow:
        assert uow.alerts.get(alert.id).version == alert.version + 1


def test_a_form_that_is_sent_twice_at_once_changes_the_words_once(work: Work) -> None:
    alert = filed(work)
    draft = drafted(work, BRAM, alert)
    again = lambda work: approving(work).amend(draft, BRAM, and_send=False)  # noqa: E731
    assert at_once(work, again, again) == [DraftGone]
    with work() as uow:
        assert uow.alerts.get(alert.id).version == alert.version + 1


def test_a_proposal_that_is_sent_twice_at_once_is_one(work: Work) -> None:
    alert = filed(work)
    draft = drafted(work, BRAM, alert)
    propose = lambda work: proposing(work).propose(draft, BRAM)  # noqa: E731
    assert at_once(work, propose, propose) == [DraftGone]
    with work() as uow:
        assert uow.alerts.get(alert.id).version == alert.version + 1


def test_nothing_is_proposed_for_what_was_decided_on(work: Work) -> None:
    """Approving and withdrawing leave the version as it was."""
    enrolled(work, 2)
    alert = filed(work)
    for act in ("approve", "withdraw"):
        if act == "withdraw":
            alert = filed(work)
        draft = drafted(work, FLOOR, alert)
        ACTS[act](work, alert, BRAM)
        assert told_by(lambda draft=draft: proposing(work).propose(draft, FLOOR)) == [SomebodyWasFirst]  # type: ignore[misc]
        with work() as uow:
            assert uow.drafts.get(draft)
            assert uow.words.proposal(alert.id) is None


def test_what_the_guard_found_is_not_proposed_undecided(work: Work) -> None:
    alert = filed(work)
    draft = drafted(work, BRAM, alert, question="Kent u dhr. Jansen?")
    assert told_by(lambda: proposing(work).propose(draft, BRAM)) == [FoundInText]


def proposed(work: Work) -> Alert:
    alert = filed(work)
    ACTS["propose"](work, alert, BRAM)
    with work() as uow:
        return uow.alerts.get(alert.id)


REQUESTERS: dict[str, Callable[[Work, Alert], None]] = {
    "take over": lambda work, alert: proposing(work).take_over(alert.id, alert.version, ANNA),
    "withdraw": lambda work, alert: ACTS["withdraw"](work, alert, ANNA),
}


@pytest.mark.parametrize(("first", "second"), sorted(product(REQUESTERS, REQUESTERS)))
def test_a_proposal_is_taken_over_or_dropped_once(work: Work, first: str, second: str) -> None:
    alert = proposed(work)
    told = at_once(
        work,
        lambda work: REQUESTERS[first](work, alert),
        lambda work: REQUESTERS[second](work, alert),
        looks=LOOKS.get(first, 0),
    )
    assert len(told) == 1
    with work() as uow:
        after = uow.alerts.get(alert.id)
        assert uow.words.proposal(alert.id) is None
    took_over = first == "take over"
    assert after.status is (AlertStatus.REQUESTED if took_over else AlertStatus.WITHDRAWN)
    assert (after.version, after.content.question == QUESTION) == (alert.version + took_over, took_over)
