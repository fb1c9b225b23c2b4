"""Looking for an alert, or for what a citizen wrote: everybody finds what their role may see."""

from dataclasses import dataclass

from bot.clock import Clock
from bot.domain.people import Colleague, Role
from bot.domain.queries import read_query
from bot.workflow.ports import Work
from bot.workflow.searches_port import Found, Sight

MOST = 10


@dataclass(frozen=True)
class Findings:
    """What was found, newest first; None where nothing was looked for. `more`: there is more than is shown."""

    found: tuple[Found, ...] | None
    more: bool
    citizens: bool
    """Whether it looked through what citizens wrote."""


class Finding:
    """The audit trail keeps that somebody looked, and for what kind of thing; never for whom."""

    def __init__(self, work: Work, clock: Clock) -> None:
        self._work = work
        self._clock = clock

    def find(self, typed: str, colleague: Colleague) -> Findings:
        """What fits what was typed, and this colleague may see."""
        sight, query = _sight_of(colleague), read_query(typed)
        citizens = sight.replies or sight.leads
        if query is None:
            return Findings(None, more=False, citizens=citizens)
        with self._work() as uow:
            found = uow.searches.find(query, sight, MOST + 1)
            now = self._clock.now()
            uow.audit.record(colleague.id, "searched", "search", now, kind=query.kind, found=len(found[:MOST]))
        return Findings(tuple(found[:MOST]), len(found) > MOST, citizens)


def _sight_of(colleague: Colleague) -> Sight:
    """Who sees every reply needs no leads beside them."""
    replies = not colleague.roles.isdisjoint({Role.RESPONDER, Role.SUPERUSER})
    leads = Role.BURGLARY_TEAM in colleague.roles and not replies
    return Sight(replies or Role.INTAKE in colleague.roles, replies, leads)
