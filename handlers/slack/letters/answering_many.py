"""Listeners: answering several citizens in one go."""

from bot.domain.participants.people import Role
from bot.slack import ids
from bot.slack.guard_blocks import parse_decision
from bot.slack.letters.answer_many_modal import build_groups, build_many, build_many_answered, parse_groups, parse_many
from bot.workflow.letters.answering_many import AnsweringMany, LeftOut
from handlers.slack.errors import told
from handlers.slack.listeners import Answer, Desk, Press, Submission


class AnswerManyListeners:
    """By the command, with a reference or without, or from the Home."""

    def __init__(self, answering: AnsweringMany) -> None:
        self._answering = answering

    def listen(self, desk: Desk) -> None:
        """Hang them on the app."""
        desk.on_command(ids.WORD_ANSWER, Role.RESPONDER, lambda press: self._open(press, press.argument))
        desk.on_press(ids.ANSWER_MANY, Role.RESPONDER, lambda press: self._open(press, ""))
        desk.on_submit(ids.MANY_CHOICE, Role.RESPONDER, "group", self._choose)
        desk.on_submit(ids.MANY_FORM, Role.RESPONDER, "answer", self._answer)

    def _open(self, press: Press, reference: str) -> None:
        press.open(build_groups(press.texts, self._answering.groups(reference, press.colleague)))

    def _choose(self, submission: Submission) -> Answer:
        form = self._answering.form(*parse_groups(submission.view), submission.colleague)
        return {"response_action": "update", "view": build_many(submission.texts, form)}

    def _answer(self, submission: Submission) -> Answer:
        decision = parse_decision(submission.view)
        done = self._answering.answer(*parse_many(submission.view), submission.colleague, decision)
        left_out = [_line(submission, one) for one in done.left_out]
        return {"response_action": "update", "view": build_many_answered(submission.texts, done.answered, left_out)}


def _line(submission: Submission, one: LeftOut) -> str:
    name = f"{one.reference} · {one.street}" if one.reference else submission.texts("unknown alert")
    return f"{name}: {told(submission.texts, one.why)}"
