"""The morning's incidents over those who are in, and who looks at a request; every step of it shows at once."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, time, timedelta

from bot.clock import AMSTERDAM, Clock, local
from bot.domain.alerts.alerts import Alert, AlertContent
from bot.domain.day_monitor.dividing import IncidentAction, SkipReason, divide, offered_to, possible_from, skip_words
from bot.domain.day_monitor.division_errors import (
    AssignedMeanwhile,
    NobodyOnDuty,
    NothingToDivide,
    RequestedAlready,
    SkippedAlready,
)
from bot.domain.day_monitor.incidents import IncidentStatus
from bot.domain.errors import Refusal
from bot.domain.numbering import bvh_key
from bot.domain.participants.people import Colleague
from bot.records.chat import Note
from bot.records.day_monitor import Days, DivisionCard, IncidentLine
from bot.records.outbox import Task
from bot.workflow.owing import N_, owe_note
from bot.workflow.times import DUTCH_DAYS
from storage.unit_of_work import UnitOfWork, Work

LATELY = timedelta(days=30)


class Dividing:
    """One message an office day holds what came, and all that is still open."""

    def __init__(self, work: Work, clock: Clock, divide_at: time) -> None:
        self._work = work
        self._clock = clock
        self._divide_at = divide_at

    def begin_morning(self) -> None:
        """Post the message of an office day, from the set time on; once, whichever copy is first.

        Nothing before the first day monitor was read: until then nobody divides here.
        """
        now = self._clock.now()
        if not DUTCH_DAYS.is_office_day(local(now).date()) or local(now).time() < self._divide_at:
            return
        with self._work() as uow:
            newest = uow.divisions.newest()
            if uow.divisions.has_incidents() and (newest is None or newest.day < local(now).date()):
                _begin(uow, now)

    def begin(self) -> None:
        """Today's message, where it does not stand yet."""
        with self._work() as uow:
            _begin(uow, self._clock.now())

    def ask(self, colleague: Colleague) -> DivisionCard:
        """Today's message for who asks for it; where it does not stand yet, it comes in the channel too."""
        now = self._clock.now()
        with self._work() as uow:
            if _begin(uow, now):
                uow.audit.record(colleague.id, "began_division", str(local(now).date()), now)
            return _card(uow, now)

    def page(self, page: int) -> DivisionCard:
        """A page of incidents, for what does not fit in the message."""
        with self._work() as uow:
            return _card(uow, self._clock.now(), page=page)

    def come_in(self, colleague: Colleague) -> None:
        now = self._clock.now()
        with self._work() as uow:
            uow.divisions.come_in(colleague, local(now).date(), now)
            owe_division(uow)

    def go_out(self, colleague: Colleague) -> None:
        """Say not to be in after all; what was assigned stays so until a colleague gives it to somebody else."""
        with self._work() as uow:
            uow.divisions.go_out(colleague, local(self._clock.now()).date())
            owe_division(uow)

    def divide(self, colleague: Colleague) -> None:
        """Divide all open incidents that nobody has, fairly over those who are in."""
        now = self._clock.now()
        with self._work() as uow:
            people = uow.divisions.on_duty(days_of(now))
            if not people:
                raise NobodyOnDuty
            divided = divide(uow.divisions.unassigned(), people)
            if not divided:
                raise NothingToDivide
            for incident_id, one in divided.items():
                uow.divisions.assign(incident_id, "", (one.id, one.name), colleague, now)
            shares = dict(Counter(one.id for one in divided.values()))
            uow.audit.record(colleague.id, "divided", str(local(now).date()), now, shares=shares)
            told = N_("{name} divided what was nobody's yet:")
            _tell(uow, Note(told, {"name": colleague.name}, shares=shares))
            owe_division(uow)

    def open_for(self, incident_id: int, action: IncidentAction) -> IncidentLine:
        """An incident, for the form of an action; refused where that is not possible any more."""
        with self._work() as uow:
            line = uow.divisions.line(incident_id)
        if line.incident.status not in possible_from(action):
            raise _was_first(line)
        return line

    def on_duty(self) -> list[tuple[str, str]]:
        """Ids and names of who is in, the least busy first."""
        with self._work() as uow:
            people = uow.divisions.on_duty(days_of(self._clock.now()))
        people.sort(key=lambda one: (one.load, one.requests_lately, one.name))
        return [(one.id, one.name) for one in people]

    def assigned_to(self, assignee_id: str) -> tuple[IncidentLine, ...]:
        """The open incidents that a colleague has; of nobody where that is empty. Refused where there are none."""
        with self._work() as uow:
            lines = uow.divisions.assigned_to(assignee_id)
        if not lines:
            raise NothingToDivide
        return lines

    def assign(self, incident_ids: Sequence[int], seen_id: str, to: Colleague, by: Colleague) -> None:
        """Give them to a colleague, all or none, from whom `seen_id` was shown to have them.

        That colleague is told in the thread.
        """
        now = self._clock.now()
        if to.id == seen_id:
            return
        with self._work() as uow:
            for incident_id in incident_ids:
                if not uow.divisions.assign(incident_id, seen_id, (to.id, to.name), by, now):
                    raise _was_first(uow.divisions.line(incident_id))
                uow.audit.record(by.id, "assigned", f"incident {incident_id}", now, to=to.id, was=seen_id)
            rows = (uow.divisions.line(incident_id).incident.row for incident_id in incident_ids)
            what = "; ".join(f"{row.street}, {row.postcode} ({row.bvh_number})" for row in rows)
            note = Note(N_("{name} asks {assignee} to do this: {what}."), {"name": by.name, "what": what})
            _tell(uow, note.mentioning("assignee", to.id))
            owe_division(uow)

    def skip(self, incident_ids: Sequence[int], reason: SkipReason, words: str, by: Colleague) -> None:
        """No mail is asked for them, all or none, and why; the trail keeps the kind of reason, not somebody's words."""
        now = self._clock.now()
        kept = skip_words(reason, words)
        with self._work() as uow:
            for incident_id in incident_ids:
                if not uow.divisions.skip(incident_id, kept, by, now):
                    raise _was_first(uow.divisions.line(incident_id))
                uow.audit.record(by.id, "skipped", f"incident {incident_id}", now, reason=reason)
            owe_division(uow)


def days_of(now: datetime) -> Days:
    """Today, and since when things count."""
    today = local(now).date()
    begins_at = datetime.combine(today, time(), AMSTERDAM)
    return Days(today, begins_at, begins_at - LATELY)


def _begin(uow: UnitOfWork, now: datetime) -> bool:
    is_new = uow.divisions.begin(local(now).date(), now)
    if is_new:
        owe_division(uow)
    return is_new


def owe_division(uow: UnitOfWork) -> None:
    """What stands in the newest morning's message changed: incidents, what became of them, or who did how much."""
    uow.divisions.link()
    if newest := uow.divisions.newest():
        uow.outbox.owe(Task.SHOW_DIVISION, newest.id)


def _tell(uow: UnitOfWork, note: Note) -> None:
    if newest := uow.divisions.newest():
        owe_note(uow, Task.DIVISION_NOTE, newest.id, note)


def _card(uow: UnitOfWork, now: datetime, page: int = 0) -> DivisionCard:
    days = days_of(now)
    incidents, requested = uow.divisions.page(days.begins_at, page), uow.divisions.requested(days.begins_at)
    return DivisionCard(days.today, incidents, tuple(uow.divisions.on_duty(days)), requested)


def division_card(uow: UnitOfWork, division_id: int, now: datetime) -> DivisionCard:
    """What the message of a morning shows: all since that day began; once a newer one stands, only the way to that."""
    division, newest = uow.divisions.get(division_id), uow.divisions.newest()
    since = datetime.combine(division.day, time(), AMSTERDAM)
    incidents, requested = uow.divisions.page(since, 0), uow.divisions.requested(since)
    on_duty = tuple(uow.divisions.on_duty(days_of(now)))
    is_past = newest is not None and newest.id != division_id
    newer_link = uow.outbox.link(Task.SHOW_DIVISION, newest.id) if newest and is_past else ""
    return DivisionCard(division.day, incidents, on_duty, requested, is_past, newer_link)


def _was_first(line: IncidentLine) -> Refusal:
    incident = line.incident
    if incident.status is IncidentStatus.REQUESTED:
        return RequestedAlready(name=line.requester_name, reference=line.reference)
    if incident.status is IncidentStatus.SKIPPED:
        return SkippedAlready(name=incident.skipped_by_name)
    return AssignedMeanwhile(name=incident.assignee_name)


def request_incident(uow: UnitOfWork, alert: Alert, incident_id: int | None) -> None:
    """What was filed is asked for, by the form of the day monitor or by its BVH number; who came second is refused."""
    if incident_id is not None and not uow.divisions.request(incident_id, alert.id):
        raise _was_first(uow.divisions.line(incident_id))
    owe_division(uow)


def release_incident(uow: UnitOfWork, alert: Alert) -> None:
    """A request that was withdrawn asks for nothing any more."""
    uow.divisions.release(alert.id)
    owe_division(uow)


def follow_number(uow: UnitOfWork, before: Alert, after: AlertContent) -> None:
    """A request whose BVH number was mended is about another case."""
    if bvh_key(after.bvh_number) != bvh_key(before.content.bvh_number):
        release_incident(uow, before)


def offer(uow: UnitOfWork, alert: Alert, now: datetime) -> None:
    """Ask those who are in and approved least to look at a new request; it keeps nobody else from it."""
    authors = (alert.requester_id, alert.content_by_id, *alert.content.offence.written_by)
    asked = offered_to(uow.divisions.on_duty(days_of(now)), *authors)
    if not asked:
        return
    alone = N_("{first}: will you check this request?")
    note = Note(alone if len(asked) == 1 else N_("{first}, {second}: who of you checks this request?"))
    for name, one in zip(("first", "second"), asked, strict=False):
        note = note.mentioning(name, one.id)
    owe_note(uow, Task.ALERT_NOTE, alert.id, note)
