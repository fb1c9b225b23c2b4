"""A further question to a citizen, before or after their answer and never instead of it."""

from dataclasses import dataclass
from datetime import datetime

from bot.clock import Clock
from bot.domain.errors import AlreadyDone
from bot.domain.guard.kept import UNDECIDED, Decision
from bot.domain.letters.greetings import first_name
from bot.domain.letters.letter_errors import AskedAlready, NoAddress
from bot.domain.participants.people import Colleague
from bot.domain.replies.replies import LetterKind
from bot.records.chat import Note
from bot.records.outbox import Task
from bot.workflow.handling import reply_changed, reply_in_hand
from bot.workflow.letters.answering import LONGEST_ANSWER, check_answer
from bot.workflow.letters.guarding import Guard, kept_details, kept_reason, known_of
from bot.workflow.letters.letters import as_last_written, greeting_for, letter_about, subject_of
from bot.workflow.mail_ports import Composer, Tokens
from bot.workflow.owing import N_, owe_note
from storage.unit_of_work import Work


@dataclass(frozen=True)
class AskForm:
    """The citizen's words above the question; `asked_at`: the last one that was asked before this form was opened."""

    reply_id: int
    words: str
    asked_at: datetime | None


class Asking:
    """Their next mail comes into the thread of the same reply."""

    def __init__(self, work: Work, clock: Clock, composer: Composer, tokens: Tokens, guard: Guard) -> None:
        self._work = work
        self._clock = clock
        self._composer = composer
        self._tokens = tokens
        self._guard = guard

    def form(self, reply_id: int) -> AskForm:
        with self._work() as uow:
            reply = uow.replies.get(reply_id)
            last = uow.replies.newest_follow_up(reply_id)
        if not reply.from_address:
            raise NoAddress
        return AskForm(reply_id, last.words if last else reply.words, reply.asked_at)

    def ask(
        self,
        reply_id: int,
        seen: datetime | None,
        typed: str,
        colleague: Colleague,
        decision: Decision = UNDECIDED,
    ) -> None:
        """Owe the citizen this question, once, in a short letter; `seen` is the form's `asked_at`.

        ToLookAt until all that the guard found in it is decided about.
        """
        question, now = check_answer(typed, "question"), self._clock.now()
        with self._work() as uow:
            reply = reply_in_hand(uow, reply_id, colleague, now)
            if not reply.from_address:
                raise NoAddress("question")
            if (name := reply.asked_by_name) and reply.asked_at != seen:
                raise AlreadyDone("question") if name == colleague.name else AskedAlready("question", name=name)
            known = known_of(uow, reply, colleague)
            kept = self._guard.letter("question", question, decision, colleague, known, most=LONGEST_ANSWER)
            content = uow.alerts.get(reply.alert_id).content if reply.alert_id else None
            subject, text = self._composer.question(
                content, question, greeting_for(uow, reply), first_name(colleague.name)
            )
            written = as_last_written(uow, reply)
            subject, text = self._composer.marked(subject_of(written, subject), text)
            letter = letter_about(written, subject, text, self._composer, self._tokens)
            uow.replies.mark_asked(reply_id, colleague, now)
            uow.outbox.owe(Task.SEND_LETTER, uow.letters.add(LetterKind.QUESTION, reply_id, letter, now))
            what, said = "asked_citizen", kept_reason(kept)
            uow.audit.record(colleague.id, what, f"reply {reply_id}", now, said, **kept_details(kept))
            note = Note(N_("{name} asked the citizen:"), {"name": colleague.name}, text=question)
            owe_note(uow, Task.REPLY_NOTE, reply_id, note)
            reply_changed(uow, reply_id, now)
