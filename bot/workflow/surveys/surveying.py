"""Asking the citizens: a superuser asks for a survey, another approves it; then it goes out as an alert does."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from bot.clock import Clock, local, start_of
from bot.domain.alerts.alert_errors import GoingOut, NotYourRequest, TextChanged
from bot.domain.alerts.mailings import of_survey
from bot.domain.alerts.safeguards import Safeguards
from bot.domain.errors import AlreadyDone, InvalidDate, Refusal, SomebodyWasFirst
from bot.domain.form_errors import FormErrors
from bot.domain.guard.kept import reason_of
from bot.domain.participants.people import Colleague
from bot.domain.surveys.survey_errors import SurveyUnderWay, TooFewToAsk
from bot.domain.surveys.surveys import (
    ASKED_AGAIN_AFTER,
    LEAST_ANSWERS,
    OPEN_FOR,
    PERIOD,
    SENSIBLE,
    WENT_OUT,
    Survey,
    SurveyAction,
    SurveyPlan,
    SurveyStatus,
    check_closing,
    check_since,
    check_survey_approval,
    next_survey_status,
    parse_people,
    tidy_remark,
)
from bot.records.chat import Note
from bot.records.outbox import Task
from bot.records.surveys import SurveyQuestion
from bot.workflow.mail_ports import Composer
from bot.workflow.owing import N_, owe_note
from storage.unit_of_work import UnitOfWork, Work

T = TypeVar("T")


@dataclass(frozen=True)
class SurveyForm:
    """The form as it is shown or typed, nothing checked; days as 2026-01-31."""

    form_key: str
    people: str
    since: str
    closes_on: str
    remark: str = ""


@dataclass(frozen=True)
class SurveyPreview:
    """What is looked at before a request is filed: how many are drawn of how many, and the mail."""

    form: SurveyForm
    plan: SurveyPlan
    eligible: int
    mail_text: str


class Surveying:
    """Every action is a compare-and-set, as with alerts; the program never asks anybody by itself."""

    def __init__(self, work: Work, clock: Clock, composer: Composer, batch_size: int, safeguards: Safeguards) -> None:
        self._work = work
        self._clock = clock
        self._composer = composer
        self._batch_size = batch_size
        self._safeguards = safeguards

    def new_form(self, form_key: str) -> tuple[SurveyForm, int]:
        """The form with what is sensible in it, and how many may be asked; SurveyUnderWay where there is one."""
        today = self._today()
        with self._work() as uow:
            _check_none_under_way(uow, today)
            eligible = self._eligible(uow, today - PERIOD)
        people = min(eligible, SENSIBLE)
        since, closes_on = (today - PERIOD).isoformat(), (today + OPEN_FOR).isoformat()
        return SurveyForm(form_key, str(people), since, closes_on), eligible

    def preview(self, form: SurveyForm) -> SurveyPreview:
        """Check the form; FormErrors names each field that is wrong."""
        plan = _plan_of(form, self._today())
        with self._work() as uow:
            _check_none_under_way(uow, self._today())
            eligible = self._enough(uow, plan)
        text = self._composer.as_read(self._composer.survey(plan.closes_on))
        return SurveyPreview(form, plan, eligible, text)

    def file(self, form: SurveyForm, colleague: Colleague) -> None:
        """Ask a colleague for their approval; the same form a second time changes nothing."""
        plan, now = _plan_of(form, self._today()), self._clock.now()
        with self._work() as uow:
            _check_none_under_way(uow, self._today())
            self._enough(uow, plan)
            survey_id = uow.surveys.add(form.form_key, plan, colleague, now)
            if survey_id is None:
                raise AlreadyDone
            survey = uow.surveys.get(survey_id)
            uow.audit.record(colleague.id, "asked_for_survey", survey.reference, now, people=plan.people)
            uow.outbox.owe(Task.SHOW_SURVEY, survey_id)

    def question(self, survey_id: int, seen_version: int, colleague: Colleague) -> SurveyQuestion:
        """The survey that this colleague may approve now, as it will be read, and how many people get it."""
        with self._work() as uow:
            survey = self._to_approve(uow, survey_id, seen_version, colleague)
            people = min(survey.plan.people, self._enough(uow, survey.plan))
        return SurveyQuestion(survey, people, self._as_read(survey), self._safeguards.asks_number(people))

    def mail(self, survey_id: int) -> tuple[Survey, str]:
        """A survey, and its mail as it is read."""
        with self._work() as uow:
            survey = uow.surveys.get(survey_id)
        return survey, self._as_read(survey)

    def _as_read(self, survey: Survey) -> str:
        return self._composer.as_read(self._composer.survey(survey.plan.closes_on))

    def approve(self, survey_id: int, seen_version: int, colleague: Colleague, number: str | None = None) -> None:
        """Draw whom to ask and have the mails sent after the hold; `number` is theirs, as typed where asked for."""
        now, guards = self._clock.now(), self._safeguards
        with self._work() as uow:
            survey = self._to_approve(uow, survey_id, seen_version, colleague)
            if not uow.surveys.move(survey, next_survey_status(survey, SurveyAction.APPROVE), colleague):
                raise _was_first(uow.surveys.get(survey_id), colleague)
            since, asked_before = start_of(survey.plan.since), now - ASKED_AGAIN_AFTER
            people = uow.surveys.plan(survey, since, asked_before, self._batch_size, now, guards.hold)
            if people < LEAST_ANSWERS:
                raise TooFewToAsk(n=people, least=LEAST_ANSWERS)
            guards.check_number(people, number)
            uow.audit.record(colleague.id, SurveyAction.APPROVE, survey.reference, now, recipients=people)
            values = {"name": colleague.name, "n": str(people)}
            self._told(uow, survey_id, Note(N_("{name} approved the mail. Recipients: {n}."), values))

    def stop(self, survey_id: int, seen_version: int, colleague: Colleague) -> None:
        """Take it back while nothing of it went out: it waits for an approval again, and others will be drawn."""
        with self._work() as uow:
            survey = _as_seen(uow, survey_id, seen_version, SurveyAction.STOP, colleague)
            if not uow.mailings.take_back(of_survey(survey_id)):
                raise GoingOut
            told = N_("{name} stopped the mail of {requester}. Nothing went out; it waits for approval again.")
            self._decide(uow, survey, SurveyAction.STOP, colleague, Note(told, {"name": colleague.name}))

    def open_for(self, survey_id: int, seen_version: int, colleague: Colleague) -> Survey:
        """A survey that may go back now, for the form that asks why."""
        with self._work() as uow:
            return _as_seen(uow, survey_id, seen_version, SurveyAction.RETURN, colleague)

    def send_back(self, survey_id: int, seen_version: int, colleague: Colleague, reason: str) -> None:
        """It lapses, with the reason: who asked for it fills in a new form."""
        why = reason_of(reason)
        told = N_("{name} sent the request back to {requester}:")
        with self._work() as uow:
            survey = _as_seen(uow, survey_id, seen_version, SurveyAction.RETURN, colleague)
            note = Note(told, {"name": colleague.name}, text=why)
            self._decide(uow, survey, SurveyAction.RETURN, colleague, note)

    def own(self, survey_id: int, seen_version: int, colleague: Colleague) -> Survey:
        """A survey that its requester may take back now, for the form that asks whether they are sure."""
        with self._work() as uow:
            return _own(uow, survey_id, seen_version, colleague)

    def withdraw(self, survey_id: int, seen_version: int, colleague: Colleague) -> None:
        """The requester takes it back."""
        with self._work() as uow:
            survey = _own(uow, survey_id, seen_version, colleague)
            note = Note(N_("{name} withdrew the request."), {"name": colleague.name})
            self._decide(uow, survey, SurveyAction.WITHDRAW, colleague, note)

    def _decide(self, uow: UnitOfWork, survey: Survey, action: SurveyAction, colleague: Colleague, note: Note) -> None:
        if not uow.surveys.move(survey, next_survey_status(survey, action), colleague, note.text):
            raise _was_first(uow.surveys.get(survey.id), colleague)
        said = {"reason": note.text} if note.text else None
        uow.audit.record(colleague.id, action, survey.reference, self._clock.now(), said)
        self._told(uow, survey.id, note.mentioning("requester", survey.requester_id))

    def _told(self, uow: UnitOfWork, survey_id: int, note: Note) -> None:
        owe_note(uow, Task.SURVEY_NOTE, survey_id, note)
        uow.outbox.owe(Task.SHOW_SURVEY, survey_id)

    def _to_approve(self, uow: UnitOfWork, survey_id: int, seen_version: int, colleague: Colleague) -> Survey:
        survey = _as_seen(uow, survey_id, seen_version, SurveyAction.APPROVE, colleague)
        check_survey_approval(survey, colleague, self._today())
        return survey

    def _enough(self, uow: UnitOfWork, plan: SurveyPlan) -> int:
        """How many may be asked; so few that answers could be told apart are not."""
        eligible = self._eligible(uow, plan.since)
        if eligible < LEAST_ANSWERS:
            raise TooFewToAsk("since", n=eligible, least=LEAST_ANSWERS)
        return eligible

    def _eligible(self, uow: UnitOfWork, since: date) -> int:
        return eligible_now(uow, since, self._clock.now())

    def _today(self) -> date:
        return local(self._clock.now()).date()


def eligible_now(uow: UnitOfWork, since: date, now: datetime) -> int:
    """How many people may be drawn now."""
    return uow.surveys.eligible(start_of(since), now - ASKED_AGAIN_AFTER)


def _own(uow: UnitOfWork, survey_id: int, seen_version: int, colleague: Colleague) -> Survey:
    survey = _as_seen(uow, survey_id, seen_version, SurveyAction.WITHDRAW, colleague)
    if colleague.id != survey.requester_id:
        raise NotYourRequest(name=survey.requester_name)
    return survey


def _check_none_under_way(uow: UnitOfWork, today: date) -> None:
    for survey in (uow.surveys.newest(SurveyStatus.REQUESTED), uow.surveys.newest(*WENT_OUT)):
        if survey and survey.is_under_way(today):
            raise SurveyUnderWay(reference=survey.reference)


def _as_seen(uow: UnitOfWork, survey_id: int, seen_version: int, action: SurveyAction, colleague: Colleague) -> Survey:
    """The survey, where the action is still possible on the version that was seen."""
    survey = uow.surveys.get(survey_id)
    try:
        next_survey_status(survey, action)
    except AlreadyDone:
        raise _was_first(survey, colleague) from None
    if survey.version != seen_version:
        raise TextChanged
    return survey


def _was_first(survey: Survey, colleague: Colleague) -> SomebodyWasFirst | AlreadyDone:
    name = survey.decided_by_name
    return SomebodyWasFirst(name=name) if name and name != colleague.name else AlreadyDone()


def _plan_of(form: SurveyForm, today: date) -> SurveyPlan:
    """The form, checked; FormErrors with all that is wrong."""
    refusals: list[Refusal] = []

    def checked(check: Callable[[], T], otherwise: T) -> T:
        try:
            return check()
        except Refusal as refusal:
            refusals.append(refusal)
            return otherwise

    plan = SurveyPlan(
        checked(lambda: parse_people(form.people), 0),
        checked(lambda: check_since(_day("since", form.since), today), today),
        checked(lambda: check_closing(_day("closes_on", form.closes_on), today), today),
        checked(lambda: tidy_remark(form.remark), ""),
    )
    if refusals:
        raise FormErrors(refusals)
    return plan


def _day(field: str, typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise InvalidDate(field) from None
