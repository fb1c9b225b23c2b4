"""What the figures of preventive mails are counted from."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, func, select

from bot.domain.alerts.alerts import AlertKind, CaseResult
from bot.domain.alerts.mailings import DeliveryState
from bot.domain.alerts.repeats.repeats import BURGLARIES, Burglary
from bot.domain.figures.prevention import SentTips
from storage.schema.alerts import alerts, repeats
from storage.schema.mailings import deliveries, mailings
from storage.schema.participants import participants

NOT_OUT = (DeliveryState.PLANNED, DeliveryState.REFUSED, DeliveryState.UNKNOWN)
_PLACE = (alerts.c.id, alerts.c.x, alerts.c.y, alerts.c.window_end)


class StoredTips:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def sent(self, start: datetime, end: datetime) -> list[SentTips]:
        """Preventive mails that went out from `start` on and before `end`, the oldest first."""
        mail, first = alerts.alias(), alerts.alias()
        columns = (mail.c.id.label("mail_id"), mail.c.sent_at, first.c.window_end.label("first_over_at"), *_PLACE)
        found = (
            select(*columns)
            .select_from(repeats)
            .join(mail, mail.c.id == repeats.c.preventive_id)
            .join(first, first.c.id == repeats.c.first_id)
            .join(alerts, alerts.c.id == repeats.c.alert_id)
            .where(mail.c.sent_at >= start, mail.c.sent_at < end)
            .order_by(mail.c.sent_at, mail.c.id)
        )
        return [
            SentTips(row.mail_id, row.sent_at, _burglary(row), row.first_over_at) for row in self._db.execute(found)
        ]

    def burglaries(self, start: datetime, end: datetime) -> list[Burglary]:
        """Those that were over from `start` on and until `end`, of which an alert went out; a case counts once."""
        crime = alerts.c.result.is_distinct_from(CaseResult.NO_CRIME)
        sent = and_(alerts.c.kind == AlertKind.ALERT, alerts.c.sent_at.is_not(None), crime)
        these = and_(sent, alerts.c.offence.in_(sorted(BURGLARIES)), alerts.c.window_end.between(start, end))
        first = select(func.min(alerts.c.id)).where(these).group_by(alerts.c.bvh_key)
        return [_burglary(row) for row in self._db.execute(select(*_PLACE).where(alerts.c.id.in_(first)))]

    def households(self, mail_ids: Collection[int]) -> int:
        """How many homes got at least one of these mails."""
        home = (participants.c.postcode, participants.c.house_number)
        got = and_(mailings.c.alert_id.in_(mail_ids), deliveries.c.state.not_in(NOT_OUT))
        homes = select(*home).select_from(deliveries.join(mailings).join(participants)).where(got).distinct()
        return int(self._db.execute(select(func.count()).select_from(homes.subquery())).scalar_one())


def _burglary(row: Any) -> Burglary:
    return Burglary(row.id, row.x, row.y, row.window_end)
