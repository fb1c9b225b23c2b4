"""PostgreSQL's standby is promoted while a mail goes out: nobody gets it twice or not at all, and it goes on."""

import json
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Final

from bot.clock import Clock
from bot.domain.alerts.mailings import of_alert
from bot.main import build
from storage.engine import make_engine
from storage.unit_of_work import unit_of_work
from tests.bench.measuring import Meter, run_named
from tests.bench.sending import enrolled, settings
from tests.bench.standby import pair
from tests.bench.workspace import workspace
from tests.domain.samples import BRAM

ANSWERS_AFTER_S: Final = 1.0
"""Slow enough for the primary to die in the middle of calls."""
LOOK_S: Final = 0.05
PATIENCE_S: Final = 120


class Provider:
    """Takes every mail, slowly, and counts who got one."""

    def __init__(self) -> None:
        self.got: Counter[str] = Counter()

    def take(self, body: bytes) -> None:
        time.sleep(ANSWERS_AFTER_S)
        self.got.update(person["to"][0]["email"] for person in json.loads(body)["personalizations"])

    def wait_for(self, people: int) -> None:
        until = time.monotonic() + PATIENCE_S
        while self.got.total() < people and time.monotonic() < until:
            time.sleep(LOOK_S)


def promoted(meter: Meter, people: int, dies: bool) -> None:
    """Seconds from the promotion until the next part of the mail is out; how many got it twice, not, or perhaps.

    Where nothing dies, from that moment on.
    """
    with pair() as servers, provider() as (taker, provider_url), workspace() as slack:
        alert = enrolled(servers.url, people)
        chosen = settings(servers.url, provider_url).model_copy(update={"slack_api_url": slack.api_url})
        program = build(chosen)
        program.start()
        program.workflow.approving.approve(alert.id, alert.version, BRAM)
        taker.wait_for(1)
        if dies:
            servers.fail_over()
        before, began = taker.got.total(), time.monotonic()
        taker.wait_for(before + 1)
        meter.seconds = time.monotonic() - began
        taker.wait_for(people)
        unknown = _wait_until_settled(servers.url, alert.id)
        program.stop()
        meter.more = {
            "twice": sum(times > 1 for times in taker.got.values()),
            "lost": people - len(taker.got),
            "unknown": unknown,
            "posts": slack.posted("C1"),
        }


def _wait_until_settled(url: str, alert_id: int) -> float:
    """Of how many people it is not known whether they got it."""
    work, until = unit_of_work(make_engine(url), Clock()), time.monotonic() + PATIENCE_S
    while True:
        with work() as uow:
            progress = uow.mailings.progress(of_alert(alert_id))
            assert progress
            if (progress.settled == progress.total and not uow.outbox.oldest()) or time.monotonic() > until:
                return progress.unknown
        time.sleep(LOOK_S)


@contextmanager
def provider() -> Iterator[tuple[Provider, str]]:
    """And its address."""
    taker = Provider()

    class Taking(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            taker.take(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(202)
            self.send_header("X-Message-Id", "bench")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_told: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Taking)
    Thread(target=server.serve_forever, daemon=True).start()
    yield taker, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


if __name__ == "__main__":
    run_named({promoted.__name__: promoted})
