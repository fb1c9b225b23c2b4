"""Listeners: what superusers decide, and the app's Home."""

import re
from collections.abc import Mapping
from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.domain.errors import AlreadyDone, NoAccess
from bot.domain.people import Colleague, Role
from bot.slack import ids
from bot.slack.home_view import build_home, page_asked
from bot.slack.participant_message import build_participant, build_restore, parse_restore
from bot.texts import texts
from bot.workflow.cards import BoardName
from bot.workflow.leaving import Leaving
from bot.workflow.ports import Work
from bot.workflow.sending import Sending
from handlers.slack.desk import Desk, Press, Submission
from handlers.slack.errors import whisper
from handlers.slack.staff import Staff


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
        desk.on_press(ids.SEND_AGAIN, Role.SUPERUSER, lambda press: self._decide(press, send_again=True))
        desk.on_press(ids.LEAVE_IT, Role.SUPERUSER, lambda press: self._decide(press, send_again=False))

    def _look_up(self, press: Press) -> None:
        person = self._leaving.look_up(press.argument, press.colleague)
        text, blocks = build_participant(press.texts, person)
        whisper(press.respond, text, blocks)

    def _restore(self, submission: Submission) -> None:
        self._leaving.restore(*parse_restore(submission.view), submission.colleague)

    def _decide(self, press: Press, *, send_again: bool) -> None:
        if not self._sending.decide(int(press.value), press.colleague, send_again=send_again):
            raise AlreadyDone


class HomeListeners:
    """The Home tab, drawn anew each time somebody opens it."""

    def __init__(self, work: Work, staff: Staff, locale: str) -> None:
        self._work = work
        self._staff = staff
        self._locale = locale

    def listen(self, app: App) -> None:
        """Hang them on the app."""
        app.event("app_home_opened")(self._opened)
        app.action(re.compile(f"^{ids.HOME_PAGE}"))(self._turned)

    def _opened(self, event: dict[str, Any], client: WebClient) -> None:
        self._publish(str(event["user"]), client, {})

    def _turned(self, ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        ack()
        pressed = body["actions"][0]
        self._publish(str(body["user"]["id"]), client, page_asked(pressed["action_id"], pressed["value"]))

    def _publish(self, user_id: str, client: WebClient, pages: Mapping[BoardName, int]) -> None:
        try:
            colleague = self._staff.colleague(user_id)
        except NoAccess:
            colleague = Colleague(user_id, "", frozenset(), self._locale)
        with self._work() as uow:
            board = uow.boards.board(colleague, pages)
        client.views_publish(user_id=user_id, view=build_home(texts(colleague.locale), colleague, board))
