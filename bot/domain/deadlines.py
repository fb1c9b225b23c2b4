"""When what waits is reminded of. All moments are local: people in the Netherlands count days and hours."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

APART = timedelta(hours=1)
"""No reminder comes sooner after a reply, or after the reminder before it."""
SUNDAY = 6


class ReminderStep(StrEnum):
    """Whom a reminder is for; each comes once, in this order."""

    THREAD = "thread"
    CHANNEL = "channel"
    SUPERUSERS = "superusers"


@dataclass(frozen=True)
class ReminderTimes:
    """What came in before `same_day_until` is due the same day, what came later the next; Sunday is no day of work.

    The thread and the channel hear of it on that day, the superusers on the next; nobody between `quiet_from` and
    `quiet_until`.
    """

    same_day_until: time
    thread_at: time
    channel_at: time
    superusers_at: time
    quiet_from: time
    quiet_until: time
    request_after: timedelta = timedelta(hours=1)
    """A request waits for a colleague so long before its thread hears of it; as long again, the superusers do."""


def is_quiet(moment: datetime, times: ReminderTimes) -> bool:
    """Whether nobody is to be reminded now."""
    awake = times.quiet_until <= moment.time() < times.quiet_from
    return moment.weekday() == SUNDAY or not awake


def next_working_day(day: date) -> date:
    """The day after it, Sundays left out."""
    following = day + timedelta(days=1)
    return following + timedelta(days=1) if following.weekday() == SUNDAY else following


def due_day(since: datetime, times: ReminderTimes) -> date:
    """The day on which what waits since then is to be handled (domain.md: the same day, or the next)."""
    in_time = since.time() < times.same_day_until and since.weekday() != SUNDAY
    return since.date() if in_time else next_working_day(since.date())


def reminders(since: datetime, times: ReminderTimes) -> dict[ReminderStep, datetime]:
    """When each is due for what waits since then."""
    day = due_day(since, times)
    thread = _awake(max(_at(day, times.thread_at, since), since + APART), times)
    channel = _awake(max(_at(day, times.channel_at, since), thread + APART), times)
    next_day = _at(next_working_day(day), times.superusers_at, since)
    superusers = _awake(max(next_day, channel + APART), times)
    return {ReminderStep.THREAD: thread, ReminderStep.CHANNEL: channel, ReminderStep.SUPERUSERS: superusers}


def request_reminders(since: datetime, times: ReminderTimes) -> dict[ReminderStep, datetime]:
    """When each is due for a request that waits for approval since then."""
    thread = _awake(since + times.request_after, times)
    superusers = _awake(max(since + 2 * times.request_after, thread + APART), times)
    return {ReminderStep.THREAD: thread, ReminderStep.SUPERUSERS: superusers}


def _at(day: date, clock: time, like: datetime) -> datetime:
    return datetime.combine(day, clock, like.tzinfo)


def _awake(moment: datetime, times: ReminderTimes) -> datetime:
    """This moment, or the first after it at which people may be reminded."""
    if not is_quiet(moment, times):
        return moment
    tonight = moment.weekday() == SUNDAY or moment.time() >= times.quiet_from
    day = next_working_day(moment.date()) if tonight else moment.date()
    return _at(day, times.quiet_until, moment)
