"""What stood ready while no bot ran, or may have gone out since: one question, and what was decided about it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Select, Text, and_, cast, delete, func, insert, literal, select, update
from sqlalchemy.sql.functions import count

from bot.bells import Bell
from bot.domain.alerts.mailings import BatchStatus, Topic
from bot.domain.replies.replies import LetterStatus
from bot.records.outbox import StandstillCard, StoodReady, Task
from storage.mailings.batches import doubt_waiting, let_go, set_aside
from storage.mailings.ledger import TOPIC, topic_of
from storage.schema.alerts import alerts
from storage.schema.letters import letters
from storage.schema.mailings import batches, deliveries, mailings
from storage.schema.outbox import outbox, standstills, stood_ready
from storage.schema.replies import replies

BATCH: Final = "batch"
SEND, LAPSE = "send", "lapse"
_SURVEY: Final = literal("ENQ-").concat(cast(mailings.c.survey_id, Text))


class StoredStandstills:
    def __init__(self, connection: Connection, now: datetime, work: set[Bell]) -> None:
        self._db = connection
        self._now = now
        self._work = work

    def set_aside_batches(self, before: datetime) -> list[int]:
        """What was due before then waits for people from now on."""
        return set_aside(self._db, before, self._now)

    def doubt_batches(self, detail: str) -> list[int]:
        """Whatever waits may be out already."""
        return doubt_waiting(self._db, detail, self._now)

    def set_aside_letters(self, before: datetime) -> list[int]:
        """They stay as they are; nobody owes them until people say so."""
        late = outbox.c.task == Task.SEND_LETTER, outbox.c.dead_at.is_(None), outbox.c.due_at < before
        waits = letters.c.id == outbox.c.subject_id, letters.c.status == LetterStatus.WAITING
        unclaimed = outbox.c.claimed_until.is_(None), select(letters.c.id).where(*waits).exists()
        gone = delete(outbox).where(*late, *unclaimed).returning(outbox.c.subject_id)
        return sorted(self._db.execute(gone).scalars())

    def ask(self, batch_ids: Sequence[int] = (), letter_ids: Sequence[int] = ()) -> int:
        """One question about all of these."""
        asked = insert(standstills).values(asked_at=self._now).returning(standstills.c.id)
        number = int(self._db.execute(asked).scalar_one())
        for found in (_mails(batch_ids), _letters(letter_ids)):
            if rows := [dict(row._mapping) for row in self._db.execute(found)]:
                self._db.execute(insert(stood_ready), [{"standstill_id": number, **row} for row in rows])
        return number

    def card(self, standstill_id: int) -> StandstillCard:
        asked = self._db.execute(select(standstills).where(standstills.c.id == standstill_id)).one()
        about = stood_ready.c.kind, stood_ready.c.reference, stood_ready.c.uncertain
        found = (
            select(*about, func.sum(stood_ready.c.people).label("people"), func.min(stood_ready.c.since).label("since"))
            .where(stood_ready.c.standstill_id == standstill_id)
            .group_by(*about)
            .order_by(func.min(stood_ready.c.since), stood_ready.c.reference, stood_ready.c.kind)
        )
        ready = tuple(StoodReady(**row._mapping) for row in self._db.execute(found))
        sends = asked.decision == SEND if asked.decision else None
        return StandstillCard(standstill_id, ready, sends, asked.decided_by_name or "")

    def decide(self, standstill_id: int, by_name: str, *, send: bool) -> bool:
        """False where it was decided before."""
        open_ = update(standstills).where(standstills.c.id == standstill_id, standstills.c.decision.is_(None))
        decided = open_.values(decision=SEND if send else LAPSE, decided_by_name=by_name)
        return self._db.execute(decided).rowcount == 1

    def batches_of(self, standstill_id: int) -> Mapping[Topic, list[int]]:
        """Its parts of mails, by what they are about."""
        mine = and_(stood_ready.c.standstill_id == standstill_id, stood_ready.c.kind == BATCH)
        found: Select[Any] = select(batches.c.id, *TOPIC).join(mailings)
        found = found.join(stood_ready, stood_ready.c.subject_id == batches.c.id)
        by_topic: dict[Topic, list[int]] = {}
        for row in self._db.execute(found.where(mine).order_by(batches.c.id)):
            by_topic.setdefault(topic_of(row), []).append(row.id)
        return by_topic

    def letters_of(self, standstill_id: int) -> list[int]:
        """Its letters, as far as they are still there."""
        mine = and_(stood_ready.c.standstill_id == standstill_id, stood_ready.c.kind != BATCH)
        found = select(letters.c.id).join(stood_ready, stood_ready.c.subject_id == letters.c.id)
        return list(self._db.execute(found.where(mine).order_by(letters.c.id)).scalars())

    def let_go(self, batch_id: int, by_name: str, *, send: bool) -> bool:
        """Have what stands sent, or lapse; False where it no longer stands."""
        self._work.add(Bell.BATCHES)
        return let_go(self._db, batch_id, by_name, self._now, send=send)


def _mails(batch_ids: Sequence[int]) -> Select[Any]:
    people = select(count(deliveries.c.id)).where(deliveries.c.batch_id == batches.c.id).scalar_subquery()
    return (
        select(
            literal(BATCH).label("kind"),
            batches.c.id.label("subject_id"),
            func.coalesce(alerts.c.reference, _SURVEY).label("reference"),
            people.label("people"),
            mailings.c.planned_at.label("since"),
            (batches.c.status == BatchStatus.UNKNOWN).label("uncertain"),
        )
        .select_from(batches.join(mailings).outerjoin(alerts, alerts.c.id == mailings.c.alert_id))
        .where(batches.c.id.in_(batch_ids))
    )


def _letters(letter_ids: Sequence[int]) -> Select[Any]:
    return (
        select(
            letters.c.kind,
            letters.c.id.label("subject_id"),
            func.coalesce(alerts.c.reference, "").label("reference"),
            literal(1).label("people"),
            letters.c.status_at.label("since"),
            (letters.c.status == LetterStatus.UNKNOWN).label("uncertain"),
        )
        .select_from(letters.outerjoin(replies).outerjoin(alerts, alerts.c.id == replies.c.alert_id))
        .where(letters.c.id.in_(letter_ids))
    )
