"""What a listener is given: who asks, for what, and all that it needs to do it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from slack_bolt import Respond
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.assembling.workflow import Workflow
from bot.clock import Clock
from bot.domain.participants.people import Colleague, Role
from bot.entering import as_line
from bot.listening import Threads
from bot.records.chat import Channel
from bot.slack import ids
from bot.slack.blocks import Block, escape, section
from bot.slack.desk.menu_message import build_window
from bot.texts import Texts
from bot.workflow.desk.recognising import Recognising
from handlers.slack.errors import Answering, whisper, whisper_in

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
    words: dict[str, tuple[Role, ...]] = field(default_factory=dict)
    """What can be typed behind the command, and whose it is."""

    def words_of(self, colleague: Colleague) -> list[str]:
        """Those that somebody may type."""
        return [word for word, may in self.words.items() if not colleague.roles.isdisjoint(may)]

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
        """The button's action id, without what sets it apart in a list."""
        return str(self.body["actions"][0]["action_id"]).partition(ids.AT)[0]

    @property
    def argument(self) -> str:
        """What was typed behind the command's first word."""
        return as_line(str(self.body.get("text") or "")).partition(" ")[2]

    @property
    def alert(self) -> tuple[int, int]:
        """The alert and the version that the button was drawn for."""
        alert_id, version = self.value.split(":")
        return int(alert_id), int(version)

    @property
    def channel(self) -> str:
        """Where it was pressed or typed; empty on the Home."""
        return channel_of(self.body)

    @property
    def word(self) -> str:
        """The command's first word, typed or on a button; empty on what belongs to no word."""
        if actions := self.body.get("actions"):
            action_id = str(actions[0]["action_id"])
            return action_id.removeprefix(ids.DO) if action_id.startswith(ids.DO) else ""
        return as_line(str(self.body.get("text") or "")).partition(" ")[0].lower()

    def tell(self, told: Told) -> None:
        """Say it to this person only: in the channel, or in a window where there is none."""
        if self.channel:
            whisper(self.respond, *told)
        else:
            self.open(build_window(self.texts, told[1], self.word))

    @property
    def whispered_at(self) -> str:
        """Where what only this person sees is drawn anew, half an hour long; empty for what all see."""
        return str(self.body.get("response_url", "")) if self.body.get("container", {}).get("is_ephemeral") else ""

    def put_away(self) -> None:
        """Take away what only this person sees, once its button has done its work."""
        if self.whispered_at:
            self.respond(delete_original=True)

    def open(self, view: Block) -> None:
        """Show a modal; the trigger lives three seconds. Delivered twice, a press opens one modal."""
        try:
            self.desk.client.views_open(trigger_id=self.body["trigger_id"], view=opened_from(self.channel, view))
        except SlackApiError as error:
            if error.response.get("error") != "exchanged_trigger_id":
                raise


@dataclass(frozen=True)
class FromForm(Press):
    """A press that goes on from a form: what it opens comes in that form's place.

    There is no response_url any more: it is whispered in the channel that the form was opened from.
    """

    views: list[Block] = field(default_factory=list)

    def open(self, view: Block) -> None:
        """Show a modal in place of the form."""
        self.views.append(view)

    def tell(self, told: Told) -> None:
        """In the channel; in the form's place where that has none, or the bot is not in it."""
        if not (self.channel and whisper_in(self.desk.client, self.channel, self.colleague.id, *told)):
            super().tell(told)

    @property
    def answer(self) -> Answer | None:
        """What Slack is answered; nothing: the form closes."""
        return {"response_action": "update", "view": self.views[-1]} if self.views else None


@dataclass(frozen=True)
class Submission(Asked):
    """A form was sent in; `channel`: where it was opened, empty from the Home."""

    view: Block
    channel: str = ""

    def answering(self, url: str) -> Answering:
        """To a press before this form, where what it was on stands (`Press.whispered_at`)."""
        return Respond(response_url=url, proxy=self.desk.client.proxy, ssl=self.desk.client.ssl)

    def go_on(self, body: Body) -> FromForm:
        """The press that this form asked about."""
        return FromForm(self.desk, self.colleague, self.texts, body, Respond(response_url=None))

    def confirm(self, text: str) -> Answer | None:
        """Say what was done where it was done: in the channel, or in the form's place."""
        press = self.go_on({"channel_id": self.channel})
        press.tell((text, [section(f":white_check_mark: {escape(text)}")]))
        return press.answer


def channel_of(body: Body) -> str:
    """Where something was pressed or typed; empty on the Home and for a shortcut."""
    return str(body.get("channel_id") or (body.get("channel") or {}).get("id", ""))


_FROM = "\nfrom "


def opened_from(channel: str, view: Block) -> Block:
    """A form that knows the channel it was opened from: Slack doesn't tell when it is sent in."""
    if not channel:
        return view
    return {**view, "private_metadata": f"{view.get('private_metadata', '')}{_FROM}{channel}"}


def where_opened(view: Block) -> tuple[str, Block]:
    """The channel, empty from the Home, and the form as it was built."""
    metadata, _from, channel = str(view.get("private_metadata", "")).partition(_FROM)
    return channel, {**view, "private_metadata": metadata}


Act = Callable[[Press], None]
Take = Callable[[Submission], Answer | None]
"""Gives what Slack is answered; nothing: the form closes."""
