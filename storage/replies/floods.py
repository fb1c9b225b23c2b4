"""Floods: so many mails of one sender, or of strangers, that they stand in the channel as one message a day."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, and_, bindparam, func, select, update

from bot.clock import local
from bot.domain.replies.replies import FLOOD_AN_HOUR, STRANGERS, Reply, ReplyLabel
from bot.records.outbox import Task
from bot.records.replies import FloodCard, FloodLine, FloodPage
from storage.replies.replies import StoredReplies
from storage.schema.columns import Moment
from storage.schema.outbox import messages
from storage.schema.replies import replies

AN_HOUR = timedelta(hours=1)
_SINCE: Final = replies.c.received_at > bindparam("since", type_=Moment)
_SOME: Final = select(replies.c.id).where(replies.c.lane == bindparam("its_lane"), _SINCE).limit(FLOOD_AN_HOUR)
_LATELY: Final = select(func.count()).select_from(_SOME.subquery())
"""Made once: each reply that comes in asks it."""


class StoredFloods:
    """More in one lane within an hour than a channel should show one by one."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def is_flooding(self, lane: str, at: datetime) -> bool:
        """Whether FLOOD_AN_HOUR came in it within the hour before; no more than so many rows are looked at."""
        asked = {"its_lane": lane, "since": at - AN_HOUR}
        return bool(self._db.execute(_LATELY, asked).scalar_one() >= FLOOD_AN_HOUR)

    def beside(self, reply: Reply) -> list[tuple[str, str]]:
        """Words and subject of what came in its lane within the hour before it, and stands by itself."""
        hour = and_(replies.c.received_at > reply.received_at - AN_HOUR, replies.c.id < reply.id)
        shown = replies.c.label.in_((ReplyLabel.REPLY, ReplyLabel.FOLLOW_UP))
        found = select(replies.c.words, replies.c.subject).where(_same_lane(reply), hour, shown)
        return [(row.words, row.subject) for row in self._db.execute(found)]

    def first_of(self, reply: Reply) -> int:
        """The reply that stands for the flood which this one belongs to: the first of its day.

        Where a message stands it keeps standing for the flood, also when its first mail was taken out.
        """
        standing = select(replies.c.id).join(messages, messages.c.subject_id == replies.c.id)
        shown = standing.where(messages.c.task == Task.SHOW_FLOOD, _same_lane_and_day(reply))
        first = select(replies.c.id).where(_flood_of(reply)).order_by(replies.c.id)
        found = self._db.execute(shown.limit(1)).scalar() or self._db.execute(first.limit(1)).scalar_one()
        return int(found)

    def take_out(self, reply_id: int) -> bool:
        """Make a mail of a flood a reply like others; False where it is one already."""
        flooded = and_(replies.c.id == reply_id, replies.c.label == ReplyLabel.FLOOD)
        return self._db.execute(update(replies).where(flooded).values(label=ReplyLabel.REPLY)).rowcount == 1

    def card(self, first_id: int) -> FloodCard:
        card = StoredReplies(self._db).card(first_id)
        told = select(func.count(), func.max(replies.c.received_at)).where(_flood_of(card.reply))
        count, last_at = self._db.execute(told).one()
        lane = self._db.execute(select(replies.c.lane).where(replies.c.id == first_id)).scalar_one()
        return FloodCard(card, count, last_at or card.reply.received_at, of_strangers=lane == STRANGERS)

    def page(self, first_id: int, page: int, size: int) -> FloodPage:
        """Some of its mails, newest first; `page` counts from 0."""
        flood = _flood_of(StoredReplies(self._db).get(first_id))
        told = (replies.c.words, replies.c.attachment_names, replies.c.from_address)
        found = select(replies.c.id, replies.c.received_at, *told).where(flood)
        rows = self._db.execute(found.order_by(replies.c.id.desc()).offset(page * size).limit(size + 1)).all()
        return FloodPage(first_id, page, _lines(rows[:size]), more=len(rows) > size)


def _lines(rows: Sequence[Any]) -> tuple[FloodLine, ...]:
    return tuple(
        FloodLine(row.id, row.received_at, row.words, tuple(row.attachment_names), row.from_address) for row in rows
    )


def _flood_of(reply: Reply) -> ColumnElement[bool]:
    """The mails of the same flood: one a lane a day."""
    return and_(_same_lane_and_day(reply), replies.c.label == ReplyLabel.FLOOD)


def _same_lane_and_day(reply: Reply) -> ColumnElement[bool]:
    """Days are counted as people in the Netherlands count them."""
    day = local(reply.received_at)
    start, end = (datetime.combine(day.date() + timedelta(days=n), time(), day.tzinfo) for n in (0, 1))
    within = and_(replies.c.received_at >= start, replies.c.received_at < end)
    return and_(_same_lane(reply), within)


def _same_lane(reply: Reply) -> ColumnElement[bool]:
    its = replies.alias("its")
    return replies.c.lane == select(its.c.lane).where(its.c.id == reply.id).scalar_subquery()
