"""Looking for an alert, or for what a citizen wrote: everybody finds what their role may see."""

from dataclasses import dataclass

from bot.clock import Clock
from bot.domain.desk.queries import Query, read_query
from bot.domain.folding import folded
from bot.domain.participants.people import Colleague, Role
from bot.domain.replies.contacts import without_contacts
from bot.records.pages import Page, Turn
from bot.records.searches import Found, Sight
from bot.workflow.letters.contact_reading import CONTACTS
from storage.unit_of_work import UnitOfWork, Work


@dataclass(frozen=True)
class Findings:
    """What was typed, and a page of what was found, newest first; None where nothing was looked for."""

    typed: str
    found: Page[Found] | None
    citizens: bool
    """Whether it looked through what citizens wrote."""


class Finding:
    """The audit trail keeps that somebody looked, and for what kind of thing; never for whom."""

    def __init__(self, work: Work, clock: Clock) -> None:
        self._work = work
        self._clock = clock

    def find(self, typed: str, colleague: Colleague, turn: Turn) -> Findings:
        """What fits what was typed, and this colleague may see by now; each page is on record."""
        sight, query = _sight_of(colleague), read_query(typed, CONTACTS)
        citizens = sight.replies or sight.leads
        if query is None:
            return Findings(typed, None, citizens)
        with self._work() as uow:
            unseen = _unseen(uow, query) if citizens else ()
            found = uow.searches.find(query, sight, turn, unseen)
            seen = {"found": found.total, "first": found.first} if turn.mark else {"found": found.total}
            uow.audit.record(colleague.id, "searched", "search", self._clock.now(), kind=query.kind, **seen)
        return Findings(typed, found, citizens)


def _unseen(uow: UnitOfWork, query: Query) -> list[int]:
    """Replies that hold it in a hidden number or address alone: piece by piece, finding them would tell all of it."""
    held = ((number, folded(without_contacts(words))) for number, words in uow.searches.holding(query))
    return [number for number, shown in held if not all(word in shown for word in query.words)]


def _sight_of(colleague: Colleague) -> Sight:
    """What this colleague may see; leads are left out for who sees every reply."""
    replies = not colleague.roles.isdisjoint({Role.RESPONDER, Role.SUPERUSER})
    leads = Role.BURGLARY_TEAM in colleague.roles and not replies
    return Sight(replies or Role.INTAKE in colleague.roles, replies, leads)
