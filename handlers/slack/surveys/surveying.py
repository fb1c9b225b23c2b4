"""Listeners: asking for a survey, deciding about it, and seeing what citizens said; all of it is for superusers."""

from uuid import uuid4

from bot.domain.alerts.alert_errors import TypeTheNumber
from bot.domain.participants.people import Role
from bot.domain.surveys.surveys import OpenQuestion, survey_reference
from bot.slack import ids
from bot.slack.alerts.approval_modal import parse_approval
from bot.slack.alerts.return_modal import parse_return, parse_seen
from bot.slack.surveys.survey_modal import (
    build_survey_approval,
    build_survey_form,
    build_survey_mail,
    build_survey_preview,
    build_survey_return,
    build_survey_withdrawal,
    parse_survey_form,
    parse_survey_preview,
)
from bot.slack.surveys.survey_results_message import build_results, build_words
from handlers.slack.alerts.approving import confirm_approval
from handlers.slack.errors import whisper
from handlers.slack.listeners import Button, Buttons, Command, Form
from handlers.slack.presses import Answer, Press, Submission


def tell(press: Press) -> None:
    if card := press.workflow.tallying.newest():
        press.tell(build_results(press.texts, card))
    else:
        ask(press)


def ask(press: Press) -> None:
    press.open(build_survey_form(press.texts, *press.workflow.surveying.new_form(uuid4().hex)))


def preview(submission: Submission) -> Answer:
    shown = submission.workflow.surveying.preview(parse_survey_form(submission.view))
    return {"response_action": "push", "view": build_survey_preview(submission.texts, shown)}


def file(submission: Submission) -> Answer:
    submission.workflow.surveying.file(parse_survey_preview(submission.view), submission.colleague)
    return {"response_action": "clear"}


def approve(press: Press) -> None:
    surveying = press.workflow.surveying
    try:
        surveying.approve(*press.alert, press.colleague)
    except TypeTheNumber:
        check(press)


def check(press: Press) -> None:
    question = press.workflow.surveying.question(*press.alert, press.colleague)
    press.open(build_survey_approval(press.texts, question))


def approve_many(submission: Submission) -> Answer | None:
    survey_id, seen_version, number = parse_approval(submission.view)
    submission.workflow.surveying.approve(survey_id, seen_version, submission.colleague, number or None)
    return confirm_approval(submission, survey_reference(survey_id))


def stop(press: Press) -> None:
    press.workflow.surveying.stop(*press.alert, press.colleague)


def ask_why_back(press: Press) -> None:
    press.open(build_survey_return(press.texts, press.workflow.surveying.open_for(*press.alert, press.colleague)))


def send_back(submission: Submission) -> None:
    survey_id, seen_version, reason = parse_return(submission.view)
    submission.workflow.surveying.send_back(survey_id, seen_version, submission.colleague, reason)


def ask_withdrawal(press: Press) -> None:
    press.open(build_survey_withdrawal(press.texts, press.workflow.surveying.own(*press.alert, press.colleague)))


def withdraw(submission: Submission) -> None:
    submission.workflow.surveying.withdraw(*parse_seen(submission.view), submission.colleague)


def view(press: Press) -> None:
    survey_id, _version = press.alert
    press.open(build_survey_mail(press.texts, *press.workflow.surveying.mail(survey_id)))


def share(press: Press) -> None:
    press.workflow.tallying.share(int(press.value), press.colleague)
    _ = press.texts
    whisper(press.respond, _("The figures are on their way to the supervision channel."))


def words(press: Press) -> None:
    survey_id, page = map(int, press.value.split(":"))
    question = OpenQuestion(press.action_id.removeprefix(ids.SURVEY_WORDS).partition("_")[0])
    said = press.workflow.tallying.words(survey_id, question, page, press.colleague)
    press.tell(build_words(press.texts, said))


LISTENERS = (
    Command(ids.WORD_SURVEY, Role.SUPERUSER, tell),
    Button(ids.NEW_SURVEY, Role.SUPERUSER, ask),
    Form(ids.SURVEY_FORM, Role.SUPERUSER, "people", preview),
    Form(ids.SURVEY_PREVIEW, Role.SUPERUSER, "", file),
    Button(ids.APPROVE_SURVEY, Role.SUPERUSER, approve),
    Button(ids.CHECK_SURVEY, Role.SUPERUSER, check),
    Form(ids.SURVEY_APPROVE_FORM, Role.SUPERUSER, "recipients", approve_many),
    Button(ids.STOP_SURVEY, Role.SUPERUSER, stop),
    Button(ids.SEND_BACK_SURVEY, Role.SUPERUSER, ask_why_back),
    Form(ids.SURVEY_RETURN_FORM, Role.SUPERUSER, "reason", send_back),
    Button(ids.WITHDRAW_SURVEY, Role.SUPERUSER, ask_withdrawal),
    Form(ids.SURVEY_WITHDRAW_FORM, Role.SUPERUSER, "", withdraw),
    Button(ids.VIEW_SURVEY, Role.SUPERUSER, view),
    Button(ids.SHARE_SURVEY, Role.SUPERUSER, share),
    Buttons(ids.SURVEY_WORDS, Role.SUPERUSER, words),
)
