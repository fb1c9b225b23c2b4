"""Asking the citizens, as colleagues and citizens do it."""

import re

import httpx

from bot.domain.surveys.surveys import Opinion, Statement
from tests.desk_steps import seen
from tests.doubles.slack import Message, Modal, Person
from tests.stage import PLAIN, Stage

SEND = "Goedkeuren en versturen"
AGREES = {str(statement): str(Opinion.AGREE) for statement in Statement}


def second_superuser(stage: Stage) -> Person:
    """Els has a colleague."""
    return stage.joins(stage.supervision, "femke", "Femke Smit")


def told(stage: Stage, person: Person) -> Message:
    """What somebody is told who types the command."""
    before = len(person.ephemerals(stage.supervision))
    person.command("/burgernetmail", "enquete", stage.supervision)
    return stage.slack.wait_for(lambda: person.ephemerals(stage.supervision)[before:])[-1]


def opens_survey(stage: Stage, person: Person) -> Modal:
    """The empty form."""
    person.command("/burgernetmail", "enquete", stage.supervision)
    return stage.slack.wait_for(lambda: person.modal)


def asks_survey(stage: Stage, person: Person, **typed: str) -> Message:
    """File a request; its message."""
    outcome = opens_survey(stage, person).fill(typed).submit()
    assert not outcome.errors, outcome.errors
    assert seen(person).submit().closed
    stage.settle()
    return stage.supervision.messages[-1]


def sent_survey(stage: Stage, people: int = 8) -> Message:
    """So many neighbours got an alert, and then a survey."""
    stage.crowd(people)
    stage.approved()
    message = asks_survey(stage, stage.els)
    stage.presses(second_superuser(stage), message, SEND)
    return message


def links(stage: Stage) -> dict[str, str]:
    """By address, the newest link to a survey."""
    found = ((mail.to, re.findall(r"https://\S+/enquete/\S+", mail.text)) for mail in stage.sendgrid.sent)
    return {to: link for to, [link] in ((to, link) for to, link in found if link)}


def fills_in(stage: Stage, link: str, **fields: str) -> httpx.Response:
    """A citizen sends the page."""
    return httpx.post(stage.here(link), data={**AGREES, **fields}, follow_redirects=True, **PLAIN)


def heading(page: httpx.Response) -> str:
    """What the page says first."""
    return str(re.findall(r"<h1>(.*?)</h1>", page.text)[0])
