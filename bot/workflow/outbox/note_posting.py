"""Delivering lines in threads and channels: they are said once, and never changed."""

from collections.abc import Mapping
from functools import partial

from bot.clock import Clock
from bot.records.chat import Channel, MessageRef, Note
from bot.records.desk import OverdueCard
from bot.records.outbox import OutboxItem, Task, WhatWaits
from bot.workflow.figures.deliveries import Act, Delivery, Finish, by_itself, nothing
from bot.workflow.ports import Chat, ChatRefused, MessageRefused, ThreadGone
from storage.unit_of_work import UnitOfWork, Work


class NotePosting:
    """Notes and reminders; after a lost answer the post is looked for before it is made again."""

    def __init__(self, work: Work, clock: Clock, chat: Chat) -> None:
        self._work = work
        self._clock = clock
        self._chat = chat

    def deliveries(self) -> Mapping[Task, Delivery]:
        """By task; what is said once needs no showing anew."""
        return {
            Task.ALERT_NOTE: self._in_thread(Channel.INTAKE, Task.SHOW_ALERT),
            Task.REPLY_NOTE: self._in_thread(Channel.TRIAGE, Task.SHOW_REPLY),
            Task.LEAD_NOTE: self._in_thread(Channel.BURGLARY, Task.SHOW_LEADS),
            Task.SUPERVISION_NOTE: by_itself(self._post),
            Task.REMIND_INTAKE: self._reminder(Channel.INTAKE),
            Task.REMIND_CHANNEL: self._reminder(Channel.TRIAGE),
            Task.REMIND_SUPERUSERS: self._reminder(Channel.SUPERVISION),
        }

    def _in_thread(self, channel: Channel, parent: Task) -> Delivery:
        return lambda uow, item: self.add_note(uow, item, channel, parent)

    def add_note(self, uow: UnitOfWork, item: OutboxItem, channel: Channel, parent: Task) -> Act:
        """A line in the thread of its subject's message."""
        thread = item.stands or standing(uow, parent, item.subject_id)

        def act() -> None:
            if not (item.uncertain and find(self._chat, item, channel, thread)):
                self._chat.add_note(item.carries(Note), thread, key_of(item))

        return under(self._work, parent, item.subject_id, thread, act)

    def _post(self, item: OutboxItem) -> None:
        if not (item.uncertain and find(self._chat, item, Channel.SUPERVISION, None)):
            self._chat.post_note(Channel.SUPERVISION, item.carries(Note), key_of(item))

    def _reminder(self, channel: Channel) -> Delivery:
        def deliver(uow: UnitOfWork, item: OutboxItem) -> Act:
            """Only what still waits when the reminder is posted."""
            waits = item.carries(WhatWaits)
            card = uow.lateness.overdue(waits.kind, waits.ids)
            return partial(self._remind, channel, item, card) if card else nothing

        return deliver

    def _remind(self, channel: Channel, item: OutboxItem, card: OverdueCard) -> None:
        if not (item.uncertain and find(self._chat, item, channel, None)):
            self._chat.remind(channel, card, self._clock.now(), key_of(item))


def standing(uow: UnitOfWork, task: Task, subject_id: int) -> MessageRef:
    """The message that a thread hangs under; the queue's order posts it first."""
    if task is Task.SHOW_REPLY:
        subject_id = uow.replies.root_of(subject_id)
    ref = uow.outbox.message(task, subject_id)
    if ref is None and uow.outbox.is_owed(task, subject_id):
        raise MessageRefused(f"waits for {task} {subject_id}", counted=False)
    if ref is None:
        raise ChatRefused(f"{task} {subject_id} does not stand in its channel")
    return ref


def under(work: Work, parent: Task, subject_id: int, thread: MessageRef, act: Act) -> Act:
    """What is posted under a message that was deleted waits until that stands again."""

    def guarded() -> Finish | None:
        try:
            return act()
        except ThreadGone:
            with work() as uow:
                above = uow.replies.root_of(subject_id) if parent is Task.SHOW_REPLY else subject_id
                uow.outbox.forget(parent, above, thread)
                uow.outbox.owe(parent, above)
            raise MessageRefused(f"waits for {parent} {above}", counted=False) from None

    return guarded


def find(chat: Chat, item: OutboxItem, channel: Channel, thread: MessageRef | None) -> MessageRef | None:
    """What an earlier try posted, if it did."""
    return chat.find(channel, key_of(item), thread, item.owed_at)


def key_of(item: OutboxItem) -> str:
    """The key by which its post is found again."""
    return f"o{item.id}"
