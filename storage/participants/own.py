"""What participants say of themselves: where they live, which mails they want and when; no file undoes it."""

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, and_, case, insert, select, update

from bot.domain.participants.people import MailKind, Participant, ParticipantRow, ParticipantStatus
from storage.participants.enrolment import values_of, wait_for_imports
from storage.rows import participant_of
from storage.schema.participants import page_codes, participants

_TOLD: Final = ("name", "postcode", "house_number", "neighbourhood", "x", "y")
_OWN: Final = f"SELECT email, {', '.join(_TOLD)} FROM participants WHERE own_at IS NOT NULL AND email"  # noqa: S608 - our own words
_OF_SQLITE: Final = f"{_OWN} IN (SELECT value FROM json_each(?))"  # noqa: S608 - the same
_OF_POSTGRESQL: Final = f"{_OWN} = ANY(%s)"
"""All addresses of a chunk as one value: a place for each costs more than all the rest."""


class StoredOwn:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def left_alone(self, rows: Sequence[ParticipantRow]) -> int:
        """How many lines of a file say something else than these people told us themselves."""
        emails = [row.email for row in rows]
        postgres = self._db.dialect.name == "postgresql"
        asked = (_OF_POSTGRESQL, (emails,)) if postgres else (_OF_SQLITE, (json.dumps(emails),))
        theirs = {row[0]: tuple(row)[1:] for row in self._db.exec_driver_sql(*asked)}
        some = (row for row in rows if row.email in theirs) if theirs else ()
        return sum(tuple(getattr(row, name) for name in _TOLD) != theirs[row.email] for row in some)

    def alone(self) -> None:
        """Before anybody's row is locked to be changed: an import holds them in the other order."""
        wait_for_imports(self._db)

    def enrol(self, row: ParticipantRow, at: datetime) -> tuple[int, bool]:
        """Who confirmed their address takes part from now on, with what they said; their id, and whether they are new.

        Somebody who left comes back, and a pause ends. The caller is `alone`.
        """
        here = {**values_of(row), "status": ParticipantStatus.ACTIVE, "own_at": at}
        back = {"left_at": None, "left_reason": None, "paused_at": None, "paused_until": None, "works_at": at}
        known = update(participants).where(participants.c.email == row.email).values(**here, **back)
        found = self._db.execute(known.returning(participants.c.id)).scalar_one_or_none()
        if found is not None:
            return int(found), False
        new = insert(participants).values(**here).returning(participants.c.id)
        return int(self._db.execute(new).scalar_one()), True

    def change(self, participant_id: int, row: ParticipantRow, at: datetime) -> None:
        """Their name, home and address, which nobody else has; the caller is `alone`."""
        self._set(participant_id, **values_of(row), own_at=at)

    def choose(self, participant_id: int, wants: Collection[MailKind], at: datetime) -> None:
        """Which mails they want."""
        self._set(participant_id, **{f"wants_{kind}": kind in wants for kind in MailKind}, own_at=at)

    def pause(self, participant_id: int, until: datetime, at: datetime) -> bool:
        """No mail before then; False where they left."""
        here = and_(participants.c.id == participant_id, participants.c.status != ParticipantStatus.LEFT)
        paused = {"status": ParticipantStatus.PAUSED, "paused_until": until, "own_at": at}
        return self._db.execute(update(participants).where(here).values(**paused)).rowcount == 1

    def go_on(self, participant_id: int) -> bool:
        """End their pause sooner; False where they have none."""
        return bool(self._end(participants.c.id == participant_id))

    def end_pauses(self, at: datetime) -> list[int]:
        """Those whose day has come get mail again."""
        return self._end(participants.c.paused_until <= at)

    def _end(self, which: Any) -> list[int]:
        """Whose mail did not arrive before, is tried again (`paused_at` stays)."""
        paused = and_(participants.c.status == ParticipantStatus.PAUSED, participants.c.paused_until.is_not(None))
        paused = and_(paused, which)
        on = update(participants).where(paused).values(status=ParticipantStatus.ACTIVE, paused_until=None)
        return sorted(self._db.execute(on.returning(participants.c.id)).scalars())

    def _set(self, participant_id: int, **values: Any) -> None:
        self._db.execute(update(participants).where(participants.c.id == participant_id).values(**values))

    def lock(self, participant_id: int) -> Participant | None:
        """Whom nobody else changes before this transaction ends; None where nobody knows any more who they are."""
        known = and_(participants.c.id == participant_id, participants.c.erased_at.is_(None))
        row = self._db.execute(select(participants).where(known).with_for_update()).one_or_none()
        return participant_of(row) if row else None

    def codes_since(self, participant_id: int, moments: Iterable[datetime]) -> list[int]:
        """How many codes they were sent since each of these moments."""
        theirs = select(page_codes.c.sent_at).where(page_codes.c.participant_id == participant_id)
        sent = list(self._db.execute(theirs).scalars())
        return [sum(at > moment for at in sent) for moment in moments]

    def add_code(self, participant_id: int, digest: str, at: datetime) -> None:
        """The newest one counts."""
        row = {"participant_id": participant_id, "digest": digest, "sent_at": at, "tries": 0}
        self._db.execute(insert(page_codes).values(**row))

    def try_code(self, participant_id: int, digest: str, since: datetime, most: int, at: datetime) -> bool:
        """Use the newest code up where it is this one; each try counts, also of two at once."""
        theirs = select(page_codes.c.id).where(page_codes.c.participant_id == participant_id)
        newest = theirs.order_by(page_codes.c.id.desc()).limit(1).scalar_subquery()
        open_ = and_(page_codes.c.id == newest, page_codes.c.sent_at > since, page_codes.c.tries < most)
        right = page_codes.c.digest == digest
        tried = update(page_codes).where(open_, page_codes.c.used_at.is_(None))
        values = {"tries": page_codes.c.tries + 1, "used_at": case((right, at), else_=None)}
        found = self._db.execute(tried.values(**values).returning(page_codes.c.used_at)).one_or_none()
        return found is not None and found.used_at is not None
