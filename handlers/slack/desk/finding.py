"""Listeners: looking for something; the teams and superusers may, and what they find goes by their role."""

from typing import Final

from bot.domain.participants.people import Role
from bot.records.pages import Turn
from bot.slack import ids
from bot.slack.desk.finding_message import build_findings
from handlers.slack.listeners import Command, Pager
from handlers.slack.presses import Press, Told

FINDERS: Final = (Role.INTAKE, Role.RESPONDER, Role.BURGLARY_TEAM, Role.SUPERUSER)


def find(press: Press) -> None:
    press.tell(findings(press, Turn(), press.argument))


def findings(press: Press, turn: Turn, asked: str) -> Told:
    return build_findings(press.texts, press.workflow.finding.find(asked, press.colleague, turn))


LISTENERS = (
    Command(ids.WORD_FIND, FINDERS, find),
    Pager(ids.FIND_PAGE, FINDERS, findings),
)
