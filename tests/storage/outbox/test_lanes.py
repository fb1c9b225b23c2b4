"""What is about a message that stands never waits for what is new in its channel; one message's own order holds."""

from datetime import timedelta

import pytest

from bot.clock import Clock
from bot.domain.replies.replies import ReplyLabel
from bot.records.chat import MessageRef
from bot.records.outbox import OutboxItem, Task
from bot.workflow.figures.deliveries import Act
from bot.workflow.leasing import Keeper
from bot.workflow.outbox.delivering import Delivering
from bot.workflow.outbox.settling import Settling
from storage.unit_of_work import UnitOfWork
from tests.storage.things import Work, replied

A_MINUTE = timedelta(minutes=1)
STANDS, NEW = 1, range(2, 6)


@pytest.fixture
def busy(work: Work) -> Work:
    """A reply stands, and others wait to be posted."""
    stands(work, Task.SHOW_REPLY, STANDS)
    owe(work, *((Task.SHOW_REPLY, reply) for reply in NEW))
    return work


def stands(work: Work, task: Task, subject: int) -> None:
    with work() as uow:
        uow.outbox.remember(task, subject, MessageRef("C2", f"{subject}.1"), "https://slack.example/p")


def owe(work: Work, *what: tuple[Task, int]) -> None:
    with work() as uow:
        for task, subject in what:
            uow.outbox.owe(task, subject)


def take(work: Work, *, oldest: bool = False) -> OutboxItem | None:
    now = Clock().now()
    with work() as uow:
        return uow.outbox.claim(now, now + A_MINUTE, oldest=oldest)


def what(item: OutboxItem | None) -> tuple[Task, int] | None:
    return (item.task, item.subject_id) if item else None


@pytest.mark.parametrize(
    ("shown", "about"),
    [
        (Task.SHOW_REPLY, Task.SHOW_REPLY),
        (Task.SHOW_REPLY, Task.REPLY_NOTE),
        (Task.SHOW_REPLY, Task.CLEAR_THREAD),
        (Task.SHOW_FOLLOW_UP, Task.REPLY_NOTE),
        (None, Task.REMIND_CHANNEL),
    ],
)
def test_it_passes_what_is_new(work: Work, shown: Task | None, about: Task) -> None:
    if shown:
        stands(work, shown, STANDS)
    owe(work, *((Task.SHOW_REPLY, reply) for reply in NEW), (about, STANDS))
    assert what(take(work)) == (about, STANDS)
    assert what(take(work)) == (Task.SHOW_REPLY, NEW[0])


def test_what_is_said_of_a_message_that_does_not_stand_comes_after_it(work: Work) -> None:
    owe(work, (Task.SHOW_REPLY, 2), (Task.REPLY_NOTE, 2), (Task.SHOW_REPLY, 3))
    assert what(take(work)) == (Task.SHOW_REPLY, 2)
    assert take(work) is None


def test_a_channel_that_takes_no_new_post_for_a_moment_takes_an_update(busy: Work) -> None:
    new, soon = take(busy), Clock().now() + A_MINUTE
    assert new
    with busy() as uow:
        uow.outbox.retry(new, soon, "ratelimited", uncertain=False)
    assert take(busy) is None
    owe(busy, (Task.SHOW_REPLY, STANDS))
    assert what(take(busy)) == (Task.SHOW_REPLY, STANDS)


def test_a_channel_that_takes_no_line_for_a_moment_takes_an_update(work: Work) -> None:
    """A post a second is Slack's limit for lines too: of twenty reminders in threads the last comes after 20 s."""
    stands(work, Task.SHOW_REPLY, STANDS)
    stands(work, Task.SHOW_REPLY, 2)
    owe(work, (Task.REPLY_NOTE, 2))
    said, soon = take(work), Clock().now() + A_MINUTE
    assert said
    with work() as uow:
        uow.outbox.retry(said, soon, "ratelimited", uncertain=False)
    owe(work, (Task.REPLY_NOTE, STANDS), (Task.SHOW_REPLY, STANDS))
    assert what(take(work)) == (Task.SHOW_REPLY, STANDS)
    assert take(work) is None


def test_what_stands_by_now_passes_also_where_it_was_owed_before(work: Work) -> None:
    owe(work, (Task.SHOW_REPLY, 2))
    posting = take(work)
    assert posting
    owe(work, (Task.SHOW_REPLY, 3), (Task.SHOW_REPLY, 2))
    stands(work, Task.SHOW_REPLY, 2)
    owe(work, (Task.SHOW_REPLY, 2))
    assert take(work) is None  # one message is shown by one at a time
    with work() as uow:
        uow.outbox.done(posting)
    assert what(take(work)) == (Task.SHOW_REPLY, 2)


def test_lines_of_one_thread_keep_their_order_in_either_lane(work: Work) -> None:
    owe(work, (Task.SHOW_REPLY, 2), (Task.REPLY_NOTE, 2))
    stands(work, Task.SHOW_REPLY, 2)
    owe(work, (Task.REPLY_NOTE, 2), (Task.CLEAR_THREAD, 2))
    taken = []
    while item := take(work):
        taken.append((item.task, item.passed))
        with work() as uow:
            uow.outbox.done(item)
    assert taken == [
        (Task.SHOW_REPLY, False),
        (Task.REPLY_NOTE, False),
        (Task.REPLY_NOTE, True),
        (Task.CLEAR_THREAD, True),
    ]


def test_what_a_citizen_wrote_on_passes_as_their_thread_does(work: Work) -> None:
    first = replied(work)
    later = replied(work, label=ReplyLabel.FOLLOW_UP, follow_up_of=first.id)
    stands(work, Task.SHOW_REPLY, first.id)
    owe(work, (Task.SHOW_REPLY, 1000), (Task.SHOW_FOLLOW_UP, later.id), (Task.REPLY_NOTE, first.id))
    assert what(take(work)) == (Task.SHOW_FOLLOW_UP, later.id)


def test_an_answer_never_stands_above_what_it_answers(work: Work) -> None:
    """They wrote on while their reply was not posted yet."""
    first = replied(work)
    later = replied(work, label=ReplyLabel.FOLLOW_UP, follow_up_of=first.id)
    owe(work, (Task.SHOW_REPLY, first.id), (Task.SHOW_REPLY, 1000), (Task.SHOW_FOLLOW_UP, later.id))
    stands(work, Task.SHOW_REPLY, first.id)
    owe(work, (Task.REPLY_NOTE, first.id))
    taken = []
    while item := take(work):
        taken.append((item.task, item.subject_id))
        with work() as uow:
            uow.outbox.done(item)
    assert taken == [
        (Task.SHOW_REPLY, first.id),
        (Task.SHOW_REPLY, 1000),
        (Task.SHOW_FOLLOW_UP, later.id),
        (Task.REPLY_NOTE, first.id),
    ]


def test_what_keeps_a_channel_is_told_once_whichever_lane_comes_upon_it(busy: Work) -> None:
    owe(busy, (Task.SHOW_REPLY, STANDS))
    for lane in range(2):
        kept = take(busy)
        assert kept
        with busy() as uow:
            uow.outbox.retry(kept, Clock().now() + A_MINUTE, "not_in_channel", uncertain=False)
            told = uow.outbox.is_told("triage", "not_in_channel")
            assert told is bool(lane)
            if not told:
                uow.outbox.owe(Task.SHOW_STUCK, kept.id)
    with busy() as uow:
        assert not uow.outbox.is_told("triage", "is_archived")
        assert not uow.outbox.is_told("intake", "not_in_channel")


def test_new_and_standing_take_turns(busy: Work) -> None:
    """However much changes, what is new gets half of the places."""
    changed = range(11, 15)
    for reply in changed:
        stands(busy, Task.SHOW_REPLY, reply)
    owe(busy, *((Task.SHOW_REPLY, reply) for reply in changed))
    done: list[int] = []

    def deliver(_uow: UnitOfWork, item: OutboxItem) -> Act:
        return lambda: done.append(item.subject_id)

    clock = Clock()
    ways = {Task.SHOW_REPLY: deliver}
    assert not Delivering(busy, clock, Keeper(busy, clock), Settling(busy, clock), ways).deliver_next()
    assert done == [11, 2, 12, 3, 13, 4, 14, 5]
