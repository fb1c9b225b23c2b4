"""Several citizens in one go: the same text, filled in for each, each a mail of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.clock import Clock
from bot.domain.errors import Refusal, UnknownReference
from bot.domain.guard.kept import UNDECIDED, Decision, Kept
from bot.domain.letters.filling import check_placeholders
from bot.domain.letters.letter_errors import NobodyChosen, NobodyToAnswer
from bot.domain.participants.people import Colleague
from bot.domain.replies.replies import Rating, Seen, check_still_owed
from bot.records.letters import OwedAnswer
from bot.workflow.handling import reply_in_hand
from bot.workflow.letters.answering import LONGEST_ANSWER, Answering, check_answer, check_told
from bot.workflow.letters.guarding import Guard, Known
from bot.workflow.mail_ports import Composer
from storage.unit_of_work import UnitOfWork, Work

MOST_AT_ONCE = 50


@dataclass(frozen=True)
class Groups:
    """Those who are rated alike and wait for an answer, of one alert (`alert_id`) or of all."""

    alert_id: int | None
    counts: dict[Rating, int]


@dataclass(frozen=True)
class ManyForm:
    """Who can be answered now, oldest first, and the text with its placeholders."""

    rating: Rating
    waiting: Sequence[OwedAnswer]
    text: str


@dataclass(frozen=True)
class LeftOut:
    """A reply that was not answered after all, and why."""

    reference: str
    street: str
    why: Refusal


@dataclass(frozen=True)
class ManyAnswered:
    answered: int
    left_out: Sequence[LeftOut]


class AnsweringMany:
    """What a colleague answered, rated anew or took meanwhile is left out, and told."""

    def __init__(self, work: Work, clock: Clock, composer: Composer, answering: Answering, guard: Guard) -> None:
        self._work = work
        self._clock = clock
        self._composer = composer
        self._answering = answering
        self._guard = guard

    def groups(self, typed: str, colleague: Colleague) -> Groups:
        """The groups, of the alert that was named (none: of all)."""
        with self._work() as uow:
            alert = uow.alerts.by_reference(typed.strip()) if typed.strip() else None
            if typed.strip() and alert is None:
                raise UnknownReference
            counts = uow.owed_answers.counts(colleague, alert.id if alert else None)
        if not counts:
            raise NobodyToAnswer
        return Groups(alert.id if alert else None, counts)

    def form(self, rating: Rating, alert_id: int | None, colleague: Colleague) -> ManyForm:
        """The text of their offence where they share one, else for all offences."""
        with self._work() as uow:
            waiting = uow.owed_answers.waiting(rating, colleague, alert_id, MOST_AT_ONCE)
            if not waiting:
                raise NobodyToAnswer("group")
            offences = {one.offence for one in waiting}
            template = uow.answer_templates.in_force(rating, offences.pop() if len(offences) == 1 else None)
        return ManyForm(rating, waiting, template.text if template else self._composer.answer_template(rating))

    def answer(
        self, chosen: Sequence[tuple[int, Seen]], typed: str, colleague: Colleague, decision: Decision = UNDECIDED
    ) -> ManyAnswered:
        """Answer each, all in one transaction: sent in twice, everybody still gets one mail.

        ToLookAt until all that the guard found in the text is decided about: it goes to several, so to none by name.
        """
        text = check_answer(typed)
        check_placeholders(text, "answer")
        if not chosen:
            raise NobodyChosen("chosen_0")
        known = Known(writer=colleague.name, to_several=True)
        kept = self._guard.letter("answer", text, decision, colleague, known, most=LONGEST_ANSWER)
        with self._work() as uow:
            # In one order: two colleagues who answer the same people wait for each other, not both at once.
            tried = [
                self._answer_one(uow, *one, text, colleague, kept) for one in sorted(chosen, key=lambda one: one[0])
            ]
        left_out = [one for one in tried if one is not None]
        return ManyAnswered(len(tried) - len(left_out), left_out)

    def _answer_one(
        self, uow: UnitOfWork, reply_id: int, seen: Seen, text: str, colleague: Colleague, kept: Sequence[Kept]
    ) -> LeftOut | None:
        reply = uow.replies.get(reply_id)
        alert = uow.alerts.get(reply.alert_id) if reply.alert_id else None
        try:
            reply = reply_in_hand(uow, reply_id, colleague, self._clock.now())
            check_still_owed(reply, seen)
            filled = self._answering.filled(uow, text, alert.content if alert else None, reply, seen.rating, colleague)
            check_told(reply, filled)
        except Refusal as refusal:
            return LeftOut(alert.reference if alert else "", alert.content.street if alert else "", refusal)
        self._answering.give(uow, reply, filled, colleague, kept=kept)
        return None
