"""Whose words a text is: its versions, and what was proposed to its requester."""

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from bot.domain.alerts.authorship import Proposal, Version
from storage.rows import content_from_json, content_to_json, kept_from_json, kept_to_json
from storage.schema.alerts import alert_versions, proposals


class StoredWords:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def versions(self, alert_id: int) -> Sequence[Version]:
        """Every text that was saved for an alert, the first one first."""
        kept = select(alert_versions.c.content, alert_versions.c.by_id).where(alert_versions.c.alert_id == alert_id)
        rows = self._db.execute(kept.order_by(alert_versions.c.version))
        return [Version(content_from_json(self._db, row.content), row.by_id) for row in rows]

    def propose(self, alert_id: int, proposal: Proposal) -> None:
        """Keep what a colleague proposes for an alert on which nothing is proposed."""
        values = vars(proposal) | {"content": content_to_json(proposal.content), "kept": kept_to_json(proposal.kept)}
        self._db.execute(insert(proposals).values(alert_id=alert_id, **values))

    def proposal(self, alert_id: int) -> Proposal | None:
        """What is proposed, until the alert changes."""
        row = self._db.execute(select(proposals).where(proposals.c.alert_id == alert_id)).one_or_none()
        if row is None:
            return None
        return Proposal(
            content_from_json(self._db, row.content), kept_from_json(row.kept), row.by_id, row.by_name, row.at
        )
