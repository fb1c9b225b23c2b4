"""The job that empties the reply mailbox: one copy at a time, and none stands still for long."""

from collections.abc import Callable, Iterator
from datetime import time, timedelta

import pytest

from bot.adapters.films import ApartFilms
from bot.adapters.folder import BlobFolder
from bot.bells import Bells
from bot.clock import Clock
from bot.domain.replies.replies import ReplyKind
from bot.mail.reading.imap import Handle, ImapMailbox
from bot.workflow.letters.acknowledging import Acknowledging
from bot.workflow.replies.fetching import LEASE, Fetching
from bot.workflow.replies.images.hearing import Hearing
from bot.workflow.replies.keeping import Keeping
from bot.workflow.replies.receiving import Receiving
from bot.workflow.replies.relating import Relating
from handlers.jobs.schedule import Heartbeats, Job, Jobs
from storage.engine import make_engine
from storage.unit_of_work import unit_of_work
from tests.folders import fresh_folder
from tests.mail.samples import DUTCH, READER, TOKENS
from tests.storage.things import Work


class Mailbox(ImapMailbox):
    """Mail that is handed over and gone once that is done; `meanwhile` happens between two mails."""

    def __init__(self, *mails: bytes) -> None:
        super().__init__("imap://mail.example")
        self.mails = list(mails)
        self.fetches = 0
        self.meanwhile: Callable[[], object] = lambda: None

    def fetch(self, handle: Handle) -> int:
        self.fetches += 1
        for mail in list(self.mails):
            handle(mail, [])
            self.mails.remove(mail)
            self.meanwhile()
        return 0

    def wait(self, seconds: float) -> None:
        """No need to."""


@pytest.fixture
def work(database_url: str, wait: object) -> Iterator[Work]:
    engine = make_engine(database_url)
    yield unit_of_work(engine, Clock())
    engine.dispose()


def copy(work: Work, mailbox: Mailbox) -> Fetching:
    """One copy of the program."""
    keeping = Keeping(work, Clock(), BlobFolder(str(fresh_folder())), ApartFilms(), scanned=False)
    receiving = Receiving(
        work,
        Clock(),
        READER,
        DUTCH,
        Acknowledging(Clock(), DUTCH, TOKENS, time(17)),
        keeping,
        Relating("mail.example.nl", Hearing(7, 14)),
    )
    return Fetching(work, Clock(), mailbox, receiving)


def stored(work: Work) -> list[bytes]:
    with work() as uow:
        return [mail.raw for mail in uow.inbox.waiting(Clock().now(), 100) if mail.kind is ReplyKind.MAIL]


def test_mail_is_stored_before_it_counts_as_stored(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    mailbox = Mailbox(b"one", b"two")
    job = copy(work, mailbox)
    with monkeypatch.context() as broken:
        broken.setattr("storage.replies.inbox.StoredInbox.store", None)
        with pytest.raises(TypeError):
            job.fetch()
    assert mailbox.mails == [b"one", b"two"]
    job.fetch()
    assert (stored(work), mailbox.mails) == ([b"one", b"two"], [])


def test_one_copy_fetches_at_a_time(work: Work) -> None:
    first, second = Mailbox(b"one"), Mailbox(b"one")
    holding, other = copy(work, first), copy(work, second)
    holding.fetch()
    other.fetch()
    holding.fetch()
    assert (first.fetches, second.fetches) == (2, 0)


def test_a_copy_that_ends_leaves_the_mailbox_to_the_next_at_once(work: Work) -> None:
    first, second = Mailbox(), Mailbox()
    ending = copy(work, first)
    ending.fetch()
    Jobs((Job("mailbox", 1, ending.fetch, finish=ending.give_back),), Heartbeats(), Bells()).stop()
    copy(work, second).fetch()
    assert second.fetches == 1


def test_one_that_was_killed_keeps_it_no_longer_than_its_lease(work: Work, wait: Callable[[timedelta], object]) -> None:
    copy(work, Mailbox()).fetch()
    next_one = Mailbox()
    job = copy(work, next_one)
    job.fetch()
    assert next_one.fetches == 0
    assert timedelta(minutes=1, seconds=15) > LEASE
    wait(LEASE + timedelta(seconds=1))
    job.fetch()
    assert next_one.fetches == 1


def test_a_long_fetch_keeps_it(work: Work, wait: Callable[[timedelta], object]) -> None:
    mailbox, second = Mailbox(b"one", b"two", b"three"), Mailbox()
    other = copy(work, second)

    def meanwhile() -> None:
        wait(LEASE * 0.8)
        other.fetch()

    mailbox.meanwhile = meanwhile
    copy(work, mailbox).fetch()
    assert (len(stored(work)), second.fetches) == (3, 0)


def test_a_database_that_is_away_at_the_end_does_not_keep_the_program(work: Work) -> None:
    def finish() -> None:
        raise OSError

    ended: list[str] = []
    Jobs(
        (Job("broken", 1, lambda: None, finish=finish), Job("other", 1, lambda: None, finish=lambda: ended.append(""))),
        Heartbeats(),
        Bells(),
    ).stop()
    assert ended == [""]
