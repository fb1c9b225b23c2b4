"""Alerts that go out in the mail of another one near them."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, and_, or_, select, update

from bot.clock import AMSTERDAM
from bot.domain.alerts.alerts import Alert, AlertContent, AlertKind, AlertStatus
from bot.domain.alerts.repeats.repeats import Burglary, is_repeat
from bot.domain.numbering import bvh_key
from bot.records.alerts import Together
from bot.records.outbox import Task
from storage.alerts.repeats import around_place
from storage.rows import get_alert
from storage.schema.alerts import alerts
from storage.schema.outbox import messages

_WAITS: Final = and_(
    alerts.c.kind == AlertKind.ALERT, alerts.c.status == AlertStatus.REQUESTED, alerts.c.shape.is_(None)
)


class StoredJoined:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def waiting_near(self, content: AlertContent) -> Alert | None:
        """The newest request that waits for an approval and is about another case, as near as a repeat.

        Only circles go together: what was chosen on the map is what its requester drew.
        """
        if content.shape:
            return None
        itself = Burglary(0, content.x, content.y, content.window_end)
        other_case = alerts.c.bvh_key != bvh_key(content.bvh_number)
        place = (alerts.c.id, alerts.c.x, alerts.c.y, alerts.c.window_end)
        found = select(*place).where(_WAITS, other_case, around_place(itself)).order_by(alerts.c.id.desc())
        for row in self._db.execute(found):
            if is_repeat(Burglary(row.id, row.x, row.y, row.window_end), itself, AMSTERDAM):
                return get_alert(self._db, row.id)
        return None

    def join(self, alert: Alert, main: Alert) -> bool:
        """From waiting; False where it does not wait any more."""
        waits = and_(alerts.c.id == alert.id, alerts.c.status == AlertStatus.REQUESTED)
        joined = update(alerts).where(waits).values(status=AlertStatus.JOINED, with_id=main.id)
        return self._db.execute(joined).rowcount == 1

    def asked_by(self, alert_id: int) -> Sequence[str]:
        """Who asked for what goes out in its mail."""
        found = select(alerts.c.requester_id).where(_along(alert_id))
        return self._db.execute(found).scalars().all()

    def carry_along(self, main: Alert, at: datetime) -> Sequence[int]:
        """Its mail is out: so are those in it, approved by who approved that."""
        approved = {name: getattr(main, name) for name in ("approver_id", "approver_name", "approved_at")}
        sent = update(alerts).where(_along(main.id)).values(status=AlertStatus.SENT, sent_at=at, **approved)
        return sorted(self._db.execute(sent.returning(alerts.c.id)).scalars())

    def along(self, main_id: int) -> list[Alert]:
        """Those that go out in its mail."""
        found = select(alerts.c.id).where(_along(main_id)).order_by(alerts.c.id)
        return [get_alert(self._db, alert_id) for alert_id in self._db.execute(found).scalars()]

    def part(self, main_id: int, ids: Collection[int]) -> Sequence[int]:
        """Its mail does not go out, or tells no more of these: they wait for themselves."""
        which = and_(_along(main_id), alerts.c.id.in_(ids))
        alone = update(alerts).where(which).values(status=AlertStatus.REQUESTED, with_id=None)
        return sorted(self._db.execute(alone.returning(alerts.c.id)).scalars())

    def told(self, alert_id: int, with_id: int | None) -> tuple[Together, ...]:
        """The others in its mail, the one that the mail is of first."""
        main = with_id or alert_id
        these = and_(or_(alerts.c.id == main, alerts.c.with_id == main), alerts.c.id != alert_id)
        stands = and_(messages.c.task == Task.SHOW_ALERT, messages.c.subject_id == alerts.c.id)
        found = select(alerts.c.reference, messages.c.link).outerjoin(messages, stands).where(these)
        return tuple(Together(row.reference, row.link or "") for row in self._db.execute(found.order_by(alerts.c.id)))


def _along(main_id: int) -> Any:
    return and_(alerts.c.with_id == main_id, alerts.c.status == AlertStatus.JOINED)
