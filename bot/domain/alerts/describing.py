"""What who only adds may write: a closed set of words that describe a person, a thing or a sound, or ask for help.

Whatever has another word may tell another story (the case is solved, the key was theirs) and waits for a colleague.
"""

from collections.abc import Mapping
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


def tells_otherwise(before: Mapping[str, str], after: Mapping[str, str]) -> bool:
    """Whether a word came that is none of those, no number, and none that the old texts have, however spelled."""
    was = _words(before)
    return not all(
        word in _KNOWN or word.isdigit() or any(is_mended(old, word) for old in was) for word in _words(after) - was
    )


def _words(texts: Mapping[str, str]) -> set[str]:
    return {folded(word) for text in texts.values() for words, _ in sentences_of(text) for word in words}
