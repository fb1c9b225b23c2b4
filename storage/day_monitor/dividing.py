"""Whose the day monitor's incidents are, who is in today, and the mornings' messages."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, delete, func, or_, select, update

from bot.domain.alerts.alerts import AlertKind, AlertStatus
from bot.domain.day_monitor.dividing import INCIDENT_TRANSITIONS, IncidentAction, OnDuty, possible_from
from bot.domain.day_monitor.incidents import IncidentStatus
from bot.domain.participants.people import Colleague
from bot.domain.participants.postcodes import centre_of
from bot.records.day_monitor import Days, Division, IncidentLine, IncidentPage
from bot.records.outbox import Task
from storage.day_monitor.incidents import incident_of
from storage.dialects import add_once
from storage.schema.alerts import alerts
from storage.schema.day_monitor import divisions, incidents, on_duty
from storage.schema.outbox import messages

PAGE = 20
"""Each with a heading of its own, they stay under Slack's 50 blocks a message."""
KEPT = incidents.c.erased_at.is_(None)
OPEN = and_(KEPT, incidents.c.status == IncidentStatus.OPEN)
STANDING = and_(alerts.c.kind == AlertKind.ALERT, alerts.c.status != AlertStatus.WITHDRAWN)


class StoredDivisions:
    """Whose incidents are, and the mornings' messages; each change is a compare-and-set, False where it lost."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def begin(self, day: date, at: datetime) -> bool:
        """A message for this day; True for the one caller that made it."""
        return add_once(self._db, divisions, {"day": day.isoformat(), "at": at})

    def newest(self) -> Division | None:
        return self._division(select(divisions))

    def before(self, division_id: int) -> Division | None:
        """The one before."""
        return self._division(select(divisions).where(divisions.c.id < division_id))

    def _division(self, among: Select[Any]) -> Division | None:
        row = self._db.execute(among.order_by(divisions.c.id.desc()).limit(1)).one_or_none()
        return Division(row.id, date.fromisoformat(row.day)) if row else None

    def get(self, division_id: int) -> Division:
        row = self._db.execute(select(divisions).where(divisions.c.id == division_id)).one()
        return Division(row.id, date.fromisoformat(row.day))

    def has_incidents(self) -> bool:
        """Whether a day monitor was ever read."""
        return self._db.execute(select(incidents.c.id).limit(1)).first() is not None

    def page(self, since: datetime, page: int) -> IncidentPage:
        """A page, or the last that there is: open ones, and those that came or were skipped since then."""
        skipped = and_(KEPT, incidents.c.status == IncidentStatus.SKIPPED)
        lately = or_(incidents.c.first_seen_at >= since, incidents.c.skipped_at >= since)
        shown = or_(OPEN, and_(skipped, lately))
        nobody_s = and_(OPEN, incidents.c.assignee_id.is_(None))
        counts = (func.coalesce(func.sum(case((which, 1), else_=0)), 0) for which in (OPEN, nobody_s))
        total, still_open, undivided = self._db.execute(select(func.count(), *counts).where(shown)).one()
        pages = max(1, -(-total // PAGE))
        page = min(page, pages - 1)
        found = _lines().where(shown).order_by(*_BY_WHOM).limit(PAGE).offset(page * PAGE)
        lines = tuple(_line(self._db, row) for row in self._db.execute(found))
        return IncidentPage(lines, page, pages, still_open, undivided)

    def requested(self, since: datetime) -> tuple[IncidentLine, ...]:
        """Those that came or were asked for since then, and stand asked for; newest first."""
        asked_for = and_(KEPT, incidents.c.status == IncidentStatus.REQUESTED)
        lately = or_(incidents.c.first_seen_at >= since, alerts.c.requested_at >= since)
        found = _lines().where(asked_for, lately).order_by(alerts.c.requested_at.desc(), incidents.c.id)
        return tuple(_line(self._db, row) for row in self._db.execute(found))

    def assigned_to(self, assignee_id: str) -> tuple[IncidentLine, ...]:
        """The open ones that a colleague has; of nobody where that is empty."""
        theirs = func.coalesce(incidents.c.assignee_id, "") == assignee_id
        rows = self._db.execute(_lines().where(OPEN, theirs).order_by(*_BY_WHOM))
        return tuple(_line(self._db, row) for row in rows)

    def line(self, incident_id: int) -> IncidentLine:
        return _line(self._db, self._db.execute(_lines().where(incidents.c.id == incident_id)).one())

    def on_duty(self, days: Days) -> list[OnDuty]:
        """Who is in today, by name."""
        today = select(on_duty).where(on_duty.c.day == days.today.isoformat()).order_by(on_duty.c.name)
        rows = self._db.execute(today.order_by(on_duty.c.user_id)).all()
        requests = self._counted(alerts.c.requester_id, alerts.c.requested_at, days)
        approvals = self._counted(alerts.c.approver_id, alerts.c.approved_at, days)
        open_ones = select(incidents.c.assignee_id, func.count().label("n")).where(OPEN)
        rows_of = self._db.execute(open_ones.group_by(incidents.c.assignee_id))
        assigned = {row.assignee_id: row.n for row in rows_of}
        return [
            OnDuty(row.user_id, row.name, *requests[row.user_id], *approvals[row.user_id], assigned.get(row.user_id, 0))
            for row in rows
        ]

    def _counted(self, who: ColumnElement[Any], when: ColumnElement[Any], days: Days) -> dict[str, tuple[int, int]]:
        """By colleague, how many today and how many of late."""
        today = func.sum(case((when >= days.begins_at, 1), else_=0))
        found = select(who, today, func.count()).where(STANDING, when >= days.lately_since).group_by(who)
        counted: defaultdict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
        counted.update({person: (now, lately) for person, now, lately in self._db.execute(found)})
        return counted

    def come_in(self, colleague: Colleague, day: date, at: datetime) -> bool:
        who = {"user_id": colleague.id, "name": colleague.name}
        return add_once(self._db, on_duty, {"day": day.isoformat(), "at": at, **who})

    def go_out(self, colleague: Colleague, day: date) -> bool:
        this = and_(on_duty.c.day == day.isoformat(), on_duty.c.user_id == colleague.id)
        return self._db.execute(delete(on_duty).where(this)).rowcount == 1

    def unassigned(self) -> Sequence[int]:
        """Open incidents that are nobody's, oldest first; who asks is alone until they commit."""
        nobody_s = and_(OPEN, incidents.c.assignee_id.is_(None))
        found = select(incidents.c.id).where(nobody_s).order_by(incidents.c.id).with_for_update()
        return self._db.execute(found).scalars().all()

    def assign(self, incident_id: int, seen_id: str, to: tuple[str, str], by: Colleague, at: datetime) -> bool:
        """Give an open incident of whom was seen to have it (empty: nobody) to a colleague, by id and name."""
        assignee_id, name = to
        seen = func.coalesce(incidents.c.assignee_id, "") == seen_id
        values = {"assignee_id": assignee_id, "assignee_name": name, "assigned_by_name": by.name, "assigned_at": at}
        return self._move(incident_id, IncidentAction.ASSIGN, seen, **values)

    def skip(self, incident_id: int, reason: str, by: Colleague, at: datetime) -> bool:
        """From open to skipped."""
        values = {"skip_reason": reason, "skipped_by_name": by.name, "skipped_at": at}
        return self._move(incident_id, IncidentAction.SKIP, **values)

    def request(self, incident_id: int, alert_id: int) -> bool:
        """From open or skipped to requested."""
        return self._move(incident_id, IncidentAction.REQUEST, alert_id=alert_id, **_NOT_SKIPPED)

    def _move(
        self, incident_id: int, action: IncidentAction, *conditions: ColumnElement[bool], **values: object
    ) -> bool:
        possible = possible_from(action)
        [to] = {INCIDENT_TRANSITIONS[status, action] for status in possible}
        expected = and_(incidents.c.id == incident_id, incidents.c.status.in_(possible), *conditions)
        return self._db.execute(update(incidents).where(expected).values(status=to, **values)).rowcount == 1

    def release(self, alert_id: int) -> None:
        """What was asked for by this alert is open again."""
        asked_for = and_(incidents.c.alert_id == alert_id, incidents.c.status.in_(possible_from(IncidentAction.REOPEN)))
        self._db.execute(update(incidents).where(asked_for).values(status=IncidentStatus.OPEN, alert_id=None))

    def link(self) -> None:
        """What has a request under its BVH number counts as asked for, by whichever form that was."""
        same = and_(alerts.c.bvh_key == incidents.c.bvh_key, STANDING)
        first = select(func.min(alerts.c.id)).where(same).correlate(incidents).scalar_subquery()
        waits = and_(incidents.c.status.in_(possible_from(IncidentAction.REQUEST)), first.is_not(None))
        linked = {"status": IncidentStatus.REQUESTED, "alert_id": first, **_NOT_SKIPPED}
        self._db.execute(update(incidents).where(waits).values(**linked))


_BY_WHOM = (
    case((OPEN, 0), else_=1),
    func.coalesce(incidents.c.assignee_name, ""),
    func.coalesce(incidents.c.assignee_id, ""),
    incidents.c.window_end.desc(),
    incidents.c.id,
)
_NOT_SKIPPED = dict.fromkeys(("skip_reason", "skipped_by_name", "skipped_at"))


def _lines() -> Select[Any]:
    message = and_(messages.c.task == Task.SHOW_ALERT, messages.c.subject_id == alerts.c.id)
    columns = (alerts.c.reference, alerts.c.requester_name, messages.c.link)
    return select(incidents, *columns).select_from(incidents.outerjoin(alerts).outerjoin(messages, message))


def _line(connection: Connection, row: Any) -> IncidentLine:
    place = centre_of(row.postcode)
    asked_for = (row.reference or "", row.requester_name or "", row.link or "")
    return IncidentLine(incident_of(connection, row), place.neighbourhood if place else "", *asked_for)
