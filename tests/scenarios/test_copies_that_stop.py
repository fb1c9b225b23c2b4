"""Real processes on PostgreSQL: one is killed or suspended in the middle of a post, one loses its database."""

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from threading import Event, Thread
from typing import Final

import pytest
from pydantic import SecretStr
from sqlalchemy.engine import make_url

from tests.doubles.citizen import reply_from
from tests.process import Process, served
from tests.stage import Stage

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
A_WHILE_S: Final = 2.5
"""Longer than a lease that was just seen to be held is relied on."""
STOP_S: Final = 3
PATIENCE_S: Final = 60


class Line:
    """A TCP address of the test's server, which is heard at a socket; what goes over it can be held."""

    def __init__(self, database_url: str) -> None:
        self._server = make_url(database_url)
        self._held = Event()
        self._listening = socket.create_server(("127.0.0.1", 0))
        Thread(target=self._take, daemon=True).start()

    @property
    def url(self) -> str:
        port = self._listening.getsockname()[1]
        url = self._server.difference_update_query(["host"]).set(host="127.0.0.1", port=port)
        return url.render_as_string(hide_password=False)

    def hang(self) -> None:
        """From now on nothing comes through, and nobody hears that it does not."""
        self._held.set()

    def _take(self) -> None:
        while True:
            near, _address = self._listening.accept()
            far = socket.socket(socket.AF_UNIX)
            far.connect(f"{self._server.query['host']}/.s.PGSQL.{self._server.port or 5432}")
            for one, other in ((near, far), (far, near)):
                Thread(target=self._pass_on, args=(one, other), daemon=True).start()

    def _pass_on(self, one: socket.socket, other: socket.socket) -> None:
        with one, other:
            while (data := one.recv(65536)) and not self._held.is_set():
                other.sendall(data)
            while self._held.is_set():
                time.sleep(1)


@contextmanager
def posting(stage: Stage) -> Iterator[Process]:
    """A process whose post of a reply is on its way, while Slack keeps it waiting."""
    stage.lives("Noor")
    stage.approved()
    mail = stage.mail_to("noor@example.nl")
    with served(stage.settings(), datetime.now(UTC)) as process:
        stage.slack.wait_for(process.is_ready, timeout=PATIENCE_S)
        with stage.slack.hanging():
            raw = reply_from(mail, "Een bus.")
            assert stage.inbound.post(process.url("/mail/inbound"), raw, [mail.from_], mail.to) == [200]
            stage.slack.wait_for(lambda: is_under_way(stage), timeout=PATIENCE_S)
            yield process
        time.sleep(0.5)  # what Slack got, it does now


def is_under_way(stage: Stage) -> bool:
    return bool(stage.rows("SELECT id FROM outbox WHERE task = 'show_reply' AND claimed_until IS NOT NULL"))


@pytest.mark.parametrize("happens", [Process.kill, Process.pause], ids=["killed", "suspended"])
def test_another_goes_on_within_twenty_seconds_and_nothing_is_done_twice(
    stage: Stage, happens: Callable[[Process], None]
) -> None:
    with posting(stage) as process:
        time.sleep(0.2)
        happens(process)
    assert is_under_way(stage)
    stage.later(seconds=18)
    assert stage.rows("SELECT id FROM outbox") == []
    if happens is Process.pause:
        time.sleep(A_WHILE_S)
        process.go_on()
        process.terminate()
        assert process.ends() == 0
    assert ["Een bus." in message.plain() for message in stage.triage.messages] == [True]
    assert len(stage.mails_to("noor@example.nl")) == 2


def test_asked_to_stop_it_ends_in_time_though_its_database_says_nothing(stage: Stage) -> None:
    stage.program.stop()
    line = Line(stage.database_url)
    settings = stage.settings().model_copy(update={"database_url": SecretStr(line.url)})
    with served(settings, datetime.now(UTC), f"import bot.main; bot.main.LONGEST_STOP_S = {STOP_S}") as process:
        stage.slack.wait_for(process.is_ready, timeout=PATIENCE_S)
        line.hang()
        time.sleep(2)  # each job asks by then
        began = time.monotonic()
        process.terminate()
        assert process.ends() == 1
        assert time.monotonic() - began < STOP_S + 2
        assert "did not end in time" in process.logged()
    stage.program = stage.start_program()
