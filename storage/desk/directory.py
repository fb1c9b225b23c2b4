"""What Slack told lately: who is in which channel and group, and who they are."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    bindparam,
    delete,
    literal_column,
    null,
    select,
    union_all,
)

from bot.records.staff import Account, Known
from storage.dialects import put
from storage.schema.desk import accounts, look_ups, memberships


def _known() -> CompoundSelect[Any]:
    who: ColumnElement[str] = bindparam("user_id")
    nothing: list[ColumnElement[str]] = [literal_column("''").label(name) for name in ("name", "called", "locale")]
    looks = select(literal_column("'look'").label("what"), look_ups.c.key, look_ups.c.at, *nothing)
    places = select(literal_column("'place'"), memberships.c.place_id, memberships.c.at, *nothing)
    told = (accounts.c.name, accounts.c.called, accounts.c.locale)
    account = select(literal_column("'account'"), accounts.c.user_id, null(), *told)
    return union_all(
        looks.where(look_ups.c.key.in_(bindparam("keys", expanding=True))),
        places.where(memberships.c.user_id == who, memberships.c.is_in),
        account.where(accounts.c.user_id == who),
    )


_KNOWN: Final = _known()


class StoredDirectory:
    """A place is a channel or a user group, by its id."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def known(self, user_id: str, keys: Collection[str]) -> Known:
        """All that a press asks, at once."""
        looked_at: dict[str, datetime] = {}
        places, account = set(), None
        for row in self._db.execute(_KNOWN, {"user_id": user_id, "keys": [*keys]}):
            match row.what:
                case "look":
                    looked_at[row.key] = row.at
                case "place":
                    places.add(row.key)
                case _:
                    account = Account(row.key, row.name, row.called, row.locale)
        return Known(looked_at, account, places)

    def looked_at(self, keys: Collection[str]) -> dict[str, datetime]:
        """When each of these was asked of Slack; what never was is left out."""
        found = select(look_ups.c.key, look_ups.c.at).where(look_ups.c.key.in_(keys))
        return {row.key: row.at for row in self._db.execute(found)}

    def look(self, key: str, at: datetime) -> None:
        put(self._db, look_ups, {"key": key, "at": at})

    def forget(self, key: str) -> None:
        """It is asked again when it is next needed."""
        self._db.execute(delete(look_ups).where(look_ups.c.key == key))

    def tell(self, place_id: str, user_id: str, at: datetime, *, is_in: bool) -> None:
        """Somebody came or went."""
        put(self._db, memberships, {"place_id": place_id, "user_id": user_id, "is_in": is_in, "at": at})

    def take_in(self, place_id: str, members: Iterable[str], at: datetime) -> None:
        """The list of a place, asked for at `at`: who came or went since then is known better."""
        here = memberships.c.place_id == place_id
        known = {row.user_id: row for row in self._db.execute(select(memberships).where(here))}
        newer = {user_id for user_id, row in known.items() if row.at >= at}
        listed = {*members} - newer
        gone = known.keys() - newer - listed
        if gone:
            self._db.execute(delete(memberships).where(here, memberships.c.user_id.in_(gone)))
        for user_id in sorted(listed):
            if user_id not in known or not known[user_id].is_in:
                self.tell(place_id, user_id, at, is_in=True)

    def members(self) -> Mapping[str, set[str]]:
        """Who is in each place."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for row in self._db.execute(select(memberships).where(memberships.c.is_in)):
            found[row.place_id].add(row.user_id)
        return found

    def keep(self, account: Account) -> None:
        row = {"user_id": account.user_id, "name": account.name, "called": account.called, "locale": account.locale}
        put(self._db, accounts, row)

    def account(self, user_id: str) -> Account | None:
        row = self._db.execute(select(accounts).where(accounts.c.user_id == user_id)).first()
        return Account(row.user_id, row.name, row.called, row.locale) if row else None

    def accounts(self) -> dict[str, Account]:
        """All of them, by id."""
        rows = self._db.execute(select(accounts))
        return {row.user_id: Account(row.user_id, row.name, row.called, row.locale) for row in rows}

    def forget_accounts(self, user_ids: Collection[str]) -> None:
        """Of who is in no place any more."""
        self._db.execute(delete(accounts).where(accounts.c.user_id.in_(user_ids)))
        self._db.execute(delete(look_ups).where(look_ups.c.key.in_([f"account {one}" for one in user_ids])))
