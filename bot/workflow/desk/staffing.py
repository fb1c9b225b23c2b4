"""Who may do what comes from Slack's channels and groups; who gained it is told to the superusers, once a day."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, time, timedelta
from typing import Final
from uuid import uuid4

from bot.clock import Clock
from bot.domain.participants.people import Colleague, Role
from bot.records.chat import Note
from bot.records.outbox import Task
from bot.records.staff import Held
from bot.workflow.owing import N_, owe_note
from bot.workflow.times import next_time
from storage.unit_of_work import UnitOfWork, Work

NAME: Final = "staffing"
BY: Final = "burgernetmail"
LOOKING: Final = timedelta(minutes=15)
"""How long a look may take; if the copy dies, another one takes over after this."""
ROLE_NAMES: Final[Mapping[Role, str]] = {
    Role.INTAKE: N_("intake"),
    Role.RESPONDER: N_("responders"),
    Role.BURGLARY_TEAM: N_("burglary team"),
    Role.SUPERUSER: N_("superusers"),
    Role.PROJECT_LEADER: N_("project leaders"),
}


class Staffing:
    """Once a day in all copies: the lease lasts until the next. A day that was missed is made up for."""

    def __init__(self, work: Work, clock: Clock, at: time) -> None:
        self._work = work
        self._clock = clock
        self._at = at
        self._holder = uuid4().hex
        self._next = datetime.min.replace(tzinfo=UTC)

    def keep_up(self, everybody: Callable[[], Sequence[Colleague] | None]) -> None:
        """Compare who has a role now (`everybody`; None: not all are known yet) with who had it before."""
        now = self._clock.now()
        if now < self._next:
            return
        with self._work() as uow:
            mine = uow.leases.take(NAME, self._holder, now, now + LOOKING)
        people = self._asked(everybody, now) if mine else None
        if people is None:
            return
        tomorrow = next_time(now, self._at)
        with self._work() as uow:
            if uow.leases.take(NAME, self._holder, self._clock.now(), tomorrow):
                self._compare(uow, people, now)
        self._next = tomorrow

    def _asked(self, everybody: Callable[[], Sequence[Colleague] | None], now: datetime) -> Sequence[Colleague] | None:
        try:
            return everybody()
        except Exception:
            self._next = now + LOOKING  # Slack is away, or the set-up has to be mended
            raise

    def _compare(self, uow: UnitOfWork, people: Sequence[Colleague], now: datetime) -> None:
        names = {colleague.id: colleague.name for colleague in people}
        held = {Held(colleague.id, role) for colleague in people for role in colleague.roles}
        known, first = uow.role_holders.all(), not uow.audit.count("first_roles", "roles")
        gained, lost = sorted(held - known), sorted(known - held)
        uow.role_holders.add([(one, names[one.user_id]) for one in gained], now)
        uow.role_holders.remove(lost)
        if first:
            uow.audit.record(BY, "first_roles", "roles", now, holders=_by_role(gained))
            return
        for what, changed in (("gained_role", gained), ("lost_role", lost)):
            for one in changed:
                uow.audit.record(BY, what, f"colleague {one.user_id}", now, role=one.role)
        if gained:
            owe_note(uow, Task.SUPERVISION_NOTE, 0, _news(gained, names))


def _by_role(held: Sequence[Held]) -> dict[str, list[str]]:
    holders: dict[str, list[str]] = {str(role): [] for role in Role}
    for one in held:
        holders[one.role].append(one.user_id)
    return holders


def _news(gained: Sequence[Held], names: Mapping[str, str]) -> Note:
    """A line for each person; two who are called alike have one each."""
    roles: defaultdict[str, list[str]] = defaultdict(list)
    for one in gained:
        roles[one.user_id].append(ROLE_NAMES[one.role])
    told = N_("These colleagues have a new role. Is that not right? Take them out of the channel.")
    return Note(told, listed=[(names[user_id], ids) for user_id, ids in roles.items()])
