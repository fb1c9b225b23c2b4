"""Numbers and codes as people type them, in any writing: one form of each is kept and compared."""

import re
from typing import Final

from bot.domain.errors import InvalidBvhNumber, InvalidPostcode
from bot.entering import as_line

LONGEST_BVH_NUMBER: Final = 30
_SHORTEST_BVH_NUMBER: Final = 3
_POSTCODE: Final = re.compile(r"([1-9]\d{3})[ .-]?([A-Za-z]{2})", re.ASCII)
_BVH_NUMBER: Final = re.compile(r"[A-Z0-9]+(?:[ ./-]+[A-Z0-9]+)*-?")
_BVH_SIGNS: Final = re.compile(r"[ ./-]+")
_REFERENCE: Final = re.compile(r"\W*BM[ -]*(\d{4})[ -]*(\d{1,6})(?:[ -]*([AP]) ?(\d+))?\W*", re.ASCII)


def tidy_postcode(typed: str) -> str:
    """`3823ab` as `3823 AB`; InvalidPostcode where it is none."""
    match = _POSTCODE.fullmatch(as_line(typed))
    if not match:
        raise InvalidPostcode("postcode")
    return f"{match[1]} {match[2].upper()}"


def tidy_bvh_number(typed: str, field: str = "bvh_number") -> str:
    """A BVH number as it is shown: in capitals, with the signs it was typed with as dashes. InvalidBvhNumber.

    What it is compared by is its `bvh_key`: some write 2026-112401 and some 2026112401.
    """
    number, lines = as_line(typed).upper(), typed.strip().splitlines()
    if len(lines) > 1 or not _BVH_NUMBER.fullmatch(number):
        raise InvalidBvhNumber(field)
    number = _BVH_SIGNS.sub("-", number)
    if len(number) > LONGEST_BVH_NUMBER or len(bvh_key(number)) < _SHORTEST_BVH_NUMBER:
        raise InvalidBvhNumber(field)
    return number


def bvh_key(number: str) -> str:
    """What all writings of one BVH number have in common: its letters and digits."""
    return re.sub(r"[^A-Z0-9]", "", number.upper())


def tidy_reference(typed: str) -> str:
    """`bm 2026-42` as `BM-2026-0042`, an outcome mail's with its `-A1`, a preventive one's `-P1`; empty for none."""
    match = _REFERENCE.fullmatch(as_line(typed).upper())
    if not match:
        return ""
    return f"BM-{match[1]}-{int(match[2]):04d}" + (f"-{match[3]}{int(match[4])}" if match[4] else "")
