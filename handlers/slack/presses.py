"""What a listener is given: who asks, for what, and all that it needs to do it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.assembling import Workflow
from bot.clock import Clock
from bot.domain.participants.people import Colleague
from bot.entering import as_line
from bot.listening import Threads
from bot.records.chat import Channel
from bot.slack.blocks import Block
from bot.texts import Texts
from bot.workflow.desk.recognising import Recognising
from handlers.slack.errors import Answering, whisper

Body = dict[str, Any]
Answer = dict[str, Any]
Event = dict[str, Any]
Told = tuple[str, list[Block]]
"""The fallback text and the blocks."""


@dataclass(frozen=True)
class Desk:
    """What every listener has at hand."""

    workflow: Workflow
    clock: Clock
    client: WebClient
    channels: Mapping[Channel, str]
    locale: str
    place: str
    public_url: str
    working: Threads
    """For what comes after the acknowledgement: however slow, it must keep no other press from its own."""
    reply_acts: "dict[str, Act]" = field(default_factory=dict)
    """What the buttons of a reply do, for who goes on from the question whether to take it over."""

    @property
    def staff(self) -> Recognising:
        """Who is who."""
        return self.workflow.recognising


@dataclass(frozen=True)
class Asked:
    """Somebody who may asked for something."""

    desk: Desk
    colleague: Colleague
    texts: Texts

    @property
    def workflow(self) -> Workflow:
        """The use cases."""
        return self.desk.workflow

    @property
    def now(self) -> datetime:
        """The moment, by the program's clock."""
        return self.desk.clock.now()


@dataclass(frozen=True)
class Press(Asked):
    """A button was pressed, or a command given."""

    body: Body
    respond: Answering

    @property
    def value(self) -> str:
        """The button's value."""
        return str(self.body["actions"][0]["value"])

    @property
    def action_id(self) -> str:
        """The button's action id."""
        return str(self.body["actions"][0]["action_id"])

    @property
    def argument(self) -> str:
        """What was typed behind the command's first word."""
        return as_line(str(self.body.get("text") or "")).partition(" ")[2]

    @property
    def alert(self) -> tuple[int, int]:
        """The alert and the version that the button was drawn for."""
        alert_id, version = self.value.split(":")
        return int(alert_id), int(version)

    def tell(self, told: Told) -> None:
        """Say it to this person only."""
        whisper(self.respond, *told)

    def put_away(self) -> None:
        """Take away what only this person sees, once its button has done its work."""
        if self.body.get("container", {}).get("is_ephemeral"):
            self.respond(delete_original=True)

    def open(self, view: Block) -> None:
        """Show a modal; the trigger lives three seconds. Delivered twice, a press opens one modal."""
        try:
            self.desk.client.views_open(trigger_id=self.body["trigger_id"], view=view)
        except SlackApiError as error:
            if error.response.get("error") != "exchanged_trigger_id":
                raise


@dataclass(frozen=True)
class Submission(Asked):
    """A form was sent in."""

    view: Block


Act = Callable[[Press], None]
Take = Callable[[Submission], Answer | None]
"""Gives what Slack is answered; nothing: the form closes."""
