"""Payloads as JSON: a type and a version stand beside the fields, so that another release can tell what it reads."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from enum import StrEnum
from typing import Any, Final, get_args, get_origin, get_type_hints

from bot.records.chat import Note
from bot.records.outbox import BlobKeys, ForPerson, InThread, Nothing, Payload, Task, Tries, Unreadable, WhatWaits

VERSION: Final = 1
"""Raise it where a field changes, and read the one before in `_fields`."""
NAMES: Final[Mapping[type[Payload], str]] = {
    Nothing: "nothing",
    Note: "note",
    Tries: "tries",
    BlobKeys: "blob_keys",
    ForPerson: "for_person",
    InThread: "in_thread",
    WhatWaits: "what_waits",
}
_NOTES: Final = ("alert_note", "reply_note", "lead_note", "supervision_note", "survey_note", "division_note")
_REMINDERS: Final = ("remind_intake", "remind_channel", "remind_superusers")
_WITH_PICTURE: Final = ("show_alert", "show_map_later", "show_report", "show_reach", "show_survey_results")
CARRIED: Final[Mapping[Task, type[Payload]]] = {
    **{Task(name): Note for name in _NOTES},
    **{Task(name): WhatWaits for name in _REMINDERS},
    **{Task(name): Tries for name in _WITH_PICTURE},
    Task.REMOVE_BLOBS: BlobKeys,
    **dict.fromkeys((Task.HINT, Task.SAY_FILED, Task.SAY_HELD), ForPerson),
    Task.READ_DAY_MONITOR: InThread,
    Task.SHOW_DAY_MONITOR: InThread,
}
"""Every other task carries nothing."""


def to_json(payload: Payload) -> dict[str, Any]:
    """As it is kept."""
    return {"type": NAMES[type(payload)], "version": VERSION, **asdict(payload)}


def from_json(task: str, kept: Mapping[str, Any]) -> Payload | Unreadable:
    """What a row of a task carries."""
    if task not in set(Task):
        return Unreadable(task, "unknown task")
    kind = CARRIED.get(Task(task), Nothing)
    try:
        fields, hints = _fields(kept, NAMES[kind]), get_type_hints(kind)
        return kind(**{name: _fit(value, hints[name]) for name, value in fields.items()})
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        return Unreadable(task, f"unreadable payload: {error}"[:200])


def _fields(kept: Mapping[str, Any], name: str) -> dict[str, Any]:
    if not isinstance(kept, Mapping):
        raise TypeError("no fields")
    fields = dict(kept)
    if "type" not in fields:  # before there were types: the bare fields, the tries of a map under a name of their own
        return {"tries" if key == "map_tries" else key: value for key, value in fields.items()}
    told = (fields.pop("type"), fields.pop("version", None))
    if told not in ((name, VERSION), (NAMES[Nothing], VERSION)):  # nothing said: what its fields are then
        raise ValueError(f"{told[0]} of version {told[1]}")
    return fields


def _fit(value: Any, hint: Any) -> Any:
    """The value as its field has it; raises where it is another kind of thing."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Mapping:
        return {str(key): _fit(one, parts[1]) for key, one in value.items()}
    if origin in (tuple, Sequence):
        if not isinstance(value, list):
            raise TypeError(f"no list: {type(value).__name__}")
        each = parts if origin is tuple and parts[-1] is not Ellipsis else [parts[0]] * len(value)
        return tuple(_fit(one, part) for one, part in zip(value, each, strict=True))
    if issubclass(hint, StrEnum):
        return hint(value)
    if type(value) is not hint:
        raise TypeError(f"no {hint.__name__}: {type(value).__name__}")
    return value
