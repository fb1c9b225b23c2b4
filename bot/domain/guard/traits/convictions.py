"""Belief and orientation of a person."""

import re
from typing import Final

from bot.domain.guard.findings import FindingKind
from bot.domain.guard.names.name_words import TITLES
from bot.domain.guard.pieces import Piece
from bot.domain.guard.removing import sentence_around
from bot.domain.guard.tokens import Words
from bot.domain.guard.traits import conviction_words
from bot.domain.guard.traits import trait_words as known
from bot.domain.guard.traits.persons import (
    adjective,
    alone,
    hedged_from,
    is_before_thing,
    is_counted,
    is_person,
    is_predicate,
    is_said_of_somebody,
    noun_or_removed,
    removed,
)

_BELIEF: Final = FindingKind.BELIEF
_ORIENTATION: Final = FindingKind.ORIENTATION
_BELIEVERS: Final = re.compile(
    r"(?:moslim|christen|jehova|jood|jodin|katholiek|gereformeerd|salafi|hindoe(?!st)|boeddhist|bekeerd|bekeerl"
    r"|strenggelov|streng-gelov)(?:man|mannen|vrouw|vrouwen|gezin|gezinnen|jongen|jongens|meisje|meisjes|familie"
    r"|jongeren|broeder|broeders|s|e|en|'s|a)?$"
)
_LOVERS: Final = re.compile(
    r"(?:trans(?:meisje|jongen|person|mens|vrouw|man)\w*|homo(?!geen|gene|loog|log|ni|fo)\w*|gay\w*|lesbo|lesbo's|homosex\w*|homoseksu\w*|homofiel\w*|lesb\w*|transgender\w*|biseks\w*|transseks\w*"
    r"|(?:mannen|vrouwen)-?(?:stel|stelletje|koppel|paar)|lhbt\w*|homo-\w+|homo(?:stel|paar|koppel|bar|huwelijk|scene|vriend)\w*)$"
)
_TOGETHER: Final = frozenset({"de", "twee", "deze", "beide", "die"})
_PLURAL: Final = frozenset({"er", "ze", "zij", "wij", "we", "daders", "dat", "die", "het", "dit", "zowel"})
"""Behind these "zijn" is a verb: het zijn mannen."""
_NEAR: Final = 12
_CAME_OUT: Final = frozenset({"gekomen", "komen", "kwam", "komt", "kwamen"})
_WED: Final = frozenset({"date", "datete", "afspraakje"}) | frozenset(
    {"getrouwd", "trouwde", "relatie", "verloofd", "samen", "woont", "verkering"}
)
_HOME: Final = frozenset(
    {"woont", "wonen", "woonde", "samenwoont", "samenwonend", "relatie", "verloofd", "bed", "getrouwd"}
)
_SAME: Final = frozenset({"mannen", "vrouwen", "jongens", "meisjes"})
_POLITE: Final = frozenset({"dames", "heren", "meiden"})
_TWO: Final = frozenset({"vaders", "moeders", "mama's", "papa's"})


def belief(words: Words, i: int) -> Piece | None:
    """Moslim, gereformeerd gezin, was naar de kerk; no katholieke kerk."""
    word = words.folded(i)
    supposes = word == "geloof" and (words.folded(i + 1) == "dat" or words.folded(i - 1) == "ik")
    plain = word if word in conviction_words.BELIEF_ADJECTIVES else word.removesuffix("e")
    noun = word in conviction_words.BELIEF_NOUNS or _BELIEVERS.match(word) is not None
    named = word in TITLES and words.is_capital(i + 1) and not words.starts(i + 1)  # dominee Kuiper
    if (word in conviction_words.BELIEF_SIGNS and not supposes) or (
        noun and not named and (plain not in conviction_words.BELIEF_ADJECTIVES or not is_before_thing(words, i))
    ):
        return noun_or_removed(words, i, _BELIEF, noun=noun)
    if word == "non" and is_counted(words, i):
        return alone(words, i, _BELIEF, "vrouw")
    if plain in conviction_words.BELIEF_ADJECTIVES and (piece := _believing(words, i)):
        return piece
    behind = conviction_words.BELIEF_BEHIND.get(word)
    if behind and behind & {words.folded(n) for n in range(max(0, i - 4), i)}:
        return removed(words, i, i + 1, _BELIEF)
    if word in conviction_words.BELIEF_FEASTS and _is_of_household(words, i):
        return removed(words, i, i + 1, _BELIEF)
    return _praying(words, i) or _at_prayer(words, i) or _visiting(words, i)


def _praying(words: Words, i: int) -> Piece | None:
    """`De man bad op straat` is about praying; `bad` is also a bath, and that tells nothing."""
    before = words.folded(i - 1)
    prays = words.folded(i) in {"bad", "baden"} and (is_person(before) or before in {"hij", "zij", "ze", "die"})
    return removed(words, i, i + 1, _BELIEF) if prays else None


def _is_of_household(words: Words, i: int) -> bool:
    """`Tijdens de ramadan was het gezin weg` tells of a household; `de inbraak was tijdens de ramadan` of nobody."""
    first, last = sentence_around(words, i)
    near = {words.folded(n) for n in range(max(first, i - _NEAR), min(last, i + _NEAR))}
    return bool(near & conviction_words.HOUSEHOLD)


def _visiting(words: Words, i: int) -> Piece | None:
    """De familie was bij de synagoge, bewoners waren vrijdag in moskee, actief in zijn kerk."""
    if words.folded(i) not in conviction_words.HOUSES_OF_FAITH:
        return None
    first, _ = sentence_around(words, i)
    before = [words.folded(n) for n in range(max(first, i - _NEAR), i)]
    at = next((n for n, word in enumerate(reversed(before[-3:]), 1) if word in conviction_words.AT_HOUSE), 0)
    if at and before[-1] in conviction_words.POSSESSIVES:
        return removed(words, i - at, i + 1, _BELIEF)
    near = set(before)
    visits = near & conviction_words.HOUSEHOLD and near & conviction_words.STAYING
    if not at or not visits or near & conviction_words.NO_VISIT:
        return None
    return removed(words, i - at, i + 1, _BELIEF)


def _believing(words: Words, i: int) -> Piece | None:
    behind = words.folded(i + 1)
    if behind in conviction_words.BELIEF_KLEDING:
        return removed(words, i, i + 2, _BELIEF)
    if piece := adjective(words, i, _BELIEF):
        return piece
    if (
        behind in conviction_words.CONGREGATIONS
        and {words.folded(n) for n in range(i - 6, i)} & conviction_words.OF_ONE
    ):
        return removed(words, i, i + 2, _BELIEF)
    if behind in known.ATTRIBUTES or is_said_of_somebody(words, i) or _is_verbless(words, i):
        return removed(words, i, i + 1, _BELIEF)
    return None


def _is_verbless(words: Words, i: int) -> bool:
    """Bewoners streng christelijk, hadden geen telefoon."""
    return is_person(words.folded(hedged_from(words, i) - 1)) and words.folded(i + 1) in {",", ".", ""}


def _at_prayer(words: Words, i: int) -> Piece | None:
    """Who is at church tells what they believe; who runs past it does not."""
    if words.folded(i) not in conviction_words.BELIEF_HOUSES or words.folded(i + 1) in conviction_words.RAN_BY:
        return None
    described = words.folded(i - 1).endswith("e") and words.folded(i - 2) in {"de", "een"}
    lead = i - 3 if described else i - 2
    if words.folded(lead + 1) not in {"de", "het", "een"}:
        return None
    verbs = {words.folded(n) for n in range(max(0, lead - 5), lead)}
    at = {
        "naar": conviction_words.TO_FAITH,
        "in": conviction_words.AT_FAITH,
        "van": conviction_words.BACK_FROM_FAITH,
        "uit": conviction_words.BACK_FROM_FAITH - {"lid"},
    }.get(words.folded(lead))
    if at is None or not verbs & at or verbs & {"ingebroken", "brand"}:
        return None
    return removed(words, lead, i + 1, _BELIEF)


def orientation(words: Words, i: int) -> Piece | None:
    """Homo, lesbisch stel, de bewoner en zijn man."""
    word = words.folded(i)
    if word in conviction_words.ORIENTATION_PLAIN:
        return _plain_word(words, i)
    if word in conviction_words.ORIENTATIONS or _LOVERS.match(word):
        return noun_or_removed(words, i, _ORIENTATION, noun=is_counted(words, i))
    out = word == "kast" and (words.folded(i - 2), words.folded(i - 1)) == ("uit", "de")
    came = not _CAME_OUT.isdisjoint(words.folded(n) for n in (*range(i - 6, i - 2), *range(i + 1, i + 5)))
    if out and came:
        return removed(words, i - 2, i + 2, _ORIENTATION)
    return _couple(words, i)


def _plain_word(words: Words, i: int) -> Piece | None:
    """Words of something else too: een pot verf, mijn nicht."""
    word, behind = words.folded(i), words.folded(i + 1)
    if word in {"bi", "trans", "hetero", "flikker", "drag"} and is_predicate(words, i):
        return removed(words, i, i + 1, _ORIENTATION)
    if word == "drag" and behind in {"queen", "queens"}:
        return Piece(words.tokens[i].start, words.tokens[i + 1].end, _ORIENTATION, "persoon")
    if word in {"flikker", "flikkers"} and behind != "op":
        return alone(words, i, _ORIENTATION)
    if word == "seksuele" and behind in {"geaardheid", "voorkeur", "orientatie"}:
        return removed(words, i, i + 2, _ORIENTATION)
    if word in {"nicht", "pot"} and _is_called_one(words, i):
        return alone(words, i, _ORIENTATION, "persoon")
    said = word in {"trans", "hetero", "bi", "flikker"} and behind in known.PERSONS
    return alone(words, i, _ORIENTATION) if said else None


_QUOTES: Final = frozenset("'\"‘“„")


def _is_called_one(words: Words, i: int) -> bool:
    """De man is 'een nicht', hij is een nicht; a niece is somebody's, and she is one."""
    if words.folded(i - 1) != "een":
        return False
    near = {words.folded(n) for n in range(max(0, i - 5), i - 1)}
    he = bool(near & {"hij", "man", "jongen"}) and bool(near & {"is", "was", "noemt", "noemde"})
    return words.folded(i - 2) in _QUOTES or (he and words.folded(i + 1) != "van")


def _couple(words: Words, i: int) -> Piece | None:
    word, before = words.folded(i), words.folded(i - 1)
    husband_and_wife = words.folded(i + 1) == "en" and words.folded(i + 2) in {"vrouw", "man", "een"} and word == "man"
    if (before, word) in conviction_words.COUPLES and not husband_and_wife:
        together = words.folded(i + 1) != "of" and words.folded(i - 2) not in _PLURAL
        start = words.tokens[i - 1].start
        return Piece(start, words.tokens[i].end, _ORIENTATION, "een huisgenoot") if together else None
    if piece := _with_one(words, i):
        return piece
    if _is_married_to_same(words, i):
        return Piece(words.tokens[i].start, words.tokens[i].end, _ORIENTATION, "huisgenoot")
    wed = word in {"mannen", "vrouwen"} and before in {"getrouwde", "samenwonende"}
    if wed or (word in _TWO and before == "twee"):
        return Piece(words.tokens[i - 1].start, words.tokens[i].end, _ORIENTATION, "bewoners")
    return None


def _with_one(words: Words, i: int) -> Piece | None:
    """Getrouwd met een vrouw, woont samen met zijn vriend, valt op mannen, de twee mannen zijn een stel."""
    word, before = words.folded(i), words.folded(i - 1)
    near = {words.folded(n) for n in range(max(0, i - 7), min(len(words), i + 4))}
    other = words.folded(i - 2) == "een" and before == "andere" and words.folded(i - 3) == "met"
    wed = word in {"man", "vrouw"} and ((words.folded(i - 2), before) == ("met", "een") or other) and near & _WED
    behind_it = {words.folded(n) for n in range(i, i + 8)} & {"samenwoont", "samenwoonde", "samenwonen", "samenwoonden"}
    home = (before, word) in {("zijn", "vriend"), ("haar", "vriendin")} and (near & _HOME or behind_it)
    as_one = word in {"stel", "koppel"} or (word == "paar" and words.folded(i + 1) in {"", ".", ","})
    pair = as_one and before == "een" and near & (_SAME | _POLITE) and near & {"zijn", "waren", "vormen"}
    holding = (before, word) in {("zijn", "vriend"), ("haar", "vriendin")} and _hand_in_hand(words, i)
    held = word == "man" and (words.folded(i - 2), before) == ("met", "een") and _hand_in_hand(words, i - 10)
    if wed or home or pair or holding or held:
        return removed(words, i, i + 1, _ORIENTATION)
    if word in _SAME and before == "twee" and near & {"koppel", "echtpaar", "getrouwd", "partners", "bruidspaar"}:
        return Piece(words.tokens[i - 1].start, words.tokens[i].end, _ORIENTATION, "bewoners")
    if word in _SAME | _POLITE and before in _TOGETHER and _is_wed(words, i):
        return Piece(words.tokens[i - 1].start, words.tokens[i].end, _ORIENTATION, "bewoners")
    falls = word in _SAME and before == "op" and near & {"valt", "vallen", "viel"}
    return removed(words, i - 1, i + 1, _ORIENTATION) if falls else None


def _hand_in_hand(words: Words, i: int) -> bool:
    behind = [words.folded(n) for n in range(i + 1, i + 9)]
    hands = ["hand", "in", "hand"]
    return any(behind[n : n + 3] == hands for n in range(6)) or bool({"zoenden", "zoenen", "kusten"} & set(behind))


def _is_married_to_same(words: Words, i: int) -> bool:
    """De vrouw van de bewoonster, de man van de buurman."""
    of_whom = conviction_words.WIVES_OF.get(words.folded(i), frozenset())
    led = i + 2 + (words.folded(i + 2) in {"de", "een", "deze"})
    return words.folded(i + 1) == "van" and words.folded(led) in of_whom


def _is_wed(words: Words, i: int) -> bool:
    """De twee vrouwen zijn vorig jaar getrouwd; not where somebody else stands between."""
    _, last = sentence_around(words, i)
    for n in range(i + 1, min(last, i + _NEAR)):
        word = words.folded(n)
        kissed = word in {"kusten", "kussen", "zoenden", "zoenen", "omhelsden"}
        as_pair = word in {"koppel", "stel", "paar", "echtpaar"} and words.folded(n - 1) == "als"
        if word in conviction_words.WED_TOGETHER or kissed or as_pair:
            return True
        theirs = words.folded(n + 1) in {"elkaar", "zijn", "waren", "hebben", "een"}
        if word in known.PERSONS or (word in {"ze", "hij", "zij", "met"} and not theirs):
            return False
    return False
