"""Who left long ago is forgotten: a keyed hash of the address stays, so that no file enrols them again."""

from datetime import datetime, timedelta
from typing import Final

import structlog

from bot.clock import Clock
from bot.contacts.email_addresses import spellings
from bot.records.chat import Note
from bot.records.outbox import Task
from bot.workflow.owing import N_, owe_note
from bot.workflow.participants.keeping_out import ErasureKey, WrongKey, keep_out
from storage.unit_of_work import Work

log = structlog.get_logger()
BY: Final = "burgernetmail"
PAGE: Final = 500


class Forgetting:
    """Nobody without a key: the next file would bring them back. Nor while a reply of theirs is here."""

    def __init__(self, work: Work, clock: Clock, key: ErasureKey | None, kept_days: int) -> None:
        self._work = work
        self._clock = clock
        self._key = key
        self._kept = timedelta(days=kept_days)

    def due(self) -> int:
        """How many would be forgotten now."""
        if self._key is None:
            return 0
        with self._work() as uow:
            return uow.erasures.leavers(self._before())

    def run(self) -> int:
        """One person a transaction; how many went. With another key than before nobody goes."""
        if self._key is None:
            return 0
        number = last = 0
        try:
            while ids := self._page(last):
                number += sum(self._forget_safely(self._key, one) for one in ids)
                last = ids[-1]
        except WrongKey as wrong:
            log.error("nobody was forgotten", reason=str(wrong))
        if number:
            told = N_("Forgotten, {days} days after they left: {n} former participants.")
            with self._work() as uow:
                values = {"n": str(number), "days": str(self._kept.days)}
                owe_note(uow, Task.SUPERVISION_NOTE, 0, Note(told, values))
        return number

    def _before(self) -> datetime:
        return self._clock.now() - self._kept

    def _page(self, last: int) -> list[int]:
        with self._work() as uow:
            return uow.erasures.leavers_after(last, self._before(), PAGE)

    def _forget_safely(self, key: ErasureKey, participant_id: int) -> bool:
        """Who makes the code stumble keeps nobody else, and nothing that the night does after this."""
        try:
            return self._forget(key, participant_id)
        except WrongKey:
            raise
        except Exception as error:
            log.error("forgetting failed", participant=participant_id, error=type(error).__name__)
            return False

    def _forget(self, key: ErasureKey, participant_id: int) -> bool:
        """Looked at again under its lock: they may be back, or have written."""
        now = self._clock.now()
        with self._work() as uow:
            address = uow.erasures.leaver(participant_id, self._before())
            if address is None:
                return False
            keep_out(uow, key, address, now)
            uow.erasures.erase_letters_to(address)
            uow.erasures.erase_participant(participant_id, now)
            uow.claims.erase(spellings(address), participant_id)
            uow.audit.record(BY, "forgot", f"participant {participant_id}", now, rule="left")
        return True
