"""Number plates from abroad: some are known by their shape, others by what stands before them."""

import re
from collections.abc import Iterator
from typing import Final

from bot.domain.folding import folded
from bot.domain.guard.names.nobody import NOBODY

_BY_SHAPE: Final = re.compile(
    r"(?<![\w-])(?:"
    r"[1-9]-[A-Z]{3}-\d{3}"  # Belgian
    r"|[A-Z]{2}-\d{3}-[A-Z]{2}"  # French, Italian
    r"|[A-ZÄÖÜ]{1,3}-[A-Z]{1,2}[ -]?\d{2,4}[EH]?"  # German
    r"|[A-Z]{1,2}-\d{2,3}-[A-Z]{3}"  # Romanian
    r")(?![\w-])"
)
_UNREAD: Final = re.compile(
    r"(?<![\w?*.-])(?=[A-Z0-9?*.…-]{0,11}[?*.…])[A-Z0-9?*.…]{1,3}(?:-[A-Z0-9?*.…]{1,3}){2}(?![\w-])", re.ASCII
)
"""PG-33-?: one mark was not seen."""
_FROM: Final = (
    r"(?:belgi|duit[sz]|fran[sk]|luxemb|pool|pole|roem[ea]|bulga|hongaa|tsjech|slowa|slove|litou|let(?:s|land)|est(?:s|land)|engel"
    r"|brit|spaan|spanj|portug|itali|turk|oekra|russ|servi|kroat|griek|deen|denem|zwee?d|noor|fin|oostenr|zwits|iers"
    r"|moldav|albane|bosni|macedo|buitenland)[a-zë]{0,9}"
)
_CAR: Final = (
    r"(?:[a-z]{0,10}(?:auto|bus|busje|wagen|kenteken|kentekens|kentekenplaat|plaat|plaatje|platen|nummerbord|aanhanger"
    r"|motor|scooter|voertuig|camper)|bestelbus\w{0,3})"
)
_CUE: Final = (
    rf"\b(?i:{_FROM} (?:[a-z-]{{2,15}} ){{0,2}}{_CAR}|{_CAR} (?:[a-z-]{{2,15}} )?uit {_FROM}"
    rf"|uit {_FROM}|kenteken\w*|nummerpla\w+|nummerbord|plaat|ktk)\b"
)
_PLATE: Final = (
    r"(?<![\w-])(?P<plate>[A-Z]{1,4}[ -]?\d{1,5}(?:[ -]?(?:[A-Z]{1,3}|\d{1,4})\b)?|[A-Z]{1,3}[ -][A-Z]{1,3}[ -]?\d{1,5}"
    r"|[A-Z]{1,3}[ -][A-Z0-9]{4,6}|\d{1,3}[ -]?[A-Z]{1,3}[ -]?\d{1,4}|\d[A-Z]{1,2}[ -]?\d{4})(?![\w-])"
)
_BEHIND_CUE: Final = re.compile(rf"{_CUE}[^.!?\n]{{0,30}}?{_PLATE}")
_FEWEST_MARKS: Final = 5
_FEWEST_SEEN: Final = 3


def foreign_plates_in(text: str) -> Iterator[tuple[int, int]]:
    for match in _BY_SHAPE.finditer(text):
        yield match.span()
    for match in _UNREAD.finditer(text):
        if sum(map(str.isalnum, match[0])) >= _FEWEST_SEEN and re.search(r"[A-Z]", match[0]):
            yield match.span()
    for match in _BEHIND_CUE.finditer(text):
        if _is_plate(match["plate"]):
            yield match.span("plate")


def _is_plate(typed: str) -> bool:
    """Letters and two digits at least; no make with its model (BMW 320), no year and no time."""
    marks = re.sub(r"[^A-Z0-9]", "", typed)
    letters = re.match(r"[A-Z]*", typed)
    maker = letters is not None and len(letters[0]) > 1 and folded(letters[0]) in NOBODY
    return len(marks) >= _FEWEST_MARKS and not marks.isalpha() and sum(map(str.isdigit, marks)) >= 2 and not maker
