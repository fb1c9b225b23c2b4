"""What the figures of what it brought are counted from, besides alerts and replies."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, and_, case, func, select

from bot.domain.alerts.alerts import AlertKind
from bot.domain.alerts.mailings import CAME_BACK, DeliveryState
from bot.domain.figures.brought import Reached, SeenIncident
from bot.domain.leads.leads import LeadResult
from bot.domain.replies.replies import ReplyLabel
from storage.figures.reports import NOT_OUT, sent
from storage.schema.alerts import alerts
from storage.schema.day_monitor import SKIP_KIND, incidents
from storage.schema.leads import leads
from storage.schema.mailings import deliveries, mailings, nothing_seen
from storage.schema.participants import participants
from storage.schema.replies import ratings, replies

_MAILED_ALERTS = deliveries.join(mailings).join(alerts, alerts.c.id == mailings.c.alert_id)


class StoredBrought:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def leads(self, start: datetime, end: datetime) -> Mapping[LeadResult | None, int]:
        """Replies that went to the burglary team then, by what they turned out to be worth; None: not told yet."""
        then = and_(leads.c.escalated_at >= start, leads.c.escalated_at < end)
        found = select(leads.c.result, func.count()).where(then).group_by(leads.c.result)
        return {LeadResult(result) if result else None: number for result, number in self._db.execute(found)}

    def incidents(self, start: datetime, end: datetime) -> list[SeenIncident]:
        """Those that a day monitor first named then, the oldest first; of two in one mail both were mailed."""
        mail = func.coalesce(alerts.c.with_id, alerts.c.id)
        left = deliveries.c.state.not_in((DeliveryState.PLANNED, DeliveryState.REFUSED))
        theirs = select(deliveries.c.id).select_from(deliveries.join(mailings)).where(mailings.c.alert_id == mail, left)
        went_out = theirs.correlate(alerts)
        mailed_at = case((went_out.exists(), alerts.c.sent_at)).label("mailed_at")
        found = (
            select(incidents.c.first_seen_at, SKIP_KIND.label("skip_kind"), mailed_at)
            .outerjoin(alerts, alerts.c.id == incidents.c.alert_id)
            .where(incidents.c.first_seen_at >= start, incidents.c.first_seen_at < end)
            .order_by(incidents.c.first_seen_at, incidents.c.id)
        )
        return [SeenIncident(row.first_seen_at, row.mailed_at, row.skip_kind or "") for row in self._db.execute(found)]

    def reached(self, start: datetime, end: datetime) -> Reached:
        """By alerts sent then. Of who was forgotten nobody knows the home any more: it counts as one of its own."""
        arrived = deliveries.c.state.not_in((*NOT_OUT, *CAME_BACK))
        each = (
            select(deliveries.c.participant_id, func.count().label("mails"))
            .select_from(_MAILED_ALERTS)
            .where(sent(AlertKind.ALERT, start, end), arrived)
            .group_by(deliveries.c.participant_id)
            .subquery()
        )
        repeatedly = func.coalesce(func.sum(case((each.c.mails > 1, 1), else_=0)), 0)
        people, more = self._db.execute(select(func.count(), repeatedly).select_from(each)).one()
        alone = case((participants.c.erased_at.is_not(None), participants.c.id), else_=0)
        home = select(participants.c.postcode, participants.c.house_number, alone).distinct()
        homes = home.join(each, each.c.participant_id == participants.c.id).subquery()
        return Reached(people, self._db.execute(select(func.count()).select_from(homes)).scalar_one(), int(more))

    def saw_nothing(self, start: datetime, end: datetime) -> int:
        """Who said so of an alert sent then, without those who replied after all."""
        is_reply = replies.c.label == ReplyLabel.REPLY
        replied = select(replies.c.id).where(replies.c.delivery_id == nothing_seen.c.delivery_id, is_reply)
        said = _MAILED_ALERTS.join(nothing_seen, nothing_seen.c.delivery_id == deliveries.c.id)
        found = select(func.count()).select_from(said).where(sent(AlertKind.ALERT, start, end))
        return int(self._db.execute(found.where(~replied.correlate(nothing_seen).exists())).scalar_one())

    def responders(self, start: datetime, end: datetime) -> int:
        """Colleagues who rated a reply that came in then."""
        then = and_(replies.c.received_at >= start, replies.c.received_at < end, replies.c.label == ReplyLabel.REPLY)
        found = select(func.count(ratings.c.by_id.distinct())).select_from(ratings.join(replies)).where(then)
        return int(self._db.execute(found).scalar_one())
