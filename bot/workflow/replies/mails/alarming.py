"""Whether an urgent reply calls people: anybody may write one, and who is called all night hears nothing any more."""

from dataclasses import replace

from bot.domain.replies.replies import CALLS_AN_HOUR
from bot.domain.replies.urgent.urgency import is_pressing, is_urgent
from bot.records.replies import ReplyCard
from storage.unit_of_work import UnitOfWork


def with_call(uow: UnitOfWork, card: ReplyCard) -> ReplyCard:
    """The card of what was not shown yet; from one sender, or all strangers together, few call within an hour."""
    if not is_pressing(card.reply):
        return card
    before = sum(is_urgent(words, subject) for words, subject in uow.floods.beside(card.reply))
    return replace(card, may_call=before < CALLS_AN_HOUR)
