"""Burglaries near each other, and what became of the mail that was proposed for it."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, update

from bot.clock import AMSTERDAM
from bot.domain.alerts.alerts import UNDER_WAY, Alert, AlertKind, AlertStatus, CaseResult
from bot.domain.alerts.repeats.repeats import (
    BURGLARIES,
    REPEAT_M,
    REPEAT_WITHIN,
    TIPS_EVERY,
    Burglary,
    RepeatStatus,
    is_repeat,
)
from bot.domain.numbering import bvh_key
from bot.domain.participants.people import Colleague
from bot.records.alerts import RepeatCard, Repeated
from bot.records.outbox import Task
from storage.dialects import add_once
from storage.rows import get_alert
from storage.schema.alerts import alerts, repeats
from storage.schema.outbox import messages

NOTICING: Final = 20260115  # an advisory lock of PostgreSQL
CLOCK_CHANGE: Final = timedelta(hours=1)
_BURGLARY: Final = and_(
    alerts.c.kind == AlertKind.ALERT,
    alerts.c.status.in_((AlertStatus.SENT, AlertStatus.CLOSED)),
    alerts.c.offence.in_(sorted(BURGLARIES)),
    alerts.c.result.is_distinct_from(CaseResult.NO_CRIME),
)
_PLACE: Final = (alerts.c.id, alerts.c.x, alerts.c.y, alerts.c.window_end)


class StoredRepeats:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def notice_alone(self) -> None:
        """Until this transaction ends nobody else looks: of two that go out at once, neither would see the other."""
        if self._db.dialect.name == "postgresql":  # SQLite has one that writes at a time
            self._db.execute(select(func.pg_advisory_xact_lock(NOTICING)))

    def around(self, alert: Alert) -> list[Burglary]:
        """A burglary of which the mail is out, and all that are near it; empty where it was no crime after all.

        Another mail about the same case is no other burglary.
        """
        content = alert.content
        if alert.result is CaseResult.NO_CRIME:
            return []
        itself = Burglary(alert.id, content.x, content.y, content.window_end)
        other_case = alerts.c.bvh_key != bvh_key(content.bvh_number)
        rows = self._db.execute(select(*_PLACE).where(_BURGLARY, around_place(itself), other_case))
        return [itself, *(one for one in map(_burglary, rows) if is_repeat(one, itself, AMSTERDAM))]

    def open_among(self, ids: Collection[int]) -> Sequence[int]:
        """Proposals about these that wait still."""
        return self._db.execute(select(repeats.c.alert_id).where(_of(ids), _OPEN)).scalars().all()

    def is_covered(self, ids: Collection[int], at: datetime) -> bool:
        """Whether a preventive mail about one of them is under way, or went out so lately that nobody gets another."""
        lately = alerts.c.sent_at > at - TIPS_EVERY
        mailed = select(alerts.c.id).join(repeats, repeats.c.preventive_id == alerts.c.id)
        found = mailed.where(_of(ids), or_(alerts.c.status.in_(UNDER_WAY), lately)).limit(1)
        return self._db.execute(found).first() is not None

    def propose(self, alert_id: int, first_id: int, at: datetime) -> bool:
        """Once; False where it was proposed before."""
        row = {"alert_id": alert_id, "first_id": first_id, "status": RepeatStatus.OPEN, "proposed_at": at}
        return add_once(self._db, repeats, row)

    def dismiss(self, alert_id: int, by: Colleague, at: datetime) -> bool:
        """From open; False where somebody was first."""
        said_no = {"status": RepeatStatus.DISMISSED, "decided_by_name": by.name, "decided_at": at}
        return self._change(alert_id, _OPEN, **said_no)

    def request(self, alert_id: int, preventive_id: int, by: Colleague, at: datetime) -> bool:
        """From open, or after somebody said no; False where it was asked for already."""
        asked = {"status": RepeatStatus.REQUESTED, "decided_by_name": by.name, "decided_at": at}
        not_yet = repeats.c.status != RepeatStatus.REQUESTED
        return self._change(alert_id, not_yet, preventive_id=preventive_id, **asked)

    def reopen(self, preventive_id: int) -> int | None:
        """The request was withdrawn: the alert whose proposal stands open again, if it was proposed."""
        nobody = {"status": RepeatStatus.OPEN, "decided_by_name": None, "decided_at": None, "preventive_id": None}
        opened = update(repeats).where(repeats.c.preventive_id == preventive_id).values(**nobody)
        return self._db.execute(opened.returning(repeats.c.alert_id)).scalar_one_or_none()

    def _change(self, alert_id: int, expected: ColumnElement[bool], **values: Any) -> bool:
        changed = update(repeats).where(repeats.c.alert_id == alert_id, expected).values(**values)
        return self._db.execute(changed).rowcount == 1

    def status(self, alert_id: int) -> tuple[RepeatStatus, str, str]:
        """What became of a proposal, by whom, and the reference of the mail that was asked for."""
        found = select(repeats.c.status, repeats.c.decided_by_name, alerts.c.reference).outerjoin(
            alerts, alerts.c.id == repeats.c.preventive_id
        )
        row = self._db.execute(found.where(repeats.c.alert_id == alert_id)).one()
        return RepeatStatus(row.status), row.decided_by_name or "", row.reference or ""

    def card(self, alert_id: int) -> RepeatCard:
        """A proposal with the burglaries that it is about, the newest first."""
        row = self._db.execute(select(repeats).where(repeats.c.alert_id == alert_id)).one()
        near = self._told(
            {alert_id, row.first_id, *(one.alert_id for one in self.around(get_alert(self._db, alert_id)))}
        )
        asked = self._told([row.preventive_id] if row.preventive_id else [])
        return RepeatCard(
            alert_id,
            tuple(near),
            RepeatStatus(row.status),
            row.decided_by_name or "",
            row.decided_at,
            asked[0] if asked else None,
        )

    def _told(self, ids: Any) -> list[Repeated]:
        stands = and_(messages.c.task == Task.SHOW_ALERT, messages.c.subject_id == alerts.c.id)
        columns = (alerts.c.reference, alerts.c.street, alerts.c.window_start, alerts.c.window_end, messages.c.link)
        found = select(*columns).outerjoin(messages, stands).where(alerts.c.id.in_([*ids]))
        rows = self._db.execute(found.order_by(alerts.c.window_end.desc(), alerts.c.id.desc()))
        return [Repeated(row.reference, row.street, row.window_start, row.window_end, row.link or "") for row in rows]


_OPEN: Final = repeats.c.status == RepeatStatus.OPEN


def _of(ids: Collection[int]) -> ColumnElement[bool]:
    return or_(repeats.c.alert_id.in_(ids), repeats.c.first_id.in_(ids))


def around_place(one: Burglary) -> ColumnElement[bool]:
    """What may be near it: a square, and an hour more than the days, since the clock may have been changed."""
    span = REPEAT_WITHIN + CLOCK_CHANGE
    return and_(
        alerts.c.window_end.between(one.over_at - span, one.over_at + span),
        alerts.c.window_start <= one.over_at + span,
        alerts.c.x.between(one.x - REPEAT_M, one.x + REPEAT_M),
        alerts.c.y.between(one.y - REPEAT_M, one.y + REPEAT_M),
    )


def _burglary(row: Any) -> Burglary:
    return Burglary(row.id, row.x, row.y, row.window_end)
