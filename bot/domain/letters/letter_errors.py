"""Why a letter to a citizen is refused."""

from bot.domain.errors import Refusal


class NoMailAddress(Refusal):
    """Your Slack profile has no e-mail address. Add one, or ask a superuser."""


class AskedAlready(Refusal):
    """{name} has asked this citizen something just now. Look in the thread first."""


class NoAddress(Refusal):
    """This citizen has no e-mail address. Phone them."""


class UnknownPlaceholder(Refusal):
    """We don't know {placeholder}. You can use: {known}."""


class GluedPlaceholder(Refusal):
    """Put a space around what is between braces: {near}"""


class LooseBrace(Refusal):
    """A brace stands alone near "{near}". Placeholders look like this: {example}."""


class NobodyToAnswer(Refusal):
    """Nobody waits for an answer here: rate first, or answer one by one."""


class NobodyChosen(Refusal):
    """Choose at least one reply."""


class NotRecordedYet(Refusal):
    """You write that we have recorded it. That is not in BVH yet. Record it first, or write: We are storing it."""


class NotPassedOnYet(Refusal):
    """You write that our detectives have it. It was not sent on to them. Send it on first, or leave this out."""
