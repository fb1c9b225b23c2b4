"""The net under the events of who comes and goes: all of it is asked again, a little at a time, by one copy."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from typing import Final
from uuid import uuid4

import structlog

from bot.clock import Clock
from bot.domain.participants.people import Role
from bot.records.staff import ROLE_CHANNELS, Rooms
from bot.workflow.desk.looking_up import GOOD_FOR, Directory, Look, LookingUp, LookKind
from bot.workflow.desk.pacing import Pace
from storage.unit_of_work import UnitOfWork, Work

log = structlog.get_logger()
NAME: Final = "sweeping"
LEASE: Final = timedelta(minutes=1)
MOST_A_MINUTE: Final = 29
"""Of thirty in all: the one that is left asks, once, which workspace the bot is of."""
A_PAGE: Final = 999
SWEPT_AFTER: Final[Mapping[LookKind, timedelta]] = {
    LookKind.MEMBERS: timedelta(seconds=30),
    LookKind.PRIVATE: timedelta(minutes=50),
    LookKind.GROUP: timedelta(seconds=30),
    LookKind.ACCOUNT: timedelta(hours=1),
}


def looks_of(rooms: Rooms, roles: Iterable[Role]) -> Iterator[Look]:
    """What tells who has these roles."""
    for role in roles:
        channel = ROLE_CHANNELS[role]
        yield Look(LookKind.MEMBERS, rooms.channels[channel])
        if not rooms.may_be_public:
            yield Look(LookKind.PRIVATE, rooms.channels[channel])
        if group := rooms.groups.get(channel):
            yield Look(LookKind.GROUP, group)


class Sweeping:
    def __init__(self, work: Work, clock: Clock, rooms: Rooms, looking_up: LookingUp, hasty: Directory) -> None:
        self._work = work
        self._clock = clock
        self._rooms = rooms
        self._looking_up = looking_up
        self._hasty = hasty
        self._pace = Pace(MOST_A_MINUTE)
        self._holder = uuid4().hex

    def sweep(self) -> None:
        """Channels and groups first: they tell who may what. People after that, each once an hour."""
        now = self._clock.now()
        with self._work() as uow:
            if not uow.leases.take(NAME, self._holder, now, now + LEASE):
                return
            rooms = self._looking_up.stale(uow, looks_of(self._rooms, self._rooms.roles), SWEPT_AFTER)
            sizes = {place: len(members) for place, members in uow.directory.members().items()}
        for look in rooms:
            if not self._asks(look, 1 + sizes.get(look.of, 0) // A_PAGE):
                return
        self.name_people(SWEPT_AFTER)

    def name_people(self, good_for: Mapping[LookKind, timedelta] = GOOD_FOR) -> bool:
        """Ask who they are; whether all are known by now."""
        with self._work() as uow:
            present = {user_id for members in uow.directory.members().values() for user_id in members}
            self._forget_strangers(uow, present)
            unknown = self._looking_up.stale(uow, [Look(LookKind.ACCOUNT, one) for one in sorted(present)], good_for)
        return all(self._asks(look) for look in unknown)

    def give_back(self) -> None:
        """Another copy, or this one started anew, goes on at once."""
        with self._work() as uow:
            uow.leases.give_back(NAME, self._holder)

    def _asks(self, look: Look, calls: int = 1) -> bool:
        """False where this minute's calls are used up; what can't be had is asked again at the next round."""
        if not self._pace.take(calls):
            return False
        try:
            self._looking_up.take_in(look, self._hasty)
        except Exception as error:  # one channel or person must not keep the others from being looked at
            log.warning("could not look", kind=look.kind, of=look.of, error=type(error).__name__)
        return True

    def _forget_strangers(self, uow: UnitOfWork, present: set[str]) -> None:
        """Who is in none of our channels, and opened the Home a while ago."""
        absent = [Look(LookKind.ACCOUNT, one) for one in uow.directory.accounts() if one not in present]
        if gone := self._looking_up.stale(uow, absent):
            uow.directory.forget_accounts([look.of for look in gone])
