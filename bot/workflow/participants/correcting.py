"""A superuser mends what is known of a participant, or pauses them, for who asks by phone; with a reason, on record."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.clock import Clock
from bot.domain.errors import AlreadyDone, EmptyField, InvalidHouseNumber, NoPause, UnknownHome
from bot.domain.form_errors import check_all
from bot.domain.guard.kept import reason_of
from bot.domain.numbering import tidy_postcode
from bot.domain.participants.claiming import tidy_house_number
from bot.domain.participants.people import Colleague
from bot.records.chat import Note
from bot.records.outbox import Task
from bot.workflow.owing import N_, owe_note
from bot.workflow.participants.own_page import may_pause, move, pause
from storage.unit_of_work import UnitOfWork, Work


@dataclass(frozen=True)
class Correction:
    """What changes; what is empty stays as it is."""

    name: str
    postcode: str
    house_number: str


class Correcting:
    """What they tell by phone is theirs as well: no file undoes it."""

    def __init__(self, work: Work, clock: Clock) -> None:
        self._work = work
        self._clock = clock

    def correct(self, participant_id: int, changes: Correction, reason: str, colleague: Colleague) -> None:
        """A Refusal where it can't be; the thread hears why, and never what."""
        check_all(lambda: _checked(changes), lambda: reason_of(reason))
        checked, why = _checked(changes), reason_of(reason)
        with self._work() as uow:
            uow.own.alone()
            if uow.own.lock(participant_id) is None:
                raise AlreadyDone("reason")
            told = (checked.name, checked.postcode, checked.house_number, colleague.id, self._clock.now(), {"why": why})
            if not move(uow, participant_id, *told):
                raise UnknownHome("postcode")
            self._tell(uow, N_("{name} changed the data of participant {number}:"), participant_id, colleague, why)

    def pause(self, participant_id: int, until: date | None, reason: str, colleague: Colleague) -> None:
        """No mail before that day. A Refusal where it is none, or they left."""
        now = self._clock.now()
        check_all(lambda: _check_day(until, now), lambda: reason_of(reason))
        until, why = _check_day(until, now), reason_of(reason)
        with self._work() as uow:
            if not pause(uow, participant_id, until, colleague.id, now, {"why": why}):
                raise AlreadyDone("reason")
            self._tell(uow, N_("{name} paused the mails to participant {number}:"), participant_id, colleague, why)

    def _tell(self, uow: UnitOfWork, message: str, participant_id: int, colleague: Colleague, why: str) -> None:
        note = Note(message, {"name": colleague.name, "number": str(participant_id)}, text=why)
        owe_note(uow, Task.SUPERVISION_NOTE, participant_id, note)


def _check_day(until: date | None, now: datetime) -> date:
    if until is None or not may_pause(until, now):
        raise NoPause("until")
    return until


def _checked(changes: Correction) -> Correction:
    """A new postcode comes with its number: the old one is of another street."""
    if not (changes.name or changes.postcode or changes.house_number):
        raise EmptyField("name")
    check_all(lambda: _number(changes), lambda: changes.postcode and tidy_postcode(changes.postcode))
    return Correction(changes.name, changes.postcode and tidy_postcode(changes.postcode), _number(changes))


def _number(changes: Correction) -> str:
    number = tidy_house_number(changes.house_number)
    if (changes.house_number or changes.postcode) and not number:
        raise InvalidHouseNumber("house_number")
    return number
