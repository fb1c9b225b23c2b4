"""Pictures in a page: those that stand in it as code, and the places of those that come along as parts."""

import binascii
import re
from collections.abc import Collection
from typing import Final
from urllib.parse import unquote_to_bytes

MOST_PICTURES: Final = 50
CODE: Final = re.compile(
    r"(?<![-\w])(src\s{0,9}=\s{0,9}[\"']?)data:(image/[a-z0-9.-]{1,40})(?:;[a-z0-9=-]{1,40}){0,3};base64,"
    r"([^\"'<>]*+)",
    re.IGNORECASE,
)
STARTS: Final = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF", b"BM", b"II*\0", b"MM\0*")
HEIC: Final = b"ftyp"
PLACE: Final = re.compile(r"\[cid:([^\[\]\s]{1,250})\]")


def take_pictures(page: str) -> tuple[str, list[tuple[str, str, bytes]]]:
    """The page with an id in the place of each picture's code, and the ids with their pictures' kinds and contents."""
    found: list[tuple[str, str, bytes]] = []

    def take(code: re.Match[str]) -> str:
        picture = _decoded(code[3]) if len(found) < MOST_PICTURES else b""
        if not picture:
            return code[0]
        found.append((f"in-the-page-{len(found)}", code[2].lower(), picture))
        return f"{code[1]}cid:{found[-1][0]}"

    return CODE.sub(take, page), found


def _decoded(code: str) -> bytes:
    """Empty for what is no picture: made-up code, a drawing of the layout."""
    try:
        content = binascii.a2b_base64(unquote_to_bytes("".join(code.split())))
    except ValueError:
        return b""
    return content if content.startswith(STARTS) or content[4:8] == HEIC else b""


def without_places(text: str, came_along: Collection[str]) -> str:
    """Outlook writes `[cid:image001.png@01DC84]` in its plain text: no word, and it looks like a mail address."""
    return PLACE.sub(lambda place: "" if place[1] in came_along else place[0], text)
