"""The audit trail is sealed line by line, can be verified and taken out, and tells the superusers where it stands."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from typing import Final
from uuid import uuid4

import structlog

from bot.clock import Clock
from bot.domain.privacy.trail import FIRST, SEALED_WITHIN, Break, Chain, Sealed, Sealer, TrailLine, Whole
from bot.records.chat import Note
from bot.records.outbox import Task
from bot.workflow.owing import N_, owe_note
from bot.workflow.times import next_time
from storage.unit_of_work import UnitOfWork, Work

log = structlog.get_logger()
NAME: Final = "sealing"
TELLING: Final = "telling the seal"
BY: Final = "burgernetmail"
AT_ONCE: Final = 500
LEASE: Final = timedelta(minutes=1)


class AuditChain:
    """Seals are set by one copy at a time, after the change: no transaction has to wait for another's line.

    The chain goes in the order of sealing: a line that committed late is sealed late, and nothing is left out.
    """

    def __init__(self, work: Work, clock: Clock, sealer: Sealer, told_at: time) -> None:
        self._work = work
        self._clock = clock
        self._sealer = sealer
        self._told_at = told_at
        self._holder = uuid4().hex
        self._next_telling = datetime.min.replace(tzinfo=UTC)
        self._said_wrong_key = False

    def seal_next(self) -> bool:
        """Seal what has no seal yet, oldest first; True while there is more."""
        now = self._clock.now()
        with self._work() as uow:
            if not uow.leases.take(NAME, self._holder, now, now + LEASE):
                return False
            number, last, key = uow.audit.last_seal() or (0, FIRST, self._sealer.check)
            if key not in {"", self._sealer.check}:
                self._say_wrong_key()
                return False
            if key != self._sealer.check:  # a line to begin with: from now on the newest seal always has the key
                uow.audit.record(BY, "sealed_with_key", "audit trail", now, key=self._sealer.check)
            lines = uow.audit.unsealed(AT_ONCE)
            for line in lines:
                number, last = number + 1, self._sealer.seal(last, line)
                uow.audit.add_seal(number, line.id, last, self._sealer.check)
        if lines:
            log.info("trail sealed", number=number, hash=last)
        return len(lines) == AT_ONCE

    def _say_wrong_key(self) -> None:
        """Once; `check` and `audit verify` tell it too. Seals of another key would break the chain for good."""
        if not self._said_wrong_key:
            self._said_wrong_key = True
            log.error("trail not sealed", why="AUDIT_KEY is not the key of the seals before")

    def tell(self) -> None:
        """Once a day in all copies: the newest seal to the superusers, against which the trail is verified later."""
        now = self._clock.now()
        if now < self._next_telling:
            return
        self._next_telling = next_time(now, self._told_at)
        with self._work() as uow:
            if not uow.leases.take(TELLING, self._holder, now, self._next_telling):
                return
            newest = uow.audit.last_seal()
            if newest:
                number, last, _ = newest
                log.info("trail stands", number=number, hash=last)
                told = N_("The audit trail ends at seal {seal}. Keep this message: it shows later whether it was cut.")
                owe_note(uow, Task.SUPERVISION_NOTE, 0, Note(told, {"seal": f"{number}:{last}"}))

    def give_back(self) -> None:
        """Another copy, or this one started anew, goes on at once."""
        with self._work() as uow:
            uow.leases.give_back(NAME, self._holder)

    def verify(self, expected: tuple[int, str] | None = None) -> Break | Whole:
        """Where the chain is broken first, or how far it is whole; `expected`: a seal as it was told."""
        chain = Chain(self._sealer, expected)
        for one in self._chain():
            if broken := chain.broken(one):
                return broken
        return self._unsealed() or chain.ended()

    def _unsealed(self) -> Break | None:
        with self._work() as uow:
            oldest = uow.audit.unsealed(1)
        if oldest and oldest[0].at < self._clock.now() - SEALED_WITHIN:
            return Break(oldest[0].id, "it has no seal after a minute; the bot sets them while it runs")
        return None

    def _chain(self) -> Iterator[Sealed]:
        """A page a transaction: the bot goes on meanwhile."""
        page = self._seals(0)
        while page:
            yield from page
            page = self._seals(page[-1].number)

    def _seals(self, after: int) -> list[Sealed]:
        with self._work() as uow:
            return uow.audit.sealed(after, AT_ONCE)

    def export(self, operator: str) -> Iterator[str]:
        """Every line as JSON, oldest first, with the words that still stand beside it; a page a transaction.

        On record before the first one leaves: so what is taken ends with who took it.
        """
        with self._work() as uow:
            uow.audit.record("command line", "exported_audit", "audit trail", self._clock.now(), user=operator)
        page = self._lines(0)
        while page:
            yield from (told for _, told in page)
            page = self._lines(page[-1][0])

    def _lines(self, after: int) -> list[tuple[int, str]]:
        with self._work() as uow:
            lines = uow.audit.lines(after, AT_ONCE)
            words = uow.audit.words([line.id for line in lines])
        return [(line.id, _exported(line, words.get(line.id))) for line in lines]

    def erase_words(self, line_id: int, operator: str) -> bool:
        """Of the words beside a line only their digests stay; False where none stand there."""
        with self._work() as uow:
            subject = uow.audit.erase_words(line_id)
            if subject is not None:
                _record_erasing(uow, subject, line_id, operator, self._clock.now())
        return subject is not None


def _record_erasing(uow: UnitOfWork, subject: str, line_id: int, operator: str, now: datetime) -> None:
    uow.audit.record("command line", "erased_words", subject, now, line=line_id, user=operator)


def _exported(line: TrailLine, words: object) -> str:
    if not words:
        return line.as_json()
    return json.dumps({**json.loads(line.as_json()), "words": words}, sort_keys=True, ensure_ascii=False)
