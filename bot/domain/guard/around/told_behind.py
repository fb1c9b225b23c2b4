"""What is said behind a word makes it a name, whatever it is: Smid is zijn achternaam; dat deed Jumbo, zo heet hij."""

from typing import Final

from bot.domain.guard.names.name_words import DETERMINERS, NOT_CALLED, PRONOUNS
from bot.domain.guard.runs import Runs, is_role
from bot.domain.guard.tokens import Words
from bot.domain.guard.words import words_of

_IS: Final = frozenset({"is", "was", "luidt"})
_HIS: Final = frozenset({"zijn", "haar", "diens", "z'n", "d'r"})
_NAMES: Final = words_of("naam achternaam voornaam bijnaam roepnaam meisjesnaam familienaam schuilnaam straatnaam")
_CALL: Final = {
    **dict.fromkeys(("noemen", "noemt", "noemden", "noemde"), frozenset({"hem", "haar", "zich", "zichzelf"})),
    **dict.fromkeys(("heet", "heette"), frozenset({"hij", "zij", "ze"})),
}
"""Who is called so."""
_MARKS: Final = frozenset({".", ",", ";"})
_NEAR: Final = 5


def is_told_behind(words: Words, runs: Runs, i: int) -> bool:
    """Whether the word there is told to be a name by what comes next."""
    word = words.folded(i)
    if word in NOT_CALLED | PRONOUNS | DETERMINERS | _NAMES or is_role(word) or len(word) == 1:
        return False
    if names_end(words, i + 1) > i + 1:
        return words.is_capital(i) or runs.flags(i) is not None
    return words.is_capital(i) and _is_called_so(words, i + 1)


def names_end(words: Words, i: int) -> int:
    """Behind "is zijn achternaam"; `i` where that does not stand there."""
    if words.folded(i) not in _IS or words.folded(i + 1) not in _HIS:
        return i
    return next((n + 1 for n in (i + 2, i + 3) if words.folded(n) in _NAMES), i)


def _is_called_so(words: Words, i: int) -> bool:
    """. Zo noemen ze hem; , zo heet hij."""
    if words.folded(i) not in _MARKS or words.folded(i + 1) != "zo":
        return False
    who = _CALL.get(words.folded(i + 2), frozenset())
    return not who.isdisjoint(words.folded(n) for n in range(i + 3, i + _NEAR))
