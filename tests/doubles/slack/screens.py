"""Views as a person has them in front of them: read, press, fill in, submit, close."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .inputs import INPUT_KINDS, complaint_of
from .markup import readable
from .records import Control, View
from .rules import Json
from .surfaces import Refusal
from .views import apply_submission_answer

if TYPE_CHECKING:
    from .people import Person


@dataclass(frozen=True)
class Outcome:
    """What a person saw happen: errors are by the label of the input; `by_client` means nothing was sent."""

    acked: bool
    errors: dict[str, str] = field(default_factory=dict)
    closed: bool = False
    by_client: bool = False
    reason: str = ""


class Screen:
    """A home tab or modal on somebody's screen; it stays current when the application updates it."""

    def __init__(self, person: "Person", view: View) -> None:
        self.person = person
        self.view = view

    @property
    def controls(self) -> list[Control]:
        return self.view.controls

    @property
    def buttons(self) -> list[str]:
        """The labels of everything that can be pressed."""
        return [control.label for control in self.controls]

    @property
    def callback_id(self) -> str:
        return str(self.view.content.get("callback_id", ""))

    @property
    def private_metadata(self) -> str:
        return str(self.view.content.get("private_metadata", ""))

    def text(self) -> str:
        """All the words on it, title and buttons included."""
        content = self.view.content
        parts = [content.get("title"), content["blocks"], content.get("submit"), content.get("close")]
        return "\n".join(readable(parts, self.person.desk.world.name_of))


class Modal(Screen):
    @property
    def title(self) -> str:
        return str(self.view.content["title"]["text"])

    @property
    def labels(self) -> list[str]:
        return [block["label"]["text"] for block in self._inputs()]

    @property
    def values(self) -> Json:
        """What each input holds now, by label: the raw value Slack would submit."""
        return {block["label"]["text"]: self.view.value_of(block, block["element"]) for block in self._inputs()}

    def _inputs(self) -> list[Json]:
        return [block for block in self.view.blocks if block["type"] == "input"]

    def _find(self, label: str) -> Json:
        found = [block for block in self._inputs() if label in (block["label"]["text"], block["block_id"])]
        assert found, f"no input {label!r}; there are {self.labels}"
        assert len(found) == 1, f"several inputs {label!r}, use the block_id: {[block['block_id'] for block in found]}"
        return found[0]

    def fill(self, answers: dict[str, Any]) -> "Modal":
        """Type and choose by label; None empties. An input with dispatch_action tells the application at once."""
        self._check_on_top()
        for label, answer in answers.items():
            block = self._find(label)
            element = block["element"]
            if block.get("dispatch_action"):
                self.person.chooses(self, element["action_id"], answer)
            else:
                value = INPUT_KINDS[element["type"]].read(element, answer)
                self.view.typed[block["block_id"], element["action_id"]] = value
        return self

    def _check_on_top(self) -> None:
        top = self.person.modal
        assert top is not None, "this modal is closed"
        assert top.view is self.view, f"this modal is not on top, {top.title!r} is"

    def submit(self) -> Outcome:
        """Press the submit button: the client checks the inputs first, then the application decides."""
        self._check_on_top()
        assert "submit" in self.view.content, "this modal has no submit button"
        complaints = {
            block["label"]["text"]: complaint
            for block in self._inputs()
            if (complaint := complaint_of(block, self.view.value_of(block, block["element"])))
        }
        if complaints:
            return Outcome(False, complaints, by_client=True)
        ack = self.person.desk.send("interactive", self._submission)
        return self._apply(ack.body) if ack.on_time else Outcome(False, reason=ack.reason)

    def _submission(self) -> Json:
        place = self.person.desk.payloads.view_place(self.view)
        place.pop("container")
        return self.person.desk.payloads.interaction("view_submission", self.person.profile, **place, response_urls=[])

    def _apply(self, answer: Json | None) -> Outcome:
        desk = self.person.desk
        labels = {block["block_id"]: block["label"]["text"] for block in self._inputs()}
        with desk.world.lock:
            try:
                errors = apply_submission_answer(desk.world, self.view, answer)
            except Refusal as refusal:
                return Outcome(True, reason=desk.refused("view_submission", refusal, answer or {}))
            closed = not desk.world.is_open(self.view)
        return Outcome(True, {labels[block_id]: text for block_id, text in errors.items()}, closed)

    def close(self) -> None:
        """Press cancel or the cross; the application hears of it when it asked to."""
        self._check_on_top()
        desk, content = self.person.desk, self.view.content
        clears = bool(content.get("clear_on_close"))
        payload = desk.world.view_payload(self.view)
        with desk.world.lock:
            desk.world.take_away(self.view, whole_stack=clears)
        if content.get("notify_on_close"):
            desk.send(
                "interactive",
                lambda: desk.payloads.interaction("view_closed", self.person.profile, view=payload, is_cleared=clears),
            )
