"""A burst: three hundred neighbours answer in the same second. How long the slowest waits for its answer."""

import asyncio
import multiprocessing
import time
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from threading import Barrier, BoundedSemaphore, Event, Thread
from typing import Final

from bot.clock import Clock
from bot.connecting import build_addresses
from bot.domain.replies.replies import ReplyKind
from bot.mail.tokens import SignedTokens
from bot.main import build
from bot.records.mail import Purpose
from storage.engine import make_engine
from storage.unit_of_work import unit_of_work
from tests.bench.measuring import Meter, run_named
from tests.bench.receiving import NEIGHBOURS, mail, mailed
from tests.bench.sending import NOW, settings
from tests.doubles.sendgrid import InboundParse
from tests.doubles.sendgrid.signing import SignedPost

CONNECTIONS: Final = 80
"""PostgreSQL takes a hundred, and refuses the next."""


def posts(meter: Meter, database_url: str, many: int) -> None:
    """Signed posts to the real web server, which reads what came before meanwhile; the provider is another process.

    It has run for a while: a first mail came in and was read, so that all it needs is loaded.
    """
    mailed(database_url)
    inbound = InboundParse()
    chosen = settings(database_url, "http://127.0.0.1:9")
    chosen = chosen.model_copy(update={"sendgrid_inbound_public_key": inbound.public_key})
    tokens = SignedTokens(chosen.secret_key.get_secret_value())
    signed = []
    for number in range(many):
        to = build_addresses(chosen).answer_address(tokens.make(Purpose.REPLY, 1 + number % NEIGHBOURS))
        signed.append(inbound.signed(mail(number, to), [to], f"buur{number % NEIGHBOURS}@example.nl"))
    ours, theirs = multiprocessing.Pipe()
    provider = multiprocessing.get_context("fork").Process(target=_provider, args=(theirs, [*map(request, signed)]))
    provider.start()  # before the program has threads
    program, ended = build(chosen), Event()
    program.listen()
    inbound.post(f"http://127.0.0.1:{program.http_port}/mail/inbound", mail(many, to), [to], "buur@example.nl")
    program.workflow.receiving.read_waiting()
    reading = Thread(target=_read_on, args=(program.workflow.receiving.read_waiting, ended))
    reading.start()
    ours.send(program.http_port)
    meter.seconds = ours.recv()
    ended.set()
    reading.join()
    provider.join()
    program.stop()


def bare(meter: Meter, database_url: str, many: int) -> None:
    """As many threads at once, each of which stores one body in a transaction of its own; nothing else."""
    mails = [mail(number, "antwoord@mail.example") for number in range(many)]
    work, ready, took = unit_of_work(make_engine(database_url), Clock()), Barrier(many), [0.0] * many
    places = BoundedSemaphore(CONNECTIONS)

    def store(number: int) -> None:
        ready.wait()
        start = time.perf_counter()
        with places, work() as uow:
            uow.inbox.store(ReplyKind.MAIL, str(number), mails[number], [], NOW)
        took[number] = time.perf_counter() - start

    threads = [Thread(target=store, args=(number,)) for number in range(many)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(took)
    meter.seconds = max(took)


def _read_on(read: Callable[[], int], ended: Event) -> None:
    while not ended.wait(0.5):
        while not ended.is_set() and read():
            pass


def request(post: SignedPost) -> bytes:
    headers = {**post.headers, "Host": "127.0.0.1", "Content-Length": str(len(post.body)), "Connection": "close"}
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"POST /mail/inbound HTTP/1.1\r\n{head}\r\n".encode() + post.body


def _provider(pipe: Connection, requests: Sequence[bytes]) -> None:
    """A process of its own: told the port, it posts all at once and tells how long the slowest took."""
    pipe.send(asyncio.run(_slowest(pipe.recv(), requests)))


async def _slowest(port: int, requests: Sequence[bytes]) -> float:
    return max(await asyncio.gather(*(_posted(port, request) for request in requests)))


async def _posted(port: int, request: bytes) -> float:
    start = time.perf_counter()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(request)
    status = await reader.readline()
    assert b" 200 " in status, status
    writer.close()
    return time.perf_counter() - start


if __name__ == "__main__":
    run_named({one.__name__: one for one in (posts, bare)})
