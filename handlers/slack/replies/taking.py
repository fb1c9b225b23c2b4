"""Listeners: who has a reply, and the question before somebody else goes on with it.

What is pressed on a reply hangs as a `ReplyButton` or a `ReplyForm`: what somebody else has is not worked on without
being asked first. What it does goes through `reply_in_hand`, which holds whatever happens between the question and
the deed.
"""

from dataclasses import dataclass, field
from typing import Final

from slack_bolt import App, Respond

from bot.domain.errors import ChoiceNeeded
from bot.domain.participants.people import Role
from bot.domain.replies.reply_errors import TakenByColleague
from bot.slack import ids
from bot.slack.blocks import Block
from bot.slack.replies.more_modal import build_more, parse_more
from bot.slack.replies.taken_modal import build_taken, parse_taken
from handlers.slack.listeners import Button, Form
from handlers.slack.presses import Act, Answer, Desk, Press, Submission, Take

FREE: Final = frozenset({ids.CALLED})
"""What anybody may do to a reply that somebody else has, and leaves it with them."""


@dataclass(frozen=True)
class Confirmed(Press):
    """A press that goes on from the question: the modal that it opens comes in the question's place.

    There is no channel any more to whisper in.
    """

    views: list[Block] = field(default_factory=list)

    def open(self, view: Block) -> None:
        """Show a modal in place of the question."""
        self.views.append(view)


@dataclass(frozen=True)
class ReplyButton:
    """A responder's button on a reply, whose value begins with the reply's id, up to a colon.

    `act` may open one modal.
    """

    id: str
    act: Act

    def hang(self, app: App, desk: Desk) -> None:
        desk.reply_acts[self.id] = self.act
        Button(self.id, Role.RESPONDER, self._asking).hang(app, desk)

    def _asking(self, press: Press) -> None:
        try:
            if self.id not in FREE:
                press.workflow.taking.check(int(press.value.partition(":")[0]), press.colleague)
            self.act(press)
        except TakenByColleague as taken:
            press.open(build_taken(press.texts, taken, press.action_id, press.value))


@dataclass(frozen=True)
class ReplyForm:
    """A responder's form about a reply; was that taken meanwhile, the question comes over it and loses nothing."""

    id: str
    field: str
    take: Take

    def hang(self, app: App, desk: Desk) -> None:
        Form(self.id, Role.RESPONDER, self.field, self._taken).hang(app, desk)

    def _taken(self, submission: Submission) -> Answer | None:
        try:
            return self.take(submission)
        except TakenByColleague as taken:
            return {"response_action": "push", "view": build_taken(submission.texts, taken)}


def go_on(submission: Submission) -> Answer | None:
    """Take it over from who was shown to have it, and do what was pressed; ask again where it is another's now."""
    asked, colleague = parse_taken(submission.view), submission.colleague
    press = _press(submission, asked.action_id, asked.value)
    try:
        press.workflow.taking.take_over(asked.reply_id, asked.holder_id, colleague)
        if asked.action_id:
            press.workflow.taking.check(int(asked.value.partition(":")[0]), colleague)
            press.desk.reply_acts[asked.action_id](press)
    except TakenByColleague as taken:
        press.open(build_taken(submission.texts, taken, asked.action_id, asked.value))
    return {"response_action": "update", "view": press.views[-1]} if press.views else None


def show_more(press: Press) -> None:
    press.open(build_more(press.texts, press.workflow.triaging.card(int(press.value))))


def do_more(submission: Submission) -> Answer | None:
    """As if it had been pressed; what that opens comes in this one's place."""
    value, action_id = parse_more(submission.view)
    act = submission.desk.reply_acts.get(action_id)
    if act is None:
        raise ChoiceNeeded("what")
    press = _press(submission, action_id, value)
    try:
        if action_id not in FREE:
            press.workflow.taking.check(int(value), press.colleague)
        act(press)
    except TakenByColleague as taken:
        press.open(build_taken(submission.texts, taken, action_id, value))
    return {"response_action": "update", "view": press.views[-1]} if press.views else None


def _press(submission: Submission, action_id: str, value: str) -> Confirmed:
    body = {"actions": [{"action_id": action_id, "value": value}]}
    return Confirmed(submission.desk, submission.colleague, submission.texts, body, Respond(response_url=None))


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
