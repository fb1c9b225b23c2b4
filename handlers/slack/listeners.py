"""How every listener is hung on the switchboard: acknowledge, who is it, may they, do it, tell them if not.

A listener is a function of the press or the form; each module's `LISTENERS` says what calls it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from slack_bolt import Ack, Respond

from bot.domain.errors import OnlyFor
from bot.domain.participants.people import Role
from bot.records.pages import Turn
from bot.slack import ids
from bot.slack.alerts.look_again import look_again
from bot.slack.blocks import Block, parse_turn
from bot.slack.desk.menu_message import WORDS, build_ask, build_refusal, parse_ask
from bot.slack.replies.taken_modal import build_told
from bot.texts import texts
from bot.workflow.letters.guarding import ToLookAt
from handlers.slack.admitting import Roles, admitted, in_thread, logged, roles_of, tell, user_of
from handlers.slack.desk.publishing import renew_one
from handlers.slack.errors import Answering, at_fields, in_words, whisper
from handlers.slack.presses import (
    Act,
    Answer,
    Body,
    Desk,
    Event,
    Press,
    Submission,
    Take,
    Told,
    opened_from,
    where_opened,
)
from handlers.slack.switchboard import Pressed, Switchboard


class Listener(Protocol):
    """What a module's `LISTENERS` is made of."""

    @property
    def id(self) -> str:
        """Of `ids`, or Slack's name of an event."""

    def hang(self, board: Switchboard, desk: Desk) -> None:
        """On the board; the first that fits is asked."""


@dataclass(frozen=True)
class Button:
    """In a message or on the Home; in a list, whose ids must differ, its id goes on behind `ids.AT`."""

    id: str
    may: Role | Roles
    act: Act

    def hang(self, board: Switchboard, desk: Desk) -> None:
        board.button(f"^{self.id}({ids.AT}.+)?$", _pressed(desk, self.may, self.act))


@dataclass(frozen=True)
class Buttons(Button):
    """Several that do the same, whose ids begin so."""

    def hang(self, board: Switchboard, desk: Desk) -> None:
        board.button(f"^{self.id}", _pressed(desk, self.may, self.act))


@dataclass(frozen=True)
class ButtonForAll:
    """One that has no role as its condition: `act` finds out who it is."""

    id: str
    act: Callable[[Desk, Body], None]

    def hang(self, board: Switchboard, desk: Desk) -> None:
        def listener(ack: Ack, body: Body, _respond: Respond) -> None:
            ack()
            desk.working.submit(logged, self.act, desk, body)

        board.button(f"^{self.id}", listener)


@dataclass(frozen=True)
class Pager:
    """The buttons of a list that goes on: another page of what was asked stands in the place of this one."""

    id: str
    may: Role | Roles
    build: Callable[[Press, Turn, str], Told]

    def hang(self, board: Switchboard, desk: Desk) -> None:
        board.button(f"^{self.id}(_back)?$", _pressed(desk, self.may, self._turn))

    def _turn(self, press: Press) -> None:
        whisper(press.respond, *self.build(press, *parse_turn(press.action_id, press.value)), anew=True)


@dataclass(frozen=True)
class Command:
    """A word behind the slash command, and its button on a menu or the Home; empty for the command alone."""

    id: str
    may: Role | Roles
    act: Act

    def hang(self, board: Switchboard, desk: Desk) -> None:
        board.word(self.id, _pressed(desk, self.may, self.act))
        if self.id in WORDS:
            desk.words[self.id] = roles_of(self.may)
            board.button(f"^{ids.DO + self.id}$", _pressed(desk, self.may, self._from_button))
        if self.id in WORDS and WORDS[self.id].asks:
            Form(ids.ASK_FORM + self.id, self.may, "asked", self._asked).hang(board, desk)

    def _from_button(self, press: Press) -> None:
        if WORDS[self.id].asks:
            press.open(build_ask(press.texts, self.id))
        else:
            self.act(press)

    def _asked(self, submission: Submission) -> Answer | None:
        asked = parse_ask(submission.view)
        press = submission.go_on({"text": f"{self.id} {asked}", "channel_id": submission.channel})
        self.act(press)
        return press.answer


@dataclass(frozen=True)
class AnyWord:
    """Behind all commands: a word that none of them knows."""

    may: Roles
    act: Act

    def hang(self, board: Switchboard, desk: Desk) -> None:
        board.any_word(_pressed(desk, self.may, self.act))


@dataclass(frozen=True)
class Shortcut:
    """A global one."""

    id: str
    may: Role | Roles
    act: Act

    def hang(self, board: Switchboard, desk: Desk) -> None:
        board.shortcut(self.id, _pressed(desk, self.may, self.act))


@dataclass(frozen=True)
class Form:
    """It closes only after its work is done; what is wrong stands at its field, nothing typed is lost.

    `field` takes the errors that name none; where a form lacks it, its last one.
    """

    id: str
    may: Role | Roles
    field: str
    take: Take

    def hang(self, board: Switchboard, desk: Desk) -> None:
        def listener(ack: Ack, body: Body, view: Block) -> None:
            locale = desk.locale
            channel, view = where_opened(view)
            try:
                colleague = admitted(desk, user_of(body), roles_of(self.may))
                locale = colleague.locale
                answer = self.take(Submission(desk, colleague, texts(locale), view, channel)) or {}
            except ToLookAt as found:
                answer = {"response_action": "update", "view": look_again(texts(locale), view, found)}
            except Exception as error:
                answer = _wrong(locale, error, view, self.field)
            if "view" in answer:
                answer = {**answer, "view": opened_from(channel, answer["view"])}
            ack(**answer)
            if not channel and "errors" not in answer:
                desk.working.submit(logged, renew_one, desk, user_of(body))

        board.form(self.id, listener)


@dataclass(frozen=True)
class Closed:
    """A form that is closed without being sent in; nobody waits for an answer."""

    id: str
    may: Role | Roles
    keep: Callable[[Submission], None]

    def hang(self, board: Switchboard, desk: Desk) -> None:
        def listener(ack: Ack, body: Body, view: Block) -> None:
            ack()
            channel, view = where_opened(view)
            colleague = desk.staff.require(user_of(body), *roles_of(self.may))
            self.keep(Submission(desk, colleague, texts(colleague.locale), view, channel))

        board.closed(self.id, listener)


@dataclass(frozen=True)
class Menu:
    """⋯ (`more` of `bot/slack/blocks.py`): what is chosen is pressed like the button that it stands for."""

    id: str

    def hang(self, board: Switchboard, desk: Desk) -> None:  # noqa: ARG002 - as every listener is hung
        def unfold(body: Body, next: Callable[[], Any]) -> Any:  # noqa: A002 - Bolt's name for the next step
            for action in body.get("actions") or []:
                if action.get("action_id") == self.id:
                    action["action_id"], _space, action["value"] = action["selected_option"]["value"].partition(" ")
            return next()

        board.app.middleware(unfold)


@dataclass(frozen=True)
class SlackEvent:
    """Something happened in Slack.

    `mine` comes before Slack is acknowledged: where it fails, Slack brings the event again. False: it is another's.
    """

    id: str
    act: Callable[[Desk, Event], None]
    mine: Callable[[Desk, Event], bool] = lambda _desk, _event: True

    def hang(self, board: Switchboard, desk: Desk) -> None:
        def if_mine(event: Event, next: Callable[[], Any]) -> Any:  # noqa: A002 - Bolt's name for the next step
            return next() if self.mine(desk, event) else None

        def listener(event: Event) -> None:
            desk.working.submit(logged, self.act, desk, event)

        board.app.event(self.id, middleware=[if_mine])(listener)


def _pressed(desk: Desk, may: Role | Roles, act: Act) -> Pressed:
    def listener(ack: Ack, body: Body, respond: Respond) -> None:
        ack()
        desk.working.submit(logged, work, body, in_thread(body, respond))

    def work(body: Body, respond: Answering) -> None:
        locale = desk.locale
        try:
            colleague = admitted(desk, user_of(body), roles_of(may))
            locale = colleague.locale
            act(Press(desk, colleague, texts(locale), body, respond))
        except OnlyFor as error:
            refusal = build_refusal(texts(locale), roles_of(may), desk.channels)
            tell(desk, in_words(locale, error), body, respond, refusal)
        except Exception as error:
            tell(desk, in_words(locale, error), body, respond)
        if (body.get("view") or {}).get("type") == "home":
            renew_one(desk, user_of(body))

    return listener


def _wrong(locale: str, error: Exception, view: Block, field: str) -> Answer:
    """What is wrong, at its field; in place of the form where that has none."""
    inputs = [str(block.get("block_id")) for block in view["blocks"] if block["type"] == "input"]
    if inputs:
        otherwise = field if field in inputs else inputs[-1]
        return {"response_action": "errors", "errors": at_fields(locale, error, {*inputs}, otherwise)}
    told = build_told(texts(locale), str(view["callback_id"]), in_words(locale, error))
    return {"response_action": "update", "view": told}
