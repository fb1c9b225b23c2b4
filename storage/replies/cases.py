"""Which case a reply belongs to, where that is another than it answered."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, and_, or_, select

from bot.domain.alerts.alerts import AlertKind
from bot.domain.participants.places import distance_m
from bot.records.replies import NearbyAlert
from storage.schema.alerts import alerts


class StoredCases:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def near(
        self, x: float, y: float, radius_m: float, windows: Iterable[tuple[datetime, datetime]], besides: int
    ) -> list[NearbyAlert]:
        """Alerts that were sent, within the radius and touching one of these windows, nearest first; RD metres."""
        in_time = or_(*(and_(alerts.c.window_start <= end, alerts.c.window_end >= start) for start, end in windows))
        in_square = and_(alerts.c.x.between(x - radius_m, x + radius_m), alerts.c.y.between(y - radius_m, y + radius_m))
        sent = and_(alerts.c.sent_at.is_not(None), alerts.c.kind == AlertKind.ALERT, alerts.c.id != besides)
        rows = self._db.execute(select(alerts).where(sent, in_time, in_square).order_by(alerts.c.id.desc()))
        near = [
            NearbyAlert(row.id, row.reference, row.street, row.window_start, round(distance_m(row.x, row.y, x, y)))
            for row in rows
        ]
        return sorted((one for one in near if one.distance_m <= radius_m), key=lambda one: one.distance_m)
