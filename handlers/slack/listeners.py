"""How every listener is hung on the app: acknowledge, who is it, may they, do it, tell them if not."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.domain.participants.people import Colleague, Role
from bot.records.pages import Turn
from bot.slack import ids
from bot.slack.alerts.look_again import look_again
from bot.slack.blocks import Block, escape, parse_turn, verbatim
from bot.slack.desk.help_message import build_help
from bot.slack.replies.taken_modal import build_told
from bot.texts import Texts, texts
from bot.workflow.letters.guarding import ToLookAt
from handlers.slack.errors import at_fields, in_words, whisper
from handlers.slack.staff import Staff

Body = dict[str, Any]
Answer = dict[str, Any]
Told = tuple[str, list[Block]]
"""The fallback text and the blocks."""
Roles = tuple[Role, ...]
Listener = Callable[[Ack, Body, WebClient, Respond], None]


@dataclass(frozen=True)
class Press:
    """Somebody who may pressed a button, or gave a command."""

    colleague: Colleague
    texts: Texts
    body: Body
    client: WebClient
    respond: Respond

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
        return str(self.body.get("text") or "").strip().partition(" ")[2].strip()

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
            self.client.views_open(trigger_id=self.body["trigger_id"], view=view)
        except SlackApiError as error:
            if error.response.get("error") != "exchanged_trigger_id":
                raise


@dataclass(frozen=True)
class Submission:
    """Somebody who may sent in a form."""

    colleague: Colleague
    texts: Texts
    view: Block


class Desk:
    """Hangs listeners on the app."""

    def __init__(self, app: App, staff: Staff, locale: str) -> None:
        self.staff = staff
        self.client = app.client
        self._app = app
        self._locale = locale
        self._commands: dict[str, Listener] = {}
        app.command(ids.COMMAND)(self._dispatch)

    def on_press(self, action_id: str | re.Pattern[str], may: Role | Roles, act: Callable[[Press], None]) -> None:
        """A button in a message or on the Home."""
        self._app.action(action_id)(self._listener(may, act))

    def on_turn(self, action_id: str, may: Role | Roles, build: Callable[[Press, Turn, str], Told]) -> None:
        """The buttons of a list that goes on: another page of what was asked stands in the place of this one."""

        def turn(press: Press) -> None:
            whisper(press.respond, *build(press, *parse_turn(press.action_id, press.value)), anew=True)

        self.on_press(re.compile(f"^{action_id}(_back)?$"), may, turn)

    def on_command(self, word: str, may: Role | Roles, act: Callable[[Press], None]) -> None:
        """The word behind the slash command; empty for the command alone."""
        self._commands[word] = self._listener(may, act)

    def on_shortcut(self, callback_id: str, may: Role | Roles, act: Callable[[Press], None]) -> None:
        """A global shortcut."""
        self._app.shortcut(callback_id)(self._listener(may, act))

    def _dispatch(self, ack: Ack, body: Body, client: WebClient, respond: Respond) -> None:
        word = str(body.get("text") or "").strip().partition(" ")[0].lower()
        if listener := self._commands.get(word):
            listener(ack, body, client, respond)
        else:
            text, blocks = build_help(texts(self._locale), word)
            ack(response_type="ephemeral", text=text, blocks=blocks)

    def _listener(self, may: Role | Roles, act: Callable[[Press], None]) -> Listener:
        def listener(ack: Ack, body: Body, client: WebClient, respond: Respond) -> None:
            ack()
            locale = self._locale
            try:
                colleague = self.staff.require(_user_of(body), *_roles(may))
                locale = colleague.locale
                act(Press(colleague, texts(locale), body, client, respond))
            except Exception as error:
                self._tell(in_words(locale, error), body, client, respond)

        return listener

    def _tell(self, text: str, body: Body, client: WebClient, respond: Respond) -> None:
        """In the channel, to this person only; from the Home or a shortcut there is no channel: their own line."""
        if body.get("response_url"):
            whisper(respond, text)
        else:
            client.chat_postMessage(channel=_user_of(body), text=escape(text), blocks=[verbatim(text)])

    def on_submit(
        self, callback_id: str, may: Role | Roles, field: str, act: Callable[[Submission], Answer | None]
    ) -> None:
        """A form: it closes only after its work is done; what is wrong stands at its field, nothing typed is lost.

        `act` gives what Slack is answered (nothing: the form closes); `field` takes the errors that name none.
        """

        def listener(ack: Ack, body: Body, view: Block) -> None:
            locale = self._locale
            try:
                colleague = self.staff.require(_user_of(body), *_roles(may))
                locale = colleague.locale
                answer = act(Submission(colleague, texts(locale), view)) or {}
            except ToLookAt as found:
                answer = {"response_action": "update", "view": look_again(texts(locale), view, found)}
            except Exception as error:
                answer = _wrong(locale, error, view, field)
            ack(**answer)

        self._app.view(callback_id)(listener)


def _wrong(locale: str, error: Exception, view: Block, field: str) -> Answer:
    """What is wrong, at its field; in place of the form where that has none."""
    inputs = {str(block.get("block_id")) for block in view["blocks"] if block["type"] == "input"}
    if inputs:
        return {"response_action": "errors", "errors": at_fields(locale, error, inputs, field)}
    told = build_told(texts(locale), str(view["callback_id"]), in_words(locale, error))
    return {"response_action": "update", "view": told}


def _roles(may: Role | Roles) -> Roles:
    return (may,) if isinstance(may, Role) else may


def _user_of(body: Body) -> str:
    """Commands and interactions name the person differently."""
    return str(body.get("user_id") or body["user"]["id"])
