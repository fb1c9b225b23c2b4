"""Listeners: a lead to the burglary team, and what the team says of it."""

from bot.domain.participants.people import Role
from bot.slack import ids
from bot.slack.leads.judge_modal import build_judge, parse_judge
from handlers.slack.listeners import Button, Form
from handlers.slack.presses import Press, Submission
from handlers.slack.replies.taking import ReplyButton


def escalate(press: Press) -> None:
    press.workflow.escalating.escalate(int(press.value), press.colleague)


def decline(press: Press) -> None:
    press.workflow.escalating.decline(int(press.value), press.colleague)


def confirm_read(press: Press) -> None:
    press.workflow.escalating.confirm_read(int(press.value), press.colleague)


def ask_result(press: Press) -> None:
    press.open(build_judge(press.texts, press.workflow.escalating.lead(int(press.value))))


def judge(submission: Submission) -> None:
    lead_id, shown, result, note = parse_judge(submission.view)
    submission.workflow.escalating.set_result(lead_id, result, submission.colleague, note, shown)


LISTENERS = (
    ReplyButton(ids.ESCALATE, escalate, checks=False),
    ReplyButton(ids.DO_NOT_ESCALATE, decline, checks=False),
    Button(ids.CONFIRM_READ, Role.BURGLARY_TEAM, confirm_read),
    Button(ids.JUDGE_LEAD, Role.BURGLARY_TEAM, ask_result),
    Form(ids.JUDGE_FORM, Role.BURGLARY_TEAM, "note", judge),
)
