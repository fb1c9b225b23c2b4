"""Who is called or spoken to: "Ferry, kom nou", "Kijk uit, Wolf", "Roos, de politie!"; whatever word it is too."""

from typing import Final

from bot.domain.guard.names.name_list import flags_of
from bot.domain.guard.names.name_words import GREETINGS, OF_PLACES, QUOTING_VERBS, TITLES
from bot.domain.guard.names.nobody import NOBODY
from bot.domain.guard.runs import is_role
from bot.domain.guard.tokens import Words
from bot.domain.guard.words import words_of

_ORDERS: Final = words_of(
    """
kom wacht stop rennen ren loop lopen rij rijd rijden doe geef pak pakken schiet let kijk luister help blijf ga gaan maak
laat hou houd zeg zwijg neem sta spring duik bel ben kun ken wil mag moet heb hoor zie weg hier nee ja niet rustig
snel sorry opschieten wegwezen
"""
)
"""What is said to somebody begins with these."""
_ALONE: Final = words_of("wacht kom stop ren rennen loop lopen rij rijden luister help")
"""These have nothing behind them but who is spoken to."""
_GO_ON: Final = words_of("door nou nu even eens snel op weg mee maar toch dan eruit terug uit hier rustig aan gauw dus")
_OF_MANY: Final = words_of("schat liefje lieverd mama papa mam pap mensen jongens dames meiden buurt allemaal iedereen")
"""Called by these too, and nobody's name."""
_ENDS: Final = frozenset({"", "!", ".", "?", ",", '"', "”", "“", "'", "’", "‘"})
_QUOTES: Final = frozenset("\"'„“‘:")
_FARTHEST: Final = 4
_NEAR: Final = 8


def is_called(words: Words, i: int, *, stranger: bool) -> bool:
    """Whether the word there is somebody that a sentence or a cry speaks to."""
    word = words.folded(i)
    flags = flags_of(word)
    if not words.is_capital(i) or word in NOBODY | _OF_MANY | TITLES | GREETINGS or is_role(word):
        return False
    if flags is None and not (stranger and _is_said(words, i)):
        return False
    return _is_before_order(words, i) or _is_behind_order(words, i) or _is_cried(words, i, flags or "f")


def _is_said(words: Words, i: int) -> bool:
    near = {words.folded(n) for n in range(max(0, i - _NEAR), i + 2 * _NEAR)}
    return not near.isdisjoint(QUOTING_VERBS)


def _is_before_order(words: Words, i: int) -> bool:
    """Ferry, kom nou; "Storm, hier!"."""
    order = words.at(i + 2)
    small = order is not None and not order.is_capital
    begins = words.starts(i) or (words.folded(i - 1) in GREETINGS and words.starts(i - 1))
    return begins and words.folded(i + 1) == "," and small and words.folded(i + 2) in _ORDERS


def _is_behind_order(words: Words, i: int) -> bool:
    """Kijk uit, Wolf; wacht Storm!"""
    if words.starts(i) or words.folded(i + 1) not in _ENDS:
        return False
    at = i - 1 - (words.folded(i - 1) == ",")
    while at > i - _FARTHEST and words.folded(at) in _GO_ON and not words.starts(at):
        at -= 1
    bare = words.folded(i - 1) in OF_PLACES or (at == i - 1 and words.folded(at) not in _ALONE)
    return words.folded(at) in _ORDERS and words.starts(at) and not bare


def _is_cried(words: Words, i: int, flags: str) -> bool:
    """Riep: Mark!; "Roos, de politie!"."""
    cried = words.folded(i - 1) in _QUOTES and words.folded(i + 1) in {"!", ","}
    return "f" in flags and words.starts(i) and cried and _is_said(words, i)
