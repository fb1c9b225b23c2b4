"""Sentences that take back what stands above or below them: they change a text even though no word of it is lost.

A table of signs, each beside what it must leave alone (tests/domain/alerts/test_taking_back.py). They understand no
Dutch, so every word that may turn or doubt is one: what is no supplement waits for a colleague, and that does no harm.
"""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Final

from bot.domain.alerts.adding import NEGATIONS, sentences_of
from bot.domain.alerts.advising import is_safe, leads_astray
from bot.domain.folding import folded

_NO: Final = r"(?:niet|geen|nooit|geenszins|niks|niets)"
_FEW: Final = r"(?:\w+ ){0,3}"
_TEXT: Final = (
    r"(?:bovenstaande?|hierboven|voorgaande|voornoemde|(?:vorige|eerdere|bovenstaande|deze|dit) "
    r"(?:bericht|mail|tekst|melding|beschrijving|omschrijving|signalement|informatie|oproep|vraag))"
)
_SOMEBODY: Final = r"(?:hij|hem|zij|ze|hen|man|mannen|vrouw|vrouwen|jongens?|meisjes?|kind|kinderen|iemand|iedereen)"
_AT_HOME: Final = (
    r"(?:(?:voor|achter)?tuin|(?:voor|achter|keuken|tuin|balkon)?deur|schuur|garage|balkon|berging|kelder|poort|straat)"
)
_WAS: Final = r"(?:was|waren|betrof|betroffen|ging|gingen|had|hadden|kwam|kwamen|reed|reden|droeg|droegen|heeft|hebben)"

SIGNS: Final[Mapping[str, re.Pattern[str]]] = {
    name: re.compile(rf"\b(?:{pattern})\b")
    for name, pattern in {
        "is not right": (
            rf"klop(?:t|pen|te|ten) {_FEW}{_NO}|{_NO} {_FEW}klop(?:t|pen|te|ten|pend)"
            rf"|{_NO} (?:\w+ )?(?:waar$|juist|correct|geldig|van toepassing|aan de orde)"
        ),
        "is wrong": (
            r"onjuist|onjuiste|incorrect|incorrecte|onwaar|onware|foutief|foutieve|abusievelijk|(?:per|bij) abuis"
            r"|achterhaald|achterhaalde|verouderd|verouderde|berust op een (?:fout|vergissing|misverstand)"
            r"|(?:is|was|zijn|waren) (?:\w+ )?(?:fout|verkeerd|een (?:fout|vergissing|misverstand))"
            r"|(?:staat|stond|staan) (?:\w+ )?(?:fout|verkeerd)|(?:loos|vals) alarm"
        ),
        "is set right": (
            r"rectificatie|rectificeren|correctie|corrigeren|gecorrigeerd|herzien|herroep|herroepen"
            r"|ingetrokken|vervalt|vervallen|(?:moet|moest|moeten|had|hadden) (?:\w+ ){0,4}zijn(?: geweest)?$"
        ),
        "is passed over": (
            rf"(?:negeer|negeert|negeren|genegeerd|vergeet) (?:\w+ )?{_TEXT}"
            rf"|{_TEXT} {_FEW}(?:negeren|genegeerd|vergeten)"
            rf"|let {_NO} op {_TEXT}"
        ),
        "stands instead": r"in plaats van|i ?p ?v|in tegenstelling tot|in werkelijkheid|anders dan",
        "not this but that": rf"{_NO} (?:\w+ ){{1,6}}?(?:maar|doch|wel) (?:een|de|het|om een|om de|om het)",
        "was none": r"(?:het|dit|dat|hij|zij|ze) (?:was|waren|betrof|betroffen|ging|gingen) (?:\w+ )?"
        r"(?:geen|niet (?:om )?(?:een|de|het|deze|dit|die|dat))",
        "is said better": r"allesbehalve|verre van|correcter|beter gezegd|of (?:eigenlijk|liever)|update"
        r"|(?:het|dat|later|achteraf|inmiddels|nu) (?:bleek|bleken|blijkt|blijken)|(?:bleek|bleken"
        r"|blijkt|blijken) (?:het|dat)"
        r"|inmiddels (?:weten|is bekend)|speelgoed",
        "is over": r"overbodig|opgelost|weggooien|hoeft? niet meer|let niet meer|(?:niks|niets) (?:\w+ ){0,3}te maken",
        "is somebody else": r"(?:moeder|vader|ouders|broer|zus|opa|oma|zoon|dochter|oom|tante|vriend"
        r"|vriendin|buur\w*|collega"
        r"|eigenaar|eigenares) van (?:de|het|een|die|deze) (?:verdachten?|daders?|inbrekers?|dief"
        r"|dieven|man|mannen|vrouw|jongen"
        r"|bewoners?|slachtoffer)|(?:is|was|zijn|waren) van (?:de|het|een|die|hem|haar|hen)",
        "is from here": r"(?:kwam|kwamen) (?:\w+ ){0,3}uit (?:de|uw|deze|onze) (?:buurt|straat|wijk|hoek)"
        r"|(?:is|was|zijn|waren|woont|wonen|komt|komen) (?:\w+ ){0,3}(?:uit|in|van|op) "
        r"(?:de|uw|deze|onze) (?:buurt|straat|wijk|hoek)|iemand (?:uit|van|die)|iedereen (?:is|was)",
        "is the offender, or is not": (
            rf"{_SOMEBODY} (?:.* )?daders?|daders? (?!(?:is|was) een )(?:.* )?{_SOMEBODY}"
            rf"|daders? (?:is|was) een \w+ (?:.* )?{_SOMEBODY}"
        ),
        "it was them": r"(?:is|was|zijn|waren) het$",
        "lives there": rf"(?:zijn|haar|hun) (?:eigen )?{_AT_HOME}",
        "is free": r"(?:is|was|zijn|waren|nu|kwam|kwamen) (?:\w+ )?vrij$",
        "only that": r"(?:kijk|kijkt|let|zoek|zoekt|zoeken|gezocht) (?:\w+ ){0,2}(?:alleen|slechts|enkel|uitsluitend)",
    }.items()
}
_DOUBT: Final = """
aangehouden alhoewel alleen althans ander andere anders beweerde beweert beweren bijl dacht dachten definitief denkt
doch droom echter eigenlijk einde enkel fake film fout gearresteerd gedroomd geintje geintjes gelogen gesloten
gevonden grap grapje herkende herkent hoewel hypothetisch indien juist kent knuppel kwijt liegen liegt liever loog
maar meende meenden mes mis misschien mits mogelijk nep nieuw nieuwe oefening of ofschoon onschuldig onschuldige
opgepakt pistool proef slechts sleutel stel stop stoppen tenminste terecht terug teruggevonden test theoretisch toch
toegestaan toestemming uitsluitend uniform vals valse vergissing verkeerd vermoedelijk verzint verzonnen vuurwapen
waarschijnlijk wapen weer weg wellicht zelf zogenaamd zogenaamde zou zouden
"""
_DOUBTS: Final = NEGATIONS | frozenset(_DOUBT.split())
"""Where one of these came, the text may say something else now, whatever it means."""
_OF_ADVICE: Final = NEGATIONS | {"zelf", "maar", "of", "kent", "herkent"}
"""What readers are to do for their safety may deny."""
_WEAPONS: Final = frozenset({"wapen", "vuurwapen", "pistool", "mes", "bijl", "knuppel"})
"""Who asks whether he had one says that he may have."""
_PERSON: Final = rf"(?:{_SOMEBODY}|personen|persoon|bestuurder|bijrijder|passagier)"
_STATED: Final = re.compile(
    rf"\b(?:{_WAS} (?:\w+ ){{0,2}}(?:toch|juist|echter|eigenlijk|daarentegen)"
    rf"|(?:is|was|zijn|waren) (?:(?:hij|zij|ze|dit|dat) )?(?:een van )?(?:de|deze|die|dezelfde) "
    rf"(?:\w+ ){{0,2}}{_PERSON}|(?:is|was) (?:hem|haar)$"
    rf"|{_SOMEBODY} (?:\w+ ){{0,3}}(?:staat|zit|hangt)"
    r"|(?:heeft|had|hebben|hadden) (?:\w+ )?(?:ze|die|dat|dit|het|alles)$)\b"
)
"""Is otherwise, is that man, stands there now, has what is gone. *Hebt u toch iets gezien?* asks, and says nothing."""


def takes_back(before: Mapping[str, str], after: Mapping[str, str]) -> bool:
    """Whether a sign that a text is no longer so came to these texts by field."""
    return bool(_signs(after) - _signs(before))


def _signs(texts: Mapping[str, str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for text in texts.values():
        for words, asks in sentences_of(text):
            told = folded(" ".join(words))
            found.update({name: len(sign.findall(told)) for name, sign in SIGNS.items()})
            if not asks:
                found["is otherwise"] += len(_STATED.findall(told))
            found["leads astray"] += leads_astray(words, asks=asks)
            if asks:
                found["is doubtful"] += sum(folded(word) in _WEAPONS for word in words)
            else:
                doubts = _DOUBTS - _OF_ADVICE if is_safe(words) else _DOUBTS
                found["is doubtful"] += sum(folded(word) in doubts for word in words)
    return found
