"""Surveys as the channel sees them."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.alerts.mailings import Progress
from bot.domain.surveys.surveys import OpenQuestion, Statement, Survey, SurveyResults
from bot.texts import Texts


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
class SurveyQuestion:
    """What a colleague is asked to let out, to so many people; `asks_number`: who approves types how many."""

    survey: Survey
    people: int
    mail_text: str
    asks_number: bool


@dataclass(frozen=True)
class ResultsCard:
    """What came of a survey, for the channel or for who asks; `under_way`: another can't be asked for yet."""

    survey: Survey
    results: SurveyResults
    as_of: datetime
    picture_file_id: str = ""
    under_way: bool = False
    link: str = ""
    """The permanent link of the request's message."""

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


def statement_name(_: Texts, statement: Statement) -> str:
    return {
        Statement.CLEAR: _("The mails are clear."),
        Statement.ATTENTIVE: _("The mails make me more attentive."),
        Statement.INVOLVED: _("I feel more involved with my neighbourhood."),
        Statement.EASY: _("Replying is easy."),
        Statement.PROMPT: _("I got an answer quickly."),
    }[statement]
