"""The address register: taking a file in, and asking which homes stand where."""

from collections.abc import Collection, Iterable, Sequence
from contextlib import closing
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, String, and_, cast, delete, exists, func, select

from bot.domain.participants.addresses import AddressRow, Door, Homes, door_of, homes_with_somebody
from bot.domain.participants.places import grid_cell
from bot.domain.participants.shapes import Area, Circle, Shape
from storage.participants.areas import GETS_ALERTS, doors_within, homes_within, in_box
from storage.schema.participants import addresses, participants

Place = tuple[float, float]
AROUND_M: Final = 20
_COLUMNS: Final = tuple(column.name for column in addresses.columns)
_KEY: Final = tuple(column.name for column in addresses.primary_key.columns)
_NAMED: Final = ", ".join(_COLUMNS)
_CHANGED: Final = ", ".join(f"{name} = excluded.{name}" for name in _COLUMNS if name not in _KEY)
_MERGE: Final = f"ON CONFLICT ({', '.join(_KEY)}) DO UPDATE SET {_CHANGED}"
_INSERT: Final = f"INSERT INTO addresses ({_NAMED}) VALUES ({', '.join('?' * len(_COLUMNS))}) {_MERGE}"  # noqa: S608 - names of columns
_COMING: Final = "CREATE TEMPORARY TABLE coming (LIKE addresses) ON COMMIT DROP"
_COPY: Final = f"COPY coming ({_NAMED}) FROM STDIN"
_TAKE: Final = f"INSERT INTO addresses ({_NAMED}) SELECT {_NAMED} FROM coming {_MERGE}"  # noqa: S608 - names of columns


class StoredAddresses:
    """Doors by postcode, number and addition; empty where no file was read."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def put(self, rows: Iterable[AddressRow], edition: int) -> None:
        """Add or change them; of a door that comes twice the later row counts. `edition`: of their file."""
        distinct = {row.door: row for row in rows}
        values = [_values(distinct[door], edition) for door in sorted(distinct)]
        if self._db.dialect.name == "sqlite":
            self._db.exec_driver_sql(_INSERT, values)
            return
        with closing(self._db.connection.cursor()) as cursor:
            cursor.execute(_COMING)
            with cursor.copy(_COPY) as copied:
                for row in values:
                    copied.write_row(row)
            cursor.execute(_TAKE)

    def drop_older(self, digits: str, edition: int) -> int:
        """Of the postcodes that begin so, the doors that no later file named; how many there were."""
        return self._db.execute(delete(addresses).where(_of(digits), addresses.c.edition < edition)).rowcount

    def next_edition(self) -> int:
        return 1 + (self._db.execute(select(func.max(addresses.c.edition))).scalar_one() or 0)

    def count(self) -> int:
        return int(self._db.execute(select(func.count()).select_from(addresses)).scalar_one())

    def homes_in(self, area: Area) -> Homes | None:
        """The homes in an area, and in how many somebody takes part who gets mail, wherever we thought they live.

        None where there is no register.
        """
        return self._in_circle(area) if isinstance(area, Circle) else self._in_shape(area)

    def _in_circle(self, circle: Circle) -> Homes | None:
        inside = homes_within(circle)
        counted = select(func.count()).select_from(addresses).where(inside).scalar_subquery()
        is_there, number = self._db.execute(select(exists(select(addresses.c.number)), counted)).one()
        if not number:
            return Homes(0, 0, 0) if is_there else None
        codes = select(addresses.c.postcode).where(inside)
        written, near = self._around(participants.c.postcode.in_(codes), inside)
        homes = frozenset(door for door, counts in near if counts)
        return Homes(number, *homes_with_somebody(written, homes, frozenset(door for door, _ in near) - homes))

    def _in_shape(self, shape: Shape) -> Homes | None:
        """The database does not know which of them are inside: they are told it by their postcodes."""
        homes = doors_within(self._db, shape)
        if not homes:
            is_there = self._db.execute(select(exists(select(addresses.c.number)))).scalar_one()
            return Homes(0, 0, 0) if is_there else None
        codes = sorted({door.postcode for door in homes})
        written, near = self._around(participants.c.postcode.in_(codes), addresses.c.is_home)
        others = frozenset(door for door, _ in near) - homes
        return Homes(len(homes), *homes_with_somebody(written, homes, others))

    def _around(
        self, who: ColumnElement[bool], counts: ColumnElement[bool]
    ) -> tuple[list[Door], list[tuple[Door, bool]]]:
        """The addresses that those who take part wrote, and the doors of the same numbers with whether they count."""
        who = and_(GETS_ALERTS, who)
        found = select(participants.c.postcode, participants.c.house_number).where(who).distinct()
        written = [door for row in self._db.execute(found) if (door := door_of(*row))]
        same = and_(
            addresses.c.postcode == participants.c.postcode,
            participants.c.house_number.like(cast(addresses.c.number, String).concat("%")),
        )
        doors = select(*(addresses.c[name] for name in _KEY), counts.label("counts"))
        near = self._db.execute(doors.join_from(participants, addresses, same).where(who).distinct())
        return written, [(Door(*row[:3]), row.counts) for row in near]

    def streets_around(self, place: Place, metres: int) -> dict[str, list[Place]]:
        """The homes of each street within a circle."""
        return self._by_street(homes_within(Circle(*place, metres)))

    def streets_between(self, left: float, low: float, right: float, high: float) -> dict[str, list[Place]]:
        """The same in a rectangle."""
        return self._by_street(and_(addresses.c.is_home, in_box(addresses, left, low, right, high)))

    def homes_of(self, streets: Collection[str], place: Place, metres: int) -> dict[str, list[Place]]:
        """The same of these streets alone."""
        return self._by_street(and_(homes_within(Circle(*place, metres)), addresses.c.street.in_(streets)))

    def homes_beside(self, streets: Collection[str], homes: Sequence[Place]) -> list[Place]:
        """The homes of other streets that stand among these."""
        if not homes:
            return []
        xs, ys = zip(*homes, strict=True)
        box = min(xs) - AROUND_M, min(ys) - AROUND_M, max(xs) + AROUND_M, max(ys) + AROUND_M
        others = and_(addresses.c.is_home, in_box(addresses, *box), addresses.c.street.not_in(streets))
        return [(x, y) for x, y in self._db.execute(select(addresses.c.x, addresses.c.y).where(others))]

    def _by_street(self, which: ColumnElement[bool]) -> dict[str, list[Place]]:
        streets = dict[str, list[Place]]()
        for street, x, y in self._db.execute(select(addresses.c.street, addresses.c.x, addresses.c.y).where(which)):
            streets.setdefault(street, []).append((x, y))
        return streets

    def find(self, door: Door) -> AddressRow | None:
        """The address, with its place; None where the register has none."""
        this = (addresses.c[name] == getattr(door, name) for name in _KEY)
        row = self._db.execute(select(addresses).where(*this)).one_or_none()
        return AddressRow(door, row.street, row.place, row.x, row.y, row.is_home) if row else None

    def lacks(self, door: Door) -> bool:
        """Whether the register has this postcode, and no door of this number: whose addition it lacks may be a home."""
        there = select(addresses.c.number).where(addresses.c.postcode == door.postcode)
        numbers = exists(there), exists(there.where(addresses.c.number == door.number))
        postcode, number = self._db.execute(select(*numbers)).one()
        return bool(postcode and not number)

    def centres(self, digits: str) -> dict[str, tuple[float, float]]:
        """The mean x and y of each postcode with these four digits, and of all of them under the digits themselves."""
        x, y = func.avg(addresses.c.x), func.avg(addresses.c.y)
        each = self._db.execute(select(addresses.c.postcode, x, y).where(_of(digits)).group_by(addresses.c.postcode))
        found: dict[str, tuple[float, float]] = {row[0]: (row[1], row[2]) for row in each}
        together: Sequence[Any] = self._db.execute(select(x, y).where(_of(digits))).one()
        return {**found, digits: (together[0], together[1])} if found else {}


def _of(digits: str) -> ColumnElement[bool]:
    """Whose postcode begins so; between two postcodes, since databases sort a sign each in their own way."""
    return addresses.c.postcode.between(f"{digits:0<4} AA", f"{digits:9<4} ZZ")


def _values(row: AddressRow, edition: int) -> tuple[Any, ...]:
    """In the order of the columns."""
    door = row.door
    here = (row.street, row.place, row.x, row.y, grid_cell(row.x, row.y), row.is_home, edition)
    return (door.postcode, door.number, door.addition, *here)
