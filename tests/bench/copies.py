"""Two copies of the program on one PostgreSQL: replies come in at both while people press, until Slack has it all."""

import multiprocessing
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from statistics import quantiles
from typing import Final

from slack_sdk import WebClient

from bot.clock import Clock
from bot.connecting import build_addresses
from bot.domain.replies.replies import Rating
from bot.mail.tokens import SignedTokens
from bot.main import build
from bot.records.chat import MessageRef
from bot.records.mail import Purpose
from bot.records.outbox import Task
from bot.settings import Settings
from bot.slack import ids
from storage.engine import make_engine
from storage.unit_of_work import Work, unit_of_work
from tests.bench.bursting import request
from tests.bench.measuring import Meter, run_named
from tests.bench.receiving import NEIGHBOURS, mail, mailed
from tests.bench.sending import NOW, settings
from tests.bench.workspace import Press, workspace
from tests.doubles.sendgrid import InboundParse
from tests.storage.things import replied

COPIES: Final = 2
AT_ONCE: Final = 10
LOOK_S: Final = 0.05
PATIENCE_S: Final = 900
TRIAGE: Final = "C2"


def busy(meter: Meter, database_url: str, provider_url: str, replies: int, presses: int, paced: bool) -> None:
    """Seconds until every reply stands; `ack` is the 99th of a hundred acknowledgements, `shown` the slowest press."""
    mailed(database_url)
    pressed = standing(unit_of_work(make_engine(database_url), Clock()), presses + 1)
    inbound = InboundParse()
    with workspace(paced=paced) as slack:
        chosen = settings(database_url, provider_url).model_copy(
            update={"sendgrid_inbound_public_key": inbound.public_key, "slack_api_url": slack.api_url}
        )
        posts = signed(chosen, inbound, replies)
        with copies(chosen, COPIES) as programs:
            buttons = [rating(programs[number % COPIES].port, *one) for number, one in enumerate(pressed)]
            slack.press(buttons.pop())  # the first asks Slack who it is
            before = slack.posted(TRIAGE)
            mails = [(programs[number % COPIES].port, post) for number, post in enumerate(posts)]
            began = time.perf_counter()
            took = slack.work(buttons, mails, AT_ONCE)
            while slack.posted(TRIAGE) < before + replies:
                assert time.perf_counter() - began < PATIENCE_S
                time.sleep(LOOK_S)
            meter.seconds = time.perf_counter() - began
    meter.more = {
        "ack": quantiles([ack for ack, _shown in took], n=100)[-1],
        "shown": max(shown for _ack, shown in took),
    }


def bare(meter: Meter, replies: int, presses: int) -> None:
    """As many posts and updates, one after the other, by the client alone: no order kept, nothing written down."""
    with workspace() as slack, meter.running():
        client = WebClient("xoxb-bench", base_url=slack.api_url)
        for _ in range(replies):
            client.chat_postMessage(channel=TRIAGE, text="x", blocks=[])
        for _ in range(presses):
            client.chat_update(channel=TRIAGE, ts="1.1", text="x", blocks=[])


def standing(work: Work, many: int) -> list[tuple[str, int]]:
    """Replies to the alert whose messages stand: where, and which."""
    found = []
    for number in range(many):
        reply = replied(work, 1, received_at=NOW)
        with work() as uow:
            uow.outbox.remember(Task.SHOW_REPLY, reply.id, MessageRef(TRIAGE, f"{number}.1"), "https://slack.example/p")
        found.append((f"{number}.1", reply.id))
    return found


def rating(port: int, ts: str, reply_id: int) -> Press:
    """What a responder presses most."""
    return Press(port, ts, ids.RATE + Rating.RELEVANT_HERE, str(reply_id))


def signed(chosen: Settings, inbound: InboundParse, replies: int, first: int = 0) -> list[bytes]:
    """So many citizens answer the alert."""
    tokens, addresses = SignedTokens(chosen.secret_key.get_secret_value()), build_addresses(chosen)
    posts = []
    for number in range(first, first + replies):
        to = addresses.answer_address(tokens.make(Purpose.REPLY, 1 + number % NEIGHBOURS))
        posts.append(request(inbound.signed(mail(number, to), [to], f"buur{number % NEIGHBOURS}@example.nl")))
    return posts


@dataclass(frozen=True)
class Copy:
    """A program in a process of its own."""

    port: int
    pid: int


@contextmanager
def copies(chosen: Settings, many: int) -> Iterator[list[Copy]]:
    """So many programs."""
    context, running = multiprocessing.get_context("fork"), []
    for _ in range(many):
        ours, theirs = multiprocessing.Pipe()
        process = context.Process(target=_run, args=(chosen, theirs), daemon=True)
        process.start()
        running.append((process, ours))
    yield [Copy(ours.recv(), process.pid or 0) for process, ours in running]
    for process, ours in running:
        ours.send("end")
        process.join(30)


def _run(chosen: Settings, pipe: Connection) -> None:
    program = build(chosen)
    program.start()
    pipe.send(program.http_port)
    pipe.recv()
    program.stop()


if __name__ == "__main__":
    run_named({one.__name__: one for one in (busy, bare)})
