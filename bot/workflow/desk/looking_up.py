"""What the chat tells of people: asked once by however many need it, kept for a while, shared by all copies."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from threading import Lock
from typing import Final, Protocol

import structlog

from bot.clock import Clock
from bot.domain.errors import PublicChannel
from bot.records.staff import Account
from storage.unit_of_work import UnitOfWork, Work

log = structlog.get_logger()


class LookKind(StrEnum):
    """What is asked about a channel, a user group or a person."""

    MEMBERS = "members"
    PRIVATE = "private"
    GROUP = "group"
    ACCOUNT = "account"


GOOD_FOR: Final[Mapping[LookKind, timedelta]] = {
    LookKind.MEMBERS: timedelta(minutes=1),
    LookKind.PRIVATE: timedelta(hours=1),
    LookKind.GROUP: timedelta(minutes=1),
    LookKind.ACCOUNT: timedelta(hours=2),
}
"""How long an answer is relied on. The sweep asks again long before: who presses finds all of it there."""


@dataclass(frozen=True)
class Look:
    kind: LookKind
    of: str

    @property
    def key(self) -> str:
        return f"{self.kind} {self.of}"


class Directory(Protocol):
    """The chat's; each of these may take seconds, and raises where it can't be reached."""

    def channel_members(self, channel_id: str) -> set[str]: ...

    def group_members(self, group_id: str) -> set[str]: ...

    def public_name(self, channel_id: str) -> str:
        """Empty where the channel is private."""

    def account(self, user_id: str) -> Account: ...

    def email(self, user_id: str) -> str: ...


class LookingUp:
    def __init__(self, work: Work, clock: Clock, directory: Directory) -> None:
        self.directory = directory
        self._work = work
        self._clock = clock
        self._locks: defaultdict[str, Lock] = defaultdict(Lock)

    def stale(
        self, uow: UnitOfWork, looks: Iterable[Look], good_for: Mapping[LookKind, timedelta] = GOOD_FOR
    ) -> list[Look]:
        """What has to be asked, what was never asked first."""
        looks = [*looks]
        return self.stale_among(looks, uow.directory.looked_at([look.key for look in looks]), good_for)

    def stale_among(
        self, looks: Iterable[Look], at: Mapping[str, datetime], good_for: Mapping[LookKind, timedelta] = GOOD_FOR
    ) -> list[Look]:
        """A moment to come is no answer: the clock was set back."""
        asked, now = {look.key: look for look in looks}, self._clock.now()
        old = [key for key, look in asked.items() if key in at and not now - good_for[look.kind] < at[key] <= now]
        return [asked[key] for key in [*(asked.keys() - at.keys()), *sorted(old, key=at.__getitem__)]]

    def ask(self, looks: Sequence[Look]) -> None:
        """All of it at once: who waits for a form has three seconds."""
        if len(looks) == 1:
            self._once(looks[0])
        elif looks:
            with ThreadPoolExecutor(len(looks), thread_name_prefix="look") as pool:
                for _ in pool.map(self._once, looks):
                    pass

    def _once(self, look: Look) -> None:
        """Who comes second has what the first was told."""
        with self._locks[look.key]:
            with self._work() as uow:
                stale = self.stale(uow, [look])
            if stale:
                self.take_in(look, self.directory)

    def take_in(self, look: Look, directory: Directory) -> None:
        """Ask, and keep the answer; PublicChannel."""
        at = self._clock.now()
        if look.kind is LookKind.PRIVATE:
            name = directory.public_name(look.of)
            with self._work() as uow:
                uow.directory.forget(look.key) if name else uow.directory.look(look.key, at)
            if name:
                log.error("channel is public", channel=look.of)
                raise PublicChannel(channel=name)
        elif look.kind is LookKind.ACCOUNT:
            account = directory.account(look.of)
            with self._work() as uow:
                uow.directory.keep(account)
                uow.directory.look(look.key, at)
        else:
            in_group = look.kind is LookKind.GROUP
            members = directory.group_members(look.of) if in_group else directory.channel_members(look.of)
            with self._work() as uow:
                uow.directory.take_in(look.of, members, at)
                uow.directory.look(look.key, at)
