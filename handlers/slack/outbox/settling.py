"""Listeners: what Slack refuses, and what stood ready while the bot stood still, is a superuser's to decide about."""

from bot.domain.participants.people import Role
from bot.records.outbox import Decision
from bot.slack import ids
from bot.slack.outbox.stuck_message import build_decide_post, parse_decide_post
from handlers.slack.listeners import Button, Form
from handlers.slack.presses import Press, Submission


def post_again(press: Press) -> None:
    press.workflow.settling.decide(int(press.value), Decision.AGAIN, press.colleague)


def skip(press: Press) -> None:
    press.workflow.settling.decide(int(press.value), Decision.SKIP, press.colleague)


def ask_decision(press: Press) -> None:
    press.open(build_decide_post(press.texts, press.workflow.settling.question()))


def decided(submission: Submission) -> None:
    item_id, decision = parse_decide_post(submission.view)
    submission.workflow.settling.decide(item_id, decision, submission.colleague)


def send_now(press: Press) -> None:
    press.workflow.standing_still.decide(int(press.value), press.colleague, send=True)


def let_lapse(press: Press) -> None:
    press.workflow.standing_still.decide(int(press.value), press.colleague, send=False)


LISTENERS = (
    Button(ids.POST_AGAIN, Role.SUPERUSER, post_again),
    Button(ids.SKIP_POST, Role.SUPERUSER, skip),
    Button(ids.DECIDE_POST, Role.SUPERUSER, ask_decision),
    Form(ids.DECIDE_POST_FORM, Role.SUPERUSER, "decision", decided),
    Button(ids.SEND_NOW, Role.SUPERUSER, send_now),
    Button(ids.LET_LAPSE, Role.SUPERUSER, let_lapse),
)
