"""Erasing a reply: in the database at once, in Slack and where files are kept as soon as they can be reached."""

from datetime import datetime
from functools import partial

import structlog

from bot.domain.leads.leads import NO_ALERT
from bot.domain.replies.replies import ReplyLabel
from bot.records.outbox import BlobKeys, OutboxItem, Task
from bot.workflow.figures.deliveries import Act, nothing
from bot.workflow.handling import reply_changed
from bot.workflow.ports import Blobs, Chat
from bot.workflow.replies.relating import show_ties
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger()


def erase(uow: UnitOfWork, reply_id: int, by: str, at: datetime, **why: object) -> int:
    """A reply and what the citizen wrote on about it; how many attachments went. The caller holds the reply."""
    return sum(_erase_one(uow, one, by, at, **why) for one in (reply_id, *uow.erasures.follow_ups(reply_id)))


def _erase_one(uow: UnitOfWork, reply_id: int, by: str, at: datetime, **why: object) -> int:
    show_ties(uow, reply_id)  # they are drawn later, when it names nothing any more
    gone = uow.erasures.erase_reply(reply_id, at)
    uow.audit.record(by, "erased", f"reply {reply_id}", at, **why)
    if gone.blob_keys:
        uow.outbox.owe(Task.REMOVE_BLOBS, reply_id, BlobKeys(gone.blob_keys))
    _show_that_it_is_gone(uow, reply_id, at)
    return gone.files


def _show_that_it_is_gone(uow: UnitOfWork, reply_id: int, at: datetime) -> None:
    """Only what stands in Slack is drawn anew; a thread may hold our answers and what the citizen wrote on."""
    reply = uow.replies.get(reply_id)
    thread = reply.follow_up_of or reply_id
    if uow.outbox.message(Task.SHOW_REPLY, thread):  # first: the message above it may have to be taken away
        uow.outbox.owe(Task.CLEAR_THREAD, thread)
    if reply.label is ReplyLabel.REPLY:
        reply_changed(uow, reply_id, at)
    for task in (Task.SHOW_REPLY, Task.SHOW_FLOOD):
        if uow.outbox.message(task, reply_id):
            uow.outbox.owe(task, reply_id)
    if lead := uow.leads.of_reply(reply_id):
        uow.outbox.owe(Task.SHOW_LEAD, lead.id)
        uow.outbox.owe(Task.SHOW_LEADS, lead.alert_id or NO_ALERT)


class Clearing:
    """What an erased reply owes the world; each may be done twice."""

    def __init__(self, chat: Chat, blobs: Blobs) -> None:
        self._chat = chat
        self._blobs = blobs

    def clear_thread(self, uow: UnitOfWork, item: OutboxItem) -> Act:
        """In the queue of the channel: every note that was owed before stands by now, or never will."""
        thread = uow.outbox.message(Task.SHOW_REPLY, item.subject_id)
        return partial(self._chat.clear_thread, thread) if thread else nothing

    def remove_blobs(self, item: OutboxItem) -> None:
        """BlobsDown: it is tried again until they are gone."""
        keys = item.carries(BlobKeys).keys
        for key in keys:
            self._blobs.remove(key)
        log.info("blobs removed", reply=item.subject_id, number=len(keys))
