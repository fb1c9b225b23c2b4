"""`make fuzz`: the doors behind a signature, with calls that are rightly signed and wrong in any other way.

Whoever has the provider's key or Slack's gets no 500, no fault that nobody foresaw, and no more memory.
"""

import json
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Final
from urllib.parse import quote

import httpx
from rich.console import Console
from rich.table import Table

from bot.logs import set_up_quiet_logs
from tests.databases import fresh_sqlite
from tests.doubles.citizen import reply_from
from tests.doubles.geocoder import GeocoderDouble
from tests.doubles.sendgrid import SendGridDouble
from tests.doubles.slack import SlackDouble
from tests.slack_app import DECLARED, EVENTS, SCOPES
from tests.stage import PLAIN, Stage

SECONDS: Final = 60.0
PIECES: Final = (
    *(b"\0", b"\r\n", b"--xYzZY", b"%00", b"\xff\xfe", b'"', b"{", b"]", b"null", b"-1", b"1e999", b"9" * 40),
    *(b"=?utf-8?q?=0a?=", b"Content-Length: 9\r\n", b"\xe2\x80\xae", b"[" * 300, b"a" * 5000, b"\\ud800", b"../../x"),
)
ANSWERS: Final = {"/mail/inbound": {200, 503}, "/mail/events": {200, 503}, "/slack/events": {200, 400, 401, 404}}
Call = tuple[str, bytes, dict[str, str]]


def spoilt(chance: random.Random, body: bytes) -> bytes:
    """Some of it cut out, doubled, or with something else in its place."""
    for _ in range(chance.randint(1, 6)):
        at, to = sorted(chance.randrange(len(body) + 1) for _ in range(2))
        to = min(to, at + chance.choice((0, 1, 8, 200)))
        piece = chance.choice((b"", chance.choice(PIECES), body[at:to] * 2, chance.randbytes(4)))
        body = body[:at] + piece + body[to:]
    return body


def calls(stage: Stage, chance: random.Random) -> Iterator[Call]:
    """One after the other, without an end."""
    mail = stage.mail_to("noor@example.nl")
    raw = reply_from(mail, "Ik zag een bus.", html=True, attachments=[("a.jpg", b"\xff\xd8\xff")])
    right = stage.inbound.signed(raw, [mail.from_], "noor@example.nl")
    told = stage.events.signed(stage.events.whole_story())
    heard = [one.http_body() for one in stage.slack.deliveries]
    while True:
        yield _mail(stage, spoilt(chance, right.body), dict(right.headers), "/mail/inbound", chance)
        yield _mail(stage, spoilt(chance, told.body), dict(told.headers), "/mail/events", chance)
        body, kind = chance.choice(heard)
        if kind.startswith("application/x-www") and chance.random() < 0.7:
            body = b"payload=" + quote(spoilt(chance, json.dumps(_payload(stage, chance)).encode())).encode()
        else:
            body = spoilt(chance, body)
        yield "/slack/events", body, {"Content-Type": kind, **stage.slack._courier.sign(body)}


def _payload(stage: Stage, chance: random.Random) -> object:
    """Of a press or a form as it was."""
    found = [one.payload for one in stage.slack.deliveries if one.kind == "interactive"]
    return chance.choice(found)


def _mail(stage: Stage, body: bytes, headers: dict[str, str], path: str, chance: random.Random) -> Call:
    signer = (stage.inbound if path == "/mail/inbound" else stage.events)._signer
    if chance.random() < 0.2:
        headers["Content-Type"] = spoilt(chance, headers["Content-Type"].encode()).decode("ascii", "ignore")
    kept = {name: "".join(sign for sign in value if sign.isprintable()) for name, value in headers.items()}
    return path, body, dict(signer.signed(body, kept, None, stale=False).headers)


def fuzz(stage: Stage, seconds: float, seed: int) -> tuple[Counter[tuple[str, int]], list[str]]:
    """Answers by door and status; and what went wrong."""
    chance, until, wrong = random.Random(seed), time.monotonic() + seconds, list[str]()
    counted: Counter[tuple[str, int]] = Counter()
    with httpx.Client(timeout=10, **PLAIN) as client:
        for path, body, headers in calls(stage, chance):
            if time.monotonic() > until:
                break
            status = _asked(client, stage.url(path), body, headers)
            counted[path, status] += 1
            if status not in ANSWERS[path]:
                wrong.append(f"{path} {status}: {body[:200]!r}")
            if sum(counted.values()) % 100 == 0:
                wrong += _settled(stage.settle)
    wrong += _settled(stage.settle)
    return counted, wrong


def _asked(client: httpx.Client, url: str, body: bytes, headers: dict[str, str]) -> int:
    try:
        return client.post(url, content=body, headers=headers).status_code
    except (httpx.HTTPError, UnicodeEncodeError):
        return 0


def _settled(settle: Callable[[], object]) -> list[str]:
    try:
        settle()
    except Exception as error:  # whatever it is, it is what is looked for
        return [f"{type(error).__name__}: {error}"]
    return []


def main(seconds: float, seed: int) -> int:
    set_up_quiet_logs()
    with (
        SlackDouble(SCOPES, EVENTS, declared=DECLARED) as slack,
        SendGridDouble() as sendgrid,
        GeocoderDouble() as places,
    ):
        stage = Stage(
            slack, sendgrid, places, fresh_sqlite(), False, lambda span: time.sleep(span / timedelta(seconds=1))
        )
        try:
            stage.lives("Noor")
            ended = datetime.now(UTC) - timedelta(hours=2)
            day, hour = f"{ended:%Y-%m-%d}", f"{ended:%H:%M}"
            times = {"Begindatum": day, "Einddatum": day, "Begintijd": hour, "Eindtijd": hour}
            stage.presses(stage.bram, stage.asks(stage.anna, **times), "Goedkeuren en versturen")
            stage.presses(stage.carla, stage.answers("Noor", "Een bus."), "Niet relevant")
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            counted, wrong = fuzz(stage, seconds, seed)
            grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
        finally:
            stage.program.stop()
    table = Table("door", "answer", "times", title=f"{seconds:.0f} seconds, seed {seed}; {grown} MB more memory")
    for (path, status), times_seen in sorted(counted.items()):
        table.add_row(path, str(status or "none"), str(times_seen))
    Console().print(table)
    for line in wrong[:20]:
        Console().print(line, markup=False)
    return 1 if wrong or grown > 200 else 0


if __name__ == "__main__":
    given = [*sys.argv[1:], *("", "")]
    sys.exit(main(float(given[0] or SECONDS), int(given[1] or random.randrange(10**6))))
