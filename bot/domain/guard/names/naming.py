"""What takes the place of a name, so that the sentence still reads."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from bot.domain.guard.around.found import NameFound
from bot.domain.guard.around.told_behind import names_end
from bot.domain.guard.findings import FindingKind
from bot.domain.guard.names.name_words import (
    DETERMINERS,
    DWELLINGS,
    FEMALE,
    MALE,
    NAMING,
    NOT_CALLED,
    OF_PERSONS,
    OF_PLACES,
    OF_THE_HOUSE,
    PERSON_VERBS,
    ROYAL_TITLES,
    SEVERAL,
    TITLES,
)
from bot.domain.guard.names.names import names_in
from bot.domain.guard.names.owners import is_genitive
from bot.domain.guard.pieces import Piece
from bot.domain.guard.removing import sentence_around
from bot.domain.guard.runs import is_role
from bot.domain.guard.tokens import Words
from bot.domain.guard.words import words_of

_SHORT_SENTENCE: Final = 9
_NEUTER: Final = words_of("""
slachtoffer meisje kind neefje nichtje zusje broertje buurmeisje vriendje vriendinnetje
""")
_HOUSEHOLDS: Final = frozenset({"familie", "gezin", "echtpaar", "heren", "gebroeders"})
_BETWEEN_TITLES: Final = frozenset({"/", "en", "of"})
_OURS: Final = frozenset({"onze", "die", "een"})
"""Onze Roos is bestolen; these go along, for "iemand" has none."""
_ATTRIBUTIVE: Final = frozenset(["genaamd", "geheten", "alias", "bijgenaamd"])


def names_in_text(words: Words, masked: Sequence[bool]) -> Iterator[Piece]:
    """The names and what each becomes."""
    return (_piece(words, found) for found in _together(words, names_in(words, masked)))


def _together(words: Words, names: Iterable[NameFound]) -> Iterator[NameFound]:
    """Jan en Piet are one piece: two people."""
    last: NameFound | None = None
    for found in names:
        if (
            last
            and last.cue is None
            and found.cue is None
            and found.first == last.end + 1
            and words.folded(last.end) == "en"
        ):
            last = replace(last, end=found.end, people=last.people + 1)
            continue
        if last:
            yield last
        last = found
    if last:
        yield last


def _piece(words: Words, found: NameFound) -> Piece:
    name = words.tokens[found.first].start, words.tokens[found.end - 1 + _has_its_point(words, found.end)].end
    if found.cue is None:
        return _alone(words, found, *name)
    cue = words.folded(found.cue)
    determined = words.folded(found.cue - 1) in DETERMINERS or words.folded(found.cue - 1).endswith(("jarige", "se"))
    if cue in _HOUSEHOLDS and determined:
        return Piece(*name, FindingKind.NAME)
    if cue in TITLES | ROYAL_TITLES and not is_role(cue):
        first = _first_title(words, found.cue)
        begin = words.tokens[first - (words.folded(first - 1) in {"de", "het"})].start
        beside = {words.folded(n) for n in range(first, found.cue)} & _BETWEEN_TITLES
        becomes = "twee mensen" if "en" in beside else "iemand" if beside else _titled(words, found, cue)
        return Piece(begin, name[1], FindingKind.NAME, becomes)
    if words.folded(found.cue + 1) in {":", ","} or _is_plural(cue):
        return Piece(*name, FindingKind.NAME, "een persoon" if words.folded(found.cue + 1) == ":" else "")
    if determined:
        return Piece(*name, FindingKind.NAME)
    article = "de" if cue in OF_THE_HOUSE - {"slachtoffer"} else "het" if cue in _NEUTER else "een"
    return Piece(
        words.tokens[found.cue].start, name[1], FindingKind.NAME, f"{article} {words.tokens[found.cue].text.lower()}"
    )


def _first_title(words: Words, i: int) -> int:
    """Dr. ir. X, dhr/mevr X, de heer en mevrouw X: where the first of several titles stands."""
    at = i - 1
    while words.folded(at) in _BETWEEN_TITLES | {"."} and at > 0:
        at -= 1
    return _first_title(words, at) if at >= 0 and words.folded(at) in TITLES else i


def _has_its_point(words: Words, end: int) -> bool:
    """Jeroen B. is held: the point is of the initial."""
    point, behind = words.at(end), words.at(end + 1)
    initial = len(words.folded(end - 1)) == 1 and point is not None and point.text == "." and not point.before
    return initial and behind is not None and not behind.is_capital and "\n" not in behind.before


def _is_plural(role: str) -> bool:
    return role.endswith(("en", "s")) and not role.endswith("es")


def _titled(words: Words, found: NameFound, title: str) -> str:
    at_home = words.folded(found.cue - 1 if found.cue else -1) in {"bij", "van"} and _is_at_home(words, found.cue or 0)
    if title in SEVERAL:
        return "de heren" if title == "heren" else "de familie"
    if at_home:
        return "de bewoner"
    return "een vrouw" if title in FEMALE else "een man" if title in MALE else "iemand"


def _is_at_home(words: Words, i: int) -> bool:
    """Het huis van Jan, ingebroken bij Jan."""
    near = {words.folded(n) for n in range(max(0, i - 5), i - 1)}
    dwelling = bool(near & (DWELLINGS - {"bij", "thuis"}))
    return dwelling or bool(near & {"inbraak", "ingebroken", "binnen"}) or words.folded(i + 1) == "thuis"


def _of_several(words: Words, found: NameFound) -> int:
    """Het huis van de Wiersma's, bij de Jansens thuis: where their article stands; 0 where it is somebody's."""
    at = found.end - 2
    article = words.folded(at) == "de" and at > 0 and not words.is_capital(at) and not words.starts(at)
    owned = words.at(found.end)
    several = words.text[: words.tokens[found.end - 1].end].endswith(("'s", "’s"))
    alone = owned is None or not owned.is_word or owned.folded in NOT_CALLED | PERSON_VERBS | OF_PERSONS | OF_PLACES
    return at if article and several and alone else 0


def _alone(words: Words, found: NameFound, start: int, end: int) -> Piece:
    before = words.folded(found.first - 1)
    if found.people > 1:
        return Piece(start, end, FindingKind.NAME, "enkele mensen" if found.people > 2 else "twee mensen")
    if before in _ATTRIBUTIVE:
        return Piece(words.tokens[found.first - 1].start, end, FindingKind.NAME)
    if before in _OURS:
        start = words.tokens[found.first - 1].start
    said = _said_of_name(words, found)
    if said:
        return Piece(words.tokens[said[0]].start, words.tokens[said[1] - 1].end, FindingKind.NAME)
    if plural := _of_several(words, found):
        return Piece(words.tokens[plural].start, end, FindingKind.NAME, "de familie")
    return Piece(start, end, FindingKind.NAME, _somebody(words, found, words.text[start:end]))


def _said_of_name(words: Words, found: NameFound) -> tuple[int, int] | None:
    """The tokens of what says no more than what somebody is called: hij heet X; X is zijn achternaam."""
    if (told := names_end(words, found.end)) > found.end:
        return found.first, told + (words.starts(found.first) and words.folded(told) == ".")
    first, last = sentence_around(words, found.first)
    near = range(max(first, found.first - 4), found.first)
    named = any(words.folded(n) in NAMING - {"volgens", "aldus", "namens"} for n in near)
    return (first, last) if named and last - first <= _SHORT_SENTENCE else None


def _somebody(words: Words, found: NameFound, name: str) -> str:
    if name.endswith(("'s", "’s")) or is_genitive(words, found.end - 1):
        return "iemands"
    at_home = words.folded(found.first - 1) in {"bij", "van"} and _is_at_home(words, found.first)
    return "de bewoner" if at_home else "iemand"
