"""Origin, nationality and skin of a person."""

import re
from typing import Final

from bot.domain.guard.findings import FindingKind
from bot.domain.guard.names.dictionary import is_dutch
from bot.domain.guard.names.name_list import flags_of
from bot.domain.guard.pieces import Piece
from bot.domain.guard.tokens import Words, by_first_word
from bot.domain.guard.traits import origin_words as more
from bot.domain.guard.traits import trait_words as known
from bot.domain.guard.traits.lands import LANDS
from bot.domain.guard.traits.misspelt import shortened
from bot.domain.guard.traits.peoples import SHORTEST_SQUEEZED, squeezed, stem_of
from bot.domain.guard.traits.persons import (
    adjective,
    alone,
    attribute_behind,
    hedged_from,
    is_counted,
    is_person,
    is_predicate,
    is_said_of_somebody,
    person_behind,
    removed,
)

_ORIGIN: Final = FindingKind.ORIGIN
_TONGUES: Final = by_first_word(more.TONGUES)
_OF_SPEAKING: Final = known.SPEAKERS | known.HOW_WELL
_COMPOUND: Final = re.compile(
    r"(?:zigeuner|marokkan|marokkaan|neger|asielzoeker|turken|antillianen|polen|roma|sinti|allochtonen|buitenlander"
    r"|migranten|vluchtelingen|azc|statushouder|woonwagen|balkan|oostblok)-?(?:man|mannen|vrouw|vrouwen|gezin|jongen|jongens|meisje|meisjes|familie|jongeren|jeugd"
    r"|bende|bendes|stel|groep|kind|kinderen|bewoner|bewoners|lui|volk|tje|tjes|achtig|achtige|types?)$"
)
_SHORTEST_ABBREVIATED: Final = 4
_SLUR: Final = re.compile(r"^(?:kut|rot|klote|tering|tyfus|kanker|kolere|stink|vieze)-?")
_INHABITANTS_SQUEEZED: Final = frozenset(map(squeezed, known.INHABITANTS - known.ALSO_PLAIN))
_SHORTENED: Final = shortened(known.INHABITANTS - known.ALSO_PLAIN - LANDS)
_SINGULAR: Final = frozenset({"chinees", "ghanees", "portugees", "vietnamees", "irakees", "pers", "thai"})
_SEVERAL: Final = frozenset(
    {"roma", "polen", "letten", "serven", "fransen", "zweden", "noren", "finnen", "zwitsers", "walen", "filipijnen"}
)
_DID: Final = re.compile(
    r"\w{2,}(?:den|ten)|liepen|kwamen|gingen|waren|riepen|namen|stalen|sprongen|spraken|droegen|sliepen|vroegen|zagen"
    r"|reden|gaven|braken|keken|zaten|lagen|trokken|hielpen|sloegen|vlogen|boden|staken|deden|drongen|scholden|wezen"
)
"""What several people did."""
_NO_PEOPLE: Final = frozenset({"as", "uit", "in", "naar", "via", "van", "over", "door", "met", "voor", "langs", "rond"})
_TELLING: Final = ("-afkomst", "-accent", "-uiterlijk", "afkomst", "-achtergrond")
_TINTED: Final = ("e", "licht", "donker")


def people(words: Words, i: int) -> Piece | None:
    """Poolse man, Turks uiterlijk, was Pools, spraken Pools; no Duitse herder."""
    word = words.folded(i)
    stem = stem_of(word)
    if not stem:
        return _abbreviated(words, i)
    attribute = attribute_behind(words, i)
    if attribute is not None:
        return removed(words, i, attribute + 1, _ORIGIN)
    if piece := adjective(words, i, _ORIGIN):
        return piece
    if word == stem and stem not in known.REGIONS and is_said_of_somebody(words, i):
        return removed(words, i, i + 1, _ORIGIN)
    return _spoken(words, i, stem)


def _abbreviated(words: Words, i: int) -> Piece | None:
    """Marokk. man."""
    word = words.folded(i)
    if len(word) < _SHORTEST_ABBREVIATED or words.folded(i + 1) != "." or words.is_capital(i + 2):
        return None
    known_as = any(one.startswith(word) for one in known.PEOPLES) and not is_dutch(word)
    told = known_as and is_person(words.folded(i + 2))
    return Piece(words.tokens[i].start, words.tokens[i + 1].end, _ORIGIN) if told else None


def _spoken(words: Words, i: int, stem: str) -> Piece | None:
    """Ze spraken Roemeens; plain Dutch says nothing."""
    start = hedged_from(words, i)
    while start > max(0, i - 3) and words.folded(start - 1) in _OF_SPEAKING:
        start -= 1
    behind = words.folded(i + 1)
    how_well = words.folded(i - 1) in known.HOW_WELL
    if words.folded(i - 1) in more.BADLY or (words.folded(i - 1) == "woord" and words.folded(i - 2) == "geen"):
        return removed(words, i, i + 1, _ORIGIN)
    speaking = behind in known.SPEAKING_ONES
    speaks = words.folded(start - 1) in known.SPEAKING or behind in known.SPEAKING or speaking
    if not speaks or (stem == "nederlands" and not how_well):
        return None
    if how_well or speaking:
        return removed(words, i, i + 1 + speaking, _ORIGIN)
    return alone(words, i, _ORIGIN, "een andere taal")


def inhabitant(words: Words, i: int) -> Piece | None:
    """Een Marokkaan, twee Polen, zigeunervrouw; Polen is a country too."""
    word = words.folded(i)
    if _is_no_inhabitant(words, i):
        return None
    word = _insulted(word)
    several = word.endswith(("n", "s")) and word not in _SINGULAR and not word.endswith("aan")
    becomes = "personen" if several else "persoon"
    if _COMPOUND.match(word):
        return alone(words, i, _ORIGIN, becomes)
    squeezes = len(word) >= SHORTEST_SQUEEZED and squeezed(word) in _INHABITANTS_SQUEEZED and word not in LANDS
    misspelled = squeezes or word in _SHORTENED
    if not (word in known.INHABITANTS or misspelled) or (word in known.ALSO_PLAIN and not _is_somebody(words, i)):
        return None
    return alone(words, i, _ORIGIN, becomes)


def _insulted(word: str) -> str:
    """The people behind a slur: kut-Marokkaan, rotpolen."""
    bare = _SLUR.sub("", word)
    return bare if bare in known.INHABITANTS else word


def _is_no_inhabitant(words: Words, i: int) -> bool:
    """Naar Polen; buurman Oosterling, who is called so; bij de Griek, where one eats."""
    word, before = words.folded(i), words.folded(i - 1)
    called = flags_of(word) is not None and words.is_capital(i) and is_person(before)
    eats = word in more.CUISINES and before == "de" and words.folded(i - 2) in more.BESIDE
    return called or eats or (word in LANDS and before in {"uit", "in", "naar"})


def _is_somebody(words: Words, i: int) -> bool:
    """Een Pool, vermoedelijk Polen: what is a plain word too has an article, and no noun behind it."""
    behind = words.at(i + 1)
    ends = behind is None or not behind.is_word or behind.folded in known.GOES_ON
    hedged = words.folded(i) == "polen" and words.is_capital(i) and hedged_from(words, i) < i
    return hedged or _do_something(words, i) or (is_counted(words, i) and ends)


def _do_something(words: Words, i: int) -> bool:
    """Er belden Roma aan; Polen reden weg: several with a capital, beside what several did."""
    before = words.folded(i - 1)
    chosen = words.is_capital(i) or before in known.COUNTS - {"de", "die", "deze", "een"}
    several = words.folded(i) in _SEVERAL and chosen and before not in _NO_PEOPLE
    if several and (before in more.COLLECTIVES or before.isdigit() or words.folded(i + 1) in more.MANY_DO):
        return True
    return several and any(_DID.fullmatch(words.folded(n)) for n in range(i - 3, i + 2))


def land(words: Words, i: int) -> Piece | None:
    """Mannen uit Polen, geboren in Marokko; a holiday in Spain is no origin."""
    if words.folded(i) not in LANDS:
        return None
    start = i - 1 - (words.folded(i - 1) in {"het", "de", "voormalig", "voormalige"})
    who = next((n for n in range(start - 1, max(-1, start - 5), -1) if _is_from(words.folded(n))), None)
    if who is None or words.folded(start) not in {"uit", "in", "van", "vanuit"}:
        return None
    word, lead = words.folded(who), words.folded(start)
    apart = lead == "van" and (start - who > 1 or words.folded(i - 1) == "het")
    stayed = lead == "in" and word not in {"geboren", "roots", "wortels"}
    if apart or stayed or not more.NO_ORIGIN.isdisjoint(words.folded(n) for n in range(start - 5, start)):
        return None
    if word in known.CAME:
        return removed(words, who + 1, i + 1, _ORIGIN)
    begin = who if word in {"afkomstig", "geboren"} else start
    return Piece(words.tokens[begin].start, words.tokens[i].end, _ORIGIN)


def _is_from(word: str) -> bool:
    return word in known.FROM or word in more.SOMEBODY or is_person(word)


def skin(words: Words, i: int) -> Piece | None:
    """Getinte man, was blank, een zwarte man; no black coat and no tinted window."""
    word = words.folded(i)
    plain = "wit" if word == "witte" else word if word in known.SKIN else word.removesuffix("e")
    if plain not in known.SKIN and plain not in known.SKIN_BEFORE_PERSONS:
        return None
    attribute = attribute_behind(words, i)
    if attribute is not None and words.folded(attribute) not in known.NO_SKIN_OF:
        return removed(words, i, attribute + 1, _ORIGIN)
    if word == plain != "licht" and words.folded(i + 1) in known.ALONE:
        return alone(words, i, _ORIGIN)
    if plain in known.SKIN or words.folded(i + 1) in known.LOOKING:
        return adjective(words, i, _ORIGIN) or _told(words, i, plain)
    return _before_person(words, i)


def _told(words: Words, i: int, plain: str) -> Piece | None:
    """Behind who it is of: was licht getint; man, blank, 20 jaar."""
    of_somebody = words.folded(i) == plain and plain in known.SKIN and is_said_of_somebody(words, i)
    tinted = words.folded(i).endswith("getint") and words.folded(i + 1) in {"", ".", ",", "en", "met"}
    return removed(words, i, i + 1, _ORIGIN) if of_somebody or tinted else None


def _before_person(words: Words, i: int) -> Piece | None:
    """Colours of all kinds of things: of skin only right before somebody."""
    person = person_behind(words, i) if words.folded(i).endswith("e") else None
    if person is None or any(words.folded(n) not in known.BUILDS for n in range(i + 1, person)):
        return None
    return alone(words, i, _ORIGIN)


def told(words: Words, i: int) -> Piece | None:
    """Accent, huidskleur, Roma-afkomst: these tell whatever stands before; huid behind an adjective."""
    word = words.folded(i)
    coloured = word == "kleur" and words.folded(i - 1) == "van" and is_person(words.folded(i - 2))
    telling = word.endswith(_TELLING) and word != "afkomst"
    if coloured or telling or word in more.HAIR_AND_SKIN or word in more.LANDS_OF_SOMEBODY:
        return removed(words, i, i + 1, _ORIGIN)
    if word == "taal" and words.folded(i - 1) in {"vreemde", "buitenlandse", "onverstaanbare", "onbekende"}:
        return removed(words, i - 1, i + 1, _ORIGIN)
    shade = i + 2 + (words.folded(i + 2) in known.HEDGES)
    if word == "huid" and words.folded(i + 1) in known.COPULAS and words.folded(shade) in more.SHADES:
        return removed(words, i, shade + 1, _ORIGIN)
    tinted = word in {"huid", "teint"} and words.folded(i - 1).endswith(_TINTED) and not is_counted(words, i)
    if word not in known.ALWAYS_TRAITS and not tinted:
        return None
    first = i
    while first > max(0, i - 3) and words.folded(first - 1).endswith(_TINTED) and not is_counted(words, first):
        first -= 1
    return removed(words, first, i + 1, _ORIGIN)


def looks(words: Words, i: int) -> Piece | None:
    """Hij zag er Zuid-Europees uit."""
    stem = stem_of(words.folded(i))
    appears = words.folded(i + 1) == "uit" and "er" in {words.folded(n) for n in range(i - 6, i)}
    comes = words.folded(i + 1) == "over" and {words.folded(i - 1), words.folded(i - 2)} & known.CAME
    if not stem or not (appears or comes):
        return None
    return removed(words, i, i + 2, _ORIGIN) if is_predicate(words, i) else alone(words, i, _ORIGIN)


def abode(words: Words, i: int) -> Piece | None:
    """Die lui uit het azc, iemand van het kamp; a bicycle at the azc is no origin."""
    if words.folded(i) not in more.CENTRES:
        return None
    start = i - 1 - (words.folded(i - 1) in {"het", "de", "een", "dat"})
    near = {words.folded(n) for n in range(max(0, start - 4), start)}
    lives = bool(near & more.STAYS) or any(map(is_person, near))
    if words.folded(start) not in {"uit", "van", "in", "op"} or not lives or near & more.STAFF:
        return None
    if words.folded(start) in {"in", "op"} and near.isdisjoint(more.STAYS - {"die", "mensen", "iemand"}):
        return None
    return Piece(words.tokens[max(start, 0)].start, words.tokens[i].end, _ORIGIN)


def phrase(words: Words, i: int) -> Piece | None:
    """Een zachte g, niet van hier; terug naar hun eigen land."""
    if said := words.says(i, _TONGUES):
        return removed(words, i, i + said, _ORIGIN)
    if words.folded(i) == "geboren":
        return _born(words, i)
    lead = i - 2 - (words.folded(i - 1) == "eigen" and words.folded(i - 2) in more.OWN_LAND)
    led = words.folded(lead) in {"naar", "uit", "van", "in"}
    own = led and words.folded(i) == "land" and words.folded(i - 1) in more.OWN_LAND
    return removed(words, i - 1, i + 1, _ORIGIN) if own else None


def _born(words: Words, i: int) -> Piece | None:
    """Geboren in Casablanca, in Casablanca geboren."""
    for at, end in ((i + 1, i + 3), (i - 2, i + 1)):
        if words.folded(at) in {"in", "te"} and words.is_capital(at + 1):
            return removed(words, min(at, i), end, _ORIGIN)
    return None


def dialect(words: Words, i: int) -> Piece | None:
    """Sprak dialect."""
    spoken = not known.SPEAKING.isdisjoint(words.folded(n) for n in range(i - 4, i + 3))
    return removed(words, i, i + 1, _ORIGIN) if words.folded(i) in {"dialect", "streektaal"} and spoken else None
