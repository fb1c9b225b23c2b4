"""Households, participants by neighbourhood, and who got mail lately."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, case, delete, func, insert, select, true, update

from bot.domain.alerts.mailings import GOT_OUT, DeliveryState
from bot.domain.participants.reach import Households, Lately, name_key
from bot.domain.participants.shapes import Area
from storage.participants.areas import GETS_ALERTS, within
from storage.schema.mailings import deliveries, mailings
from storage.schema.participants import households, participants

WEEK, MONTH = timedelta(days=7), timedelta(days=30)
_GOT = (*GOT_OUT, DeliveryState.SPAMREPORT)


class StoredReach:
    """How many take part where, and who got mail lately."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._db = connection
        self._now = now

    def set_households(self, rows: Sequence[Households], *, whole: bool) -> tuple[int, int, int]:
        """Add or update by neighbourhood; how many were new, changed, unchanged. `whole`: no other stays."""
        known = {row.name_key: (row.neighbourhood, row.number) for row in self._db.execute(select(households))}
        told = {name_key(row.neighbourhood): (row.neighbourhood, row.number) for row in rows}
        changed = [key for key, value in told.items() if key in known and known[key] != value]
        for key in changed:
            neighbourhood, number = told[key]
            named = update(households).where(households.c.name_key == key)
            self._db.execute(named.values(neighbourhood=neighbourhood, number=number))
        new = [{"name_key": key, "neighbourhood": told[key][0], "number": told[key][1]} for key in told.keys() - known]
        if new:
            self._db.execute(insert(households), new)
        if whole:
            self._db.execute(delete(households).where(households.c.name_key.not_in(told)))
        return len(new), len(changed), len(told) - len(new) - len(changed)

    def households(self) -> list[Households]:
        """By neighbourhood; empty where no file was read."""
        found = select(households.c.neighbourhood, households.c.number).order_by(households.c.name_key)
        return [Households(*row) for row in self._db.execute(found)]

    def by_neighbourhood(self) -> dict[str, int]:
        """Who gets alerts, by neighbourhood as it was written."""
        return self._counted(GETS_ALERTS)

    def by_neighbourhood_near(self, area: Area) -> dict[str, int]:
        """The same within an area."""
        return self._counted(within(self._db, area))

    def _counted(self, who: ColumnElement[bool]) -> dict[str, int]:
        name = participants.c.neighbourhood
        found = select(name, func.count().label("people")).where(who).group_by(name)
        return {row.neighbourhood: row.people for row in self._db.execute(found)}

    def lately(self, area: Area, many: int) -> Lately:
        """How many of them got mail lately, and how many got so many mails in 30 days: one query.

        A mailing counts from its approval. Mailings have their numbers in that order, so each person's latest
        are found in the index, however many there were before.
        """
        first = select(func.min(mailings.c.id)).where(mailings.c.planned_at > self._now - MONTH).scalar_subquery()
        each = (
            select(func.count().label("mails"), func.max(mailings.c.planned_at).label("last"))
            .select_from(participants)
            .join(deliveries, deliveries.c.participant_id == participants.c.id)
            .join(mailings, mailings.c.id == deliveries.c.mailing_id)
            .where(within(self._db, area), deliveries.c.mailing_id >= first)
            .where(deliveries.c.state.in_(_GOT))
            .group_by(participants.c.id)
            .subquery()
        )
        in_week, often = each.c.last > self._now - WEEK, each.c.mails >= many
        told = select(*(func.count(case((which, 1))) for which in (in_week, true(), often))).select_from(each)
        row = self._db.execute(told).one()
        return Lately(row[0], row[1], row[2], many)
