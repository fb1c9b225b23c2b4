"""Replies that went to the burglary team."""

from datetime import datetime

from sqlalchemy import Connection, and_, insert, select, update

from bot.domain.people import Colleague
from bot.domain.replies import Escalation, LeadResult
from bot.workflow.cards import LeadCard, LeadsCard
from bot.workflow.records import Task
from storage.attachments import StoredAttachments
from storage.outbox import message_link
from storage.replies import StoredReplies, find_alert
from storage.rows import get_lead_of, lead_of
from storage.schema import leads, replies


class StoredLeads:
    """The Leads port on a database connection."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def escalate(self, reply_id: int, by: Colleague, at: datetime) -> Escalation:
        """A lead of a reply that is none yet."""
        alert_id = select(replies.c.alert_id).where(replies.c.id == reply_id).scalar_subquery()
        row = {"reply_id": reply_id, "alert_id": alert_id, "escalated_by_name": by.name, "escalated_at": at}
        return self.get(self._db.execute(insert(leads).values(**row).returning(leads.c.id)).scalar_one())

    def of_reply(self, reply_id: int) -> Escalation | None:
        """The lead that a reply became, if any."""
        return get_lead_of(self._db, reply_id)

    def get(self, lead_id: int) -> Escalation:
        """A lead."""
        return lead_of(self._db.execute(select(leads).where(leads.c.id == lead_id)).one())

    def set_result(self, lead: Escalation, result: LeadResult, by: Colleague, at: datetime) -> bool:
        """Compare-and-set on the result that was seen."""
        seen = and_(leads.c.id == lead.id, leads.c.result.is_not_distinct_from(lead.result))
        changed = update(leads).where(seen).values(result=result, result_by_name=by.name, result_at=at)
        return self._db.execute(changed).rowcount == 1

    def alert_card(self, alert_id: int | None) -> LeadsCard:
        """What the parent message in the burglary channel shows."""
        of_alert = leads.c.alert_id.is_not_distinct_from(alert_id)
        rows = self._db.execute(select(leads).where(of_alert).order_by(leads.c.id))
        return LeadsCard(find_alert(self._db, alert_id), tuple(map(lead_of, rows)))

    def card(self, lead_id: int) -> LeadCard:
        """What the lead's message shows."""
        lead = self.get(lead_id)
        link = message_link(self._db, Task.SHOW_REPLY, lead.reply_id)
        files = tuple(StoredAttachments(self._db).of_reply(lead.reply_id))
        return LeadCard(lead, StoredReplies(self._db).get(lead.reply_id), link, files)
