"""Every citizen gets a personal answer, threaded under their own mail."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.clock import Clock, local
from bot.domain.alerts.alerts import AlertContent
from bot.domain.errors import AlreadyDone, EmptyField, TooLong
from bot.domain.guard.kept import UNDECIDED, Decision, Kept
from bot.domain.letters.claims import check_claims
from bot.domain.letters.filling import fill
from bot.domain.letters.greetings import first_name
from bot.domain.participants.people import Colleague, mask_address
from bot.domain.privacy.retention import Terms
from bot.domain.replies.contacts import contacts_in
from bot.domain.replies.images.offered import Images
from bot.domain.replies.replies import (
    LetterKind,
    LetterStatus,
    Rating,
    Reply,
    Seen,
    check_not_answered,
    check_still_owed,
    may_be_spoken,
    seen_of,
)
from bot.domain.replies.reply_errors import NotRatedYet, OutAlready
from bot.records.chat import Note
from bot.records.letters import AnswerForm, Recipient, Standing
from bot.records.mail import Letter
from bot.records.outbox import Task
from bot.workflow.handling import reply_changed, reply_in_hand
from bot.workflow.letters.guarding import Guard, kept_details, kept_reason, known_of
from bot.workflow.letters.letters import as_last_written, greeting_for, letter_about, recipients, subject_of
from bot.workflow.mail_ports import Composer, Tokens
from bot.workflow.owing import N_, owe_note
from storage.unit_of_work import UnitOfWork, Work

LONGEST_ANSWER = 3000


@dataclass(frozen=True)
class Done:
    """What an answer may tell of as done: that the information stands in BVH, and went on to detectives."""

    recorded: bool
    passed_on: bool


class Answering:
    """The promise: no citizen is left without an answer, and none gets two."""

    def __init__(
        self, work: Work, clock: Clock, composer: Composer, tokens: Tokens, terms: Terms, guard: Guard, hold: timedelta
    ) -> None:
        self._work = work
        self._clock = clock
        self._composer = composer
        self._tokens = tokens
        self._terms = terms
        self._guard = guard
        self._hold = hold

    def form(self, reply_id: int, colleague: Colleague) -> AnswerForm:
        """The text that goes with the rating, to be edited, with the citizen's words; what was said is not guessed."""
        with self._work() as uow:
            reply = uow.replies.get(reply_id)
            check_not_answered(reply)
            if reply.rating is None:
                raise NotRatedYet
            last = uow.replies.newest_follow_up(reply_id)
            words = f"{reply.words}\n\n{last.words}" if last else reply.words
            if contacts_in(words) or greeting_for(uow, reply).name:  # the form shows whole what the channel hides
                uow.audit.record(colleague.id, "opened_answer", f"reply {reply_id}", self._clock.now())
            to = {which: mask_address(address) for which, address in recipients(uow, reply).items()}
            text = self.proposed(uow, reply, colleague) if to else ""
        seen, by_phone = seen_of(reply, reply.rating), may_be_spoken(reply)
        return AnswerForm(reply_id, seen, words, text, spoken=not to, recipients=to, may_be_spoken=by_phone)

    def proposed(self, uow: UnitOfWork, reply: Reply, by: Colleague, done: Done | None = None) -> str:
        """What was taken back; else the team's own text for this offence, for all, the standard one; filled in."""
        if reply.rating is None:
            raise NotRatedYet
        if reply.answer_status is LetterStatus.RECALLED:
            _subject, banner = self._composer.marked("", "")
            written = uow.letters.newest_answer(reply.id)
            return written.removeprefix(banner).partition(self._composer.footed("").rstrip())[0]
        content = uow.alerts.get(reply.alert_id).content if reply.alert_id else None
        if template := uow.answer_templates.in_force(reply.rating, content.offence if content else None):
            return self.filled(uow, template.text, content, reply, reply.rating, by, done)
        return self._composer.answer(content, self._standing(uow, reply, reply.rating, by, done))

    def filled(
        self,
        uow: UnitOfWork,
        text: str,
        content: AlertContent | None,
        reply: Reply,
        rating: Rating,
        by: Colleague,
        done: Done | None = None,
    ) -> str:
        """A text with placeholders as this citizen gets it, at most as long as an answer may be."""
        values = self._composer.answer_values(content, self._standing(uow, reply, rating, by, done))
        return fill(text, values)[:LONGEST_ANSWER]

    def _standing(self, uow: UnitOfWork, reply: Reply, rating: Rating, by: Colleague, done: Done | None) -> Standing:
        """The day of deletion is what the answer "not relevant" names; retaining.py keeps it. While something else is
        owed nobody knows the day.
        """
        deleted_on = local(self._clock.now()) + timedelta(days=self._terms.not_relevant_days)
        other = reply.case.alert_id is not None or bool(reply.case.bvh_number)
        return Standing(
            rating,
            escalated=done.passed_on if done else bool(reply.escalated_by_name),
            images_wanted=reply.images is Images.WANTED,
            recorded=done.recorded if done else bool(reply.bvh_by_name),
            case_known=reply.alert_id is not None if rating is Rating.RELEVANT_HERE else other,
            deleted_on=None if reply.images is Images.WANTED or uow.erasures.is_held(reply.id) else deleted_on,
            greeting=greeting_for(uow, reply),
            signed=first_name(by.name),
        )

    def answer(
        self,
        reply_id: int,
        seen: Seen,
        typed: str,
        colleague: Colleague,
        *,
        spoken: bool = False,
        to: Recipient | None = None,
        decision: Decision = UNDECIDED,
    ) -> None:
        """Owe the citizen this answer, or write down what was said by phone; one for each time it is owed.

        The text was written for what was `seen`: it does not go out under another rating, or after another answer.
        What is to be mailed is guarded: ToLookAt until all that was found in it is decided about.
        """
        text = check_answer(typed)
        with self._work() as uow:
            reply = reply_in_hand(uow, reply_id, colleague, self._clock.now())
            check_still_owed(reply, seen)
            kept = () if spoken or not reply.from_address else self.guarded(uow, reply, text, decision, colleague)
            self.give(uow, reply, text, colleague, spoken=spoken, to=to, kept=kept)

    def guarded(self, uow: UnitOfWork, reply: Reply, text: str, decision: Decision, by: Colleague) -> tuple[Kept, ...]:
        """What is kept in a text to this citizen; ToLookAt until all that was found in it is decided about.

        Refused where it claims what is still owed.
        """
        check_told(reply, text)
        return self._guard.letter("answer", text, decision, by, known_of(uow, reply, by), most=LONGEST_ANSWER)

    def give(
        self,
        uow: UnitOfWork,
        reply: Reply,
        text: str,
        colleague: Colleague,
        *,
        spoken: bool = False,
        to: Recipient | None = None,
        kept: Sequence[Kept] = (),
    ) -> None:
        """Answer a reply that the caller has locked and that is owed an answer; a mailed text is guarded first."""
        now, spoken = self._clock.now(), spoken or not reply.from_address
        uow.replies.mark_answered(reply.id, colleague, now)
        status = LetterStatus.SPOKEN if spoken else LetterStatus.WAITING
        held = now + self._hold if self._hold and not spoken else None
        letter = self._letter(uow, reply, text, to)
        letter_id = uow.letters.add(LetterKind.ANSWER, reply.id, letter, now, status, held)
        if not spoken:
            uow.outbox.owe(Task.SEND_LETTER, letter_id, after=self._hold)
        uow.audit.record(colleague.id, "answered", f"reply {reply.id}", now, kept_reason(kept), **kept_details(kept))
        message = N_("{name} spoke to the citizen and said:") if spoken else N_("{name} answered:")
        owe_note(uow, Task.REPLY_NOTE, reply.id, Note(message, {"name": colleague.name}, text=text))
        reply_changed(uow, reply.id, now)

    def recall(self, reply_id: int, colleague: Colleague) -> None:
        """Take an answer back before it goes out: it is owed again, and its text is not lost."""
        now = self._clock.now()
        with self._work() as uow:
            reply = reply_in_hand(uow, reply_id, colleague, now)
            letter_id = uow.letters.answer_of(reply_id)
            waiting, back = LetterStatus.WAITING, LetterStatus.RECALLED
            if letter_id is None or not uow.letters.move(letter_id, waiting, back, "", now):
                raise AlreadyDone if reply.answer_status is back else OutAlready
            uow.audit.record(colleague.id, "recalled_answer", f"reply {reply_id}", now)
            line = N_("{name} took the answer back. It did not go out.")
            owe_note(uow, Task.REPLY_NOTE, reply_id, Note(line, {"name": colleague.name}))
            reply_changed(uow, reply_id, now)

    def _letter(self, uow: UnitOfWork, reply: Reply, text: str, to: Recipient | None) -> Letter:
        written = as_last_written(uow, reply, to)
        otherwise = self._composer.answer_subject(reply.rating) if reply.rating else ""
        subject, text = self._composer.marked(subject_of(written, otherwise), text)
        return letter_about(written, subject, text, self._composer, self._tokens)


def check_told(reply: Reply, text: str) -> None:
    """Refuse what claims that this reply was recorded or passed on where it was not, or is not any more."""
    check_claims(text, "answer", recorded=bool(reply.bvh_by_name), passed_on=bool(reply.escalated_by_name))


def check_answer(typed: str, field: str = "answer") -> str:
    """What was typed, without space around it; refused where it is empty or too long."""
    text = typed.strip()
    if not text:
        raise EmptyField(field)
    if len(text) > LONGEST_ANSWER:
        raise TooLong(field, length=len(text), most=LONGEST_ANSWER)
    return text
