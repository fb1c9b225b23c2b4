"""What a task of the outbox carries besides its subject; most carry nothing, for they draw the newest state."""

from dataclasses import dataclass

from bot.domain.desk.deadlines import WaitKind
from bot.records.chat import Note


@dataclass(frozen=True)
class Nothing:
    """The subject says it all."""


@dataclass(frozen=True)
class Tries:
    """How often a message went without its picture."""

    tries: int = 0


@dataclass(frozen=True)
class BlobKeys:
    """What is to be removed."""

    keys: tuple[str, ...]


@dataclass(frozen=True)
class ForPerson:
    """Who is told, in which language."""

    person: str
    locale: str


@dataclass(frozen=True)
class InThread:
    """The message under which to answer; empty where there is none."""

    channel: str = ""
    ts: str = ""


@dataclass(frozen=True)
class WhatWaits:
    """Which things of a kind a reminder is about."""

    kind: WaitKind
    ids: tuple[int, ...]


@dataclass(frozen=True)
class Unreadable:
    """What another release wrote and this one can't read: its task as it stands there, and why."""

    task: str
    reason: str


Payload = Nothing | Note | Tries | BlobKeys | ForPerson | InThread | WhatWaits
