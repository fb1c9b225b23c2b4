"""The rules of a survey: status x action, figures that tell nothing of a few, when it is due."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.alerts.alert_errors import OwnRequest
from bot.domain.errors import AlreadyDone, TimeInFuture, TooLong
from bot.domain.participants.people import Colleague, Role
from bot.domain.surveys.survey_errors import ClosingDate, NotANumberOfPeople
from bot.domain.surveys.surveys import (
    AMOUNT,
    LEAST_ANSWERS,
    LEAST_ASKED,
    LONGEST,
    LONGEST_REMARK,
    MOST_ASKED,
    SHORTEST,
    Amount,
    Answers,
    Counts,
    Opinion,
    Statement,
    SurveyAction,
    SurveyResults,
    SurveyStatus,
    check_closing,
    check_since,
    check_survey_approval,
    is_due,
    next_survey_status,
    parse_people,
    tidy_remark,
    with_answers,
)
from tests.domain.surveys.samples import ELS, PLAN, SURVEY, TODAY

FEMKE = Colleague("U6", "Femke", frozenset({Role.SUPERUSER}))
FOLLOWS = {
    SurveyStatus.REQUESTED: {"approved": "approved", "returned": "returned", "withdrawn": "withdrawn"},
    SurveyStatus.APPROVED: {"stopped": "requested"},
}


@pytest.mark.parametrize("status", SurveyStatus)
@pytest.mark.parametrize("action", SurveyAction)
def test_every_status_by_every_action(status: SurveyStatus, action: SurveyAction) -> None:
    survey = replace(SURVEY, status=status)
    if following := FOLLOWS.get(status, {}).get(action):
        assert next_survey_status(survey, action) == following
    else:
        with pytest.raises(AlreadyDone):
            next_survey_status(survey, action)


def test_somebody_else_approves_while_there_is_time() -> None:
    check_survey_approval(SURVEY, FEMKE, TODAY)
    with pytest.raises(OwnRequest):
        check_survey_approval(SURVEY, ELS, TODAY)
    with pytest.raises(ClosingDate):
        check_survey_approval(SURVEY, FEMKE, PLAN.closes_on)


@pytest.mark.parametrize(("days", "fine"), [(2, False), (3, True), (90, True), (91, False)])
def test_the_closing_date(days: int, fine: bool) -> None:
    if fine:
        assert check_closing(TODAY + timedelta(days=days), TODAY)
    else:
        with pytest.raises(ClosingDate):
            check_closing(TODAY + timedelta(days=days), TODAY)


@pytest.mark.parametrize(
    ("status", "day", "is_open", "under_way"),
    [
        (SurveyStatus.REQUESTED, TODAY, False, True),
        (SurveyStatus.APPROVED, TODAY, True, True),
        (SurveyStatus.SENT, PLAN.closes_on, True, True),
        (SurveyStatus.SENT, PLAN.closes_on + timedelta(days=1), False, False),
        (SurveyStatus.RETURNED, TODAY, False, False),
        (SurveyStatus.WITHDRAWN, TODAY, False, False),
    ],
)
def test_when_it_can_be_filled_in(status: SurveyStatus, day: date, is_open: bool, under_way: bool) -> None:
    survey = replace(SURVEY, status=status)
    assert (survey.is_open(day), survey.is_under_way(day)) == (is_open, under_way)


@pytest.mark.parametrize(("typed", "people"), [("500", 500), (" 1.000 ", 1000), ("2 000", 2000), ("5", 5)])
def test_a_number_of_people(typed: str, people: int) -> None:
    assert parse_people(typed) == people


@given(st.text(max_size=12))
def test_whatever_is_typed_is_a_number_within_bounds_or_refused(typed: str) -> None:
    with suppress(NotANumberOfPeople):
        assert LEAST_ANSWERS <= parse_people(typed) <= 2000


def test_a_form_says_which_of_its_fields_is_wrong_and_by_what() -> None:
    with pytest.raises(NotANumberOfPeople) as people:
        parse_people("1")
    assert (people.value.field, people.value.values) == ("people", {"least": LEAST_ASKED, "most": MOST_ASKED})
    assert tidy_remark(f"  {'x' * LONGEST_REMARK}\n") == "x" * LONGEST_REMARK
    with pytest.raises(TooLong) as remark:
        tidy_remark("x" * (LONGEST_REMARK + 1))
    values = {"length": LONGEST_REMARK + 1, "most": LONGEST_REMARK}
    assert (remark.value.field, remark.value.values) == ("remark", values)
    assert check_since(TODAY, TODAY) == TODAY
    with pytest.raises(TimeInFuture) as since:
        check_since(TODAY + timedelta(days=1), TODAY)
    assert since.value.field == "since"
    with pytest.raises(ClosingDate) as closing:
        check_closing(TODAY, TODAY)
    bounds = {"first": (TODAY + SHORTEST).isoformat(), "last": (TODAY + LONGEST).isoformat()}
    assert (closing.value.field, closing.value.values) == ("closes_on", bounds)


def test_what_was_left_open_is_no_choice() -> None:
    opinions = dict.fromkeys(Statement, Opinion.AGREE)
    chosen = {str(statement): "agree" for statement in Statement}
    assert Answers(opinions).choices() == chosen
    for amount in Amount:
        assert Answers(opinions, amount).choices() == chosen | {AMOUNT: str(amount)}


@given(
    st.lists(
        st.builds(
            Answers,
            st.fixed_dictionaries({statement: st.sampled_from(Opinion) for statement in Statement}),
            st.none() | st.sampled_from(Amount),
        )
    )
)
def test_counts_are_the_sum_of_the_forms_in_any_order(forms: list[Answers]) -> None:
    counts: Counts = {}
    backwards: Counts = {}
    for one, other in zip(forms, reversed(forms), strict=True):
        counts, backwards = with_answers(counts, one), with_answers(backwards, other)
    assert counts == backwards
    for statement in Statement:
        assert sum(counts.get(statement, {}).values()) == len(forms)
    assert sum(counts.get(AMOUNT, {}).values()) == sum(form.amount is not None for form in forms)


def results(answered: int, **clear: int) -> SurveyResults:
    return SurveyResults(8, answered, {Statement.CLEAR: clear})


def test_a_share_is_of_those_who_have_an_opinion_rounded_half_up() -> None:
    given_ = results(10, agree=3, strongly_agree=2, neutral=3, no_opinion=2).of(Statement.CLEAR)
    assert (given_.n, given_.agreeing.per(), given_.is_told) == (8, Decimal("62.5"), True)
    assert results(7, agree=2, neutral=5).of(Statement.CLEAR).agreeing.per() == Decimal("28.6")
    assert results(9).of(Statement.EASY).agreeing.per() is None
    assert results(3).response.per() == Decimal("37.5")
    assert SurveyResults(0, 0, {}).response.per() is None


@pytest.mark.parametrize(("answered", "opinions", "told"), [(4, 4, False), (5, 5, True), (9, 4, False)])
def test_of_fewer_than_five_nothing_is_told(answered: int, opinions: int, told: bool) -> None:
    came = results(answered, agree=opinions, no_opinion=answered - opinions)
    assert came.of(Statement.CLEAR).is_told is told
    assert came.is_told is (answered >= 5)
    if answered < 5:
        assert came.of(Statement.CLEAR).counts == {}


@pytest.mark.parametrize(
    ("days", "every", "times"), [(181, 182, 0), (182, 182, 1), (364, 182, 2), (9, 0, 0), (-5, 1, 0)]
)
def test_due(days: int, every: int, times: int) -> None:
    assert is_due(TODAY - timedelta(days=days), TODAY, every) == times
