"""What strangers learn from the web pages besides the pages, and where they can send people."""

from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from handlers.web.headers import HTTPS_ONLY, SAFE
from tests.attacks.strangers import as_slack, begins, opens
from tests.stage import PLAIN, Stage

TOKEN = "a-token-of-twenty-six-letters"
CALLS = (
    ("GET", "/", 200),
    ("GET", "/privacy", 200),
    ("GET", "/privacy/", 404),
    ("GET", "/healthz", 200),
    ("GET", "/metrics", 200),
    ("GET", "/afmelden/x", 404),
    ("GET", "/bijlage/x", 404),
    ("HEAD", "/bijlage/x", 405),
    ("GET", "/mail/inbound", 405),
    ("POST", "/mail/inbound", 503),
    ("POST", "/afmelden/x", 404),
    ("DELETE", "/", 405),
    ("TRACE", "/", 405),
    ("GET", "/.git/config", 404),
)


def test_every_answer_has_the_headers_that_keep_browsers_safe(stage: Stage) -> None:
    for method, path, status in CALLS:
        answer = httpx.request(method, stage.url(path), **PLAIN)
        assert answer.status_code == status, path
        assert not {name for name in {**SAFE, **HTTPS_ONLY} if name.lower() not in answer.headers}, path
        for held in ("default-src", "base-uri", "frame-ancestors"):
            assert f"{held} 'none'" in answer.headers["content-security-policy"], path
        if answer.content:
            assert "charset=utf-8" in answer.headers["content-type"], path
    port = stage.program.http_port
    no_request = opens(port, b"no request at all\r\n\r\n")
    for connection, status in ((no_request, 400), (begins(port, "/slack/events", 2_000_000, as_slack()), 413)):
        with connection:
            answered = connection.recv(10_000).decode().lower()
        assert answered.startswith(f"http/1.1 {status}")
        assert not [name for name in SAFE if f"{name}: ".lower() not in answered]


def test_no_name_that_a_caller_gives_leads_anywhere(stage: Stage) -> None:
    for path in ("/privacy/", "/afmelden/x/", "/mail/inbound/", "//evil.example", "/"):
        answer = httpx.get(stage.url(path), headers={"Host": "evil.example"}, **PLAIN)
        assert (answer.is_redirect, answer.headers.get("location")) == (False, None)
        assert "evil.example" not in answer.text


class TestWithAToken:
    @pytest.fixture
    def overrides(self) -> dict[str, Any]:
        return {"operations_token": SecretStr(TOKEN), "public_url": "http://localhost"}

    def test_who_shows_none_hears_how_nothing_goes(self, stage: Stage) -> None:
        for path in ("/metrics", "/status"):
            for shown in ({}, {"Authorization": "Bearer x"}, {"Authorization": f"Basic {TOKEN}"}):
                answer = httpx.get(stage.url(path), headers=shown, **PLAIN)
                assert answer.status_code == 401
                assert "burgernetmail_" not in answer.text
            right = httpx.get(stage.url(path), headers={"Authorization": f"Bearer {TOKEN}"}, **PLAIN)
            assert right.status_code in (200, 503)
        for path in ("/healthz", "/readyz"):
            assert httpx.get(stage.url(path), **PLAIN).status_code == 200
        assert "strict-transport-security" not in right.headers, "over http a browser would never come back"


class TestOnAPortOfTheirOwn:
    @pytest.fixture
    def overrides(self) -> dict[str, Any]:
        return {"operations_port": 0}

    def test_they_are_not_on_the_citizens_port(self, stage: Stage) -> None:
        program = stage.program
        assert program.operations_port != program.http_port
        for path in ("/metrics", "/status"):
            assert httpx.get(stage.url(path), **PLAIN).status_code == 404
            apart = httpx.get(f"http://127.0.0.1:{program.operations_port}{path}", **PLAIN)
            assert apart.status_code == 200
        assert httpx.get(f"http://127.0.0.1:{program.operations_port}/healthz", **PLAIN).status_code == 200
        assert httpx.get(f"http://127.0.0.1:{program.operations_port}/", **PLAIN).status_code == 404
        assert httpx.get(stage.url("/readyz"), **PLAIN).status_code == 200
