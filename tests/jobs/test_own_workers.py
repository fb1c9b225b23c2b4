"""What hangs outside holds up its own kind of work alone."""

from collections.abc import Callable
from threading import Event
from typing import Any

import pytest

from bot.adapters.folder import BlobFolder
from bot.records.outbox import BlobKeys, Task
from tests.doubles.citizen import reply_from
from tests.stage import Stage


@pytest.fixture
def hangs(monkeypatch: pytest.MonkeyPatch) -> Callable[[Any, str], Event]:
    """Makes a method hang until its event is set."""

    def hang(place: Any, name: str) -> Event:
        released, does = Event(), getattr(place, name)

        def hanging(*args: Any) -> Any:
            released.wait(30)
            return does(*args)

        monkeypatch.setattr(place, name, hanging)
        return released

    return hang


def test_a_mail_provider_that_hangs_delays_no_post(stage: Stage, hangs: Callable[[Any, str], Event]) -> None:
    names = [f"Lezer{number}" for number in range(9)]
    for name in names:
        stage.lives(name)
    stage.approved()
    released = hangs(stage.program.workflow.sending._mailer, "send_letter")
    for name in names[:8]:
        mail = stage.mail_to(f"{name.lower()}@example.nl")
        stage.inbound.post(stage.url("/mail/inbound"), reply_from(mail, "Een bus."), [mail.from_], mail.to)
    stage.program.workflow.receiving.read_waiting()
    try:
        stage.program._jobs.start()
        stage.slack.wait_for(lambda: len(stage.triage.messages) == 8, timeout=20)
        assert len(stage.sendgrid.sent) == 9
    finally:
        released.set()
    stage.slack.wait_for(lambda: len(stage.sendgrid.sent) == 9 + 8, timeout=20)


def test_nor_does_a_store_of_files(stage: Stage, hangs: Callable[[Any, str], Event]) -> None:
    stage.lives("Noor")
    stage.approved()
    released = hangs(BlobFolder, "remove")
    with stage.program._work() as uow:
        for reply_id in range(8):
            uow.outbox.owe(Task.REMOVE_BLOBS, reply_id, BlobKeys(("0" * 32,)))
    mail = stage.mail_to("noor@example.nl")
    stage.inbound.post(stage.url("/mail/inbound"), reply_from(mail, "Een bus."), [mail.from_], mail.to)
    try:
        stage.program._jobs.start()
        stage.slack.wait_for(lambda: len(stage.triage.messages) == 1, timeout=20)
        stage.slack.wait_for(lambda: len(stage.sendgrid.sent) == 2, timeout=20)
    finally:
        released.set()
