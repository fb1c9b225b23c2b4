"""The offences that superusers add, change and retire; each mail of one is approved as any other."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.clock import Clock
from bot.domain.alerts.alert_errors import TextChanged
from bot.domain.alerts.offence_errors import NotInAnOffence
from bot.domain.alerts.offences import LONGEST_OFFENCE, OwnOffence, tidy_offence
from bot.domain.errors import Refusal
from bot.domain.form_errors import FormErrors
from bot.domain.participants.people import Colleague
from bot.workflow.letters.guarding import Guard
from storage.unit_of_work import Work

NEW: Final = OwnOffence(0, 0, name="", subject="", in_sentence="", first_line="")
"""What the form starts from."""


class Offering:
    """A change is a version of its own: what was asked for keeps the words that it had."""

    def __init__(self, work: Work, clock: Clock, guard: Guard) -> None:
        self._work = work
        self._clock = clock
        self._guard = guard

    def added(self) -> Sequence[OwnOffence]:
        """All of them, those in use first."""
        with self._work() as uow:
            return sorted(uow.offences.newest(), key=lambda one: (one.retired, one.name.casefold()))

    def form(self, number: int) -> OwnOffence:
        """The newest words of one; NEW for none."""
        return next((one for one in self.added() if one.number == number), NEW)

    def keep(self, typed: OwnOffence, colleague: Colleague) -> None:
        """These words hold from now on; `typed.version` is what the form was opened with, 0 for a new one.

        FormErrors names every field that is wrong, TextChanged where somebody else kept another version since.
        """
        now = self._clock.now()
        with self._work() as uow:
            others = uow.offences.newest()
            offence, refusals = tidy_offence(typed, others)
            before = next((one for one in others if one.number == offence.number), None)
            if any(_reads_like(one, offence) for one in ([before] if before else others)):
                return  # sent in twice, or nothing was changed
            refusals += self._found(offence)
            if refusals:
                raise FormErrors(refusals)
            number = offence.number or uow.offences.next_number()
            offence = replace(offence, number=number, version=offence.version + 1)
            if not uow.offences.add(offence, colleague, now):
                raise TextChanged("name")
            told = {name: getattr(offence, name) for name in (*LONGEST_OFFENCE, "in_the_street")}
            uow.audit.record(colleague.id, _done(before, offence), offence.key, now, told)

    def _found(self, offence: OwnOffence) -> list[Refusal]:
        """These words stand in many mails, so that nothing is kept in them: each of what was found has to go."""
        texts = {name: getattr(offence, name) for name in LONGEST_OFFENCE}
        return [NotInAnOffence(field, what=", ".join(what)) for field, what in self._guard.standing(texts).items()]


def _reads_like(one: OwnOffence, other: OwnOffence) -> bool:
    return replace(one, number=other.number, version=other.version) == other


def _done(before: OwnOffence | None, after: OwnOffence) -> str:
    if before is None:
        return "added_offence"
    return "retired_offence" if after.retired and not before.retired else "changed_offence"
