"""A reply is handled when all that is owed to it is done, and only then: in the rules, in the database, from before."""

from dataclasses import dataclass
from itertools import product

from alembic import command
from sqlalchemy import MetaData, insert, select

from bot.clock import Clock
from bot.domain.replies.replies import ANSWER_STANDS, Duty, LetterKind, LetterStatus, Rating, ReplyLabel, duties
from bot.workflow.handling import reply_changed
from storage.engine import alembic_config, make_engine, migrate
from storage.schema.leads import leads
from storage.schema.letters import letters
from storage.schema.replies import inbound, replies
from storage.unit_of_work import unit_of_work
from tests.databases import fresh_sqlite
from tests.domain.samples import NOON
from tests.storage.things import CARLA, LETTER, Work, replied


@dataclass(frozen=True)
class Done:
    """What was done to a reply."""

    label: ReplyLabel
    rating: Rating | None
    answer: LetterStatus | None
    bvh: str
    escalated: bool
    declined: bool


ALL = [
    Done(*one)
    for one in product(
        (ReplyLabel.REPLY, ReplyLabel.AUTO_REPLY),
        (None, *Rating),
        (None, LetterStatus.WAITING, LetterStatus.SPOKEN, LetterStatus.BOUNCED),
        ("", "2026-1"),
        (False, True),
        (False, True),
    )
]

HANDLED = Done(ReplyLabel.REPLY, Rating.RELEVANT_HERE, LetterStatus.SPOKEN, "2026-1", escalated=False, declined=True)


def prepared(work: Work, done: Done) -> int:
    """A reply to which this was done, by its own use cases' means."""
    reply = replied(work, label=done.label)
    with work() as uow:
        if done.rating:
            uow.replies.rate(reply.id, done.rating, CARLA, NOON)
        if done.answer:
            uow.replies.mark_answered(reply.id, CARLA, NOON)
            uow.letters.add(LetterKind.ANSWER, reply.id, LETTER, NOON, done.answer)
        if done.bvh:
            uow.replies.record_in_bvh(reply.id, done.bvh, CARLA)
        if done.escalated:
            uow.leads.escalate(reply.id, CARLA, NOON)
        uow.replies.not_escalated(reply.id, CARLA if done.declined else None)
    return reply.id


def test_handled_exactly_when_nothing_is_owed() -> None:
    engine = make_engine(fresh_sqlite())
    work = unit_of_work(engine, Clock())
    ids = [prepared(work, done) for done in ALL]
    seen = set()
    for reply_id, done in zip(ids, ALL, strict=True):
        for at in (NOON, Clock().now()):  # the second time changes nothing
            with work() as uow:
                reply_changed(uow, reply_id, at)
        with work() as uow:
            reply = uow.replies.get(reply_id)
        handled = done.label is ReplyLabel.REPLY and not duties(reply)
        assert reply.handled_at == (NOON if handled else None), done
        seen.add((handled, done.rating))
    assert seen == {(False, rating) for rating in (None, *Rating)} | {(True, rating) for rating in Rating}

    last = ids[ALL.index(HANDLED)]
    with work() as uow:
        assert uow.replies.get(last).handled_at
        uow.replies.rate(last, Rating.RELEVANT_HERE, CARLA, NOON)  # the decision not to escalate goes with its rating
        reply_changed(uow, last, NOON)
        reply = uow.replies.get(last)
    assert (reply.handled_at, duties(reply)) == (None, [Duty.ESCALATE])
    engine.dispose()


def test_what_stood_there_before_is_handled_by_the_rules_that_held_then(empty_url: str) -> None:
    before = [done for done in ALL if not done.declined]
    now = make_engine(fresh_sqlite())
    ids = [prepared(unit_of_work(now, Clock()), done) for done in before]
    engine = make_engine(empty_url)
    command.upgrade(alembic_config(engine), "0003")
    old = MetaData()
    old.reflect(engine)
    with now.connect() as source, engine.begin() as target:
        for table in (inbound, replies, letters, leads):
            columns = [column for column in table.columns if column.name in old.tables[table.name].columns]
            rows = source.execute(select(*columns).order_by(table.c.id)).mappings().all()
            target.execute(insert(old.tables[table.name]), [dict(row) for row in rows])

    migrate(empty_url)
    for reply_id, done in zip(ids, before, strict=True):
        with unit_of_work(engine, Clock())() as uow:
            reply = uow.replies.get(reply_id)
        was_handled = (
            done.label is ReplyLabel.REPLY
            and done.rating is not None
            and done.answer in ANSWER_STANDS
            and bool(done.bvh or done.rating is Rating.NOT_RELEVANT)
        )
        assert (reply.handled_at is not None) is was_handled, done
        assert (done.label is ReplyLabel.REPLY and not duties(reply)) is was_handled, done
    for one in (engine, now):
        one.dispose()
