"""Deliveries and batches, moved many at a time: by the answer to a call, and by the provider's events."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Row,
    and_,
    bindparam,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)

from bot.domain.alerts.mailings import (
    ARRIVED,
    DELIVERY_RANK,
    BatchStatus,
    DeliveryState,
    MailEvent,
    Subject,
    Topic,
    fault_weight,
    of_alert,
    of_survey,
)
from bot.domain.participants.faults import Fault
from bot.domain.replies.replies import ReplyKind, ReplyLabel, SenderCheck
from bot.records.mailings import Heard
from bot.records.replies import Moved
from storage.engine import take_time
from storage.schema.columns import Moment
from storage.schema.mailings import batches, deliveries, mailings
from storage.schema.participants import participants
from storage.schema.replies import replies

EVENTS_AT_ONCE = 1000
BEING_PLANNED = -1
"""The total of a mailing while its deliveries are written: the database takes no more of them once they are counted."""
TOPIC = (mailings.c.alert_id, mailings.c.survey_id)


def is_about(topic: Topic) -> ColumnElement[bool]:
    """The one mailing of an alert or a survey."""
    about = mailings.c.alert_id if topic.subject is Subject.ALERT else mailings.c.survey_id
    return about == topic.id


def topic_of(row: Row[Any]) -> Topic:
    """What a row with the columns of TOPIC is about."""
    return of_survey(row.survey_id) if row.alert_id is None else of_alert(row.alert_id)


def plan_mailing(
    connection: Connection, mailing: Mapping[str, Any], to: ColumnElement[bool], batch_size: int, hold: timedelta
) -> int:
    """Write the ledger of a mailing (as its row is to be) to these people, due after the hold; how many they are."""
    take_time(connection)
    counted, at = mailing["total"], mailing["planned_at"]
    mailing_id = connection.execute(
        insert(mailings).values({**mailing, "total": BEING_PLANNED}).returning(mailings.c.id)
    ).scalar_one()
    batch = {"mailing_id": mailing_id, "status": "planned", "attempts": 0, "due_at": at + hold, "detail": ""}
    if counted:
        numbers = range(-(-counted // batch_size))
        connection.execute(insert(batches), [{**batch, "number": number} for number in numbers])
    people = plan_deliveries(connection, mailing_id, to, batch_size, at)
    connection.execute(update(mailings).where(mailings.c.id == mailing_id).values(total=people))
    return people


def plan_deliveries(
    connection: Connection, mailing_id: int, to: ColumnElement[bool], batch_size: int, at: datetime
) -> int:
    """A delivery for everybody, in the batch that their place in the row says; one statement for a whole city."""
    in_order = func.row_number(type_=Integer).over(order_by=participants.c.id)
    people = select(participants.c.id, ((in_order - 1) // batch_size).label("number")).where(to).subquery()
    theirs = and_(batches.c.mailing_id == mailing_id, batches.c.number == people.c.number)
    row = (literal(mailing_id), batches.c.id, people.c.id, literal("planned"), literal(at, Moment), literal(""))
    chosen = select(*row).select_from(people).join(batches, theirs).order_by(people.c.id)
    columns = ("mailing_id", "batch_id", "participant_id", "state", "state_at", "reason")
    planned = insert(deliveries).from_select(columns, chosen).execution_options(preserve_rowcount=True)
    return connection.execute(planned).rowcount


def lock_mailings(connection: Connection, mailing_ids: Iterable[int]) -> None:
    """Settle one at a time: of two at once, neither would see that nothing waits any more."""
    locked = select(mailings.c.id).where(mailings.c.id.in_(mailing_ids)).order_by(mailings.c.id)
    connection.execute(locked.with_for_update())


def move_deliveries(
    connection: Connection, batch_ids: Iterable[int], expected: Iterable[DeliveryState], to: DeliveryState, at: datetime
) -> None:
    """Move all deliveries that are in an expected state."""
    waiting = and_(deliveries.c.batch_id.in_(batch_ids), deliveries.c.state.in_(expected))
    connection.execute(update(deliveries).where(waiting).values(state=to, state_at=at))


def record_events(connection: Connection, told: Mapping[int, MailEvent]) -> Heard:
    """Move deliveries forward, given one event for each id; what is known already or not ours changes nothing."""
    ids = sorted(told)
    some = (ids[start : start + EVENTS_AT_ONCE] for start in range(0, len(ids), EVENTS_AT_ONCE))
    heard = [_record_some(connection, {one: told[one] for one in each}) for each in some]
    return Heard(tuple(m for each in heard for m in each.moved), tuple(b for each in heard for b in each.settled))


def _record_some(connection: Connection, told: Mapping[int, MailEvent]) -> Heard:
    ours = deliveries.c.id.in_(told)
    lock_mailings(
        connection, connection.execute(select(deliveries.c.mailing_id).where(ours).distinct()).scalars().all()
    )
    known = (
        select(deliveries.c.id, deliveries.c.participant_id, deliveries.c.batch_id)
        .add_columns(deliveries.c.state, deliveries.c.fault)
        .add_columns(*TOPIC)
        .join(mailings, mailings.c.id == deliveries.c.mailing_id)
        .where(ours)
    )
    news = [row for row in connection.execute(known) if told[row.id].weight > _weight(row)]
    if not news:
        return Heard()
    at = max(told[row.id].at for row in news)
    settled = _settle(connection, sorted({row.batch_id for row in news}), at)
    moves = [_move(row, told[row.id]) for row in news]
    connection.execute(update(deliveries).where(deliveries.c.id == bindparam("the_id")), moves)
    return Heard(tuple(Moved(row.id, row.participant_id, topic_of(row)) for row in news), settled)


def has_arrived(connection: Connection, delivery_id: int) -> bool:
    """Whether the provider said so, or its reader wrote from their own address after it."""
    others = deliveries.alias()
    person = select(participants.c.id, participants.c.email)
    theirs = person.join(deliveries, deliveries.c.participant_id == participants.c.id).where(
        deliveries.c.id == delivery_id
    )
    wrote = (
        replies.c.kind == ReplyKind.MAIL,
        replies.c.label.in_((ReplyLabel.REPLY, ReplyLabel.FOLLOW_UP)),
        replies.c.sender_check != SenderCheck.FAILED,
        func.lower(replies.c.from_address) == func.lower(participants.c.email),
        or_(replies.c.delivery_id == delivery_id, replies.c.received_at > deliveries.c.state_at),
    )
    answered = (
        theirs.join(others, others.c.participant_id == participants.c.id)
        .join(replies, replies.c.delivery_id == others.c.id)
        .where(*wrote)
    )
    told = select(deliveries.c.id).where(deliveries.c.id == delivery_id, deliveries.c.state.in_(ARRIVED))
    return any(connection.execute(found.limit(1)).first() is not None for found in (told, answered))


def _settle(connection: Connection, batch_ids: Sequence[int], at: datetime) -> tuple[int, ...]:
    """An event about one mail of a batch says that the whole request was accepted, also one to be sent again.

    What people decided about it is overtaken. Returned are the batches that they had been asked about.
    """
    unsettled = batches.c.status.not_in((BatchStatus.ACCEPTED, BatchStatus.REFUSED))
    accepted = (
        update(batches)
        .where(batches.c.id.in_(batch_ids), unsettled)
        .values(status=BatchStatus.ACCEPTED, claimed_until=None, decision=None, decided_by_name=None)
        .returning(batches.c.id, batches.c.asked_at)
    )
    settled = connection.execute(accepted).all()
    if settled:
        unsent = (DeliveryState.UNKNOWN, DeliveryState.PLANNED)
        move_deliveries(connection, [row.id for row in settled], unsent, DeliveryState.SENT, at)
    return tuple(sorted(row.id for row in settled if row.asked_at))


def _weight(row: Row[Any]) -> tuple[int, int]:
    return DELIVERY_RANK[DeliveryState(row.state)], fault_weight(Fault(row.fault) if row.fault else None)


def _move(row: Row[Any], event: MailEvent) -> dict[str, object]:
    values = {"state": event.state, "state_at": event.at, "reason": event.reason[:500]}
    return {"the_id": row.id, **values, "fault": event.fault or row.fault}
