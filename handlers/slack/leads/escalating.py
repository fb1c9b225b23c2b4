"""Listeners: a lead to the burglary team, and what the team says of it."""

from bot.domain.participants.people import Role
from bot.slack import ids
from bot.slack.leads.judge_modal import build_judge, parse_judge
from bot.slack.leads.lead_message import lead_blocks
from bot.slack.leads.read_modal import build_read
from handlers.slack.listeners import Button, Form
from handlers.slack.presses import Press, Submission
from handlers.slack.replies.taking import ReplyButton


def escalate(press: Press) -> None:
    press.workflow.escalating.escalate(int(press.value), press.colleague)


def decline(press: Press) -> None:
    press.workflow.escalating.decline(int(press.value), press.colleague)


def confirm_read(press: Press) -> None:
    press.workflow.escalating.confirm_read(int(press.value), press.colleague)


def open_to_read(press: Press) -> None:
    press.open(build_read(press.texts, press.workflow.escalating.card(int(press.value))))


def was_read(submission: Submission) -> None:
    lead_id = int(submission.view["private_metadata"])
    submission.workflow.escalating.confirm_read(lead_id, submission.colleague)


def ask_result(press: Press) -> None:
    """On the Home the lead is shown with it: there it stands nowhere else."""
    card = press.workflow.escalating.card(int(press.value))
    shown = () if press.channel else lead_blocks(press.texts, card)
    press.open(build_judge(press.texts, card.lead, shown))


def judge(submission: Submission) -> None:
    lead_id, shown, result, note = parse_judge(submission.view)
    submission.workflow.escalating.set_result(lead_id, result, submission.colleague, note, shown)


LISTENERS = (
    ReplyButton(ids.ESCALATE, escalate, checks=False),
    ReplyButton(ids.DO_NOT_ESCALATE, decline, checks=False),
    Button(ids.CONFIRM_READ, Role.BURGLARY_TEAM, confirm_read),
    Button(ids.READ_LEAD, Role.BURGLARY_TEAM, open_to_read),
    Form(ids.READ_FORM, Role.BURGLARY_TEAM, "", was_read),
    Button(ids.JUDGE_LEAD, Role.BURGLARY_TEAM, ask_result),
    Form(ids.JUDGE_FORM, Role.BURGLARY_TEAM, "note", judge),
)
