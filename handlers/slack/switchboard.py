"""Which listener is meant by a button, a form or a typed word.

Bolt asks one listener after the other, each with all that it might be called with: with two hundred of them that takes
milliseconds before each acknowledgement. So it has one of each kind, which looks up whose turn it is.
"""

import re
from collections.abc import Callable
from typing import Final

from slack_bolt import Ack, App, Respond

from bot.entering import as_line
from bot.slack import ids
from bot.slack.blocks import Block
from handlers.slack.presses import Body

ANYTHING: Final = re.compile("")
ALSO_TYPED: Final = {"help": ids.WORD_MENU, "?": ids.WORD_MENU, "enquête": ids.WORD_SURVEY}
Pressed = Callable[[Ack, Body, Respond], None]
SentIn = Callable[[Ack, Body, Block], None]


class Switchboard:
    """What hangs on the app; where several would fit, the first that was hung up."""

    def __init__(self, app: App, otherwise_pressed: Pressed, otherwise_sent: SentIn) -> None:
        self.app = app
        self._otherwise_pressed, self._otherwise_sent = otherwise_pressed, otherwise_sent
        self._buttons: list[tuple[re.Pattern[str], Pressed]] = []
        self._shortcuts: dict[str, Pressed] = {}
        self._words: dict[str, Pressed] = {}
        self._any_word: Pressed = otherwise_pressed
        self._forms: dict[str, SentIn] = {}
        self._closed: dict[str, SentIn] = {}
        app.action(ANYTHING)(self._press)
        app.shortcut(ANYTHING)(self._shortcut)
        app.command(ids.COMMAND)(self._command)
        app.view(ANYTHING)(self._send_in)
        app.view_closed(ANYTHING)(self._close)

    def button(self, pattern: str, pressed: Pressed) -> None:
        """One whose id matches."""
        self._buttons.append((re.compile(pattern), pressed))

    def shortcut(self, name: str, pressed: Pressed) -> None:
        self._shortcuts.setdefault(name, pressed)

    def word(self, word: str, pressed: Pressed) -> None:
        """Behind the slash command; empty for the command alone."""
        self._words.setdefault(word, pressed)

    def any_word(self, pressed: Pressed) -> None:
        """One that nobody else takes."""
        self._any_word = pressed

    def form(self, name: str, sent_in: SentIn) -> None:
        self._forms.setdefault(name, sent_in)

    def closed(self, name: str, closed: SentIn) -> None:
        """A form that somebody closes without sending it in."""
        self._closed.setdefault(name, closed)

    def _press(self, ack: Ack, body: Body, respond: Respond) -> None:
        [action, *_more] = body.get("actions") or [{}]
        name = str(action.get("action_id") or "")
        fits = (pressed for pattern, pressed in self._buttons if pattern.search(name))
        next(fits, self._otherwise_pressed)(ack, body, respond)

    def _shortcut(self, ack: Ack, body: Body, respond: Respond) -> None:
        self._shortcuts.get(str(body.get("callback_id")), self._otherwise_pressed)(ack, body, respond)

    def _command(self, ack: Ack, body: Body, respond: Respond) -> None:
        self._words.get(first_word(body), self._any_word)(ack, body, respond)

    def _send_in(self, ack: Ack, body: Body, view: Block) -> None:
        self._forms.get(_name_of(view), self._otherwise_sent)(ack, body, view)

    def _close(self, ack: Ack, body: Body, view: Block) -> None:
        closed = self._closed.get(_name_of(view))
        if closed:
            closed(ack, body, view)
        else:
            ack()


def first_word(body: Body) -> str:
    """What was typed right behind the slash command."""
    typed = as_line(str(body.get("text") or "")).partition(" ")[0].lower()
    return ALSO_TYPED.get(typed, typed)


def _name_of(view: Block) -> str:
    return str(view.get("callback_id") or "")
