"""One guard on every text that colleagues type and citizens read."""

from collections.abc import Mapping
from typing import Final

from bot.domain.alerts import AlertContent
from bot.domain.findings import Finding

GUARDED: Final = ("what_happened", "description", "question")
"""The fields of an alert that are typed; street and place are chosen."""


def find_in(texts: Mapping[str, str], street: str = "", house_number: str = "") -> tuple[Finding, ...]:
    """What is pointed out in texts by field, in order, without overlaps; the case's own street is known."""
    _ = texts, street, house_number
    return ()


def texts_of(content: AlertContent) -> dict[str, str]:
    """The typed texts of an alert by field."""
    return {name: getattr(content, name) for name in GUARDED}
