"""SendGrid's Event Webhook: what became of each mail."""

import json
import re
from datetime import UTC, datetime
from typing import Any, Final

from bot.domain.alerts.mailings import DeliveryState, MailEvent
from bot.domain.participants.faults import Fault, fault_of
from bot.mail.headers import without_addresses

STATES: Final = {
    state.value: state
    for state in (
        DeliveryState.PROCESSED,
        DeliveryState.DEFERRED,
        DeliveryState.DELIVERED,
        DeliveryState.BOUNCE,
        DeliveryState.DROPPED,
        DeliveryState.UNSUBSCRIBE,
        DeliveryState.SPAMREPORT,
    )
}
TAG: Final = re.compile(r"[dl][1-9]\d{0,17}", re.ASCII)
LAST_MOMENT: Final = 253_402_300_799  # the end of the year 9999, in epoch seconds


def parse_events(body: bytes) -> list[MailEvent]:
    """The events of one call, in its order; unknown ones (open, click, ...) and malformed ones are left out.

    Empty for what is no JSON list. A reason is cut and free of addresses: providers repeat them in it.
    """
    try:
        entries = json.loads(body)
    except (ValueError, RecursionError):
        return []
    if not isinstance(entries, list):
        return []
    return [event for entry in entries if (event := _event(entry)) is not None]


def _event(entry: Any) -> MailEvent | None:
    if not isinstance(entry, dict):
        return None
    tag, moment, state = entry.get("tag"), entry.get("timestamp"), _state(entry.get("event"))
    if state is None or not isinstance(tag, str) or not TAG.fullmatch(tag):
        return None
    if type(moment) is not int or not 0 <= moment <= LAST_MOMENT:
        return None
    reason = entry.get("reason") or entry.get("response") or ""
    said = without_addresses(str(reason))
    fault = _fault(entry, str(reason)) if state is DeliveryState.BOUNCE else None
    return MailEvent(tag, state, datetime.fromtimestamp(moment, UTC), said, fault)


def _fault(entry: dict[str, Any], said: str) -> Fault:
    """By its status; `blocked` is SendGrid's word for a bounce that says nothing about the address itself."""
    status = entry.get("status")
    recipient = entry.get("email")
    theirs = recipient.strip().lower() if isinstance(recipient, str) else ""
    fault = fault_of(status if isinstance(status, str) else "", said, theirs)
    blocked = entry.get("type") == "blocked" and fault in (Fault.GONE, Fault.NO_DOMAIN, Fault.OTHER)
    return Fault.BLOCKED if blocked else fault


def _state(name: Any) -> DeliveryState | None:
    return STATES.get(name) if isinstance(name, str) else None
