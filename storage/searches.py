"""Looking through alerts and replies. Ten thousand replies are read in a tenth of a second: no index of words."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, false, func, or_, select

from bot.domain.alerts import AlertStatus
from bot.domain.queries import Query, QueryKind
from bot.domain.replies import ReplyLabel
from bot.workflow.records import Task
from bot.workflow.searches_port import Found, FoundKind, Sight
from storage.desk_schema import mentions
from storage.folding import has
from storage.house_schema import messages
from storage.schema import alerts, deliveries, leads, participants, replies

PHONE_MARKS = " -()./"
TOLD = (replies.c.words, alerts.c.reference, alerts.c.street, messages.c.link)


class StoredSearches:
    """The Searches port on a database connection."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def find(self, query: Query, sight: Sight, most: int) -> list[Found]:
        """What fits, newest first."""
        found = [*self._alerts(query, sight, most)]
        if sight.replies:
            found += self._replies(query, most)
        if sight.leads:
            found += self._leads(query, most)
        return sorted(found, key=lambda one: one.at, reverse=True)[:most]

    def _alerts(self, query: Query, sight: Sight, most: int) -> Iterator[Found]:
        columns = (alerts.c.reference, alerts.c.street, alerts.c.requested_at, alerts.c.status, messages.c.link)
        found = _linked(select(*columns).select_from(alerts), Task.SHOW_ALERT, alerts.c.id)
        if not sight.all_alerts:
            found = found.where(alerts.c.id.in_(select(leads.c.alert_id)))
        rows = self._db.execute(found.where(_alert_fits(query)).order_by(alerts.c.requested_at.desc()).limit(most))
        for row in rows:
            status = AlertStatus(row.status)
            yield Found(FoundKind.ALERT, row.reference, row.street, row.requested_at, row.link or "", status)

    def _replies(self, query: Query, most: int) -> Iterator[Found]:
        shown = func.coalesce(replies.c.follow_up_of, replies.c.id)
        told = select(*TOLD, replies.c.received_at.label("at"), replies.c.label, replies.c.handled_at)
        found = _linked(
            told.select_from(replies).outerjoin(alerts, alerts.c.id == replies.c.alert_id), Task.SHOW_REPLY, shown
        )
        fits = or_(_words_fit(query), _writer_fits(query))
        for row in self._db.execute(_newest(found.where(fits), most)):
            state = "handled" if row.handled_at else "open" if row.label == ReplyLabel.REPLY else ""
            yield _found(FoundKind.REPLY, row, state)

    def _leads(self, query: Query, most: int) -> Iterator[Found]:
        told = select(*TOLD, leads.c.escalated_at.label("at"), leads.c.result)
        joined = told.join_from(replies, leads, leads.c.reply_id == replies.c.id)
        found = _linked(joined.outerjoin(alerts, alerts.c.id == leads.c.alert_id), Task.SHOW_LEAD, leads.c.id)
        for row in self._db.execute(_newest(found.where(_words_fit(query)), most)):
            yield _found(FoundKind.LEAD, row, row.result or "")


def _linked(found: Select[Any], task: Task, subject_id: ColumnElement[Any]) -> Select[Any]:
    return found.outerjoin(messages, and_(messages.c.task == task, messages.c.subject_id == subject_id))


def _newest(found: Select[Any], most: int) -> Select[Any]:
    wrote = replies.c.label.not_in((ReplyLabel.BOUNCE, ReplyLabel.TEST))
    return found.where(wrote, replies.c.erased_at.is_(None)).order_by(replies.c.received_at.desc()).limit(most)


def _found(kind: FoundKind, row: Row[Any], state: str) -> Found:
    return Found(kind, row.reference or "", row.street or "", row.at, row.link or "", state, row.words)


def _alert_fits(query: Query) -> ColumnElement[bool]:
    if query.kind is QueryKind.REFERENCE:
        return _refers(query)
    return or_(
        and_(*(has(alerts.c.street, word) for word in query.words)),
        _numbered(query, alerts.c.bvh_number, alerts.c.reference),
    )


def _refers(query: Query) -> ColumnElement[bool]:
    """An alert with its outcome mails; one of those by itself."""
    return or_(alerts.c.reference == query.value, alerts.c.reference.startswith(f"{query.value}-A", autoescape=True))


def _numbered(query: Query, *columns: ColumnElement[Any]) -> ColumnElement[bool]:
    return or_(false(), *(has(column, query.number) for column in columns if query.number))


def _words_fit(query: Query) -> ColumnElement[bool]:
    """What the citizen wrote, and where it was recorded."""
    named = select(mentions.c.reply_id).where(mentions.c.kind == query.kind, mentions.c.value == query.value)
    return or_(
        replies.c.id.in_(named) if query.value else false(),
        _refers(query) if query.kind is QueryKind.REFERENCE else false(),
        _numbered(query, replies.c.bvh_number, replies.c.case_bvh_number),
        and_(*(has(replies.c.words, word) for word in query.words)),
    )


def _writer_fits(query: Query) -> ColumnElement[bool]:
    """Who wrote it, for who may know that: the address they wrote from or got the mail at, their number."""
    if query.kind is QueryKind.EMAIL:
        participant = select(deliveries.c.id).join(participants, participants.c.id == deliveries.c.participant_id)
        theirs = participant.where(func.lower(participants.c.email) == query.value)
        return or_(func.lower(replies.c.from_address) == query.value, replies.c.delivery_id.in_(theirs))
    if query.kind is QueryKind.PHONE:
        digits: ColumnElement[str] = replies.c.phone
        for mark in PHONE_MARKS:
            digits = func.replace(digits, mark, "")
        return digits.endswith(query.value.removeprefix("+31"), autoescape=True)
    return false()
