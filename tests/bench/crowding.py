"""Many citizens send a film at once while people press in Slack: how long a press waits for its acknowledgement."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from hashlib import sha256
from http.client import HTTPConnection
from multiprocessing.connection import Connection
from statistics import quantiles
from typing import Final

from pydantic import SecretStr
from sqlalchemy import text

from bot.clock import Clock
from bot.mail.tokens import SignedTokens
from bot.main import Program, build
from bot.records.mail import Purpose
from storage.engine import make_engine
from storage.unit_of_work import unit_of_work
from tests.bench.copies import rating, standing
from tests.bench.filming import BLOCK
from tests.bench.measuring import Meter, run_named
from tests.bench.receiving import mailed
from tests.bench.sending import settings
from tests.bench.stores import apart, blobs_url
from tests.bench.workspace import Visitor, workspace
from tests.doubles.tus import BYTES, VERSION

PRESSES: Final = 400
PAUSE_S: Final = 0.05
PIECE: Final = 20  # blocks a call, as the page sends them
BUSY_S: Final = 1.0
PATIENCE_S: Final = 900
TAKES_IT: Final = 204


def films(meter: Meter, database_url: str, megabytes: int, many: int, s3: bool) -> None:
    """Seconds until all are read back; `ack` is the 99th of a hundred acknowledgements while they came."""
    mailed(database_url)
    work = unit_of_work(make_engine(database_url), Clock())
    presses = standing(work, PRESSES + 1)
    with blobs_url(s3=s3) as blobs, apart(partial(_send_all, megabytes)) as sending, workspace() as slack:
        more = {"slack_api_url": slack.api_url, "blobs_url": SecretStr(blobs)}
        chosen = settings(database_url, "http://127.0.0.1:9").model_copy(update=more)
        tokens = SignedTokens(chosen.secret_key.get_secret_value())
        program = build(chosen)
        program.start()
        slack.press(rating(program.http_port, *presses.pop()))  # the first asks Slack who it is
        with meter.running():
            sending.send((program.http_port, [tokens.make(Purpose.IMAGES, number + 1) for number in range(many)]))
            acknowledged = list(_pressed(slack, program, presses, sending))
            sending.recv()
            _wait_for_all(database_url, megabytes, many)
        program.stop()
    meter.more = {"ack": quantiles(acknowledged, n=100)[-1], "presses": len(acknowledged)}


def _pressed(slack: Visitor, program: Program, presses: list[tuple[str, int]], sending: Connection) -> Iterator[float]:
    """One after the other, as long as films come."""
    while presses and not sending.poll(PAUSE_S):
        for acknowledged, _shown in slack.press(rating(program.http_port, *presses.pop())):
            yield acknowledged


def _wait_for_all(database_url: str, megabytes: int, many: int) -> None:
    engine, digest = make_engine(database_url), sha256()
    for _ in range(megabytes):
        digest.update(BLOCK)
    here = text("SELECT count(*) FROM uploads WHERE sha256 = :digest")
    end = time.monotonic() + PATIENCE_S
    while True:
        with engine.connect() as connection:
            if connection.execute(here, {"digest": digest.hexdigest()}).scalar_one() == many:
                break
        assert time.monotonic() < end
        time.sleep(PAUSE_S)
    engine.dispose()


def _send_all(megabytes: int, pipe: Connection) -> None:
    port, links = pipe.recv()
    with ThreadPoolExecutor(len(links)) as citizens:
        list(citizens.map(partial(_send, port, megabytes), links))
    pipe.send("done")


def _send(port: int, megabytes: int, link: str) -> None:
    line, size = HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S), megabytes * len(BLOCK)
    line.request("POST", f"/beelden/{link}/bestanden", headers={**VERSION, "Upload-Length": str(size)})
    answer = line.getresponse()
    place, said = answer.getheader("Location"), answer.read()
    assert place, said
    at = 0
    while at < megabytes:
        blocks = min(PIECE, megabytes - at)
        told = {**VERSION, **BYTES, "Upload-Offset": str(at * len(BLOCK)), "Content-Length": str(blocks * len(BLOCK))}
        line.request("PATCH", place, body=iter([BLOCK] * blocks), headers=told)
        answer = line.getresponse()
        answer.read()
        if answer.status == TAKES_IT:
            at += blocks
        else:
            time.sleep(BUSY_S)


if __name__ == "__main__":
    run_named({"films": films})
