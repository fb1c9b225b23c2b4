"""What is wrong with a form about a reply is told at the field where it is mended."""

from datetime import UTC, datetime
from typing import cast

import pytest

from bot.domain.errors import ChoiceNeeded, EmptyField, InvalidBvhNumber, Refusal, TooLong
from bot.domain.form_errors import FormErrors
from bot.domain.participants.people import Colleague, Role
from bot.domain.replies.replies import LetterStatus, Rating, Reply
from bot.domain.replies.reply_errors import AnsweredAlready, ChooseOtherCase, NotRatedYet
from bot.workflow.leads.escalating import LONGEST_NOTE, tidy_note
from bot.workflow.replies.calling import CallbackForm, _check_may_answer, _checked
from bot.workflow.replies.placing import TYPED, UNKNOWN, Placing
from bot.workflow.replies.triaging import Triaging
from storage.unit_of_work import Work
from tests.domain.samples import NOON, reply

CARLA = Colleague("U3", "Carla", frozenset({Role.RESPONDER}))


def nobody_asks() -> Work:
    raise AssertionError("refused before anything is read")


@pytest.mark.parametrize(
    ("choice", "typed", "refusal", "field"),
    [
        ("", "", ChoiceNeeded, "case"),
        ("", "2026-1234", ChoiceNeeded, "case"),
        ("7", "2026-1234", ChooseOtherCase, "other_case"),  # a case was chosen, and another typed
        (UNKNOWN, "2026-1234", ChooseOtherCase, "other_case"),
        (TYPED, "  ", EmptyField, "other_case"),
        (TYPED, "niet bekend!", InvalidBvhNumber, "other_case"),
    ],
)
def test_another_case(choice: str, typed: str, refusal: type[Refusal], field: str) -> None:
    placing = Placing(cast(Work, nobody_asks), cast(Triaging, None))
    with pytest.raises(refusal) as told:
        placing.rate_elsewhere(1, choice, typed, CARLA)
    assert told.value.field == field


@pytest.mark.parametrize(
    ("given", "said", "refusal", "field"),
    [
        (reply(Rating.NOT_RELEVANT), "", EmptyField, "said"),
        (reply(), "Verteld hoe het afliep.", NotRatedYet, "said"),
        (reply(Rating.NOT_RELEVANT, LetterStatus.SENT), "Verteld hoe het afliep.", AnsweredAlready, ""),
    ],
)
def test_what_was_said_by_phone(given: Reply, said: str, refusal: type[Refusal], field: str) -> None:
    with pytest.raises(refusal) as told:
        _check_may_answer(given, said)
    assert told.value.field == field
    _check_may_answer(reply(Rating.NOT_RELEVANT), "Verteld hoe het afliep.")


@pytest.mark.parametrize(
    ("phone", "day", "hour", "fields"),
    [
        ("", "2026-01-13", "14:30", ["phone", "time"]),
        ("06 12345678", "14 januari", "14:30", ["day"]),
        ("06 12345678", "2026-01-14", "half drie", ["time"]),
        ("06 12345678", "2026-01-14", "13:00", ["time"]),  # now
        ("06 12345678", "2026-03-29", "02:30", ["time"]),  # the hour that spring skips
    ],
)
def test_a_call_that_is_promised(phone: str, day: str, hour: str, fields: list[str]) -> None:
    with pytest.raises(FormErrors) as told:
        _checked(CallbackForm(1, phone, day, hour), NOON)
    assert [refusal.field for refusal in told.value.refusals] == fields


def test_a_moment_to_come_is_kept_as_it_is_here() -> None:
    assert _checked(CallbackForm(1, " 06 12345678 ", "2026-01-14", "14:30"), NOON) == (
        "06 12345678",
        datetime(2026, 1, 14, 13, 30, tzinfo=UTC),
    )


def test_a_note_of_the_burglary_team() -> None:
    assert tidy_note(f" {'x' * LONGEST_NOTE}\n") == "x" * LONGEST_NOTE
    with pytest.raises(TooLong) as told:
        tidy_note("x" * (LONGEST_NOTE + 1))
    assert told.value.field == "note"
    assert told.value.values == {"length": LONGEST_NOTE + 1, "most": LONGEST_NOTE}
