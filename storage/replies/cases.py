"""Which mail a reply is about, where its address does not tell, and which case, where that is another."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import Connection, and_, case, false, or_, select, update

from bot.domain.alerts.alerts import AlertKind
from bot.domain.participants.people import Colleague
from bot.domain.participants.places import distance_m
from bot.domain.replies.replies import Caution, ReplyLabel
from bot.domain.replies.which_mail import SentAlert
from bot.records.replies import NearbyAlert
from storage.schema.alerts import alerts
from storage.schema.mailings import deliveries, mailings
from storage.schema.participants import participants
from storage.schema.replies import replies

_SENT = and_(alerts.c.sent_at.is_not(None), alerts.c.kind == AlertKind.ALERT)


class StoredCases:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def near(
        self, x: float, y: float, radius_m: float, windows: Iterable[tuple[datetime, datetime]], besides: int
    ) -> list[NearbyAlert]:
        """Alerts that were sent, within the radius and touching one of these windows, nearest first; RD metres."""
        in_time = or_(*(and_(alerts.c.window_start <= end, alerts.c.window_end >= start) for start, end in windows))
        in_square = and_(alerts.c.x.between(x - radius_m, x + radius_m), alerts.c.y.between(y - radius_m, y + radius_m))
        sent = and_(_SENT, alerts.c.id != besides)
        rows = self._db.execute(select(alerts).where(sent, in_time, in_square).order_by(alerts.c.id.desc()))
        near = [
            NearbyAlert(row.id, row.reference, row.street, row.window_start, round(distance_m(row.x, row.y, x, y)))
            for row in rows
        ]
        return sorted((one for one in near if one.distance_m <= radius_m), key=lambda one: one.distance_m)

    def recent(self, named: Collection[str], address: str, most: int) -> list[SentAlert]:
        """Alerts that were sent: those that are `named` by their references, those mailed to `address`, the newest."""
        theirs = deliveries.join(mailings).join(participants)
        of_theirs = and_(mailings.c.alert_id == alerts.c.id, participants.c.email == address.lower())
        got_it = select(deliveries.c.id).select_from(theirs).where(of_theirs).exists() if address else false()
        is_named = alerts.c.reference.in_(named)
        likeliest = case((is_named, 0), (got_it, 1), else_=2)
        found = select(alerts, is_named.label("named"), got_it.label("got_it")).where(_SENT)
        rows = self._db.execute(found.order_by(likeliest, alerts.c.sent_at.desc(), alerts.c.id.desc()).limit(most))
        return [
            SentAlert(row.id, row.reference, row.street, row.window_start, bool(row.named), bool(row.got_it))
            for row in rows
        ]

    def say_mail(
        self, reply_id: int, alert_id: int | None, by: Colleague, *, late: bool, cautions: Sequence[Caution]
    ) -> None:
        """A reply, and what followed it, is about this mail, or none: what was decided for another is owed anew."""
        own = update(replies).where(replies.c.id == reply_id)
        decided = ("rating", "rated_by_name", "not_escalated_by_name", "case_alert_id", "case_bvh_number")
        undone = dict.fromkeys((*decided, "bvh_number", "bvh_by_name"))
        odd, version = list(map(asdict, cautions)), replies.c.version + 1
        said = {"alert_id": alert_id, "mail_by_name": by.name, "late": late, "cautions": odd, "version": version}
        self._db.execute(own.values(**said, **undone))
        self._db.execute(update(replies).where(replies.c.follow_up_of == reply_id).values(alert_id=alert_id))

    def numbered_after(self, alert_id: int, reply_id: int, most: int) -> list[int]:
        """The first of an alert's replies that came later: which of its replies they are depends on this one."""
        later = and_(replies.c.alert_id == alert_id, replies.c.label == ReplyLabel.REPLY, replies.c.id > reply_id)
        return list(self._db.execute(select(replies.c.id).where(later).order_by(replies.c.id).limit(most)).scalars())
