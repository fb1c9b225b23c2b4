"""A test send: the colleague who fills in the form gets the mail as a citizen would read it. It counts nowhere."""

from bot.clock import Clock
from bot.contacts.email_addresses import comparable
from bot.domain.alerts.alert_errors import EnoughTests, NotOnAllowList
from bot.domain.alerts.safeguards import Safeguards
from bot.domain.letters.letter_errors import NoMailAddress
from bot.domain.participants.people import Colleague
from bot.domain.replies.replies import LetterKind
from bot.records.alerts import Preview
from bot.records.mail import TEST_TOKEN, Letter
from bot.records.outbox import Task
from bot.workflow.alerts.previewing import preview_of
from bot.workflow.alerts.requesting import own_draft
from bot.workflow.letters.guarding import Guard
from bot.workflow.mail_ports import Composer
from bot.workflow.owing import mail_of_draft
from storage.unit_of_work import UnitOfWork, Work

MOST_TESTS = 5  # of one form: enough to mend a text, too few to mail anybody with


class Trying:
    """Between the preview and the request."""

    def __init__(self, work: Work, clock: Clock, composer: Composer, safeguards: Safeguards, guard: Guard) -> None:
        self._work = work
        self._clock = clock
        self._composer = composer
        self._safeguards = safeguards
        self._guard = guard

    def send(self, draft_id: str, seen_tests: int, colleague: Colleague, address: str) -> int:
        """Owe this colleague a test mail of their draft; how many they had then. A second press sends nothing."""
        if not address:
            raise NoMailAddress("choice")
        if not self._safeguards.lets_out(comparable(address)):
            raise NotOnAllowList("choice")
        with self._work() as uow:
            draft = own_draft(uow, draft_id, colleague)
            self._guard.check_decided(draft.content, draft.kept)
            tests = uow.audit.count("tested", f"draft {draft_id}")
            if tests != seen_tests:
                return tests
            if tests >= MOST_TESTS:
                raise EnoughTests("choice", most=MOST_TESTS)
            mail = mail_of_draft(self._composer, uow, draft, test=True)
            message_id = f"test.{draft_id}.{tests + 1}"
            letter = Letter("", message_id, address, mail.subject, mail.text, mail.html, TEST_TOKEN)
            self._owe(uow, letter, colleague, draft_id)
            return tests + 1

    def preview(self, draft_id: str, colleague: Colleague) -> Preview:
        """The preview of a draft of this colleague's own, as it reads now."""
        with self._work() as uow:
            draft = own_draft(uow, draft_id, colleague)
            return preview_of(uow, self._composer, self._safeguards, self._guard, draft, colleague)

    def _owe(self, uow: UnitOfWork, letter: Letter, colleague: Colleague, draft_id: str) -> None:
        now = self._clock.now()
        uow.outbox.owe(Task.SEND_LETTER, uow.letters.add(LetterKind.TEST, None, letter, now))
        uow.audit.record(colleague.id, "tested", f"draft {draft_id}", now)
