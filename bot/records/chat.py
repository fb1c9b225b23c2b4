"""What stands in the chat, and where."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum


class Channel(StrEnum):
    """The four channels, and that of the project leader where there is one; the settings give their ids."""

    INTAKE = "intake"
    TRIAGE = "triage"
    BURGLARY = "burglary"
    SUPERVISION = "supervision"
    PROJECT_LEADER = "project_leader"


@dataclass(frozen=True)
class MessageRef:
    """A message that stands in the chat: its channel's id and its time stamp there."""

    channel_id: str
    ts: str


@dataclass(frozen=True)
class Note:
    """A line in a thread: an English message id and what fills it.

    `mentions` are people by id, who are told; `links` addresses and what stands for them; `terms` message ids too.
    Below it, where no notification shows it, stand `below` (a message id), `text` as it is, `differences` (field:
    before, after), who got work (`shares`: people by id; how much is not told) and what is `listed` (names, each with
    message ids). `deed` (one of the Home's) is its button, `deed_on` to what.
    """

    message: str
    values: Mapping[str, str] = field(default_factory=dict)
    mentions: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    text: str = ""
    differences: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    terms: Mapping[str, str] = field(default_factory=dict)
    shares: Mapping[str, int] = field(default_factory=dict)
    listed: Sequence[tuple[str, Sequence[str]]] = ()
    below: str = ""
    deed: str = ""
    deed_on: str = ""

    def mentioning(self, name: str, person_id: str) -> "Note":
        """The same note, with somebody who is told."""
        return replace(self, mentions={**self.mentions, name: person_id})

    def asking(self, deed: str, on: str) -> "Note":
        """The same note with what is next as its button."""
        return replace(self, deed=deed, deed_on=on)
