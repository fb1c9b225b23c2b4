"""What every change of a reply begins and ends with."""

from datetime import datetime

from bot.domain.participants.people import Colleague
from bot.domain.replies.images.owed import owes_only_images
from bot.domain.replies.replies import Reply, is_handled, is_settled
from bot.domain.replies.taking import check_in_hand
from bot.records.outbox import Task
from storage.unit_of_work import UnitOfWork


def reply_in_hand(uow: UnitOfWork, reply_id: int, colleague: Colleague, at: datetime) -> Reply:
    """A reply that this colleague alone changes until the transaction ends; TakenByColleague where another has it.

    Whatever they do to it, they have not left it lying.
    """
    reply = uow.replies.get_for_change(reply_id)
    check_in_hand(reply, colleague)
    if reply.assignee_id == colleague.id:
        uow.replies.assign(reply_id, colleague, at)
    return reply


def reply_changed(uow: UnitOfWork, reply_id: int, at: datetime) -> None:
    """Handled when all that its rating owes is done, and only then; an answer that came back is owed again.

    Its message shows how it is by now; its alert's counts what is open.
    """
    as_it_is_now(uow, uow.replies.get(reply_id), at)


def as_it_is_now(uow: UnitOfWork, reply: Reply, at: datetime) -> None:
    """The same where how it is by now is known."""
    ends: dict[str, datetime | None] = {}
    if (handled := is_handled(reply)) is not (reply.handled_at is not None):
        ends["handled_at"] = at if handled else None
        if reply.alert_id:
            uow.outbox.owe(Task.SHOW_ALERT, reply.alert_id)
    if (settled := is_settled(reply)) is not (reply.settled_at is not None):
        ends["settled_at"] = at if settled else None
    if (only := owes_only_images(reply)) is not (reply.images_only_at is not None):
        ends["images_only_at"] = at if only else None
    if ends:
        uow.replies.set_ends(reply.id, **ends)
    uow.outbox.owe(Task.SHOW_REPLY, reply.id)


def owe_mail(uow: UnitOfWork, reply_id: int) -> None:
    """Owe all that shows a mail: the reply, itself where it followed that one, and the lead that came of it."""
    root = uow.replies.root_of(reply_id)
    uow.outbox.owe(Task.SHOW_REPLY, root)
    if root != reply_id:
        uow.outbox.owe(Task.SHOW_FOLLOW_UP, reply_id)
    if lead := uow.leads.of_reply(root):
        uow.outbox.owe(Task.SHOW_LEAD, lead.id)
