from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, case, func, insert, or_, select, update

from bot.domain.alerts.alerts import Alert
from bot.domain.alerts.safeguards import NOT_ALLOWED
from bot.domain.participants.people import Colleague
from bot.domain.participants.places import distance_m
from bot.domain.replies.replies import NO_CASE, Case, LetterKind, LetterStatus, Rating, Reply, ReplyLabel
from bot.records.mail import InboundMail
from bot.records.outbox import Task
from bot.records.replies import ContactData, Earlier, NewReply, ReplyCard
from storage.dialects import add_once
from storage.mailings.mailings import StoredMailings
from storage.replies.attachments import StoredAttachments
from storage.replies.callbacks import StoredCallbacks
from storage.replies.mentions import StoredMentions
from storage.rows import get_alert, get_lead_of, message_link, reply_of
from storage.schema.leads import leads
from storage.schema.letters import letters
from storage.schema.mailings import nothing_seen
from storage.schema.replies import ratings, replies


class StoredReplies:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def add(self, reply: NewReply) -> Reply:
        values = {**asdict(reply), "attachment_names": list(reply.attachment_names), "version": 1}
        values["cautions"] = list(values["cautions"])
        added = self._db.execute(insert(replies).values(**values).returning(replies.c.id))
        return self.get(added.scalar_one())

    def saw_nothing(self, delivery_id: int, at: datetime) -> bool:
        """Remember that this citizen saw nothing; False where it is known already."""
        return add_once(self._db, nothing_seen, {"delivery_id": delivery_id, "at": at})

    def get(self, reply_id: int) -> Reply:
        row = self._row(reply_id)
        newest = select(letters.c.kind, letters.c.status).where(letters.c.reply_id == reply_id).order_by(letters.c.id)
        statuses = {kind: LetterStatus(status) for kind, status in self._db.execute(newest)}
        lead = self._db.execute(select(leads.c.escalated_by_name).where(leads.c.reply_id == reply_id))
        return reply_of(row, statuses, lead.scalar_one_or_none() or "")

    def same_mail(self, mail: InboundMail, words: str) -> Reply | None:
        """The reply that this very mail is already."""
        named = and_(replies.c.from_address == mail.from_address, replies.c.message_id == mail.message_id)
        said = and_(named, replies.c.words == words, replies.c.erased_at.is_(None))
        found = select(replies.c.id, replies.c.attachment_names).where(said).order_by(replies.c.id)
        for reply_id, names in self._db.execute(found):
            if names == list(mail.attachment_names):
                return self.get(reply_id)
        return None

    def find(self, reply_id: int) -> Reply | None:
        known = self._db.execute(select(replies.c.id).where(replies.c.id == reply_id)).first()
        return self.get(reply_id) if known else None

    def root_of(self, reply_id: int) -> int:
        """The reply that a follow-up belongs to and stands under; itself for all others."""
        return self._row(reply_id).follow_up_of or reply_id

    def follow_ups(self, reply_id: int) -> list[Reply]:
        """What the citizen wrote on about a reply and was not erased, oldest first."""
        later = and_(replies.c.follow_up_of == reply_id, replies.c.erased_at.is_(None))
        found = select(replies.c.id).where(later).order_by(replies.c.id)
        return [self.get(one) for one in self._db.execute(found).scalars().all()]

    def newest_follow_up(self, reply_id: int) -> Reply | None:
        """What the citizen wrote last about a reply, if they wrote on."""
        found = select(func.max(replies.c.id)).where(replies.c.follow_up_of == reply_id)
        newest = self._db.execute(found).scalar_one()
        return self.get(newest) if newest else None

    def get_for_change(self, reply_id: int) -> Reply:
        """A reply that nobody else changes until this transaction ends: what is decided on it stays true.

        SQLite's one write lock, taken at the start of a transaction, does that by itself.
        """
        self._db.execute(select(replies.c.id).where(replies.c.id == reply_id).with_for_update())
        return self.get(reply_id)

    def _row(self, reply_id: int) -> Any:
        return self._db.execute(select(replies).where(replies.c.id == reply_id)).one()

    def original(self, reply_id: int) -> str:
        """The text as it came, quotes and all."""
        return str(self._row(reply_id).original)

    def assign(self, reply_id: int, to: Colleague | None, at: datetime) -> None:
        """Who has it from that moment on; None: nobody."""
        who = (to.id, to.name, at) if to else (None, None, None)
        self._change(reply_id, **dict(zip(("assignee_id", "assignee_name", "taken_at"), who, strict=True)))

    def left_since(self, before: datetime, most: int) -> list[int]:
        """Open replies that somebody has and did nothing to since then, longest first."""
        is_open = and_(replies.c.label == ReplyLabel.REPLY, replies.c.handled_at.is_(None))
        left = select(replies.c.id).where(is_open, replies.c.assignee_id.is_not(None), replies.c.taken_at <= before)
        return list(self._db.execute(left.order_by(replies.c.taken_at).limit(most)).scalars())

    def rate(self, reply_id: int, rating: Rating, by: Colleague, at: datetime, case: Case = NO_CASE) -> None:
        """The earlier rating stays in the history; the case and a decision not to escalate go with it."""
        belongs = {"case_alert_id": case.alert_id, "case_bvh_number": case.bvh_number or None}
        self._change(reply_id, rating=rating, rated_by_name=by.name, not_escalated_by_name=None, **belongs)
        row = {"reply_id": reply_id, "rating": rating, "by_id": by.id, "by_name": by.name, "at": at}
        self._db.execute(insert(ratings).values(**row))

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

    def set_handled(self, reply_id: int, at: datetime | None) -> None:
        """Since when all that is owed to it is done; None: something is owed (again)."""
        self._change(reply_id, handled_at=at)

    def set_settled(self, reply_id: int, at: datetime | None) -> None:
        """Since when the figures call it handled; None: not (any more)."""
        self._change(reply_id, settled_at=at)

    def _change(self, reply_id: int, **values: Any) -> None:
        changed = update(replies).where(replies.c.id == reply_id)
        self._db.execute(changed.values(version=replies.c.version + 1, **values))

    def card(self, reply_id: int) -> ReplyCard:
        reply, names = self.get(reply_id), self._attachment_names(reply_id)
        alert, case = find_alert(self._db, reply.alert_id), find_alert(self._db, reply.case_alert_id)
        sent = StoredMailings(self._db).sent_to(reply.delivery_id) if reply.delivery_id else None
        content = alert.content if alert else None
        person = sent.participant if sent else None
        return ReplyCard(
            reply=reply,
            alert=alert,
            alert_link=message_link(self._db, Task.SHOW_ALERT, reply.alert_id) if reply.alert_id else "",
            neighbourhood=person.neighbourhood if person else "",
            distance_m=round(distance_m(person.x, person.y, content.x, content.y)) if person and content else None,
            lead=get_lead_of(self._db, reply_id),
            attachment_names=tuple(name for mail in names for name in mail),
            attachments=tuple(StoredAttachments(self._db).of_reply(reply_id)),
            on_outcome=sent is not None and sent.outcome is not None,
            case_reference=case.reference if case else "",
            case_link=message_link(self._db, Task.SHOW_ALERT, case.id) if case else "",
            follow_ups=len(names) - 1,
            callback=StoredCallbacks(self._db).open_of(reply_id),
            not_allowed=self._held_back(reply_id),
            ties=StoredMentions(self._db).ties_of(reply_id),
            number=self._number(reply) if alert else 0,
            rated_at=self._rated_at(reply_id),
            earlier=self._earlier(reply),
            held_until=self._held_until(reply),
        )

    def _number(self, reply: Reply) -> int:
        """Which of its alert's replies it is; what followed another, or no citizen wrote, is none."""
        ours = and_(replies.c.alert_id == reply.alert_id, replies.c.label == ReplyLabel.REPLY)
        before = select(func.count()).where(ours, replies.c.follow_up_of.is_(None), replies.c.id <= reply.id)
        return self._db.execute(before).scalar_one() if reply.label is ReplyLabel.REPLY else 0

    def _rated_at(self, reply_id: int) -> datetime | None:
        newest = select(ratings.c.at).where(ratings.c.reply_id == reply_id).order_by(ratings.c.id.desc()).limit(1)
        return self._db.execute(newest).scalar_one_or_none()

    def _earlier(self, reply: Reply) -> Earlier | None:
        """The newest reply of this address or number before it."""
        if reply.label is not ReplyLabel.REPLY or reply.erased_at:
            return None
        number = select(replies.c.phone_number).where(replies.c.id == reply.id).scalar_subquery()
        same = or_(
            and_(replies.c.from_address == reply.from_address, replies.c.from_address != ""),
            and_(replies.c.phone_number == number, replies.c.phone_number != ""),
        )
        theirs = and_(same, replies.c.label == ReplyLabel.REPLY, replies.c.id < reply.id)
        found = select(replies.c.id, replies.c.received_at).where(theirs).order_by(replies.c.id.desc()).limit(1)
        row = self._db.execute(found).first()
        return Earlier(row.received_at, message_link(self._db, Task.SHOW_REPLY, row.id)) if row else None

    def _held_until(self, reply: Reply) -> datetime | None:
        """Until when its answer can be taken back."""
        if reply.answer_status is not LetterStatus.WAITING:
            return None
        newest = select(letters.c.held_until).where(letters.c.reply_id == reply.id, letters.c.kind == LetterKind.ANSWER)
        return self._db.execute(newest.order_by(letters.c.id.desc()).limit(1)).scalar_one_or_none()

    def _attachment_names(self, reply_id: int) -> list[list[str]]:
        """Of the mail itself and of each that followed it."""
        thread = or_(replies.c.id == reply_id, replies.c.follow_up_of == reply_id)
        names = select(replies.c.attachment_names).where(thread).order_by(replies.c.id)
        return list(self._db.execute(names).scalars())

    def _held_back(self, reply_id: int) -> bool:
        """Whether the allow-list of an exercise held back a mail to this citizen."""
        held = select(letters.c.id).where(letters.c.reply_id == reply_id, letters.c.detail == NOT_ALLOWED).limit(1)
        return self._db.execute(held).first() is not None

    def contact_data(self, reply_id: int) -> ContactData:
        """Who wrote it: the participant behind the token, and who the mail says it is from."""
        reply, callback = self.get(reply_id), StoredCallbacks(self._db).open_of(reply_id)
        phone = " / ".join(dict.fromkeys(filter(None, (callback.phone if callback else "", reply.phone))))
        sent = StoredMailings(self._db).sent_to(reply.delivery_id) if reply.delivery_id else None
        claimed = " · ".join(filter(None, (reply.from_name, reply.from_address)))
        if sent is None:
            return ContactData(reply.kind, "", "", "", phone, claimed)
        person = sent.participant
        address = f"{person.postcode} {person.house_number}".strip()
        return ContactData(reply.kind, person.name, person.email, address, phone, claimed)

    def delivery_of(self, reply_id: int) -> int | None:
        """The delivery that a reply answered, where that is known."""
        return self._db.execute(select(replies.c.delivery_id).where(replies.c.id == reply_id)).scalar_one_or_none()

    def of_alert(self, alert_id: int) -> list[int]:
        """The ids of an alert's replies."""
        return list(self._db.execute(select(replies.c.id).where(replies.c.alert_id == alert_id)).scalars())

    def open_of(self, alert_id: int) -> list[int]:
        """The replies of an alert to which something is owed."""
        return list(self._db.execute(select(replies.c.id).where(*_open(alert_id)).order_by(replies.c.id)).scalars())

    def count_open(self, alert_id: int) -> int:
        return count_open(self._db, alert_id)


def count_open(connection: Connection, alert_id: int) -> int:
    """Replies of an alert to which something is owed."""
    return connection.execute(select(func.count()).where(*_open(alert_id))).scalar_one()


def _open(alert_id: int) -> tuple[ColumnElement[bool], ...]:
    return (replies.c.alert_id == alert_id, replies.c.label == ReplyLabel.REPLY, replies.c.handled_at.is_(None))


def find_alert(connection: Connection, alert_id: int | None) -> Alert | None:
    return get_alert(connection, alert_id) if alert_id else None
