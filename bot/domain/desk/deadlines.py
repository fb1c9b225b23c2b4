"""When what waits is reminded of. All moments are local: people in the Netherlands count days and hours."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.working_days import A_DAY, WorkingDays

APART = timedelta(hours=1)
"""No reminder comes sooner after a reply, or after the reminder before it."""


class ReminderStep(StrEnum):
    """Whom a reminder is for; each comes once, in this order."""

    THREAD = "thread"
    CHANNEL = "channel"
    SUPERUSERS = "superusers"


class WaitKind(StrEnum):
    """What may lie still, in the order of the work."""

    INCIDENT = "incident"  # nobody asked for its mail
    REQUEST = "request"  # nobody approved it
    UNSENT = "unsent"  # approved, and not all of it is out
    BATCH = "batch"  # nobody knows whether it went out, and nobody decided
    REPLY = "reply"  # something is owed to it
    CALL = "call"  # promised to a citizen
    IMAGES = "images"  # a citizen offered some, and they are not in; they wait until the last day that they are safe
    CITIZEN = "citizen"  # rated and not answered, or told by a mail of ours that did not arrive
    LEAD = "lead"  # the burglary team has not said what it is worth


STEPS: Final[Mapping[WaitKind, tuple[ReminderStep, ...]]] = {
    WaitKind.INCIDENT: (ReminderStep.CHANNEL, ReminderStep.SUPERUSERS),
    WaitKind.REQUEST: (ReminderStep.THREAD, ReminderStep.SUPERUSERS),
    WaitKind.UNSENT: (ReminderStep.SUPERUSERS,),
    WaitKind.BATCH: (ReminderStep.CHANNEL, ReminderStep.SUPERUSERS),
    WaitKind.REPLY: tuple(ReminderStep),
    WaitKind.CALL: tuple(ReminderStep),
    WaitKind.IMAGES: (ReminderStep.THREAD, ReminderStep.SUPERUSERS),
    WaitKind.CITIZEN: (ReminderStep.THREAD, ReminderStep.SUPERUSERS),
    WaitKind.LEAD: (ReminderStep.THREAD, ReminderStep.SUPERUSERS),
}


@dataclass(frozen=True)
class ReminderTimes:
    """What came in before `same_day_until` is due the same day, what came later the next desk day.

    The thread and the channel hear of it on that day, the superusers on the next; nobody between `quiet_from` and
    `quiet_until`. What is in `terms` has a term of its own instead: it is late when that is over.
    """

    same_day_until: time
    thread_at: time
    channel_at: time
    superusers_at: time
    quiet_from: time
    quiet_until: time
    days: WorkingDays
    terms: Mapping[WaitKind, timedelta] = field(default_factory=dict)


def is_quiet(moment: datetime, times: ReminderTimes) -> bool:
    """Whether nobody is to be reminded now."""
    awake = times.quiet_until <= moment.time() < times.quiet_from
    return not (awake and times.days.is_desk_day(moment.date()))


def due_day(since: datetime, times: ReminderTimes) -> date:
    """The day on which what waits since then is to be handled. The pilot promised: the same day, or the next."""
    in_time = since.time() < times.same_day_until and times.days.is_desk_day(since.date())
    return since.date() if in_time else times.days.next_desk_day(since.date())


def reminders(kind: WaitKind, since: datetime, times: ReminderTimes) -> dict[ReminderStep, datetime]:
    """When each is due for what waits since then; for images `since` is the last day on which they are safe."""
    if kind is WaitKind.IMAGES:
        return _by_last_day(since, times)
    term = times.terms.get(kind)
    return _by_day(since, times) if term is None else _by_term(STEPS[kind], since, term, times)


def _by_day(since: datetime, times: ReminderTimes) -> dict[ReminderStep, datetime]:
    day = due_day(since, times)
    thread = _awake(max(_at(day, times.thread_at, since), since + APART), times)
    channel = _awake(max(_at(day, times.channel_at, since), thread + APART), times)
    next_day = _at(times.days.next_desk_day(day), times.superusers_at, since)
    superusers = _awake(max(next_day, channel + APART), times)
    return {ReminderStep.THREAD: thread, ReminderStep.CHANNEL: channel, ReminderStep.SUPERUSERS: superusers}


def _by_last_day(last: datetime, times: ReminderTimes) -> dict[ReminderStep, datetime]:
    """On the desk day before the last one, and to the superusers on the desk day after it."""
    before = times.days.desk_day_until(last.date() - A_DAY)
    thread = _awake(_at(before, times.thread_at, last), times)
    superusers = _awake(_at(times.days.next_desk_day(last.date()), times.superusers_at, last), times)
    return {ReminderStep.THREAD: thread, ReminderStep.SUPERUSERS: superusers}


def _by_term(
    steps: tuple[ReminderStep, ...], since: datetime, term: timedelta, times: ReminderTimes
) -> dict[ReminderStep, datetime]:
    """The first when the term is over, each further one a term later."""
    due: dict[ReminderStep, datetime] = {}
    earliest = since
    for number, step in enumerate(steps, start=1):
        due[step] = _awake(max(since + number * term, earliest), times)
        earliest = due[step] + APART
    return due


def late_before(kind: WaitKind, now: datetime, times: ReminderTimes) -> datetime:
    """What has waited since before this moment is late: its first reminder is due, quiet hours or not."""
    if (term := times.terms.get(kind)) is not None:
        return now - term
    day = now.date() if now.time() >= times.thread_at else now.date() - A_DAY
    if kind is WaitKind.IMAGES:
        return _at(times.days.next_desk_day(day) + A_DAY, time(), now)
    day = times.days.desk_day_until(day)
    return min(now - APART, _at(day, times.same_day_until, now))


def all_late_before(now: datetime, times: ReminderTimes) -> dict[WaitKind, datetime]:
    return {kind: late_before(kind, now, times) for kind in WaitKind}


def _at(day: date, clock: time, like: datetime) -> datetime:
    return datetime.combine(day, clock, like.tzinfo)


def _awake(moment: datetime, times: ReminderTimes) -> datetime:
    """This moment, or the first after it at which people may be reminded."""
    if not is_quiet(moment, times):
        return moment
    today = times.days.is_desk_day(moment.date()) and moment.time() < times.quiet_from
    day = moment.date() if today else times.days.next_desk_day(moment.date())
    return _at(day, times.quiet_until, moment)
