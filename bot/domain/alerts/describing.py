"""What who only adds may write: a closed set of words that describe a person, a thing or a sound, or ask for help.

Whatever has another word may tell another story (the case is solved, the key was theirs) and waits for a colleague.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bot.domain.alerts.adding import NEGATIONS, is_mended, sentences_of
from bot.domain.alerts.other_values import CLASSES
from bot.domain.folding import folded

_DESCRIBING: Final = """
aan accent achter achterlicht achtertuin af alarm alarminstallatie als arm arms bagage beeld beelden been bekijk bel
benen bestuurder bewaar bij bijrijder brandgang bril buurt camera camera's camerabeelden circa daarbij daarna dader
daders dakdrager dan dashcam dat de deuk deurbel deurbelcamera deze die direct dit doek donkerkleurig donkerkleurige
door draagt draait dragen droeg droegen een en er erg fietstas fietstassen film filmpje foto foto's geblaf gebons
gegil gehoord geluid gereedschap gerinkel geschreeuw getoeter gezicht gezien ging gingen glas graag haar haastig had
hadden hand handdoek handen handschoen handschoenen hangt hard haren hebben hebt heeft heel heg hem hen herkende
herkent het hij hing hoe hoek hoofd hoorde hoorden horloge hun iedereen iemand iets imperiaal in is kent kentekenplaat
ketting kijk kinderzitje klap kleur kleurige klom klommen knal koplamp koplampen kraag kras krassen kwam kwamen
laadruimte ladder lag lagen langs lawaai lengte let letters lichtkleurig lichtkleurige liep liepen litteken logo mail
mandje mee meld men merk met meteen missen mist model mogelijk mouw mouwen naar naast neus nog nogal nu of ogen om
onder ongeveer ons ontbreekt ook oorbel oorbellen op opdruk open opname opnames opvallend opvallende over overkant
passagier personen persoon piercing plank postuur rand reden reed rende renden richting riem ring rits rond rug ruit
rustig schade schouder schouders schutting snel spatbord spiegel sprak spraken sprong sprongen staat steegje
steekwagen stem sticker stickers stoep stond stonden straat streep strepen struiken stuur tand tanden tape tatoeage
tatoeages te tegen tekst toen tot touw trap trekhaak tuin u uit uw van velgen verder vertrok vertrokken video vluchtte
vluchtten voor voorruit voortuin vrij waar wang waren was wat welke wie wij wijk zacht zag zagen zaklamp zaklampen zat
zaten ze zeer zich ziet zij zijn zo zoals zolen zonder zonnebril zool
"""
_SAFETY: Final = """
ga spreek raak benader doe volg houd kom confronteer laat zelf afstand spoed 112 0900 8844 0800 7000 vreemden deur
achterna tegemoet maar dank bedankt ziens groet groeten
"""
_KNOWN: Final = (
    frozenset(map(folded, (_DESCRIBING + _SAFETY).split())) | NEGATIONS | frozenset[str]().union(*CLASSES.values())
)


_PERSONS: Final = """
hij hem zij ze hen iemand iedereen persoon personen bestuurder bijrijder passagier deze die
"""
_SOMEBODY: Final = CLASSES["people"].keys() | frozenset(_PERSONS.split())
_ORDERS: Final = frozenset({"bewaar", "laat", "mail"})


def tells_otherwise(before: Mapping[str, str], after: Mapping[str, str]) -> bool:
    """Whether a word came that is none of those, no number, and none that the old texts have, however spelled.

    A word that only the old texts have tells another story too where new words put somebody beside it: De bestuurder
    heeft de sieraden.
    """
    was = _words(before)
    unknown = any(
        word not in _KNOWN and not word.isdigit() and not any(is_mended(old, word) for old in was)
        for word in _words(after) - was
    )
    return unknown or any(
        _told_of_somebody(words) for name, text in after.items() for words in _new_sentences(before.get(name, ""), text)
    )


def _new_sentences(before: str, after: str) -> Iterator[list[str]]:
    """The words of the statements that came, or that came behind an old one."""
    old = Counter(tuple(words) for words, _ in sentences_of(before))
    for words, asks in sentences_of(after):
        if old[tuple(words)]:
            old[tuple(words)] -= 1
        elif not asks:
            starts = (len(one) for one in old if old[one] and tuple(words[: len(one)]) == one)
            yield [folded(word) for word in words[max(starts, default=0) :]]


def _told_of_somebody(words: Sequence[str]) -> bool:
    others = [word for word in words if word not in _KNOWN and not word.isdigit()]
    return bool(others) and (words[0] in _ORDERS or not _SOMEBODY.isdisjoint(words))


def _words(texts: Mapping[str, str]) -> set[str]:
    return {folded(word) for text in texts.values() for words, _ in sentences_of(text) for word in words}
