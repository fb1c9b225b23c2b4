"""An alert's text, and whose words it holds."""

from dataclasses import replace
from typing import Any

from bot.domain.alerts.alerts import AlertContent
from tests.domain.samples import CONTENT

OLD = "De man liep weg. Hij had een grijze bestelbus bij zich."


def told(what_happened: str = OLD, **more: Any) -> AlertContent:
    return replace(CONTENT, what_happened=what_happened, **more)
