"""Listeners: asking for a survey, deciding about it, and seeing what citizens said."""

import re
from uuid import uuid4

from bot.domain.errors import TypeTheNumber
from bot.domain.participants.people import Role
from bot.domain.surveys.surveys import OpenQuestion
from bot.slack import ids
from bot.slack.alerts.approval_modal import parse_approval
from bot.slack.alerts.return_modal import parse_return
from bot.slack.surveys.survey_modal import (
    build_survey_approval,
    build_survey_form,
    build_survey_preview,
    build_survey_return,
    parse_survey_form,
    parse_survey_preview,
)
from bot.slack.surveys.survey_results_message import build_results, build_words
from bot.workflow.surveys.surveying import Surveying
from bot.workflow.surveys.tallying import Tallying
from handlers.slack.errors import whisper
from handlers.slack.listeners import Answer, Desk, Press, Submission


class SurveyListeners:
    """All of it is for superusers."""

    def __init__(self, surveying: Surveying, tallying: Tallying) -> None:
        self._surveying = surveying
        self._tallying = tallying

    def listen(self, desk: Desk) -> None:
        """Hang them on the app."""
        may, surveying = Role.SUPERUSER, self._surveying
        desk.on_command(ids.WORD_SURVEY, may, self._tell)
        desk.on_press(ids.NEW_SURVEY, may, self._open)
        desk.on_submit(ids.SURVEY_FORM, may, "people", self._preview)
        desk.on_submit(ids.SURVEY_PREVIEW, may, "", self._file)
        desk.on_press(ids.APPROVE_SURVEY, may, self._approve)
        desk.on_submit(ids.SURVEY_APPROVE_FORM, may, "recipients", self._approve_many)
        desk.on_press(ids.STOP_SURVEY, may, lambda press: surveying.stop(*press.alert, press.colleague))
        desk.on_press(ids.SEND_BACK_SURVEY, may, self._send_back)
        desk.on_submit(ids.SURVEY_RETURN_FORM, may, "reason", self._sent_back)
        desk.on_press(ids.WITHDRAW_SURVEY, may, lambda press: surveying.withdraw(*press.alert, press.colleague))
        desk.on_press(ids.SHARE_SURVEY, may, self._share)
        desk.on_press(re.compile(f"^{ids.SURVEY_WORDS}"), may, self._words)

    def _tell(self, press: Press) -> None:
        if card := self._tallying.newest():
            whisper(press.respond, *build_results(press.texts, card))
        else:
            self._open(press)

    def _open(self, press: Press) -> None:
        press.open(build_survey_form(press.texts, *self._surveying.new_form(uuid4().hex)))

    def _preview(self, submission: Submission) -> Answer:
        preview = self._surveying.preview(parse_survey_form(submission.view))
        return {"response_action": "push", "view": build_survey_preview(submission.texts, preview)}

    def _file(self, submission: Submission) -> Answer:
        self._surveying.file(parse_survey_preview(submission.view), submission.colleague)
        return {"response_action": "clear"}

    def _approve(self, press: Press) -> None:
        try:
            self._surveying.approve(*press.alert, press.colleague)
        except TypeTheNumber:
            asked = self._surveying.question(*press.alert, press.colleague)
            press.open(build_survey_approval(press.texts, *asked))

    def _approve_many(self, submission: Submission) -> None:
        survey_id, seen_version, number = parse_approval(submission.view)
        self._surveying.approve(survey_id, seen_version, submission.colleague, number)

    def _send_back(self, press: Press) -> None:
        press.open(build_survey_return(press.texts, self._surveying.open_for(*press.alert, press.colleague)))

    def _sent_back(self, submission: Submission) -> None:
        survey_id, seen_version, reason = parse_return(submission.view)
        self._surveying.send_back(survey_id, seen_version, submission.colleague, reason)

    def _share(self, press: Press) -> None:
        self._tallying.share(int(press.value), press.colleague)
        _ = press.texts
        whisper(press.respond, _("The figures are on their way to the supervision channel."))

    def _words(self, press: Press) -> None:
        survey_id, page = map(int, press.value.split(":"))
        question = OpenQuestion(press.action_id.removeprefix(ids.SURVEY_WORDS).partition("_")[0])
        said = self._tallying.words(survey_id, question, page, press.colleague)
        whisper(press.respond, *build_words(press.texts, said))
