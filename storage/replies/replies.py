from dataclasses import asdict
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, and_, bindparam, case, func, insert, literal, select, update

from bot.domain.alerts.alerts import AlertKind
from bot.domain.leads.leads import Lead
from bot.domain.participants.people import Colleague
from bot.domain.participants.places import distance_m
from bot.domain.replies.replies import NO_CASE, Case, LetterStatus, Rating, Reply, ReplyLabel
from bot.records.mail import InboundMail
from bot.records.outbox import Task
from bot.records.replies import ContactData, Earlier, NewReply, ReplyCard, Tie
from storage.dialects import add_once
from storage.mailings.mailings import StoredMailings
from storage.replies.attachments import StoredAttachments
from storage.replies.callbacks import StoredCallbacks
from storage.replies.cards import CARD, FOLLOW_UPS, ITSELF, OF_NEW
from storage.replies.mentions import StoredMentions
from storage.rows import alert_beside, lead_beside, message_link, reply_of
from storage.schema.alerts import alerts
from storage.schema.columns import Moment
from storage.schema.mailings import nothing_seen
from storage.schema.replies import ratings, replies

_ROOT: Final = select(replies.c.follow_up_of).where(replies.c.id == bindparam("reply_id"))
_ADD: Final = insert(replies).returning(*OF_NEW)
_SAME: Final = (
    select(replies.c.id, replies.c.attachment_names)
    .where(replies.c.from_address == bindparam("by"), replies.c.message_id == bindparam("named"))
    .where(replies.c.words == bindparam("said"), replies.c.erased_at.is_(None))
    .order_by(replies.c.id)
)
_LOCKED: Final = select(replies.c.id).where(replies.c.id == bindparam("reply_id")).with_for_update()


class StoredReplies:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def add(self, reply: NewReply) -> Reply:
        values = {**asdict(reply), "attachment_names": list(reply.attachment_names), "version": 1}
        values["cautions"] = list(values["cautions"])
        return reply_of(self._db.execute(_ADD, values).one())

    def saw_nothing(self, delivery_id: int, at: datetime) -> bool:
        """Remember that this citizen saw nothing; False where it is known already."""
        return add_once(self._db, nothing_seen, {"delivery_id": delivery_id, "at": at})

    def get(self, reply_id: int) -> Reply:
        return reply_of(self._db.execute(ITSELF, {"reply_id": reply_id}).one())

    def same_mail(self, mail: InboundMail, words: str) -> Reply | None:
        """The reply that this very mail is already."""
        asked = {"by": mail.from_address, "named": mail.message_id, "said": words}
        for reply_id, names in self._db.execute(_SAME, asked):
            if names == list(mail.attachment_names):
                return self.get(reply_id)
        return None

    def find(self, reply_id: int) -> Reply | None:
        row = self._db.execute(ITSELF, {"reply_id": reply_id}).one_or_none()
        return reply_of(row) if row else None

    def root_of(self, reply_id: int) -> int:
        """The reply that a follow-up belongs to and stands under; itself for all others."""
        return self._db.execute(_ROOT, {"reply_id": reply_id}).scalar_one() or reply_id

    def follow_ups(self, reply_id: int) -> list[Reply]:
        """What the citizen wrote on about a reply and was not erased, oldest first."""
        return [reply_of(row) for row in self._db.execute(FOLLOW_UPS, {"reply_id": reply_id})]

    def newest_follow_up(self, reply_id: int) -> Reply | None:
        """What the citizen wrote last about a reply, if they wrote on."""
        found = select(func.max(replies.c.id)).where(replies.c.follow_up_of == reply_id)
        newest = self._db.execute(found).scalar_one()
        return self.get(newest) if newest else None

    def get_for_change(self, reply_id: int) -> Reply:
        """A reply that nobody else changes until this transaction ends: what is decided on it stays true.

        SQLite's one write lock, taken at the start of a transaction, does that by itself.
        """
        if self._db.dialect.name == "postgresql":
            self._db.execute(_LOCKED, {"reply_id": reply_id})
        return self.get(reply_id)

    def original(self, reply_id: int) -> str:
        """The text as it came, quotes and all."""
        return str(self._db.execute(select(replies.c.original).where(replies.c.id == reply_id)).scalar_one())

    def assign(self, reply_id: int, to: Colleague | None, at: datetime) -> None:
        """Who has it from that moment on; None: nobody."""
        who = (to.id, to.name, at) if to else (None, None, None)
        opened = {"opened_at": _opened(at)} if to else {}
        self._change(reply_id, **dict(zip(("assignee_id", "assignee_name", "taken_at"), who, strict=True)), **opened)

    def open(self, reply_id: int, at: datetime) -> None:
        """A colleague begins to work on it; only the first time counts, and nobody else's form is outdated by it."""
        self._db.execute(update(replies).where(replies.c.id == reply_id).values(opened_at=_opened(at)))

    def left_since(self, before: datetime, most: int) -> list[int]:
        """Open replies that somebody has and did nothing to since then, longest first."""
        is_open = and_(replies.c.label == ReplyLabel.REPLY, replies.c.handled_at.is_(None))
        is_open = and_(is_open, replies.c.images_only_at.is_(None))  # else only the citizen can do something
        left = select(replies.c.id).where(is_open, replies.c.assignee_id.is_not(None), replies.c.taken_at <= before)
        return list(self._db.execute(left.order_by(replies.c.taken_at).limit(most)).scalars())

    def rate(self, reply_id: int, rating: Rating, by: Colleague, at: datetime, case: Case = NO_CASE) -> None:
        """The earlier rating stays in the history; the case and a decision not to escalate go with it."""
        values = {"rating": rating, "rated_by_name": by.name, "not_escalated_by_name": None, "opened_at": _opened(at)}
        self._change(reply_id, **values, **_belongs(case))
        row = {"reply_id": reply_id, "rating": rating, "by_id": by.id, "by_name": by.name, "at": at}
        self._db.execute(insert(ratings).values(**row))

    def place(self, reply_id: int, case: Case) -> None:
        """Relevant elsewhere: to which case."""
        self._change(reply_id, **_belongs(case))

    def record_in_bvh(self, reply_id: int, number: str, by: Colleague) -> None:
        self._change(reply_id, bvh_number=number, bvh_by_name=by.name)

    def not_escalated(self, reply_id: int, by: Colleague | None) -> None:
        """Who decided that the burglary team need not have it; None: nobody (any more)."""
        self._change(reply_id, not_escalated_by_name=by.name if by else None)

    def relabel(self, reply_id: int, label: ReplyLabel) -> None:
        self._change(reply_id, label=label)

    def reopen(self, reply_id: int, at: datetime) -> None:
        """What the citizen wrote then wants an answer of its own: who had the reply has it again, from then on."""
        since = case((replies.c.assignee_id.is_not(None), at), else_=None)
        self._change(reply_id, reopened_at=at, taken_at=since, bvh_by_name=None)

    def mark_asked(self, reply_id: int, by: Colleague, at: datetime) -> None:
        self._change(reply_id, asked_by_name=by.name, asked_at=at)

    def mark_answered(self, reply_id: int, by: Colleague, at: datetime) -> None:
        self._change(reply_id, answered_by_name=by.name, answered_at=at)

    def set_ends(self, reply_id: int, **ends: datetime | None) -> None:
        """Since when all that is owed is done (`handled_at`), the figures call it handled (`settled_at`), and nothing
        is owed but images (`images_only_at`), if so.
        """
        self._change(reply_id, **ends)

    def _change(self, reply_id: int, **values: Any) -> None:
        changed = update(replies).where(replies.c.id == reply_id)
        self._db.execute(changed.values(version=replies.c.version + 1, **values))

    def card(self, reply_id: int, as_lead: Lead | None = None) -> ReplyCard:
        """`as_lead`: for the burglary team, who read of no replies but leads."""
        row = self._db.execute(CARD, {"reply_id": reply_id}).one()
        reply, alert = reply_of(row), alert_beside(self._db, row)
        content = alert.content if alert and row.mailed_id else None
        later = self._names_of_later(reply_id) if row.follow_ups else ()
        return ReplyCard(
            reply=reply,
            alert=alert,
            alert_link=row.alert_link or "",
            neighbourhood=row.neighbourhood if row.mailed_id else "",
            distance_m=round(distance_m(row.x, row.y, content.x, content.y)) if content else None,
            lead=as_lead or lead_beside(row),
            attachment_names=(*row.attachment_names, *later),
            attachments=tuple(StoredAttachments(self._db).of_reply(reply_id)) if row.attachments else (),
            answers=AlertKind(row.mailed_kind or AlertKind.ALERT),
            together=self._together(row.its_id) if row.joined else (),
            case_reference=row.case_reference or "",
            case_link=row.case_link or "",
            follow_ups=row.follow_ups,
            callback=StoredCallbacks(self._db).open_of(reply_id) if row.calls else None,
            not_allowed=row.held_back > 0,
            ties=self._ties(reply_id, as_lead) if row.shared else (),
            number=row.number if alert and reply.label is ReplyLabel.REPLY else 0,
            rated_at=row.rated_at,
            earlier=self._earlier(row.earlier_id) if row.earlier_id and not reply.erased_at else None,
            held_until=row.held_until if reply.answer_status is LetterStatus.WAITING else None,
        )

    def _together(self, alert_id: int) -> tuple[str, ...]:
        """The other alerts in the mail of this one."""
        found = select(alerts.c.reference).where(alerts.c.with_id == alert_id).order_by(alerts.c.id)
        return tuple(self._db.execute(found).scalars())

    def _ties(self, reply_id: int, as_lead: Lead | None) -> tuple[Tie, ...]:
        known = StoredMentions(self._db)
        return known.ties_of_lead(reply_id) if as_lead else known.ties_of(reply_id)

    def _earlier(self, reply_id: int) -> Earlier:
        at = self._db.execute(select(replies.c.received_at).where(replies.c.id == reply_id)).scalar_one()
        return Earlier(at, message_link(self._db, Task.SHOW_REPLY, reply_id))

    def _names_of_later(self, reply_id: int) -> tuple[str, ...]:
        """Of the files that came with what the citizen wrote on."""
        later = select(replies.c.attachment_names).where(replies.c.follow_up_of == reply_id).order_by(replies.c.id)
        return tuple(name for mail in self._db.execute(later).scalars() for name in mail)

    def contact_data(self, reply: Reply) -> ContactData:
        """Who wrote it: the participant behind the token, and who the mail says it is from."""
        callback = StoredCallbacks(self._db).open_of(reply.id)
        phone = " / ".join(dict.fromkeys(filter(None, (callback.phone if callback else "", reply.phone))))
        person = StoredMailings(self._db).person_of(reply.delivery_id) if reply.delivery_id else None
        claimed = " · ".join(filter(None, (reply.from_name, reply.from_address)))
        if person is None:
            return ContactData(reply.kind, "", "", "", phone, claimed)
        address = f"{person.postcode} {person.house_number}".strip()
        return ContactData(reply.kind, person.name, person.email, address, phone, claimed)

    def count(self, alert_id: int) -> int:
        """How many an alert has, as its message counts them: what machines sent and what followed is none."""
        theirs = (replies.c.alert_id == alert_id, replies.c.label == ReplyLabel.REPLY)
        return self._db.execute(select(func.count()).where(*theirs)).scalar_one()

    def open_of(self, alert_id: int) -> list[int]:
        """The replies of an alert to which something is owed."""
        return list(self._db.execute(select(replies.c.id).where(*_open(alert_id)).order_by(replies.c.id)).scalars())

    def count_open(self, alert_id: int) -> int:
        """Those to which something is owed."""
        return self._db.execute(select(func.count()).where(*_open(alert_id))).scalar_one()


def _open(alert_id: int) -> tuple[ColumnElement[bool], ...]:
    return (replies.c.alert_id == alert_id, replies.c.label == ReplyLabel.REPLY, replies.c.handled_at.is_(None))


def _opened(at: datetime) -> ColumnElement[datetime]:
    """The first time stays."""
    return func.coalesce(replies.c.opened_at, literal(at, Moment))


def _belongs(case: Case) -> dict[str, Any]:
    return {"case_alert_id": case.alert_id, "case_bvh_number": case.bvh_number or None}
