"""A citizen's rights, by e-mail address: to see, to correct, to be forgotten. For who operates the bot."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.clock import Clock
from bot.contacts.email_addresses import comparable, spellings
from bot.domain.participants.people import LeaveReason, Participant
from bot.domain.privacy.retention import letter_under_way
from bot.domain.replies.replies import Reply, ReplyLabel
from bot.workflow.participants.addresses import place_of
from bot.workflow.participants.enrolling import checked_row
from bot.workflow.participants.keeping_out import ErasureKey, keep_out, let_in
from bot.workflow.participants.leaving import take_out
from bot.workflow.privacy.erasing import erase
from storage.unit_of_work import UnitOfWork, Work

BY: Final = "command line"
ONLY_A_HASH: Final = "a hash of this address, made with a secret key, so that no participants file enrols it again"


class NothingKnown(Exception):
    """Neither a participant nor a reply has this address."""


class AddressTaken(Exception):
    """Another participant has the address that this one should get."""


class WasErased(Exception):
    """Whoever has the address that this one should get asked to be erased."""


@dataclass(frozen=True)
class Forgotten:
    """What was done, or (`refused`) nothing, since these replies still want an answer; numbers of replies."""

    erased: tuple[int, ...] = ()
    held: tuple[int, ...] = ()
    open: tuple[int, ...] = ()
    files: int = 0
    participant: str = "none"  # or `erased`, or `kept`: without mail, while what they wrote is held
    refused: bool = False
    kept_out: bool = False  # of the next participants file


class DataSubjectRequests:
    """Each act is on record with the operating system's name of who did it, and never with the address."""

    def __init__(self, work: Work, clock: Clock, operator: str, key: ErasureKey | None) -> None:
        """Without a key nobody is kept out of the next file: for an exercise only."""
        self._work = work
        self._clock = clock
        self._operator = operator
        self._key = key

    def export(self, address: str) -> Mapping[str, object]:
        """All that is known of this person; NothingKnown."""
        with self._work() as uow:
            known = uow.dossiers.export(address)
            erased_at = uow.erasures.kept_out_since(self._key.of(address)) if self._key else None
            if known is None and erased_at is None:
                raise NothingKnown
            self._record(uow, "exported", uow.people.find(address), uow.dossiers.replies_of(address))
        told = {**known} if known else {"address": comparable(address), "what_is_left": ONLY_A_HASH}
        erased = {"erased_at": erased_at.isoformat()} if erased_at else {}
        return {**told, **erased, "made_at": self._clock.now().isoformat()}

    def forget(self, address: str, *, open_too: bool) -> Forgotten:
        """Erase the person and all they wrote, in one transaction; NothingKnown. Nothing, where a reply is open."""
        with self._work() as uow:
            person, numbers = uow.people.find(address), uow.dossiers.replies_of(address)
            if person is None and not numbers and not uow.claims.told(spellings(address), None):
                raise NothingKnown
            replies = [uow.replies.get_for_change(number) for number in numbers]
            held = {reply.id for reply in replies if uow.erasures.is_held(reply.id)}
            waiting = tuple(reply.id for reply in replies if reply.id not in held and _is_open(uow, reply))
            if waiting and not open_too:
                return Forgotten(open=waiting, held=tuple(sorted(held)), refused=True)
            gone = [reply.id for reply in replies if reply.id not in held]
            roots = [reply.id for reply in replies if reply.id in gone and reply.follow_up_of not in gone]
            files = sum(erase(uow, number, BY, self._clock.now(), rule="request") for number in roots)
            uow.erasures.erase_letters_to(address)
            what = self._forget_person(uow, person, held=bool(held)) if person else "none"
            uow.claims.erase(spellings(address), person.id if person and what == "erased" else None)
            kept_out = self._key is not None and what != "kept"
            if self._key and kept_out:
                keep_out(uow, self._key, address, self._clock.now())
            self._record(uow, "forgot", person, gone, held=sorted(held))
        return Forgotten(tuple(gone), tuple(sorted(held)), waiting, files, what, kept_out=kept_out)

    def _forget_person(self, uow: UnitOfWork, person: Participant, *, held: bool) -> str:
        """A person whose replies are under legal hold stays known, and gets no more mail."""
        take_out(uow, person.id, LeaveReason.UNSUBSCRIBED, BY, self._clock.now())
        if held:
            return "kept"
        uow.erasures.erase_participant(person.id, self._clock.now())
        return "erased"

    def correct(self, address: str, changes: Mapping[str, str], *, erased_too: bool = False) -> list[str]:
        """Change what is known of a participant, checked like a line of a file; the columns that changed.

        A new postcode gives a new place. `erased_too`: who was erased with the new address asks for it themselves.
        NothingKnown, AddressTaken, WasErased, enrolling.WrongValue.
        """
        with self._work() as uow:
            person = uow.people.find(address)
            if person is None:
                raise NothingKnown
            known = {name: str(getattr(person, name)) for name in _OF_ROW}
            if not changes.keys().isdisjoint(("postcode", "house_number")):
                known |= {"x": "", "y": "", "neighbourhood": ""}
            told = {**known, **changes}
            row = checked_row(told, lambda code: place_of(uow, code, told["house_number"]))
            if row.email != person.email and uow.people.find(row.email):
                raise AddressTaken
            changed = [name for name in _OF_ROW if getattr(row, name) != getattr(person, name)]
            if self._key and row.email != person.email and let_in(uow, self._key, row.email):
                if not erased_too:
                    raise WasErased
                self._record(uow, "let_in", person, [])
            if self._key and row.email != person.email:
                keep_out(uow, self._key, person.email, self._clock.now())  # the next file may still name it
            uow.dossiers.correct(person, row)
            self._record(uow, "corrected", person, [], columns=changed)
        return changed

    def let_in(self, address: str) -> bool:
        """Who was erased signs up again, themselves: from now on a file may enrol them; False where nobody was."""
        assert self._key, "only a key tells who was erased"
        with self._work() as uow:
            lifted = let_in(uow, self._key, address)
            if lifted:
                self._record(uow, "let_in", None, [])
        return lifted

    def _record(
        self, uow: UnitOfWork, what: str, person: Participant | None, replies: list[int], **more: object
    ) -> None:
        subject = f"participant {person.id}" if person else "nobody who takes part"
        uow.audit.record(BY, what, subject, self._clock.now(), user=self._operator, replies=replies, **more)


_OF_ROW: Final = ("email", "name", "postcode", "house_number", "neighbourhood", "x", "y")


def _is_open(uow: UnitOfWork, reply: Reply) -> bool:
    """Somebody still owes it something (a call, for one), or a letter about it is on its way."""
    is_owed = reply.label is ReplyLabel.REPLY and reply.handled_at is None
    return is_owed or letter_under_way(reply) or uow.callbacks.open_of(reply.id) is not None
