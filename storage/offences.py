"""Offences that superusers added; what is stored of one elsewhere is its key."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, Row, Select, and_, func, select

from bot.domain.alerts.alerts import AlertKind
from bot.domain.alerts.offences import AnyOffence, Offence, OwnOffence, in_order_of_use, own_of, writers_of
from bot.domain.participants.people import Colleague
from storage.dialects import add_once
from storage.schema.alerts import alerts, offences
from storage.schema.borders import of_all

FIELDS = tuple(name for name in OwnOffence.__dataclass_fields__ if name != "written_by")


class StoredOffences:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def get(self, key: str) -> AnyOffence:
        """What a key names; KeyError where there is none."""
        return offence_of(self._db, key)

    def newest(self) -> list[OwnOffence]:
        """Each in its newest version, those that are no longer in use too."""
        return [_own(row) for row in self._db.execute(_newest().order_by(offences.c.number))]

    def every(self) -> dict[str, OwnOffence]:
        """Every version that there was, by its key."""
        own = (_own(row) for row in self._db.execute(select(offences)))
        return {one.key: one for one in own}

    def in_order_of_use(self, since: datetime) -> list[AnyOffence]:
        """What can be asked for, what was asked for most since then first."""
        asked = select(alerts.c.offence, func.count()).where(
            alerts.c.kind == AlertKind.ALERT, alerts.c.requested_at >= since
        )
        counts: dict[str, int] = {}
        for key, count in self._db.execute(asked.group_by(alerts.c.offence)):
            own = own_of(key)
            family = key.rpartition("-")[0] if own else key
            counts[family] = counts.get(family, 0) + count
        return in_order_of_use(self.newest(), counts)

    def next_number(self) -> int:
        """Of all teams: a number is one offence, whoever added it."""
        highest = self._db.execute(of_all(select(func.max(offences.c.number)))).scalar_one()
        return int(highest or 0) + 1

    def add(self, offence: OwnOffence, by: Colleague, at: datetime) -> bool:
        """Keep a version; False where somebody was first to keep it."""
        told = {name: getattr(offence, name) for name in FIELDS}
        return add_once(self._db, offences, {**told, "by_id": by.id, "by_name": by.name, "at": at})


def offence_of(connection: Connection, key: str) -> AnyOffence:
    """What a stored key names; without a version the newest one. KeyError where there is none."""
    own = own_of(key)
    if own is None:
        return Offence(key)
    number, version = own
    found = select(offences).where(offences.c.number == number).order_by(offences.c.version)
    rows = connection.execute(found.where(offences.c.version <= version) if version else found).all()
    if not rows or (version and rows[-1].version != version):
        raise KeyError(key)
    versions = [(_own(row), row.by_id) for row in rows]
    return replace(versions[-1][0], written_by=writers_of(versions))


def _newest() -> Select[tuple[object, ...]]:
    last = select(offences.c.number, func.max(offences.c.version).label("version")).group_by(offences.c.number)
    newest = last.subquery()
    is_newest = and_(offences.c.number == newest.c.number, offences.c.version == newest.c.version)
    return select(offences).join(newest, is_newest)


def _own(row: Row[tuple[object, ...]]) -> OwnOffence:
    return OwnOffence(**{name: getattr(row, name) for name in FIELDS})
