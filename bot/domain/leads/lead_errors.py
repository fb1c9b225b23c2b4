"""Why a result of a lead is refused."""

from bot.domain.errors import Refusal


class ResultChanged(Refusal):
    """{name} has changed the result. Copy your note, close this form and open it again."""


class ReadAlready(Refusal):
    """{name} has read this lead already. Tell {name} what is wrong with it."""
