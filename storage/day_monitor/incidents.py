from collections.abc import Collection, Iterator
from dataclasses import asdict
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, update

from bot.domain.day_monitor.incidents import Incident, IncidentRow, IncidentStatus
from bot.domain.numbering import bvh_key
from bot.records.day_monitor import Merged
from storage.dialects import insert_into
from storage.offences import offence_of
from storage.schema.alerts import alerts
from storage.schema.day_monitor import SKIP_KIND, incidents

CHUNK: Final = 1000  # rows a statement: SQLite takes 32,766 values
TOLD: Final = tuple(IncidentRow.__dataclass_fields__)[1:]
"""What a file tells of an incident besides its number."""
WORDS: Final = ("street", "house_number", "postcode", "what_happened", "description")


class StoredIncidents:
    """Incidents, one a BVH number."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def get(self, incident_id: int) -> Incident:
        return incident_of(self._db, self._db.execute(select(incidents).where(incidents.c.id == incident_id)).one())

    def merge(self, rows: Collection[IncidentRow], at: datetime) -> Merged:
        """Add or update by BVH number, each once in `rows`; what became of them stays as it is."""
        known = written = late = 0
        for some in _chunks(sorted(rows, key=lambda row: bvh_key(row.bvh_number))):
            named = incidents.c.bvh_key.in_([bvh_key(row.bvh_number) for row in some])
            known += self._db.execute(update(incidents).where(named).values(seen_at=at)).rowcount
            written += self._write(some, at)
            just = and_(named, incidents.c.changed_at == at, incidents.c.first_seen_at < at)
            asked = select(func.count()).where(just, incidents.c.alert_id.is_not(None))
            late += self._db.execute(asked).scalar_one()
        new = len(rows) - known
        return Merged(new, written - new, known - (written - new), late)

    def _write(self, rows: list[IncidentRow], at: datetime) -> int:
        """New ones, and those that differ; how many these were."""
        moments = {"status": IncidentStatus.OPEN, "first_seen_at": at, "changed_at": at, "seen_at": at}
        values = [
            {**asdict(row), "offence": row.offence.family, "bvh_key": bvh_key(row.bvh_number), **moments}
            for row in rows
        ]
        add = insert_into(self._db, incidents)
        differs = [incidents.c[name].is_distinct_from(add.excluded[name]) for name in TOLD]
        change = {**{name: add.excluded[name] for name in ("bvh_number", *TOLD)}, "changed_at": at, "erased_at": None}
        write = add.on_conflict_do_update(index_elements=["bvh_key", "team_id"], set_=change, where=or_(*differs))
        return self._db.execute(write, values, execution_options={"preserve_rowcount": True}).rowcount

    def erase(self, before: datetime, at: datetime) -> int:
        """Take out where it was and what happened, of all not seen, asked for or skipped since; how many.

        What belongs to an alert under legal hold stays.
        """
        nothing: dict[str, Any] = dict.fromkeys(WORDS, "")
        gone = update(incidents).where(_erasable(before)).values(**nothing, skip_reason=SKIP_KIND, erased_at=at)
        return self._db.execute(gone).rowcount

    def erasable(self, before: datetime) -> int:
        """How many `erase` would take."""
        return self._db.execute(select(func.count()).select_from(incidents).where(_erasable(before))).scalar_one()


def _chunks(rows: list[IncidentRow]) -> Iterator[list[IncidentRow]]:
    return (rows[start : start + CHUNK] for start in range(0, len(rows), CHUNK))


def _erasable(before: datetime) -> ColumnElement[bool]:
    """The alert that was asked for has what it needs of its own."""
    busy = or_(alerts.c.held_by_name.is_not(None), alerts.c.requested_at >= before)
    theirs = select(alerts.c.id).where(alerts.c.id == incidents.c.alert_id, busy).exists()
    skipped = or_(incidents.c.skipped_at.is_(None), incidents.c.skipped_at < before)
    return and_(incidents.c.erased_at.is_(None), incidents.c.seen_at < before, skipped, ~theirs)


def incident_of(connection: Connection, row: Any) -> Incident:
    told = IncidentRow(
        bvh_number=row.bvh_number,
        offence=offence_of(connection, row.offence),
        street=row.street,
        house_number=row.house_number,
        postcode=row.postcode,
        place=row.place,
        window_start=row.window_start,
        window_end=row.window_end,
        reported_at=row.reported_at,
        what_happened=row.what_happened,
        description=row.description,
    )
    return Incident(
        id=row.id,
        row=told,
        status=IncidentStatus(row.status),
        first_seen_at=row.first_seen_at,
        assignee_id=row.assignee_id or "",
        assignee_name=row.assignee_name or "",
        skipped_by_name=row.skipped_by_name or "",
        skip_reason=row.skip_reason or "",
        alert_id=row.alert_id,
    )
