"""The ledger of a mailing: claimed once, settled by its own call, never moved back."""

from dataclasses import replace
from datetime import timedelta
from itertools import permutations, product

import pytest
from sqlalchemy import Engine, select, update
from sqlalchemy.event import listen

from bot.clock import Clock
from bot.domain.alerts.mailings import DELIVERY_RANK, DeliveryState, Hitch, MailEvent, Outcome, Progress, of_alert
from bot.domain.participants.people import LeaveReason
from storage.schema.mailings import batches, deliveries
from storage.unit_of_work import UnitOfWork, unit_of_work
from tests.domain.samples import CONTENT, NOON
from tests.storage.mailings.settling import AFTERWARDS, progress, settle
from tests.storage.things import ELS, LATER, Work, approved, claimed, outcome_of

CIRCLE = CONTENT.area


def states(engine: Engine) -> list[str]:
    with engine.connect() as connection:
        return list(connection.execute(select(deliveries.c.state).order_by(deliveries.c.id)).scalars())


def tell(uow: UnitOfWork, delivery_id: int, state: DeliveryState) -> list[int]:
    """The alerts that an event changed."""
    heard = uow.mailings.record_events({delivery_id: MailEvent(f"d{delivery_id}", state, NOON, "why")})
    return [moved.topic.id for moved in heard.moved]


def test_before_it_is_planned_there_is_no_progress(work: Work) -> None:
    with work() as uow:
        assert uow.mailings.progress(of_alert(1)) is None
        assert uow.mailings.claim_batch(NOON, LATER) is None


def test_everybody_is_in_exactly_one_batch(work: Work) -> None:
    approved(work, people=7, batch_size=3)
    with work() as uow:
        claims = [uow.mailings.claim_batch(NOON, LATER) for _ in range(4)]
        people = [[person.email for person in uow.mailings.recipients(batch, NOON)] for batch in claims if batch]
    assert claims[3] is None
    assert people == [[f"p{n}@example.nl" for n in some] for some in ((0, 1, 2), (3, 4, 5), (6,))]
    assert progress(work) == Progress(total=7, sent=0, refused=0, unknown=0)


@pytest.mark.parametrize(
    ("outcome", "after", "again"),
    [
        (Outcome.ACCEPTED, Progress(2, sent=2, refused=0, unknown=0), False),
        (Outcome.REFUSED, Progress(2, sent=0, refused=2, unknown=0), False),
        (Outcome.FAILED, Progress(2, sent=0, refused=0, unknown=0), True),
        (Outcome.UNKNOWN, Progress(2, sent=0, refused=0, unknown=2), False),
    ],
)
def test_what_becomes_of_a_call(work: Work, outcome: Outcome, after: Progress, again: bool) -> None:
    approved(work)
    settle(work, claimed(work), outcome, "busy")
    assert progress(work) == after
    with work() as uow:
        assert uow.mailings.hitches(of_alert(1)) == ({Hitch.SERVER: 1} if again else {})
        assert uow.mailings.claim_batch(LATER - timedelta(seconds=1), AFTERWARDS) is None
        batch = uow.mailings.claim_batch(LATER, AFTERWARDS)
        assert (batch.attempts if batch else 0) == (2 if again else 0)


def test_only_the_call_that_claimed_a_batch_settles_it(work: Work) -> None:
    approved(work)
    first = claimed(work)
    settle(work, first, Outcome.FAILED)
    with work() as uow:
        second = uow.mailings.claim_batch(LATER, AFTERWARDS)
    assert second
    settle(work, first, Outcome.REFUSED)
    assert progress(work).settled == 0
    settle(work, second, Outcome.ACCEPTED)
    settle(work, second, Outcome.UNKNOWN)
    assert progress(work).sent == 2


def test_who_left_before_the_call_is_left_out(work: Work) -> None:
    approved(work, people=3)
    with work() as uow:
        uow.people.leave(2, NOON, LeaveReason.UNSUBSCRIBED)
    batch = claimed(work)
    with work() as uow:
        assert [person.participant_id for person in uow.mailings.recipients(batch, NOON)] == [1, 3]
    settle(work, batch, Outcome.ACCEPTED)
    assert progress(work) == Progress(3, sent=2, refused=1, unknown=0)


def test_a_call_that_nobody_ended_is_lost_once_its_lease_has_ended(work: Work) -> None:
    approved(work)
    batch = claimed(work)
    with work() as uow:
        assert uow.mailings.lost_batches(LATER) == []
        assert uow.mailings.lost_batches(AFTERWARDS) == [batch]
    settle(work, batch, Outcome.UNKNOWN)
    with work() as uow:
        assert uow.mailings.lost_batches(AFTERWARDS) == []
        assert uow.mailings.claim_batch(AFTERWARDS, AFTERWARDS) is None


@pytest.mark.parametrize("state", [state for state in DeliveryState if DELIVERY_RANK[state] >= 4])
def test_an_event_about_one_mail_says_that_the_whole_call_was_taken(
    work: Work, engine: Engine, state: DeliveryState
) -> None:
    alert = approved(work, people=3, batch_size=2)
    lost, under_way = claimed(work), claimed(work)
    settle(work, lost, Outcome.UNKNOWN)
    with work() as uow:
        assert tell(uow, 1, state) == [alert.id]
        assert uow.mailings.ask(AFTERWARDS) == []
        assert uow.mailings.batch_card(lost.id).decision == "settled"
        assert not uow.mailings.decide_batch(lost.id, send_again=True, by=ELS, at=NOON)
        assert tell(uow, 3, state) == [alert.id]
    assert states(engine) == [state, "sent", state]
    settle(work, under_way, Outcome.UNKNOWN)  # the caller's own, later view changes nothing
    assert progress(work).done
    assert progress(work).sent == 3


def test_events_only_move_a_delivery_forward_in_whatever_order_they_come(work: Work, engine: Engine) -> None:
    approved(work, people=24, batch_size=100)
    settle(work, claimed(work), Outcome.ACCEPTED)
    told = (DeliveryState.PROCESSED, DeliveryState.DEFERRED, DeliveryState.DELIVERED, DeliveryState.SPAMREPORT)
    with work() as uow:
        for delivery, order in enumerate(permutations(told), 1):
            moved = [tell(uow, delivery, state) for state in order]
            highest = [max(map(DELIVERY_RANK.__getitem__, order[: n + 1])) for n in range(len(order))]
            assert [bool(alerts) for alerts in moved] == [
                n == 0 or rank > highest[n - 1] for n, rank in enumerate(highest)
            ]
    assert states(engine) == ["spamreport"] * 24


def test_what_arrived_came_back_and_was_complained_of_is_counted_and_who_may_hear_the_end(
    work: Work, engine: Engine
) -> None:
    told = list(DeliveryState)
    approved(work, people=len(told))
    for number, state in enumerate(told, 1):
        with engine.begin() as connection:
            connection.execute(update(deliveries).where(deliveries.c.id == number).values(state=state))
    assert progress(work) == Progress(
        total=len(told), sent=8, refused=1, unknown=1, delivered=3, bounced=2, complaints=1
    )
    with work() as uow:
        # sent, processed, deferred, delivered, unsubscribed but back again
        assert uow.alerts.reach_of(outcome_of(1)) == 5
        assert uow.alerts.reach_of(outcome_of(2)) == 0
        uow.people.leave(told.index(DeliveryState.DELIVERED) + 1, NOON, LeaveReason.UNSUBSCRIBED)
        assert uow.alerts.reach_of(outcome_of(1)) == 4


def test_every_pair_of_states_moves_by_rank(work: Work, engine: Engine) -> None:
    pairs = [*product(list(DeliveryState)[3:], repeat=2)]
    approved(work, people=len(pairs))
    settle(work, claimed(work), Outcome.ACCEPTED)
    with work() as uow:
        for delivery, (first, second) in enumerate(pairs, 1):
            tell(uow, delivery, first)
            tell(uow, delivery, second)
    assert states(engine) == [max(pair, key=DELIVERY_RANK.__getitem__) for pair in pairs]


def test_an_event_about_a_mail_that_is_not_ours_changes_nothing(work: Work) -> None:
    with work() as uow:
        assert tell(uow, 99, DeliveryState.BOUNCE) == []
        assert uow.mailings.sent_to(99) is None


def test_a_superuser_decides_once_about_a_lost_call(work: Work, engine: Engine) -> None:
    approved(work)
    batch = claimed(work)
    with work() as uow:
        assert not uow.mailings.decide_batch(batch.id, send_again=True, by=ELS, at=NOON)
    settle(work, batch, Outcome.UNKNOWN)
    with work() as uow:
        assert uow.mailings.ask(LATER) == [batch.id]
        assert uow.mailings.decide_batch(batch.id, send_again=True, by=ELS, at=NOON)
        assert not uow.mailings.decide_batch(batch.id, send_again=False, by=ELS, at=NOON)
        assert uow.mailings.batch_card(batch.id).decision == "send_again"
    assert states(engine) == ["planned", "planned"]
    again = claimed(work)
    assert (again.id, again.attempts) == (batch.id, 2)
    settle(work, again, Outcome.UNKNOWN)
    with work() as uow:
        assert uow.mailings.batch_card(batch.id).decision == ""
        assert not uow.mailings.decide_batch(batch.id, send_again=False, by=ELS, at=NOON)  # an old click
        assert uow.mailings.ask(LATER) == [batch.id]
        assert uow.mailings.decide_batch(batch.id, send_again=False, by=ELS, at=NOON)
        assert uow.mailings.claim_batch(AFTERWARDS, AFTERWARDS) is None
    assert progress(work).unknown == 2


def test_an_event_also_stops_a_call_that_was_about_to_be_made_again(work: Work, engine: Engine) -> None:
    """Nobody gets it twice: the first call did arrive, though the superuser was told first that nobody knew."""
    approved(work)
    batch = claimed(work)
    settle(work, batch, Outcome.UNKNOWN)
    with work() as uow:
        assert uow.mailings.ask(LATER) == [batch.id]
        assert uow.mailings.decide_batch(batch.id, send_again=True, by=ELS, at=NOON)
        tell(uow, 1, DeliveryState.DELIVERED)
        assert uow.mailings.claim_batch(LATER, AFTERWARDS) is None
    assert states(engine) == ["delivered", "sent"]


def test_a_delivery_stands_for_its_alert_and_its_person(work: Work) -> None:
    alert = approved(work)
    with work() as uow:
        sent = uow.mailings.sent_to(2)
    assert sent
    assert (sent.alert, sent.participant.email) == (alert, "p1@example.nl")


def test_the_claim_of_a_batch_is_marked_before_the_call(work: Work, engine: Engine) -> None:
    approved(work)
    batch = claimed(work)
    with engine.connect() as connection:
        row = connection.execute(select(batches)).one()
    assert (row.id, row.status, row.claimed_until, row.attempts) == (batch.id, "calling", LATER, 1)
    assert replace(batch, attempts=1) == batch


def test_people_are_asked_once_and_only_after_a_while(work: Work) -> None:
    approved(work, people=4, batch_size=2)
    settle(work, claimed(work), Outcome.UNKNOWN)
    settle(work, claimed(work), Outcome.ACCEPTED)
    with work() as uow:
        assert uow.mailings.ask(LATER - timedelta(seconds=1)) == []
        assert uow.mailings.ask(LATER) == [1]
        assert uow.mailings.ask(AFTERWARDS) == []


def test_what_people_left_is_still_settled_by_an_event(work: Work, engine: Engine) -> None:
    approved(work)
    settle(work, claimed(work), Outcome.UNKNOWN)
    with work() as uow:
        assert uow.mailings.ask(LATER) == [1]
        assert uow.mailings.decide_batch(1, send_again=False, by=ELS, at=NOON)
        assert uow.mailings.record_events({2: MailEvent("d2", DeliveryState.PROCESSED, NOON)}).settled == (1,)
        assert uow.mailings.batch_card(1).decision == "settled"
    assert states(engine) == ["sent", "processed"]


def test_a_pause_holds_everything_that_waits_and_nothing_that_does_not(work: Work) -> None:
    approved(work, people=6, batch_size=2)
    first, second = claimed(work), claimed(work)
    settle(work, first, Outcome.FAILED)
    with work() as uow:
        uow.mailings.pause(AFTERWARDS)
        assert uow.mailings.claim_batch(LATER, AFTERWARDS) is None
        assert [uow.mailings.claim_batch(AFTERWARDS, AFTERWARDS) is not None for _ in range(3)] == [True, True, False]
    settle(work, second, Outcome.ACCEPTED)
    assert progress(work).sent == 2


def test_mail_waits_until_every_batch_has_its_answer(work: Work) -> None:
    approved(work, people=4, batch_size=2)
    for outcome, waits in ((Outcome.UNKNOWN, True), (Outcome.REFUSED, False)):
        settle(work, claimed(work), outcome)
        with work() as uow:
            assert uow.mailings.waits(of_alert(1)) is waits
        assert progress(work).done is not waits


def test_a_thousand_events_cost_a_handful_of_statements(work: Work, engine: Engine) -> None:
    approved(work, people=2000)
    settle(work, claimed(work), Outcome.UNKNOWN)
    told = {number: MailEvent(f"d{number}", DeliveryState.DELIVERED, NOON) for number in range(1, 1001)}
    statements: list[str] = []
    listen(engine, "before_cursor_execute", lambda *args: statements.append(args[2]))
    with unit_of_work(engine, Clock())() as uow:
        assert len(uow.mailings.record_events(told).moved) == 1000
        assert uow.mailings.record_events(told).moved == ()
    assert len(statements) < 15
    assert sorted(states(engine)) == ["delivered"] * 1000 + ["planned"] * 1000
