"""Refusals that a person is shown.

The docstring of each is its English message and its id in the catalogue; `{name}` is filled from the values given.
"""

from inspect import cleandoc


class Refusal(Exception):
    """This can't be done."""

    def __init__(self, field: str = "", **values: str | int) -> None:
        super().__init__(self.message)
        self.field = field
        self.values = values

    @property
    def message(self) -> str:
        """The English message id, one line."""
        return " ".join(cleandoc(type(self).__doc__ or "").split())


class NoAccess(Refusal):
    """You don't have access. Ask a superuser."""


class OnlyFor(NoAccess):
    """Only for {who}."""


class PublicChannel(NoAccess):
    """#{channel} is public, so anybody could give themselves its role. Nothing works until it is private."""


class SomebodyWasFirst(Refusal):
    """{name} has taken care of this already."""


class AlreadyDone(Refusal):
    """This has been done already."""


class InvalidPostcode(Refusal):
    """Enter a postcode like 3823 AB."""


class UnknownPostcode(Refusal):
    """We don't know this postcode. Check it, or choose a postcode nearby."""


class UnknownAddress(Refusal):
    """We can't find this address. Mend it, or tick 'Go on from the middle of the postcode' below."""


class UnknownHome(Refusal):
    """We don't know this address. Check the postcode and the house number."""


class UnknownReference(Refusal):
    """We don't know this reference. Example: BM-2026-0042."""


class NoReference(Refusal):
    """Say which mail it is about, like this: {example}"""


class NoAddress(Refusal):
    """Say whom you mean, like this: {example}"""


class UnknownParticipant(Refusal):
    """There is no participant with this address."""


class UnknownCitizen(Refusal):
    """We don't know which participant wrote this. A superuser can look the address up and take them out."""


class EmptyField(Refusal):
    """Fill this in."""


class TooLong(Refusal):
    """This is too long: {length} characters, at most {most}."""


class InvalidTime(Refusal):
    """Enter a time like 14:30."""


class InvalidDate(Refusal):
    """Enter a date like 2026-01-31."""


class NoPause(Refusal):
    """Choose a day from tomorrow on, at most a year ahead."""


class InvalidHouseNumber(Refusal):
    """Enter a house number like 12 or 12-a."""


class TimeInFuture(Refusal):
    """This moment is still to come."""


class EndBeforeStart(Refusal):
    """The end lies before the start."""


class EndDayBeforeStart(EndBeforeStart):
    """The end date lies before the start date."""


class HeldByColleague(Refusal):
    """{name} has this reply. Ask {name}, or take the reply over."""


class WasErased(Refusal):
    """The text and the contact data have been erased."""


class UnknownColleague(Refusal):
    """Nobody of that name has looked at anything."""


class InvalidBvhNumber(Refusal):
    """Enter the BVH number as letters, digits and dashes, for example 2026-123456."""


class ChoiceNeeded(Refusal):
    """Make a choice."""
