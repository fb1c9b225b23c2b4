"""Why a request, an approval or an outcome is refused."""

from bot.domain.errors import Refusal


class OwnRequest(Refusal):
    """You asked for this mail yourself. A colleague has to send it."""


class NotYourRequest(Refusal):
    """Only {name}, who asked for this mail, can do this."""


class TextChanged(Refusal):
    """The text has changed since you saw it. Look at it again, then press again."""


class ResultChanged(Refusal):
    """{name} has changed the outcome meanwhile. Close this window and look at the message."""


class OpenAgain(Refusal):
    """{name} has opened this alert again."""


class GoingOut(Refusal):
    """The mail is going out already."""


class TypeTheNumber(Refusal):
    """Type the number of recipients: {n}."""


class NotOnAllowList(Refusal):
    """This is an exercise, and your address is not on its list: you get no mail."""


class EnoughTests(Refusal):
    """You have had {most} test mails of this text. That is the most."""


class DraftGone(Refusal):
    """This form was filed before, or is too old. Open it again."""


class InvalidRadius(Refusal):
    """Choose a radius from 100 m to 2 km."""


class NobodyInArea(Refusal):
    """No participants in this area. Make the area larger."""


class NobodyToTell(Refusal):
    """Nobody who got the alert takes part any more."""


class OutcomeUnderWay(Refusal):
    """There is an outcome mail already that waits or is being sent: {reference}."""
