"""The texts of an alert that colleagues type, and what they changed of it."""

from typing import Final

from bot.domain.alerts.alerts import AlertContent

GUARDED: Final = ("what_happened", "description", "question")
"""The fields of an alert that are typed; street and place are chosen."""


def texts_of(content: AlertContent) -> dict[str, str]:
    return {name: getattr(content, name) for name in GUARDED}


def content_changes(before: AlertContent, after: AlertContent) -> dict[str, tuple[str, str]]:
    """Field to (before, after), as text, for every field that differs."""
    pairs = ((name, getattr(before, name), getattr(after, name)) for name in AlertContent.__dataclass_fields__)
    return {name: (_told(old), _told(new)) for name, old, new in pairs if old != new}


def _told(value: object) -> str:
    return "" if value is None else str(value)
