"""Whether a text names something otherwise than before: another colour, number, day, direction, person, vehicle, coat.

Who adds "Het was een vrouw in een blauwe auto" below a man in a grey van has changed whom people look out for, though
every word of the man still stands. Of a class that the old text does not name, anything may be added; but when and
where it happened every mail names, and a first man, woman or child in it is somebody new.
"""

import re
from collections.abc import Mapping
from typing import Final

from bot.domain.alerts.adding import sentences_of
from bot.domain.folding import folded

_NUMBERS: Final = """
twee drie vier vijf zes zeven acht negen tien elf twaalf twintig dertig veertig vijftig beide tweede
derde enkele meerdere meer groep groepje duo trio tweetal drietal paar stel samen alleen
"""
_COLOURS: Final = """
zwart/zwarte wit/witte rood/rode blauw/blauwe groen/groene geel/gele grijs/grijze bruin/bruine oranje paars/paarse
roze beige zilver/zilveren/zilverkleurige goud/gouden donker/donkere licht/lichte donkerblauw/donkerblauwe
lichtblauw/lichtblauwe donkergrijs/donkergrijze lichtgrijs/lichtgrijze donkergroen/donkergroene donkerrood/donkerrode
antraciet creme turquoise gestreept/gestreepte geruit/geruite camouflage
"""
_PEOPLE: Final = """
man/heer/kerel/vent/mannelijk mannen/heren vrouw/dame/vrouwelijk vrouwen/dames jongen jongens meisje/meid
meisjes/meiden kind kinderen jongere jongeren tiener tieners volwassene volwassenen bejaarde stelletje echtpaar
"""
_VEHICLES: Final = """
auto/personenauto/wagen bus/busje/bestelbus/bestelbusje/bestelauto/bestelwagen camper taxi vrachtwagen/vrachtauto
pick-up scooter brommer/bromfiets motor fiets/rijwiel e-bike bakfiets mountainbike racefiets fatbike step quad
aanhanger trein tram voet lopend rennend boot
"""
_MAKES: Final = """
volkswagen/vw golf polo caddy transporter opel corsa astra vivaro ford focus fiesta transit renault clio kangoo trafic
peugeot partner citroen berlingo fiat mercedes sprinter bmw audi toyota yaris kia hyundai volvo skoda seat mazda
nissan suzuki tesla dacia mini gazelle batavus sparta koga vespa piaggio
"""
_DIRECTIONS: Final = """
noord/noorden zuid/zuiden oost/oosten west/westen links/linksaf rechts/rechtsaf station centrum snelweg park bos brug
tunnel viaduct rotonde winkelcentrum school kerk sporthal parkeerplaats heen terug
"""
_TOPS: Final = """
jas jack winterjas regenjas spijkerjas leren vest trui hoodie sweater shirt t-shirt overhemd bodywarmer hesje colbert
pak uniform jurk
"""
_HEADS: Final = """
pet/petje muts/mutsje capuchon helm bivakmuts hoed sjaal hoofddoek masker mondkapje kaal
"""
_LEGS: Final = """
broek spijkerbroek jeans joggingbroek trainingsbroek kort/korte rok trainingspak overall
"""
_FEET: Final = "schoenen sneakers gympen laarzen slippers sandalen"
_BAGS: Final = """
tas/tasje rugzak/rugtas sporttas weekendtas boodschappentas koffer heuptasje doos zak krat
"""
_BUILD: Final = """
lang/lange klein/kleine kort/korte dik/dikke mager/magere slank/slanke fors/forse gezet/gezette breed tenger
"""
_HAIR: Final = "blond blonde krullen krullend stijl staart vlecht baard snor ringbaard bril"
_AGE: Final = "jong jonge oud oude bejaard middelbare jongvolwassen"
_WAYS_IN: Final = """
voordeur achterdeur keukendeur balkondeur tuindeur garagedeur schuurdeur schuifpui raam/ramen dakraam keukenraam
bovenlicht garage schuur kelder balkon dak berging poort
"""
_TOOLS: Final = """
mes pistool vuurwapen wapen koevoet breekijzer schroevendraaier hamer steen baksteen knuppel bijl tang sleutel
"""
_STATES: Final = "open dicht gesloten slot binnen buiten leeg vol heel kapot"
_WHEN: Final = """
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus
september oktober november december ochtend/ochtends/vanochtend morgen/morgens/vanmorgen middag/middags/vanmiddag
avond/avonds/vanavond nacht/nachts/vannacht gisteren eergisteren vandaag gisteravond gisternacht gistermiddag weekend
week maand jaar/jaren uur kwartier half eerder later vroeger ooit toen daags overdag
"""
CLASSES: Final[Mapping[str, Mapping[str, str]]] = {
    name: {form: forms.partition("/")[0] for forms in folded(words).split() for form in forms.split("/")}
    for name, words in {
        "number": _NUMBERS,
        "colour": _COLOURS,
        "people": _PEOPLE,
        "vehicle": _VEHICLES + _MAKES,
        "direction": _DIRECTIONS,
        "top": _TOPS,
        "head": _HEADS,
        "legs": _LEGS,
        "feet": _FEET,
        "bag": _BAGS,
        "build": _BUILD,
        "hair": _HAIR,
        "age": _AGE,
        "way in": _WAYS_IN,
        "tool": _TOOLS,
        "state": _STATES,
        "when": _WHEN,
    }.items()
}
_ALWAYS: Final = frozenset({"when", "where", "people"})
"""Each mail tells its own time and street; and whom it tells of at all."""
_OF_THE_TEXT: Final = frozenset({"hij"})
"""Whom a text tells of already, whatever it calls them."""
_OF_PEOPLE: Final = ("people", "top", "head", "legs", "feet", "build", "hair", "age")
_STREET: Final = re.compile(r"\w{3,}(?:straat|laan|plein|gracht|kade|dreef|singel|steeg|plantsoen|weg)")
_MALE: Final = frozenset({"man", "mannen", "jongen", "jongens"})
_PHONES: Final = frozenset({"112", "0900", "8844", "0800", "7000"})


def names_otherwise(before: Mapping[str, str], after: Mapping[str, str]) -> bool:
    """Whether a value came to the texts of a class that they named already."""
    was, now = _values(before), _values(after)
    came = {name: now[name] - was[name] for name in now}
    return any(
        came[name] - (frozenset() if was[name] else _OF_THE_TEXT) and (was[name] or name in _ALWAYS) for name in now
    )


def tells_of_people(before: Mapping[str, str], after: Mapping[str, str]) -> bool:
    """Whether it tells more of somebody: who they are, or what they wore."""
    was, now = _values(before), _values(after)
    return any(now[name] - was[name] for name in _OF_PEOPLE)


def _values(texts: Mapping[str, str]) -> dict[str, frozenset[str]]:
    told = [folded(word) for text in texts.values() for words, _ in sentences_of(text) for word in words]
    values = {name: frozenset(known[word] for word in told if word in known) for name, known in CLASSES.items()}
    if "hij" in told and _MALE.isdisjoint(values["people"]):
        values["people"] |= {"hij"}
    values["number"] |= {word for word in told if any(map(str.isdigit, word)) and word not in _PHONES}
    values["where"] = frozenset(word for word in told if _STREET.fullmatch(word)) - {"snelweg", "onderweg"}
    return values
