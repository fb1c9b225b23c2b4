"""Listeners: a citizen phones; whoever takes the call writes it down, from the alert, by a command or on the Home."""

from typing import Final
from uuid import uuid4

from bot.contacts.phone_numbers import looks_incomplete
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
    """A number is asked about while the caller may still be on the line; no clue is refused for it."""
    call, form_id = parse_call(submission.view)
    reference, number = submission.workflow.noting.note(call, form_id, submission.colleague)
    _ = submission.texts
    told = _("Noted as reply {n} to {reference}; the responders see it.", n=_.number(number), reference=reference)
    if looks_incomplete(call.phone):
        told = f"{told} {_('The phone number looks incomplete. Is the caller still on the line? Ask for it.')}"
    return submission.confirm(told)


LISTENERS = (
    Command(ids.WORD_CALL, MAY, by_reference),
    Button(ids.NOTE_CALL, MAY, at_alert),
    Button(ids.NOTE_ANY_CALL, MAY, on_home),
    Form(ids.CALL_FORM, MAY, "words", note),
)
