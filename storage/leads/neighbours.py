"""Cases near each other in place and time, for who judges a lead."""

from datetime import timedelta
from typing import Final

from sqlalchemy import Connection, and_, case, func, select

from bot.domain.alerts.alerts import Alert, AlertKind
from bot.domain.leads.leads import USABLE_RESULTS
from bot.domain.participants.places import distance_m
from bot.records.leads import NearbyCase
from bot.records.outbox import Task
from storage.schema.alerts import alerts
from storage.schema.leads import leads
from storage.schema.outbox import messages

NEAR_M: Final = 500
NEAR_IN_TIME: Final = timedelta(days=7)


def near_cases(connection: Connection, alert: Alert) -> list[tuple[int, NearbyCase]]:
    """Alerts that were sent, within 500 m and a week, the nearest first, each with its id."""
    here = alert.content
    near = and_(
        alerts.c.kind == AlertKind.ALERT,
        alerts.c.sent_at.is_not(None),
        alerts.c.id != alert.id,
        alerts.c.window_start <= here.window_end + NEAR_IN_TIME,
        alerts.c.window_end >= here.window_start - NEAR_IN_TIME,
        alerts.c.x.between(here.x - NEAR_M, here.x + NEAR_M),
        alerts.c.y.between(here.y - NEAR_M, here.y + NEAR_M),
    )
    columns = (alerts.c.id, alerts.c.reference, alerts.c.street, alerts.c.window_start, alerts.c.x, alerts.c.y)
    link = select(messages.c.link).where(messages.c.task == Task.SHOW_LEADS, messages.c.subject_id == alerts.c.id)
    usable = func.count(case((leads.c.result.in_(USABLE_RESULTS), 1)))
    counts = (func.count(leads.c.id).label("leads"), usable.label("usable"), link.scalar_subquery().label("link"))
    rows = connection.execute(
        select(*columns, *counts).outerjoin(leads, leads.c.alert_id == alerts.c.id).where(near).group_by(*columns)
    )
    measured = ((distance_m(row.x, row.y, here.x, here.y), row) for row in rows)
    nearest = sorted((pair for pair in measured if pair[0] <= NEAR_M), key=lambda pair: pair[0])
    return [
        (
            row.id,
            NearbyCase(row.reference, row.street, row.window_start, round(away), row.leads, row.usable, row.link or ""),
        )
        for away, row in nearest
    ]
