"""Who looked at citizens' data, read from the audit trail."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, Text, cast, func, literal, select

from bot.workflow.law_port import LookLine
from bot.workflow.records import Task
from storage.house_schema import audit
from storage.outbox import message_link
from storage.schema import alerts, replies

LOOKS: Final = ("saw_contact_data", "saw_original", "saw_attachments", "opened_attachment")
SUBJECT: Final = literal("reply ") + cast(replies.c.id, Text)


class StoredLooks:
    """The Looks port on a database connection."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def newest(
        self, most: int, *, alert_id: int | None = None, who: Sequence[str] = (), since: datetime | None = None
    ) -> list[LookLine]:
        """The newest looks, newest first: at an alert's replies, by these people, since a moment; or all."""
        found = (
            select(audit, replies.c.id.label("reply_id"), alerts.c.reference)
            .outerjoin(replies, audit.c.subject == SUBJECT)
            .outerjoin(alerts, alerts.c.id == replies.c.alert_id)
            .where(audit.c.what.in_(LOOKS))
        )
        if alert_id is not None:
            found = found.where(replies.c.alert_id == alert_id)
        if who:
            found = found.where(audit.c.who.in_(who))
        if since is not None:
            found = found.where(audit.c.at >= since)
        return [self._line(row) for row in self._db.execute(found.order_by(audit.c.id.desc()).limit(most))]

    def _line(self, row: Row[Any]) -> LookLine:
        told = row.details
        return LookLine(
            row.at,
            row.who,
            row.what,
            str(told.get("reason", "")),
            str(told.get("words", "")),
            row.reply_id or 0,
            row.reference or "",
            message_link(self._db, Task.SHOW_REPLY, row.reply_id or 0),
            of_lead="lead" in told,
        )

    def lookers(self, most: int) -> list[str]:
        """The ids of who looked, who did so last first."""
        last = select(audit.c.who).where(audit.c.what.in_(LOOKS)).group_by(audit.c.who)
        return list(self._db.execute(last.order_by(func.max(audit.c.id).desc()).limit(most)).scalars())
