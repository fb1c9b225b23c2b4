"""What the double remembers: people, channels, messages, views, uploads. Tests read these, methods write them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from .inputs import INPUT_KINDS, initial_value, option_label, state_of
from .markup import markup_problems, mentions, mrkdwn_of, readable, visible
from .rules import Json, copied
from .surfaces import elements_of

NameOf = Callable[[str], str]


@dataclass
class Profile:
    """One account of the workspace, or of another organisation in a shared channel."""

    id: str
    name: str
    real_name: str
    team_id: str | None
    """Empty: Slack leaves it out, as on Enterprise Grid it may."""
    email: str | None = None
    tz: str = "Europe/Amsterdam"
    locale: str = "nl-NL"
    is_restricted: bool = False
    is_ultra_restricted: bool = False
    is_stranger: bool = False
    is_bot: bool = False
    deleted: bool = False
    enterprise_user: Json | None = None
    """On Enterprise Grid: the organisation, and its workspaces that they are in."""


@dataclass(frozen=True)
class Control:
    """Something to press: a button, or one option of an overflow menu."""

    label: str
    block_id: str
    element: Json
    option: Json | None = None

    @property
    def action_id(self) -> str:
        return str(self.element["action_id"])


def controls_of(blocks: list[Json]) -> list[Control]:
    """Everything that can be pressed, in reading order."""
    return [
        control
        for block in blocks
        for element in elements_of(block)
        for control in _controls_in(block["block_id"], element)
    ]


def _controls_in(block_id: str, element: Json) -> Iterator[Control]:
    if element["type"] == "button":
        yield Control(element["text"]["text"], block_id, element)
    elif element["type"] == "overflow":
        yield from (Control(option_label(option), block_id, element, option) for option in element["options"])


@dataclass(eq=False)
class Message:
    """A message as Slack stores it; it stays current when the application updates it."""

    channel: "Channel" = field(repr=False)
    ts: str
    user: str
    text: str
    blocks: list[Json]
    thread_ts: str | None = None
    bot_id: str | None = None
    metadata: Json | None = None
    files: list[Json] = field(default_factory=list)
    unfurls: bool = False
    broadcast: bool = False
    only_for: str | None = None
    deleted: bool = False
    edit_window_closed: bool = False
    thread_locked: bool = False
    edited: Json | None = None
    versions: list[Json] = field(default_factory=list)
    name_of: NameOf = str

    @property
    def place(self) -> str:
        """Where it stands: a channel, a thread of it, or before one person alone."""
        if self.only_for:
            return "whisper"
        return f"{self.channel.name} thread" if self.thread_ts else self.channel.name

    @property
    def buttons(self) -> list[str]:
        """The labels of everything that can be pressed."""
        return [control.label for control in self.controls]

    @property
    def controls(self) -> list[Control]:
        return controls_of(self.blocks)

    @property
    def thread(self) -> list["Message"]:
        """The replies under this message, oldest first."""
        return [reply for reply in self.channel.stored if reply.thread_ts == self.ts and not reply.deleted]

    @property
    def updates(self) -> list[Json]:
        """What this message said before, oldest first: `text` and `blocks` of each earlier version."""
        return self.versions

    @property
    def mentions(self) -> list[str]:
        """Everyone this message notifies: `@U…`, `!subteam^S…`, `!here`, `!channel`, `!everyone`."""
        return [name for part in self._markup() for name in mentions(part)]

    def markup_problems(self) -> list[str]:
        """Characters that were not escaped in the text or in any mrkdwn."""
        return [problem for part in self._markup() for problem in markup_problems(part)]

    def plain(self) -> str:
        """All the words a person sees: the blocks, or the text of a message without blocks."""
        lines = list(readable(self.blocks, self.name_of)) if self.blocks else [visible(self.text, self.name_of)]
        return "\n".join(lines + [f"[{file.get('alt_txt') or file.get('name', 'file')}]" for file in self.files])

    def _markup(self) -> list[str]:
        return [self.text, *mrkdwn_of(self.blocks)]

    def rewrite(self, text: str, blocks: list[Json], edited: Json) -> None:
        """Replace what it says and remember what it said."""
        self.versions.append({"text": self.text, "blocks": copied(self.blocks)})
        self.text, self.blocks, self.edited = text, blocks, edited

    def payload(self, with_metadata: bool = False) -> Json:
        """The message as the Web API and interaction payloads show it."""
        optional = {
            "bot_id": self.bot_id,
            "blocks": self.blocks,
            "files": self.files,
            "thread_ts": self.thread_ts or (self.ts if self.thread else None),
            "edited": self.edited,
            "metadata": self.metadata if with_metadata else None,
        }
        replies = self.thread
        thread = {"reply_count": len(replies), "latest_reply": replies[-1].ts} if replies else {}
        shown = {name: copied(value) for name, value in optional.items() if value}
        return {"type": "message", "user": self.user, "text": self.text, "ts": self.ts, **shown, **thread}


@dataclass(eq=False)
class Channel:
    """A channel or direct message with its members and everything said in it."""

    id: str
    name: str
    kind: str
    members: list[str]
    archived: bool = False
    shared: bool = False
    stored: list[Message] = field(default_factory=list)

    @property
    def messages(self) -> list[Message]:
        """The top-level messages, oldest first."""
        return [message for message in self.stored if message.thread_ts is None and not message.deleted]

    def find(self, ts: str) -> Message | None:
        """The message or reply with this timestamp."""
        return next((message for message in self.stored if message.ts == ts and not message.deleted), None)


@dataclass(eq=False)
class View:
    """A modal or home tab as one person has it open; what they typed survives an update with the same ids."""

    id: str
    user_id: str
    content: Json
    hash: str
    root_id: str
    previous_id: str | None = None
    typed: dict[tuple[str, str], Any] = field(default_factory=dict)

    @property
    def blocks(self) -> list[Json]:
        blocks: list[Json] = self.content["blocks"]
        return blocks

    @property
    def controls(self) -> list[Control]:
        return controls_of(self.blocks)

    def stateful(self) -> Iterator[tuple[Json, Json]]:
        """Each block with each of its elements that holds a value."""
        for block in self.blocks:
            yield from ((block, part) for part in elements_of(block) if part["type"] in INPUT_KINDS)

    def value_of(self, block: Json, element: Json) -> Any:
        """What this element holds now."""
        return self.typed.get((block["block_id"], element["action_id"]), initial_value(element))

    def state(self) -> Json:
        """`state.values` of this view."""
        values: Json = {}
        for block, element in self.stateful():
            entry = state_of(element, self.value_of(block, element))
            values.setdefault(block["block_id"], {})[element["action_id"]] = entry
        return values

    def replace(self, content: Json, new_hash: str) -> None:
        """Take new content, keeping what was typed where block, action and element type are the same."""
        before = {self._key(block, part): part["type"] for block, part in self.stateful()}
        self.content, self.hash = content, new_hash
        after = {self._key(block, part): part["type"] for block, part in self.stateful()}
        self.typed = {key: value for key, value in self.typed.items() if before.get(key) == after.get(key)}

    @staticmethod
    def _key(block: Json, element: Json) -> tuple[str, str]:
        return block["block_id"], element["action_id"]


@dataclass
class Upload:
    """A file on its way: asked for, uploaded, completed."""

    id: str
    name: str
    length: int
    alt_txt: str
    content: bytes | None = None
    complete: bool = False
    ready_at: float = 0.0
    deleted: bool = False
    foreign: bool = False
    """Another organisation's, in a shared channel: messages show neither its name nor its size."""

    def payload(self) -> Json:
        """The file object in messages."""
        if self.foreign:
            return {"id": self.id, "mode": "file_access", "file_access": "check_file_info"}
        return self.whole()

    def whole(self) -> Json:
        """The file object in answers."""
        return {"id": self.id, "name": self.name, "title": self.name, "size": self.length, "alt_txt": self.alt_txt}


@dataclass
class Trigger:
    """A one-time permission to open a modal, given with a person's action."""

    user_id: str
    given_at: float
    view_id: str | None = None
    spent: bool = False


@dataclass
class ReplyUrl:
    """A response_url: where an action happened and how often the application has answered it."""

    user_id: str
    channel: Channel
    given_at: float
    message: Message | None = None
    uses: int = 0
