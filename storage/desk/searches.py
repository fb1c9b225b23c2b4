"""Looking through alerts and replies. Ten thousand replies are read in a tenth of a second: no index of words."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Row,
    Select,
    and_,
    case,
    cast,
    false,
    func,
    literal,
    or_,
    select,
    union_all,
)

from bot.domain.desk.queries import Query, QueryKind
from bot.domain.replies.replies import ReplyLabel
from bot.records.outbox import Task
from bot.records.pages import Page, Turn
from bot.records.searches import Found, FoundKind, Sight
from storage.dialects import Folded, OneOf, has
from storage.paging import PLACE, page_of, turned
from storage.schema.alerts import alerts
from storage.schema.leads import leads
from storage.schema.mailings import deliveries
from storage.schema.outbox import messages
from storage.schema.participants import participants
from storage.schema.replies import mentions, replies

MARKS = " -()./"
ORDER = ("at", "kind", "id")


class StoredSearches:
    """Looking through alerts and what citizens wrote; what was erased is not found."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def find(self, query: Query, sight: Sight, turn: Turn, unseen: Sequence[int] = ()) -> Page[Found]:
        """What fits, newest first; `unseen`: the replies whose words hold it only where nobody sees it."""
        found, words = [_alerts(query, sight)], and_(_words_hold(query), ~OneOf(replies.c.id, unseen))
        if sight.replies:
            found.append(_replies(query, words))
        if sight.leads:
            found.append(_leads(query, words))
        page = turned(union_all(*found), ORDER, turn, newest_first=True)
        told = select(page, alerts.c.reference, alerts.c.street, replies.c.words, messages.c.link)
        joined = (
            told.outerjoin(alerts, alerts.c.id == page.c.alert_id)
            .outerjoin(replies, replies.c.id == page.c.words_of)
            .outerjoin(messages, and_(messages.c.task == page.c.task, messages.c.subject_id == page.c.subject_id))
        )
        return page_of(self._db.execute(joined.order_by(page.c[PLACE])).all(), ORDER, _found)

    def holding(self, query: Query) -> list[tuple[int, str]]:
        """The replies whose words hold all that is looked for, and these words."""
        held = select(replies.c.id, replies.c.words).where(_words_hold(query), _citizens_own())
        return [(row.id, row.words) for row in self._db.execute(held)]


def _found(row: Row[Any]) -> Found:
    told = row.reference or "", row.street or "", row.at, row.link or ""
    return Found(FoundKind(row.kind), *told, row.state or "", row.words or "")


def _line(
    kind: FoundKind,
    task: Task,
    row_id: ColumnElement[int],
    at: ColumnElement[Any],
    state: ColumnElement[Any],
    *,
    alert_id: ColumnElement[Any],
    subject_id: ColumnElement[Any],
    words_of: ColumnElement[Any],
) -> Select[Any]:
    """A line of any kind in the same columns: what it is, and where the rest of it stands."""
    return select(
        literal(kind.value).label("kind"),
        literal(task.value).label("task"),
        row_id.label("id"),
        at.label("at"),
        state.label("state"),
        alert_id.label("alert_id"),
        subject_id.label("subject_id"),
        words_of.label("words_of"),
    )


def _alerts(query: Query, sight: Sight) -> Select[Any]:
    one, nothing = alerts.c.id, cast(None, Integer)
    line = _line(
        FoundKind.ALERT,
        Task.SHOW_ALERT,
        one,
        alerts.c.requested_at,
        alerts.c.status,
        alert_id=one,
        subject_id=one,
        words_of=nothing,
    ).where(_alert_fits(query))
    return line if sight.all_alerts else line.where(one.in_(select(leads.c.alert_id)))


def _replies(query: Query, words: ColumnElement[bool]) -> Select[Any]:
    """What a citizen wrote on is found with the reply that names it, not a second time beside that."""
    is_open = case((replies.c.label == ReplyLabel.REPLY, "open"), else_="")
    line = _line(
        FoundKind.REPLY,
        Task.SHOW_REPLY,
        replies.c.id,
        replies.c.received_at,
        case((replies.c.handled_at.is_not(None), "handled"), else_=is_open),
        alert_id=replies.c.alert_id,
        subject_id=func.coalesce(replies.c.follow_up_of, replies.c.id),
        words_of=_words_of(query),
    ).outerjoin(alerts, alerts.c.id == replies.c.alert_id)
    again = func.coalesce(replies.c.follow_up_of, 0).in_(_naming(query))
    fits = or_(and_(_words_fit(query, words), ~again), _writer_fits(query))
    return line.where(fits, _citizens_own())


def _leads(query: Query, words: ColumnElement[bool]) -> Select[Any]:
    line = _line(
        FoundKind.LEAD,
        Task.SHOW_LEAD,
        leads.c.id,
        leads.c.escalated_at,
        leads.c.result,
        alert_id=leads.c.alert_id,
        subject_id=leads.c.id,
        words_of=_words_of(query),
    ).join_from(replies, leads, leads.c.reply_id == replies.c.id)
    return line.outerjoin(alerts, alerts.c.id == leads.c.alert_id).where(_words_fit(query, words), _citizens_own())


def _citizens_own() -> ColumnElement[bool]:
    return and_(replies.c.label.not_in((ReplyLabel.BOUNCE, ReplyLabel.TEST)), replies.c.erased_at.is_(None))


def _words_of(query: Query) -> ColumnElement[Any]:
    """Whose words to show: those that hold what is looked for, the reply's own or what the citizen wrote on."""
    if not query.value:
        return replies.c.id
    later, sought = replies.alias(), _bare_text(query.value.removeprefix("+31"))
    holds = _bare(later.c.words).contains(sought, autoescape=True)
    written_on = select(func.max(later.c.id)).where(later.c.follow_up_of == replies.c.id, holds)
    here = _bare(replies.c.words).contains(sought, autoescape=True)
    return case((here, replies.c.id), else_=func.coalesce(written_on.scalar_subquery(), replies.c.id))


def _bare(column: ColumnElement[Any]) -> ColumnElement[str]:
    """A text without the marks with which plates and phone numbers are written."""
    bare: ColumnElement[str] = Folded(column)
    for mark in MARKS:
        bare = func.replace(bare, mark, "")
    return bare


def _bare_text(text: str) -> str:
    return "".join(character for character in text.lower() if character not in MARKS)


def _alert_fits(query: Query) -> ColumnElement[bool]:
    if query.kind is QueryKind.REFERENCE:
        return _refers(query)
    return or_(
        and_(*(has(alerts.c.street, word) for word in query.words)),
        _numbered(query, alerts.c.bvh_number, alerts.c.reference),
    )


def _refers(query: Query) -> ColumnElement[bool]:
    """An alert with the mails about it; one of those by itself."""
    about = (alerts.c.reference.startswith(f"{query.value}-{rank}", autoescape=True) for rank in "AP")
    return or_(alerts.c.reference == query.value, *about)


def _numbered(query: Query, *columns: ColumnElement[Any]) -> ColumnElement[bool]:
    """A BVH number or a reference, with or without its signs."""
    sought = _bare_text(query.number)
    return or_(false(), *(_bare(column).contains(sought, autoescape=True) for column in columns if sought))


def _naming(query: Query) -> Select[Any]:
    """The replies that name it, themselves or in what was written on."""
    return select(mentions.c.reply_id).where(mentions.c.kind == query.kind, mentions.c.value == query.value)


def _words_hold(query: Query) -> ColumnElement[bool]:
    return and_(*(has(replies.c.words, word) for word in query.words))


def _words_fit(query: Query, words: ColumnElement[bool]) -> ColumnElement[bool]:
    """What the citizen wrote, and where it was recorded."""
    return or_(
        replies.c.id.in_(_naming(query)) if query.value else false(),
        _refers(query) if query.kind is QueryKind.REFERENCE else false(),
        _numbered(query, replies.c.bvh_number, replies.c.case_bvh_number),
        words,
    )


def _writer_fits(query: Query) -> ColumnElement[bool]:
    """Who wrote it, for who may know that: the address they wrote from or got the mail at, their number."""
    if query.kind is QueryKind.EMAIL:
        participant = select(deliveries.c.id).join(participants, participants.c.id == deliveries.c.participant_id)
        theirs = participant.where(func.lower(participants.c.email) == query.value)
        return or_(func.lower(replies.c.from_address) == query.value, replies.c.delivery_id.in_(theirs))
    if query.kind is QueryKind.PHONE:
        return replies.c.phone_number == query.value
    return false()
