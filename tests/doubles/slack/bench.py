"""The workbench of the double's own tests: fixtures, an application that follows a script, small blocks.

A test module takes the fixtures it needs by name: `slack, client = bench.slack, bench.client`.
"""

import json
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from .double import SlackDouble
from .people import Person
from .records import Channel, Message
from .screens import Modal

ACK_SECONDS = 0.3
Json = dict[str, Any]


class ScriptedApp:
    """Keeps every payload it gets and answers by payload type."""

    def __init__(self) -> None:
        self.got: list[Json] = []
        self.headers: list[dict[str, str]] = []
        self.answers: dict[str, Json] = {}
        self.delay = 0.0
        self.status = 200

    def take(self, headers: dict[str, str], body: bytes) -> tuple[int, bytes]:
        payload = self._parse(headers["content-type"], body)
        self.headers.append(headers)
        self.got.append(payload)
        time.sleep(self.delay)
        answer = self.answers.get(payload.get("type", "command"))
        return self.status, json.dumps(answer).encode() if answer else b""

    @staticmethod
    def _parse(kind: str, body: bytes) -> Json:
        if kind == "application/json":
            parsed: Json = json.loads(body)
            return parsed
        form = {name: values[0] for name, values in parse_qs(body.decode()).items()}
        return json.loads(form["payload"]) if "payload" in form else form


def _handler_of(app: ScriptedApp) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            status, content = app.take({name.lower(): value for name, value in self.headers.items()}, body)
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """The tests read `got`."""

        def handle(self) -> None:
            try:
                super().handle()
            except ConnectionError:
                self.close_connection = True

    return Handler


@pytest.fixture
def slack() -> Iterator[SlackDouble]:
    with SlackDouble(ack_seconds=ACK_SECONDS) as double:
        yield double


@pytest.fixture
def patient_slack() -> Iterator[SlackDouble]:
    """With Slack's own three seconds, for a real application on a busy machine."""
    with SlackDouble() as double:
        yield double


@pytest.fixture
def app(slack: SlackDouble) -> Iterator[ScriptedApp]:
    scripted = ScriptedApp()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler_of(scripted))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    slack.http_target = f"http://127.0.0.1:{server.server_port}/slack/events"
    yield scripted
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def client(slack: SlackDouble) -> WebClient:
    return client_of(slack)


@pytest.fixture
def anna(slack: SlackDouble, app: ScriptedApp) -> Person:
    return slack.add_person("anna", "Anna de Vries", email="anna@politie.example")


@pytest.fixture
def team(slack: SlackDouble, anna: Person) -> Channel:
    return slack.add_channel("wijkteam", [anna])


def post(client: WebClient, channel: str, text: str = "Hallo", **more: Any) -> str:
    """Post as the bot; the message's timestamp."""
    return str(client.chat_postMessage(channel=channel, text=text, **more)["ts"])


def posted(client: WebClient, channel: Channel, *blocks: Json) -> Message:
    """Post blocks as the bot; the message."""
    post(client, channel.id, blocks=list(blocks))
    return channel.messages[-1]


def trigger_of(person: Person, app: ScriptedApp) -> str:
    """A fresh trigger, from a shortcut."""
    person.shortcut("nieuw")
    return str(app.got[-1]["trigger_id"])


def show(person: Person, app: ScriptedApp, client: WebClient, view: Json) -> Modal:
    client.views_open(trigger_id=trigger_of(person, app), view=view)
    assert person.modal is not None
    return person.modal


def client_of(slack: SlackDouble, token: str | None = None) -> WebClient:
    return WebClient(token or slack.bot_token, base_url=slack.api_url, retry_handlers=[], timeout=5)


def settle(slack: SlackDouble, handler: Any) -> None:
    """Wait until Bolt's socket client stays on one connection.

    It may connect twice when it starts, and its reader can take ten seconds to let go of the first connection.
    """
    client, before = handler.client, None
    while before is None or client.current_session is not before:
        slack.wait_for(lambda: client.is_connected() and slack.sockets == 1, timeout=20, what="one connection")
        before = client.current_session
        time.sleep(0.2)


def hang_up(slack: SlackDouble, handler: Any) -> None:
    """Close Bolt's socket handler from Slack's side: its own close can leave its reader waiting ten seconds."""
    handler.client.auto_reconnect_enabled = False
    slack.drop_sockets()
    slack.wait_for(lambda: handler.client.current_session.sock is None, timeout=20, what="the client to notice")
    handler.close()


def refusal(call: Callable[[], object]) -> str:
    """The error code of a call that must be refused, with its reasons."""
    with pytest.raises(SlackApiError) as caught:
        call()
    data = caught.value.response.data
    assert isinstance(data, dict)
    return " ".join([data["error"], *data.get("response_metadata", {}).get("messages", [])])


def plain(words: str) -> Json:
    return {"type": "plain_text", "text": words}


def markup(words: str) -> Json:
    return {"type": "mrkdwn", "text": words}


def section(words: str = "Hallo", **more: object) -> Json:
    return {"type": "section", "text": plain(words), **more}


def button(words: str = "Akkoord", **more: object) -> Json:
    return {"type": "button", "text": plain(words), **more}


def actions(*elements: Json, **more: object) -> Json:
    return {"type": "actions", "elements": list(elements), **more}


def option(words: str, value: str | None = None) -> Json:
    return {"text": plain(words), "value": value or words}


def options(count: int) -> list[Json]:
    return [option(f"optie {number}") for number in range(count)]


def field(label: str, element: Json, **more: object) -> Json:
    return {"type": "input", "label": plain(label), "element": element, "block_id": label.lower(), **more}


def text_input(**more: object) -> Json:
    return {"type": "plain_text_input", "action_id": "typed", **more}


def modal(*blocks: Json, **more: object) -> Json:
    return {
        "type": "modal",
        "title": plain("Titel"),
        "submit": plain("Verder"),
        "blocks": list(blocks or [section()]),
        **more,
    }


def home(*blocks: Json, **more: object) -> Json:
    return {"type": "home", "blocks": list(blocks or [section()]), **more}
