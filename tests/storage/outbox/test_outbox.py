"""What is owed and who does it: in order, once, and by one at a time, however many work at it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Thread

from bot.clock import Clock
from bot.records.chat import MessageRef
from bot.records.outbox import Task
from tests.domain.samples import NOON
from tests.storage.things import LATER, Work, filed


def test_reference_numbers_are_given_out_once_also_the_first_of_a_year(work: Work) -> None:
    with ThreadPoolExecutor(8) as many:
        references = [alert.reference for alert in many.map(lambda _: filed(work), range(24))]
    assert sorted(references) == [f"BM-2026-{n:04d}" for n in range(1, 25)]


def test_a_lane_keeps_its_order_and_other_lanes_go_on(work: Work) -> None:
    with work() as uow:
        for task, subject in ((Task.SHOW_ALERT, 1), (Task.ALERT_NOTE, 1), (Task.SHOW_REPLY, 1), (Task.SHOW_ALERT, 1)):
            uow.outbox.owe(task, subject)
    now = Clock().now()
    with work() as uow:
        first, other = (uow.outbox.claim(now, now + timedelta(minutes=1)) for _ in range(2))
        assert first
        assert other
        assert (first.task, other.task) == (Task.SHOW_ALERT, Task.SHOW_REPLY)
        assert uow.outbox.claim(now, now) is None
        uow.outbox.retry(first, now + timedelta(hours=1), "busy", uncertain=False)
        assert uow.outbox.claim(now, now) is None
        uow.outbox.dead_letter(first, "refused")
        note = uow.outbox.claim(now, now)
        assert note
        assert (note.task, [item.id for item in uow.outbox.dead_letters()]) == (Task.ALERT_NOTE, [first.id])
        uow.outbox.done(note)


def test_a_change_while_a_message_is_being_posted_is_posted_after_it(work: Work) -> None:
    with work() as uow:
        uow.outbox.owe(Task.SHOW_ALERT, 1)
    now = Clock().now()
    with work() as uow:
        posting = uow.outbox.claim(now, now + timedelta(minutes=1))
        uow.outbox.owe(Task.SHOW_ALERT, 1)
        assert posting
        uow.outbox.done(posting)
    with work() as uow:
        again = uow.outbox.claim(Clock().now(), now)
        assert again
        assert (again.subject_id, again.uncertain) == (1, False)


def test_what_a_dead_worker_held_is_uncertain(work: Work) -> None:
    with work() as uow:
        uow.outbox.owe(Task.SHOW_REPLY, 1)
    now = Clock().now()
    with work() as uow:
        uow.outbox.claim(now, now)
        again = uow.outbox.claim(now + timedelta(seconds=1), now + timedelta(minutes=1))
        assert again
        assert (again.uncertain, again.attempts) == (True, 2)
        uow.outbox.remember(Task.SHOW_REPLY, 1, MessageRef("C1", "1.2"), "https://slack.example/1")
        assert uow.outbox.link(Task.SHOW_REPLY, 1) == "https://slack.example/1"


def test_a_lane_that_waits_long_is_told_and_so_is_why(work: Work) -> None:
    with work() as uow:
        uow.outbox.owe(Task.SHOW_REPLY, 1)
        uow.outbox.owe(Task.SHOW_MAP_LATER, 1, after=timedelta(minutes=1))
    now = Clock().now()
    with work() as uow:
        item = uow.outbox.claim(now, now)
        assert item
        uow.outbox.retry(item, now, "not_in_channel", uncertain=False)
        assert uow.outbox.oldest() == {"triage": item.owed_at}
        card = uow.outbox.stuck(item.id)
        assert card
        assert (card.queue_key, card.reason, card.since) == ("triage", "not_in_channel", item.owed_at)
        uow.outbox.dead_letter(item, "refused")
        card = uow.outbox.stuck(item.id)
        assert card
        assert card.refused
        assert (card.refused.task, card.refused.for_good, card.refused.decision) == ("show_reply", True, None)
        later = uow.outbox.claim(now + timedelta(minutes=2), now)
        assert later
        assert later.queue_key == "show_map_later-1"


def test_eight_workers_never_take_the_same_thing(work: Work) -> None:
    with work() as uow:
        for letter in range(60):
            uow.outbox.owe(Task.SEND_LETTER, letter)

    def take_all() -> list[int]:
        taken = []
        now = Clock().now()
        for _ in range(100):
            with work() as uow:
                item = uow.outbox.claim(now, now + timedelta(minutes=1))
            if item:
                taken.append(item.subject_id)
        return taken

    with ThreadPoolExecutor(8) as workers:
        taken = [subject for worker in [workers.submit(take_all) for _ in range(8)] for subject in worker.result()]
    assert sorted(taken) == list(range(60))


def test_a_lease_is_held_by_one(work: Work) -> None:
    with work() as uow:
        assert uow.leases.take("mailbox", "a", NOON, LATER)
        assert uow.leases.take("mailbox", "a", NOON, LATER)
        assert not uow.leases.take("mailbox", "b", NOON, LATER)
        assert uow.leases.take("mailbox", "b", LATER + timedelta(seconds=1), LATER)
        uow.leases.give_back("mailbox", "b")
        assert uow.leases.take("mailbox", "a", NOON, LATER)


def test_a_lane_keeps_its_order_also_when_the_first_commits_last(work: Work) -> None:
    """What was owed first is worked on first, and alone, however long its transaction takes."""
    claimed: list[str] = []
    now = Clock().now() + timedelta(minutes=1)

    def owe_and_claim() -> None:
        with work() as uow:
            uow.outbox.owe(Task.SHOW_LEAD, 2)
            uow.outbox.owe(Task.SHOW_REPLY, 2)
        with work() as uow:
            while item := uow.outbox.claim(now, now + timedelta(minutes=1)):
                claimed.append(f"{item.task} {item.subject_id}")

    later = Thread(target=owe_and_claim)
    with work() as uow:
        uow.outbox.owe(Task.SHOW_REPLY, 1)
        uow.outbox.owe(Task.SHOW_LEADS, 1)
        uow.outbox.write()
        later.start()
        later.join(0.5)
    later.join(10)
    assert sorted(claimed) == ["show_leads 1", "show_reply 1"]


def test_lanes_in_any_order_never_wait_for_each_other_in_a_circle(work: Work) -> None:
    queue_keys = [Task.ALERT_NOTE, Task.REPLY_NOTE, Task.SHOW_LEADS, Task.SUPERVISION_NOTE]

    def owe(turn: int) -> None:
        for _ in range(20):
            with work() as uow:
                for task in queue_keys[turn:] + queue_keys[:turn]:
                    uow.outbox.owe(task, 1)

    with ThreadPoolExecutor(4) as many:
        list(many.map(owe, range(4)))
