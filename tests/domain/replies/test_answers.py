"""Whether a citizen has their answer: given once, given again, by phone, to the words that they wrote last."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.domain.replies.replies import (
    Duty,
    LetterStatus,
    Rating,
    Reply,
    ReplyLabel,
    check_not_answered,
    check_still_owed,
    duties,
    is_answered,
    is_erased,
    is_handled,
    is_reopened,
    is_settled,
    may_be_spoken,
    seen_of,
)
from bot.domain.replies.reply_errors import AnsweredAlready, RatingChanged
from tests.domain.samples import NOON, reply

SECOND = timedelta(seconds=1)
ANSWERED = replace(
    reply(Rating.NOT_RELEVANT, LetterStatus.SENT), answered_at=NOON, answered_by_name="Bram", rated_by_name="Carla"
)


@pytest.mark.parametrize(
    ("reopened", "answered", "again"),
    [
        (None, NOON, False),
        (NOON + SECOND, NOON, True),
        (NOON, NOON, False),  # in the same second: those words were answered
        (NOON - SECOND, NOON, False),
        (NOON, None, True),
    ],
)
def test_who_writes_on_after_the_answer_is_owed_another(
    reopened: datetime | None, answered: datetime | None, again: bool
) -> None:
    given = replace(ANSWERED, reopened_at=reopened, answered_at=answered)
    assert is_reopened(given) is again
    assert is_answered(given) is not again
    assert is_handled(given) is not again
    assert (Duty.ANSWER in duties(given)) is again


@pytest.mark.parametrize(
    ("reopened", "gone"), [(None, True), (NOON - SECOND, True), (NOON, True), (NOON + SECOND, False)]
)
def test_erased_words_ask_for_nothing_and_new_ones_do(reopened: datetime | None, gone: bool) -> None:
    given = replace(reply(), erased_at=NOON, reopened_at=reopened)
    assert is_erased(given) is gone
    assert (duties(given) == []) is gone
    assert not is_erased(replace(given, erased_at=None))


def test_what_no_citizen_wrote_is_never_handled() -> None:
    assert is_handled(ANSWERED)
    assert not is_handled(replace(ANSWERED, label=ReplyLabel.BOUNCE))
    assert not is_handled(reply())


@pytest.mark.parametrize(
    ("given", "settled"),
    [
        (reply(Rating.NOT_RELEVANT, LetterStatus.SENT), True),
        (reply(Rating.NOT_RELEVANT, LetterStatus.SPOKEN), True),
        (reply(None, LetterStatus.SENT), False),
        (reply(Rating.NOT_RELEVANT), False),
        (reply(Rating.NOT_RELEVANT, LetterStatus.BOUNCED), False),
        (reply(Rating.RELEVANT_HERE, LetterStatus.SENT), False),
        (reply(Rating.RELEVANT_HERE, LetterStatus.SENT, "2026-1"), True),
        (reply(Rating.RELEVANT_ELSEWHERE, LetterStatus.SENT), False),
        (replace(ANSWERED, reopened_at=NOON + SECOND), True),  # what comes afterwards does not count
    ],
)
def test_what_the_figures_call_handled(given: Reply, settled: bool) -> None:
    assert is_settled(given) is settled


LOST = {LetterStatus.REFUSED, LetterStatus.BOUNCED, LetterStatus.UNKNOWN, LetterStatus.LEFT}


@pytest.mark.parametrize("letter", ["answer_status", "acknowledgement_status", "question_status"])
@pytest.mark.parametrize("status", LetterStatus)
def test_a_citizen_whom_no_mail_reached_may_be_answered_by_phone(letter: str, status: LetterStatus) -> None:
    given = replace(reply(), **{letter: status})  # type: ignore[arg-type]  # all three are statuses
    assert may_be_spoken(given) is (status in LOST)


def test_whose_mail_arrived_is_not() -> None:
    assert not may_be_spoken(reply())


def test_an_answer_goes_out_once_each_time_it_is_owed() -> None:
    seen = seen_of(replace(ANSWERED, answer_status=None, answered_at=None), Rating.NOT_RELEVANT)
    with pytest.raises(AnsweredAlready) as told:
        check_still_owed(ANSWERED, seen)
    assert told.value.values == {"name": "Bram"}
    with pytest.raises(AnsweredAlready) as told:
        check_not_answered(ANSWERED)
    assert told.value.values == {"name": "Bram"}

    reopened = replace(ANSWERED, reopened_at=NOON + SECOND)
    check_still_owed(reopened, seen_of(reopened, Rating.NOT_RELEVANT))
    bounced = replace(ANSWERED, answer_status=LetterStatus.BOUNCED)
    with pytest.raises(AnsweredAlready) as told:  # a colleague's answer bounced while this one was being written
        check_still_owed(bounced, seen)
    assert (told.value.field, told.value.values) == ("answer", {"name": "Bram"})


def test_an_answer_written_for_another_rating_stays_in_its_form() -> None:
    owed = replace(ANSWERED, answer_status=None, answered_at=None)
    check_still_owed(owed, seen_of(owed, Rating.NOT_RELEVANT))
    with pytest.raises(RatingChanged) as told:
        check_still_owed(owed, seen_of(owed, Rating.RELEVANT_HERE))
    assert (told.value.field, told.value.values) == ("answer", {"name": "Carla"})
