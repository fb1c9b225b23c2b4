"""What replies name, and which of them name the same. Each look is bounded, however often a thing is named."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, delete, func, select

from bot.domain.replies.mentions import RARE_ALERTS, RARE_WITHIN, Mention, MentionKind
from bot.records.outbox import Task
from bot.records.replies import Tie
from storage.dialects import insert_into
from storage.schema.alerts import alerts
from storage.schema.leads import leads
from storage.schema.outbox import messages
from storage.schema.replies import mentions, replies

MOST = 50
"""So many of the newest replies that name a thing are looked at; a word that so many name is not rare."""
KINDS = list(MentionKind)
ADDING = 6  # a lock of PostgreSQL's own: two replies that name the same at once would not see each other


class StoredMentions:
    """What replies name. A tie is between different alerts, or with a reply whose alert is unknown."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def add(self, reply_id: int, named: Iterable[Mention]) -> None:
        """Remember what a reply names; what is known already changes nothing. Who adds is alone until they commit."""
        if self._db.dialect.name == "postgresql":
            self._db.execute(select(func.pg_advisory_xact_lock(ADDING)))
        rows = [{"reply_id": reply_id, "kind": mention.kind, "value": mention.value} for mention in named]
        self._db.execute(insert_into(self._db, mentions).on_conflict_do_nothing(), rows)

    def forget(self, reply_id: int) -> None:
        """What a reply names."""
        self._db.execute(delete(mentions).where(mentions.c.reply_id == reply_id))

    def are_shared(self, reply_id: int) -> bool:
        """Whether anything that this reply names is named by any other one."""
        return bool(self._shared(reply_id))

    def ties_of(self, reply_id: int) -> tuple[Tie, ...]:
        """Which other replies name the same, plates first, then the newest; for who may read every reply."""
        return tuple(self._ties(reply_id, Task.SHOW_REPLY))

    def ties_of_lead(self, reply_id: int) -> tuple[Tie, ...]:
        """The same among leads, for who reads nothing else."""
        return tuple(self._ties(reply_id, Task.SHOW_LEAD))

    def _ties(self, reply_id: int, seen_as: Task) -> Iterator[Tie]:
        if not (shared := self._shared(reply_id)):
            return
        mine = self._db.execute(_naming(seen_as).where(replies.c.id == reply_id)).one()
        for mention in shared:
            named = and_(mentions.c.kind == mention.kind, mentions.c.value == mention.value)
            newest = select(mentions.c.reply_id).where(named, mentions.c.reply_id != reply_id)
            some = newest.order_by(mentions.c.reply_id.desc()).limit(MOST).subquery()
            others = _naming(seen_as).join(some, some.c.reply_id == replies.c.id).where(replies.c.erased_at.is_(None))
            rows = self._db.execute(others.order_by(replies.c.id.desc())).all()
            if mention.kind is not MentionKind.WORD or _is_rare(mine, rows):
                yield from (_tie(mention, row) for row in rows if row.subject_id and _are_tied(mention, mine, row))

    def _shared(self, reply_id: int) -> list[Mention]:
        """What this reply names that any other one names, plates first."""
        other = mentions.alias()
        same = and_(other.c.kind == mentions.c.kind, other.c.value == mentions.c.value, other.c.reply_id != reply_id)
        own = select(mentions.c.kind, mentions.c.value).where(mentions.c.reply_id == reply_id)
        rows = self._db.execute(own.where(select(other.c.id).where(same).exists()))
        found = [Mention(MentionKind(row.kind), row.value) for row in rows]
        return sorted(found, key=lambda mention: (KINDS.index(mention.kind), mention.value))


def _naming(seen_as: Task) -> Select[Any]:
    """Replies as those who read them all see them, or as leads: by the message that stands for each."""
    of_lead = seen_as is Task.SHOW_LEAD
    subject_id, alert_id = (leads.c.id, leads.c.alert_id) if of_lead else (replies.c.id, replies.c.alert_id)
    told = and_(messages.c.task == seen_as, messages.c.subject_id == subject_id)
    return (
        select(
            *(replies.c.received_at, replies.c.from_address, replies.c.alert_id.label("about")),
            *(subject_id.label("subject_id"), alert_id.label("alert_id"), alerts.c.reference, messages.c.link),
        )
        .select_from(replies)
        .outerjoin(leads, leads.c.reply_id == replies.c.id)
        .outerjoin(alerts, alerts.c.id == alert_id)
        .outerjoin(messages, told)
    )


def _are_tied(mention: Mention, mine: Row[Any], other: Row[Any]) -> bool:
    """Between different alerts; what one citizen writes twice (a signature) ties nothing but by its plate."""
    if mine.alert_id is not None and mine.alert_id == other.alert_id:
        return False
    near = abs(mine.received_at - other.received_at) <= RARE_WITHIN
    if mention.kind is MentionKind.WORD and not near:
        return False
    same_writer = mine.from_address != "" and mine.from_address.lower() == other.from_address.lower()
    return mention.kind is MentionKind.PLATE or not same_writer


def _is_rare(mine: Row[Any], others: Sequence[Row[Any]]) -> bool:
    """Whether few alerts' replies hold a word at that time; each reply without a known alert counts as one."""
    near = [row for row in others if abs(mine.received_at - row.received_at) <= RARE_WITHIN]
    known = {row.about for row in (mine, *near)} - {None}
    unknown = sum(row.about is None for row in (mine, *near))
    return len(others) < MOST and len(known) + unknown <= RARE_ALERTS


def _tie(mention: Mention, row: Row[Any]) -> Tie:
    return Tie(mention, row.subject_id, row.reference or "", row.link or "")
