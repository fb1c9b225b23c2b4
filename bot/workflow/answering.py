"""Every citizen gets a personal answer, threaded under their own mail."""

from datetime import timedelta

from bot.clock import Clock, local
from bot.domain.errors import EmptyField, NotRatedYet, RatingChanged, TooLong
from bot.domain.people import Colleague, mask_address
from bot.domain.replies import LetterKind, LetterStatus, Rating, Reply, check_not_answered
from bot.domain.retention import Terms
from bot.workflow.cards import AnswerForm, Note
from bot.workflow.handling import reply_changed, reply_in_hand
from bot.workflow.letters import letter_about
from bot.workflow.mail_port import Composer, Letter, Tokens
from bot.workflow.ports import UnitOfWork, Work
from bot.workflow.records import Task
from bot.workflow.wording import N_, owe_note

LONGEST_ANSWER = 3000


class Answering:
    """The promise: no citizen is left without an answer, and none gets two."""

    def __init__(self, work: Work, clock: Clock, composer: Composer, tokens: Tokens, terms: Terms) -> None:
        self._work = work
        self._clock = clock
        self._composer = composer
        self._tokens = tokens
        self._terms = terms

    def form(self, reply_id: int) -> AnswerForm:
        """The text that goes with the rating, to be edited, with the citizen's words; what was said is not guessed."""
        with self._work() as uow:
            reply = uow.replies.get(reply_id)
            check_not_answered(reply)
            if reply.rating is None:
                raise NotRatedYet
            content = uow.alerts.get(reply.alert_id).content if reply.alert_id else None
        if not reply.from_address:
            return AnswerForm(reply_id, reply.rating, reply.words, "", spoken=True)
        text = self._composer.answer(
            reply.rating,
            content,
            escalated=bool(reply.escalated_by_name),
            deleted_on=local(self._clock.now()) + timedelta(days=self._terms.not_relevant_days),  # as retaining.py
        )
        to = mask_address(reply.from_address)
        return AnswerForm(reply_id, reply.rating, reply.words, text, spoken=False, masked_recipient=to)

    def answer(self, reply_id: int, seen: Rating, typed: str, colleague: Colleague) -> None:
        """Owe the citizen this answer, or write down what was said to who has no address; one answer each.

        The text was written for the rating that was `seen`: it does not go out under another.
        """
        text = typed.strip()
        if not text:
            raise EmptyField("answer")
        if len(text) > LONGEST_ANSWER:
            raise TooLong("answer", length=len(text), most=LONGEST_ANSWER)
        now = self._clock.now()
        with self._work() as uow:
            reply = reply_in_hand(uow, reply_id, colleague, now)
            check_not_answered(reply)
            if reply.rating is not seen:
                raise RatingChanged("answer", name=reply.rated_by_name)
            uow.replies.mark_answered(reply_id, colleague, now)
            status = LetterStatus.WAITING if reply.from_address else LetterStatus.SPOKEN
            letter_id = uow.letters.add(LetterKind.ANSWER, reply_id, self._letter(reply, text), now, status)
            if reply.from_address:
                uow.outbox.owe(Task.SEND_LETTER, letter_id)
            self._tell(uow, reply, text, colleague)

    def _letter(self, reply: Reply, text: str) -> Letter:
        subject = reply.subject if reply.subject[:3].lower() == "re:" else f"Re: {reply.subject}"
        if not reply.subject and reply.rating:
            subject = self._composer.answer_subject(reply.rating)
        subject, text = self._composer.marked(subject, text)
        return letter_about(reply, subject, text, self._composer, self._tokens)

    def _tell(self, uow: UnitOfWork, reply: Reply, text: str, colleague: Colleague) -> None:
        uow.audit.record(colleague.id, "answered", f"reply {reply.id}", self._clock.now())
        message = N_("{name} answered:") if reply.from_address else N_("{name} spoke to the citizen and said:")
        owe_note(uow, Task.REPLY_NOTE, reply.id, Note(message, {"name": colleague.name}, text=text))
        reply_changed(uow, reply.id, self._clock.now())
