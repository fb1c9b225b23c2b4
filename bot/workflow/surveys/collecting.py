"""A citizen fills in the survey on the page that the mail links to: once, and nobody can tell who said what."""

from enum import StrEnum

from bot.clock import Clock, local, start_of
from bot.domain.surveys.surveys import Answers, Statement, Survey, statements_for
from bot.records.mail import Purpose
from bot.workflow.mail_ports import Tokens
from storage.unit_of_work import UnitOfWork, Work


class Door(StrEnum):
    """What the link of a mail leads to."""

    OPEN = "open"
    USED = "used"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class Collecting:
    """The token names the mail, so that each is used once; nothing of it goes with the answers, not even a moment.

    So nothing here is logged, audited, or owed to the chat: each of these would say when somebody answered.
    """

    def __init__(self, work: Work, clock: Clock, tokens: Tokens) -> None:
        self._work = work
        self._clock = clock
        self._tokens = tokens

    def look(self, token: str) -> Door:
        """What is behind it; looking changes nothing."""
        with self._work() as uow:
            return self._behind(uow, token)[0]

    def asked(self, token: str) -> tuple[Statement, ...]:
        """What the page asks of whose link it is: of replying only who replied since the survey's first day."""
        with self._work() as uow:
            _door, survey, delivery_id = self._behind(uow, token)
            replied = survey is not None and uow.surveys.replied(delivery_id, start_of(survey.plan.since))
            return statements_for(replied=replied)

    def take(self, token: str, answers: Answers) -> Door:
        """OPEN: they were counted just now; else nothing changed."""
        with self._work() as uow:
            door, survey, delivery_id = self._behind(uow, token)
            if door is not Door.OPEN or survey is None:
                return door
            return door if uow.surveys.answer(survey, delivery_id, answers) else Door.USED

    def _behind(self, uow: UnitOfWork, token: str) -> tuple[Door, Survey | None, int]:
        delivery_id = self._tokens.read(Purpose.FORM, token)
        survey = uow.surveys.of_delivery(delivery_id) if delivery_id is not None else None
        if delivery_id is None or survey is None:
            return Door.UNKNOWN, None, 0
        if uow.surveys.is_used(delivery_id):
            return Door.USED, survey, delivery_id
        is_open = survey.is_open(local(self._clock.now()).date())
        return Door.OPEN if is_open else Door.CLOSED, survey, delivery_id
