"""The texts of an alert that colleagues type."""

from typing import Final

from bot.domain.alerts.alerts import AlertContent

GUARDED: Final = ("what_happened", "description", "question")
"""The fields of an alert that are typed; street and place are chosen."""


def texts_of(content: AlertContent) -> dict[str, str]:
    return {name: getattr(content, name) for name in GUARDED}
