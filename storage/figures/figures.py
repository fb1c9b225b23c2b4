"""Counts for those who operate the bot: from the database, so that they survive restarts, the same in every copy."""

from datetime import datetime

from sqlalchemy import Connection, and_, case, func, select

from bot.domain.alerts.mailings import BatchStatus, DeliveryState
from bot.domain.participants.people import ParticipantStatus
from bot.records.desk import MailHealth, ParticipantCount
from storage.participants.areas import GETS_ALERTS
from storage.schema.mailings import batches, deliveries, mailings
from storage.schema.outbox import outbox
from storage.schema.participants import participants
from storage.schema.replies import inbound, replies


class StoredFigures:
    """Counts for those who operate the bot; nothing of a person is in them."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def inbound(self) -> dict[tuple[str, str], int]:
        """What came in, by kind and label."""
        found = select(replies.c.kind, replies.c.label, func.count()).group_by(replies.c.kind, replies.c.label)
        return {(kind, label): count for kind, label, count in self._db.execute(found)}

    def inbound_waiting(self) -> int:
        """What came in and was not read yet."""
        return int(self._db.execute(select(func.count()).where(inbound.c.read_at.is_(None))).scalar_one())

    def deliveries(self) -> dict[str, int]:
        """Mails by the state of their delivery."""
        found = select(deliveries.c.state, func.count().label("mails")).group_by(deliveries.c.state)
        return {row.state: row.mails for row in self._db.execute(found)}

    def outbox(self) -> tuple[int, int]:
        """What is owed to Slack and the mail: how much waits, how much was given up and nobody decided about."""
        given_up = outbox.c.dead_at.is_not(None)
        skipped = and_(given_up, outbox.c.decision.is_not(None))
        kinds = (case((skipped, 0), (given_up, 2), else_=1).label("kind"), func.count().label("rows"))
        counted = {row.kind: row.rows for row in self._db.execute(select(*kinds).group_by(kinds[0]))}
        return counted.get(1, 0), counted.get(2, 0)

    def mail_health(self, since: datetime) -> MailHealth:
        """Mails that were planned since then, by state, and what does not go on by itself."""
        found = (
            select(deliveries.c.state, func.count().label("mails"))
            .join(mailings, mailings.c.id == deliveries.c.mailing_id)
            .where(mailings.c.planned_at >= since)
            .group_by(deliveries.c.state)
        )
        states = {DeliveryState(row.state): row.mails for row in self._db.execute(found)}
        unknown = select(func.count()).where(batches.c.status == BatchStatus.UNKNOWN)
        return MailHealth(states, int(self._db.execute(unknown).scalar_one()), self.outbox()[1])

    def participants(self, since: datetime) -> ParticipantCount:
        """How many get mail, how many left since then and stayed away, and how many are paused."""
        active = select(func.count()).where(GETS_ALERTS)
        left = select(func.count()).where(participants.c.left_at >= since)
        held = and_(participants.c.paused_at.is_not(None), participants.c.status == ParticipantStatus.PAUSED)
        paused = select(func.count()).where(held)
        counts = (int(self._db.execute(counted).scalar_one()) for counted in (active, left, paused))
        return ParticipantCount(*counts)
