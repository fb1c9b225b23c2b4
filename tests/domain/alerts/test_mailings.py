"""How far a mailing is, how deliveries move, and how long to wait."""

from datetime import timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.alerts.mailings import (
    DELIVERY_RANK,
    DeliveryState,
    MailEvent,
    Progress,
    Subject,
    backoff,
    foremost,
    of_alert,
    of_survey,
)
from bot.domain.participants.faults import Fault
from tests.domain.samples import NOON

ORDER = (
    *(DeliveryState.PLANNED, DeliveryState.UNKNOWN, DeliveryState.REFUSED, DeliveryState.SENT),
    *(DeliveryState.PROCESSED, DeliveryState.DEFERRED, DeliveryState.DELIVERED, DeliveryState.BOUNCE),
    *(DeliveryState.DROPPED, DeliveryState.UNSUBSCRIBE, DeliveryState.SPAMREPORT),
)


def test_every_state_has_its_rank() -> None:
    assert tuple(sorted(DELIVERY_RANK, key=lambda state: DELIVERY_RANK[state])) == ORDER
    assert set(ORDER) == set(DeliveryState)


@pytest.mark.parametrize(
    ("attempts", "seconds"), [(0, 1), (1, 2), (2, 4), (3, 8), (7, 128), (8, 256), (9, 300), (10, 300), (10**6, 300)]
)
def test_the_pauses_grow_to_five_minutes(attempts: int, seconds: int) -> None:
    assert backoff(attempts) == timedelta(seconds=seconds)


NUMBER = st.integers(0, 10_000)


@given(NUMBER, NUMBER, NUMBER, NUMBER)
def test_a_mailing_is_done_when_nothing_waits(sent: int, refused: int, unknown: int, waiting: int) -> None:
    progress = Progress(sent + refused + unknown + waiting, sent, refused, unknown)
    assert progress.settled == progress.total - waiting
    assert progress.done is (waiting == 0)


def test_a_mailing_is_of_one_thing() -> None:
    assert of_alert(7) == (Subject.ALERT, 7)
    assert of_survey(7) == (Subject.SURVEY, 7)


def event(state: DeliveryState, fault: Fault | None = None, tag: str = "d1", reason: str = "") -> MailEvent:
    return MailEvent(tag, state, NOON, reason, fault)


DELIVERED, DROPPED = event(DeliveryState.DELIVERED), event(DeliveryState.DROPPED, reason="known to bounce")
FULL, GONE = event(DeliveryState.BOUNCE, Fault.FULL), event(DeliveryState.BOUNCE, Fault.GONE, reason="550 5.1.1")


@pytest.mark.parametrize(
    ("told", "counts"),
    [
        ([DELIVERED, event(DeliveryState.PROCESSED)], DELIVERED),
        ([DELIVERED, GONE], GONE),
        ([FULL, GONE, event(DeliveryState.BOUNCE)], GONE),  # the fault that says most about the address
        ([GONE, DROPPED], MailEvent("d1", DeliveryState.DROPPED, NOON, "known to bounce", Fault.GONE)),
    ],
)
def test_of_several_events_one_counts_in_whatever_order_they_come(told: list[MailEvent], counts: MailEvent) -> None:
    for order in permutations(told):
        assert foremost([*order, *order]) == {"d1": counts}


def test_each_mail_has_its_own_events_and_the_first_of_two_alike_stays() -> None:
    first, again = event(DeliveryState.DEFERRED, reason="first"), event(DeliveryState.DEFERRED, reason="again")
    letter = event(DeliveryState.DELIVERED, tag="l7")
    assert foremost([first, letter, again]) == {"d1": first, "l7": letter}
    assert foremost([]) == {}
