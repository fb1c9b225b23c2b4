"""The database goes away between the provider's answer and our writing it down."""

from contextlib import AbstractContextManager
from itertools import count

import pytest
from sqlalchemy.exc import OperationalError

from storage.unit_of_work import UnitOfWork
from tests.stage import Stage


def test_a_database_that_is_away_when_the_provider_took_a_mail_leaves_nothing_unknown(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was taken is written down when it is back, as where a standby takes its place."""
    stage.lives("Noor")
    sending, calls = stage.program.workflow.sending, count(1)
    work = sending._work

    def away_at_the_second() -> AbstractContextManager[UnitOfWork]:
        if next(calls) == 2:  # the first claims
            raise OperationalError("", {}, ConnectionError())
        return work()

    message = stage.asks()
    stage.bram.presses(message, "Goedkeuren en versturen")
    stage.program.listeners.wait_until_idle()
    monkeypatch.setattr(sending, "_work", away_at_the_second)
    sending.send_next()
    stage.settle()
    assert "1 van 1" in message.plain()
    assert "onbekend" not in message.plain()
    assert len(stage.sendgrid.sent) == 1
