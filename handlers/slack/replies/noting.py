"""Listeners: a citizen phones; from a button at the alert, a command, or the Home."""

from uuid import uuid4

from bot.domain.participants.people import Role
from bot.slack import ids
from bot.slack.replies.call_modal import build_call, parse_call
from bot.workflow.replies.noting import Noting
from handlers.slack.listeners import Desk, Press, Submission

MAY = (Role.INTAKE, Role.RESPONDER)


class NoteListeners:
    """Whoever takes the call writes it down."""

    def __init__(self, noting: Noting) -> None:
        self._noting = noting

    def listen(self, desk: Desk) -> None:
        """Hang them on the app."""
        desk.on_command(ids.WORD_CALL, MAY, lambda press: self._open(press, press.argument))
        desk.on_press(ids.NOTE_CALL, MAY, lambda press: self._open(press, self._noting.reference_of(int(press.value))))
        desk.on_press(ids.NOTE_ANY_CALL, MAY, lambda press: self._open(press, ""))
        desk.on_submit(ids.CALL_FORM, MAY, "words", self._note)

    def _open(self, press: Press, reference: str) -> None:
        press.open(build_call(press.texts, reference, uuid4().hex))

    def _note(self, submission: Submission) -> None:
        self._noting.note(*parse_call(submission.view), submission.colleague)
