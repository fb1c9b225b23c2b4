"""What goes when its time has come or a citizen asks for it; figures stay."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, case, delete, exists, func, or_, select, update

from bot.contacts.email_addresses import spellings
from bot.domain.leads.leads import LeadResult
from bot.domain.participants.people import Colleague, ParticipantStatus
from bot.domain.participants.places import CELL_M, CELLS_A_ROW
from bot.domain.replies.images.offered import Images
from bot.domain.replies.images.uploads import UploadState
from bot.domain.replies.replies import LetterStatus, ReplyLabel
from bot.records.outbox import Task
from bot.records.privacy import Gone
from storage.dialects import add_once
from storage.participants.enrolment import wait_for_imports
from storage.schema.alerts import alerts
from storage.schema.leads import leads
from storage.schema.letters import letters
from storage.schema.mailings import batches, deliveries
from storage.schema.outbox import outbox
from storage.schema.participants import participants
from storage.schema.privacy import audit, audit_words, erased_addresses
from storage.schema.replies import attachments, callbacks, handovers, inbound, mentions, replies, uploads

NOBODYS = frozenset(ReplyLabel) - {ReplyLabel.REPLY, ReplyLabel.FOLLOW_UP}
NO_WORDS = (
    "words",
    "original",
    "from_address",
    "reply_to",
    "from_name",
    "subject",
    "phone",
    "phone_number",
    "message_id",
    "references",
)
NO_LETTER = ("recipient", "subject", "text", "html", "in_reply_to", "references", "detail")


class StoredErasures:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def candidates(self, before: datetime, after_id: int, most: int) -> list[int]:
        """Ids of replies that may be due, ascending: handled, or (what nobody handles) come in, before a moment.

        Not those with a call still to make, nor what came in about a reply whose own turn will come.
        """
        root = replies.alias("root")
        fresh = replies.c.erased_at.is_(None)
        again = or_(fresh, replies.c.erased_at < replies.c.handled_at)
        handled = and_(replies.c.label == ReplyLabel.REPLY, replies.c.handled_at < before, again)
        nobodys = and_(replies.c.label.in_(NOBODYS), fresh, replies.c.received_at < before)
        of_erased = exists().where(root.c.id == replies.c.follow_up_of, root.c.erased_at.is_not(None))
        left = and_(replies.c.label == ReplyLabel.FOLLOW_UP, fresh, replies.c.received_at < before, of_erased)
        to_call = exists().where(callbacks.c.reply_id == replies.c.id, callbacks.c.done_at.is_(None))
        undecided = or_(leads.c.result.is_(None), leads.c.result == LeadResult.PICKED_UP)
        open_lead = exists().where(leads.c.reply_id == replies.c.id, undecided)
        due = and_(or_(handled, nobodys, left), ~to_call, ~open_lead)
        found = select(replies.c.id).where(due, replies.c.id > after_id)
        return list(self._db.execute(found.order_by(replies.c.id).limit(most)).scalars())

    def is_held(self, reply_id: int) -> bool:
        """Whether an alert that it belongs to is under legal hold, or one that went out in that one's mail.

        Nobody sets one before this transaction ends.
        """
        theirs = select(replies.c.alert_id, replies.c.case_alert_id).where(
            or_(replies.c.id == reply_id, replies.c.id == _root_of(reply_id))
        )
        case = select(leads.c.alert_id).where(leads.c.reply_id.in_(select(replies.c.id).where(_with(reply_id))))
        ids = {alert_id for row in self._db.execute(theirs) for alert_id in row}
        ids |= set(self._db.execute(case).scalars())
        in_one_mail = or_(alerts.c.id.in_(ids - {None}), alerts.c.with_id.in_(ids - {None}))
        found = select(alerts.c.held_by_name).where(in_one_mail).order_by(alerts.c.id)
        return any(self._db.execute(found.with_for_update(read=True)).scalars())

    def follow_ups(self, reply_id: int) -> list[int]:
        """What the citizen wrote on about it."""
        found = select(replies.c.id).where(replies.c.follow_up_of == reply_id).order_by(replies.c.id)
        return list(self._db.execute(found).scalars())

    def erase_reply(self, reply_id: int, at: datetime) -> Gone:
        """Take out words, names, addresses, letters' texts, and the mail as it came; figures stay. Twice is once."""
        files = list(
            self._db.execute(
                delete(attachments).where(attachments.c.reply_id == reply_id).returning(attachments.c.blob_key)
            ).scalars()
        )
        nothing: dict[str, Any] = dict.fromkeys(NO_WORDS, "")
        changed = update(replies).where(replies.c.id == reply_id).returning(replies.c.inbound_id)
        values = {**nothing, "attachment_names": [], "erased_at": at, "version": replies.c.version + 1}
        values |= {"images_end": None, "images_asked_at": None}
        values["images"] = case((replies.c.images == Images.WANTED, Images.EXPIRED), else_=replies.c.images)
        inbound_id = self._db.execute(changed.values(**values)).scalar_one()
        keys = [*filter(None, files), *self.empty_mail(inbound_id)]  # of a receipt the bytes went before
        self._empty_what_hangs_on(reply_id, at)
        return Gone(tuple(key for key in keys if not self._is_used(key)), len(files))

    def erase_files(self, reply_id: int, attachment_ids: Sequence[int], at: datetime) -> Gone:
        """Of files that came with a reply only the receipt stays: their names, sizes and sums. The mail as it came
        holds them too.
        """
        theirs = and_(attachments.c.id.in_(attachment_ids), attachments.c.gone_at.is_(None))
        keys = list(self._db.execute(select(attachments.c.blob_key).where(theirs)).scalars())
        self._db.execute(update(attachments).where(theirs).values(blob_key="", facts={}, gone_at=at))
        self._db.execute(update(uploads).where(uploads.c.blob_key.in_(keys)).values(facts={}))
        mail = select(replies.c.inbound_id).where(replies.c.id == reply_id)
        every = [*keys, *self.empty_mail(self._db.execute(mail).scalar_one())]
        return Gone(tuple(key for key in every if key and not self._is_used(key)), len(keys))

    def empty_mail(self, inbound_id: int) -> list[str]:
        """Take out a mail as it came; its blob's key. Its digest stays: the same mail once more is known."""
        of = inbound.c.id == inbound_id
        kept = self._db.execute(select(inbound.c.blob_key).where(of, inbound.c.blob_key.is_not(None))).scalars()
        keys = list(kept)
        self._db.execute(update(inbound).where(of).values(raw=b"", blob_key=None, envelope_to=[], queue_key=""))
        return keys

    def _is_used(self, key: str) -> bool:
        by_file = select(attachments.c.id).where(attachments.c.blob_key == key)
        by_mail = select(inbound.c.id).where(inbound.c.blob_key == key)
        return any(self._db.execute(found.limit(1)).first() for found in (by_file, by_mail))

    def _empty_what_hangs_on(self, reply_id: int, at: datetime) -> None:
        self._empty_letters(letters.c.reply_id == reply_id)
        self._erase_said(f"reply {reply_id}")
        self._db.execute(delete(mentions).where(mentions.c.reply_id == reply_id))
        self._db.execute(delete(handovers).where(handovers.c.reply_id == reply_id))
        self._db.execute(delete(uploads).where(uploads.c.reply_id == reply_id))
        self._db.execute(update(callbacks).where(callbacks.c.reply_id == reply_id).values(phone=""))
        to_make = and_(callbacks.c.reply_id == reply_id, callbacks.c.done_at.is_(None))
        self._db.execute(update(callbacks).where(to_make).values(done_at=at))
        self._db.execute(update(leads).where(leads.c.reply_id == reply_id).values(note="", line=""))
        # What a thread is still owed may hold texts; what is on its way is taken away there.
        notes = and_(outbox.c.task == Task.REPLY_NOTE, outbox.c.subject_id == reply_id)
        self._db.execute(delete(outbox).where(notes, outbox.c.claimed_until.is_(None)))

    def _erase_said(self, subject: str) -> None:
        """What colleagues said of it beside the trail, which keeps the digests."""
        about = select(audit.c.id).where(audit.c.subject == subject)
        self._db.execute(delete(audit_words).where(audit_words.c.audit_id.in_(about)))

    def _empty_letters(self, which: ColumnElement[bool]) -> None:
        """One that has not left yet does not leave any more."""
        unsent = and_(which, letters.c.status == LetterStatus.WAITING)
        self._db.execute(update(letters).where(unsent).values(status=LetterStatus.REFUSED))
        self._db.execute(update(letters).where(which).values(**dict.fromkeys(NO_LETTER, "")))

    def hold(self, alert_id: int, by: Colleague, reason: str) -> bool:
        """Put an alert under legal hold; False where it is already."""
        free = and_(alerts.c.id == alert_id, alerts.c.held_by_name.is_(None))
        held = update(alerts).where(free).values(held_by_name=by.name, held_reason=reason)
        return self._db.execute(held).rowcount == 1

    def release(self, alert_id: int) -> bool:
        """Lift it; False where there is none."""
        held = and_(alerts.c.id == alert_id, alerts.c.held_by_name.is_not(None))
        free = update(alerts).where(held).values(held_by_name=None, held_reason=None)
        return self._db.execute(free).rowcount == 1

    def leavers(self, before: datetime) -> int:
        """How many left before then, and have no reply here any more."""
        return int(self._db.execute(select(func.count()).where(_left(before))).scalar_one())

    def leavers_after(self, participant_id: int, before: datetime, most: int) -> list[int]:
        """Their ids, ascending, from behind this one."""
        found = select(participants.c.id).where(_left(before), participants.c.id > participant_id)
        return list(self._db.execute(found.order_by(participants.c.id).limit(most)).scalars())

    def leaver(self, participant_id: int, before: datetime) -> str | None:
        """The address of one of them, held until this transaction ends; None for anybody else."""
        found = select(participants.c.email).where(_left(before), participants.c.id == participant_id)
        return self._db.execute(found.with_for_update()).scalar_one_or_none()

    def erase_participant(self, participant_id: int, at: datetime) -> None:
        """A tombstone: the ledger's rows still name somebody, the figures keep the neighbourhood and the square."""
        of = participants.c.id == participant_id
        cell = self._db.execute(select(participants.c.cell).where(of)).scalar_one()
        row, column = divmod(cell, CELLS_A_ROW)
        values = {
            **dict.fromkeys(("name", "postcode", "house_number"), ""),
            "email": f"erased-{participant_id}@invalid",  # unique, and no address that can exist (RFC 2606)
            "x": (column + 0.5) * CELL_M,
            "y": (row + 0.5) * CELL_M,
            "status": ParticipantStatus.LEFT,
            "left_at": func.coalesce(participants.c.left_at, at),
            **dict.fromkeys(("paused_at", "paused_until", "own_at")),
            "erased_at": at,
        }
        self._db.execute(update(participants).where(of).values(**values))
        # The reason why a mail did not go or came back may tell the address.
        theirs = deliveries.c.participant_id == participant_id
        with_them = batches.c.id.in_(select(deliveries.c.batch_id).where(theirs))
        self._db.execute(update(batches).where(with_them).values(detail=""))
        self._db.execute(update(deliveries).where(theirs).values(reason=""))
        self._erase_said(f"participant {participant_id}")
        # What came over their links and is nobody's attachment goes as if its time were over.
        links = select(deliveries.c.id).where(theirs)
        coming = and_(uploads.c.delivery_id.in_(links), uploads.c.reply_id.is_(None))
        coming = and_(coming, uploads.c.state != UploadState.GONE)
        self._db.execute(update(uploads).where(coming).values(state=UploadState.ENDED, expires_at=at))

    def keep_out(self, address_hash: str, key_check: str, at: datetime) -> None:
        """Note that who had this address was erased, once; `key_check` tells with which key the hash was made."""
        wait_for_imports(self._db)
        add_once(self._db, erased_addresses, {"hash": address_hash, "key_check": key_check, "erased_at": at})

    def let_in(self, address_hash: str) -> bool:
        """Remove that note; False where there is none."""
        of = erased_addresses.c.hash == address_hash
        return self._db.execute(delete(erased_addresses).where(of)).rowcount == 1

    def kept_out_since(self, address_hash: str) -> datetime | None:
        """When who had this address was erased."""
        of = erased_addresses.c.hash == address_hash
        return self._db.execute(select(erased_addresses.c.erased_at).where(of)).scalar_one_or_none()

    def kept_out(self) -> Mapping[str, str]:
        """All these hashes, with their key_check; no other is noted before this transaction ends."""
        wait_for_imports(self._db)
        rows = self._db.execute(select(erased_addresses.c.hash, erased_addresses.c.key_check))
        return {row.hash: row.key_check for row in rows}

    def erase_letters_to(self, address: str) -> None:
        """Mails to this address that are about no reply."""
        self._empty_letters(and_(func.lower(letters.c.recipient).in_(spellings(address)), letters.c.reply_id.is_(None)))


def _left(before: datetime) -> ColumnElement[bool]:
    links = select(deliveries.c.id).where(deliveries.c.participant_id == participants.c.id).correlate(participants)
    written = exists().where(replies.c.delivery_id.in_(links), replies.c.erased_at.is_(None))
    return and_(participants.c.left_at < before, participants.c.erased_at.is_(None), ~written)


def _root_of(reply_id: int) -> Any:
    return select(replies.c.follow_up_of).where(replies.c.id == reply_id).scalar_subquery()


def _with(reply_id: int) -> ColumnElement[bool]:
    """A reply, and what it follows up."""
    return or_(replies.c.id == reply_id, replies.c.id == _root_of(reply_id))
