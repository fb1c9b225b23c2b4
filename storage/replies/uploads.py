"""Files that come in pieces; their bytes are kept elsewhere."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, and_, case, delete, exists, func, insert, or_, select, update

from bot.bells import Bell
from bot.domain.replies.images.uploads import Brought, UploadState
from bot.domain.replies.replies import Reply, ReplyLabel
from bot.records.replies import Upload
from storage.replies.cards import ITSELF
from storage.rows import reply_of
from storage.schema.mailings import deliveries
from storage.schema.participants import participants
from storage.schema.replies import attachments, inbound, replies, uploads

HERE: Final = (UploadState.COMING, UploadState.WHOLE, UploadState.KEPT)


class StoredUploads:
    def __init__(self, connection: Connection, work: set[Bell]) -> None:
        self._db = connection
        self._work = work

    def brought(self, delivery_id: int, alert_id: int, participant_id: int, day_ago: datetime) -> Brought:
        """What counts for the limits; nobody else begins a file for this citizen before this transaction ends."""
        self._db.execute(select(participants.c.id).where(participants.c.id == participant_id).with_for_update())
        here = uploads.c.state.in_(HERE)
        size = func.coalesce(func.sum(case((here, uploads.c.length))), 0)
        begun = func.count(case((uploads.c.begun_at > day_ago, 1)))
        count = select(func.count(case((here, 1))), begun, size).where(uploads.c.delivery_id == delivery_id)
        files, since, brought = self._db.execute(count).one()
        of_alert = select(func.coalesce(func.sum(uploads.c.length), 0)).where(uploads.c.alert_id == alert_id, here)
        asked = exists().where(replies.c.delivery_id == delivery_id, replies.c.images_wanted_at.is_not(None))
        all_of_alert = int(self._db.execute(of_alert).scalar_one())
        unasked = self._unasked(participant_id, day_ago)
        is_asked = bool(self._db.scalar(select(asked)))
        return Brought(int(files), int(since), int(brought), all_of_alert, unasked, asked=is_asked)

    def _unasked(self, participant_id: int, day_ago: datetime) -> int:
        """Bytes of what a citizen began within a day, over all their links by which nobody asked for images."""
        asked = exists().where(replies.c.delivery_id == uploads.c.delivery_id, replies.c.images_wanted_at.is_not(None))
        size = select(func.coalesce(func.sum(uploads.c.length), 0)).join(deliveries)
        theirs = and_(deliveries.c.participant_id == participant_id, uploads.c.begun_at > day_ago)
        return int(self._db.execute(size.where(theirs, uploads.c.state.in_(HERE), ~asked)).scalar_one())

    def promised(self) -> int:
        """Bytes that are still to come of what was begun."""
        left = select(func.coalesce(func.sum(uploads.c.length - uploads.c.received), 0))
        return int(self._db.execute(left.where(uploads.c.state == UploadState.COMING)).scalar_one())

    def stored(self) -> int:
        """Bytes of files that are kept, as far as the database knows of them."""
        of_replies = self._db.execute(select(func.coalesce(func.sum(attachments.c.size), 0))).scalar_one()
        coming = uploads.c.state.in_((UploadState.COMING, UploadState.WHOLE))
        received = self._db.execute(select(func.coalesce(func.sum(uploads.c.received), 0)).where(coming)).scalar_one()
        return int(of_replies) + int(received)

    def begin(self, values: Mapping[str, Any]) -> Upload:
        nothing = dict.fromkeys(("store", "writer", "media_type", "sha256"), "")
        row = {**nothing, "state": UploadState.COMING, "received": 0, "facts": {}, **values}
        return _upload_of(self._db.execute(insert(uploads).values(**row).returning(uploads)).one())

    def get(self, upload_id: int) -> Upload | None:
        row = self._db.execute(select(uploads).where(uploads.c.id == upload_id)).one_or_none()
        return _upload_of(row) if row else None

    def claim(self, upload: Upload, writer: str, store: str) -> bool:
        """From now on this call alone brings its bytes: whoever brought some before has lost the line.

        False where another one began it meanwhile: its place in the store would be forgotten, with what is there.
        """
        here = and_(uploads.c.id == upload.id, uploads.c.received == upload.received, uploads.c.store == upload.store)
        coming = update(uploads).where(here, uploads.c.state == UploadState.COMING)
        return self._db.execute(coming.values(writer=writer, store=store)).rowcount == 1

    def advance(self, upload: Upload, writer: str, to: int, expires_at: datetime) -> bool:
        """Bytes came in up to there; False where another call brings them by now. With the last it is whole."""
        mine = and_(uploads.c.id == upload.id, uploads.c.writer == writer, uploads.c.state == UploadState.COMING)
        state = UploadState.COMING
        if to == upload.length:
            state = UploadState.WHOLE
            self._work.add(Bell.UPLOADS)
        moved = update(uploads).where(mine, uploads.c.received <= to)
        values = {"received": to, "state": state, "expires_at": expires_at, "warned_at": None}
        return self._db.execute(moved.values(**values)).rowcount == 1

    def move(self, upload: Upload, to: UploadState, **values: Any) -> bool:
        """Compare-and-set on the state that was seen."""
        self._work.add(Bell.UPLOADS)
        here = and_(uploads.c.id == upload.id, uploads.c.state == upload.state)
        return self._db.execute(update(uploads).where(here).values(state=to, **values)).rowcount == 1

    def belongs_to(self, upload: Upload, reply_id: int) -> bool:
        """Once."""
        free = and_(uploads.c.id == upload.id, uploads.c.state == UploadState.KEPT, uploads.c.reply_id.is_(None))
        return self._db.execute(update(uploads).where(free).values(reply_id=reply_id)).rowcount == 1

    def warn(self, upload: Upload, at: datetime) -> bool:
        """Once, unless more of it comes."""
        quiet = and_(uploads.c.id == upload.id, uploads.c.state == UploadState.COMING, uploads.c.warned_at.is_(None))
        return self._db.execute(update(uploads).where(quiet).values(warned_at=at)).rowcount == 1

    def to_finish(self) -> list[Upload]:
        """What came in and is no attachment yet, and what is to be removed, oldest first."""
        unattached = and_(uploads.c.state == UploadState.KEPT, uploads.c.reply_id.is_(None))
        due = or_(uploads.c.state.in_((UploadState.WHOLE, UploadState.ENDED)), unattached)
        return self._list(due)

    def to_warn(self, before: datetime) -> list[Upload]:
        """What expires before then, if nothing comes, and nobody was told of."""
        late = and_(uploads.c.state == UploadState.COMING, uploads.c.expires_at <= before)
        return self._list(and_(late, uploads.c.warned_at.is_(None)))

    def expired(self, at: datetime) -> list[Upload]:
        return self._list(and_(uploads.c.state == UploadState.COMING, uploads.c.expires_at <= at))

    def unfinished_beside(self, upload: Upload) -> list[Upload]:
        """All that is coming over the same link, itself too."""
        return self._list(and_(uploads.c.state == UploadState.COMING, uploads.c.delivery_id == upload.delivery_id))

    def is_more_coming(self, upload: Upload) -> bool:
        """Whether anything else over the same link is no attachment yet."""
        open_ = uploads.c.state.in_((UploadState.COMING, UploadState.WHOLE, UploadState.KEPT))
        others = and_(
            open_, uploads.c.reply_id.is_(None), uploads.c.delivery_id == upload.delivery_id, uploads.c.id != upload.id
        )
        return self._db.execute(select(uploads.c.id).where(others).limit(1)).first() is not None

    def forget(self, before: datetime) -> None:
        """That there were such files."""
        self._db.execute(delete(uploads).where(uploads.c.state == UploadState.GONE, uploads.c.expires_at < before))

    def newest_reply(self, delivery_id: int) -> Reply | None:
        """What this citizen wrote last and was not erased, held until the transaction ends: a reply before a flood."""
        theirs = and_(replies.c.delivery_id == delivery_id, replies.c.erased_at.is_(None))
        theirs = and_(theirs, replies.c.label.in_((ReplyLabel.REPLY, ReplyLabel.FLOOD)))
        newest = select(replies.c.id).where(theirs).order_by(replies.c.label.desc(), replies.c.id.desc()).limit(1)
        found = self._db.execute(newest.with_for_update()).scalar_one_or_none()
        return reply_of(self._db.execute(ITSELF, {"reply_id": found}).one()) if found else None

    def is_being_read(self, queue_key: str) -> bool:
        """Whether a form of this link waits to become a reply."""
        unread = exists().where(inbound.c.queue_key == queue_key, inbound.c.read_at.is_(None))
        return bool(self._db.scalar(select(unread)))

    def _list(self, which: Any) -> list[Upload]:
        return [_upload_of(row) for row in self._db.execute(select(uploads).where(which).order_by(uploads.c.id))]


def _upload_of(row: Row[Any]) -> Upload:
    told = {name: getattr(row, name) for name in Upload.__dataclass_fields__}
    return Upload(**{**told, "state": UploadState(row.state)})
