"""Listeners: a citizen phones; whoever takes the call writes it down, from the alert, by a command or on the Home."""

from typing import Final
from uuid import uuid4

from bot.domain.participants.people import Role
from bot.slack import ids
from bot.slack.replies.call_modal import build_call, parse_call
from handlers.slack.listeners import Button, Command, Form
from handlers.slack.presses import Answer, Press, Submission

MAY: Final = (Role.INTAKE, Role.RESPONDER)


def by_reference(press: Press) -> None:
    _open(press, press.argument)


def at_alert(press: Press) -> None:
    _open(press, press.workflow.noting.reference_of(int(press.value)))


def on_home(press: Press) -> None:
    _open(press, "")


def _open(press: Press, reference: str) -> None:
    press.open(build_call(press.texts, reference, uuid4().hex))


def note(submission: Submission) -> Answer | None:
    reference, number = submission.workflow.noting.note(*parse_call(submission.view), submission.colleague)
    _ = submission.texts
    return submission.confirm(
        _("Noted as reply {n} to {reference}; the responders see it.", n=_.number(number), reference=reference)
    )


LISTENERS = (
    Command(ids.WORD_CALL, MAY, by_reference),
    Button(ids.NOTE_CALL, MAY, at_alert),
    Button(ids.NOTE_ANY_CALL, MAY, on_home),
    Form(ids.CALL_FORM, MAY, "words", note),
)
