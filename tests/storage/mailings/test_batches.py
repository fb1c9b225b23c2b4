"""A batch whose call ended late, or was refused as a whole."""

import pytest

from bot.domain.alerts.mailings import Outcome, Progress, of_alert
from tests.domain.samples import NOON
from tests.storage.mailings.settling import AFTERWARDS, progress, settle
from tests.storage.things import ELS, LATER, Work, approved, claimed


@pytest.mark.parametrize(
    ("outcome", "after"),
    [
        (Outcome.ACCEPTED, Progress(2, sent=2, refused=0, unknown=0)),
        (Outcome.REFUSED, Progress(2, sent=0, refused=2, unknown=0)),
        (Outcome.FAILED, Progress(2, sent=0, refused=0, unknown=0)),
        (Outcome.UNKNOWN, Progress(2, sent=0, refused=0, unknown=2)),
    ],
)
def test_a_call_that_outlives_its_lease_still_tells_what_became_of_it(
    work: Work, outcome: Outcome, after: Progress
) -> None:
    approved(work)
    batch = claimed(work)
    with work() as uow:
        assert uow.mailings.lost_batches(AFTERWARDS) == [batch]
    settle(work, batch, Outcome.UNKNOWN)
    settle(work, batch, outcome)
    assert progress(work) == after


@pytest.mark.parametrize("send_again", [True, False])
def test_once_decided_only_that_it_is_out_still_counts(work: Work, send_again: bool) -> None:
    approved(work)
    batch = claimed(work)
    settle(work, batch, Outcome.UNKNOWN)
    with work() as uow:
        assert uow.mailings.ask(LATER) == [batch.id]
        assert uow.mailings.decide_batch(batch.id, send_again=send_again, by=ELS, at=LATER)
    settle(work, batch, Outcome.REFUSED)
    assert progress(work).refused == 0
    settle(work, batch, Outcome.ACCEPTED)
    assert progress(work).sent == 2
    with work() as uow:
        assert uow.mailings.claim_batch(AFTERWARDS, AFTERWARDS) is None
        assert uow.mailings.batch_card(batch.id).decision == "settled"


def test_a_batch_is_halved_until_one_person_is_alone_in_it(work: Work) -> None:
    approved(work, people=5)
    sizes: list[int] = []
    with work() as uow:
        while batch := uow.mailings.claim_batch(NOON, LATER):
            sizes.append(len(uow.mailings.recipients(batch, NOON)))
            if not uow.mailings.split_batch(batch, "400", NOON):
                uow.mailings.settle_batch(batch, Outcome.REFUSED, "400", NOON, NOON)
    assert sorted(sizes) == [1, 1, 1, 1, 1, 2, 2, 3, 5]
    assert progress(work) == Progress(5, sent=0, refused=5, unknown=0)


def test_only_its_own_call_halves_a_batch(work: Work) -> None:
    approved(work)
    batch = claimed(work)
    settle(work, batch, Outcome.UNKNOWN)
    with work() as uow:
        assert not uow.mailings.split_batch(batch, "400", NOON)


def test_nor_one_that_was_put_back_or_is_called_again_since(work: Work) -> None:
    approved(work, people=4)
    batch = claimed(work)
    settle(work, batch, Outcome.FAILED)
    with work() as uow:
        assert not uow.mailings.split_batch(batch, "400", NOON)
        again = uow.mailings.claim_batch(AFTERWARDS, AFTERWARDS)
        assert again
        assert again.id == batch.id
        assert not uow.mailings.split_batch(batch, "400", NOON)
        assert len(uow.mailings.recipients(again, AFTERWARDS)) == 4
        assert uow.mailings.split_batch(again, "400", NOON)


def test_what_is_late_is_set_aside_once_and_may_lapse_or_be_sent(work: Work) -> None:
    alert = approved(work, people=5, batch_size=2)
    with work() as uow:
        assert uow.standstills.set_aside_batches(NOON) == []
        assert uow.standstills.set_aside_batches(LATER) == [1, 2, 3]
        assert uow.standstills.set_aside_batches(LATER) == []
        assert uow.mailings.claim_batch(LATER, LATER) is None
        assert uow.mailings.ask(LATER) == []
        assert uow.standstills.let_go(1, "Els", send=False)
        assert uow.standstills.let_go(2, "Els", send=True)
        assert not uow.standstills.let_go(2, "Els", send=False)
        assert uow.mailings.waits(of_alert(alert.id))
        [due] = uow.mailings.hitches(of_alert(alert.id)).values()
        assert due == 1
    assert progress(work) == Progress(5, sent=0, refused=2, unknown=0)


def test_a_mailing_that_moved_since_is_under_way(work: Work) -> None:
    approved(work, people=5, batch_size=2)
    batch = claimed(work)
    with work() as uow:
        uow.mailings.settle_batch(batch, Outcome.ACCEPTED, "", LATER, AFTERWARDS)
        assert uow.standstills.set_aside_batches(LATER) == []
        assert uow.standstills.set_aside_batches(AFTERWARDS) == [2, 3]
        assert not uow.mailings.take_back(of_alert(1))
