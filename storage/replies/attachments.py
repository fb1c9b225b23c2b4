"""The files that came with replies; their bytes are kept elsewhere."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Row, and_, delete, insert, or_, select, update

from bot.domain.replies.attachments import Attachment, File, Scan
from bot.domain.replies.images.uploads import came_at
from bot.records.replies import Upload
from storage.dialects import add_once
from storage.schema.privacy import link_uses
from storage.schema.replies import attachments, replies, uploads


class StoredAttachments:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def add(self, reply_id: int, files: Sequence[tuple[str, File]], scan: Scan) -> None:
        """Files with the keys under which they are kept."""
        rows = [_row(reply_id, key, file, scan) for key, file in files]
        if rows:
            self._db.execute(insert(attachments), rows)

    def add_upload(self, reply_id: int, upload: Upload, scan: Scan) -> None:
        """A file that came in pieces."""
        what = {"name": upload.name, "media_type": upload.media_type, "facts": dict(upload.facts)}
        kept = {"size": upload.length, "blob_key": upload.blob_key, "sha256": upload.sha256}
        self._db.execute(insert(attachments).values(reply_id=reply_id, scan=scan, **what, **kept))

    def tell(self, attachment_id: int, facts: Mapping[str, str]) -> None:
        """What it tells of itself, unless its bytes went meanwhile."""
        here = and_(attachments.c.id == attachment_id, attachments.c.gone_at.is_(None))
        self._db.execute(update(attachments).where(here).values(facts=dict(facts)))

    def get(self, attachment_id: int) -> Attachment | None:
        row = self._db.execute(select(attachments).where(attachments.c.id == attachment_id)).one_or_none()
        return _attachment_of(row) if row else None

    def of_reply(self, reply_id: int) -> list[Attachment]:
        """A reply's and those of the mails that followed it, in the order of the mails, with when they came."""
        thread = or_(replies.c.id == reply_id, replies.c.follow_up_of == reply_id)
        theirs = select(attachments, replies.c.received_at, uploads.c.expires_at)
        theirs = theirs.join(replies, replies.c.id == attachments.c.reply_id)
        in_pieces = and_(uploads.c.reply_id == replies.c.id, uploads.c.blob_key == attachments.c.blob_key)
        rows = theirs.outerjoin(uploads, in_pieces).where(thread).order_by(attachments.c.id)
        return [
            replace(_attachment_of(row), came_at=came_at(row.expires_at) if row.expires_at else row.received_at)
            for row in self._db.execute(rows)
        ]

    def use_link(self, digest: str, at: datetime, lives: timedelta) -> bool:
        """Note that a link was used; False where it was before. What is too old to be used again is forgotten."""
        self._db.execute(delete(link_uses).where(link_uses.c.at < at - 2 * lives))
        return add_once(self._db, link_uses, {"digest": digest, "at": at})

    def is_link_used(self, digest: str) -> bool:
        found = select(link_uses.c.at).where(link_uses.c.digest == digest)
        return self._db.execute(found).first() is not None

    def waiting(self) -> list[Attachment]:
        """What no scanner has judged yet."""
        unjudged = attachments.c.scan.in_((Scan.HELD, Scan.UNSCANNED))
        rows = select(attachments).where(unjudged).order_by(attachments.c.id)
        return [_attachment_of(row) for row in self._db.execute(rows)]

    def judge(self, attachment: Attachment, scan: Scan) -> bool:
        """Compare-and-set on the judgement that was seen."""
        seen = and_(attachments.c.id == attachment.id, attachments.c.scan == attachment.scan)
        return self._db.execute(update(attachments).where(seen).values(scan=scan)).rowcount == 1


def _row(reply_id: int, key: str, file: File, scan: Scan) -> dict[str, Any]:
    return {
        "reply_id": reply_id,
        "name": file.name,
        "media_type": file.media_type,
        "size": len(file.content),
        "blob_key": key,
        "scan": scan,
        "facts": dict(file.facts),
        "sha256": sha256(file.content).hexdigest(),
    }


def _attachment_of(row: Row[Any]) -> Attachment:
    scan = Scan(row.scan)
    what = (row.id, row.reply_id, row.name, row.media_type, row.size, row.blob_key, scan, row.facts)
    return Attachment(*what, sha256=row.sha256, gone_at=row.gone_at)
