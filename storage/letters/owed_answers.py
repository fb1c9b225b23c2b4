"""Rated replies that wait for an answer by mail."""

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from bot.domain.participants.people import Colleague
from bot.domain.replies.replies import LetterKind, LetterStatus, Rating, ReplyLabel, Seen
from bot.records.letters import OwedAnswer
from storage.offences import offence_of
from storage.schema.alerts import alerts
from storage.schema.letters import letters
from storage.schema.replies import replies


class StoredOwedAnswers:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def counts(self, colleague: Colleague, alert_id: int | None) -> dict[Rating, int]:
        """How many of each rating this colleague may answer, of one alert or of all."""
        waits = _waits(colleague, alert_id)
        found = select(replies.c.rating, func.count()).where(waits).group_by(replies.c.rating)
        return {Rating(rating): count for rating, count in self._db.execute(found)}

    def waiting(self, rating: Rating, colleague: Colleague, alert_id: int | None, most: int) -> list[OwedAnswer]:
        """Those, oldest first."""
        columns = (replies, alerts.c.reference, alerts.c.street, alerts.c.offence)
        found = select(*columns).outerjoin(alerts, alerts.c.id == replies.c.alert_id)
        rated = and_(_waits(colleague, alert_id), replies.c.rating == rating)
        return [
            OwedAnswer(
                row.id,
                Seen(rating, row.answered_at),
                row.reference or "",
                row.street or "",
                offence_of(self._db, row.offence) if row.offence else None,
                row.words,
            )
            for row in self._db.execute(found.where(rated).order_by(replies.c.received_at, replies.c.id).limit(most))
        ]


def _waits(colleague: Colleague, alert_id: int | None) -> ColumnElement[bool]:
    """As `is_answered` says, and nobody else has it; where mail came back or was refused, or the citizen
    wrote on, each needs a look of its own.

    `open` first: it is what the index finds.
    """
    newest = (
        select(letters.c.status)
        .where(letters.c.reply_id == replies.c.id, letters.c.kind == LetterKind.ANSWER)
        .order_by(letters.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    return and_(
        replies.c.label == ReplyLabel.REPLY,
        replies.c.handled_at.is_(None),
        replies.c.rating.is_not(None),
        replies.c.from_address != "",
        replies.c.reopened_at.is_(None),
        or_(newest.is_(None), newest == LetterStatus.UNKNOWN),
        func.coalesce(replies.c.assignee_id, "").in_(("", colleague.id)),
        replies.c.alert_id == alert_id if alert_id else replies.c.id.is_not(None),
    )
