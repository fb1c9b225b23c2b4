"""Citizens sign up: what they fill in waits until they answer the mail to that address with a click.

The page is told nothing of who takes part: it keeps what was filled in, and only afterwards a job looks who that is and
mails. So there is nothing to see in its words, nor in how long it takes.
"""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from uuid import uuid4

from bot.clock import Clock
from bot.contacts.email_addresses import canonical
from bot.domain.participants.claiming import (
    A_DAY,
    AN_HOUR,
    CONSENT,
    KEPT,
    LINK_LIVES,
    ONE_MAIL,
    Claim,
    ClaimKind,
    is_expired,
    mailed_before,
    may_claim,
)
from bot.domain.participants.people import Participant, ParticipantRow, ParticipantStatus, mask_address
from bot.domain.replies.replies import LetterKind
from bot.records.mail import Letter, OwnMail, Purpose
from bot.records.outbox import Task
from bot.workflow.mail_ports import Composer, Tokens
from bot.workflow.participants.addresses import known_place
from bot.workflow.participants.keeping_out import ErasureKey, WrongKey, keep_out, welcome
from storage.unit_of_work import UnitOfWork, Work

CITIZEN = "citizen"


class Door(StrEnum):
    """What a link that confirms an address leads to."""

    OPEN = "open"
    DONE = "done"
    EXPIRED = "expired"
    TAKEN = "taken"
    UNKNOWN = "unknown"


class SigningUp:
    """Links hold for 48 hours, an address gets one mail a day, and what nobody confirms goes after a week."""

    def __init__(self, work: Work, clock: Clock, composer: Composer, tokens: Tokens, key: ErasureKey | None) -> None:
        self._work = work
        self._clock = clock
        self._composer = composer
        self._tokens = tokens
        self._key = key

    def knows_place(self, postcode: str, house_number: str) -> bool:
        """Whether we know where this is."""
        with self._work() as uow:
            return known_place(uow, postcode, house_number) is not None

    def claim(self, claim: Claim, client: str) -> bool:
        """Keep what was filled in; False where too much came in from this client, or in all."""
        now = self._clock.now()
        with self._work() as uow:
            if not may_claim(*uow.claims.since(now - AN_HOUR, claim.kind, client), known=bool(client)):
                return False
            agreed = CONSENT if claim.kind is ClaimKind.SIGN_UP else ""
            uow.claims.add(replace(claim, email=canonical(claim.email)), agreed, client, now)
        return True

    def mail_next(self) -> bool:
        """Mail about one claim, if its address had no such mail for a day; whether there was one that may go now."""
        now = self._clock.now()
        with self._work() as uow:
            fewer_than = mailed_before(uow.claims.mails_since(now - AN_HOUR))
            claim = uow.claims.take_unmailed(now, now - A_DAY, fewer_than)
            if claim is None:
                return False
            if not uow.claims.mailed_since(claim.email, now - ONE_MAIL):
                self._mail(uow, claim)
        return True

    def _mail(self, uow: UnitOfWork, claim: Claim) -> None:
        """Who takes part is led to their own page, and nothing of them changes."""
        known = uow.people.find(claim.email)
        if known and known.status is not ParticipantStatus.LEFT:
            letter_to(uow, self._composer, claim.email, OwnMail.SIGNED_UP, self._own_page(known), self._clock)
            return
        what = OwnMail.SIGN_UP if claim.kind is ClaimKind.SIGN_UP else OwnMail.NEW_ADDRESS
        link = f"/bevestigen/{self._tokens.make(Purpose.CLAIM, claim.id)}"
        letter_to(uow, self._composer, claim.email, what, link, self._clock, until=claim.asked_at + LINK_LIVES)

    def _own_page(self, person: Participant) -> str:
        return f"/mijn/{self._tokens.make(Purpose.OWN_PAGE, person.id)}"

    def look(self, token: str) -> tuple[Door, Claim | None]:
        """What a link leads to now, and what was filled in."""
        with self._work() as uow:
            claim = self._claim(uow, token)
            return (self._door(claim), claim) if claim else (Door.UNKNOWN, None)

    def page_of(self, claim: Claim | None) -> str:
        """Where whoever it led to keeps their own data; a mailed code opens it. Empty while nobody does."""
        number = claim.participant_id if claim and claim.confirmed_at else None
        return f"/mijn/{self._tokens.make(Purpose.OWN_PAGE, number)}" if number else ""

    def _claim(self, uow: UnitOfWork, token: str) -> Claim | None:
        claim_id = self._tokens.read(Purpose.CLAIM, token)
        return None if claim_id is None else uow.claims.as_last_filled_in(claim_id)

    def _door(self, claim: Claim) -> Door:
        if claim.confirmed_at:
            return Door.DONE
        return Door.EXPIRED if is_expired(claim, self._clock.now()) else Door.OPEN

    def confirm(self, token: str, seen: str = "") -> Door:
        """The click: they take part, or have their new address; a second one changes nothing.

        `seen`: the home that stood beside the button. Where somebody filled in another one since, the door stays open.

        One that can bring nothing marks nothing either: it says so again, and what was filled in is forgotten in time.
        """
        with self._work() as uow:
            uow.own.alone()
            claim = self._claim(uow, token)
            if claim is None:
                return Door.UNKNOWN
            door = self._door(claim)
            if door is not Door.OPEN or (seen and seen != claim.home):
                return door
            return self._enrol(uow, claim) if claim.kind is ClaimKind.SIGN_UP else self._readdress(uow, claim)

    def _enrol(self, uow: UnitOfWork, claim: Claim) -> Door:
        now, place = self._clock.now(), known_place(uow, claim.postcode, claim.house_number)
        if place is None:  # it was known as they signed up
            return Door.UNKNOWN
        if not uow.claims.confirm(claim.id, now):
            return Door.DONE
        home = (claim.postcode, claim.house_number, place.neighbourhood, place.x, place.y)
        row = ParticipantRow(claim.email, claim.name, *home)
        lifted = welcome(uow, self._key, claim.email)
        participant_id, new = uow.own.enrol(row, now)
        uow.claims.keep_proof(claim.id, participant_id)
        said = {"consent": CONSENT, "new": new, "was_erased": lifted, "campaign": bool(claim.campaign)}
        uow.audit.record(CITIZEN, "signed_up", f"participant {participant_id}", now, **said)
        return Door.DONE

    def _readdress(self, uow: UnitOfWork, claim: Claim) -> Door:
        """Both addresses said so: the former one by the code that opened the page, this one by the click."""
        person = uow.own.lock(claim.participant_id or 0)
        if person is None or person.status is ParticipantStatus.LEFT:
            return Door.UNKNOWN
        taken = uow.people.find(claim.email)
        if taken and taken.id != person.id:
            return Door.TAKEN
        now = self._clock.now()
        if not uow.claims.confirm(claim.id, now):
            return Door.DONE
        if self._key and not taken:
            welcome(uow, self._key, claim.email)
            with suppress(WrongKey):
                keep_out(uow, self._key, person.email, now)  # the next file may still name it
        uow.own.change(person.id, as_row(person, email=claim.email), now)
        uow.claims.keep_proof(claim.id, person.id)
        uow.audit.record(CITIZEN, "corrected", f"participant {person.id}", now, columns=["email"])
        letter_to(
            uow,
            self._composer,
            person.email,
            OwnMail.ADDRESS_CHANGED,
            self._own_page(person),
            self._clock,
            masked=mask_address(claim.email),
        )
        return Door.DONE

    def forget_old(self) -> None:
        """What nobody confirmed in a week goes, with the mails about it."""
        with self._work() as uow:
            uow.claims.forget(self._clock.now() - KEPT)


def as_row(person: Participant, **changes: object) -> ParticipantRow:
    """What is known of somebody as a line of a file, with what changes."""
    names = ("email", "name", "postcode", "house_number", "neighbourhood", "x", "y")
    return ParticipantRow(**{**{name: getattr(person, name) for name in names}, **changes})


def letter_to(
    uow: UnitOfWork,
    composer: Composer,
    to: str,
    what: OwnMail,
    link: str,
    clock: Clock,
    *,
    masked: str = "",
    until: datetime | None = None,
) -> None:
    """Owe a mail about somebody's address."""
    subject, text = composer.own(what, link=link, masked=masked, until=until)
    letter = own_letter(composer, to, subject, text)
    uow.outbox.owe(Task.SEND_LETTER, uow.letters.add(LetterKind.OWN_ADDRESS, None, letter, clock.now()))


def own_letter(composer: Composer, to: str, subject: str, text: str) -> Letter:
    """A mail that belongs to no reply: nothing comes back on it."""
    text = composer.footed(text)
    return Letter("", uuid4().hex, to, subject, text, composer.html(text), automatic=True)
