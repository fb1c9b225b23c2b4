"""What became of a batch."""

from datetime import timedelta

from bot.domain.alerts.mailings import Batch, Outcome, Progress, of_alert
from tests.domain.samples import NOON
from tests.storage.things import LATER, Work

AFTERWARDS = LATER + timedelta(seconds=1)


def settle(work: Work, batch: Batch, outcome: Outcome, detail: str = "") -> None:
    with work() as uow:
        uow.mailings.settle_batch(batch, outcome, detail, LATER, NOON)


def progress(work: Work, alert_id: int = 1) -> Progress:
    with work() as uow:
        found = uow.mailings.progress(of_alert(alert_id))
    assert found
    return found
