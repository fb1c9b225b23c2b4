"""Erasing against whoever keeps or opens a reply: before the night's list, after it, and at that moment."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import Thread

import pytest

from bot.clock import Clock
from bot.domain.errors import Refusal, SomebodyWasFirst
from bot.domain.privacy.retention import Terms
from bot.domain.replies.replies import Case, LetterKind, LetterStatus, Rating, Reply
from bot.workflow.alerts.holding import Holding
from bot.workflow.handling import reply_changed
from bot.workflow.leads.escalating import Escalating
from bot.workflow.leasing import Keeper
from bot.workflow.privacy.data_subject_requests import DataSubjectRequests
from bot.workflow.privacy.ending import EndingImages
from bot.workflow.privacy.forgetting import Forgetting
from bot.workflow.privacy.retaining import Retaining
from storage.unit_of_work import UnitOfWork
from tests.domain.samples import NOON
from tests.storage.things import CARLA, ELS, LETTER, Work, approved, filed, replied
from tests.workflow.at_once import holding

Act = Callable[[Work, Reply], None]
OTHER_ALERT = 2


def due_reply(work: Work) -> Reply:
    """Handled so long ago that it goes tonight; about the first of two alerts, and relevant to the second."""
    alert = approved(work)
    assert filed(work).id == OTHER_ALERT
    reply = replied(work, alert.id)
    with work() as uow:
        uow.replies.rate(reply.id, Rating.RELEVANT_ELSEWHERE, CARLA, NOON, Case(alert_id=OTHER_ALERT))
        uow.replies.record_in_bvh(reply.id, "2026-123456", CARLA)
        uow.replies.mark_answered(reply.id, CARLA, NOON)
        uow.letters.add(LetterKind.ANSWER, reply.id, LETTER, NOON, LetterStatus.SENT)
        uow.replies.set_ends(reply.id, handled_at=NOON)
        return uow.replies.get(reply.id)


def hold(work: Work, reply: Reply) -> None:
    assert reply.alert_id
    Holding(work, Clock()).hold(reply.alert_id, "Rechtszaak", ELS)


def hold_its_case(work: Work, _reply: Reply) -> None:
    Holding(work, Clock()).hold(OTHER_ALERT, "Rechtszaak", ELS)


def write_on(work: Work, reply: Reply) -> None:
    with work() as uow:
        uow.replies.get_for_change(reply.id)
        uow.replies.reopen(reply.id, Clock().now())
        reply_changed(uow, reply.id, Clock().now())


def promise_a_call(work: Work, reply: Reply) -> None:
    with work() as uow:
        uow.replies.get_for_change(reply.id)
        uow.callbacks.add(reply.id, "0612345678", Clock().now(), CARLA, Clock().now())


def send_on(work: Work, reply: Reply) -> None:
    Escalating(work, Clock()).escalate(reply.id, CARLA)


KEEPS: dict[str, Act] = {
    "hold": hold,
    "hold its case": hold_its_case,
    "write on": write_on,
    "promise a call": promise_a_call,
    "send on": send_on,
}


def at_night(work: Work) -> Retaining:
    forgetting = Forgetting(work, Clock(), None, 365)
    return Retaining(work, Clock(), Terms(14, 30, 30), Keeper(work, Clock()), EndingImages(work, Clock()), forgetting)


def after_the_list(work: Work, act: Callable[[], None]) -> Work:
    """Transactions of which the second begins when somebody else has done something."""
    begun: list[None] = []

    @contextmanager
    def counted() -> Iterator[UnitOfWork]:
        begun.append(None)
        if len(begun) == 2:
            act()
        with work() as uow:
            yield uow

    return counted


def test_what_is_rated_anew_after_the_list_was_made_has_the_longer_term(work: Work) -> None:
    reply = replied(work, approved(work).id)
    lately = Clock().now() - timedelta(days=20)
    with work() as uow:
        uow.replies.rate(reply.id, Rating.NOT_RELEVANT, CARLA, lately)
        uow.replies.mark_answered(reply.id, CARLA, lately)
        uow.replies.set_ends(reply.id, handled_at=lately)

    def rate_anew() -> None:
        with work() as uow:
            uow.replies.rate(reply.id, Rating.RELEVANT_HERE, CARLA, lately)
            uow.replies.record_in_bvh(reply.id, "2026-123456", CARLA)

    assert at_night(after_the_list(work, rate_anew)).run().erased.total() == 0
    assert not is_erased(work, reply)


def is_erased(work: Work, reply: Reply) -> bool:
    with work() as uow:
        return uow.replies.get(reply.id).erased_at is not None


def test_what_nobody_keeps_goes(work: Work) -> None:
    reply = due_reply(work)
    assert at_night(after_the_list(work, lambda: None)).run().erased.total() == 1
    assert is_erased(work, reply)


@pytest.mark.parametrize("keep", KEEPS)
def test_what_is_kept_after_the_list_was_made_stays(work: Work, keep: str) -> None:
    reply = due_reply(work)
    tally = at_night(after_the_list(work, lambda: KEEPS[keep](work, reply))).run()
    assert (tally.erased.total(), tally.failed) == (0, 0)
    assert not is_erased(work, reply)


@pytest.mark.parametrize("keep", KEEPS)
def test_what_is_being_kept_at_that_moment_stays(work: Work, keep: str) -> None:
    """The list is made, and its reply looked at anew, while the other has not committed yet."""
    reply = due_reply(work)
    night = Thread(target=at_night(work).run)
    KEEPS[keep](holding(work, night), reply)
    night.join(20)
    assert not is_erased(work, reply)


def test_who_asks_to_be_forgotten_waits_for_the_hold_that_is_being_set(work: Work) -> None:
    reply = due_reply(work)
    forget = Thread(
        target=lambda: DataSubjectRequests(work, Clock(), "operator", None).forget("noor@example.nl", open_too=True)
    )
    hold(holding(work, forget), reply)
    forget.join(20)
    assert not is_erased(work, reply)


def test_who_asks_to_be_forgotten_waits_for_who_writes_on_and_is_told_that_it_is_open(work: Work) -> None:
    reply = due_reply(work)
    told: list[bool] = []

    def forget() -> None:
        asked = DataSubjectRequests(work, Clock(), "operator", None).forget("noor@example.nl", open_too=False)
        told.append(asked.refused)

    other = Thread(target=forget)
    write_on(holding(work, other), reply)
    other.join(20)
    assert told == [True]
    assert not is_erased(work, reply)


def test_a_hold_waits_for_what_is_being_erased_and_is_set_after_all(work: Work) -> None:
    reply = due_reply(work)
    late = Thread(target=lambda: hold(work, reply))
    with work() as uow:
        uow.replies.get_for_change(reply.id)
        assert not uow.erasures.is_held(reply.id)
        late.start()
        late.join(0.4)
        assert late.is_alive()
    late.join(20)
    with work() as uow:
        assert uow.erasures.is_held(reply.id)


def test_two_holds_at_once_are_one_and_the_second_is_told_whose(work: Work) -> None:
    reply = due_reply(work)
    told: list[Refusal] = []

    def second() -> None:
        try:
            hold(work, reply)
        except Refusal as refusal:
            told.append(refusal)

    other = Thread(target=second)
    hold(holding(work, other), reply)
    other.join(20)
    assert [(type(refusal), refusal.values) for refusal in told] == [(SomebodyWasFirst, {"name": "Els"})]


def test_two_who_lift_a_hold_at_once_lift_it_once(work: Work) -> None:
    reply = due_reply(work)
    hold(work, reply)
    told: list[Refusal] = []

    def lift(work: Work) -> None:
        try:
            Holding(work, Clock()).release(1, "Zaak is klaar", ELS)
        except Refusal as refusal:
            told.append(refusal)

    other = Thread(target=lambda: lift(work))
    lift(holding(work, other))
    other.join(20)
    assert [type(refusal).__name__ for refusal in told] == ["AlreadyDone"]
    with work() as uow:
        assert uow.audit.count("released", "BM-2026-0001") == 1
