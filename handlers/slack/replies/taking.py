"""Listeners: who has a reply, and the question before somebody else goes on with it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from slack_bolt import Respond

from bot.domain.errors import TakenByColleague
from bot.domain.participants.people import Role
from bot.slack import ids
from bot.slack.blocks import Block
from bot.slack.replies.taken_modal import build_taken, parse_taken
from bot.workflow.replies.taking import Taking
from handlers.slack.listeners import Answer, Desk, Press, Submission


@dataclass(frozen=True)
class Confirmed(Press):
    """A press that goes on from the question: the modal that it opens comes in the question's place.

    There is no channel any more to whisper in.
    """

    views: list[Block] = field(default_factory=list)

    def open(self, view: Block) -> None:
        """Show a modal in place of the question."""
        self.views.append(view)


class ReplyDesk:
    """Hangs the listeners of a reply on the app: what somebody else has is not worked on without being asked first.

    A button's value begins with the reply's id, up to a colon. What it does goes through `reply_in_hand`, which holds
    whatever happens between the question and the deed.
    """

    def __init__(self, desk: Desk, taking: Taking) -> None:
        self._desk = desk
        self._taking = taking
        self._acts: dict[str, Callable[[Press], None]] = {}
        desk.on_submit(ids.TAKEN_FORM, Role.RESPONDER, "", self._go_on)

    def on_press(self, action_id: str, act: Callable[[Press], None]) -> None:
        """A responder's button on a reply; `act` may open one modal."""
        self._acts[action_id] = act
        self._desk.on_press(action_id, Role.RESPONDER, self._asking)

    def on_submit(self, callback_id: str, field: str, act: Callable[[Submission], Answer | None]) -> None:
        """A responder's form about a reply; was that taken meanwhile, the question comes over it and loses nothing."""

        def submitted(submission: Submission) -> Answer | None:
            try:
                return act(submission)
            except TakenByColleague as taken:
                return {"response_action": "push", "view": build_taken(submission.texts, taken)}

        self._desk.on_submit(callback_id, Role.RESPONDER, field, submitted)

    def _asking(self, press: Press) -> None:
        try:
            self._taking.check(int(press.value.partition(":")[0]), press.colleague)
            self._acts[press.action_id](press)
        except TakenByColleague as taken:
            press.open(build_taken(press.texts, taken, press.action_id, press.value))

    def _go_on(self, submission: Submission) -> Answer | None:
        """Take it over from who was shown to have it, and do what was pressed; ask again where it is another's now."""
        asked = parse_taken(submission.view)
        body = {"actions": [{"action_id": asked.action_id, "value": asked.value}]}
        press = Confirmed(submission.colleague, submission.texts, body, self._desk.client, Respond(response_url=None))
        try:
            self._taking.take_over(asked.reply_id, asked.holder_id, submission.colleague)
            if asked.action_id:
                self._acts[asked.action_id](press)
        except TakenByColleague as taken:
            press.open(build_taken(submission.texts, taken, asked.action_id, asked.value))
        return {"response_action": "update", "view": press.views[-1]} if press.views else None


class TakeListeners:
    """Taking a reply, and letting it go."""

    def __init__(self, taking: Taking) -> None:
        self._taking = taking

    def listen(self, desk: Desk) -> None:
        """Hang them on the app."""
        desk.on_press(ids.TAKE, Role.RESPONDER, self._take)
        desk.on_press(ids.LET_GO, Role.RESPONDER, self._let_go)

    def _take(self, press: Press) -> None:
        self._taking.take(int(press.value), press.colleague)

    def _let_go(self, press: Press) -> None:
        self._taking.let_go(int(press.value), press.colleague)
