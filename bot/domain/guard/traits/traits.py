"""Origin, skin, belief, health and orientation of a person: none of it helps to know them again, all of it may hurt."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from bot.domain.guard.pieces import Piece
from bot.domain.guard.tokens import Words
from bot.domain.guard.traits.ailments import WARDS
from bot.domain.guard.traits.convictions import belief, orientation
from bot.domain.guard.traits.health import health
from bot.domain.guard.traits.origin import abode, dialect, inhabitant, land, looks, people, phrase, skin, told
from bot.domain.guard.traits.politics import politics

_RULES: Final[tuple[Callable[[Words, int], Piece | None], ...]] = (
    *(land, looks, people, inhabitant, skin, told, abode, phrase, dialect),
    *(belief, politics, health, orientation),
)


def traits_in(words: Words, masked: Sequence[bool]) -> Iterator[Piece]:
    """What tells of a person what the mail has no use for; `masked` is what belongs to a place or a firm."""
    for i in range(len(words)):
        placed = masked[i] and words.is_capital(i) and words.folded(i) not in WARDS and words.folded(i - 1) != "type"
        if placed or not words.tokens[i].is_word:
            continue
        piece = next(filter(None, (rule(words, i) for rule in _RULES)), None)
        if piece:
            yield piece
