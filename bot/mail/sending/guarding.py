"""The last door: in an exercise a call that holds anybody outside the allow-list never reaches the provider."""

from collections.abc import Sequence

from bot.domain.alerts.mailings import Outcome, Recipient, SendResult
from bot.domain.alerts.safeguards import NOT_ALLOWED, Safeguards
from bot.records.mail import AlertMail, Letter
from bot.workflow.mail_ports import Mailer


class GuardedMailer:
    """Wraps another Mailer. The workflow leaves such people out itself: this is for the day that it forgets."""

    def __init__(self, mailer: Mailer, safeguards: Safeguards) -> None:
        self._mailer = mailer
        self._safeguards = safeguards
        self.batch_size = mailer.batch_size
        self.events_follow = mailer.events_follow

    def send_alert(self, mail: AlertMail, recipients: Sequence[Recipient]) -> SendResult:
        """REFUSED as a whole where one of them may not get mail."""
        if not all(self._safeguards.lets_out(recipient.email) for recipient in recipients):
            return SendResult(Outcome.REFUSED, NOT_ALLOWED)
        return self._mailer.send_alert(mail, recipients)

    def send_letter(self, letter: Letter) -> SendResult:
        """REFUSED where its addressee may not get mail."""
        if not self._safeguards.lets_out(letter.to):
            return SendResult(Outcome.REFUSED, NOT_ALLOWED)
        return self._mailer.send_letter(letter)

    def check(self) -> str:
        return self._mailer.check()

    def close(self) -> None:
        self._mailer.close()
