"""A citizen writes that they want no mails any more: a colleague reads it, takes them out, and answers in one go."""

from dataclasses import dataclass

from bot.clock import Clock
from bot.domain.errors import AlreadyDone, UnknownCitizen
from bot.domain.guard.kept import UNDECIDED, Decision
from bot.domain.letters.greetings import first_name
from bot.domain.participants.people import Colleague, LeaveReason, Participant, ParticipantStatus, mask_address
from bot.domain.replies.replies import Rating, Reply, SenderCheck, check_not_answered, is_answered
from bot.records.chat import Note
from bot.records.outbox import Task
from bot.workflow.handling import reply_changed, reply_in_hand
from bot.workflow.letters.answering import Answering, check_answer
from bot.workflow.letters.letters import as_last_written, greeting_for
from bot.workflow.mail_ports import Composer
from bot.workflow.owing import N_, owe_note
from bot.workflow.participants.leaving import take_out
from storage.unit_of_work import UnitOfWork, Work


@dataclass(frozen=True)
class NoMoreMailsForm:
    """Who is taken out; `text` is the answer to edit, empty where none can be given.

    `has_left`: they had left before. `by_another`: somebody else wrote it than who got the mail. `rates`: with the
    answer, the reply is rated as not relevant.
    """

    reply_id: int
    words: str
    participant: Participant
    has_left: bool
    by_another: bool
    text: str
    masked_recipient: str
    rates: bool


class Unsubscribing:
    """Nobody is taken out by a guess: what the program points out, a colleague decides."""

    def __init__(self, work: Work, clock: Clock, composer: Composer, answering: Answering) -> None:
        self._work = work
        self._clock = clock
        self._composer = composer
        self._answering = answering

    def form(self, reply_id: int, colleague: Colleague) -> NoMoreMailsForm:
        """UnknownCitizen where nobody knows whose reply it is; AlreadyDone where nothing is left to do."""
        with self._work() as uow:
            reply = uow.replies.get(reply_id)
            person, by_another = _whose(uow, reply)
            last = uow.replies.newest_follow_up(reply_id)
            to = as_last_written(uow, reply).from_address
            greeting = greeting_for(uow, reply)
        has_left = person.status is ParticipantStatus.LEFT
        answers = bool(to) and not is_answered(reply)
        if has_left and not answers:
            raise AlreadyDone
        return NoMoreMailsForm(
            reply_id,
            f"{reply.words}\n\n{last.words}" if last else reply.words,
            person,
            has_left,
            by_another,
            self._composer.farewell(greeting, first_name(colleague.name)) if answers else "",
            mask_address(to) if answers else "",
            rates=answers and reply.rating is None,
        )

    def take_out(self, reply_id: int, typed: str, colleague: Colleague, decision: Decision = UNDECIDED) -> None:
        """No mail from the next send on, and the answer where one was typed; a second time changes nothing.

        ToLookAt, and no answer, while something that was found in it is not decided about.
        """
        now = self._clock.now()
        with self._work() as uow:
            reply = reply_in_hand(uow, reply_id, colleague, now)
            person, _ = _whose(uow, reply)
            left = take_out(uow, person.id, LeaveReason.ASKED, colleague.id, now, reply=reply_id)
            if left:
                note = Note(N_("{name} took this citizen out: they get no mail any more."), {"name": colleague.name})
                owe_note(uow, Task.REPLY_NOTE, reply_id, note)
                reply_changed(uow, reply_id, now)
        if typed.strip():
            with self._work() as uow:  # they are out already, whatever the answer still wants
                reply = reply_in_hand(uow, reply_id, colleague, now)
                self._answer(uow, reply, check_answer(typed), colleague, decision)
        elif not left:
            raise AlreadyDone("answer")

    def _answer(self, uow: UnitOfWork, reply: Reply, text: str, colleague: Colleague, decision: Decision) -> None:
        """A reply that nobody rated yet counts as not relevant: it only asks for no more mails."""
        check_not_answered(reply)
        kept = self._answering.guarded(uow, reply, text, decision, colleague)
        if reply.rating is None:
            now, rating = self._clock.now(), Rating.NOT_RELEVANT
            uow.replies.rate(reply.id, rating, colleague, now)
            uow.audit.record(colleague.id, "rated", f"reply {reply.id}", now, rating=rating, before=None)
        self._answering.give(uow, uow.replies.get(reply.id), text, colleague, kept=kept)


def _whose(uow: UnitOfWork, reply: Reply) -> tuple[Participant, bool]:
    """Who wrote it where DKIM proved that, else who got the mail that it answers; and whether another wrote it."""
    proven = reply.from_address if reply.sender_check is SenderCheck.PROVEN else ""
    if proven and (writer := uow.people.find(proven)):
        return writer, False
    person_id = uow.mailings.participant_of(reply.delivery_id) if reply.delivery_id else None
    person = uow.people.get(person_id) if person_id else None
    if person is None or not person.email:  # nobody, or somebody who was forgotten
        raise UnknownCitizen
    return person, reply.from_address.lower() != person.email.lower()
