"""Origin, skin, belief, health and orientation of a person; a thing's origin is no concern: Duitse herder, Pools kenteken."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from bot.domain.findings import FindingKind
from bot.domain.guard import trait_words as known
from bot.domain.guard.lands import LANDS
from bot.domain.guard.name_words import DETERMINERS
from bot.domain.guard.names import is_role
from bot.domain.guard.pieces import Piece
from bot.domain.guard.removing import removal, sentence_around
from bot.domain.guard.tokens import Words

_WINDOW: Final = 5
_PERSON_ENDING: Final = re.compile(
    r"\w{3,}(?:vrouw|vrouwen|jongen|jongens|meisje|meisjes|persoon|personen|dader|daders|dief|dieven|bende|jarige|jarigen)$"
)
_NUMBERS: Final = frozenset(
    "twee drie vier vijf zes zeven acht negen tien enkele meerdere wat paar veel sommige een de die deze 2 3 4 5".split()
)
_FROM: Final = frozenset(
    "ouders roots wortels komt kwam komen kwamen afkomstig geboren man mannen vrouw vrouwen jongens mensen daders inbrekers oorspronkelijk gevlucht dader verdachte verdachten bende persoon personen".split()
)
_SKIN_OF_PERSON_ONLY: Final = frozenset(known.SKIN_BEFORE_PERSONS)
_HEALTH_BEGINNING: Final = re.compile(
    r"(?:alcohol(?:ist|isch|verslaa|prob|misbruik)|dement|psychi|psychot|psychose|schizo|autis|verslaaf|verslaving|epilep|diabet|kankerp|alzheimer|parkinson|"
    r"rolstoel|gehandicapt|depress|hersen(?:bloed|inf|tum|lets|schu)|allerg|burn-?out|borderline|traumatis|zwanger|verstandelijk|adhd|astma|reuma|"
    r"drugsverslaa|drugsgebruik)(?!\w*(?:parkeer|toilet|kaart|plaats|plek|kliniek|winkel|school|instelling))\w*$"
)
_BELIEF_BEGINNING: Final = re.compile(
    r"(?:moslim|christen|jehova|jood|jodin|katholiek|gereformeerd|salafi|hindoe(?!st)|boeddhist|bekeerd|bekeerl|strenggelov|streng-gelov)"
    r"(?:man|mannen|vrouw|vrouwen|gezin|gezinnen|jongen|jongens|meisje|meisjes|familie|jongeren|broeder|broeders|s|e|en|'s|a)?$"
)
_ORIGIN_BEGINNING: Final = re.compile(
    r"(?:zigeuner|marokkan|marokkaan|neger|asielzoeker|turken|antillianen|polen|roma|sinti|allochtonen|buitenlander|migranten|vluchtelingen)-?"
    r"(?:man|mannen|vrouw|vrouwen|gezin|jongen|jongens|meisje|meisjes|familie|jongeren|jeugd|bende|bendes|stel|groep|kind|kinderen|tje|tjes|achtig|achtige|types?)$"
)
_HEALTH_ENDING: Final = re.compile(
    r"\w{3,}(?:patient|patiente|patienten|ziekte|klachten|kanker|stoornis|verslaafd|verslaafde|verslaving|syndroom|handicap|beperking|operatie|kwaal|infarct|therapie|dementie|prothese|transplantatie)$"
)
_HOMO: Final = re.compile(
    r"(?:homo|gay\w*|lesbo|lesbo's|homosex\w*|homoseksu\w*|homofiel\w*|lesb\w*|transgender\w*|biseks\w*|transseks\w*|lhbt\w*|homo-\w+)$"
)


def traits_in(words: Words) -> Iterator[Piece]:
    """What tells of a person what the mail has no use for."""
    for i in range(len(words)):
        for rule in _RULES:
            if piece := rule(words, i):
                yield piece
                break


def stem_of(word: str) -> str:
    """A people's word as it stands behind "het is": poolse, Pools; empty where it is none."""
    parts = word.split("-")
    if len(parts) == 2 and all(_plain(part) in known.PEOPLES for part in parts):
        return _plain(parts[1])
    word = word.removesuffix("e").removesuffix("achtig").removesuffix("-")
    return _plain(word) if _plain(word) in known.PEOPLES else ""


def _plain(word: str) -> str:
    for form in (word, word.removesuffix("e"), re.sub(r"ese?$", "ees", word), re.sub(r"tone?$", "toon", word)):
        if form in known.PEOPLES:
            return form
    return word


def is_person(word: str) -> bool:
    """Whether somebody is that."""
    return word in known.PERSONS or is_role(word) or _PERSON_ENDING.match(word) is not None


def _person_behind(words: Words, i: int) -> int | None:
    """Where somebody stands behind an adjective there, with at most adjectives between; None where something else does."""
    for n in range(i + 1, min(i + 1 + _WINDOW, len(words))):
        word = words.folded(n)
        if "\n" in words.tokens[n].before or word in known.NO_SKIN:
            return None
        if is_person(word):
            return n
        between = (
            word in known.LOOKING
            or word in {",", "en", "of", "/", "-", "tot", "meer", "vrij"}
            or word.isdigit()
            or stem_of(word)
        )
        if not between and not (word.endswith("e") and word not in DETERMINERS and word not in known.THINGS_OF_ORIGIN):
            return None
    return None


def _attribute_behind(words: Words, i: int) -> int | None:
    for n in range(i + 1, min(i + 4, len(words))):
        word = words.folded(n)
        if word in known.ATTRIBUTES:
            return n
        if (
            word not in known.LOOKING
            and not stem_of(word)
            and word not in {"en", "of", "en/of", "/", ",", "klinkend", "klinkende"}
            and not word.endswith("e")
        ):
            return None
    return None


def _hedged_from(words: Words, i: int) -> int:
    start = i
    while start > max(0, i - 6) and words.folded(start - 1) in known.HEDGES:
        start -= 1
    return start


def _is_predicate(words: Words, i: int) -> bool:
    """Behind "is", "leek", "waarschijnlijk", and no noun behind it."""
    start, behind = _hedged_from(words, i), words.at(i + 1)
    open_end = (
        behind is None
        or not behind.is_word
        or behind.folded in known.LOOKING | {"en", "of", "maar", "met", "van", "uit", "die", "dat", "tot"}
    )
    first, _ = sentence_around(words, i)
    subject = {words.folded(n) for n in range(max(first, start - 8), start)}
    return open_end and words.folded(start - 1) in known.COPULAS and not subject & known.THINGS_OF_ORIGIN


def _is_listed(words: Words, i: int) -> bool:
    """Alone between commas: man, getint, 20 jaar."""
    start = _hedged_from(words, i)
    before, behind = words.folded(start - 1), words.folded(i + 1)
    first, last = sentence_around(words, i)
    around = {words.folded(n) for n in range(max(first, i - 8), min(last, i + 8))}
    return (
        before in {"", ",", "(", ":", "/", ";", "-", "."}
        and behind in {"", ",", ")", ".", "/", ";", "-", "\n"}
        and not around & known.THINGS_OF_ORIGIN
    )


def _adjective(words: Words, i: int, kind: FindingKind) -> Piece | None:
    """Before somebody: it goes, with how much of it he is (licht getinte)."""
    person = _person_behind(words, i)
    if person is None:
        return None
    end = i + 1
    while words.folded(end) in known.LOOKING or (
        words.folded(end) in {"en", "of", "/"} and stem_of(words.folded(end + 1)) and end + 1 < person
    ):
        end += 1 if words.folded(end) in known.LOOKING else 2
    start = i
    while (
        words.folded(start - 1)
        in {
            "licht",
            "donker",
            "zwaar",
            "ernstig",
            "streng",
            "zeer",
            "erg",
            "waarschijnlijk",
            "mogelijk",
            "vermoedelijk",
        }
        and start > 0
    ):
        start -= 1
    end += words.folded(end) == "," and end < person
    return Piece(words.tokens[start].start, words.tokens[end - 1].end, kind)


def _removed(words: Words, i: int, end: int, kind: FindingKind) -> Piece:
    return Piece(*removal(words, i, end), kind)


def _people(words: Words, i: int) -> Piece | None:
    word = words.folded(i)
    stem = stem_of(word)
    if not stem:
        return None
    if (attribute := _attribute_behind(words, i)) is not None:
        return _removed(words, i, attribute + 1, FindingKind.ORIGIN)
    if piece := _adjective(words, i, FindingKind.ORIGIN):
        return piece
    if word == stem and stem not in known.REGIONS and (_is_predicate(words, i) or _is_listed(words, i)):
        return _removed(words, i, i + 1, FindingKind.ORIGIN)
    return _spoken(words, i, stem)


def _spoken(words: Words, i: int, stem: str) -> Piece | None:
    """Ze spraken Roemeens; plain Dutch says nothing."""
    start = _hedged_from(words, i)
    while (
        start > max(0, i - 3)
        and words.folded(start - 1) not in known.SPEAKING
        and words.tokens[start - 1].is_word
        and words.folded(start - 1)
        in {"met", "zij", "ze", "hij", "ook", "hem", "haar", "hen", "iemand", "de", "daders", "mannen", "man", "vrouw"}
    ):
        start -= 1
    before, behind = words.folded(start - 1), words.folded(i + 1)
    qualified = start < i and words.folded(i - 1) in {
        "geen",
        "slecht",
        "gebroken",
        "vloeiend",
        "perfect",
        "goed",
        "beetje",
        "nauwelijks",
        "amper",
        "redelijk",
        "vlot",
        "plat",
        "half",
        "wat",
    }
    speaks = before in known.SPEAKING or behind in known.SPEAKING | {
        "sprekend",
        "sprekende",
        "sprekenden",
        "pratend",
        "pratende",
    }
    if not speaks or (stem == "nederlands" and not qualified):
        return None
    if qualified or behind in known.LOOKING:
        return _removed(words, i, i + 1 + (behind in known.LOOKING), FindingKind.ORIGIN)
    return Piece(words.tokens[i].start, words.tokens[i].end, FindingKind.ORIGIN, "een andere taal")


def _inhabitant(words: Words, i: int) -> Piece | None:
    word, before = words.folded(i), words.folded(i - 1)
    if word in LANDS and before in {"uit", "in"}:
        return None
    if _ORIGIN_BEGINNING.match(word):
        return Piece(
            words.tokens[i].start,
            words.tokens[i].end,
            FindingKind.ORIGIN,
            "personen" if word.endswith(("n", "s")) else "persoon",
        )
    if word not in known.INHABITANTS:
        return None
    behind = words.at(i + 1)
    counted = before in DETERMINERS or before in _NUMBERS or before.isdigit() or before in {"jonge", "oude", "dronken"}
    ends = (
        behind is None
        or not behind.is_word
        or behind.folded
        in {"die", "met", "van", "uit", "was", "is", "en", "in", "waren", "zijn", "had", "stond", "liep", "heeft", "op"}
    )
    if (
        word in known.ALSO_PLAIN
        and not (counted and ends)
        and not (word == "polen" and words.is_capital(i) and _hedged_from(words, i) < i)
    ):
        return None
    several = word.endswith(("en", "s")) and word not in {"chinees", "ghanees", "portugees", "vietnamees", "irakees"}
    return Piece(words.tokens[i].start, words.tokens[i].end, FindingKind.ORIGIN, "personen" if several else "persoon")


def _land(words: Words, i: int) -> Piece | None:
    if words.folded(i) not in LANDS:
        return None
    start = i - 1 - (words.folded(i - 1) in {"het", "de", "voormalig", "voormalige"})
    if words.folded(start) not in {"uit", "in"}:
        return None
    before = next(
        (n for n in range(start - 1, max(-1, start - 5), -1) if words.folded(n) in _FROM or is_person(words.folded(n))),
        None,
    )
    if before is None or (words.folded(start) == "in" and words.folded(before) != "geboren"):
        return None
    if words.folded(before) in {"afkomstig", "geboren"}:
        start = before
    if words.folded(before) in {"komt", "kwam", "komen", "kwamen"}:
        return Piece(*removal(words, before + 1, i + 1), FindingKind.ORIGIN)
    return Piece(words.tokens[start].start, words.tokens[i].end, FindingKind.ORIGIN)


def _skin(words: Words, i: int) -> Piece | None:
    word = words.folded(i)
    plain = word.removesuffix("e") if word not in known.SKIN else word
    plain = "wit" if word == "witte" else plain
    if plain not in known.SKIN and plain not in _SKIN_OF_PERSON_ONLY:
        return None
    if (attribute := _attribute_behind(words, i)) is not None and words.folded(attribute) not in {
        "gezicht",
        "achtergrond",
        "ras",
        "bloed",
        "paspoort",
        "ogen",
        "naam",
        "neus",
        "taal",
    }:
        return _removed(words, i, attribute + 1, FindingKind.ORIGIN)
    if (
        word == plain
        and plain != "licht"
        and words.folded(i + 1) in {"persoon", "kind", "meisje", "type", "jongetje", "stel", "koppel", "gezin"}
    ):
        return Piece(words.tokens[i].start, words.tokens[i].end, FindingKind.ORIGIN)
    if plain in known.SKIN or words.folded(i + 1) in known.LOOKING:
        if piece := _adjective(words, i, FindingKind.ORIGIN):
            return piece
        if word == plain and (_is_predicate(words, i) or _is_listed(words, i)) and plain in known.SKIN:
            return _removed(words, i, i + 1, FindingKind.ORIGIN)
        if word.endswith("getint") and words.folded(i + 1) in {"", ".", ",", "en", "met"}:
            return _removed(words, i, i + 1, FindingKind.ORIGIN)
        return None
    ends = word.endswith("e")
    person = _person_behind(words, i) if ends else None
    if person is not None and all(
        words.folded(n)
        in {
            "jonge",
            "oude",
            "lange",
            "kleine",
            "grote",
            "dikke",
            "dunne",
            "slanke",
            "oudere",
            "jongere",
            "onbekende",
            "magere",
        }
        for n in range(i + 1, person)
    ):
        return Piece(words.tokens[i].start, words.tokens[i].end, FindingKind.ORIGIN)
    return None


def _told_of_skin(words: Words, i: int) -> Piece | None:
    """Accent, huidskleur: whatever stands before; huid behind an adjective."""
    word = words.folded(i)
    if word.endswith(("-afkomst", "-accent", "-uiterlijk", "afkomst", "-achtergrond")) and word != "afkomst":
        return _removed(words, i, i + 1, FindingKind.ORIGIN)
    if word == "kleur" and words.folded(i - 1) == "van" and is_person(words.folded(i - 2)):
        return _removed(words, i, i + 1, FindingKind.ORIGIN)
    if word in known.ALWAYS_TRAITS or (
        word in {"huid", "teint"} and words.folded(i - 1).endswith(("e", "licht", "donker"))
    ):
        first = i
        while (
            first > 0
            and words.folded(first - 1).endswith(("e", "licht", "donker"))
            and words.folded(first - 1) not in DETERMINERS
            and first > i - 3
        ):
            first -= 1
        return _removed(words, first, i + 1, FindingKind.ORIGIN)
    return None


def _belief(words: Words, i: int) -> Piece | None:
    word = words.folded(i)
    plain = word if word in known.BELIEF_ADJECTIVES else word.removesuffix("e")
    noun = word in known.BELIEF_NOUNS or _BELIEF_BEGINNING.match(word) is not None
    if (noun and plain not in known.BELIEF_ADJECTIVES) or word in known.BELIEF_SIGNS:
        return _thing_or_person(words, i, FindingKind.BELIEF, noun=noun)
    if noun and not _is_before_thing(words, i):
        return _thing_or_person(words, i, FindingKind.BELIEF, noun=True)
    if plain in known.BELIEF_ADJECTIVES:
        if piece := _adjective(words, i, FindingKind.BELIEF):
            return piece
        if words.folded(i + 1) in known.BELIEF_KLEDING:
            return _removed(words, i, i + 2, FindingKind.BELIEF)
        if words.folded(i + 1) in known.ATTRIBUTES or _is_predicate(words, i) or _is_listed(words, i):
            return _removed(words, i, i + 1, FindingKind.BELIEF)
    return _at_prayer(words, i)


def _is_before_thing(words: Words, i: int) -> bool:
    """The katholieke kerk, the joodse begraafplaats: no person."""
    behind = words.at(i + 1)
    goes_on = {
        "die",
        "dat",
        "was",
        "is",
        "uit",
        "van",
        "en",
        "of",
        "met",
        "in",
        "heeft",
        "had",
        "waren",
        "zijn",
        "op",
        "bij",
        "werd",
        "die",
        "woont",
    }
    return behind is not None and behind.is_word and behind.folded not in goes_on and not is_person(behind.folded)


def _at_prayer(words: Words, i: int) -> Piece | None:
    """Who is at church tells what they believe; who runs past it does not."""
    article = i - 2 if words.folded(i - 1).endswith("e") and words.folded(i - 2) in {"de", "een"} else i - 1
    if words.folded(i) not in known.BELIEF_HOUSES or words.folded(article) not in {"de", "het", "een"}:
        return None
    i = article + 1
    lead, verbs = words.folded(i - 2), {words.folded(n) for n in range(max(0, i - 7), i - 2)}
    at = (lead in {"naar"} and verbs & {"was", "waren", "gaat", "gaan"}) or (
        lead in {"in"}
        and verbs & {"zat", "zaten", "waren", "was", "bad", "baden"}
        and not verbs & {"ingebroken", "brand"}
    )
    at = at or (lead == "van" and bool(verbs & {"lid", "thuis", "kwam", "kwamen", "terug"}))
    behind = words.folded(i + 1)
    return (
        _removed(words, i - 2, i + 1, FindingKind.BELIEF)
        if at and behind not in {"gevlucht", "gerend", "gelopen", "ingebroken"}
        else None
    )


def _health(words: Words, i: int) -> Piece | None:
    word = words.folded(i)
    plain = (
        "doof"
        if word == "dove"
        else word.removesuffix("e")
        if word.removesuffix("e") in known.HEALTH_OF_PERSONS
        else word
    )
    if word in known.HEALTH or _HEALTH_ENDING.match(word) or _HEALTH_BEGINNING.match(word):
        return _thing_or_person(words, i, FindingKind.HEALTH, noun=word.startswith(("junk", "patient", "alcoholist")))
    if (
        i
        and word in known.HEALTH_BEHIND
        and known.HEALTH_BEHIND[word] & {words.folded(n) for n in range(max(0, i - 6), i)}
    ):
        return _removed(words, i, i + 1, FindingKind.HEALTH)
    if plain in known.HEALTH_OF_PERSONS:
        if plain not in {"licht", "geestelijk", "beperkt"} and (piece := _adjective(words, i, FindingKind.HEALTH)):
            return piece
        if _is_predicate(words, i) or _is_listed(words, i) or words.folded(i - 1) in {"loopt", "liep"}:
            return _removed(words, i, i + 1, FindingKind.HEALTH)
    return None


def _thing_or_person(words: Words, i: int, kind: FindingKind, *, noun: bool) -> Piece:
    if piece := _adjective(words, i, kind):
        return piece
    if noun and (words.folded(i - 1) in DETERMINERS or words.folded(i - 1) in _NUMBERS):
        several = words.folded(i).endswith(("s", "en"))
        return Piece(words.tokens[i].start, words.tokens[i].end, kind, "personen" if several else "persoon")
    return _removed(words, i, i + 1, kind)


def _orientation(words: Words, i: int) -> Piece | None:
    word = words.folded(i)
    if word in known.ORIENTATION_PLAIN:
        if _is_predicate(words, i) and word not in {"nicht", "pot", "potten"}:
            return _removed(words, i, i + 1, FindingKind.ORIENTATION)
        person = words.folded(i + 1) in known.PERSONS and word in {"trans", "hetero", "bi", "flikker"}
        return (
            Piece(words.tokens[i].start, words.tokens[i].end, FindingKind.ORIENTATION)
            if person or (word == "seksuele" and words.folded(i + 1) in {"geaardheid", "voorkeur", "orientatie"})
            else None
        )
    if word in known.ORIENTATIONS or _HOMO.match(word):
        noun = words.folded(i - 1) in DETERMINERS or words.folded(i - 1) in _NUMBERS
        return _thing_or_person(words, i, FindingKind.ORIENTATION, noun=noun)
    if word in {"mannen", "vrouwen", "vaders", "moeders", "mama's", "papa's"} and (
        words.folded(i - 1) in {"getrouwde", "samenwonende"}
        or (words.folded(i - 1) == "twee" and word not in {"mannen", "vrouwen"})
    ):
        return Piece(words.tokens[i - 1].start, words.tokens[i].end, FindingKind.ORIENTATION, "bewoners")
    if (
        word in {"mannen", "vrouwen"}
        and words.folded(i - 1) == "op"
        and words.folded(i - 2) in {"valt", "valt", "vallen"}
    ):
        return _removed(words, i - 1, i + 1, FindingKind.ORIENTATION)
    couple = (words.folded(i - 1), word) in {
        ("zijn", "man"),
        ("haar", "vrouw"),
        ("zijn", "echtgenoot"),
        ("haar", "echtgenote"),
    }
    if couple and words.folded(i - 2) in {"en", "met", "door", "van", "bij"} and words.folded(i + 1) != "en":
        return Piece(words.tokens[i - 1].start, words.tokens[i].end, FindingKind.ORIENTATION, "een huisgenoot")
    return None


_PATTERNS: Final = (
    (
        re.compile(r"\bslecht ter been\b|\bmoeilijk ter been\b|\bslecht ziend\b|\bhulp nodig bij\b", re.IGNORECASE),
        FindingKind.HEALTH,
    ),
)
_RULES: Final[tuple[Callable[[Words, int], Piece | None], ...]] = (
    _land,
    _people,
    _inhabitant,
    _skin,
    _told_of_skin,
    _belief,
    _health,
    _orientation,
)
