"""Incidents as a day monitor brings them."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert

from bot.domain.numbering import bvh_key
from storage.engine import make_engine
from storage.schema.day_monitor import incidents

SEEN = datetime.fromisoformat("2026-01-14T12:00:00+01:00")
END = datetime.fromisoformat("2026-01-14T03:30:00+01:00")
ROW = {
    "offence": "burglary",
    "street": "Kattenbroekstraat",
    "house_number": "12",
    "postcode": "3823 AB",
    "place": "Amersfoort",
    "window_start": END - timedelta(hours=4),
    "window_end": END,
    "reported_at": END + timedelta(hours=4),
    "what_happened": "De achterdeur is opengebroken.",
    "description": "Een grijze bestelbus.",
    "status": "open",
    "first_seen_at": SEEN,
    "changed_at": SEEN,
    "seen_at": SEEN,
}


def monitor(database_url: str, *numbers: str, **changes: Any) -> list[int]:
    """Incidents with these BVH numbers; their ids."""
    engine = make_engine(database_url)
    try:
        with engine.begin() as connection:
            rows = [{**ROW, "bvh_key": bvh_key(number), "bvh_number": number, **changes} for number in numbers]
            adding = [insert(incidents).values(row).returning(incidents.c.id) for row in rows]
            return [connection.execute(add).scalar_one() for add in adding]
    finally:
        engine.dispose()
