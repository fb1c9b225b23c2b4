"""A batch whose answer was lost: two decisions on it, or a decision and the truth, one after the other and at once."""

from collections.abc import Callable
from threading import Thread

import pytest
from sqlalchemy import Engine, event

from bot.clock import Clock
from bot.domain.alerts.mailings import DeliveryState, MailEvent, Outcome
from bot.domain.participants.people import Colleague
from tests.domain.samples import NOON
from tests.storage.things import CARLA, ELS, LATER, Work, approved, claimed
from tests.workflow.at_once import holding

DECISIONS = {True: "send_again", False: "leave"}


def unknown_batch(work: Work) -> int:
    """Its answer was lost, and people were asked."""
    approved(work)
    batch = claimed(work)
    with work() as uow:
        uow.mailings.settle_batch(batch, Outcome.UNKNOWN, "lost", LATER, NOON)
        assert uow.mailings.ask(LATER) == [batch.id]
    return batch.id


def decide(work: Work, batch_id: int, colleague: Colleague, *, send_again: bool) -> bool:
    with work() as uow:
        return uow.mailings.decide_batch(batch_id, send_again=send_again, by=colleague, at=Clock().now())


def claim(work: Work) -> bool:
    """Whether a worker finds something to send."""
    with work() as uow:
        return uow.mailings.claim_batch(Clock().now(), Clock().now()) is not None


def arrives(work: Work) -> None:
    """The provider tells of one of its mails."""
    with work() as uow:
        uow.mailings.record_events({1: MailEvent("d1", DeliveryState.DELIVERED, NOON, "")})


@pytest.mark.parametrize("second", DECISIONS)
@pytest.mark.parametrize("first", DECISIONS)
def test_the_first_decision_stands(work: Work, *, first: bool, second: bool) -> None:
    """Above all: what was left as it is, is not sent again by a button that was drawn before."""
    batch_id = unknown_batch(work)
    assert decide(work, batch_id, ELS, send_again=first)
    assert not decide(work, batch_id, CARLA, send_again=second)
    with work() as uow:
        card = uow.mailings.batch_card(batch_id)
    assert (card.decision, card.decided_by_name) == (DECISIONS[first], "Els")
    assert claim(work) is first
    assert not claim(work)


@pytest.mark.parametrize("second", DECISIONS)
@pytest.mark.parametrize("first", DECISIONS)
def test_two_decisions_at_once_are_one(work: Work, *, first: bool, second: bool) -> None:
    batch_id = unknown_batch(work)
    told: list[bool] = []
    other = Thread(target=lambda: told.append(decide(work, batch_id, CARLA, send_again=second)))
    assert decide(holding(work, other), batch_id, ELS, send_again=first)
    other.join(20)
    assert told == [False]
    assert claim(work) is first
    assert not claim(work)


def test_nobody_decides_before_people_are_asked(work: Work) -> None:
    """Until then the provider's events have their time."""
    approved(work)
    batch = claimed(work)
    assert not decide(work, batch.id, ELS, send_again=True)
    with work() as uow:
        uow.mailings.settle_batch(batch, Outcome.UNKNOWN, "lost", LATER, NOON)
    assert not decide(work, batch.id, ELS, send_again=True)
    assert not claim(work)


def decide_again(work: Work) -> None:
    decide(work, 1, ELS, send_again=True)


@pytest.mark.parametrize(("first", "second"), [(arrives, decide_again), (decide_again, arrives)])
def test_a_batch_that_proves_to_be_out_is_not_sent_again(
    work: Work, first: Callable[[Work], None], second: Callable[[Work], None]
) -> None:
    unknown_batch(work)
    other = Thread(target=second, args=(work,))
    first(holding(work, other))
    other.join(20)
    assert not claim(work)
    with work() as uow:
        assert uow.mailings.batch_card(1).decision == "settled"


def test_an_event_in_the_middle_of_a_halving_waits_for_it(work: Work, engine: Engine) -> None:
    """Else each waits for the other; and the half in which its mail is by then is the one that it stops."""
    approved(work, people=4)
    batch = claimed(work)

    def last_arrives() -> None:
        with work() as uow:
            uow.mailings.record_events({4: MailEvent("d4", DeliveryState.DELIVERED, NOON, "")})

    other = Thread(target=last_arrives)

    @event.listens_for(engine, "before_cursor_execute")
    def in_the_middle(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("INSERT INTO batches") and not other.ident:
            other.start()
            other.join(0.4)

    with work() as uow:
        assert uow.mailings.split_batch(batch, "400", NOON)
    other.join(20)
    event.remove(engine, "before_cursor_execute", in_the_middle)
    again = claimed(work)
    with work() as uow:
        assert [person.delivery_id for person in uow.mailings.recipients(again, NOON)] == [1, 2]
    assert not claim(work)


def test_two_workers_at_once_send_a_batch_once(work: Work) -> None:
    approved(work)
    told: list[bool] = []
    other = Thread(target=lambda: told.append(claim(work)))
    assert claim(holding(work, other))
    other.join(20)
    assert told == [False]


def test_two_copies_at_once_ask_once(work: Work) -> None:
    approved(work)
    batch = claimed(work)
    with work() as uow:
        uow.mailings.settle_batch(batch, Outcome.UNKNOWN, "lost", LATER, NOON)
    told: list[list[int]] = []

    def ask(work: Work) -> None:
        with work() as uow:
            told.append(uow.mailings.ask(LATER))

    other = Thread(target=lambda: ask(work))
    ask(holding(work, other))
    other.join(20)
    assert sorted(told) == [[], [batch.id]]
