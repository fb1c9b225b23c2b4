"""Who presses, and what they may: by the channels that they are in, and the user groups where those are set."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from bot.clock import Clock
from bot.domain.errors import NoAccess
from bot.domain.participants.people import Colleague, Role
from bot.records.staff import Known, Rooms
from bot.workflow.desk.looking_up import Directory, Look, LookingUp, LookKind
from bot.workflow.desk.sweeping import Sweeping, looks_of
from storage.unit_of_work import Work


class Recognising:
    """The chat tells who comes and who goes; what it was not asked for a while is asked before anybody may anything."""

    def __init__(
        self, work: Work, look: Work, clock: Clock, rooms: Rooms, directory: Directory, hasty: Directory
    ) -> None:
        """`look`: where nothing is changed; `hasty` doesn't wait where the chat is busy."""
        self._work = work
        self._look = look
        self._clock = clock
        self._rooms = rooms
        self._looking_up = LookingUp(work, clock, directory)
        self._sweeping = Sweeping(work, clock, rooms, self._looking_up, hasty)
        self.sweep = self._sweeping.sweep
        self.give_back = self._sweeping.give_back
        self.email = directory.email

    def colleague(self, user_id: str, asked: Iterable[Role] = tuple(Role)) -> Colleague:
        """The person with those of the roles that they have; NoAccess for guests, strangers and bots."""
        roles = [role for role in asked if role in self._rooms.roles]
        looks = [Look(LookKind.ACCOUNT, user_id), *looks_of(self._rooms, roles)]
        known = self._known(user_id, looks)
        if stale := self._looking_up.stale_among(looks, known.looked_at):
            self._looking_up.ask(stale)
            known = self._known(user_id, looks)
        account = known.account
        if not (account and account.name):
            raise NoAccess
        held = frozenset(role for role in roles if known.places.issuperset(self._rooms.places(role)))
        return Colleague(user_id, account.name, held, account.locale)

    def has_any_role(self, user_id: str) -> bool:
        """As is known, however old: for who is refused anyway only what was never asked is asked."""
        looks = [*looks_of(self._rooms, self._rooms.roles)]
        looked_at = self._known(user_id, looks).looked_at
        self._looking_up.ask([look for look in looks if look.key not in looked_at])
        _at, account, places = self._known(user_id, ())
        is_somebody = account is not None and account.name != ""
        return is_somebody and any(places.issuperset(self._rooms.places(role)) for role in self._rooms.roles)

    def require(self, user_id: str, *roles: Role) -> Colleague:
        """The person, who must have one of the roles."""
        colleague = self.colleague(user_id, roles)
        colleague.require(*roles)
        return colleague

    def holders(self) -> dict[str, Colleague]:
        """By id everybody with a role, and all that they have; no name: the chat was not asked for it yet."""
        self._see(looks_of(self._rooms, self._rooms.roles))
        with self._look() as uow:
            members, accounts = uow.directory.members(), uow.directory.accounts()
        roles: defaultdict[str, set[Role]] = defaultdict(set)
        for role in self._rooms.roles:
            places = [members.get(place, set()) for place in self._rooms.places(role)]
            for user_id in set.intersection(*places):
                roles[user_id].add(role)
        named = {user_id: accounts.get(user_id) for user_id in sorted(roles)}
        return {
            user_id: Colleague(user_id, account.name, frozenset(roles[user_id]), account.locale)
            if account
            else Colleague(user_id, "", frozenset(roles[user_id]))
            for user_id, account in named.items()
            if not account or account.name
        }

    def people(self, role: Role) -> list[tuple[str, str]] | None:
        """Ids and names of who has a role, to choose from; None while somebody's name is not known yet."""
        found = [(who.id, who.name) for who in self.holders().values() if role in who.roles]
        return found if all(name for _, name in found) else None

    def everybody(self) -> Sequence[Colleague] | None:
        """All who have a role; None while not all were asked for of late: call it again."""
        self._see(looks_of(self._rooms, self._rooms.roles))
        if not self._sweeping.name_people():
            return None
        found = list(self.holders().values())
        return found if all(who.name for who in found) else None

    def called(self, user_id: str) -> str:
        """All that somebody is called by, in small letters, whatever they may by now; empty: their account is gone."""
        self._see([Look(LookKind.ACCOUNT, user_id)])
        with self._look() as uow:
            account = uow.directory.account(user_id)
        return account.called if account else ""

    def moved(self, channel_id: str, user_id: str, *, is_in: bool) -> bool:
        """Somebody came into a channel or left it; False where it is none of ours."""
        if channel_id not in self._rooms.channels.values():
            return False
        with self._work() as uow:
            uow.directory.tell(channel_id, user_id, self._clock.now(), is_in=is_in)
        return True

    def _see(self, looks: Iterable[Look]) -> None:
        with self._look() as uow:
            stale = self._looking_up.stale(uow, looks)
        self._looking_up.ask(stale)

    def _known(self, user_id: str, looks: Iterable[Look]) -> Known:
        with self._look() as uow:
            return uow.directory.known(user_id, [look.key for look in looks])
