"""Nothing lies still: what waits is reminded of in its thread, then in its channel, then to the superusers."""

from collections.abc import Mapping
from datetime import datetime

from bot.clock import Clock, local
from bot.domain.deadlines import APART, ReminderStep, ReminderTimes, is_quiet, reminders, request_reminders
from bot.workflow.cards import Note
from bot.workflow.ports import UnitOfWork, Work
from bot.workflow.records import OutboxItem, Task, WaitingReply, WaitingRequest
from bot.workflow.wording import N_, owe_note

_TASKS = {
    ReminderStep.CHANNEL: Task.REMIND_CHANNEL,
    ReminderStep.SUPERUSERS: Task.REMIND_SUPERUSERS,
}
REPLIES = "replies"


def owed_replies(item: OutboxItem) -> list[int]:
    """The replies that a reminder is about."""
    ids = item.payload[REPLIES]
    assert isinstance(ids, list)
    return ids


class Reminding:
    """Each reminder comes once, whichever copy of the program is first; after an outage they still come in order."""

    def __init__(self, work: Work, clock: Clock, times: ReminderTimes) -> None:
        self._work = work
        self._clock = clock
        self._times = times

    def remind(self) -> int:
        """Remind of what is due; how many reminders that were."""
        now = self._clock.now()
        if is_quiet(local(now), self._times):
            return 0
        with self._work() as uow:
            return self._remind_replies(uow, now) + self._remind_requests(uow, now)

    def _remind_replies(self, uow: UnitOfWork, now: datetime) -> int:
        due = [(reply, step) for reply in uow.reminders.waiting_replies() if (step := self._step(reply, now))]
        marked = [(reply, step) for reply, step in due if uow.reminders.mark(reply.subject, step, now)]
        for reply in (reply for reply, step in marked if step is ReminderStep.THREAD):
            self._remind_thread(uow, reply, now)
        for step, task in _TASKS.items():
            if ids := [reply.reply_id for reply, its in marked if its is step]:
                uow.outbox.owe(task, ids[0], {REPLIES: ids})
        return len(marked)

    def _remind_requests(self, uow: UnitOfWork, now: datetime) -> int:
        """A request lies in a shared box: who looks at its thread, then the superusers."""
        count = 0
        for request in uow.reminders.waiting_requests():
            step = _coming(request_reminders(local(request.since), self._times), request.reminded, now)
            if step and uow.reminders.mark(request.subject, step, now):
                _remind_of_request(uow, request, step, now)
                count += 1
        return count

    def _step(self, reply: WaitingReply, now: datetime) -> ReminderStep | None:
        return _coming(reminders(local(reply.since), self._times), reply.reminded, now)

    def _remind_thread(self, uow: UnitOfWork, reply: WaitingReply, now: datetime) -> None:
        hours = _hours(reply.since, now)
        note = Note(N_("This reply has been waiting for {n} hours. Who takes it?"), {"n": hours})
        if reply.assignee_id:
            waits = N_("{name}, this reply has been waiting for {n} hours.")
            promised = N_("{name}, the call that was promised has been waiting for {n} hours.")
            note = Note(promised if reply.is_call else waits, {"n": hours}).mentioning("name", reply.assignee_id)
        owe_note(uow, Task.REPLY_NOTE, reply.reply_id, note)


def _coming(
    moments: Mapping[ReminderStep, datetime], reminded: Mapping[ReminderStep, datetime], now: datetime
) -> ReminderStep | None:
    """The next one, where its moment has come and the one before is an hour old."""
    step = next((step for step in moments if step not in reminded), None)
    if step is None or now < moments[step]:
        return None
    return step if all(at + APART <= now for at in reminded.values()) else None


def _remind_of_request(uow: UnitOfWork, request: WaitingRequest, step: ReminderStep, now: datetime) -> None:
    waits = N_("{reference} has been waiting for approval for {n} hours. Who takes it?")
    links = {"reference": (request.link, request.reference)}
    note = Note(waits, {"n": _hours(request.since, now)}, links=links)
    task = Task.ALERT_NOTE if step is ReminderStep.THREAD else Task.SUPERVISION_NOTE
    owe_note(uow, task, request.alert_id, note)


def _hours(since: datetime, now: datetime) -> str:
    return str(max(1, round((now - since).total_seconds() / 3600)))
