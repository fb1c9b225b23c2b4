"""How far a mailing is, how deliveries move, and how long to wait."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.alerts.mailings import DELIVERY_RANK, DeliveryState, Progress, Subject, backoff, of_alert, of_survey

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
