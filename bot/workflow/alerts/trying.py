"""A test send: a colleague who writes or checks a mail gets it as a citizen would read it. It counts nowhere."""

from bot.clock import Clock
from bot.contacts.email_addresses import comparable
from bot.domain.alerts.alert_errors import EnoughTests, NotOnAllowList, TextChanged
from bot.domain.alerts.safeguards import Safeguards
from bot.domain.letters.letter_errors import NoMailAddress
from bot.domain.participants.people import Colleague
from bot.domain.replies.replies import LetterKind
from bot.records.mail import TEST_TOKEN, AlertMail, Letter
from bot.records.outbox import Task
from bot.workflow.alerts.requesting import own_draft
from bot.workflow.letters.guarding import Guard
from bot.workflow.mail_ports import Composer
from bot.workflow.owing import mail_of, mail_of_draft
from storage.unit_of_work import UnitOfWork, Work

MOST_TESTS = 5  # of one form: enough to mend a text, too few to mail anybody with


class Trying:
    """On the preview of a form, and on a request that waits."""

    def __init__(self, work: Work, clock: Clock, composer: Composer, safeguards: Safeguards, guard: Guard) -> None:
        self._work = work
        self._clock = clock
        self._composer = composer
        self._safeguards = safeguards
        self._guard = guard

    def send(self, draft_id: str, colleague: Colleague, address: str) -> None:
        """Owe this colleague a test mail of their draft."""
        self._check(address, "test")
        with self._work() as uow:
            draft = own_draft(uow, draft_id, colleague)
            self._guard.check_decided(draft.content, draft.kept)
            self._owe(uow, mail_of_draft(self._composer, uow, draft, test=True), draft_id, colleague, address)

    def send_filed(self, alert_id: int, seen_version: int, colleague: Colleague, address: str) -> None:
        """Owe them one of a request that waits, as they see it."""
        self._check(address)
        with self._work() as uow:
            alert = uow.alerts.get(alert_id)
            if alert.version != seen_version:
                raise TextChanged
            mail = mail_of(self._composer, alert, test=True)
            self._owe(uow, mail, f"{alert_id}.{colleague.id}", colleague, address)

    def _check(self, address: str, field: str = "") -> None:
        if not address:
            raise NoMailAddress(field)
        if not self._safeguards.lets_out(comparable(address)):
            raise NotOnAllowList(field)

    def _owe(self, uow: UnitOfWork, mail: AlertMail, of: str, colleague: Colleague, address: str) -> None:
        """`of`: the draft or the request, of which a colleague has so many and no more."""
        now, subject = self._clock.now(), f"draft {of}"
        tests = uow.audit.count("tested", subject)
        if tests >= MOST_TESTS:
            raise EnoughTests("test", most=MOST_TESTS)
        letter = Letter("", f"test.{of}.{tests + 1}", address, mail.subject, mail.text, mail.html, TEST_TOKEN)
        uow.outbox.owe(Task.SEND_LETTER, uow.letters.add(LetterKind.TEST, None, letter, now))
        uow.audit.record(colleague.id, "tested", subject, now)
