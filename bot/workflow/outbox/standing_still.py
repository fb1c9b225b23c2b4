"""After a standstill: what stood ready for too long goes out only when a person says so; one question for all of it."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from bot.clock import Clock
from bot.domain.alerts.alerts import Alert, AlertStatus
from bot.domain.alerts.mailings import Subject, Topic
from bot.domain.errors import AlreadyDone, SomebodyWasFirst
from bot.domain.participants.people import Colleague
from bot.domain.replies.replies import LetterStatus
from bot.domain.surveys.surveys import Survey, SurveyStatus
from bot.records.chat import Note
from bot.records.outbox import Task
from bot.workflow.alerts.sending import Sending
from bot.workflow.day_monitor.dividing import owe_division, release_incident
from bot.workflow.handling import reply_changed
from bot.workflow.owing import N_, mailed, owe_note, owe_shown
from storage.unit_of_work import UnitOfWork, Work

TOO_LATE: Final = timedelta(hours=1)
"""What was to go out longer ago may be of no use any more, or do harm."""
SENT = N_("{name} has it sent after all. It had stood ready while the bot stood still.")
LAPSED = N_("{name} let the mail of {requester} lapse: it had stood ready while the bot stood still. Nothing went out.")
REST_LAPSED = N_("{name} let what had not gone out of this mail lapse: the bot had stood still.")
LETTER_LAPSED = N_("{name} let a mail to this citizen lapse: it had stood ready while the bot stood still.")

_SEND: Final = {LetterStatus.WAITING: LetterStatus.WAITING, LetterStatus.UNKNOWN: LetterStatus.WAITING}
_LAPSE: Final = {LetterStatus.WAITING: LetterStatus.REFUSED, LetterStatus.UNKNOWN: LetterStatus.LEFT}


class StandingStill:
    """Safe in several copies: what is set aside is so by one of them, together with the question about it."""

    def __init__(self, work: Work, clock: Clock, sending: Sending) -> None:
        self._work = work
        self._clock = clock
        self._sending = sending

    def look_back(self) -> None:
        """At the start, before anything goes out."""
        before = self._clock.now() - TOO_LATE
        with self._work() as uow:
            batches = uow.standstills.set_aside_batches(before)
            letters = uow.standstills.set_aside_letters(before)
            if batches or letters:
                standstill_id = uow.standstills.ask(batches, letters)
                uow.outbox.owe(Task.SHOW_STANDSTILL, standstill_id)
                for topic in uow.standstills.batches_of(standstill_id):
                    owe_shown(uow, topic)

    def decide(self, standstill_id: int, colleague: Colleague, *, send: bool) -> None:
        """About all of it; what is settled by now stays as it is. SomebodyWasFirst, AlreadyDone by themselves."""
        with self._work() as uow:
            if not uow.standstills.decide(standstill_id, colleague.name, send=send):
                first = uow.standstills.card(standstill_id).decided_by_name
                raise AlreadyDone if first == colleague.name else SomebodyWasFirst(name=first)
            mails, letters = uow.standstills.batches_of(standstill_id), uow.standstills.letters_of(standstill_id)
            for topic in sorted(mails):
                self._decide_mail(uow, topic, mails[topic], colleague, send=send)
            for letter_id in letters:
                self._decide_letter(uow, letter_id, colleague, send=send)
            what = "sends_what_stood_ready" if send else "lets_lapse"
            told = {"batches": sum(map(len, mails.values())), "letters": len(letters)}
            uow.audit.record(colleague.id, what, f"standstill {standstill_id}", self._clock.now(), **told)
            uow.outbox.owe(Task.SHOW_STANDSTILL, standstill_id)

    def _decide_mail(
        self, uow: UnitOfWork, topic: Topic, batches: Sequence[int], colleague: Colleague, *, send: bool
    ) -> None:
        thing, now = mailed(uow, topic), self._clock.now()
        if not send and uow.mailings.take_back(topic):  # nothing of it was handed over
            self._lapse(uow, thing, colleague)
            return
        changed = 0
        for batch_id in batches:
            changed += uow.standstills.let_go(batch_id, colleague.name, send=send)
            changed += uow.mailings.decide_batch(batch_id, send_again=send, by=colleague, at=now)
        if changed:
            what = "sends_what_stood_ready" if send else "lets_lapse"
            uow.audit.record(colleague.id, what, thing.reference, now, batches=changed)
            _tell(uow, topic, Note(SENT if send else REST_LAPSED, {"name": colleague.name}))
            self._sending.is_out(uow, topic)
        owe_shown(uow, topic)

    def _lapse(self, uow: UnitOfWork, thing: Alert | Survey, colleague: Colleague) -> None:
        """It is over as if it were withdrawn, and its incident is free for another request."""
        now = self._clock.now()
        if isinstance(thing, Survey):
            topic = Topic(Subject.SURVEY, thing.id)
            uow.surveys.move(thing, SurveyStatus.WITHDRAWN, colleague)
        else:
            topic = Topic(Subject.ALERT, thing.id)
            uow.alerts.stop(thing, colleague, now)
            uow.alerts.move(uow.alerts.get(thing.id), AlertStatus.WITHDRAWN, colleague, "", now)
            release_incident(uow, thing)
            owe_division(uow)
        uow.audit.record(colleague.id, "lets_lapse", thing.reference, now, version=thing.version)
        note = Note(LAPSED, {"name": colleague.name})
        _tell(uow, topic, note.mentioning("requester", thing.requester_id))
        owe_shown(uow, topic)

    def _decide_letter(self, uow: UnitOfWork, letter_id: int, colleague: Colleague, *, send: bool) -> None:
        """One that lapses is shown as not sent, and an answer is owed again."""
        now, reply_id = self._clock.now(), uow.letters.reply_of(letter_id)
        after = _SEND if send else _LAPSE
        if not any(uow.letters.move(letter_id, here, there, "", now) for here, there in after.items()):
            return
        if send:
            uow.outbox.owe(Task.SEND_LETTER, letter_id)
        if reply_id:
            if not send:
                owe_note(uow, Task.REPLY_NOTE, reply_id, Note(LETTER_LAPSED, {"name": colleague.name}))
            reply_changed(uow, reply_id, now)


def _tell(uow: UnitOfWork, topic: Topic, note: Note) -> None:
    owe_note(uow, Task.SURVEY_NOTE if topic.subject is Subject.SURVEY else Task.ALERT_NOTE, topic.id, note)
