"""Nothing lies still: what waits is reminded of where it is done, then to the superusers."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.clock import Clock, local
from bot.domain.desk.deadlines import APART, ReminderStep, ReminderTimes, WaitKind, all_late_before, is_quiet, reminders
from bot.records.chat import Note
from bot.records.desk import Deed
from bot.records.mailings import Waiting
from bot.records.outbox import Task, WhatWaits
from bot.workflow.owing import N_, owe_note
from bot.workflow.replies.images.requesting_images import RequestingImages
from storage.unit_of_work import UnitOfWork, Work

_THREADS: Mapping[WaitKind, tuple[Task, str, str]] = {
    WaitKind.REQUEST: (
        Task.ALERT_NOTE,
        N_("{reference} has been waiting for approval for {n} hours. Who takes it?"),
        "",
    ),
    WaitKind.UNSENT: (
        Task.ALERT_NOTE,
        N_("{reference} is approved, and not all of it is out yet. The superusers know."),
        "",
    ),
    WaitKind.REPLY: (
        Task.REPLY_NOTE,
        N_("This reply has been waiting for {n} hours. Who takes it?"),
        N_("{name}, this reply has been waiting for {n} hours."),
    ),
    WaitKind.CALL: (Task.REPLY_NOTE, "", N_("{name}, the call that was promised has been waiting for {n} hours.")),
    WaitKind.IMAGES: (
        Task.REPLY_NOTE,
        N_("The camera may soon erase the images that this citizen offers. Who fetches them?"),
        N_("{name}, the camera may soon erase the images that this citizen offers."),
    ),
    WaitKind.CITIZEN: (
        Task.REPLY_NOTE,
        N_("This citizen has been waiting for an answer for {n} hours. Who gives it?"),
        N_("{name}, this citizen has been waiting for an answer for {n} hours."),
    ),
    WaitKind.LEAD: (
        Task.LEAD_NOTE,
        N_("{reference} has been waiting for a result for {n} hours. Who takes it?"),
        N_("{name}, {reference} has been waiting for a result for {n} hours."),
    ),
}
"""By kind, what its thread hears where nobody has it, and where somebody does."""
_DEEDS: Mapping[WaitKind, Deed] = {
    WaitKind.REQUEST: Deed.CHECK,
    WaitKind.REPLY: Deed.HANDLE,
    WaitKind.CALL: Deed.CALL,
    WaitKind.CITIZEN: Deed.HANDLE,
    WaitKind.LEAD: Deed.JUDGE,
}
"""By kind, what a reminder's button does; of what is approved only the mail server decides."""
_LISTS: Mapping[WaitKind, Task] = {
    WaitKind.INCIDENT: Task.REMIND_INTAKE,
    WaitKind.BATCH: Task.REMIND_SUPERUSERS,
    WaitKind.REPLY: Task.REMIND_CHANNEL,
    WaitKind.CALL: Task.REMIND_CHANNEL,
}
"""By kind, its channel's."""


class Reminding:
    """Each reminder comes once, whichever copy of the program is first; after an outage they still come in order."""

    def __init__(self, work: Work, clock: Clock, times: ReminderTimes, requesting_images: RequestingImages) -> None:
        self._work = work
        self._clock = clock
        self._times = times
        self._requesting_images = requesting_images

    def remind(self) -> int:
        """Remind of what is due; how many reminders that were."""
        now = self._clock.now()
        if is_quiet(local(now), self._times):
            return 0
        with self._work() as uow:
            late = uow.lateness.waiting(all_late_before(local(now), self._times))
            due = [(one, step) for one in late if (step := self._coming(one, now))]
            marked = [(one, step) for one, step in due if uow.reminders.mark(one.subject, step, now)]
            for kind, step in dict.fromkeys((one.kind, step) for one, step in marked):
                _tell(uow, kind, step, [one for one, its in marked if (one.kind, its) == (kind, step)], now)
            for one, step in marked:
                if (one.kind, step) == (WaitKind.IMAGES, ReminderStep.THREAD):
                    self._requesting_images.remind(uow, one.id)
        return len(marked)

    def _coming(self, waiting: Waiting, now: datetime) -> ReminderStep | None:
        """The next reminder, where it is due and the one before is at least an hour old."""
        moments = reminders(waiting.kind, local(waiting.since), self._times)
        step = next((step for step in moments if step not in waiting.reminded), None)
        if step is None or now < moments[step]:
            return None
        return step if all(at + APART <= now for at in waiting.reminded.values()) else None


def _tell(uow: UnitOfWork, kind: WaitKind, step: ReminderStep, waiting: Sequence[Waiting], now: datetime) -> None:
    """In their threads, or in one message in a channel; a mail that is not out is told in both at once."""
    if step is ReminderStep.THREAD or kind is WaitKind.UNSENT:
        for one in waiting:
            _tell_thread(uow, one, now)
    if step is not ReminderStep.THREAD:
        task = Task.REMIND_SUPERUSERS if step is ReminderStep.SUPERUSERS else _LISTS[kind]
        uow.outbox.owe(task, waiting[0].id, WhatWaits(kind, tuple(one.id for one in waiting)))


def _deed(uow: UnitOfWork, waiting: Waiting, *, is_somebodys: bool) -> tuple[Deed, str]:
    """What is next, and to what: a call is done on its reply, a request approved as it was seen."""
    deed, on = _DEEDS[waiting.kind], str(waiting.id)
    if waiting.kind is WaitKind.REQUEST:
        return deed, f"{waiting.id}:{uow.alerts.get(waiting.id).version}"
    if waiting.kind is WaitKind.CALL:
        return deed, str(waiting.thread_id)
    return (Deed.TAKE if deed is Deed.HANDLE and not is_somebodys else deed), on


def _tell_thread(uow: UnitOfWork, waiting: Waiting, now: datetime) -> None:
    task, nobodys, somebodys = _THREADS[waiting.kind]
    hours = str(max(1, round((now - waiting.since).total_seconds() / 3600)))
    is_somebodys = bool(waiting.person_id and somebodys)
    links = {"reference": (waiting.link, waiting.reference)}
    note = Note(somebodys if is_somebodys else nobodys, {"n": hours}, links=links)
    if is_somebodys:
        note = note.mentioning("name", waiting.person_id)
    if waiting.kind in _DEEDS:
        note = note.asking(*_deed(uow, waiting, is_somebodys=is_somebodys))
    owe_note(uow, task, waiting.thread_id, note)
