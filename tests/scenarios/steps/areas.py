"""The page of the map, from a form's preview."""

import json
import re
from collections.abc import Iterable

import httpx

from bot.domain.participants.grid import wgs84_from_rd
from tests.doubles.slack import Modal
from tests.scenarios.steps.registers import addresses
from tests.stage import PLAIN, Stage, X, Y

PUBLIC = "https://burgernetmail.example.nl"


def page_of(preview: Modal) -> str:
    """The link to the map on a form's preview."""
    [link] = re.findall(rf"{PUBLIC}/gebied/[\w-]+", str(preview.view.blocks))
    return str(link)


def picture_of(preview: Modal) -> str:
    """The address of the picture on it."""
    [block] = [block for block in preview.view.blocks if block["type"] == "image"]
    return str(block["image_url"])


def corners(*places: tuple[float, float]) -> str:
    """As the map sends them, by metres from the middle of the practice street."""
    return json.dumps([wgs84_from_rd(X + dx, Y + dy) for dx, dy in places])


def chooses(stage: Stage, link: str, **filled: str | list[str]) -> httpx.Response:
    """Fill in the page and use it; what it says then."""
    data = {"action": "choose", **filled}
    answer = httpx.post(stage.here(link), data=data, follow_redirects=True, **PLAIN)
    stage.program.listeners.wait_until_idle()
    return answer


def counts(stage: Stage, link: str, **filled: str | list[str]) -> httpx.Response:
    """What the map is told of an area that is not chosen yet."""
    return httpx.post(f"{stage.here(link)}/telling", data=filled, **PLAIN)


def a_register(stage: Stage, **streets: Iterable[tuple[float, float]]) -> None:
    """Streets with a home at each of these places, by metres from the middle of the practice street."""
    lines = []
    for at, (street, homes) in enumerate(streets.items()):
        for number, (dx, dy) in enumerate(homes, start=1):
            lines.append(f"{street},{number},,38{23 + at} AB,Amersfoort,{X + dx},{Y + dy},woonfunctie")
    addresses(stage, *lines)


EAST = corners((20, -100), (220, -100), (220, 100), (20, 100))
"""Beside the practice street: the circle would hold both sides."""
ROW = [(10.0 * number, 5.0) for number in range(8)]
OPPOSITE = [(10.0 * number, 40.0) for number in range(8)]
