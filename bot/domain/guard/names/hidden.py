"""Names of which letters are left out: M**k, J***, Ka..n. Whoever knows somebody reads it all the same."""

import re
from collections.abc import Iterator
from typing import Final

from bot.domain.guard.findings import FindingKind
from bot.domain.guard.names.dictionary import is_dutch
from bot.domain.guard.pieces import Piece

_LETTER: Final = r"[^\W\d_]"
_BLOTTED: Final = re.compile(
    rf"(?<![\w*•@])(?=[^\W\d_a-z](?![A-Z])){_LETTER}{{1,4}}"
    rf"(?:[*•…]{{2,}}|_{{2,}}|[*•…#~^%](?={_LETTER})){_LETTER}{{0,6}}(?![\w*•])"
)
_DOTTED: Final = re.compile(rf"(?<![\w.])(?=[^\W\d_a-z]){_LETTER}{{1,4}}\.{{2,}}(?P<last>{_LETTER}{{1,4}})(?![\w.])")


def hidden_names_in(text: str) -> Iterator[Piece]:
    for match in _BLOTTED.finditer(text):
        yield Piece(match.start(), match.end(), FindingKind.NAME, "iemand")
    for match in _DOTTED.finditer(text):
        if len(match["last"]) == 1 or not is_dutch(match["last"].lower()):  # Ja...nee
            yield Piece(match.start(), match.end(), FindingKind.NAME, "iemand")
