"""Why an offence that a superuser adds or chooses is refused."""

from bot.domain.errors import Refusal


class OffenceRetired(Refusal):
    """This offence is no longer in use. Choose another one."""


class NameTaken(Refusal):
    """There is an offence with this name already."""


class NoArticle(Refusal):
    """Begin with an article, as in "the robbery"."""


class TooManyOffences(Refusal):
    """There are {most} offences already. Change one that is no longer in use."""


class NotInAnOffence(Refusal):
    """The text contains {what}. Take this out: it would stand in every mail."""
