"""What the app's Home shows."""

from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from bot.domain.alerts import UNDER_WAY, AlertKind, AlertStatus
from bot.domain.people import Colleague, Role
from bot.domain.replies import ReplyLabel
from bot.workflow.cards import Board, BoardLine
from bot.workflow.records import Task
from storage.outbox import message_link
from storage.schema import alerts, leads, replies

MOST_LINES = 10


class StoredBoards:
    """The Boards port on a database connection."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def board(self, colleague: Colleague) -> Board:
        """What this colleague sees, by role; each list oldest first, at most ten lines."""
        intake = bool(colleague.roles & {Role.INTAKE, Role.SUPERUSER})
        mine = and_(alerts.c.requester_id == colleague.id, alerts.c.status.in_(UNDER_WAY))
        others = and_(alerts.c.requester_id != colleague.id, alerts.c.status == AlertStatus.REQUESTED)
        return Board(
            my_requests=self._alerts(mine) if intake else (),
            to_approve=self._alerts(others) if intake else (),
            open_replies=self._replies() if colleague.roles & {Role.RESPONDER, Role.SUPERUSER} else (),
            open_leads=self._leads() if colleague.roles & {Role.BURGLARY_TEAM, Role.SUPERUSER} else (),
        )

    def _alerts(self, which: ColumnElement[bool]) -> tuple[BoardLine, ...]:
        rows = self._db.execute(select(alerts).where(which).order_by(alerts.c.requested_at).limit(MOST_LINES))
        return tuple(
            replace(
                self._line(Task.SHOW_ALERT, row.id, row.reference, row.street, row.status, row.requested_at),
                kind=AlertKind(row.kind),
            )
            for row in rows
        )

    def _line(self, task: Task, subject_id: int, reference: str, headline: str, state: str, since: Any) -> BoardLine:
        return BoardLine(reference or "-", headline or "-", state, since, message_link(self._db, task, subject_id))

    def _replies(self) -> tuple[BoardLine, ...]:
        is_open = and_(replies.c.label == ReplyLabel.REPLY, replies.c.handled_at.is_(None))
        found = select(replies, alerts.c.reference, alerts.c.street).outerjoin(
            alerts, alerts.c.id == replies.c.alert_id
        )
        rows = self._db.execute(found.where(is_open).order_by(replies.c.received_at).limit(MOST_LINES))
        return tuple(
            self._line(Task.SHOW_REPLY, row.id, row.reference, row.street, row.rating or "", row.received_at)
            for row in rows
        )

    def _leads(self) -> tuple[BoardLine, ...]:
        found = (
            select(leads, alerts.c.reference, alerts.c.street)
            .join(replies, replies.c.id == leads.c.reply_id)
            .outerjoin(alerts, alerts.c.id == replies.c.alert_id)
            .where(or_(leads.c.result.is_(None), leads.c.result == "picked_up"))
        )
        rows = self._db.execute(found.order_by(leads.c.escalated_at).limit(MOST_LINES))
        return tuple(
            self._line(Task.SHOW_LEAD, row.id, row.reference, row.street, row.result or "", row.escalated_at)
            for row in rows
        )
