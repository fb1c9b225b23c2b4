"""Nothing lies still: what waits is reminded of in its thread, then in its channel, then to the superusers."""

from datetime import datetime

from bot.clock import Clock, local
from bot.domain.deadlines import APART, ReminderStep, ReminderTimes, is_quiet, reminders
from bot.workflow.cards import Note
from bot.workflow.ports import UnitOfWork, Work
from bot.workflow.records import OutboxItem, Task, WaitingReply
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
        """Remind of the replies that are due; how many reminders that were."""
        now = self._clock.now()
        if is_quiet(local(now), self._times):
            return 0
        with self._work() as uow:
            due = [(reply, step) for reply in uow.reminders.waiting_replies() if (step := self._step(reply, now))]
            marked = [(reply, step) for reply, step in due if uow.reminders.mark(reply.subject, step, now)]
            for reply in (reply for reply, step in marked if step is ReminderStep.THREAD):
                self._remind_thread(uow, reply, now)
            for step, task in _TASKS.items():
                if ids := [reply.reply_id for reply, its in marked if its is step]:
                    uow.outbox.owe(task, ids[0], {REPLIES: ids})
        return len(marked)

    def _step(self, reply: WaitingReply, now: datetime) -> ReminderStep | None:
        """The next one, where its moment has come and the one before is an hour old."""
        moments = reminders(local(reply.since), self._times)
        coming = next((step for step in ReminderStep if step not in reply.reminded), None)
        if coming is None or now < moments[coming]:
            return None
        return coming if all(at + APART <= now for at in reply.reminded.values()) else None

    def _remind_thread(self, uow: UnitOfWork, reply: WaitingReply, now: datetime) -> None:
        hours = str(max(1, round((now - reply.since).total_seconds() / 3600)))
        note = Note(N_("This reply has been waiting for {n} hours. Who takes it?"), {"n": hours})
        if reply.assignee_id:
            waits = N_("{name}, this reply has been waiting for {n} hours.")
            promised = N_("{name}, the call that was promised has been waiting for {n} hours.")
            note = Note(promised if reply.is_call else waits, {"n": hours}).mentioning("name", reply.assignee_id)
        owe_note(uow, Task.REPLY_NOTE, reply.reply_id, note)
