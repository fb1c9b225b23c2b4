"""Images that citizens offered."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, and_, or_, select, update

from bot.domain.replies.images.offered import Images
from bot.domain.replies.replies import Reply
from storage.schema.replies import replies


class StoredImages:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def put(self, reply_id: int, images: Images, until: datetime | None, by_name: str = "") -> None:
        """Where they stand, and until when they can surely be fetched; `by_name` is who decided, empty for nobody."""
        values = {"images": images, "images_until": until, "images_by_name": by_name or None}
        of = replies.c.id == reply_id
        self._db.execute(update(replies).where(of).values(version=replies.c.version + 1, **values))

    def mark_asked(self, reply_id: int, at: datetime) -> None:
        """A colleague wants them: from the first time on, more may come over the citizen's link."""
        first = and_(replies.c.id == reply_id, replies.c.images_asked_at.is_(None))
        self._db.execute(update(replies).where(first).values(images_asked_at=at))

    def wanted_of_writer(self, reply: Reply) -> Sequence[int]:
        """Replies of this citizen to the same alert whose images are wanted."""
        theirs = [replies.c.delivery_id == reply.delivery_id] if reply.delivery_id else []
        theirs += [replies.c.from_address == reply.from_address] if reply.from_address else []
        if not theirs or reply.alert_id is None:
            return ()
        wanted = and_(replies.c.images == Images.WANTED, replies.c.alert_id == reply.alert_id)
        found = select(replies.c.id).where(wanted, or_(*theirs), replies.c.id != reply.id)
        return list(self._db.execute(found.order_by(replies.c.id)).scalars())
