from collections.abc import Iterable
from datetime import datetime
from itertools import islice

from sqlalchemy import Connection, and_, bindparam, exists, func, or_, select, update

from bot.contacts.email_addresses import comparable
from bot.domain.alerts.mailings import ARRIVED, DeliveryState
from bot.domain.participants.faults import Failure, Fault
from bot.domain.participants.people import LeaveReason, Participant, ParticipantRow, ParticipantStatus
from bot.domain.participants.places import Location
from bot.records.mailings import LastMail
from storage.participants.areas import ACTIVE
from storage.participants.enrolment import merge_copied, merge_one_by_one
from storage.rows import participant_of
from storage.schema.alerts import alerts
from storage.schema.mailings import deliveries, mailings
from storage.schema.participants import participants

CHUNK = 20_000
FEWEST = 5
_NO_PAUSE = {"paused_at": None, "paused_until": None}
_WORKS = {"status": ParticipantStatus.ACTIVE, **_NO_PAUSE}
_PAUSES_ITSELF = participants.c.paused_until.is_not(None)
_HERE = and_(participants.c.id == bindparam("its_id"), participants.c.status != ParticipantStatus.LEFT)
_FREE = and_(_HERE, or_(participants.c.paused_at.is_(None), _PAUSES_ITSELF))
_STILL_WORKS = update(participants).where(_FREE).values(works_at=bindparam("at"), paused_at=None)
_WORKS_AGAIN = update(participants).where(_HERE).values(**_WORKS, works_at=bindparam("at"))
_WENT_OUT = (DeliveryState.SENT, DeliveryState.PROCESSED, DeliveryState.DELIVERED)
_ON_TRIAL = and_(ACTIVE, participants.c.paused_at.is_not(None))


class StoredPeople:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def postcode_centre(self, postcode: str) -> Location | None:
        """The mean place of the participants with this postcode, else of those with its four digits.

        Of FEWEST at least: the mean of one is somebody's home.
        """
        for known in (participants.c.postcode == postcode, participants.c.postcode.startswith(postcode[:4])):
            mean = select(
                func.avg(participants.c.x),
                func.avg(participants.c.y),
                func.min(participants.c.neighbourhood),
                func.count(),
            )
            x, y, neighbourhood, people = self._db.execute(mean.where(known)).one()
            if people >= FEWEST:
                return Location(x, y, neighbourhood, approximate=True)
        return None

    def leave(self, participant_id: int, at: datetime, reason: LeaveReason) -> bool:
        """No mail from the next send on; False where they had left."""
        here = and_(participants.c.id == participant_id, participants.c.status != ParticipantStatus.LEFT)
        gone = {"status": ParticipantStatus.LEFT, "left_at": at, "left_reason": reason, **_NO_PAUSE}
        return self._db.execute(update(participants).where(here).values(**gone)).rowcount == 1

    def come_back(self, participant_id: int, at: datetime) -> bool:
        """Undo leaving, or a pause; False where they get mail, or nobody knows any more who they are."""
        away = and_(participants.c.id == participant_id, participants.c.status != ParticipantStatus.ACTIVE)
        away = and_(away, participants.c.erased_at.is_(None))
        back = {**_WORKS, "works_at": at, "left_at": None, "left_reason": None}
        return self._db.execute(update(participants).where(away).values(**back)).rowcount == 1

    def failures(self, participant_id: int, since: datetime, unheard_before: datetime) -> list[Failure]:
        """Mails that came back since then, and since mail to them was last known to work.

        A domain that was away is there again once a mail arrived, or left before `unheard_before` and stayed away.
        """
        later = deliveries.alias()
        went = and_(later.c.state.in_(_WENT_OUT), later.c.state_at < unheard_before)
        newer = and_(later.c.participant_id == participant_id, later.c.state_at > deliveries.c.state_at)
        back_again = exists().where(newer, or_(later.c.state.in_(ARRIVED), went))
        theirs = (deliveries.c.participant_id == participant_id, participants.c.id == participant_id)
        fresh = or_(participants.c.works_at.is_(None), deliveries.c.state_at > participants.c.works_at)
        came_back = (deliveries.c.fault.is_not(None), deliveries.c.state_at >= since)
        holds = or_(deliveries.c.fault != Fault.NO_DOMAIN, ~back_again)
        found = select(deliveries.c.state_at, deliveries.c.fault).where(*theirs, *came_back, fresh, holds)
        return [Failure(at, Fault(fault)) for at, fault in self._db.execute(found)]

    def pause(self, participant_id: int, at: datetime) -> bool:
        """No mail for some time; False where they get none."""
        active = and_(participants.c.id == participant_id, ACTIVE)
        paused = update(participants).where(active).values(status=ParticipantStatus.PAUSED, paused_at=at)
        return self._db.execute(paused).rowcount == 1

    def works(self, participant_id: int, at: datetime) -> bool:
        """They wrote to us then; whether they had been paused, and get mail again."""
        here = {"its_id": participant_id, "at": at}
        if self._db.execute(_STILL_WORKS, here).rowcount:
            return False
        return self._db.execute(_WORKS_AGAIN, here).rowcount == 1

    def try_again(self, paused_before: datetime, at: datetime) -> list[int]:
        """Who was paused before then gets mail again, on trial."""
        due = and_(participants.c.status == ParticipantStatus.PAUSED, participants.c.paused_at <= paused_before)
        due = and_(due, ~_PAUSES_ITSELF)
        tried = update(participants).where(due).values(status=ParticipantStatus.ACTIVE, works_at=at)
        return sorted(self._db.execute(tried.returning(participants.c.id)).scalars())

    def arrived(self, participant_ids: Iterable[int], at: datetime) -> list[int]:
        """Of those to whom a mail was delivered, those whose trial is over by that."""
        tried = and_(participants.c.id.in_(participant_ids), _ON_TRIAL)
        passed = update(participants).where(tried).values(paused_at=None, works_at=at)
        return sorted(self._db.execute(passed.returning(participants.c.id)).scalars())

    def pass_unheard(self, before: datetime, at: datetime) -> list[int]:
        """Those on trial whose mail left before then and did not come back; some providers tell no more."""
        mail = and_(deliveries.c.participant_id == participants.c.id, deliveries.c.state.in_(_WENT_OUT))
        sent = and_(mail, deliveries.c.state_at > participants.c.works_at, deliveries.c.state_at < before)
        passed = update(participants).where(_ON_TRIAL, exists().where(sent)).values(paused_at=None, works_at=at)
        return sorted(self._db.execute(passed.returning(participants.c.id)).scalars())

    def get(self, participant_id: int) -> Participant:
        return participant_of(self._db.execute(select(participants).where(participants.c.id == participant_id)).one())

    def find(self, email: str) -> Participant | None:
        """The participant with this address, however it is capitalised."""
        row = self._db.execute(select(participants).where(participants.c.email == comparable(email))).one_or_none()
        return participant_of(row) if row else None

    def last_mail(self, participant_id: int) -> LastMail | None:
        """The newest mail to somebody, and what became of it; None where they never got one."""
        found = (
            select(alerts.c.reference, deliveries.c.state, deliveries.c.state_at, deliveries.c.fault)
            .join_from(deliveries, mailings, mailings.c.id == deliveries.c.mailing_id)
            .outerjoin(alerts, alerts.c.id == mailings.c.alert_id)
            .where(deliveries.c.participant_id == participant_id)
            .order_by(deliveries.c.mailing_id.desc())
            .limit(1)
        )
        row = self._db.execute(found).one_or_none()
        if row is None:
            return None
        fault = Fault(row.fault) if row.fault else None
        return LastMail(row.reference or "", DeliveryState(row.state), row.state_at, fault)

    def count(self) -> int:
        """Active participants."""
        return self._db.execute(select(func.count()).select_from(participants).where(ACTIVE)).scalar_one()

    def some(self, after_id: int, most: int) -> list[Participant]:
        """The next ones by id, who are paused or left too; not those whom we forgot."""
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

        Who has left stays away: a file never changes the status, nor what somebody told us themselves. Of an address
        that comes twice the later one counts.
        """
        merge = merge_copied if self._db.dialect.name == "postgresql" else merge_one_by_one
        new = changed = unchanged = 0
        source = iter(rows)
        while some := list(islice(source, CHUNK)):
            distinct = {row.email: row for row in some}
            added, updated = merge(self._db, list(distinct.values()))
            new, changed, unchanged = new + added, changed + updated, unchanged + len(some) - added - updated
        return new, changed, unchanged
