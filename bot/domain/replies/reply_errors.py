"""Why something about a reply is refused."""

from datetime import datetime

from bot.domain.errors import Refusal


class AlreadyHandled(Refusal):
    """This reply has been handled already."""


class TakenByColleague(Refusal):
    """{name} has taken this reply."""

    def __init__(self, *, name: str, holder_id: str, reply_id: int, since: datetime | None) -> None:
        super().__init__(name=name)
        self.name = name
        self.holder_id = holder_id
        self.reply_id = reply_id
        self.since = since


class NoOtherCase(Refusal):
    """The citizen answered the mail about this very case. Rate the reply as relevant to this case."""


class ChooseOtherCase(Refusal):
    """Choose 'Another case' above, or empty this field."""


class ChooseOtherMail(Refusal):
    """Choose 'Another mail' above, or empty this field."""


class MailChosen(Refusal):
    """{name} has chosen the mail already. Close this window and look at the reply again."""


class RatingChanged(Refusal):
    """{name} has changed the rating. Copy your text, close this form and press Answer again."""


class CallMissing(Refusal):
    """There is no call to make any more."""


class TimePassed(Refusal):
    """Choose a moment that is still to come."""


class PhoneNeeded(Refusal):
    """Enter the phone number."""


class NoAttachments(Refusal):
    """This reply has no attachments."""


class NoEvidence(Refusal):
    """No files came in that a package of evidence could hold."""


class NoLeadEvidence(Refusal):
    """No lead of this case has files."""


class AttachmentGone(Refusal):
    """This attachment was erased: its time was over."""


class AttachmentHeld(Refusal):
    """This attachment waits for the virus scan. Try again in a minute."""


class AttachmentInfected(Refusal):
    """This attachment holds a virus and can't be opened."""


class MailUnknown(Refusal):
    """Nobody knows yet which mail this reply is about. Choose the mail first."""


class WithTheTeam(Refusal):
    """The burglary team has this reply. Take the lead back first."""


class NotRatedYet(Refusal):
    """Rate the reply first."""


class AnsweredAlready(Refusal):
    """{name} has answered this citizen already."""


class OutAlready(Refusal):
    """This answer has gone out already. Ask the citizen a question, or phone them."""
