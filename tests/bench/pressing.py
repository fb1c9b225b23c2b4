"""Presses: until Slack is acknowledged, and until their message shows them; beside a bare Bolt app that does both."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from statistics import median, quantiles
from typing import Any, Final
from uuid import uuid4

from slack_bolt import App, BoltRequest
from slack_sdk import WebClient
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.clock import Clock
from bot.domain.replies.replies import Rating
from bot.main import build
from bot.records.chat import MessageRef
from bot.records.outbox import Task
from bot.slack import ids
from handlers.web.server import WebServer
from storage.engine import make_engine
from storage.unit_of_work import unit_of_work
from tests.bench.measuring import Meter, run_named
from tests.bench.sending import settings
from tests.bench.workspace import SECRET, Press, Visitor, workspace
from tests.storage.things import approved, replied

ONE_BY_ONE: Final = 60
AT_ONCE: Final = 50
ROUNDS: Final = 8
PRESSES: Final = ONE_BY_ONE + AT_ONCE * ROUNDS + 1
Target = Callable[[int], Press]


def acknowledged(meter: Meter, database_url: str) -> None:
    """One press: the median."""
    with _ours(database_url) as (slack, target):
        meter.seconds = median(ack for ack, _shown in _alone(slack, target))


def bare_acknowledged(meter: Meter) -> None:
    with _bare() as (slack, target):
        meter.seconds = median(ack for ack, _shown in _alone(slack, target))


def at_once(meter: Meter, database_url: str) -> None:
    """Of fifty at once, again and again: all but the slowest hundredth are as quick as this."""
    with _ours(database_url) as (slack, target):
        meter.seconds = _slowest(slack, target)


def bare_at_once(meter: Meter) -> None:
    with _bare() as (slack, target):
        meter.seconds = _slowest(slack, target)


def shown(meter: Meter, database_url: str) -> None:
    """Until the message says so: the median."""
    with _ours(database_url) as (slack, target):
        meter.seconds = median(shown for _ack, shown in _alone(slack, target))


def bare_shown(meter: Meter) -> None:
    with _bare() as (slack, target):
        meter.seconds = median(shown for _ack, shown in _alone(slack, target))


def _alone(slack: Visitor, target: Target) -> Iterator[tuple[float, float]]:
    for number in range(ONE_BY_ONE):
        yield from slack.press(target(number))


def _slowest(slack: Visitor, target: Target) -> float:
    acknowledged: list[float] = []
    for first in range(ONE_BY_ONE, ONE_BY_ONE + AT_ONCE * ROUNDS, AT_ONCE):
        took = slack.press(*(target(number) for number in range(first, first + AT_ONCE)))
        acknowledged += [ack for ack, _shown in took]
    return quantiles(acknowledged, n=100)[-1]


@contextmanager
def _ours(database_url: str) -> Iterator[tuple[Visitor, Target]]:
    """The whole program with its jobs, and as many replies as there are presses."""
    work = unit_of_work(make_engine(database_url), Clock())
    alert = approved(work)
    ids_of = []
    for number in range(PRESSES):
        reply = replied(work, alert.id)
        with work() as uow:
            uow.outbox.remember(Task.SHOW_REPLY, reply.id, MessageRef("C2", f"{number}.1"), "https://slack.example/p")
        ids_of.append(reply.id)
    with workspace() as slack:
        chosen = settings(database_url, "http://127.0.0.1:9").model_copy(update={"slack_api_url": slack.api_url})
        program = build(chosen)
        program.start()

        def target(number: int) -> Press:
            return Press(program.http_port, f"{number}.1", ids.RATE + Rating.RELEVANT_HERE, str(ids_of[number]))

        slack.press(target(PRESSES - 1))  # the first asks Slack who it is
        yield slack, target
        program.stop()


@contextmanager
def _bare() -> Iterator[tuple[Visitor, Target]]:
    """Bolt, which acknowledges and writes the message anew; in the same web server."""
    with workspace() as slack:
        client = WebClient("xoxb-bench", base_url=slack.api_url)
        app = App(client=client, signing_secret=SECRET, token_verification_enabled=False, name=uuid4().hex)

        @app.action("press")
        def press(ack: Any, body: dict[str, Any]) -> None:
            ack()
            client.chat_update(channel="C2", ts=body["message"]["ts"], text="Beoordeeld", blocks=[])

        async def endpoint(request: Request) -> Response:
            headers: dict[str, str | Sequence[str]] = {name: [value] for name, value in request.headers.items()}
            call = BoltRequest(body=(await request.body()).decode(), headers=headers)
            answer = await run_in_threadpool(app.dispatch, call)
            return Response(answer.body, answer.status)

        site = Starlette(routes=[Route("/slack/events", endpoint, methods=["POST"])])
        web = WebServer(site, "127.0.0.1", 0)
        web.start()
        slack.press(Press(web.port, "0.2", "press", ""))
        yield slack, lambda number: Press(web.port, f"{number}.1", "press", "")
        web.stop()


if __name__ == "__main__":
    run_named(
        {one.__name__: one for one in (acknowledged, bare_acknowledged, at_once, bare_at_once, shown, bare_shown)}
    )
