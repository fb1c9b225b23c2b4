"""What somebody filled in on the page of the map."""

import json
from typing import Final
from urllib.parse import parse_qsl

from bot.records.alerts import AreaKind, AreaWish

MOST_FIELDS: Final = 200
LONGEST_RADIUS: Final = 5
_KINDS: Final = {str(kind): kind for kind in AreaKind}


def parse_wish(body: bytes) -> tuple[AreaWish, str]:
    """With the button that was pressed; what can't be read is not there, and is refused as what is missing is."""
    try:
        pairs = parse_qsl(body.decode(errors="replace"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        pairs = []
    filled = dict(pairs)
    streets = tuple(sorted({value for field, value in pairs if field == "street" and "\0" not in value}))
    kind = _KINDS.get(filled.get("kind", ""), AreaKind.CIRCLE)
    wish = AreaWish(kind, _radius(filled.get("radius", "")), streets, _corners(filled.get("corners", "")))
    return wish, filled.get("action", "")


def _radius(typed: str) -> int:
    known = typed.isascii() and typed.isdecimal() and len(typed) <= LONGEST_RADIUS
    return int(typed) if known else 0


def _corners(text: str) -> tuple[tuple[float, float], ...]:
    try:
        return tuple((_degrees(lat), _degrees(lon)) for lat, lon in json.loads(text))
    except (ValueError, TypeError, OverflowError, RecursionError):
        return ()


def _degrees(value: object) -> float:
    """What is no place on earth is far from every place that we know."""
    degrees = float(value)  # type: ignore[arg-type]  # whatever it is
    return degrees if abs(degrees) <= 180 else 0.0
