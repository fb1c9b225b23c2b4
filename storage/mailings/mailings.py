"""The ledger: mailings, batches, deliveries. A row stands here before anything leaves the house."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from math import floor
from typing import Final

from sqlalchemy import Connection, and_, bindparam, case, delete, func, literal, or_, select, update
from sqlalchemy.sql.functions import count

from bot.bells import Bell
from bot.domain.alerts.alerts import Alert, Draft
from bot.domain.alerts.mailings import (
    ARRIVED,
    CAME_BACK,
    Batch,
    BatchStatus,
    DeliveryState,
    Hitch,
    MailEvent,
    Outcome,
    Progress,
    Recipient,
    Topic,
)
from bot.domain.participants.faults import Fault
from bot.domain.participants.people import Colleague, Participant
from bot.domain.participants.places import square_side_m
from bot.domain.participants.shapes import Area, middle_of, reach_m
from bot.domain.surveys.surveys import survey_reference
from bot.records.mailings import BatchCard, Heard, SentTo
from storage.mailings.addressees import gets, still_gets
from storage.mailings.batches import UNSENT, ask, extend_call, halve, settle_call
from storage.mailings.due import LOST, NEXT
from storage.mailings.ledger import (
    has_arrived,
    is_about,
    lock_mailings,
    move_deliveries,
    plan_mailing,
    record_events,
    topic_of,
)
from storage.participants.areas import count_within, within
from storage.rows import alert_beside, get_alert, participant_of, with_alert
from storage.schema.alerts import alerts
from storage.schema.mailings import batches, deliveries, mailings
from storage.schema.participants import participants

_SETTLED: dict[Outcome, tuple[BatchStatus, DeliveryState]] = {
    Outcome.ACCEPTED: (BatchStatus.ACCEPTED, DeliveryState.SENT),
    Outcome.REFUSED: (BatchStatus.REFUSED, DeliveryState.REFUSED),
    Outcome.FAILED: (BatchStatus.PLANNED, DeliveryState.PLANNED),
    Outcome.UNKNOWN: (BatchStatus.UNKNOWN, DeliveryState.UNKNOWN),
}

MAY_GO_BACK = (BatchStatus.PLANNED, BatchStatus.STANDING)
_PERSON: Final = (
    select(participants)
    .select_from(deliveries.join(mailings).join(participants))
    .where(deliveries.c.id == bindparam("delivery_id"))
)
_SENT: Final = with_alert(_PERSON, mailings.c.alert_id)
"""Both made once: each reply asks for who wrote it, and on what."""
_SETTLED_ITSELF: dict[str, str] = {BatchStatus.UNKNOWN: "", BatchStatus.ACCEPTED: "settled"}


class StoredMailings:
    def __init__(self, connection: Connection, work: set[Bell] | None = None) -> None:
        self._db = connection
        self._work = set() if work is None else work

    def count_recipients(self, area: Area) -> int:
        """How many would get an alert of this area now."""
        return count_within(self._db, area)

    def reach_of(self, mail: Alert | Draft, at: datetime) -> int:
        """How many would get this mail now."""
        return self._db.execute(select(func.count(participants.c.id)).where(gets(self._db, mail, at))).scalar_one()

    def spread(self, area: Area) -> list[tuple[int, int, int]]:
        """Column and row from the middle, and number of people, of each square (`square_side_m`) of the map."""
        side, (x, y) = square_side_m(reach_m(area)), middle_of(area)
        places = self._db.execute(select(participants.c.x, participants.c.y).where(within(self._db, area)))
        squares = Counter((floor((px - x) / side), floor((py - y) / side)) for px, py in places)
        return [(column, row, people) for (column, row), people in sorted(squares.items())]

    def plan(self, alert: Alert, batch_size: int, at: datetime, hold: timedelta = timedelta()) -> int:
        """Choose the recipients now and write the ledger, due after the hold; the number of people."""
        self._work.add(Bell.BATCHES)
        counted = {"alert_id": alert.id, "total": self.reach_of(alert, at), "planned_at": at}
        return plan_mailing(self._db, counted, gets(self._db, alert, at), batch_size, hold)

    def held_until(self, topic: Topic) -> datetime | None:
        """When a held mailing goes out; None where it was not held, or a batch of it was handed to the provider."""
        held = and_(
            batches.c.status == BatchStatus.PLANNED, batches.c.attempts == 0, batches.c.due_at > mailings.c.planned_at
        )
        found = (
            select(func.min(batches.c.due_at).label("due_at"), func.min(case((held, 1), else_=0)).label("held"))
            .join(mailings)
            .where(is_about(topic))
        )
        row = self._db.execute(found).one()
        return row.due_at if row.held else None

    def take_back(self, topic: Topic) -> bool:
        """Delete a mailing of which no batch was handed over; False (locked, nothing changed) where it is too late.

        The batches are locked before they are looked at: a worker has claimed one by then, or finds it gone.
        """
        mailing = select(mailings.c.id).where(is_about(topic)).scalar_subquery()
        all_of_it = select(batches.c.status, batches.c.attempts).where(batches.c.mailing_id == mailing)
        found = self._db.execute(all_of_it.order_by(batches.c.id).with_for_update()).all()
        if not found or any(status not in MAY_GO_BACK or attempts for status, attempts in found):
            return False
        for table in (deliveries, batches):
            self._db.execute(delete(table).where(table.c.mailing_id == mailing))
        self._db.execute(delete(mailings).where(is_about(topic)))
        return True

    def refuse(self, people: Iterable[Recipient], reason: str, at: datetime) -> None:
        """Mark these deliveries as refused, for this reason."""
        ids = [person.delivery_id for person in people]
        refused = update(deliveries).where(deliveries.c.id.in_(ids), deliveries.c.state == DeliveryState.PLANNED)
        self._db.execute(refused.values(state=DeliveryState.REFUSED, reason=reason, state_at=at))

    def claim_batch(self, at: datetime, lease_until: datetime) -> Batch | None:
        """The next batch that waits, marked CALLING for its caller until the lease ends."""
        row = self._db.execute(NEXT, {"at": at}).one_or_none()
        if row is None:
            return None
        self._db.execute(
            update(batches)
            .where(batches.c.id == row.id)
            .values(status=BatchStatus.CALLING, claimed_until=lease_until, attempts=row.attempts + 1)
        )
        return Batch(row.id, row.mailing_id, topic_of(row), row.attempts + 1)

    def extend_lease(self, batch: Batch, lease_until: datetime) -> bool:
        """False where another caller has it, or its answer is given up."""
        return extend_call(self._db, batch, lease_until)

    def recipients(self, batch: Batch, at: datetime) -> list[Recipient]:
        """Its people that still get it; the others are marked refused."""
        waiting = and_(deliveries.c.batch_id == batch.id, deliveries.c.state == DeliveryState.PLANNED)
        found = (
            select(deliveries.c.id, participants.c.id, participants.c.email, still_gets(at))
            .join(participants, participants.c.id == deliveries.c.participant_id)
            .join(mailings, mailings.c.id == deliveries.c.mailing_id)
            .outerjoin(alerts, alerts.c.id == mailings.c.alert_id)
            .where(waiting)
            .order_by(deliveries.c.id)
        )
        people = [(Recipient(*row), gets) for *row, gets in self._db.execute(found)]
        if left := [person for person, gets in people if not gets]:
            self.refuse(left, "left, paused or mailed lately", at)
        return [person for person, gets in people if gets]

    def settle_batch(
        self, batch: Batch, outcome: Outcome, detail: str, due_at: datetime, at: datetime, hitch: Hitch = Hitch.SERVER
    ) -> None:
        """Write down what became of the call, also where its lease ran out meanwhile.

        `due_at`: when to try it again, or to ask people about it.
        """
        lock_mailings(self._db, [batch.mailing_id])
        status, state = _SETTLED[outcome]
        if settle_call(
            self._db, batch, outcome, {"status": status, "detail": detail, "hitch": hitch, "due_at": due_at}
        ):
            move_deliveries(self._db, [batch.id], [DeliveryState.PLANNED, DeliveryState.UNKNOWN], state, at)

    def split_batch(self, batch: Batch, detail: str, at: datetime) -> bool:
        """Make two batches, to be sent anew, of one that was refused as a whole; False where it can't be split."""
        return halve(self._db, batch, detail, at)

    def pause(self, until: datetime) -> None:
        """No batch that waits is sent before then, by whichever copy of the program."""
        sooner = and_(batches.c.status == BatchStatus.PLANNED, batches.c.due_at < until)
        self._db.execute(update(batches).where(sooner).values(due_at=until))

    def ask(self, at: datetime, together: timedelta = timedelta()) -> list[int]:
        """The unknown batches that people are to be asked about from now on, each once."""
        return ask(self._db, at, together)

    def lost_batches(self, at: datetime) -> list[Batch]:
        """Batches in CALLING whose lease has ended: their caller died, the answer is lost."""
        rows = self._db.execute(LOST, {"at": at})
        return [Batch(row.id, row.mailing_id, topic_of(row), row.attempts) for row in rows]

    def decide_batch(self, batch_id: int, *, send_again: bool, by: Colleague, at: datetime) -> bool:
        """A superuser's decision on an unknown batch; False where it is no longer unknown."""
        status = BatchStatus.PLANNED if send_again else BatchStatus.UNKNOWN
        undecided = and_(
            batches.c.id == batch_id,
            batches.c.status == BatchStatus.UNKNOWN,
            batches.c.asked_at.is_not(None),
            batches.c.decision.is_(None),
        )
        decision = "send_again" if send_again else "leave"
        changed = self._db.execute(
            update(batches)
            .where(undecided)
            .values(status=status, due_at=at, decided_by_name=by.name, decision=decision)
        )
        if changed.rowcount and send_again:
            self._work.add(Bell.BATCHES)
            move_deliveries(self._db, [batch_id], [DeliveryState.UNKNOWN], DeliveryState.PLANNED, at)
        return changed.rowcount == 1

    def batch_card(self, batch_id: int) -> BatchCard:
        found = (
            select(batches, alerts.c.reference, mailings.c.survey_id)
            .join(mailings, mailings.c.id == batches.c.mailing_id)
            .outerjoin(alerts, alerts.c.id == mailings.c.alert_id)
            .where(batches.c.id == batch_id)
        )
        row = self._db.execute(found).one()
        people = self._db.execute(select(func.count()).where(deliveries.c.batch_id == batch_id)).scalar_one()
        decision = row.decision or _SETTLED_ITSELF.get(row.status, "not_sent")
        reference = row.reference or survey_reference(row.survey_id)
        return BatchCard(batch_id, reference, people, row.decided_by_name or "", decision)

    def waits(self, topic: Topic) -> bool:
        """Whether mail of this is still to go out; one batch is looked at, however many people get it."""
        unsent = and_(is_about(topic), batches.c.status.in_(UNSENT))
        return self._db.execute(select(batches.c.id).join(mailings).where(unsent).limit(1)).first() is not None

    def progress(self, topic: Topic) -> Progress | None:
        """How far the mailing is, counted; None before it is planned."""
        by_state = (
            select(mailings.c.total, deliveries.c.state, deliveries.c.fault, count(deliveries.c.id))
            .outerjoin(deliveries, deliveries.c.mailing_id == mailings.c.id)
            .where(is_about(topic))
            .group_by(mailings.c.total, deliveries.c.state, deliveries.c.fault)
        )
        rows = self._db.execute(by_state).all()
        if not rows:
            return None
        people: Counter[str | None] = Counter()
        faults: Counter[Fault] = Counter()
        for _, state, fault, number in rows:
            people[state] += number
            if fault and state in CAME_BACK:
                faults[Fault(fault)] += number
        waiting, refused, unknown = (people[state] for state in ("planned", "refused", "unknown"))
        total: int = rows[0][0]
        return Progress(
            total=total,
            sent=total - waiting - refused - unknown,
            refused=refused,
            unknown=unknown,
            delivered=sum(people[state] for state in ARRIVED),
            bounced=sum(people[state] for state in CAME_BACK),
            complaints=people[DeliveryState.SPAMREPORT],
            faults=faults,
        )

    def hitches(self, topic: Topic) -> Mapping[Hitch, int]:
        """Batches that wait after a try that failed, by whose trouble that is; empty where all goes well."""
        tried = and_(batches.c.status == BatchStatus.PLANNED, batches.c.attempts > 0)
        failing = and_(is_about(topic), or_(tried, batches.c.status == BatchStatus.STANDING))
        hitch = func.coalesce(batches.c.hitch, literal(str(Hitch.SERVER))).label("hitch")
        found = select(hitch, count(batches.c.id)).select_from(batches).join(mailings).where(failing).group_by(hitch)
        return {Hitch(whose): number for whose, number in self._db.execute(found)}

    def record_events(self, told: Mapping[int, MailEvent]) -> Heard:
        return record_events(self._db, told)

    def has_arrived(self, delivery_id: int) -> bool:
        return has_arrived(self._db, delivery_id)

    def note(self, delivery_id: int, reason: str) -> None:
        """Something that is said of a mail, which moves it nowhere."""
        self._db.execute(update(deliveries).where(deliveries.c.id == delivery_id).values(reason=reason[:500]))

    def sent_to(self, delivery_id: int) -> SentTo | None:
        """What a delivery stands for; None where there is none, or it asked for an opinion."""
        row = self._db.execute(_SENT, {"delivery_id": delivery_id}).one_or_none()
        if row is None or not (mailed := alert_beside(self._db, row)):
            return None
        person = participant_of(row)
        if mailed.about:
            return SentTo(delivery_id, get_alert(self._db, mailed.about.id), person, outcome=mailed)
        return SentTo(delivery_id, mailed, person)

    def participant_of(self, delivery_id: int) -> int | None:
        """Whose mail it was, whatever it was about."""
        found = select(deliveries.c.participant_id).where(deliveries.c.id == delivery_id)
        return self._db.execute(found).scalar_one_or_none()

    def person_of(self, delivery_id: int) -> Participant | None:
        """The same with all that is known of them."""
        row = self._db.execute(_PERSON, {"delivery_id": delivery_id}).one_or_none()
        return participant_of(row) if row else None
