"""Two superusers at once on one survey, and two citizens: one gets their way, the other is told; no answer is lost."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import product
from threading import Thread

import pytest

from bot.clock import Clock
from bot.domain.alerts.alert_errors import TextChanged, TypeTheNumber
from bot.domain.alerts.mailings import Outcome, of_survey
from bot.domain.alerts.safeguards import Safeguards
from bot.domain.errors import AlreadyDone, SomebodyWasFirst
from bot.domain.participants.people import Colleague, LeaveReason, Role
from bot.domain.surveys.survey_errors import SurveyUnderWay, TooFewToAsk
from bot.domain.surveys.surveys import Answers, Opinion, Statement, Survey, SurveyStatus
from bot.mail.sending.composing import TemplateComposer
from bot.workflow.surveys.surveying import Surveying
from tests.domain.samples import NOON
from tests.storage.things import ELS, LATER, Work, approved, claimed
from tests.workflow.at_once import at_once, holding, told_by

FEMKE = Colleague("U6", "Femke", frozenset({Role.SUPERUSER}))
GITTA = Colleague("U7", "Gitta", frozenset({Role.SUPERUSER}))
GUARDS = Safeguards(timedelta(seconds=30), 1000, frozenset(), 3)


class NextDay(Clock):
    def now(self) -> datetime:
        return NOON + timedelta(days=1)


def surveying(work: Work, guards: Safeguards = GUARDS) -> Surveying:
    composer = TemplateComposer("Amersfoort", "nl", "https://bm.example.nl")
    return Surveying(work, NextDay(), composer, 1000, guards)


def mailed(work: Work, people: int) -> None:
    """So many got an alert yesterday."""
    approved(work, people)
    batch = claimed(work)
    with work() as uow:
        uow.mailings.settle_batch(batch, Outcome.ACCEPTED, "", LATER, NOON)


def asked(work: Work, people: int = 8) -> Survey:
    """A survey that waits for an approval."""
    mailed(work, people)
    use = surveying(work)
    use.file(use.new_form("form")[0], ELS)
    with work() as uow:
        return uow.surveys.get(1)


Act = Callable[[Work, Survey, Colleague], None]
ACTS: dict[str, Act] = {
    "approve": lambda work, survey, by: surveying(work).approve(survey.id, survey.version, by),
    "send back": lambda work, survey, by: surveying(work).send_back(survey.id, survey.version, by, "Te veel"),
    "withdraw": lambda work, survey, _by: surveying(work).withdraw(survey.id, survey.version, ELS),
}
ENDS = {
    "approve": SurveyStatus.APPROVED,
    "send back": SurveyStatus.RETURNED,
    "withdraw": SurveyStatus.WITHDRAWN,
}


@pytest.mark.parametrize(("first", "second"), sorted(product(ACTS, ACTS)))
def test_two_decisions_at_once_are_one(work: Work, first: str, second: str) -> None:
    survey = asked(work)
    told = at_once(
        work,
        lambda work: ACTS[first](work, survey, FEMKE),
        lambda work: ACTS[second](work, survey, GITTA),
    )
    assert len(told) == 1
    assert told[0] in (SomebodyWasFirst, AlreadyDone)
    with work() as uow:
        assert uow.surveys.get(survey.id).status is ENDS[first]
        assert (uow.mailings.progress(of_survey(survey.id)) is not None) is (first == "approve")


def test_who_stops_at_once_with_a_worker_that_calls_is_too_late(work: Work) -> None:
    survey = asked(work)
    ACTS["approve"](work, survey, FEMKE)

    def claim(work: Work) -> None:
        with work() as uow:
            assert uow.mailings.claim_batch(NOON + timedelta(days=2), NOON + timedelta(days=3))

    stop = lambda work: surveying(work).stop(survey.id, survey.version + 1, GITTA)  # noqa: E731
    assert len(at_once(work, claim, stop)) == 1
    with work() as uow:
        assert uow.surveys.get(survey.id).status is SurveyStatus.APPROVED


@pytest.mark.parametrize("act", ACTS)
def test_a_button_that_was_drawn_before_a_stop_does_nothing(work: Work, act: str) -> None:
    survey = asked(work)
    ACTS["approve"](work, survey, FEMKE)
    surveying(work).stop(survey.id, survey.version + 1, ELS)
    assert told_by(lambda: ACTS[act](work, survey, GITTA)) == [TextChanged]
    with work() as uow:
        assert uow.surveys.get(survey.id).status is SurveyStatus.REQUESTED


def test_two_who_ask_for_one_at_once_ask_once(work: Work) -> None:
    mailed(work, 8)
    forms = [surveying(work).new_form(key)[0] for key in ("one", "two")]
    told = at_once(
        work,
        lambda work: surveying(work).file(forms[0], ELS),
        lambda work: surveying(work).file(forms[1], FEMKE),
    )
    assert len(told) == 1
    with work() as uow:
        assert uow.surveys.newest() == uow.surveys.get(1)


def test_none_is_asked_for_while_one_is_out_though_its_form_was_opened_before(work: Work) -> None:
    mailed(work, 12)
    forms = [surveying(work).new_form(key)[0] for key in ("one", "two")]
    surveying(work).file(replace(forms[0], people="6"), ELS)
    surveying(work).approve(1, 1, FEMKE)
    assert told_by(lambda: surveying(work).file(replace(forms[1], people="6"), FEMKE)) == [SurveyUnderWay]


def leave(work: Work, people: int) -> None:
    with work() as uow:
        for number in range(people):
            person = uow.people.find(f"p{number}@example.nl")
            assert person
            assert uow.people.leave(person.id, NOON, LeaveReason.UNSUBSCRIBED)


def test_who_left_since_it_was_asked_for_is_not_asked_and_too_few_are_none(work: Work) -> None:
    survey = asked(work)
    leave(work, 4)
    assert told_by(lambda: ACTS["approve"](work, survey, FEMKE)) == [TooFewToAsk]
    with work() as uow:
        assert uow.surveys.get(survey.id).status is SurveyStatus.REQUESTED
        assert uow.mailings.progress(of_survey(survey.id)) is None


def test_the_number_that_was_typed_is_of_those_who_are_asked(work: Work) -> None:
    survey = asked(work)
    guards = Safeguards(timedelta(), 5, frozenset(), 3)

    def approve(number: str) -> None:
        surveying(work, guards).approve(survey.id, survey.version, FEMKE, number)

    leave(work, 1)
    assert told_by(lambda: approve("8")) == [TypeTheNumber]
    with work() as uow:
        assert uow.mailings.progress(of_survey(survey.id)) is None
    approve("7")


ANSWERS = Answers(dict.fromkeys(Statement, Opinion.AGREE))


def answer(work: Work, survey: Survey, delivery_id: int) -> bool:
    with work() as uow:
        return uow.surveys.answer(survey, delivery_id, ANSWERS)


@pytest.mark.parametrize(("other", "counted"), [(0, 1), (1, 2)])
def test_two_answers_at_once_are_both_counted_and_one_form_twice_is_one(work: Work, other: int, counted: int) -> None:
    survey = asked(work)
    ACTS["approve"](work, survey, FEMKE)
    with work() as uow:
        batch = uow.mailings.claim_batch(NOON + timedelta(days=2), NOON + timedelta(days=3))
        assert batch
        ids = [one.delivery_id for one in uow.mailings.recipients(batch, NOON)]
    told: list[bool] = []
    second = Thread(target=lambda: told.append(answer(work, survey, ids[other])))
    assert answer(holding(work, second), survey, ids[0])
    second.join(20)
    assert told == [counted == 2]
    with work() as uow:
        results = uow.surveys.results(survey.id, NOON.date())
    assert results.answered == counted
    assert {sum(of.values()) for of in results.counts.values()} == {counted}
