"""Participants."""

from collections.abc import Iterable
from datetime import datetime
from itertools import islice

from sqlalchemy import Connection, and_, func, select, update

from bot.domain.people import LeaveReason, Participant, ParticipantRow, ParticipantStatus
from bot.domain.places import Location
from bot.email_addresses import comparable
from storage.enrolment import merge_copied, merge_one_by_one
from storage.rows import participant_of
from storage.schema import participants

CHUNK = 20_000


class StoredPeople:
    """The People port on a database connection."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def postcode_centre(self, postcode: str) -> Location | None:
        """The mean place of the participants with this postcode, else of those with its four digits."""
        for known in (participants.c.postcode == postcode, participants.c.postcode.startswith(postcode[:4])):
            mean = select(
                func.avg(participants.c.x), func.avg(participants.c.y), func.min(participants.c.neighbourhood)
            )
            x, y, neighbourhood = self._db.execute(mean.where(known)).one()
            if x is not None:
                return Location(x, y, neighbourhood, approximate=True)
        return None

    def leave(self, participant_id: int, at: datetime, reason: LeaveReason) -> bool:
        """No mail from the next send on; False where they had left."""
        active = and_(participants.c.id == participant_id, participants.c.status == ParticipantStatus.ACTIVE)
        changed = (
            update(participants).where(active).values(status=ParticipantStatus.LEFT, left_at=at, left_reason=reason)
        )
        return self._db.execute(changed).rowcount == 1

    def come_back(self, participant_id: int) -> bool:
        """Undo leaving; False where they had not left, or nobody knows any more who they are."""
        left = and_(participants.c.id == participant_id, participants.c.status == ParticipantStatus.LEFT)
        left = and_(left, participants.c.erased_at.is_(None))
        changed = (
            update(participants).where(left).values(status=ParticipantStatus.ACTIVE, left_at=None, left_reason=None)
        )
        return self._db.execute(changed).rowcount == 1

    def get(self, participant_id: int) -> Participant:
        """A participant."""
        return participant_of(self._db.execute(select(participants).where(participants.c.id == participant_id)).one())

    def find(self, email: str) -> Participant | None:
        """The participant with this address, however it is spelled."""
        row = self._db.execute(select(participants).where(participants.c.email == comparable(email))).one_or_none()
        return participant_of(row) if row else None

    def count(self) -> int:
        """Active participants."""
        active = participants.c.status == ParticipantStatus.ACTIVE
        return self._db.execute(select(func.count()).where(active)).scalar_one()

    def some(self, after_id: int, most: int) -> list[Participant]:
        """The next ones by id, who left too; not those whom we forgot."""
        following = select(participants).where(participants.c.id > after_id, participants.c.erased_at.is_(None))
        found = self._db.execute(following.order_by(participants.c.id).limit(most))
        return [participant_of(row) for row in found]

    def mend_address(self, row: ParticipantRow) -> bool:
        """Give who is enrolled as `mistaken`, and is this one by all else, their own address; False where nobody is."""
        same = (getattr(participants.c, name) == getattr(row, name) for name in ("name", "postcode", "house_number"))
        theirs = and_(participants.c.email == row.mistaken, *same)
        if self.find(row.email):
            return False
        return self._db.execute(update(participants).where(theirs).values(email=row.email)).rowcount == 1

    def enrol(self, rows: Iterable[ParticipantRow]) -> tuple[int, int, int]:
        """Add or update participants by e-mail address; how many were new, changed, unchanged.

        Who has left stays away: a file never changes the status. Of an address that comes twice the later one counts.
        """
        merge = merge_copied if self._db.dialect.name == "postgresql" else merge_one_by_one
        new = changed = unchanged = 0
        source = iter(rows)
        while some := list(islice(source, CHUNK)):
            distinct = {row.email: row for row in some}
            added, updated = merge(self._db, list(distinct.values()))
            new, changed, unchanged = new + added, changed + updated, unchanged + len(some) - added - updated
        return new, changed, unchanged
