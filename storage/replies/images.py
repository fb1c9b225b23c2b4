"""Images that citizens offered."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, and_, func, insert, literal, or_, select, update

from bot.domain.participants.people import Colleague
from bot.domain.replies.images.offered import CAME, Images
from bot.domain.replies.replies import Reply
from storage.schema.columns import Moment
from storage.schema.replies import handovers, replies

_UNDECIDED: Final = replies.c.images.in_((Images.WANTED, Images.IN))


class StoredImages:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def put(
        self,
        reply_id: int,
        images: Images,
        until: datetime | None,
        end: datetime | None,
        at: datetime,
        by_name: str = "",
    ) -> None:
        """Where they stand from `at` on, until when they can surely be fetched, and when at the latest that ends.

        `by_name` is who decided, empty for nobody.
        """
        values: dict[str, Any] = {"images": images, "images_until": until, "images_by_name": by_name or None}
        values |= {"images_end": end, "images_asked_at": None}
        if images is Images.WANTED:
            values["images_in_at"] = None
        elif images in CAME:
            values["images_in_at"] = func.coalesce(replies.c.images_in_at, literal(at, Moment))
        of = replies.c.id == reply_id
        self._db.execute(update(replies).where(of).values(version=replies.c.version + 1, **values))

    def mark_wanted(self, reply_id: int, at: datetime) -> None:
        """A colleague wants them: from the first time on, more may come over the citizen's link."""
        first = and_(replies.c.id == reply_id, replies.c.images_wanted_at.is_(None))
        self._db.execute(update(replies).where(first).values(images_wanted_at=at))

    def wanted_of_writer(self, reply: Reply) -> Sequence[int]:
        """Replies of this citizen to the same alert whose images are wanted."""
        return self._of_writer(reply, Images.WANTED)

    def here_of_writer(self, reply: Reply) -> Sequence[int]:
        """Those whose images are in."""
        return self._of_writer(reply, Images.IN)

    def _of_writer(self, reply: Reply, images: Images) -> Sequence[int]:
        theirs = [replies.c.delivery_id == reply.delivery_id] if reply.delivery_id else []
        theirs += [replies.c.from_address == reply.from_address] if reply.from_address else []
        if not theirs or reply.alert_id is None:
            return ()
        wanted = and_(replies.c.images == images, replies.c.alert_id == reply.alert_id)
        found = select(replies.c.id).where(wanted, or_(*theirs), replies.c.id != reply.id)
        return list(self._db.execute(found.order_by(replies.c.id)).scalars())

    def hand_over(self, reply_id: int, system: str, number: str, by: Colleague, at: datetime) -> None:
        """Note to which system they went, and under which number."""
        row = {"reply_id": reply_id, "system": system, "number": number, "by_id": by.id, "by_name": by.name, "at": at}
        self._db.execute(insert(handovers).values(**row))

    def to_ask(self, before: datetime) -> list[int]:
        """Replies with undecided images that end before a moment, and of which nobody was asked."""
        asked = and_(_UNDECIDED, replies.c.images_end <= before, replies.c.images_asked_at.is_(None))
        return self._ids(asked)

    def ask(self, reply_id: int, at: datetime) -> None:
        self._db.execute(update(replies).where(replies.c.id == reply_id).values(images_asked_at=at))

    def ended(self, now: datetime) -> list[int]:
        """Replies whose images' time is over."""
        return self._ids(replies.c.images_end <= now)

    def _ids(self, which: ColumnElement[bool]) -> list[int]:
        found = select(replies.c.id).where(which, replies.c.erased_at.is_(None)).order_by(replies.c.id)
        return list(self._db.execute(found).scalars())

    def end(self, reply_id: int, end: datetime | None, images: Images | None = None) -> None:
        """When what is left ends (None: nothing is), and where they stand where that changes."""
        values: dict[str, object] = {"images_end": end, "images_asked_at": None, "version": replies.c.version + 1}
        if images:
            values |= {"images": images, "images_by_name": None}
        self._db.execute(update(replies).where(replies.c.id == reply_id).values(**values))

    def came(self, reply_id: int) -> datetime:
        """When the mail of a reply came in."""
        at: datetime = self._db.execute(select(replies.c.received_at).where(replies.c.id == reply_id)).scalar_one()
        return at
