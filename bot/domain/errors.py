"""Refusals that a person is shown.

The docstring of each is its English message and its id in the catalogue; `{name}` is filled from the values given.
"""

from datetime import datetime
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


class PublicChannel(NoAccess):
    """#{channel} is public, so anybody could give themselves its role. Nothing works until it is private."""


class OwnRequest(Refusal):
    """You asked for this mail yourself. A colleague has to send it."""


class NotYourRequest(Refusal):
    """Only {name}, who asked for this mail, can do this."""


class SomebodyWasFirst(Refusal):
    """{name} has taken care of this already."""


class AlreadyDone(Refusal):
    """This has been done already."""


class AlreadyHandled(Refusal):
    """This reply has been handled already."""


class TakenByColleague(Refusal):
    """{name} has taken this reply."""

    def __init__(
        self, *, name: str = "", holder_id: str = "", reply_id: int = 0, since: datetime | None = None
    ) -> None:
        super().__init__(name=name)
        self.name = name
        self.holder_id = holder_id
        self.reply_id = reply_id
        self.since = since


class NoOtherCase(Refusal):
    """The citizen answered the mail about this very case. Rate the reply as relevant to this case."""


class ChooseOtherCase(Refusal):
    """Choose 'Another case' above, or empty this field."""


class TextChanged(Refusal):
    """The text has changed since you saw it. Look at it again, then press again."""


class GoingOut(Refusal):
    """The mail is going out already."""


class TypeTheNumber(Refusal):
    """Type the number of recipients: {n}."""


class NoMailAddress(Refusal):
    """Your Slack profile has no e-mail address. Add one, or ask a superuser."""


class NotOnAllowList(Refusal):
    """This is an exercise, and your address is not on its list: you get no mail."""


class EnoughTests(Refusal):
    """You have had {most} test mails of this text. That is the most."""


class DraftGone(Refusal):
    """This form was filed before, or is too old. Open it again."""


class InvalidPostcode(Refusal):
    """Enter a postcode like 3823 AB."""


class UnknownPostcode(Refusal):
    """We don't know this postcode. Check it, or choose a postcode nearby."""


class UnknownAddress(Refusal):
    """We can't find this address. Mend it, or tick 'Go on from the middle of the postcode' below."""


class UnknownReference(Refusal):
    """We don't know this reference. Example: BM-2026-0042."""


class NoReference(Refusal):
    """Say which mail it is about, like this: {example}"""


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


class TimeInFuture(Refusal):
    """This moment is still to come."""


class EndBeforeStart(Refusal):
    """The end lies before the start."""


class UnknownPeriod(Refusal):
    """I don't know this period. Examples: 2026-01, januari, januari 2026, 2025-10 2026-02, 2025, jaar."""


class PeriodBackwards(Refusal):
    """The last month lies before the first."""


class PeriodInFuture(Refusal):
    """This period is not there yet."""


class PeriodTooLong(Refusal):
    """This period is too long: at most {most} months."""


class InvalidRadius(Refusal):
    """Choose a radius from 100 m to 2 km."""


class NobodyInArea(Refusal):
    """No participants in this area. Make the area larger."""


class NobodyToTell(Refusal):
    """Nobody who got the alert takes part any more."""


class OutcomeUnderWay(Refusal):
    """There is an outcome mail already that waits or is being sent: {reference}."""


class ReasonNeeded(Refusal):
    """Say why, in a few words."""


class HeldByColleague(Refusal):
    """{name} has this reply. Ask {name}, or take the reply over."""


class WasErased(Refusal):
    """The text and the contact data have been erased."""


class UnknownColleague(Refusal):
    """Nobody of that name has looked at anything."""


class InvalidBvhNumber(Refusal):
    """Enter the BVH number as letters, digits and dashes, for example 2026-123456."""


class AnsweredAlready(Refusal):
    """{name} has answered this citizen already."""


class RatingChanged(Refusal):
    """{name} has changed the rating. Copy your text, close this form and press Answer again."""


class AskedAlready(Refusal):
    """{name} has asked this citizen something just now. Look in the thread first."""


class NoAddress(Refusal):
    """This citizen has no e-mail address. Phone them."""


class CallMissing(Refusal):
    """There is no call to make any more."""


class TimePassed(Refusal):
    """Choose a moment that is still to come."""


class PhoneNeeded(Refusal):
    """Enter the phone number."""


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


class RequestedAlready(Refusal):
    """{name} has asked for this mail already: {reference}."""


class SkippedAlready(Refusal):
    """{name} has skipped this one already."""


class AssignedMeanwhile(Refusal):
    """{name} has this one by now. Close this form and look again."""


class NotInIntake(Refusal):
    """This colleague is not in service en intake any more. Choose another."""


class NobodyOnDuty(Refusal):
    """Nobody has said to be in today. Press 'I am in today' first."""


class NothingToDivide(Refusal):
    """There is nothing to divide: everything has its colleague."""


class ResultChanged(Refusal):
    """{name} has changed the result. Copy your note, close this form and open it again."""


class NoAttachments(Refusal):
    """This reply has no attachments."""


class AttachmentHeld(Refusal):
    """This attachment waits for the virus scan. Try again in a minute."""


class AttachmentInfected(Refusal):
    """This attachment holds a virus and can't be opened."""


class NotRatedYet(Refusal):
    """Rate the reply first."""


class ChoiceNeeded(Refusal):
    """Choose what to do."""
