"""A message stands now and can be linked to: those that named it without a link are drawn anew."""

from collections.abc import Callable, Mapping

from bot.domain.leads.leads import NO_ALERT, Lead
from bot.records.outbox import Task
from bot.workflow.day_monitor.dividing import owe_division
from bot.workflow.replies.relating import show_tied_leads, show_ties
from storage.unit_of_work import UnitOfWork


def show_its_link(uow: UnitOfWork, task: Task, subject_id: int) -> None:
    """Draw the messages again that name this one: they may lack its link. What waits already is not doubled."""
    if name_it := _NAMED_BY.get(task):
        name_it(uow, subject_id)


def show_link_of_lead(uow: UnitOfWork, lead: Lead) -> None:
    """The summary above it links to it, and what it is tied to says so from now on."""
    uow.outbox.owe(Task.SHOW_LEADS, lead.alert_id or NO_ALERT)
    show_tied_leads(uow, lead.reply_id)


_NAMED_BY: Mapping[Task, Callable[[UnitOfWork, int], None]] = {
    Task.SHOW_ALERT: lambda uow, _alert_id: owe_division(uow),
    Task.SHOW_REPLY: show_ties,
}
