"""Listeners: what superusers decide."""

from bot.domain.errors import AlreadyDone
from bot.domain.participants.people import Role
from bot.slack import ids
from bot.slack.participants.participant_message import build_participant, build_restore, build_take_out, parse_reason
from bot.workflow.alerts.sending import Sending
from bot.workflow.participants.leaving import Leaving
from handlers.slack.errors import whisper
from handlers.slack.listeners import Desk, Press, Submission


class SuperviseListeners:
    """A batch whose answer was lost, and who gets mail again, is a superuser's to decide."""

    def __init__(self, sending: Sending, leaving: Leaving) -> None:
        self._sending = sending
        self._leaving = leaving

    def listen(self, desk: Desk) -> None:
        """Hang them on the app."""
        desk.on_command(ids.WORD_PARTICIPANT, Role.SUPERUSER, self._look_up)
        desk.on_press(ids.RESTORE, Role.SUPERUSER, lambda press: press.open(build_restore(press.texts, press.value)))
        desk.on_submit(ids.RESTORE_FORM, Role.SUPERUSER, "reason", self._restore)
        desk.on_press(ids.TAKE_OUT, Role.SUPERUSER, lambda press: press.open(build_take_out(press.texts, press.value)))
        desk.on_submit(ids.TAKE_OUT_FORM, Role.SUPERUSER, "reason", self._take_out)
        desk.on_press(ids.SEND_AGAIN, Role.SUPERUSER, lambda press: self._decide(press, send_again=True))
        desk.on_press(ids.LEAVE_IT, Role.SUPERUSER, lambda press: self._decide(press, send_again=False))

    def _look_up(self, press: Press) -> None:
        card = self._leaving.look_up(press.argument, press.colleague)
        text, blocks = build_participant(press.texts, card)
        whisper(press.respond, text, blocks)

    def _restore(self, submission: Submission) -> None:
        self._leaving.restore(*parse_reason(submission.view), submission.colleague)

    def _take_out(self, submission: Submission) -> None:
        self._leaving.take_out(*parse_reason(submission.view), submission.colleague)

    def _decide(self, press: Press, *, send_again: bool) -> None:
        if not self._sending.decide(int(press.value), press.colleague, send_again=send_again):
            raise AlreadyDone
