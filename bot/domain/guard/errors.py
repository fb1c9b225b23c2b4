"""Refusals about what the text guard found; as in errors.py the docstring is what people read."""

from bot.domain.errors import Refusal


class FoundInText(Refusal):
    """The text contains {what}. Choose 'Back to the form' and press Continue: then you decide about it."""


class FoundSince(Refusal):
    """The text contains {what}. Nobody decided that this may stay. Amend the text first."""


class AgreementNeeded(Refusal):
    """Tick that you read this and find it necessary, or amend the text."""


class KeptByYou(Refusal):
    """You decided that {what} stays. Another colleague has to agree to that."""


class TooMuchKept(Refusal):
    """At most {most} of these may stay in one text. Keep less, or write the text anew."""


class NothingLeft(Refusal):
    """Nothing is left of a text then. Go back and write it anew."""


class TooLongThen(Refusal):
    """The text becomes too long then: {length} characters, at most {most}. Go back and shorten it."""


class ReasonNeeded(Refusal):
    """Say why: at least one word of three letters."""
