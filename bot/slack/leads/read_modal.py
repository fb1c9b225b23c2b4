"""A lead where its message is not at hand: it is read before somebody says that they read it."""

from bot.records.leads import LeadCard
from bot.slack import ids
from bot.slack.blocks import Block, modal
from bot.slack.leads.lead_message import lead_blocks
from bot.texts import Texts


def build_read(_: Texts, card: LeadCard) -> Block:
    """All that its post says."""
    title, metadata = _("Read the lead"), str(card.lead.id)
    return modal(ids.READ_FORM, title, lead_blocks(_, card), submit=_("Read"), close=_("Cancel"), metadata=metadata)
