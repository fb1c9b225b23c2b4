"""Replies that went to the burglary team."""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, and_, bindparam, delete, exists, func, insert, or_, select, update

from bot.domain.alerts.alerts import Alert
from bot.domain.leads.leads import NO_ALERT, Lead, LeadResult
from bot.domain.participants.people import Colleague
from bot.records.chat import MessageRef
from bot.records.leads import LeadCard, LeadLine, LeadsCard
from bot.records.outbox import Task
from bot.records.pages import Page, Turn
from storage.leads.neighbours import near_cases
from storage.paging import PLACE, page_of, turned
from storage.replies.replies import StoredReplies
from storage.rows import alert_beside, get_alert, get_lead_of, lead_number, lead_of, with_alert
from storage.schema.leads import leads
from storage.schema.outbox import messages
from storage.schema.replies import attachments, replies

A_PAGE = 20
ORDER = ("id",)
MOST_FOLLOW_UPS = 3  # on a lead's post; all of them stand in the reply's thread
_LEAD: Final = select(leads).where(leads.c.id == bindparam("lead_id"))


def _numbered() -> Select[Any]:
    """With which of its alert's leads it is, and where its alert's thread hangs."""
    told = and_(messages.c.task == Task.SHOW_LEADS, messages.c.subject_id == func.coalesce(leads.c.alert_id, NO_ALERT))
    above = (messages.c.channel_id, messages.c.ts)
    return _LEAD.add_columns(lead_number(leads.c.id).label("number"), *above).outerjoin(messages, told)


_NUMBERED: Final = _numbered()


class StoredLeads:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def escalate(self, reply_id: int, by: Colleague, at: datetime, line: str = "") -> Lead:
        """A lead of a reply that is none yet; it hangs with the case that the reply belongs to."""
        belongs = func.coalesce(replies.c.case_alert_id, replies.c.alert_id)
        alert_id = select(belongs).where(replies.c.id == reply_id).scalar_subquery()
        row = {
            "reply_id": reply_id,
            "alert_id": alert_id,
            "escalated_by_name": by.name,
            "escalated_at": at,
            "line": line,
        }
        return lead_of(self._db.execute(insert(leads).values(**row).returning(leads)).one())

    def recall(self, lead_id: int) -> bool:
        """It never was one; False where the team has read it, or it is gone already."""
        unread = and_(leads.c.id == lead_id, leads.c.read_at.is_(None), leads.c.result.is_(None))
        return self._db.execute(delete(leads).where(unread)).rowcount == 1

    def of_reply(self, reply_id: int) -> Lead | None:
        return get_lead_of(self._db, reply_id)

    def get(self, lead_id: int) -> Lead:
        return lead_of(self._db.execute(_LEAD, {"lead_id": lead_id}).one())

    def set_result(self, lead: Lead, result: LeadResult, note: str, by: Colleague, at: datetime) -> bool:
        """Compare-and-set on the result that was seen; who says what it is worth has read it."""
        seen = and_(leads.c.id == lead.id, leads.c.result.is_not_distinct_from(lead.result), leads.c.note == lead.note)
        values = {"result": result, "note": note, "result_by_id": by.id, "result_by_name": by.name, "result_at": at}
        if self._db.execute(update(leads).where(seen).values(**values)).rowcount != 1:
            return False
        self.mark_read(lead.id, by, at)
        return True

    def mark_read(self, lead_id: int, by: Colleague, at: datetime) -> bool:
        """Once; False where a colleague was first."""
        unread = and_(leads.c.id == lead_id, leads.c.read_at.is_(None))
        return self._db.execute(update(leads).where(unread).values(read_by_name=by.name, read_at=at)).rowcount == 1

    def mark_unread(self, lead_id: int) -> None:
        """The citizen wrote on: the team has not read that yet."""
        self._db.execute(update(leads).where(leads.c.id == lead_id).values(read_by_name=None, read_at=None))

    def of_neighbours(self, alert: Alert) -> list[int]:
        """Alerts near this one that have leads of their own: their summaries tell of this one."""
        return [other for other, near in near_cases(self._db, alert) if near.link]

    def count_open(self, alert_id: int) -> int:
        """Leads of an alert of which nobody said what they are worth."""
        undecided = or_(leads.c.result.is_(None), leads.c.result == LeadResult.PICKED_UP)
        return self._db.execute(select(func.count()).where(leads.c.alert_id == alert_id, undecided)).scalar_one()

    def alert_card(self, alert_id: int | None) -> LeadsCard:
        """What the parent message in the burglary channel shows."""
        rows = self._db.execute(with_alert(_lines(alert_id), leads.c.alert_id).order_by(leads.c.id)).all()
        alert = alert_beside(self._db, rows[0]) if rows else alert_id and get_alert(self._db, alert_id)
        near = tuple(case for _, case in near_cases(self._db, alert)) if alert else ()
        return LeadsCard(alert or None, tuple(map(_line, rows)), near, any(row.files for row in rows))

    def page(self, alert_id: int | None, turn: Turn) -> Page[LeadLine]:
        """An alert's leads (None: those without a known one) in the order in which they came."""
        page = turned(_lines(alert_id), ORDER, turn, size=A_PAGE)
        return page_of(self._db.execute(select(page).order_by(page.c[PLACE])).all(), ORDER, _line)

    def card(self, lead_id: int) -> LeadCard | None:
        """None where it was taken back."""
        row = self._db.execute(_NUMBERED, {"lead_id": lead_id}).first()
        if row is None:
            return None
        lead = lead_of(row)
        told = StoredReplies(self._db).card(lead.reply_id, lead)
        away = told.distance_m if told.reply.alert_id == lead.alert_id else None
        later = StoredReplies(self._db).follow_ups(lead.reply_id) if told.follow_ups else []
        newest = tuple(later[-MOST_FOLLOW_UPS:])
        above = MessageRef(row.channel_id, row.ts) if row.ts else None
        found = (told.attachments, told.neighbourhood, away, newest, told.ties)
        return LeadCard(lead, told.reply, *found, row.number, above)


def _lines(alert_id: int | None) -> Select[Any]:
    link = select(messages.c.link).where(messages.c.task == Task.SHOW_LEAD, messages.c.subject_id == leads.c.id)
    thread = or_(replies.c.id == leads.c.reply_id, replies.c.follow_up_of == leads.c.reply_id)
    files = exists().where(attachments.c.reply_id == replies.c.id, thread)
    found = select(leads, link.scalar_subquery().label("link"), files.label("files"))
    return found.where(leads.c.alert_id.is_not_distinct_from(alert_id))


def _line(row: Row[Any]) -> LeadLine:
    return LeadLine(lead_of(row), row.link or "")
