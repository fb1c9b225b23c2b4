"""Connections to the mail provider that stay open: what was certainly not sent, and what may have been."""

import socket
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace

import pytest

from bot.domain.alerts.mailings import Outcome, Recipient, SendResult
from bot.mail.sending.sendgrid import SendGridMailer
from tests.doubles.sendgrid import SendGridDouble
from tests.mail.samples import ADDRESSES, ALERT

NOOR = Recipient(1, 11, "noor@example.nl")
TAKEN = b"HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n"
TUNNEL = b"HTTP/1.1 200 Connection established\r\n\r\n"


@dataclass
class Provider:
    """A server whose every connection is handled by a test's own function, and counted."""

    handle: Callable[[socket.socket], None]
    url: str = ""
    connections: int = 0
    closed: threading.Event = field(default_factory=threading.Event)


@contextmanager
def provider(handle: Callable[[socket.socket], None]) -> Iterator[Provider]:
    ours = Provider(handle)

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            ours.connections += 1
            ours.handle(self.request)

        def finish(self) -> None:
            self.request.close()
            ours.closed.set()

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        ours.url = f"http://127.0.0.1:{server.server_address[1]}"
        try:
            yield ours
        finally:
            server.shutdown()
            thread.join()


def read_request(connection: socket.socket) -> bool:
    """Read one whole request; False where the other side hung up."""
    heard = b""
    while b"\r\n\r\n" not in heard:
        if not (more := connection.recv(65536)):
            return False
        heard += more
    head, _, body = heard.partition(b"\r\n\r\n")
    [length] = [int(line.split(b":")[1]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length")]
    while len(body) < length:
        body += connection.recv(65536)
    return True


def takes(connection: socket.socket, most: int = 100) -> None:
    """Take so many requests, then hang up."""
    while most and read_request(connection):
        connection.sendall(TAKEN)
        most -= 1


def mailing(url: str) -> closing[SendGridMailer]:
    return closing(SendGridMailer(ADDRESSES, "key", url))


def send(mailer: SendGridMailer, people: int = 1) -> SendResult:
    return mailer.send_alert(ALERT, [NOOR._replace(delivery_id=number + 1) for number in range(people)])


def test_many_requests_go_over_one_connection() -> None:
    with provider(takes) as server, mailing(server.url) as mailer:
        assert {send(mailer).outcome for _ in range(5)} == {Outcome.ACCEPTED}
        assert server.connections == 1


def test_requests_at_once_have_a_connection_each_and_keep_it() -> None:
    with provider(takes) as server, mailing(server.url) as mailer:
        results: list[SendResult] = []
        threads = [threading.Thread(target=lambda: results.extend(send(mailer) for _ in range(10))) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [result.outcome for result in results] == [Outcome.ACCEPTED] * 40
        assert server.connections <= 4


def test_a_connection_that_the_provider_closed_in_between_is_not_used() -> None:
    """It is no lost answer: the next request takes a new one."""
    with provider(lambda connection: takes(connection, most=1)) as server, mailing(server.url) as mailer:
        for number in range(1, 6):
            assert send(mailer).outcome is Outcome.ACCEPTED
            assert server.connections == number
            assert server.closed.wait(5)
            server.closed.clear()


def test_nor_is_one_that_was_kept_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.mail.sending.pooled_client.KEPT_S", 0.0)
    with provider(takes) as server, mailing(server.url) as mailer:
        assert [send(mailer).outcome for _ in range(2)] == [Outcome.ACCEPTED] * 2
        assert server.connections == 2


def test_a_provider_that_was_restarted_is_no_lost_answer() -> None:
    with SendGridDouble() as double, closing(SendGridMailer(ADDRESSES, double.api_key, double.url)) as mailer:
        for number in range(5):
            assert send(mailer).outcome is Outcome.ACCEPTED
            double.stop()
            double.start()
            assert len(double.sent) == number + 1


def hangs_up_unread(connection: socket.socket) -> None:
    connection.recv(10)


def test_a_request_that_did_not_leave_whole_was_not_sent() -> None:
    """More than fits between two machines: the rest stays here, so nobody can have read it."""
    with provider(hangs_up_unread) as server, mailing(server.url) as mailer:
        big = replace(ALERT, text=ALERT.text * 20_000)
        assert mailer.send_alert(big, [NOOR]).outcome is Outcome.FAILED


def answers_nothing(connection: socket.socket) -> None:
    read_request(connection)


def test_a_request_that_left_whole_and_was_not_answered_is_unknown() -> None:
    with provider(answers_nothing) as server, mailing(server.url) as mailer:
        assert send(mailer, people=500).outcome is Outcome.UNKNOWN


def test_no_free_connection_in_time_is_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.mail.sending.pooled_client.MOST_CONNECTIONS", 1)
    monkeypatch.setattr("bot.mail.sending.sendgrid.TIMEOUT_S", 0.5)
    busy, free = threading.Event(), threading.Event()

    def answers_late(connection: socket.socket) -> None:
        read_request(connection)
        busy.set()
        free.wait(10)

    with provider(answers_late) as server, mailing(server.url) as mailer:
        first: list[SendResult] = []
        thread = threading.Thread(target=lambda: first.append(send(mailer)))
        thread.start()
        assert busy.wait(5)
        monkeypatch.setattr("bot.mail.sending.sendgrid.TIMEOUT_S", 0.05)
        result = send(mailer)
        thread.join()
        free.set()
    assert (result.outcome, result.detail.partition(":")[0]) == (Outcome.FAILED, "PoolTimeout")
    assert first[0].outcome is Outcome.UNKNOWN


@pytest.mark.parametrize("answer", [b"", TUNNEL, b"HTTP/1.1 407 Who are you\r\nContent-Length: 0\r\n\r\n"])
def test_a_proxy_that_lets_nothing_through_got_nothing(monkeypatch: pytest.MonkeyPatch, answer: bytes) -> None:
    def proxy(connection: socket.socket) -> None:
        connection.recv(65536)
        connection.sendall(answer)

    with provider(proxy) as server:
        monkeypatch.setenv("HTTPS_PROXY", server.url)
        with mailing("https://api.example") as mailer:
            assert send(mailer).outcome is Outcome.FAILED
