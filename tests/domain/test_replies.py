"""What is owed to a reply, and how deliveries move."""

from datetime import timedelta

import pytest

from bot.domain.errors import AnsweredAlready
from bot.domain.mailings import DELIVERY_RANK, DeliveryState, Progress, backoff
from bot.domain.replies import (
    Duty,
    LetterStatus,
    Rating,
    Reply,
    ReplyKind,
    ReplyLabel,
    check_not_answered,
    duties,
)
from tests.domain.test_alerts import NOON


def reply(
    rating: Rating | None = None,
    answer: LetterStatus | None = None,
    bvh: str = "",
    label: ReplyLabel = ReplyLabel.REPLY,
) -> Reply:
    return Reply(
        id=1,
        inbound_id=1,
        alert_id=1,
        delivery_id=1,
        kind=ReplyKind.MAIL,
        label=label,
        received_at=NOON,
        words="Een bus.",
        from_address="noor@example.nl",
        from_name="Noor",
        subject="Re:",
        message_id="<1@example.nl>",
        references="",
        version=1,
        rating=rating,
        answer_status=answer,
        bvh_number=bvh,
    )


SENT = LetterStatus.SENT


@pytest.mark.parametrize(
    ("given", "owed"),
    [
        (reply(), [Duty.RATE, Duty.ANSWER]),
        (reply(Rating.RELEVANT_HERE), [Duty.ANSWER, Duty.RECORD_IN_BVH]),
        (reply(Rating.RELEVANT_ELSEWHERE), [Duty.ANSWER, Duty.RECORD_IN_BVH]),
        (reply(Rating.NOT_RELEVANT), [Duty.ANSWER]),
        (reply(Rating.NOT_RELEVANT, SENT), []),
        (reply(Rating.RELEVANT_HERE, SENT), [Duty.RECORD_IN_BVH]),
        (reply(Rating.RELEVANT_HERE, SENT, "2026-1"), []),
        (reply(label=ReplyLabel.AUTO_REPLY), []),
        (reply(label=ReplyLabel.BOUNCE), []),
    ],
)
def test_what_is_still_to_do(given: Reply, owed: list[Duty]) -> None:
    assert duties(given) == owed


@pytest.mark.parametrize("status", LetterStatus)
def test_an_answer_that_failed_is_owed_again(status: LetterStatus) -> None:
    given = reply(Rating.NOT_RELEVANT, status)
    if status in {LetterStatus.WAITING, LetterStatus.CALLING, LetterStatus.SENT}:
        assert duties(given) == []
        with pytest.raises(AnsweredAlready):
            check_not_answered(given)
    else:
        assert duties(given) == [Duty.ANSWER]
        check_not_answered(given)


def test_deliveries_only_move_forward() -> None:
    assert [*DELIVERY_RANK] == [*DeliveryState]
    assert (
        DELIVERY_RANK[DeliveryState.PLANNED]
        < DELIVERY_RANK[DeliveryState.SENT]
        < DELIVERY_RANK[DeliveryState.DELIVERED]
    )


def test_the_pauses_grow_to_five_minutes() -> None:
    assert [backoff(n) for n in (1, 2, 3)] == [timedelta(seconds=s) for s in (2, 4, 8)]
    assert backoff(50) == timedelta(minutes=5)


def test_a_mailing_is_done_when_nothing_waits() -> None:
    assert not Progress(total=3, sent=2, refused=0, unknown=0).done
    assert Progress(total=3, sent=1, refused=1, unknown=1).done
