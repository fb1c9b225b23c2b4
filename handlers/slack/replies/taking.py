"""Listeners: who has a reply, and the question before somebody else goes on with it.

What is pressed on a reply hangs as a `ReplyButton` or a `ReplyForm`: what somebody else has is not worked on without
being asked first. What it does goes through `reply_in_hand`, which holds whatever happens between the question and
the deed.
"""

from dataclasses import dataclass

from bot.domain.errors import ChoiceNeeded
from bot.domain.participants.people import Role
from bot.domain.replies.reply_errors import TakenByColleague
from bot.slack import ids
from bot.slack.replies.more_modal import build_more, parse_more
from bot.slack.replies.taken_modal import build_taken, parse_taken
from handlers.slack.listeners import Button, Form
from handlers.slack.presses import Act, Answer, Desk, Press, Submission, Take
from handlers.slack.switchboard import Switchboard


@dataclass(frozen=True)
class ReplyButton:
    """A responder's button on a reply, whose value begins with the reply's id, up to a colon.

    `act` may open one modal. `checks` first who has it: not where `act` changes the reply itself, and finds out so.
    """

    id: str
    act: Act
    checks: bool = True

    def hang(self, board: Switchboard, desk: Desk) -> None:
        desk.reply_acts[self.id] = self._check_and_act
        Button(self.id, Role.RESPONDER, self._asking).hang(board, desk)

    def _asking(self, press: Press) -> None:
        try:
            self._check_and_act(press)
        except TakenByColleague as taken:
            press.open(build_taken(press.texts, taken, press.action_id, press.value))

    def _check_and_act(self, press: Press) -> None:
        if self.checks:
            press.workflow.taking.check(int(press.value.partition(":")[0]), press.colleague)
        self.act(press)


@dataclass(frozen=True)
class ReplyForm:
    """A responder's form about a reply; was that taken meanwhile, the question comes over it and loses nothing."""

    id: str
    field: str
    take: Take

    def hang(self, board: Switchboard, desk: Desk) -> None:
        Form(self.id, Role.RESPONDER, self.field, self._taken).hang(board, desk)

    def _taken(self, submission: Submission) -> Answer | None:
        try:
            return self.take(submission)
        except TakenByColleague as taken:
            return {"response_action": "push", "view": build_taken(submission.texts, taken)}


def go_on(submission: Submission) -> Answer | None:
    """Take it over from who was shown to have it, and do what was pressed; ask again where it is another's now."""
    asked, colleague = parse_taken(submission.view), submission.colleague
    press = submission.go_on({"actions": [{"action_id": asked.action_id, "value": asked.value}]})
    try:
        press.workflow.taking.take_over(asked.reply_id, asked.holder_id, colleague)
        if asked.action_id:
            press.desk.reply_acts[asked.action_id](press)
    except TakenByColleague as taken:
        press.open(build_taken(submission.texts, taken, asked.action_id, asked.value))
    return press.answer


def show_more(press: Press) -> None:
    press.open(build_more(press.texts, press.workflow.triaging.card(int(press.value))))


def do_more(submission: Submission) -> Answer | None:
    """As if it had been pressed; what that opens comes in this one's place."""
    value, action_id = parse_more(submission.view)
    if action_id not in submission.desk.reply_acts:
        raise ChoiceNeeded("what")
    press = submission.go_on({"actions": [{"action_id": action_id, "value": value}]})
    try:
        press.desk.reply_acts[action_id](press)
    except TakenByColleague as taken:
        press.open(build_taken(submission.texts, taken, action_id, value))
    return press.answer


def take(press: Press) -> None:
    press.workflow.taking.take(int(press.value), press.colleague)


def let_go(press: Press) -> None:
    press.workflow.taking.let_go(int(press.value), press.colleague)


LISTENERS = (
    Form(ids.TAKEN_FORM, Role.RESPONDER, "", go_on),
    Button(ids.TAKE, Role.RESPONDER, take),
    Button(ids.LET_GO, Role.RESPONDER, let_go),
    Button(ids.MORE_OF_REPLY, Role.RESPONDER, show_more),
    Form(ids.MORE_FORM, Role.RESPONDER, "what", do_more),
)
