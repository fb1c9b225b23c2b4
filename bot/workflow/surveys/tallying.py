"""What came of a survey: told to who asks, shown to the superusers, and its open answers erased in time."""

from datetime import time, timedelta
from typing import Final

from bot.clock import Clock, local
from bot.domain.participants.people import Colleague
from bot.domain.surveys.survey_errors import NoSurveyYet, StillOpen, TooFewAnswers
from bot.domain.surveys.surveys import LEAST_ANSWERS, WENT_OUT, OpenQuestion, Survey, SurveyStatus, is_due
from bot.records.outbox import Task
from bot.records.surveys import ResultsCard, Words
from bot.workflow.times import DUTCH_DAYS
from storage.unit_of_work import UnitOfWork, Work

PAGE: Final = 8
REMINDERS_A_SURVEY: Final = 1000


class Tallying:
    """Before its last day is over, and below LEAST_ANSWERS answers, nobody is told any."""

    def __init__(self, work: Work, clock: Clock, report_at: time, every_days: int, words_days: int) -> None:
        self._work = work
        self._clock = clock
        self._report_at = report_at
        self._every_days = every_days
        self._words_days = timedelta(days=words_days)

    def newest(self) -> ResultsCard | None:
        """The survey that waits or is out, else the last one that was; None before the first."""
        with self._work() as uow:
            survey = uow.surveys.newest(SurveyStatus.REQUESTED) or uow.surveys.newest(*WENT_OUT)
            return self._card(uow, survey) if survey else None

    def card(self, survey_id: int) -> ResultsCard:
        """One survey's."""
        with self._work() as uow:
            return self._card(uow, uow.surveys.get(survey_id))

    def _card(self, uow: UnitOfWork, survey: Survey) -> ResultsCard:
        now = self._clock.now()
        return ResultsCard(
            survey,
            uow.surveys.results(survey.id, local(now).date()),
            now,
            uow.surveys.picture(survey.id),
            under_way=survey.is_under_way(local(now).date()),
            link=uow.outbox.link(Task.SHOW_SURVEY, survey.id),
        )

    def share(self, survey_id: int, colleague: Colleague) -> None:
        """Post the results in the supervision channel, or mend what stands there; StillOpen, TooFewAnswers."""
        with self._work() as uow:
            self._check_told(uow, survey_id)
            survey = uow.surveys.get(survey_id)
            uow.audit.record(colleague.id, "shared_survey", survey.reference, self._clock.now())
            self._owe_results(uow, survey_id)

    def words(self, survey_id: int, question: OpenQuestion, page: int, colleague: Colleague) -> Words:
        """A page of the answers to an open question; the look is recorded. StillOpen, TooFewAnswers."""
        with self._work() as uow:
            survey = uow.surveys.get(survey_id)
            if not survey.went_out:
                raise NoSurveyYet
            self._check_told(uow, survey_id)
            said = uow.surveys.words(survey_id, question)
            uow.audit.record(colleague.id, "read_survey", survey.reference, self._clock.now(), question=question)
        pages = max(1, -(-len(said) // PAGE))
        page = min(max(page, 0), pages - 1)
        return Words(survey, question, tuple(said[page * PAGE : (page + 1) * PAGE]), page, pages, len(said))

    def keep_up(self) -> None:
        """What the clock brings: a survey is due, one is over, open answers have been kept long enough."""
        now = self._clock.now()
        today = local(now).date()
        with self._work() as uow:
            for survey_id in uow.surveys.over(today):
                if uow.surveys.mark_told(survey_id, now):
                    self._owe_results(uow, survey_id)
            for survey_id in uow.surveys.erase_words(today - self._words_days, now):
                uow.audit.record("burgernetmail", "erased_survey_words", uow.surveys.get(survey_id).reference, now)
            if local(now).time() >= self._report_at and DUTCH_DAYS.is_desk_day(today):
                self._remind(uow)

    def _remind(self, uow: UnitOfWork) -> None:
        """Once a term since the last survey (or, before the first, since the first mail); nobody is asked by it."""
        waits, last = uow.surveys.newest(SurveyStatus.REQUESTED), uow.surveys.newest(*WENT_OUT)
        anchor = last.plan.closes_on if last else (at := uow.surveys.first_mail()) and local(at).date()
        if waits or anchor is None:
            return
        terms = is_due(anchor, local(self._clock.now()).date(), self._every_days)
        number = (last.id if last else 0) * REMINDERS_A_SURVEY + terms
        if terms and not uow.outbox.message(Task.SHOW_SURVEY_DUE, number):
            uow.outbox.owe(Task.SHOW_SURVEY_DUE, number)

    def _check_told(self, uow: UnitOfWork, survey_id: int) -> None:
        results = uow.surveys.results(survey_id, local(self._clock.now()).date())
        if results.is_open:
            raise StillOpen
        if not results.is_told:
            raise TooFewAnswers(least=LEAST_ANSWERS)

    def _owe_results(self, uow: UnitOfWork, survey_id: int) -> None:
        uow.outbox.owe(Task.SHOW_SURVEY_RESULTS, survey_id)
        if uow.surveys.results(survey_id, local(self._clock.now()).date()).is_told:
            uow.outbox.owe(Task.DRAW_SURVEY, survey_id)
