"""Incidents of the day monitor."""

from typing import Any

from sqlalchemy import Connection, select

from bot.domain.alerts import Offence
from bot.domain.incidents import Incident, IncidentRow, IncidentStatus
from storage.incident_schema import incidents


class StoredIncidents:
    """The Incidents port on a database connection."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def get(self, incident_id: int) -> Incident:
        """An incident."""
        return incident_of(self._db.execute(select(incidents).where(incidents.c.id == incident_id)).one())


def incident_of(row: Any) -> Incident:
    """A row of the table."""
    told = IncidentRow(
        bvh_number=row.bvh_number,
        offence=Offence(row.offence),
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
