"""A message that somebody deleted, or Slack's own retention, stands again while something is open on it."""

from collections.abc import Callable, Mapping

from bot.domain.alerts.alerts import Alert, AlertStatus
from bot.domain.alerts.repeats.repeats import RepeatStatus
from bot.domain.errors import UnknownReference
from bot.domain.replies.replies import Reply, ReplyLabel
from bot.records.chat import MessageRef
from bot.records.outbox import Task
from storage.unit_of_work import UnitOfWork, Work

OVER = frozenset({AlertStatus.WITHDRAWN, AlertStatus.CLOSED})


class Reposting:
    """Where nobody told that it is gone, the next update finds out, and posts it anew."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def deleted(self, ref: MessageRef) -> None:
        """Nothing where it was no message of ours, stands elsewhere by now, or is over."""
        with self._work() as uow:
            subject = uow.outbox.subject_of(ref)
            if subject and _is_open(uow, *subject) and uow.outbox.forget(*subject, ref):
                uow.outbox.owe(*subject)

    def show(self, reference: str) -> tuple[Alert, str]:
        """Have an alert and its open replies shown anew: what stands is updated, what is gone is posted.

        The alert, and the link to where it stood last.
        """
        with self._work() as uow:
            alert = uow.alerts.by_reference(reference)
            if alert is None:
                raise UnknownReference
            uow.outbox.owe(Task.SHOW_ALERT, alert.id)
            for reply_id in uow.replies.open_of(alert.id):
                uow.outbox.owe(Task.SHOW_REPLY, reply_id)
            return alert, uow.outbox.link(Task.SHOW_ALERT, alert.id)


def _is_open(uow: UnitOfWork, task: Task, subject_id: int) -> bool:
    looks = _OPEN.get(task)
    return looks is not None and looks(uow, subject_id)


def _waits(reply: Reply) -> bool:
    return reply.label is ReplyLabel.REPLY and reply.handled_at is None


_OPEN: Mapping[Task, Callable[[UnitOfWork, int], bool]] = {
    Task.SHOW_ALERT: lambda uow, alert_id: uow.alerts.get(alert_id).status not in OVER,
    Task.SHOW_REPEAT: lambda uow, alert_id: uow.repeats.status(alert_id)[0] is RepeatStatus.OPEN,
    Task.SHOW_REPLY: lambda uow, reply_id: _waits(uow.replies.get(reply_id)),
    Task.SHOW_LEADS: lambda uow, alert_id: uow.leads.count_open(alert_id) > 0,
    Task.SHOW_LEAD: lambda uow, lead_id: uow.leads.get(lead_id).result is None,
    Task.SHOW_BATCH: lambda uow, batch_id: not uow.mailings.batch_card(batch_id).decision,
    Task.SHOW_STANDSTILL: lambda uow, standstill_id: uow.standstills.card(standstill_id).sends is None,
}
