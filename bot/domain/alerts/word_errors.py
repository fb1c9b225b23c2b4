"""Refusals about whose words a text is."""

from bot.domain.errors import Refusal


class OwnWords(Refusal):
    """You wrote this text yourself. Another colleague has to send it."""


class OwnProposal(Refusal):
    """This is your own request: just amend it."""
