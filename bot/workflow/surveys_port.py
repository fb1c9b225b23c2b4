"""What surveys ask of the database and the chat; see ports.py."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Protocol

from bot.domain.mailings import Progress
from bot.domain.people import Colleague
from bot.domain.surveys import Answers, OpenQuestion, Survey, SurveyPlan, SurveyResults, SurveyStatus
from bot.workflow.cards import MessageRef


@dataclass(frozen=True)
class SurveyCard:
    """A survey on its message in the supervision channel; `eligible` people may be drawn from."""

    survey: Survey
    eligible: int
    mail_text: str
    progress: Progress | None
    held_until: datetime | None
    asks_number: bool = False


@dataclass(frozen=True)
class ResultsCard:
    """What came of a survey, for the channel or for who asks; `under_way`: another can't be asked for yet."""

    survey: Survey
    results: SurveyResults
    as_of: datetime
    picture_file_id: str = ""
    under_way: bool = False
    link: str = ""
    """Of the request's message."""

    def without_picture(self) -> "ResultsCard":
        """For a chat that can't show it (yet)."""
        return replace(self, picture_file_id="")


@dataclass(frozen=True)
class Words:
    """A page of open answers, counted from 0, and how many there are in all."""

    survey: Survey
    question: OpenQuestion
    words: tuple[str, ...]
    page: int
    pages: int
    total: int


class Surveys(Protocol):
    """Requests for surveys, and what citizens answered: as counts, and as words without an author."""

    def eligible(self, since: datetime, asked_before: datetime) -> int:
        """How many got an alert from `since` on, take part still, and were not asked from `asked_before` on."""

    def add(self, form_key: str, plan: SurveyPlan, by: Colleague, at: datetime) -> int | None:
        """File a request; None where this form was filed before, or another request waits."""

    def get(self, survey_id: int) -> Survey:
        """A survey."""

    def find(self, survey_id: int) -> Survey | None:
        """A survey that went out; None where there is none of this number."""

    def newest(self, *statuses: SurveyStatus) -> Survey | None:
        """The newest of those in these statuses; of all where none is named."""

    def move(self, survey: Survey, to: SurveyStatus, by: Colleague, reason: str = "") -> bool:
        """Compare and set on status and version; False where somebody was first. Approving makes them the approver."""

    def mark_sent(self, survey_id: int, at: datetime) -> bool:
        """All mails left; once."""

    def plan(
        self, survey: Survey, since: datetime, asked_before: datetime, batch_size: int, at: datetime, hold: timedelta
    ) -> int:
        """Draw whom to ask, each with the same chance, and write the ledger; the number of people."""

    def of_delivery(self, delivery_id: int) -> Survey | None:
        """The survey that this mail asked for; None for any other mail."""

    def is_used(self, delivery_id: int) -> bool:
        """Whether somebody answered by the link of this mail."""

    def answer(self, survey: Survey, delivery_id: int, answers: Answers) -> bool:
        """Use the link up and count the answers, with nothing between the two; False where it was used before."""

    def results(self, survey_id: int) -> SurveyResults:
        """What came of it so far."""

    def words(self, survey_id: int, question: OpenQuestion) -> Sequence[str]:
        """The answers to an open question, in an order that says nothing."""

    def picture(self, survey_id: int) -> str:
        """The uploaded picture of its results, empty where there is none."""

    def set_picture(self, survey_id: int, file_id: str) -> None:
        """Remember it."""

    def over(self, today: date) -> list[int]:
        """Surveys that went out and are closed, whose results were not owed to the channel yet."""

    def mark_told(self, survey_id: int, at: datetime) -> bool:
        """Once."""

    def erase_words(self, closed_before: date, at: datetime) -> list[int]:
        """Take out the open answers of surveys that closed before this day; the surveys that had not been erased."""

    def first_mail(self) -> datetime | None:
        """When the first alert of all was mailed."""


class SurveyChat(Protocol):
    """Surveys in the supervision channel; raises as Chat does."""

    def show_survey(self, card: SurveyCard, at: MessageRef | None, key: str) -> MessageRef:
        """Post or update a request."""

    def show_due(self, at: MessageRef | None, key: str) -> MessageRef:
        """Post or update the reminder that a survey is due."""

    def show_results(self, card: ResultsCard, at: MessageRef | None, key: str) -> MessageRef:
        """Post or update what came of it; PictureRefused where it may go without its picture."""


class SurveyCharts(Protocol):
    """Draws what came of a survey."""

    def draw(self, results: SurveyResults, title: str) -> bytes:
        """A PNG."""
