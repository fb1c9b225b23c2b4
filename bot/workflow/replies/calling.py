"""Calling a citizen back: a moment that is kept, somebody who is reminded of it, and what was said."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from bot.clock import AMSTERDAM, Clock, local
from bot.domain.errors import AlreadyDone, EmptyField, InvalidDate, InvalidTime, Refusal, SomebodyWasFirst, TooLong
from bot.domain.form_errors import FormErrors
from bot.domain.participants.people import Colleague
from bot.domain.privacy.looks import takes_by_looking
from bot.domain.replies.callbacks import LONGEST_PHONE, check_phone, check_to_come
from bot.domain.replies.contacts import shown_number
from bot.domain.replies.replies import Reply, check_not_answered, is_answered
from bot.domain.replies.reply_errors import CallMissing, NotRatedYet
from bot.records.chat import Note
from bot.records.desk import Deed
from bot.records.outbox import Task
from bot.workflow.handling import reply_changed, reply_in_hand
from bot.workflow.letters.answering import LONGEST_ANSWER, Answering
from bot.workflow.letters.contact_reading import CONTACTS
from bot.workflow.owing import N_, owe_note
from bot.workflow.times import DUTCH_DAYS, parse_time
from storage.unit_of_work import UnitOfWork, Work

LATER = timedelta(hours=1)


@dataclass(frozen=True)
class CallbackForm:
    """The form with the number that is known, and a moment to change (local, like 2026-01-31 and 14:30)."""

    reply_id: int
    phone: str
    day: str
    hour: str


@dataclass(frozen=True)
class DoneForm:
    """What was said; `may_answer` where that may have been the personal answer."""

    callback_id: int
    reply_id: int
    may_answer: bool


class Calling:
    """One call at a time for a reply; it holds up nothing else that is owed."""

    def __init__(self, work: Work, clock: Clock, answering: Answering) -> None:
        self._work = work
        self._clock = clock
        self._answering = answering

    def form(self, reply_id: int, colleague: Colleague) -> CallbackForm:
        """A number that the reply holds is filled in: that is a look at contact data, and logged as one."""
        now = self._clock.now()
        with self._work() as uow:
            reply = reply_in_hand(uow, reply_id, colleague, now)
            _check_none_open(uow, reply_id, colleague)
            phone = reply.phone or _number_in(uow, reply)
            if phone:
                self._show_number(uow, reply, colleague)
        moment = DUTCH_DAYS.office_hour_from(local(now + LATER))
        return CallbackForm(reply_id, phone[:LONGEST_PHONE], f"{moment:%Y-%m-%d}", f"{moment:%H}:00")

    def _show_number(self, uow: UnitOfWork, reply: Reply, colleague: Colleague) -> None:
        """Log the look. Only who handles the reply sees the number; a reply that nobody has becomes theirs by it."""
        now, subject = self._clock.now(), f"reply {reply.id}"
        uow.audit.record(colleague.id, "saw_contact_data", subject, now, reason="callback")
        if takes_by_looking(reply, colleague):
            uow.replies.assign(reply.id, colleague, now)
            uow.audit.record(colleague.id, "took", subject, now)
            reply_changed(uow, reply.id, now)

    def promise(self, typed: CallbackForm, colleague: Colleague) -> None:
        """Keep the moment; FormErrors names every field that is wrong."""
        now = self._clock.now()
        phone, due_at = _checked(typed, now)
        with self._work() as uow:
            reply_in_hand(uow, typed.reply_id, colleague, now)
            _check_none_open(uow, typed.reply_id, colleague)
            uow.callbacks.add(typed.reply_id, phone, due_at, colleague, now)
            uow.audit.record(colleague.id, "promised_call", f"reply {typed.reply_id}", now, due_at=due_at.isoformat())
            reply_changed(uow, typed.reply_id, now)

    def done_form(self, reply_id: int) -> DoneForm:
        with self._work() as uow:
            reply, callback = uow.replies.get(reply_id), uow.callbacks.open_of(reply_id)
        if callback is None:
            raise CallMissing
        return DoneForm(callback.id, reply_id, not is_answered(reply))

    def done(self, form: DoneForm, typed: str, colleague: Colleague, *, answered: bool) -> None:
        """The call was made, once; `answered`: it was the personal answer, and what was said is written down."""
        said, now = typed.strip(), self._clock.now()
        if len(said) > LONGEST_ANSWER:
            raise TooLong("said", length=len(said), most=LONGEST_ANSWER)
        with self._work() as uow:
            reply = uow.replies.get_for_change(form.reply_id)
            if not uow.callbacks.finish(form.callback_id, form.reply_id, colleague, now):
                raise CallMissing("said")
            uow.audit.record(colleague.id, "called_back", f"reply {reply.id}", now, answered=answered)
            if answered:
                reply = reply_in_hand(uow, form.reply_id, colleague, now)
                _check_may_answer(reply, said)
                self._answering.give(uow, reply, said, colleague, spoken=True)
            else:
                note = Note(N_("{name} called the citizen back."), {"name": colleague.name}, text=said)
                owe_note(uow, Task.REPLY_NOTE, reply.id, note)
                reply_changed(uow, reply.id, now)

    def remind_due(self) -> int:
        """A job: tell who promised a call that it is time, in the thread, once whichever copy does it."""
        with self._work() as uow:
            due = uow.callbacks.remind(self._clock.now())
            for callback in due:
                note = Note(
                    N_("{who}, it is time to call this citizen back. Show contact data has the number.")
                ).mentioning("who", callback.by_id)
                note = note.asking(Deed.CALL, str(callback.reply_id))
                owe_note(uow, Task.REPLY_NOTE, callback.reply_id, note)
        return len(due)


def _number_in(uow: UnitOfWork, reply: Reply) -> str:
    """A number that the citizen wrote in their words, or later: the newest."""
    thread = (reply, *uow.replies.follow_ups(reply.id))
    found = [number for one in thread for number in CONTACTS.numbers_in(one.words)]
    return shown_number(found[-1]) if found else ""


def _check_none_open(uow: UnitOfWork, reply_id: int, colleague: Colleague) -> None:
    if callback := uow.callbacks.open_of(reply_id):
        raise AlreadyDone if callback.by_id == colleague.id else SomebodyWasFirst(name=callback.by_name)


def _check_may_answer(reply: Reply, said: str) -> None:
    if not said:
        raise EmptyField("said")
    if reply.rating is None:
        raise NotRatedYet("said")
    check_not_answered(reply)


def _checked(typed: CallbackForm, now: datetime) -> tuple[str, datetime]:
    refusals: list[Refusal] = []
    phone, due_at = "", now
    try:
        phone = check_phone(typed.phone)
    except Refusal as refusal:
        refusals.append(refusal)
    try:
        due_at = check_to_come(_moment(typed.day, typed.hour), now)
    except Refusal as refusal:
        refusals.append(refusal)
    if refusals:
        raise FormErrors(refusals)
    return phone, due_at


def _moment(day: str, hour: str) -> datetime:
    """A Dutch local date and time as UTC; the hour that spring skips is no time."""
    try:
        on = date.fromisoformat(day.strip())
    except ValueError:
        raise InvalidDate("day") from None
    try:
        wall = datetime.combine(on, parse_time(hour))
    except ValueError:
        raise InvalidTime("time") from None
    moment = wall.replace(tzinfo=AMSTERDAM).astimezone(UTC)
    if local(moment).replace(tzinfo=None) != wall:
        raise InvalidTime("time")
    return moment
