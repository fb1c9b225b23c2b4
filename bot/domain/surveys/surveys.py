"""Asking the citizens what they think of the mails: who may be asked, with whose consent, and what came of it.

Nothing here, and nothing that is kept, tells who answered what: answers to closed questions are counts from the start.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.alerts.alert_errors import OwnRequest
from bot.domain.errors import AlreadyDone, TimeInFuture, TooLong
from bot.domain.measures import Ratio
from bot.domain.participants.people import Colleague
from bot.domain.surveys.survey_errors import ClosingDate, NotANumberOfPeople

LEAST_ANSWERS: Final = 5
"""With fewer answers no figure is told: somebody might recognise a neighbour in them."""
LEAST_ASKED: Final = LEAST_ANSWERS
MOST_ASKED: Final = 2000
SENSIBLE: Final = 500
"""People to ask: if three in ten answer, shares are right to within eight points, 19 times in 20."""
PERIOD: Final = timedelta(days=182)
ASKED_AGAIN_AFTER: Final = timedelta(days=365)
OPEN_FOR: Final = timedelta(days=21)
SHORTEST: Final = timedelta(days=3)
LONGEST: Final = timedelta(days=90)
LONGEST_WORDS: Final = 1000
LONGEST_REMARK: Final = 300


class Statement(StrEnum):
    """The survey's five statements, to agree with or not."""

    CLEAR = "clear"
    ATTENTIVE = "attentive"
    INVOLVED = "involved"
    EASY = "easy"
    PROMPT = "prompt"


OF_REPLYING: Final = frozenset({Statement.EASY, Statement.PROMPT})
"""Only who replied knows."""


def statements_for(*, replied: bool) -> tuple[Statement, ...]:
    """What somebody is asked about, in the order of the page."""
    return tuple(one for one in Statement if replied or one not in OF_REPLYING)


class Opinion(StrEnum):
    """The five-point scale, and no opinion."""

    STRONGLY_DISAGREE = "strongly_disagree"
    DISAGREE = "disagree"
    NEUTRAL = "neutral"
    AGREE = "agree"
    STRONGLY_AGREE = "strongly_agree"
    NO_OPINION = "no_opinion"


class Amount(StrEnum):
    """How many mails somebody gets, as they find it."""

    TOO_FEW = "too_few"
    RIGHT = "right"
    TOO_MANY = "too_many"


class OpenQuestion(StrEnum):
    """What people answer in their own words, or not."""

    WHY = "why"
    BETTER = "better"


AMOUNT: Final = "amount"
"""The question after the number of mails."""
SCALE: Final = tuple(opinion for opinion in Opinion if opinion is not Opinion.NO_OPINION)
AGREES: Final = (Opinion.AGREE, Opinion.STRONGLY_AGREE)


@dataclass(frozen=True)
class Answers:
    """One filled-in form: opinions, the amount (or None), and words by open question; it is never kept as a whole."""

    opinions: Mapping[Statement, Opinion]
    amount: Amount | None = None
    words: Mapping[OpenQuestion, str] = field(default_factory=dict)

    def choices(self) -> Mapping[str, str]:
        """The closed questions that were answered, and how."""
        chosen = {str(statement): str(opinion) for statement, opinion in self.opinions.items()}
        return chosen | ({AMOUNT: str(self.amount)} if self.amount else {})


Counts = Mapping[str, Mapping[str, int]]
"""How often each choice was made, by question."""


def with_answers(counts: Counts, answers: Answers) -> Counts:
    """The counts with one form more."""
    chosen = answers.choices()
    return {
        question: {**counts.get(question, {}), **_one_more(counts.get(question, {}), chosen.get(question))}
        for question in (*counts, *(one for one in chosen if one not in counts))
    }


def _one_more(counted: Mapping[str, int], choice: str | None) -> Mapping[str, int]:
    return {choice: counted.get(choice, 0) + 1} if choice else {}


class SurveyStatus(StrEnum):
    """Where a survey stands; that it is over is told by its closing date."""

    REQUESTED = "requested"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    APPROVED = "approved"
    SENT = "sent"


class SurveyAction(StrEnum):
    """What colleagues do with it; the words of the audit trail."""

    APPROVE = "approved"
    RETURN = "returned"
    WITHDRAW = "withdrawn"
    STOP = "stopped"


SURVEY_TRANSITIONS: Final[Mapping[tuple[SurveyStatus, SurveyAction], SurveyStatus]] = {
    (SurveyStatus.REQUESTED, SurveyAction.APPROVE): SurveyStatus.APPROVED,
    (SurveyStatus.REQUESTED, SurveyAction.RETURN): SurveyStatus.RETURNED,
    (SurveyStatus.REQUESTED, SurveyAction.WITHDRAW): SurveyStatus.WITHDRAWN,
    (SurveyStatus.APPROVED, SurveyAction.STOP): SurveyStatus.REQUESTED,
}


WENT_OUT: Final = (SurveyStatus.APPROVED, SurveyStatus.SENT)


@dataclass(frozen=True)
class SurveyPlan:
    """What is asked for: at most so many of those who got an alert from `since` on; the last day to answer."""

    people: int
    since: date
    closes_on: date
    remark: str = ""


@dataclass(frozen=True)
class Survey:
    """A request for a survey, and what became of it."""

    id: int
    status: SurveyStatus
    version: int
    plan: SurveyPlan
    requester_id: str
    requester_name: str
    approver_name: str = ""
    decided_by_name: str = ""
    decided_reason: str = ""

    @property
    def reference(self) -> str:
        return survey_reference(self.id)

    @property
    def went_out(self) -> bool:
        """Whether it is, or was, with citizens."""
        return self.status in WENT_OUT

    def is_open(self, today: date) -> bool:
        """Whether citizens may answer; the closing date is the last day that they may."""
        return self.went_out and today <= self.plan.closes_on

    def is_under_way(self, today: date) -> bool:
        """Whether it stands in the way of another."""
        return self.status is SurveyStatus.REQUESTED or self.is_open(today)


def survey_reference(survey_id: int) -> str:
    """ENQ-3."""
    return f"ENQ-{survey_id}"


def next_survey_status(survey: Survey, action: SurveyAction) -> SurveyStatus:
    """The status after `action`; AlreadyDone where it is past that."""
    following = SURVEY_TRANSITIONS.get((survey.status, action))
    if following is None:
        raise AlreadyDone
    return following


def check_survey_approval(survey: Survey, approver: Colleague, today: date) -> None:
    """Four eyes, and time left to answer."""
    if approver.id == survey.requester_id:
        raise OwnRequest
    next_survey_status(survey, SurveyAction.APPROVE)
    check_closing(survey.plan.closes_on, today)


def check_closing(closes_on: date, today: date) -> date:
    """A day that leaves people time, and does not leave the answers lying."""
    first, last = today + SHORTEST, today + LONGEST
    if not first <= closes_on <= last:
        raise ClosingDate("closes_on", first=first.isoformat(), last=last.isoformat())
    return closes_on


def parse_people(typed: str) -> int:
    """`1.000` or `500`, within bounds."""
    digits = typed.strip().replace(".", "").replace(" ", "")
    if not (digits.isascii() and digits.isdecimal() and len(digits) < 6 and LEAST_ASKED <= int(digits) <= MOST_ASKED):
        raise NotANumberOfPeople("people", least=LEAST_ASKED, most=MOST_ASKED)
    return int(digits)


def check_since(since: date, today: date) -> date:
    """A day that is not still to come."""
    if since > today:
        raise TimeInFuture("since")
    return since


def tidy_remark(typed: str) -> str:
    """Without spaces around it, within its length."""
    remark = typed.strip()
    if len(remark) > LONGEST_REMARK:
        raise TooLong("remark", length=len(remark), most=LONGEST_REMARK)
    return remark


@dataclass(frozen=True)
class Distribution:
    """How one question was answered; below LEAST_ANSWERS nothing of it is told."""

    counts: Mapping[str, int]

    def of(self, choice: str) -> int:
        """How often this was chosen."""
        return self.counts.get(choice, 0)

    @property
    def n(self) -> int:
        """Those who have an opinion."""
        return sum(number for choice, number in self.counts.items() if choice != Opinion.NO_OPINION)

    @property
    def is_told(self) -> bool:
        return self.n >= LEAST_ANSWERS

    @property
    def agreeing(self) -> Ratio:
        """(Strongly) agree, of those who have an opinion."""
        return Ratio(sum(self.of(choice) for choice in AGREES), self.n)


@dataclass(frozen=True)
class SurveyResults:
    """What came of a survey: mails that went out and did not come back, forms, counts; `words_left` open answers.

    `is_open`: while answers come in, forms are told by fives and nothing else: what one of them changed is its own.
    """

    asked: int
    answered: int
    counts: Counts
    words_left: int = 0
    is_open: bool = False

    @property
    def at_least(self) -> int:
        """Forms, by fives."""
        return self.answered - self.answered % LEAST_ANSWERS

    @property
    def is_told(self) -> bool:
        """Whether nobody can be recognised: there are enough answers, and no more to come."""
        return self.answered >= LEAST_ANSWERS and not self.is_open

    @property
    def response(self) -> Ratio:
        """Forms over those asked."""
        return Ratio(self.answered, self.asked)

    def of(self, question: str) -> Distribution:
        """One closed question; empty where too few answered at all."""
        return Distribution(self.counts.get(question, {}) if self.is_told else {})


def is_due(anchor: date, today: date, every_days: int) -> int:
    """How many times the term has passed since the last survey (or the first mail); 0 is not yet, or never."""
    return max((today - anchor).days, 0) // every_days if every_days else 0
