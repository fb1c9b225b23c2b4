"""Lines of a marked quote that a program cut at a fixed width, in words and links too, made whole again.

Only where the whole stands in what we sent: what a citizen typed behind a mark is never joined to anything.
"""

import re
from typing import Final

from bot.mail.reading.words.sent import Sent

MOST_PIECES: Final = 8
SHORTEST: Final = 30
LONGEST: Final = 200
QUOTE_MARK: Final = re.compile(r"[\s|]*>[\s>|]*")


def uncut(raws: list[str], sent: Sent) -> list[str]:
    """All lines, the cut ones as one."""
    whole: list[str] = []
    at = 0
    while at < len(raws):
        line, pieces = _whole(raws, at, sent)
        whole.append(line)
        at += pieces
    return whole


def _whole(raws: list[str], at: int, sent: Sent) -> tuple[str, int]:
    """The line that begins here, and of how many pieces it is."""
    first = raws[at]
    mark = QUOTE_MARK.match(first)
    if not mark or not SHORTEST <= len(first) <= LONGEST:
        return first, 1
    in_link, words = sent.ends_in_link(first), sent.words(first)
    if not in_link and (not words or sent.find(words) >= 0):
        return first, 1
    line, bare = first, mark[0].rstrip()
    for following in range(at + 1, min(at + MOST_PIECES, len(raws))):
        piece = raws[following]
        if not piece.startswith(bare) or len(piece) > LONGEST:
            break
        line += piece.removeprefix(bare).removeprefix(mark[0][len(bare) :][:1])
        in_link |= sent.ends_in_link(line)
        if sent.find(sent.words(line)) >= 0 and (not in_link or sent.has_whole_link(line)):
            return line, following + 1 - at
    return first, 1
