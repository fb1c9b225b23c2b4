"""Which words of a text belong to a place, a firm or a thing: Jan van Galenstraat, Albert Heijn, Café De Engel."""

import re
from typing import Final

from bot.domain.guard.around.royals import is_called_royal
from bot.domain.guard.names.brands import OF_TRADES, TAILS
from bot.domain.guard.names.dictionary import is_given_name
from bot.domain.guard.names.name_list import flags_of
from bot.domain.guard.names.name_words import (
    CERTAIN_ENDINGS,
    DETERMINERS,
    FIRM_INTERFIXES,
    INTERFIXES,
    LAST_NAMES_TOO,
    OF_PLACES,
    PERSON_VERBS,
    PLACE_ENDINGS,
    PLACE_HEADS,
    ROLES,
    TITLES,
)
from bot.domain.guard.names.nobody import AREA_WORDS, LONGEST_PHRASE, NOBODY, PHRASES
from bot.domain.guard.runs import is_role
from bot.domain.guard.tokens import Words
from bot.domain.guard.traits.peoples import stem_of
from bot.domain.guard.words import words_of

_SHORTEST_PLACE: Final = 6
_FARTHEST: Final = 5
_ALWAYS: Final = ("straat", "laan", "plein", "gracht", "steeg", "singel")
"""A street in small letters too."""
_STREETS: Final = (*_ALWAYS, "weg", "kade", "dreef", "pad", "markt", "school", "park", "museum")
"""These end no last name with "van" before it: Johan van Oldenbarneveltlaan."""
_BUILT: Final = (
    *_STREETS,
    *words_of("tunnel brug viaduct station college lyceum huis theater stadion flat hal haven"),
)
"""These end no last name behind a first one; Gerrit Kruiswijk and Gerrit Rietdijk are somebody."""
_PHRASES_BEGIN: Final = frozenset(phrase[0] for phrase in PHRASES)
_OF_STREETS: Final = words_of("meester mr dokter dr professor prof dominee ds pastoor pater kapelaan burgemeester ir")
"""Whom streets are called after with their title: Meester Cornelisstraat."""
_FOR_WHOM: Final = frozenset({"voor", "van", "door", "met", "aan", "tegen", "volgens"})
_WITH_WHOM: Final = frozenset({"met", "volgens", "namens"})
"""No place stands behind these."""
_CORNERS: Final = frozenset({"tussen", "hoek"})
_BESIDE: Final = frozenset({"bij", "naast", "voor", "achter", "tegenover"})
_SQUARES: Final = words_of("park plein kerk laan kade singel gracht weg markt")
"""Beside these one stands: bij Beatrix Park."""
_CALLED: Final = frozenset({"genoemd", "geheten"})
"""In de buurt Lange Willem genoemd: there the buurt is not called so."""
_WHO: Final = words_of("hij zij ze ik man vrouw jongen meisje dader verdachte")
_GENERIC: Final = words_of("""
buurt wijk straat stad plaats dorp lijn bus tram trein taxi team flat bureau poort winkel supermarkt toren meer bos
markt brug kerk halte park station politiebureau voetbal provincie
""")
_HEAD_ENDINGS: Final = tuple(
    words_of("""
winkel tent cafe club vereniging school centrum bedrijf restaurant praktijk salon opvang complex shop speelzaal markt
boerderij bakkerij slagerij makelaar koekenhuis koffiehuis
""")
)
"""Friettent De Gouden Leeuw, pannenkoekenhuis De Uil, tennisvereniging Rust Roest."""
_SHORTEST_HEAD: Final = 8
_OWNED: Final = OF_TRADES | words_of("flat villa boerderij garage bedrijf")
"""De winkel van Wong is his: he is masked by no more than his shop."""


def masked_in(words: Words, street: str = "") -> list[bool]:
    """By token, whether it is part of what is no person; the case's own street is known, whatever it is called."""
    masked = [False] * len(words)
    for i, token in enumerate(words.tokens):
        if not token.is_word:
            continue
        for start, end in (_phrase(words, i), _behind_head(words, i), _place(words, i), _firm(words, i)):
            masked[start:end] = [True] * (end - start)
    return _with_street(words, street, masked) if street else masked


def _with_street(words: Words, street: str, masked: list[bool]) -> list[bool]:
    within = bytearray(len(words.text))
    for match in re.finditer(rf"\b{re.escape(street)}\b", words.text, re.IGNORECASE):
        within[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
    return [known or bool(within[token.start]) for known, token in zip(masked, words.tokens, strict=True)]


def _phrase(words: Words, i: int) -> tuple[int, int]:
    if words.folded(i) not in _PHRASES_BEGIN:
        return (i, i)
    some = [words.folded(i + n) for n in range(LONGEST_PHRASE)]
    ends = [n for n in range(LONGEST_PHRASE, 0, -1) if tuple(some[:n]) in PHRASES]
    return (i, min(i + ends[0], len(words))) if ends else (i, i)


def _behind_head(words: Words, i: int) -> tuple[int, int]:
    """Park Schothorst, de bakkerij Van den Berg, merk Gazelle: the capitals behind a word of a place or a firm."""
    word = words.folded(i)
    compound = len(word) >= _SHORTEST_HEAD and word.endswith(_HEAD_ENDINGS) and not words.is_capital(i)
    if not (word in PLACE_HEADS or compound) or word in ROLES:
        return (i, i)
    if _is_of_somebody(words, i) or is_called_royal(words, i):
        return (i, i)
    end = i + 1
    while end < min(len(words), i + _FARTHEST) and not words.starts(end):
        if not (words.is_capital(end) or (words.folded(end) in INTERFIXES and words.is_capital(end + 1))):
            break
        end += 1
    who = {words.folded(n) for n in range(words.sentence(i)[0], i)}
    called = words.folded(end) in _CALLED and (
        not who.isdisjoint(_WHO) or any("f" in (flags_of(words.folded(n)) or "") for n in range(i + 1, end))
    )
    return (i, i) if end == i + 1 or called else (i, end)


def _is_of_somebody(words: Words, i: int) -> bool:
    """De eigenaar van bakkerij Ahmed, de winkel van Wong, huize Jansen, Park Ji-hoon: who stands behind it is named."""
    word, last = words.folded(i), words.at(i + 1)
    flags = flags_of(words.folded(i + 1))
    clear = flags is not None and not {"w", "p"} & set(flags)
    if clear and "f" in (flags or "") and (word in _GENERIC or word not in PLACE_HEADS):
        return True
    if clear and (word == "huize" and "f" not in (flags or "")):
        return True
    if clear and is_role(words.folded(i - 2)) and words.folded(i - 1) == "van":
        return True
    owner = flags_of(words.folded(i + 2))
    owned = words.folded(i + 2) in TITLES or (word in _OWNED and owner is not None and "w" not in owner)
    owned = owned or ("f" in (owner or "") and not {"w", "p"} & set(owner or "") and words.is_capital(i + 2))
    given = words.is_capital(i) and last is not None and is_given_name(last.text)
    return given or (words.folded(i + 1) == "van" and owned)


def _firm(words: Words, i: int) -> tuple[int, int]:
    """Meander Medisch Centrum, Hendriks Beveiliging: the capitals before what is no last name."""
    if words.folded(i) not in TAILS or not words.is_capital(i) or words.starts(i):
        return (i, i)
    start = i
    while start > max(0, i - _FARTHEST) and not words.starts(start):
        before = words.folded(start - 1)
        joins = before in INTERFIXES | {"&", "en"} and words.is_capital(start - 2) and start > 1
        if before in TITLES or before in ROLES or not (words.is_capital(start - 1) or joins):
            break
        start -= 1
    while start < i and words.folded(start) in INTERFIXES | {"&", "en"} and not words.is_capital(start):
        start += 1
    return (start, i + 1)


def _place(words: Words, i: int) -> tuple[int, int]:
    """A street or a building by its ending, with the capitals before it: Johan van Oldenbarneveltlaan."""
    if not is_place(words, i):
        return (i, i + 1) if words.folded(i) in AREA_WORDS and words.is_capital(i) else (i, i)
    start = i
    while start > max(0, i - _FARTHEST) and _goes_on(words, start - 1, start):
        start -= 1
    while start < i and words.folded(start) in INTERFIXES and not words.is_capital(start):
        start += 1
    if _is_somebody(words, start, i):
        return (i, i)
    return (start - (words.folded(start - 1) in _OF_STREETS), i + 1)


def _is_somebody(words: Words, start: int, i: int) -> bool:
    """Met Fleur Dijk, J. Dijk belde: his last name; "in de Fleur Laan" and "langs Emma Kade" are none."""
    before = words.folded(start - 1)
    placed = before in DETERMINERS | OF_PLACES | _CORNERS or (before in _BESIDE and words.folded(i) in _SQUARES)
    flags = flags_of(words.folded(start)) or ""
    first = "f" in flags and ("n" in flags or not {"w", "p"} & set(flags))
    if words.starts(start) and start < i - 2 and not first:
        return _is_somebody(words, start + 1, i)  # Bel Sanne van Dijk
    if before == "die" and first and words.folded(start + 1) == "van" and words.folded(i) in LAST_NAMES_TOO:
        return True
    if placed:
        return False
    if first and words.folded(start + 1) == "van" and start < i - 1:
        return not words.folded(i).endswith(_STREETS)  # Roos van Wijngaarden
    if words.folded(i) not in LAST_NAMES_TOO and words.folded(i).endswith(_BUILT):
        return False
    initials = all(len(words.folded(n)) == 1 for n in range(start, i))
    return start < i and (initials or (first and start == i - 1))


def _goes_on(words: Words, i: int, at: int) -> bool:
    """Whether the word before a place is part of its name."""
    word = words.folded(i)
    if words.starts(at) or "\n" in words.tokens[at].before or word in TITLES or word in ROLES:
        return False
    if word == "." and i and len(words.folded(i - 1)) <= 2:
        return True
    if word in INTERFIXES:
        return words.is_capital(i) or (i > 0 and words.is_capital(i - 1) and not _is_only_preposition(words, i))
    known = flags_of(word) is not None or not words.starts(i)
    return words.is_capital(i) and known and word not in OF_PLACES and word not in DETERMINERS


def _is_only_preposition(words: Words, i: int) -> bool:
    """Henk in de Kerkstraat, Henk op het Stadsplein: he stands there, it is not called after him."""
    return words.folded(i) in {"in", "op", "te"} or (
        words.folded(i) in {"de", "het"} and words.folded(i - 1) in {"in", "op", "van"}
    )


def is_place(words: Words, i: int) -> bool:
    """Whether a word is a place's by how it ends."""
    word = _of_place(words, i)
    if not word.endswith(PLACE_ENDINGS) or stem_of(word) or _is_last_name(words, i):
        return False
    if words.is_capital(i) and word in CERTAIN_ENDINGS:
        return not words.starts(i)
    if len(word) < _SHORTEST_PLACE:
        return False
    if word.endswith(CERTAIN_ENDINGS):
        return words.is_capital(i) or word.endswith(_ALWAYS)
    return words.is_capital(i) and flags_of(word) is None and word not in NOBODY


def _of_place(words: Words, i: int) -> str:
    """Kerkstraat-flat and Kerkstraat-Noord are of the Kerkstraat."""
    word = words.folded(i)
    return word if word.endswith(PLACE_ENDINGS) else word.split("-")[0]


def _is_last_name(words: Words, i: int) -> bool:
    """Van Dijk, Annelies Verkerk, buurman Nieuwenhuis."""
    word, before = _of_place(words, i), words.folded(i - 1)
    led = before in INTERFIXES and words.folded(i - 2) in INTERFIXES and words.is_capital(i - 2)
    titled = words.folded(i - 3) in TITLES or words.folded(i - 3) in ROLES
    if before in FIRM_INTERFIXES or (before in INTERFIXES and words.is_capital(i - 1)) or (led and titled):
        return word in PLACE_ENDINGS or not word.endswith(CERTAIN_ENDINGS)
    if before in _FOR_WHOM and words.is_capital(i) and word.endswith("huis") and flags_of(word) == "":
        return True  # een pakket voor Oosterhuis: a building has its article
    himself = words.folded(i + 1) == "zelf" or before in _WITH_WHOM
    if himself and words.is_capital(i) and not word.endswith(_BUILT):
        return True  # met Hazelhof is afgesproken
    if words.starts(i) and words.folded(i + 1) in PERSON_VERBS and word.endswith("huis") and flags_of(word) == "":
        return True  # Oosterhuis heeft een slot
    flags = flags_of(before) or ""
    person = ("n" in flags and "w" not in flags) or before in TITLES or before in ROLES
    return person and word not in PLACE_ENDINGS and flags_of(word) is not None
