"""Alerts and replies as the figures count them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.domain.alerts.offences import Offence
from bot.domain.figures.counted import AlertClock, SentAlert, ValidReply
from bot.domain.replies.replies import ReplyKind

NOON = datetime(2026, 1, 14, 12, tzinfo=UTC)
HOUR, MINUTE, DAY = timedelta(hours=1), timedelta(minutes=1), timedelta(days=1)


def alert(number: int = 1, *, sent: datetime = NOON, took: timedelta = 3 * HOUR, **changes: Any) -> SentAlert:
    """Sent so long after the offence; five minutes in the form."""
    requested = sent - HOUR
    clock = AlertClock(
        reference=f"BM-2026-{number:04d}",
        offence=Offence.BURGLARY,
        window_end=sent - took,
        opened_at=requested - 5 * MINUTE,
        requested_at=requested,
        approved_at=sent - MINUTE,
        sent_at=sent,
    )
    made = SentAlert(clock, sent, "U1", "Anna", "U2", "Bram", mails=52, bounced=0, complaints=0, replies=0)
    return replace(made, **changes)


def reply(received: datetime = NOON, handled: timedelta | None = None, **changes: Any) -> ValidReply:
    done = received + handled if handled is not None else None
    made = ValidReply(1, "BM-2026-0001", ReplyKind.MAIL, received, None, True, True, True, done)
    return replace(made, **{"number": changes.get("id", 1), **changes})
