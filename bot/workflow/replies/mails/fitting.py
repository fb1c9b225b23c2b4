"""Pointing out that a reply is probably about another mail than it seems, before somebody rates it."""

from dataclasses import replace

from bot.domain.replies.which_mail import fitting_mail, may_fit_another, references_in
from bot.records.outbox import Task
from bot.records.replies import Fit, ReplyCard
from bot.workflow.replies.mails.tying import MOST_OFFERED
from storage.unit_of_work import UnitOfWork


def with_fit(uow: UnitOfWork, card: ReplyCard) -> ReplyCard:
    """The card with the mail that fits better, if one does."""
    reply = card.reply
    if not may_fit_another(reply):
        return card
    sent = uow.cases.recent(references_in(reply), reply.from_address, MOST_OFFERED)
    found = fitting_mail(reply, card.alert.content.street if card.alert else "", sent)
    if found is None:
        return card
    alert, hint = found
    return replace(card, fit=Fit(alert.reference, uow.outbox.link(Task.SHOW_ALERT, alert.id), hint))
