"""Listeners: answering several citizens in one go, by the command, with a reference or without, or from the Home."""

from bot.domain.participants.people import Role
from bot.slack import ids
from bot.slack.guard_blocks import parse_decision
from bot.slack.letters.answer_many_modal import build_groups, build_many, build_many_answered, parse_groups, parse_many
from bot.workflow.letters.answering_many import LeftOut
from handlers.slack.errors import told
from handlers.slack.listeners import Button, Command, Form
from handlers.slack.presses import Answer, Press, Submission


def of_alert(press: Press) -> None:
    _open(press, press.argument)


def of_all(press: Press) -> None:
    _open(press, "")


def _open(press: Press, reference: str) -> None:
    press.open(build_groups(press.texts, press.workflow.answering_many.groups(reference, press.colleague)))


def choose(submission: Submission) -> Answer:
    form = submission.workflow.answering_many.form(*parse_groups(submission.view), submission.colleague)
    return {"response_action": "update", "view": build_many(submission.texts, form)}


def answer(submission: Submission) -> Answer:
    decision, answering = parse_decision(submission.view), submission.workflow.answering_many
    done = answering.answer(*parse_many(submission.view), submission.colleague, decision)
    left_out = [_line(submission, one) for one in done.left_out]
    return {"response_action": "update", "view": build_many_answered(submission.texts, done.answered, left_out)}


def _line(submission: Submission, one: LeftOut) -> str:
    name = f"{one.reference} · {one.street}" if one.reference else submission.texts("unknown alert")
    return f"{name}: {told(submission.texts, one.why)}"


LISTENERS = (
    Command(ids.WORD_ANSWER, Role.RESPONDER, of_alert),
    Button(ids.ANSWER_MANY, Role.RESPONDER, of_all),
    Form(ids.MANY_CHOICE, Role.RESPONDER, "group", choose),
    Form(ids.MANY_FORM, Role.RESPONDER, "answer", answer),
)
