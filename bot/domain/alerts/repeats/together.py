"""Two requests near each other as one mail."""

from dataclasses import replace
from math import ceil

from bot.domain.alerts.alerts import LONGEST, RADII_M, AlertContent
from bot.domain.errors import TooLong
from bot.domain.participants.places import distance_m
from bot.domain.participants.shapes import Circle


def together(main: AlertContent, other: AlertContent, also: str) -> AlertContent:
    """The main one with the other in it (`also`: what happened there), its area as large as holds both, or the largest.

    TooLong where the texts do not fit in one mail.
    """
    texts = {
        "what_happened": f"{main.what_happened}\n\n{also}",
        "description": "\n".join(filter(None, (main.description, other.description))),
        "question": "\n".join(dict.fromkeys(filter(None, (main.question, other.question)))),
    }
    for name, text in texts.items():
        if len(text) > LONGEST[name]:
            raise TooLong("together", length=len(text), most=LONGEST[name])
    apart = distance_m(main.x, main.y, other.x, other.y)
    needed = max(main.radius_m, ceil(apart) + other.radius_m)
    radius_m = next((one for one in RADII_M if one >= needed), RADII_M[-1])
    return replace(main, **texts, radius_m=radius_m)  # type: ignore[arg-type]  # texts all


def goes_along(main: AlertContent, other: AlertContent) -> bool:
    """Whether the main one's mail, changed, still reaches where the other happened and names its street."""
    area = main.area
    if isinstance(area, Circle):
        reaches = distance_m(area.x, area.y, other.x, other.y) <= area.radius_m
    else:
        reaches = area.holds(other.x, other.y)
    told = "\n".join((main.street, main.what_happened, main.description)).casefold()
    return reaches and other.street.casefold() in told
