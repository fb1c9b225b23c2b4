"""Large bodies: two strangers shut out all mail over 1 MB, and 400 filled the memory."""

from collections.abc import Iterator
from contextlib import ExitStack
from email.message import EmailMessage
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from handlers.web import bodies
from handlers.web.bodies import BodyRoom, Pace
from tests.attacks.strangers import JUNK, TEN_MINUTES, as_slack, begins, forged
from tests.stage import PLAIN, Stage

LARGE = 2_000_000


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[ExitStack]:
    monkeypatch.setattr(bodies, "PATIENCE_S", 0.5)
    with ExitStack() as held:
        yield held


def brings_mail(stage: Stage, path: str = "/mail/inbound") -> int:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "noor@example.nl", "antwoord@mail.example.nl", "Film"
    mail.set_content("x" * 70 + "\n", cte="8bit")
    mail.add_attachment(bytes(LARGE), maintype="video", subtype="mp4", filename="film.mp4")
    return stage.inbound.signed(mail.as_bytes(), ["antwoord@mail.example.nl"], "noor@example.nl").to(stage.url(path))


@pytest.mark.parametrize(
    "headers", [JUNK, {**forged(), **JUNK}, forged(400 * TEN_MINUTES * 24)], ids=["junk", "as junk", "of last month"]
)
def test_what_can_not_be_signed_takes_no_place(stage: Stage, held: ExitStack, headers: dict[str, str]) -> None:
    for _ in range(2):
        held.enter_context(begins(stage.program.http_port, "/mail/inbound", LARGE, headers))
    assert brings_mail(stage) == 200


def test_who_sends_too_slowly_loses_the_place(stage: Stage, held: ExitStack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "MACHINES", Pace(1_000_000, 0.3, 60))
    monkeypatch.setattr(bodies, "PATIENCE_S", 3)
    port = stage.program.http_port
    for _ in range(2):
        held.enter_context(begins(port, "/mail/inbound", LARGE, forged())).sendall(b"x" * 100_000)
    assert brings_mail(stage) == 200


def test_events_have_a_room_of_their_own(stage: Stage, held: ExitStack) -> None:
    for _ in range(2):
        held.enter_context(begins(stage.program.http_port, "/mail/inbound", LARGE, forged()))
    assert brings_mail(stage) == 503, "mail has to wait"
    events = stage.events.signed([{"event": "open", "email": "x" * LARGE}])
    assert events.to(stage.url("/mail/events")) == 200


def test_middling_bodies_are_counted_and_small_ones_pass(stage: Stage, held: ExitStack) -> None:
    """At an address where the signature can be told only from the whole."""
    port, most = stage.program.http_port, 16
    for _ in range(most + 1):
        held.enter_context(begins(port, "/slack/events", 900_000, as_slack()))
    answer = httpx.post(stage.url("/slack/events"), content=b"x" * 900_000, headers=as_slack(), **PLAIN)
    assert answer.status_code == 503
    assert httpx.post(stage.url("/slack/events"), content=b"{}", headers=as_slack(), **PLAIN).status_code == 401
    assert BodyRoom(large=1)._middling._value == most


@pytest.mark.parametrize("headers", [{}, {**as_slack(), "X-Slack-Signature": "v0=x"}], ids=["none", "no signature"])
def test_what_can_not_be_slack_is_not_read(stage: Stage, headers: dict[str, str]) -> None:
    with begins(stage.program.http_port, "/slack/events", 900_000, headers) as stranger:
        assert b" 401 " in stranger.recv(1000)


NO_CALLS = (
    b"{",
    b"[" * 100_000,
    b"payload=%7B",
    b"payload=null",
    b"payload=[]",
    b"null",
    b"7",
    b'{"event": 7}',
    b"\xff\xfe",
)


@pytest.mark.parametrize("body", NO_CALLS, ids=range(len(NO_CALLS)))
def test_what_is_no_call_is_no_fault_of_ours(stage: Stage, body: bytes) -> None:
    """It is taken apart before its signature is looked at."""
    for kind in ("application/json", "application/x-www-form-urlencoded"):
        headers = {**as_slack(), "Content-Type": kind}
        assert httpx.post(stage.url("/slack/events"), content=body, headers=headers, **PLAIN).status_code == 401


def test_a_megabyte_for_a_button_is_too_much(stage: Stage) -> None:
    for path in ("/afmelden/x", "/enquete/x"):
        with begins(stage.program.http_port, path, 900_000, {}) as stranger:
            assert stranger.recv(1000).split()[1] in (b"413", b"404")


class TestInSocketMode:
    @pytest.fixture
    def socket_mode(self) -> bool:
        return True

    def test_slack_is_not_there_at_all(self, stage: Stage) -> None:
        assert httpx.post(stage.url("/slack/events"), content=b"{}", headers=as_slack(), **PLAIN).status_code == 404


class TestASecretAddress:
    SECRET = "a-secret-of-thirty-two-characters"

    @pytest.fixture
    def overrides(self) -> dict[str, Any]:
        return {"mail_inbound_secret": SecretStr(self.SECRET)}

    def test_only_who_knows_it_brings_mail(self, stage: Stage, held: ExitStack) -> None:
        port = stage.program.http_port
        for path in ("/mail/inbound", "/mail/inbound/another-secret"):
            stranger = held.enter_context(begins(port, path, LARGE, forged()))
            assert b" 503 " in stranger.recv(1000), "before a byte of it was read"
            assert brings_mail(stage, path) == 503, "the provider tries again, until the address is mended"
        assert brings_mail(stage, f"/mail/inbound/{self.SECRET}") == 200
