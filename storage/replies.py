"""Citizens' replies, their letters, and the leads they became."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from bot.domain.alerts import Alert
from bot.domain.people import Colleague, mask_address
from bot.domain.places import distance_m
from bot.domain.replies import (
    Escalation,
    LeadResult,
    LetterKind,
    LetterStatus,
    Rating,
    Reply,
    ReplyLabel,
)
from bot.workflow.cards import ContactData, LeadCard, LeadsCard, ReplyCard
from bot.workflow.mail_port import Letter
from bot.workflow.records import NewReply, Task
from storage.attachments import StoredAttachments
from storage.mailings import StoredMailings
from storage.outbox import message_link
from storage.rows import get_alert, lead_of, reply_of
from storage.schema import deliveries, leads, letters, nothing_seen, participants, ratings, replies

MOST_QUOTED = 5  # answers of ours: a thread quotes the newest


class StoredReplies:
    """The Replies port on a database connection."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def add(self, reply: NewReply) -> Reply:
        """A new reply."""
        values = {**asdict(reply), "attachment_names": list(reply.attachment_names), "version": 1}
        values["cautions"] = list(values["cautions"])
        added = self._db.execute(insert(replies).values(**values).returning(replies.c.id))
        return self.get(added.scalar_one())

    def saw_nothing(self, delivery_id: int, at: datetime) -> bool:
        """Remember that this citizen saw nothing; False where it is known already."""
        try:
            with self._db.begin_nested():
                self._db.execute(insert(nothing_seen).values(delivery_id=delivery_id, at=at))
        except IntegrityError:
            return False
        return True

    def get(self, reply_id: int) -> Reply:
        """A reply."""
        row = self._row(reply_id)
        newest = select(letters.c.kind, letters.c.status).where(letters.c.reply_id == reply_id).order_by(letters.c.id)
        statuses = {kind: LetterStatus(status) for kind, status in self._db.execute(newest)}
        lead = self._db.execute(select(leads.c.escalated_by_name).where(leads.c.reply_id == reply_id))
        return reply_of(row, statuses, lead.scalar_one_or_none() or "")

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

    def rate(self, reply_id: int, rating: Rating, by: Colleague, at: datetime) -> None:
        """The earlier rating stays in the history."""
        self._change(reply_id, rating=rating, rated_by_name=by.name)
        row = {"reply_id": reply_id, "rating": rating, "by_id": by.id, "by_name": by.name, "at": at}
        self._db.execute(insert(ratings).values(**row))

    def record_in_bvh(self, reply_id: int, number: str, by: Colleague) -> None:
        """Where it stands in BVH."""
        self._change(reply_id, bvh_number=number, bvh_by_name=by.name)

    def relabel(self, reply_id: int, label: ReplyLabel) -> None:
        """What it is, after all."""
        self._change(reply_id, label=label)

    def mark_answered(self, reply_id: int, by: Colleague, at: datetime) -> None:
        """Who answered it."""
        self._change(reply_id, answered_by_name=by.name, answered_at=at)

    def _change(self, reply_id: int, **values: Any) -> None:
        changed = update(replies).where(replies.c.id == reply_id)
        self._db.execute(changed.values(version=replies.c.version + 1, **values))

    def card(self, reply_id: int) -> ReplyCard:
        """What the triage message shows."""
        reply, row = self.get(reply_id), self._row(reply_id)
        alert = find_alert(self._db, reply.alert_id)
        sent = StoredMailings(self._db).sent_to(reply.delivery_id) if reply.delivery_id else None
        content = alert.content if alert else None
        person = sent.participant if sent else None
        return ReplyCard(
            reply=reply,
            alert=alert,
            alert_link=message_link(self._db, Task.SHOW_ALERT, reply.alert_id) if reply.alert_id else "",
            neighbourhood=person.neighbourhood if person else "",
            distance_m=round(distance_m(person.x, person.y, content.x, content.y)) if person and content else None,
            masked_sender=mask_address(person.email) if person else mask_sender(reply),
            lead=StoredLeads(self._db).of_reply(reply_id),
            attachment_names=tuple(row.attachment_names),
            attachments=tuple(StoredAttachments(self._db).of_reply(reply_id)),
            on_outcome=sent is not None and sent.outcome is not None,
        )

    def contact_data(self, reply_id: int) -> ContactData:
        """Who wrote it: the participant behind the token, and who the mail says it is from."""
        reply = self.get(reply_id)
        sent = StoredMailings(self._db).sent_to(reply.delivery_id) if reply.delivery_id else None
        claimed = f"{reply.from_name} <{reply.from_address}>" if reply.from_address else reply.from_name
        if sent is None:
            return ContactData("", "", "", reply.phone, claimed)
        person = sent.participant
        address = f"{person.postcode} {person.house_number}".strip()
        return ContactData(person.name, person.email, address, reply.phone, claimed)

    def delivery_of(self, reply_id: int) -> int | None:
        """The delivery that a reply answered, where that is known."""
        return self._db.execute(select(replies.c.delivery_id).where(replies.c.id == reply_id)).scalar_one_or_none()

    def of_alert(self, alert_id: int) -> list[int]:
        """The ids of an alert's replies."""
        return list(self._db.execute(select(replies.c.id).where(replies.c.alert_id == alert_id)).scalars())


def find_alert(connection: Connection, alert_id: int | None) -> Alert | None:
    """The alert with this id, if it is one."""
    return get_alert(connection, alert_id) if alert_id else None


def mask_sender(reply: Reply) -> str:
    """Somebody who is no participant, as far as may be seen."""
    return mask_address(reply.from_address) if reply.from_address else f"{reply.from_name[:1]}•••"


def _is_address(address: str) -> ColumnElement[bool]:
    return func.lower(replies.c.from_address) == address.lower()


class StoredLetters:
    """The Letters port on a database connection."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def acknowledged_before(self, reply: Reply) -> bool:
        """Whether this citizen (who got our mail, or by address) got an acknowledgement for this alert already."""
        theirs = select(deliveries.c.participant_id).where(deliveries.c.id == reply.delivery_id).scalar_subquery()
        # Locked: two mails of one citizen that two copies of the program read at the same moment wait for each other.
        self._db.execute(select(participants.c.id).where(participants.c.id == theirs).with_for_update())
        same_citizen = or_(
            # the alert and its outcome mail are two deliveries to one person
            replies.c.delivery_id.in_(select(deliveries.c.id).where(deliveries.c.participant_id == theirs)),
            _is_address(reply.from_address),
        )
        same_alert = replies.c.alert_id == reply.alert_id
        earlier = select(letters.c.id).join(replies, replies.c.id == letters.c.reply_id)
        found = earlier.where(letters.c.kind == LetterKind.ACKNOWLEDGEMENT, same_alert, same_citizen).limit(1)
        return self._db.execute(found).one_or_none() is not None

    def untied_acknowledgements(self, since: datetime, address: str | None = None) -> int:
        """How many went out, to one address or in all, on replies without a known delivery since then."""
        untied = and_(replies.c.delivery_id.is_(None), replies.c.received_at > since)
        found = select(func.count()).select_from(letters).join(replies, replies.c.id == letters.c.reply_id)
        found = found.where(letters.c.kind == LetterKind.ACKNOWLEDGEMENT, untied)
        return int(self._db.execute(found if address is None else found.where(_is_address(address))).scalar_one())

    def answers_to(self, delivery_id: int | None, reply_id: int | None) -> str:
        """The texts of the newest answers on this delivery's replies, else on this reply: what a citizen may quote."""
        about = replies.c.id == reply_id if delivery_id is None else replies.c.delivery_id == delivery_id
        found = select(letters.c.text).join(replies, replies.c.id == letters.c.reply_id)
        newest = (
            found.where(about, letters.c.kind == LetterKind.ANSWER).order_by(letters.c.id.desc()).limit(MOST_QUOTED)
        )
        return "\n".join(self._db.execute(newest).scalars())

    def mark_bounced(self, message_id: str, reply_id: int, at: datetime) -> bool:
        """A letter about this reply came back, its answer where no Message-ID is told; False where that was known."""
        answers = and_(letters.c.reply_id == reply_id, letters.c.kind == LetterKind.ANSWER)
        newest = select(func.max(letters.c.id)).where(answers).scalar_subquery()
        told = letters.c.message_id == message_id if message_id else letters.c.id == newest
        fresh = and_(letters.c.reply_id == reply_id, told, letters.c.status != LetterStatus.BOUNCED)
        values = {"status": LetterStatus.BOUNCED, "status_at": at, "detail": "delivery report by mail"}
        return self._db.execute(update(letters).where(fresh).values(**values)).rowcount == 1

    def add(
        self,
        kind: LetterKind,
        reply_id: int | None,
        letter: Letter,
        at: datetime,
        status: LetterStatus = LetterStatus.WAITING,
    ) -> int:
        """A mail to one person that is to go out, or what was said in its place; its id."""
        values = asdict(letter)
        values["recipient"] = values.pop("to")
        del values["tag"]
        row = {"kind": kind, "reply_id": reply_id, "status": status, "status_at": at, "detail": ""}
        return int(self._db.execute(insert(letters).values(**row, **values).returning(letters.c.id)).scalar_one())

    def get(self, letter_id: int) -> tuple[Letter, LetterKind, int | None]:
        """A letter, its kind and the reply it belongs to."""
        row = self._db.execute(select(letters).where(letters.c.id == letter_id)).one()
        letter = Letter(
            tag=f"l{row.id}",
            message_id=row.message_id,
            to=row.recipient,
            subject=row.subject,
            text=row.text,
            html=row.html,
            reply_token=row.reply_token,
            automatic=row.automatic,
            in_reply_to=row.in_reply_to,
            references=row.references,
        )
        return letter, LetterKind(row.kind), row.reply_id

    def move(self, letter_id: int, expected: LetterStatus, to: LetterStatus, detail: str, at: datetime) -> bool:
        """Compare-and-set."""
        here = and_(letters.c.id == letter_id, letters.c.status == expected)
        moved = update(letters).where(here).values(status=to, detail=detail[:500], status_at=at)
        return self._db.execute(moved).rowcount == 1


class StoredLeads:
    """The Leads port on a database connection."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def escalate(self, reply_id: int, by: Colleague, at: datetime) -> Escalation:
        """A lead of a reply that is none yet."""
        row = {"reply_id": reply_id, "escalated_by_name": by.name, "escalated_at": at}
        return self.get(self._db.execute(insert(leads).values(**row).returning(leads.c.id)).scalar_one())

    def of_reply(self, reply_id: int) -> Escalation | None:
        """The lead that a reply became, if any."""
        row = self._db.execute(_with_alert().where(leads.c.reply_id == reply_id)).one_or_none()
        return lead_of(row, row.alert_id) if row else None

    def get(self, lead_id: int) -> Escalation:
        """A lead."""
        row = self._db.execute(_with_alert().where(leads.c.id == lead_id)).one()
        return lead_of(row, row.alert_id)

    def set_result(self, lead: Escalation, result: LeadResult, by: Colleague, at: datetime) -> bool:
        """Compare-and-set on the result that was seen."""
        seen = and_(leads.c.id == lead.id, leads.c.result.is_not_distinct_from(lead.result))
        changed = update(leads).where(seen).values(result=result, result_by_name=by.name, result_at=at)
        return self._db.execute(changed).rowcount == 1

    def alert_card(self, alert_id: int | None) -> LeadsCard:
        """What the parent message in the burglary channel shows."""
        rows = self._db.execute(
            _with_alert().where(replies.c.alert_id.is_not_distinct_from(alert_id)).order_by(leads.c.id)
        )
        return LeadsCard(find_alert(self._db, alert_id), tuple(lead_of(row, row.alert_id) for row in rows))

    def card(self, lead_id: int) -> LeadCard:
        """What the lead's message shows."""
        lead = self.get(lead_id)
        link = message_link(self._db, Task.SHOW_REPLY, lead.reply_id)
        files = tuple(StoredAttachments(self._db).of_reply(lead.reply_id))
        return LeadCard(lead, StoredReplies(self._db).get(lead.reply_id), link, files)


def _with_alert() -> Any:
    return select(leads, replies.c.alert_id).join(replies, replies.c.id == leads.c.reply_id)
