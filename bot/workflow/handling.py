"""What every change of a reply brings with it: whether it is handled by now, and its message as it is by now."""

from datetime import datetime

from bot.domain.replies import is_handled
from bot.workflow.ports import UnitOfWork
from bot.workflow.records import Task


def reply_changed(uow: UnitOfWork, reply_id: int, at: datetime) -> None:
    """Handled when all that its rating owes is done, and only then; an answer that came back is owed again."""
    reply = uow.replies.get(reply_id)
    handled = is_handled(reply)
    if handled is not (reply.handled_at is not None):
        uow.replies.set_handled(reply_id, at if handled else None)
    uow.outbox.owe(Task.SHOW_REPLY, reply_id)
