"""The audit trail is sealed line by line, and can be verified and taken out."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final
from uuid import uuid4

from bot.clock import Clock
from bot.domain.privacy.trail import FIRST, Break, Sealed, TrailLine, seal
from storage.unit_of_work import Work

NAME: Final = "sealing"
AT_ONCE: Final = 500
LEASE: Final = timedelta(minutes=1)


class AuditChain:
    """Seals are set by one copy at a time, after the change: no transaction has to wait for another's line.

    The chain goes in the order of sealing: a line that committed late is sealed late, and nothing is left out.
    """

    def __init__(self, work: Work, clock: Clock) -> None:
        self._work = work
        self._clock = clock
        self._holder = uuid4().hex

    def seal_next(self) -> bool:
        """Seal what has no seal yet, oldest first; True while there is more."""
        now = self._clock.now()
        with self._work() as uow:
            if not uow.leases.take(NAME, self._holder, now, now + LEASE):
                return False
            number, last = uow.audit.last_seal() or (0, FIRST)
            lines = uow.audit.unsealed(AT_ONCE)
            for line in lines:
                number, last = number + 1, seal(last, line)
                uow.audit.add_seal(number, line.id, last)
        return len(lines) == AT_ONCE

    def give_back(self) -> None:
        """Another copy, or this one started anew, goes on at once."""
        with self._work() as uow:
            uow.leases.give_back(NAME, self._holder)

    def verify(self) -> Break | None:
        """Where the chain is broken first; None where it is whole."""
        last, number = FIRST, 0
        for one in self._chain():
            if one.number != number + 1:
                return Break(one.line_id, f"seal {number + 1} is missing")
            if one.line is None:
                return Break(one.line_id, "the line is missing")
            if seal(last, one.line) != one.hash:
                return Break(one.line_id, "the line, or a seal before it, was changed")
            last, number = one.hash, one.number
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

    def export(self) -> Iterator[str]:
        """Every line as JSON, oldest first; a page a transaction."""
        page = self._lines(0)
        while page:
            yield from (line.as_json() for line in page)
            page = self._lines(page[-1].id)

    def _lines(self, after: int) -> list[TrailLine]:
        with self._work() as uow:
            return uow.audit.lines(after, AT_ONCE)
