"""A batch whose call ended late, or was refused as a whole."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, and_, case, false, insert, or_, select, update

from bot.domain.alerts.mailings import Batch, BatchStatus, DeliveryState, Hitch, Outcome
from storage.mailings.ledger import lock_mailings
from storage.schema.mailings import batches, deliveries

CALLING = batches.c.status == BatchStatus.CALLING
UNSENT = (BatchStatus.PLANNED, BatchStatus.CALLING, BatchStatus.STANDING)


def settle_call(connection: Connection, batch: Batch, outcome: Outcome, values: Mapping[str, object]) -> bool:
    """Write down what became of the call that this claim made; False where something else holds.

    It may come late: the lease ran out, and the batch is UNKNOWN, or even to be sent again. What the call itself knows
    holds then too, as long as nobody decided otherwise; that the mail is out holds also after that.
    """
    late: ColumnElement[bool] = false()
    if outcome is Outcome.ACCEPTED:
        late = batches.c.status.in_((BatchStatus.UNKNOWN, BatchStatus.PLANNED, BatchStatus.STANDING))
    elif outcome is not Outcome.UNKNOWN:
        late = and_(batches.c.status == BatchStatus.UNKNOWN, batches.c.decision.is_(None))
    settled = update(batches).where(_of_call(batch), or_(CALLING, late)).values(claimed_until=None, **values)
    if outcome is Outcome.UNKNOWN:  # sent again and lost again: to be asked and decided again
        settled = settled.values(decided_by_name=None, decision=None, asked_at=None)
    else:  # a late one settles the question
        settled = settled.values(decision=case((CALLING, batches.c.decision), else_=None))
    return connection.execute(settled).rowcount == 1


def extend_call(connection: Connection, batch: Batch, lease_until: datetime) -> bool:
    """Keep the claim of this call; False where it is no longer under way."""
    mine = update(batches).where(_of_call(batch), CALLING).values(claimed_until=lease_until)
    return connection.execute(mine).rowcount == 1


def halve(connection: Connection, batch: Batch, detail: str, at: datetime) -> bool:
    """Make two batches, to be sent anew, of one that was refused as a whole; False where it can't be split.

    One address that the provider does not take ends up alone, in as many steps as it takes to halve down to it.
    """
    lock_mailings(connection, [batch.mailing_id])
    waiting = and_(deliveries.c.batch_id == batch.id, deliveries.c.state == DeliveryState.PLANNED)
    people = list(connection.execute(select(deliveries.c.id).where(waiting).order_by(deliveries.c.id)).scalars())
    again = {"status": BatchStatus.PLANNED, "claimed_until": None, "detail": detail, "due_at": at}
    mine = update(batches).where(_of_call(batch), CALLING).values(**again)
    if len(people) < 2 or not connection.execute(mine).rowcount:
        return False
    row = {**again, "mailing_id": batch.mailing_id, "attempts": batch.attempts}
    half = connection.execute(insert(batches).values(**row).returning(batches.c.id)).scalar_one()
    moved = update(deliveries).where(waiting, deliveries.c.id >= people[len(people) // 2])
    connection.execute(moved.values(batch_id=half))
    return True


def doubt_waiting(connection: Connection, detail: str, at: datetime) -> list[int]:
    """Whatever waits may be out already, as after a back-up was put back: it is asked about, not sent."""
    waits = batches.c.status.in_(UNSENT)
    doubted = update(batches).where(waits).returning(batches.c.id)
    ids = list(
        connection.execute(
            doubted.values(
                status=BatchStatus.UNKNOWN, claimed_until=None, detail=detail, due_at=at, asked_at=at, decision=None
            )
        ).scalars()
    )
    moved = update(deliveries).where(deliveries.c.batch_id.in_(ids), deliveries.c.state == DeliveryState.PLANNED)
    connection.execute(moved.values(state=DeliveryState.UNKNOWN, state_at=at))
    return sorted(ids)


def ask(connection: Connection, at: datetime, together: timedelta) -> list[int]:
    """Once one is due, so are those that follow so soon: what one crash lost is one question."""
    unknown = and_(batches.c.status == BatchStatus.UNKNOWN, batches.c.asked_at.is_(None))
    due = select(batches.c.id).where(unknown, batches.c.due_at <= at)
    if connection.execute(due.limit(1)).first() is None:
        return []
    asked = update(batches).where(unknown, batches.c.due_at <= at + together).values(asked_at=at)
    return sorted(connection.execute(asked.returning(batches.c.id)).scalars())


def set_aside(connection: Connection, before: datetime, at: datetime) -> list[int]:
    """What was due before then waits for people; not of a mailing that was seen to move since."""
    moved = deliveries.c.mailing_id == batches.c.mailing_id, deliveries.c.state != DeliveryState.PLANNED
    moves = select(deliveries.c.id).where(*moved, deliveries.c.state_at > before).exists()
    late = update(batches).where(batches.c.status == BatchStatus.PLANNED, batches.c.due_at < before, ~moves)
    standing = late.values(status=BatchStatus.STANDING, hitch=Hitch.STANDSTILL, asked_at=at, decision=None)
    return sorted(connection.execute(standing.returning(batches.c.id)).scalars())


def let_go(connection: Connection, batch_id: int, by_name: str, at: datetime, *, send: bool) -> bool:
    """Have what stood ready sent, or lapse; False where it no longer stands."""
    mailing = select(batches.c.mailing_id).where(batches.c.id == batch_id)
    lock_mailings(connection, list(connection.execute(mailing).scalars()))
    standing = update(batches).where(batches.c.id == batch_id, batches.c.status == BatchStatus.STANDING)
    status = BatchStatus.PLANNED if send else BatchStatus.REFUSED
    if not connection.execute(standing.values(status=status, hitch=None, due_at=at, decided_by_name=by_name)).rowcount:
        return False
    if not send:
        theirs = update(deliveries).where(deliveries.c.batch_id == batch_id)
        lapsed = theirs.where(deliveries.c.state == DeliveryState.PLANNED)
        connection.execute(lapsed.values(state=DeliveryState.REFUSED, reason="lapsed", state_at=at))
    return True


def _of_call(batch: Batch) -> ColumnElement[bool]:
    return and_(batches.c.id == batch.id, batches.c.attempts == batch.attempts)
