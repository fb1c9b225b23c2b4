"""Mijn gegevens: what we know of a participant, theirs to see and to change once they typed the code that we mailed.

A link alone shows nothing of anybody: mails are passed on.
"""

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from hashlib import sha256
from secrets import randbelow
from typing import Protocol

from bot.clock import Clock, local, start_of
from bot.domain.participants.claiming import CODE_LIVES, CODES, LONGEST_PAUSE, PAGE_OPEN, TRIES, Claim, ClaimKind
from bot.domain.participants.people import LeaveReason, MailKind, Participant, mask_address
from bot.domain.replies.replies import LetterKind
from bot.records.mail import OwnMail, Purpose
from bot.records.outbox import Task
from bot.records.replies import Pass
from bot.workflow.mail_ports import Composer, Passes, Tokens
from bot.workflow.participants.addresses import known_place
from bot.workflow.participants.leaving import take_out
from bot.workflow.participants.pausing import heard_from
from bot.workflow.participants.signing_up import CITIZEN, SigningUp, as_row, own_letter
from storage.unit_of_work import UnitOfWork, Work


class Seals(Tokens, Passes, Protocol):
    """What stands in links, and in cookies."""


class OwnPage:
    """A link names a participant, or a delivery to one; what a browser may open stands in its cookie."""

    def __init__(self, work: Work, clock: Clock, composer: Composer, seals: Seals, claiming: SigningUp) -> None:
        self._work = work
        self._clock = clock
        self._composer = composer
        self._seals = seals
        self._claiming = claiming

    def whose(self, token: str) -> str | None:
        """Their address, masked; None where the link is not ours, or who it was for is forgotten."""
        with self._work() as uow:
            person = self._owner(uow, token)
        return mask_address(person.email) if person else None

    def _owner(self, uow: UnitOfWork, token: str) -> Participant | None:
        """Locked, so that what is counted for them is counted one by one."""
        participant_id = self._seals.read(Purpose.OWN_PAGE, token)
        delivery_id = self._seals.read(Purpose.LEAVE, token) if participant_id is None else None
        if delivery_id is not None:
            participant_id = uow.mailings.participant_of(delivery_id)
        return None if participant_id is None else uow.own.lock(participant_id)

    def send_code(self, token: str) -> bool:
        """Mail a new code; False where they got several lately, and the newest of these still counts."""
        code, now = f"{randbelow(10**6):06d}", self._clock.now()
        with self._work() as uow:
            person = self._owner(uow, token)
            if person is None:
                return False
            sent = uow.own.codes_since(person.id, [now - span for span in CODES])
            if any(number >= most for number, most in zip(sent, CODES.values(), strict=True)):
                return False
            uow.own.add_code(person.id, _digest(person.id, code), now)
            subject, text = self._composer.own(OwnMail.PAGE_CODE, code=code)
            letter = own_letter(self._composer, person.email, subject, text)
            uow.outbox.owe(Task.SEND_LETTER, uow.letters.add(LetterKind.PAGE_CODE, None, letter, now))
        return True

    def unlock(self, token: str, code: str) -> str | None:
        """What the browser opens the page with from now on; None where this is not the code, or no longer."""
        now = self._clock.now()
        with self._work() as uow:
            person = self._owner(uow, token)
            if person is None:
                return None
            digest = _digest(person.id, code)
            if not uow.own.try_code(person.id, digest, now - CODE_LIVES, TRIES, now):
                return None
            uow.audit.record(CITIZEN, "opened_own_page", f"participant {person.id}", now)
            heard_from(uow, person.id, now)  # a mail arrived, and was read
        granted = Pass(person.id, "citizen", now + PAGE_OPEN)
        return self._seals.make_pass(Purpose.OPENED_OWN_PAGE, granted)

    def open(self, token: str, cookie: str) -> Participant | None:
        """Whose page it is, for the browser that typed the code; else None."""
        with self._work() as uow:
            return self._opened(uow, token, cookie)

    def _opened(self, uow: UnitOfWork, token: str, cookie: str) -> Participant | None:
        granted = self._seals.read_pass(Purpose.OPENED_OWN_PAGE, cookie, self._clock.now())
        person = self._owner(uow, token) if granted else None
        return person if granted and person and person.id == granted.subject_id else None

    def move(self, person: Participant, name: str, postcode: str, house_number: str) -> bool:
        """What they are called and where they live now; False where we do not know that place."""
        with self._work() as uow:
            return move(uow, person.id, name, postcode, house_number, CITIZEN, self._clock.now())

    def ask_address(self, person: Participant, email: str, client: str) -> bool:
        """Ask the new address; False where too much came in. The former one said so by its code."""
        return self._claiming.claim(Claim(ClaimKind.NEW_ADDRESS, email, participant_id=person.id), client)

    def choose(self, person: Participant, wants: Collection[MailKind]) -> None:
        """Which mails they get."""
        now = self._clock.now()
        with self._work() as uow:
            uow.own.choose(person.id, wants, now)
            uow.audit.record(CITIZEN, "chose", f"participant {person.id}", now, wants=sorted(wants))

    def today(self) -> date:
        """The day as people in the Netherlands have it."""
        return local(self._clock.now()).date()

    def pause(self, person: Participant, until: date) -> bool:
        """No mail before that day; False where it is not one from tomorrow on, within a year."""
        now = self._clock.now()
        if not may_pause(until, now):
            return False
        with self._work() as uow:
            return pause(uow, person.id, until, CITIZEN, now)

    def go_on(self, person: Participant) -> None:
        """End the pause."""
        with self._work() as uow:
            if uow.own.go_on(person.id):
                uow.audit.record(CITIZEN, "went_on", f"participant {person.id}", self._clock.now())

    def leave(self, person: Participant) -> None:
        """Withdraw: no mail any more."""
        with self._work() as uow:
            take_out(uow, person.id, LeaveReason.UNSUBSCRIBED, CITIZEN, self._clock.now())

    def come_back(self, person: Participant) -> None:
        """Undo that."""
        now = self._clock.now()
        with self._work() as uow:
            if uow.people.come_back(person.id, now):
                uow.audit.record(CITIZEN, "came_back", f"participant {person.id}", now)

    def download(self, person: Participant) -> Mapping[str, object]:
        """All that is known of them, as `privacy export` writes it, but for what others wrote."""
        now = self._clock.now()
        with self._work() as uow:
            known = uow.dossiers.export(person.email, own_only=True) or {}
            uow.audit.record(CITIZEN, "downloaded", f"participant {person.id}", now)
        return {**known, "made_at": now.isoformat()}


def move(
    uow: UnitOfWork,
    participant_id: int,
    name: str,
    postcode: str,
    house_number: str,
    by: str,
    at: datetime,
    said: Mapping[str, object] | None = None,
) -> bool:
    """Change what is filled in; False where we do not know that place, or nobody knows who this is any more."""
    uow.own.alone()
    person = uow.own.lock(participant_id)
    if person is None:
        return False
    home = (postcode or person.postcode, house_number or person.house_number)
    changes: dict[str, object] = {"name": name or person.name, "postcode": home[0], "house_number": home[1]}
    if home != (person.postcode, person.house_number):
        place = known_place(uow, *home)
        if place is None:
            return False
        if home[0] != person.postcode or not place.approximate:  # a middle tells less than where they lived so far
            changes |= {"neighbourhood": place.neighbourhood, "x": place.x, "y": place.y}
    row = as_row(person, **changes)
    columns = [name for name in ("name", "postcode", "house_number") if getattr(row, name) != getattr(person, name)]
    if columns:
        uow.own.change(participant_id, row, at)
        uow.audit.record(by, "corrected", f"participant {participant_id}", at, said, columns=columns)
    return True


def may_pause(day: date, now: datetime) -> bool:
    """From tomorrow on, for a year."""
    today = local(now).date()
    return today + timedelta(days=1) <= day <= today + LONGEST_PAUSE


def pause(
    uow: UnitOfWork, participant_id: int, until: date, by: str, at: datetime, said: Mapping[str, object] | None = None
) -> bool:
    """No mail before that day; False where they left."""
    paused = uow.own.pause(participant_id, start_of(until), at)
    if paused:
        uow.audit.record(by, "paused", f"participant {participant_id}", at, said, until=until.isoformat())
    return paused


def _digest(participant_id: int, code: str) -> str:
    return sha256(f"{participant_id}:{code}".encode()).hexdigest()
