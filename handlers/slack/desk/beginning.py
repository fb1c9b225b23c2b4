"""Listeners: the command alone, a word for help, and what can be done at all."""

from bot.domain.participants.people import Role
from bot.slack import ids
from bot.slack.desk.menu_message import build_menu, build_unknown
from handlers.slack.alerts.requesting import ask
from handlers.slack.listeners import Button, Command
from handlers.slack.presses import Press
from handlers.slack.switchboard import first_word

ALL = tuple(Role)


def begin(press: Press) -> None:
    """What somebody does first: who asks for mails gets the form, who does not what they may do."""
    if Role.INTAKE in press.colleague.roles:
        ask(press)
    else:
        show_menu(press)


def show_menu(press: Press) -> None:
    press.tell(build_menu(press.texts, press.desk.words_of(press.colleague)))


def explain(press: Press) -> None:
    press.tell(build_unknown(press.texts, first_word(press.body), press.desk.words_of(press.colleague)))


LISTENERS = (
    Command("", ALL, begin),
    Command(ids.WORD_MENU, ALL, show_menu),
    Button(ids.MENU, ALL, show_menu),
)
