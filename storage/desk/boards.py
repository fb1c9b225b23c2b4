"""What the app's Home shows, a page of each list at a time."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Text, and_, case, cast, func, literal, not_, null, or_, select

from bot.domain.alerts.alerts import UNDER_WAY, AlertKind, AlertStatus
from bot.domain.day_monitor.incidents import IncidentStatus
from bot.domain.leads.leads import LeadResult
from bot.domain.participants.people import Colleague, Role
from bot.domain.replies.replies import IN_BVH, ReplyLabel
from bot.domain.surveys.surveys import SurveyStatus
from bot.records.desk import Board, BoardLine, BoardList, BoardName, Deed
from bot.records.outbox import Task
from bot.records.pages import Page, Turn
from storage.paging import PLACE, page_of, turned
from storage.replies.numbers import reply_number
from storage.rows import lead_number
from storage.schema.alerts import alerts
from storage.schema.day_monitor import divisions, incidents
from storage.schema.leads import leads
from storage.schema.outbox import messages
from storage.schema.replies import callbacks, replies
from storage.schema.surveys import surveys

PAGE = 10
FIRST_WORDS = 400  # signs
ORDER = ("calm", "since", "id")
OPEN_REPLY = and_(replies.c.label == ReplyLabel.REPLY, replies.c.handled_at.is_(None))
TO_HANDLE = and_(OPEN_REPLY, replies.c.images_only_at.is_(None))
"""Something is owed to it but images."""
_CALL = and_(callbacks.c.reply_id == replies.c.id, callbacks.c.done_at.is_(None))
TO_CALL = select(callbacks.c.id).where(_CALL).exists()
WAITING_REPLY = or_(OPEN_REPLY, TO_CALL)
"""Something is owed to it, or a call was promised and not made."""
OPEN_LEAD = or_(leads.c.result.is_(None), leads.c.result == LeadResult.PICKED_UP)


_OF_REPLIES = (BoardName.MY_REPLIES, BoardName.OPEN_REPLIES, BoardName.TAKEN_REPLIES)
_CALM = literal(1)
_root = replies.alias("root")
_UNJUDGED = select(leads.c.id).where(leads.c.reply_id == _root.c.id, leads.c.result.is_(None)).exists()
_UNHEARD = (
    select(replies.c.id, _root.c.id.label("root"))
    .join(_root, _root.c.id == func.coalesce(replies.c.follow_up_of, replies.c.id))
    .where(
        _root.c.label == ReplyLabel.REPLY,
        or_(and_(_root.c.handled_at.is_(None), _root.c.images_only_at.is_(None)), _UNJUDGED),
        or_(
            and_(
                replies.c.follow_up_of.is_(None),
                or_(replies.c.rating.is_(None), replies.c.rating.in_(IN_BVH)),
            ),
            and_(
                replies.c.follow_up_of.is_not(None),
                or_(_root.c.answered_at.is_(None), replies.c.received_at > _root.c.answered_at),
            ),
        ),
    )
)


class StoredBoards:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def board(self, colleague: Colleague, pages: Mapping[BoardName, int], pressing: Collection[int] = ()) -> Board:
        """What this colleague does, by role; each list oldest first, ten lines a page, pages counted from 0.

        Of replies and leads those that are `pressing` come before the others.
        """
        mine, taken = replies.c.assignee_id == colleague.id, replies.c.assignee_id.is_not(None)
        requested = alerts.c.requester_id == colleague.id
        another_s = and_(alerts.c.requester_id != colleague.id, alerts.c.content_by_id != colleague.id)
        returned, to_approve = alerts.c.status == AlertStatus.RETURNED, alerts.c.status == AlertStatus.REQUESTED
        finding = {
            BoardName.RETURNED: (Role.INTAKE, _alerts(requested, returned, deed=Deed.AMEND)),
            BoardName.TO_APPROVE: (Role.INTAKE, _alerts(another_s, to_approve, deed=Deed.CHECK)),
            BoardName.SURVEYS: (Role.SUPERUSER, _surveys(surveys.c.requester_id != colleague.id)),
            BoardName.INCIDENTS: (Role.INTAKE, _incidents(incidents.c.assignee_id == colleague.id, Deed.REQUEST)),
            BoardName.MY_REPLIES: (Role.RESPONDER, reply_lines(pressing, WAITING_REPLY, mine, deed=_NEXT)),
            BoardName.OPEN_LEADS: (Role.BURGLARY_TEAM, _leads(pressing)),
            BoardName.OPEN_REPLIES: (Role.RESPONDER, reply_lines(pressing, WAITING_REPLY, not_(taken), deed=Deed.TAKE)),
            BoardName.MY_REQUESTS: (Role.INTAKE, _alerts(requested, alerts.c.status.in_(UNDER_WAY), not_(returned))),
            BoardName.TAKEN_REPLIES: (Role.RESPONDER, reply_lines(pressing, WAITING_REPLY, taken, not_(mine))),
            BoardName.UNDIVIDED: (Role.INTAKE, _incidents(incidents.c.assignee_id.is_(None))),
        }
        return {
            name: self._page(name, found, pages.get(name, 0))
            for name, (role, found) in finding.items()
            if role in colleague.roles or (name is BoardName.UNDIVIDED and Role.SUPERUSER in colleague.roles)
        }

    def open_replies(self, turn: Turn, pressing: Collection[int] = ()) -> Page[BoardLine]:
        """Every reply to which something is owed, the `pressing` ones first, then oldest first."""
        found = reply_lines(pressing, WAITING_REPLY).order_by(None)
        page = turned(found, ORDER, turn)
        shown = select(page, *numbers(reply_id=page.c.id)).order_by(page.c[PLACE])
        return page_of(self._db.execute(shown).all(), ORDER, board_line)

    def unheard(self) -> Mapping[int, int]:
        """What citizens wrote that waits for the desk or, as a lead, for the burglary team, but for what was found
        irrelevant or has been answered since; each with the reply that it belongs to.
        """
        return {row.id: row.root for row in self._db.execute(_UNHEARD)}

    def _page(self, name: BoardName, found: Select[Any], page: int) -> BoardList:
        """A page that is no longer there, since its lines were done, is the last one that is."""
        total = int(self._db.execute(select(func.count()).select_from(found.order_by(None).subquery())).scalar_one())
        page = min(page, max(0, (total - 1) // PAGE))
        shown = found.offset(page * PAGE).limit(PAGE).subquery()  # only those are numbered
        reply_id = shown.c.id if name in _OF_REPLIES else None
        numbered = select(shown, *numbers(reply_id, shown.c.id if name is BoardName.OPEN_LEADS else None))
        rows = self._db.execute(numbered.order_by(*(shown.c[column] for column in ORDER)))
        return BoardList(tuple(map(board_line, rows)), page, -(-total // PAGE), total)


def numbers(reply_id: Any = None, lead_id: Any = None) -> list[Any]:
    """Which reply or lead a line is, and how its words begin, as columns; for a page of lines: each is counted."""
    reply = literal(0) if reply_id is None else reply_number(reply_id)
    lead = literal(0) if lead_id is None else lead_number(lead_id)
    texts = [] if reply_id is None else [_begins(replies.c.id == reply_id)]
    texts += [] if lead_id is None else [_begins(replies.c.id == leads.c.reply_id, leads.c.id == lead_id)]
    words = func.coalesce(*texts, "") if texts else literal("")  # SQLite takes no coalesce of one
    return [reply.label("reply"), lead.label("lead"), words.label("words")]


def _begins(*which: ColumnElement[bool]) -> Any:
    """More than a line shows, so that a number at its end is known for one; of what was erased nothing is left."""
    return select(func.substr(replies.c.words, 1, FIRST_WORDS)).where(*which).scalar_subquery()


def survey_name(survey_id: ColumnElement[int]) -> ColumnElement[str]:
    """As survey_reference names it."""
    return literal("ENQ-").concat(cast(survey_id, Text))


def board_line(row: Any) -> BoardLine:
    kind = AlertKind(row.kind)
    what = (row.reference or "", row.street or "", row.state or "")
    deed = Deed(row.deed) if row.deed else None
    more = {"turn_name": row.turn_name, "id": row.id, "version": row.version, "deed": deed, "pressing": not row.calm}
    more |= {"reply": row.reply, "lead": row.lead, "call_at": row.call_at, "words": row.words}
    return BoardLine(*what, row.since, row.link or "", kind, **more)


def _line(
    task: Task, subject: Any, state: Any, since: Any, *, kind: Any = None, turn: Any = None, **doing: Any
) -> list[Any]:
    link = select(messages.c.link).where(messages.c.task == task, messages.c.subject_id == subject).scalar_subquery()
    turn = literal("") if turn is None else func.coalesce(turn, "")
    named = (state.label("state"), since.label("since"), link.label("link"), turn.label("turn_name"))
    kind = literal(AlertKind.ALERT.value) if kind is None else kind
    return [
        alerts.c.reference,
        alerts.c.street,
        kind.label("kind"),
        *named,
        *_doing(subject, alerts.c.version, **doing),
    ]


def _doing(subject: Any, version: Any, deed: Any = None, calm: Any = _CALM, call: Any = None) -> list[Any]:
    """What the line's button does, to what, and by when."""
    deed = literal(deed or "") if deed is None or isinstance(deed, str) else deed
    to_what = subject.label("id"), func.coalesce(version, 0).label("version")
    return [*to_what, deed.label("deed"), calm.label("calm"), (null() if call is None else call).label("call_at")]


def _alerts(*which: ColumnElement[bool], deed: Deed | None = None) -> Select[Any]:
    said = {"kind": alerts.c.kind, "turn": alerts.c.requester_name, "deed": deed}
    line = _line(Task.SHOW_ALERT, alerts.c.id, alerts.c.status, alerts.c.requested_at, **said)
    return select(*line).where(*which).order_by(alerts.c.requested_at, alerts.c.id)


_LACKS_MAIL = and_(replies.c.rating.is_(None), replies.c.alert_id.is_(None), replies.c.mail_by_name.is_(None))
_NEXT = case(
    (_LACKS_MAIL, Deed.CHOOSE_MAIL),
    (replies.c.rating.is_(None), Deed.RATE),
    (TO_HANDLE, Deed.HANDLE),
    (TO_CALL, Deed.CALL),
    else_="",
)
"""What is owed first; the rest has no window of its own, or waits for it."""


def reply_lines(pressing: Collection[int], *which: ColumnElement[bool], deed: Any = None) -> Select[Any]:
    """Replies as lines of a list, the `pressing` ones first, then oldest first."""
    calm = case((and_(replies.c.id.in_(pressing), TO_HANDLE), 0), else_=1)
    call = (
        select(callbacks.c.due_at).where(callbacks.c.reply_id == replies.c.id, callbacks.c.done_at.is_(None)).limit(1)
    )
    said = {"turn": replies.c.assignee_name, "deed": deed, "calm": calm, "call": call.scalar_subquery()}
    line = _line(Task.SHOW_REPLY, replies.c.id, replies.c.rating, replies.c.received_at, **said)
    found = select(*line).select_from(replies).outerjoin(alerts, alerts.c.id == replies.c.alert_id)
    return found.where(*which).order_by(calm, replies.c.received_at, replies.c.id)


def _incidents(whose: ColumnElement[bool], deed: Deed | None = None) -> Select[Any]:
    """Incidents for which nobody asked a mail yet; the newest morning's message names them all."""
    newest = select(func.max(divisions.c.id)).scalar_subquery()
    link = select(messages.c.link).where(messages.c.task == Task.SHOW_DIVISION, messages.c.subject_id == newest)
    return (
        select(
            incidents.c.bvh_number.label("reference"),
            incidents.c.street,
            literal(AlertKind.ALERT.value).label("kind"),
            incidents.c.status.label("state"),
            incidents.c.first_seen_at.label("since"),
            link.scalar_subquery().label("link"),
            literal("").label("turn_name"),
            *_doing(incidents.c.id, literal(0), deed),
        )
        .where(incidents.c.status == IncidentStatus.OPEN, incidents.c.erased_at.is_(None), whose)
        .order_by(incidents.c.first_seen_at, incidents.c.id)
    )


def _surveys(whose: ColumnElement[bool]) -> Select[Any]:
    """A survey that waits for another superuser."""
    told = and_(messages.c.task == Task.SHOW_SURVEY, messages.c.subject_id == surveys.c.id)
    return (
        select(
            survey_name(surveys.c.id).label("reference"),
            literal("").label("street"),
            literal(AlertKind.ALERT.value).label("kind"),
            surveys.c.status.label("state"),
            surveys.c.requested_at.label("since"),
            select(messages.c.link).where(told).scalar_subquery().label("link"),
            surveys.c.requester_name.label("turn_name"),
            *_doing(surveys.c.id, surveys.c.version, Deed.CHECK_SURVEY),
        )
        .where(surveys.c.status == SurveyStatus.REQUESTED, whose)
        .order_by(surveys.c.requested_at, surveys.c.id)
    )


def _leads(pressing: Collection[int]) -> Select[Any]:
    calm = case((and_(leads.c.reply_id.in_(pressing), leads.c.result.is_(None)), 0), else_=1)
    next_deed = case((leads.c.read_at.is_(None), Deed.READ), else_=Deed.JUDGE)
    line = _line(Task.SHOW_LEAD, leads.c.id, leads.c.result, leads.c.escalated_at, deed=next_deed, calm=calm)
    found = select(*line).select_from(leads).outerjoin(alerts, alerts.c.id == leads.c.alert_id)
    return found.where(OPEN_LEAD).order_by(calm, leads.c.escalated_at, leads.c.id)
