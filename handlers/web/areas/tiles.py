"""Our own map, where no other is set: the homes and streets of the address register, a piece at a time."""

from collections.abc import Mapping
from html import escape
from math import atan, degrees, pi, sinh
from statistics import median
from typing import Final
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from bot.domain.participants.grid import rd_from_wgs84
from bot.workflow.alerts.mapping import Mapping as Areas

SIDE: Final = 256
LEAST_ZOOM, MOST_ZOOM = 13, 19
LONGEST_NUMBER: Final = len(str(2**MOST_ZOOM))
NAMED_FROM: Final = 15
AROUND_M: Final = 10
"""Homes beside a piece are seen on it by half."""
LETTER, ABOVE, BELOW = 9, 13, 5
"""How wide a letter is at most, and how far a name reaches above its line and below."""
KEPT: Final = {"Cache-Control": "private, max-age=600"}
LETTERS: Final = (
    'font-family="sans-serif" font-size="13" font-weight="600" text-anchor="middle"'
    ' fill="#2b3540" stroke="#eef1f4" stroke-width="3" paint-order="stroke"'
)
EMPTY: Final = '<rect width="256" height="256" fill="#eef1f4"/>'


class Tiles:
    """`url`: as Leaflet asks for a piece; `host`: whose pictures a page then loads, empty where they are ours."""

    def __init__(self, areas: Areas, url: str, attribution: str) -> None:
        self._areas = areas
        self.url = url
        self.attribution = attribution if url else ""
        parts = urlsplit(url)
        self.host = f"{parts.scheme}://{parts.netloc}" if url else ""

    def tile(self, request: Request) -> Response:
        """An SVG of 256 by 256."""
        z, x, y = (_number(request.path_params[name]) for name in "zxy")
        is_one = LEAST_ZOOM <= z <= MOST_ZOOM and min(x, y) >= 0 and max(x, y) < 2**z
        drawn = self._drawn(z, x, y) if is_one and not self.url else ""
        content = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}">{EMPTY}{drawn}</svg>'
        return Response(content, headers=KEPT, media_type="image/svg+xml")

    def _drawn(self, z: int, x: int, y: int) -> str:
        left, top = rd_from_wgs84(*_corner(z, x, y))
        right, low = rd_from_wgs84(*_corner(z, x + 1, y + 1))
        scale = SIDE / (right - left)
        side = max(2.0, 7 * scale)
        marks, streets = [], {}
        around = left - AROUND_M, low - AROUND_M, right + AROUND_M, top + AROUND_M
        for street, homes in self._areas.streets_between(*around).items():
            places = [((px - left) * scale, (top - py) * scale) for px, py in homes]
            marks += [_mark(*place, side) for place in places if _shows(*place, side)]
            if here := [(x, y) for x, y in places if 0 <= x < SIDE and 0 <= y < SIDE]:
                streets[street] = here
        names = names_on(streets) if z >= NAMED_FROM else ""
        homes_path = f'<path d="{"".join(marks)}" fill="#b9c2cc"/>'
        return f"{homes_path}<g {LETTERS}>{names}</g>"


def _number(text: str) -> int:
    """-1 where it is none, or longer than any: a number of thousands of digits is an error by itself."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER else -1


def _shows(x: float, y: float, side: float) -> bool:
    return -side < x < SIDE + side and -side < y < SIDE + side


def _mark(x: float, y: float, side: float) -> str:
    return f"M{x - side / 2:.1f} {y - side / 2:.1f}h{side:.1f}v{side:.1f}h-{side:.1f}z"


def names_on(streets: Mapping[str, list[tuple[float, float]]]) -> str:
    """Of the longest streets first, each whole within its piece, since the next one knows nothing of it; none over
    another.
    """
    told, taken = [], list[tuple[float, float, float]]()
    for street, places in sorted(streets.items(), key=lambda one: (-len(one[1]), one[0])):
        half = LETTER * len(street) / 2
        if half > SIDE / 2:
            continue
        middle_x, middle_y = (median(values) for values in zip(*places, strict=True))
        x, y = min(max(middle_x, half), SIDE - half), min(max(middle_y, ABOVE), SIDE - BELOW)
        if all(
            abs(x - its_x) >= half + its_half or abs(y - its_y) >= ABOVE + BELOW for its_x, its_y, its_half in taken
        ):
            taken.append((x, y, half))
            told.append(f'<text x="{x:.0f}" y="{y:.0f}">{escape(street)}</text>')
    return "".join(told)


def _corner(z: int, x: int, y: int) -> tuple[float, float]:
    """Latitude and longitude of a piece's upper left corner, as maps on the web are cut."""
    lon = x / 2**z * 360 - 180
    lat = degrees(atan(sinh(pi * (1 - 2 * y / 2**z))))
    return lat, lon
