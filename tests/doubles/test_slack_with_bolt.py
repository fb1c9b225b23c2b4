"""A real Bolt app against the double: the same story over Socket Mode and over signed HTTP."""

import asyncio
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

import pytest
import uvicorn
from freezegun import freeze_time
from slack_bolt import App
from slack_bolt.adapter.socket_mode.websocket_client import SocketModeHandler
from slack_bolt.adapter.starlette import SlackRequestHandler
from slack_sdk import WebClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tests.doubles.slack import SlackDouble, bench
from tests.doubles.slack.bench import hang_up, settle

patient_slack = bench.patient_slack

logging.getLogger("slack_bolt").setLevel(logging.CRITICAL)


def text(words: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": words}


def form(street: str = "") -> dict[str, Any]:
    initial = {"initial_value": street} if street else {}
    return {
        "type": "modal",
        "callback_id": "form",
        "title": text("Nieuwe mail"),
        "submit": text("Verder"),
        "blocks": [
            {
                "type": "input",
                "block_id": "street",
                "label": text("Straat"),
                "element": {"type": "plain_text_input", "action_id": "street_text", **initial},
            }
        ],
    }


CHECK = {
    "type": "modal",
    "callback_id": "check",
    "title": text("Controle"),
    "submit": text("Verstuur"),
    "notify_on_close": True,
    "blocks": [{"type": "section", "text": text("Klopt dit?")}],
}


def build_app(slack: SlackDouble, channel_id: str) -> App:
    client = WebClient(slack.bot_token, base_url=slack.api_url, retry_handlers=[])
    app = App(client=client, token=slack.bot_token, signing_secret=slack.signing_secret)

    @app.command("/burgernetmail")
    def start(ack: Any, body: dict[str, Any], client: WebClient) -> None:
        ack("Een moment")
        client.views_open(trigger_id=body["trigger_id"], view=form())

    @app.view("form")
    def check(ack: Any, view: dict[str, Any]) -> None:
        street = view["state"]["values"]["street"]["street_text"]["value"]
        if street == "Nergens":
            ack(response_action="errors", errors={"street": "Onbekende straat"})
        else:
            ack(response_action="push", view=CHECK)

    @app.view("check")
    def send(ack: Any, client: WebClient) -> None:
        ack(response_action="clear")
        buttons: list[dict[str, Any]] = [
            {"type": "button", "text": text("Akkoord"), "action_id": "approve", "value": "1"}
        ]
        blocks: list[dict[str, Any]] = [
            {"type": "section", "text": text("Aanvraag")},
            {"type": "actions", "elements": buttons},
        ]
        client.chat_postMessage(channel=channel_id, text="Aanvraag", blocks=blocks)

    @app.action("approve")
    def approve(ack: Any, body: dict[str, Any], client: WebClient) -> None:
        ack()
        client.chat_update(channel=channel_id, ts=body["message"]["ts"], text="Akkoord gegeven")

    @app.event("app_home_opened")
    def home(event: dict[str, Any], client: WebClient) -> None:
        blocks = [{"type": "section", "text": text("Uw aanvragen")}]
        client.views_publish(user_id=event["user"], view={"type": "home", "blocks": blocks})

    return app


@contextmanager
def over_sockets(slack: SlackDouble, app: App) -> Iterator[None]:
    handler: Any = SocketModeHandler(app, slack.app_token)
    handler.client.web_client.base_url = slack.api_url
    handler.connect()
    settle(slack, handler)
    try:
        yield
    finally:
        hang_up(slack, handler)


@contextmanager
def over_http(slack: SlackDouble, app: App) -> Iterator[None]:
    adapter = SlackRequestHandler(app)

    async def endpoint(request: Request) -> Response:
        return await adapter.handle(request)

    web = Starlette(routes=[Route("/slack/events", endpoint, methods=["POST"])])
    server = uvicorn.Server(uvicorn.Config(web, port=0, log_level="critical", lifespan="off"))
    thread = threading.Thread(target=lambda: asyncio.run(server.serve()))
    thread.start()
    slack.wait_for(lambda: server.started)
    slack.http_target = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}/slack/events"
    try:
        yield
    finally:
        server.should_exit = True
        thread.join()


def act_the_story(slack: SlackDouble, connect: Any, clock: Any = None) -> None:
    anna = slack.add_person("anna", "Anna de Vries")
    team = slack.add_channel("wijkteam", [anna])
    # The clock freezes before the servers start: a loop that is running would sleep until a frozen hour.
    with clock or nullcontext(), connect(slack, build_app(slack, team.id)):
        anna.command("/burgernetmail", "nu", team)
        modal = slack.wait_for(lambda: anna.modal)
        assert anna.ephemerals(team)[0].plain() == "Een moment"
        assert modal.submit().errors == {"Straat": "This field is required"}
        assert modal.fill({"Straat": "Nergens"}).submit().errors == {"Straat": "Onbekende straat"}
        outcome = modal.fill({"Straat": "Dorpsstraat"}).submit()
        assert (outcome.acked, outcome.closed) == (True, False)
        check = slack.wait_for(lambda: anna.modal)
        assert check.text() == "Controle\nKlopt dit?\nVerstuur"
        assert check.submit().closed
        message = slack.wait_for(lambda: anna.sees(team))[0]
        assert anna.presses(message, "Akkoord").acked
        slack.wait_for(lambda: message.text == "Akkoord gegeven")
        assert message.buttons == []
        anna.opens_home()
        home = slack.wait_for(lambda: anna.home)
        assert home.text() == "Uw aanvragen"
    slack.assert_clean()


@pytest.mark.parametrize("connect", [over_sockets, over_http])
def test_a_request_from_command_to_button(patient_slack: SlackDouble, connect: Any) -> None:
    act_the_story(patient_slack, connect)


@pytest.mark.parametrize("connect", [over_sockets, over_http])
def test_a_frozen_application_clock_changes_nothing(patient_slack: SlackDouble, connect: Any) -> None:
    act_the_story(patient_slack, connect, freeze_time("2020-01-01 12:00", real_asyncio=True))
