"""The wire: keys, methods, sizes, faults, and a server that stops and comes back."""

import socket
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

import httpx
import pytest
from freezegun import freeze_time

from tests.doubles.sendgrid import SendGridDouble, SentMail
from tests.doubles.sendgrid_requests import letter, local_client, send

MEGABYTE = 1_000_000


@pytest.fixture
def sendgrid() -> Iterator[SendGridDouble]:
    with SendGridDouble() as double:
        yield double


def call(double: SendGridDouble, method: str, path: str, **given: str) -> httpx.Response:
    headers = {"Authorization": f"Bearer {double.api_key}"} | {name.replace("_", "-"): v for name, v in given.items()}
    with local_client(headers=headers) as client:
        return client.request(method, double.url + path, content=b"{}")


HURDLES = [
    ("unknown path", "POST", "/v3/mail/batch", {}, 404),
    ("reading mail", "GET", "/v3/mail/send", {}, 405),
    ("deleting mail", "DELETE", "/v3/mail/send", {}, 405),
    ("writing scopes", "POST", "/v3/scopes", {}, 405),
    ("bad key", "POST", "/v3/mail/send", {"Authorization": "Bearer SG.x"}, 401),
    ("no bearer", "POST", "/v3/mail/send", {"Authorization": "Basic SG.x"}, 401),
    ("bad key for scopes", "GET", "/v3/scopes", {"Authorization": "Bearer SG.x"}, 401),
    ("no content type", "POST", "/v3/mail/send", {}, 415),
    ("form", "POST", "/v3/mail/send", {"Content_Type": "application/x-www-form-urlencoded"}, 415),
    ("gzip", "POST", "/v3/mail/send", {"Content_Type": "application/json", "Content_Encoding": "gzip"}, 415),
    ("charset told", "POST", "/v3/mail/send", {"Content_Type": "application/json; charset=utf-8"}, 400),
]


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"), [row[1:] for row in HURDLES], ids=[r[0] for r in HURDLES]
)
def test_hurdles(sendgrid: SendGridDouble, method: str, path: str, headers: dict[str, str], status: int) -> None:
    response = call(sendgrid, method, path, **headers)
    assert response.status_code == status
    assert response.json()["errors"][0]["message"]
    assert [each.status for each in sendgrid.refused] == [status]
    with pytest.raises(AssertionError, match="refused"):
        sendgrid.assert_clean()


def test_broken_json_is_a_bad_request(sendgrid: SendGridDouble) -> None:
    headers = {"Authorization": f"Bearer {sendgrid.api_key}", "Content-Type": "application/json"}
    with local_client(headers=headers) as client:
        response = client.post(f"{sendgrid.url}/v3/mail/send", content=b'{"from": ')
    assert (response.status_code, response.json()["errors"][0]["message"]) == (400, "Bad Request")


@pytest.mark.parametrize(("megabytes", "status"), [(29, 202), (30, 413)])
def test_size(sendgrid: SendGridDouble, megabytes: int, status: int) -> None:
    content = [{"type": "text/plain", "value": "x" * megabytes * MEGABYTE}]
    assert send(sendgrid, letter(content=content)).status_code == status


def test_scopes_and_a_key_that_may_not_send(sendgrid: SendGridDouble) -> None:
    sendgrid.scopes[:] = ["stats.read"]
    assert call(sendgrid, "GET", "/v3/scopes").json() == {"scopes": ["stats.read"]}
    assert send(sendgrid, letter()).status_code == 403


def test_connections_stay_open(sendgrid: SendGridDouble) -> None:
    headers = {"Authorization": f"Bearer {sendgrid.api_key}"}
    with local_client(headers=headers) as client:
        answers = [client.post(f"{sendgrid.url}/v3/mail/send", json=letter()) for _ in range(2)]
        assert [answer.http_version for answer in answers] == ["HTTP/1.1"] * 2
        streams = {id(answer.extensions["network_stream"]) for answer in answers}
    assert len(streams) == 1


def test_failures_come_in_order_and_take_nothing(sendgrid: SendGridDouble) -> None:
    sendgrid.fail_next(times=2)
    sendgrid.fail_next(status=503)
    assert [send(sendgrid, letter()).status_code for _ in range(4)] == [500, 500, 503, 202]
    assert (sendgrid.requests, len(sendgrid.sent), sendgrid.refused) == (4, 1, [])


def test_rate_limits_tell_the_moment_in_the_applications_time(sendgrid: SendGridDouble) -> None:
    sendgrid.fail_next(status=429, retry_after=90)
    with freeze_time("2026-03-01 12:00:00"):
        response = send(sendgrid, letter())
        reset = int(time.time()) + 90
    assert response.status_code == 429
    limits = {name: value for name, value in response.headers.items() if name.startswith("x-ratelimit")}
    assert limits == {"x-ratelimit-limit": "600", "x-ratelimit-remaining": "0", "x-ratelimit-reset": str(reset)}


def test_time_can_be_given() -> None:
    with SendGridDouble(now=lambda: 1000.0) as double:
        double.fail_next(status=429, retry_after=5)
        assert send(double, letter()).headers["X-RateLimit-Reset"] == "1005"


@pytest.mark.parametrize(("stored", "mails"), [(True, 1), (False, 0)])
def test_dropped_connections(sendgrid: SendGridDouble, stored: bool, mails: int) -> None:
    sendgrid.drop_next(stored=stored)
    with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError, httpx.WriteError)):
        send(sendgrid, letter())
    assert (len(sendgrid.sent), sendgrid.requests, sendgrid.refused) == (mails, 1, [])
    assert send(sendgrid, letter()).status_code == 202


@pytest.mark.parametrize(("stored", "mails"), [(True, 1), (False, 0)])
def test_silence(sendgrid: SendGridDouble, stored: bool, mails: int) -> None:
    sendgrid.hang_next(seconds=60, stored=stored)
    headers = {"Authorization": f"Bearer {sendgrid.api_key}"}
    with local_client(headers=headers, timeout=0.1) as client, pytest.raises(httpx.ReadTimeout):
        client.post(f"{sendgrid.url}/v3/mail/send", json=letter())
    assert len(sendgrid.sent) == mails


def test_silence_ends(sendgrid: SendGridDouble) -> None:
    sendgrid.hang_next(seconds=0.05)
    assert send(sendgrid, letter()).status_code == 202
    sendgrid.hang_next(seconds=0.05, stored=False)
    with pytest.raises(httpx.RemoteProtocolError):
        send(sendgrid, letter())


def test_faults_wait_for_mail_and_must_be_met(sendgrid: SendGridDouble) -> None:
    sendgrid.fail_next()
    assert call(sendgrid, "GET", "/v3/scopes").status_code == 200
    with pytest.raises(AssertionError, match="no request has met"):
        sendgrid.assert_clean()


def test_down_keeps_faults_for_later(sendgrid: SendGridDouble) -> None:
    sendgrid.down = True
    sendgrid.fail_next()
    assert sendgrid.down
    assert [send(sendgrid, letter()).status_code, call(sendgrid, "GET", "/v3/scopes").status_code] == [503, 503]
    sendgrid.down = False
    assert [send(sendgrid, letter()).status_code for _ in range(2)] == [500, 202]
    assert sendgrid.requests == 3


def test_slowness(sendgrid: SendGridDouble) -> None:
    sendgrid.slow_by = 0.15
    before = time.monotonic()
    assert send(sendgrid, letter()).status_code == 202
    assert time.monotonic() - before >= 0.15 == sendgrid.slow_by


def test_the_hook_runs_between_taking_and_answering(sendgrid: SendGridDouble) -> None:
    seen: list[tuple[list[SentMail], int]] = []

    def look(mails: list[SentMail]) -> None:
        time.sleep(0.1)
        seen.append((mails, len(sendgrid.sent)))

    sendgrid.after_accept = look
    assert send(sendgrid, letter()).status_code == 202
    assert seen == [(sendgrid.sent, 1)]
    assert sendgrid.after_accept is look


def test_stopped_it_cannot_be_reached_and_comes_back_where_it_was(sendgrid: SendGridDouble) -> None:
    url = sendgrid.url
    with local_client(headers={"Authorization": f"Bearer {sendgrid.api_key}"}) as client:
        assert client.get(f"{url}/v3/scopes").status_code == 200
        sendgrid.stop()
        with pytest.raises(httpx.TransportError):
            client.get(f"{url}/v3/scopes")
    with pytest.raises(httpx.ConnectError):
        send(sendgrid, letter())
    assert sendgrid.start().url == url
    assert send(sendgrid, letter()).status_code == 202


def test_a_request_that_breaks_off_halfway_is_none(sendgrid: SendGridDouble) -> None:
    address = urlsplit(sendgrid.url)
    assert address.hostname
    assert address.port
    with socket.create_connection((address.hostname, address.port), timeout=5) as line:
        line.sendall(b"POST /v3/mail/send HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{")
        line.shutdown(socket.SHUT_WR)
        assert line.recv(100) == b""
    sendgrid.assert_clean()
    assert not sendgrid.sent
