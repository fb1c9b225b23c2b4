"""Mails to one person about a reply, and what was said to them by phone."""

from dataclasses import asdict
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Select,
    and_,
    bindparam,
    func,
    insert,
    select,
    union,
    update,
)

from bot.domain.replies.replies import LetterKind, LetterStatus, Reply
from bot.records.mail import Letter
from storage.schema.letters import letters
from storage.schema.mailings import deliveries
from storage.schema.participants import participants
from storage.schema.replies import replies

ASKED = (LetterKind.QUESTION, LetterKind.IMAGES, LetterKind.IMAGES_AGAIN, LetterKind.UNFINISHED)
QUOTED = (LetterKind.ANSWER, LetterKind.ACKNOWLEDGEMENT, LetterKind.RECEIPT, *ASKED)
MOST_QUOTED = 5  # answers of ours: a thread quotes the newest
_ADD: Final = insert(letters).returning(letters.c.id)
_THEIRS: Final = (
    select(deliveries.c.participant_id).where(deliveries.c.id == bindparam("delivery_id")).scalar_subquery()
)
_ALONE: Final = select(participants.c.id).where(participants.c.id == _THEIRS).with_for_update()
"""Two mails of one citizen that two copies of the program read at the same moment wait for each other; SQLite has one
writer anyway."""


def _acknowledged() -> CompoundSelect[Any]:
    """The alert and its outcome mail are two deliveries to one person."""
    to_them = replies.c.delivery_id.in_(select(deliveries.c.id).where(deliveries.c.participant_id == _THEIRS))
    by_them = replies.c.from_address.in_([bindparam("from_address"), bindparam("in_small")])
    same, acknowledges = replies.c.alert_id == bindparam("alert_id"), letters.c.kind == LetterKind.ACKNOWLEDGEMENT
    found = select(func.lower(letters.c.recipient)).join(replies, replies.c.id == letters.c.reply_id)
    # Each on an index of its own: with OR all replies of the alert were read, for each reply.
    return union(*(found.where(acknowledges, same, way) for way in (to_them, by_them)))


def _answers(about: ColumnElement[int]) -> Select[Any]:
    found = select(letters.c.subject + "\n" + letters.c.text).join(replies, replies.c.id == letters.c.reply_id)
    written = and_(about == bindparam("of"), letters.c.kind.in_(QUOTED))
    return found.where(written).order_by(letters.c.id.desc()).limit(MOST_QUOTED)


_ACKNOWLEDGED: Final = _acknowledged()
_TO_DELIVERY, _TO_REPLY = _answers(replies.c.delivery_id), _answers(replies.c.id)
"""Made once: each reply that comes in asks them."""


class StoredLetters:
    """Mails to one person: acknowledgements, answers, attention."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def acknowledged(self, reply: Reply) -> set[str]:
        """The addresses, in small letters, that got an acknowledgement about this citizen's mail for this alert."""
        if self._db.dialect.name == "postgresql":
            self._db.execute(_ALONE, {"delivery_id": reply.delivery_id})
        sender = {"from_address": reply.from_address, "in_small": reply.from_address.lower()}
        of = {"delivery_id": reply.delivery_id, "alert_id": reply.alert_id}
        return set(self._db.execute(_ACKNOWLEDGED, {**of, **sender}).scalars())

    def untied_acknowledgements(self, since: datetime, address: str | None = None) -> int:
        """How many went out, to one address or in all, on replies without a known delivery since then."""
        untied = and_(replies.c.delivery_id.is_(None), replies.c.received_at > since)
        found = select(func.count()).select_from(letters).join(replies, replies.c.id == letters.c.reply_id)
        found = found.where(letters.c.kind == LetterKind.ACKNOWLEDGEMENT, untied)
        return int(self._db.execute(found if address is None else found.where(_is_address(address))).scalar_one())

    def receipts(self, address: str, since: datetime) -> int:
        """How many went to this address since then."""
        theirs = and_(letters.c.kind == LetterKind.RECEIPT, func.lower(letters.c.recipient) == address.lower())
        found = select(func.count()).where(theirs, letters.c.status_at > since)
        return int(self._db.execute(found).scalar_one())

    def newest_at(self, kind: LetterKind, reply_id: int) -> datetime | None:
        """When the newest of this kind about a reply went out, or last changed."""
        of = and_(letters.c.kind == kind, letters.c.reply_id == reply_id)
        at: datetime | None = self._db.execute(select(func.max(letters.c.status_at)).where(of)).scalar_one()
        return at

    def answers_to(self, delivery_id: int | None, reply_id: int | None) -> str:
        """What a citizen may quote: our newest letters on this delivery's replies, else on this reply."""
        about = {"of": reply_id if delivery_id is None else delivery_id}
        return "\n".join(self._db.execute(_TO_REPLY if delivery_id is None else _TO_DELIVERY, about).scalars())

    def acknowledgement_of(self, reply_id: int) -> int | None:
        """Its newest acknowledgement."""
        return self._newest(LetterKind.ACKNOWLEDGEMENT, reply_id)

    def answer_of(self, reply_id: int) -> int | None:
        """Its newest answer."""
        return self._newest(LetterKind.ANSWER, reply_id)

    def _newest(self, kind: LetterKind, reply_id: int) -> int | None:
        theirs = and_(letters.c.reply_id == reply_id, letters.c.kind == kind)
        newest: int | None = self._db.execute(select(func.max(letters.c.id)).where(theirs)).scalar_one()
        return newest

    def newest_answer(self, reply_id: int) -> str:
        """What a citizen was answered last about a reply."""
        answers = select(letters.c.text).where(letters.c.reply_id == reply_id, letters.c.kind == LetterKind.ANSWER)
        return self._db.execute(answers.order_by(letters.c.id.desc()).limit(1)).scalar() or ""

    def recipient_of(self, message_id: str, reply_id: int) -> str:
        """Who got it; in small letters, empty where there is no such letter."""
        found = select(letters.c.recipient).where(_named(message_id, reply_id)).limit(1)
        return str(self._db.execute(found).scalar_one_or_none() or "").lower()

    def mark_bounced(self, message_id: str, reply_id: int, at: datetime) -> bool:
        """A letter about this reply came back, its answer where no Message-ID is told; False where that was known."""
        fresh = and_(_named(message_id, reply_id), letters.c.status != LetterStatus.BOUNCED)
        values = {"status": LetterStatus.BOUNCED, "status_at": at, "detail": "delivery report by mail"}
        return self._db.execute(update(letters).where(fresh).values(**values)).rowcount == 1

    def add(
        self,
        kind: LetterKind,
        reply_id: int | None,
        letter: Letter,
        at: datetime,
        status: LetterStatus = LetterStatus.WAITING,
        held_until: datetime | None = None,
    ) -> int:
        """A mail to one person that is to go out, or what was said in its place; its id."""
        values = asdict(letter)
        values["recipient"] = values.pop("to")
        del values["tag"]
        row = {"kind": kind, "reply_id": reply_id, "status": status, "status_at": at, "detail": ""}
        row["held_until"] = held_until
        return int(self._db.execute(_ADD, {**row, **values}).scalar_one())

    def begin(self, letter_id: int, at: datetime) -> tuple[Letter, LetterKind, int | None, bool]:
        """What it says, and whether it waited and may be handed over now."""
        waits = and_(letters.c.id == letter_id, letters.c.status == LetterStatus.WAITING)
        begun = update(letters).where(waits).values(status=LetterStatus.CALLING, detail="", status_at=at)
        mine = self._db.execute(begun.returning(letters)).one_or_none()
        row = mine or self._db.execute(select(letters).where(letters.c.id == letter_id)).one()
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
        return letter, LetterKind(row.kind), row.reply_id, mine is not None

    def reply_of(self, letter_id: int) -> int | None:
        """What it is about, if it is about a reply."""
        reply_id: int | None = self._db.execute(
            select(letters.c.reply_id).where(letters.c.id == letter_id)
        ).scalar_one()
        return reply_id

    def doubt_waiting(self, detail: str, at: datetime) -> list[int]:
        """Whatever waits may be out already: it is not sent by itself."""
        waits = letters.c.status.in_((LetterStatus.WAITING, LetterStatus.CALLING))
        doubted = update(letters).where(waits).values(status=LetterStatus.UNKNOWN, detail=detail, status_at=at)
        return sorted(self._db.execute(doubted.returning(letters.c.id)).scalars())

    def move(self, letter_id: int, expected: LetterStatus, to: LetterStatus, detail: str, at: datetime) -> bool:
        """Compare-and-set."""
        here = and_(letters.c.id == letter_id, letters.c.status == expected)
        moved = update(letters).where(here).values(status=to, detail=detail[:500], status_at=at)
        return self._db.execute(moved).rowcount == 1


def _is_address(address: str) -> ColumnElement[bool]:
    return func.lower(replies.c.from_address) == address.lower()


def _named(message_id: str, reply_id: int) -> ColumnElement[bool]:
    """The letter about this reply with that Message-ID; without one, its newest answer."""
    answers = and_(letters.c.reply_id == reply_id, letters.c.kind == LetterKind.ANSWER)
    newest = select(func.max(letters.c.id)).where(answers).scalar_subquery()
    return and_(
        letters.c.reply_id == reply_id, letters.c.message_id == message_id if message_id else letters.c.id == newest
    )
