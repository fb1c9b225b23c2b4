"""Whether a citizen says that there are images of theirs, or a camera that may hold some.

Who answers a mail that asks for images and names a camera mostly has one, so a clause that names one offers it, unless
it says otherwise. Missing an offer loses the images, taking one for nothing costs a colleague a press: doubt is heard.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from bot.domain.folding import folded

LONGEST: Final = 20_000  # characters that are looked at

_CAMERA: Final = re.compile(
    r"\w{0,20}cam(?:e|a)ra(?:'?s)?(?:\w{0,20}\b)|\bdash ?cam\w{0,4}\b|\b(?:web|body|bewakings?) ?cam\b"
    r"|\b(?:video|film|smart)(?: |-)?(?:deur)?bel\b|\bring(?: |-)?(?:deur)?bel\b|\bring (?:heeft|had|app|zag|caught"
    r"|recorded)\b"
    r"|\b(?:eufy|blink|arlo|reolink|doorbird|cctv|sentry)\b|\b(?:google|onze|mijn|our|my) nest\b|\bkamera\b"
)
_IMAGES: Final = re.compile(
    r"\b(?!voorbeeld|afbeeld|uitgebeeld|wanbeeld)\w{0,20}beelden?\b(?<!beeld)|\bbeeldmateriaal\b"
    r"|\b(?:heb|heeft|hebben|en) beeld (?:en|van)\b|\b(?:foto|film|video)(?:opname|materiaal|fragment|bestand)\w{0,3}\b"
    r"|\bopnam(?:e|es|en)\b|\b\w{0,12}filmpjes?\b|\bvideo(?:'?s|otje|tje)?\b|\bfilms? van\b|\bop (?:film|video)\b"
    r"|\bgefilmd\b|\b\w{0,12}foto(?:'?s|otje)?\b|\bscreenshots?\b|\bschermafbeelding\w{0,2}\b|\bfootage\b"
    r"|\brecordings?\b|\b(?:video ?)?clips?\b|\b(?:pictures?|photos?)\b|\baufnahmen?\b"
    r"|\b(?!image\d{3}\b)[\w-]{1,60}\.(?:mp4|mov|avi|mkv|m4v|wmv|3gp|heic|jpe?g)\b"
    r"|\b(?:we ?transfer|swiss ?transfer|google drive|dropbox|one ?drive|file ?sender)\b"
)
"""By their names too: what a service for large files writes names the file and itself."""
_DOORBELL: Final = re.compile(r"\b(?:deur ?bell?(?:en)?|doorbell)\b")
_RECORDS: Final = re.compile(
    r"\b(?:mijn|mn|m'n|ons|onze|my|our|heb|hebben|heeft|hangt|hebt|have|has|neemt|nam|opgenomen|gefilmd|filmt|melding"
    r"|meldingen|beweging|gezien|geregistreerd|gekeken|nagekeken|teruggekeken|terugkijken|ziet|recorded|caught"
    r"|neighbou?r"
    r"|op (?:de|mijn|onze) deur ?bel|app van de deur ?bel|van de deur ?bel)\b"
)
_RUNG: Final = re.compile(
    r"\b(?:ging|gaat|gehoord|hoorden?|aangebeld|aanbelde|belden?|aanbellen|gewone|drukten?|druk|gedrukt|rang|rung"
    r"|rings?"
    r"|overging|stukken|plakte|proberen|oude)\b"
)
"""A doorbell as something that rings."""

_DOUBT: Final = re.compile(
    r"\b(?:(?:ik )?weet (?:ik )?niet (?:zeker )?(?:of|wat|wie|hoe)|geen idee (?:of|wat)|niet alleen|not sure (?:if"
    r"|whether)"
    r"|(?:niet|geen) (?:\w+ ){0,2}(?:scherp|scherpe|goede|duidelijk|duidelijke|heldere?|best|beste|probleem|moeite)"
    r"|don't know (?:if|whether)|niet zo|niet kunnen (?:sturen|mailen|uploaden)|lukt(?:e)? (?:het )?(?:me |mij "
    r"|ons )?niet"
    r"|krijg (?:\w+ ){0,4}niet|kan (?:\w+ ){0,5}niet (?:sturen|mailen|versturen|uploaden|downloaden|doorsturen"
    r"|meesturen))\b"
)
"""A no that denies no images; not being able to send them neither."""
_NO: Final = re.compile(
    r"\b(?:geen|niet|niets|niks|nooit|zonder|nergens|niemand|nee|nvt|no|not|nothing|nobody|without|none|kein|keine"
    r"|\w{1,8}n't"
    r"|wasnt|dont|didnt)\b"
)
_GONE: Final = re.compile(
    r"\b(?:kapot|stuk|defect|broken|overschreven|overwritten|leeg|offline|storing|verkeerd|\w{0,6}uitgeschakeld"
    r"|verwijderd"
    r"|(?:stond|stonden|staat|staan|was|waren|is|hing|zijn) (?:\w+ ){0,3}(?:uit|weg|nep|off)|nep\w{0,10}|dummy"
    r"|(?:is|zijn|al|waren|werden|heb|hebben) (?:\w+ ){0,2}gewist|erased|deleted|tegen camera'?s)\b"
)
_GIVEN: Final = re.compile(
    r"\b(?:al|reeds|already)\b.{0,60}\b(?:politie|agente?n?|wijkagente?|collega'?s?|recherche\w{0,3}|police|officer)\b"
    r"|\b(?:politie|agente?n?|wijkagente?|collega'?s?|recherche\w{0,3}|police|officer)\b.{0,60}\b(?:al|reeds|already)\b"
)
"""Our people have them already."""
_NOT_THEN: Final = re.compile(
    r"\b(?:vroeger|pas (?:na|sinds|later|vanaf)|sinds (?:gisteren|vandaag|kort|vorige|deze|de)|nu pas|kopen"
    r"|aanschaf\w{0,5}"
    r"|aan te schaffen|overwe(?:eg|gen)|komt er iemand|ophangen|hang (?:een|toch|zelf)|gaan plaatsen|laten plaatsen"
    r"|plannen|bestellen|besteld|buy|verplicht|monteur|installateur)\b"
)
"""No camera hung there, or not yet."""
_ELSEWHERE: Final = re.compile(
    r"\b(?:gemeente|verzekering\w{0,12}|verzekeraar|ziekenhuis|kliniek|psychiatrisch\w{0,2}|facebook|instagram"
    r"|youtube|tiktok"
    r"|krant(?:en)?|website|televisie|tv|opsporing verzocht|nieuws|marktplaats|in (?:uw|de|jullie) (?:mail|bericht"
    r"|oproep)"
    r"|zou(?:den)? (?:\w+ ){0,6}moeten|moe(?:t|ten) (?:\w+ ){0,3}(?:komen|hangen)|bewaar de|uw beelden|privacy"
    r"|op (?:de|die|uw|jullie) foto|vertekend|voorbeeld\w{0,3})\b"
)
"""What is ours, a newspaper's, or wished for."""
_STRANGER: Final = (
    r"(?:man|mannen|vrouw|vrouwen|iemand|jongens?|jongeman|kerels?|gast|meisjes?|persoon"
    r"|personen|vent|hij|zij|ze|dader)"
)
_THEIRS: Final = re.compile(
    rf"\b{_STRANGER}\b.{{0,60}}\b(?:met (?:een|zijn|haar|hun|grote) (?:\w+ )?(?:\w{{0,10}}camera|fototoestel)"
    r"|alsof|te (?:maken|nemen|filmen)|filmden?|fotografeerden?|nam|namen)\b"
    r"|\b(?:ook een|een|de|onze|mijn) \w{0,10}camera (?:\w+ ){0,3}(?:gestolen|meegenomen)\b"
    rf"|\b{_STRANGER} hebben (?:\w+ ){{0,4}}camera meegenomen|\b(?:en|onze|de) camera meegenomen\b"
)
"""Somebody else's camera, or one that was stolen."""
_NOT: Final = (_NO, _GONE, _GIVEN, _NOT_THEN, _ELSEWHERE, _THEIRS)

_OWN: Final = re.compile(r"\b(?:ik|wij|we|mijn|mn|m'n|ons|onze|i|my|our|me|mij)\b")
_TAKEN_BACK: Final = re.compile(
    r"\b(?:er (?:staat|stond|is|was|zijn) (?:\w+ ){0,3}(?:niets|niks|niemand)|(?:die|dat|deze) (?:heb|hebben) (?:ik"
    r"|wij|we) niet"
    r"|geen met (?:een )?camera|(?:zie|zien|zag|zagen|staat|vind|vond) (?:\w+ ){0,4}(?:niets|niks|niemand)"
    r"|geen (?:bijzonderheden|bijzonders|verdachte \w+)|daar (?:is|was|zie) (?:\w+ ){0,3}(?:niets|niks|niemand)"
    r"|(?:deed|doet|werkte?|functioneerde?) (?:\w+ ){0,4}niet|(?:niets|niks|niemand) (?:\w+ ){0,2}(?:te zien|gezien"
    r"|gevonden|op)"
    r"|nothing (?:on|to see)|je ziet (?:\w+ ){0,3}niet|hebben (?:wij|we) niet|heb ik (?:\w+ )?niet|(?:was|stond"
    r"|staat) (?:\w+ )?uit"
    r"|(?:is|was|bleek) (?:\w+ ){0,2}(?:kapot|stuk|defect|leeg)|(?:zijn|is) (?:\w+ ){0,2}(?:gewist|overschreven|weg))\b"
    r"|^(?:niets|niks|niemand)\b"
)
_GOES_ON: Final = re.compile(r"^(?:maar|helaas|jammer\w*|alleen|hij|die|deze|dat|daar\w*|er|but|sadly|unfortunately)\b")
"""A sentence that is about the one before it."""
_SENTENCES: Final = re.compile(r"[.!]+(?=\s|$)|(?<=\?)|[\n;]+")
_CLAUSES: Final = re.compile(
    r"[,()]+|\s[-]+\s|\b(?:maar|but|though|behalve)\b|\bwel (?=(?:op|een|heb|hebben|de|onze|mijn|\w{0,12}beelden"
    r"|camera|foto)\b)"
    r"|\ben (?=(?:ik|wij|we|er|mijn|onze|op|de \w{0,12}camera)\b)"
)
_ABBREVIATED: Final = re.compile(r"\bn\.v\.t\.?")
_REPLIES: Final = re.compile(r"^\s*(?:re|fw|fwd|antw|antwoord|betr|doorst)\s*:", re.IGNORECASE)


def offers_images(words: str, subject: str = "") -> bool:
    """Whether a citizen's words, or a subject of their own, tell of images that may be fetched."""
    own = "" if _REPLIES.match(subject) else subject
    return any(_offered(folded(f"{own}\n{words}"[:LONGEST])))


def _offered(plain: str) -> Iterator[bool]:
    sentences = [" ".join(part.split()) for part in _SENTENCES.split(_ABBREVIATED.sub("nvt", plain))]
    for sentence, after in pairwise([*filter(None, sentences), ""]):
        if sentence.endswith("?") and not _OWN.search(sentence):
            continue
        clauses = [clause.strip() for clause in _CLAUSES.split(sentence)]
        goes_on = _GOES_ON.match(after) is not None
        for place, clause in enumerate(clauses):
            rest = [*clauses[place + 1 :], *([after] if goes_on else [])]
            yield _names(clause) and not any(map(_TAKEN_BACK.search, rest))


def _names(clause: str) -> bool:
    """Whether it names a camera or images, and does not deny them."""
    rings = _DOORBELL.search(clause) and _RECORDS.search(clause) and not _RUNG.search(clause)
    if not (rings or _CAMERA.search(clause) or _IMAGES.search(clause)):
        return False
    sure = _DOUBT.sub("", clause)
    return not any(pattern.search(sure) for pattern in _NOT)
