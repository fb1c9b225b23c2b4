"""A sign of something that happens now, and the patterns in folded Dutch from which signs are made.

Tense and order are left to Dutch; what is told of another day, of pictures or of a habit is not now. To miss one is
worse than to call somebody for nothing, but who is called for nothing every day does not come.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

NOW: Final = r"\b(?:nu|op dit (?:moment|ogenblik)|momenteel|op het moment|zonet nog|live)\b"
STRANGER: Final = (
    r"\b(?:iemand|(?:man(?!daag)|mannen|mannetje|vent|venten|kerels?|gast(?:en)?|gozers?|jongens?|jongeman|jongeren"
    r"|knul"
    r"|vrouw(?:en)?|meisjes?|pers(?:oon|onen)|figu(?:ur|ren)|types?|lui|onbekenden?|inbrekers?|daders?|dief|dieven"
    r"|boef"
    r"|boeven|verdachten?|overvallers?|insluipers?|mensen|lieden|vreemden?)\b)"
)
THEY: Final = r"\b(?:hij|ie|ze|zij)\b"
PRESENT: Final = (
    r"\b(?:staat|staan|loopt|lopen|zit|zitten|sluipt|sluipen|rent|rennen|klimt|klimmen|hangt|hangen|kijkt|kijken"
    r"|gluurt"
    r"|gluren|voelt|voelen|rommelt|rommelen|probeert|proberen|breekt|breken|trapt|trappen|slaat|slaan|ligt|liggen"
    r"|wacht"
    r"|schijnt|schijnen|steelt|stelen|vecht|vechten|bonkt|bonken|morrelt|morrelen|kruipt|kruipen|forceert|forceren"
    r"|doorzoekt|springt|springen|pikt|pakt|peutert|peuteren|zaagt|boort|wrikt|wrikken|vlucht|vluchten)\b"
)
IS: Final = r"\b(?:is|zijn)\b"
SPOT: Final = (
    r"\b(?:(?:achter|voor|zij)?tuin(?:en|deur|hek|huis|poort)?|(?:achter|voor|schuif|garage|zij|bij)?deur(?:en)?"
    r"|(?:zolder|keuken|wc|dak)?ra(?:am|men)|(?:buur)?huis|huizen|woning|schuur(?:tje)?|schuren|garage(?:box)?|dak"
    r"|balkon|schutting|(?:tuin)?poort(?:je)?|brandgang|steeg(?:je)?|oprit|kelder(?:box)?|portiek|hal|trap|buren"
    r"|overburen"
    r"|buur(?:man|vrouw)|nr|nummer \d+|binnen|boven|beneden|zolder|slaapkamer|keuken|woonkamer|berging|kozijn|slot"
    r"|hek"
    r"|achterom|hier|daar|straat|auto'?s?|parkeerplaats|winkel|kantoor|school|flat|galerij|regenpijp|dakgoot)\b"
)
MY_SPOT: Final = (
    r"\b(?:in|op|bij|aan|achter|voor|door|over|onder|rond|om|tegen|naast) (?:(?:de|het|mijn|ons|onze|hun|haar|zijn"
    r"|'t) )?"
    r"(?:(?:achter|voor|schuif|zij)?(?:tuin|deur)(?:en|deur|hek|poort)?|(?:keuken|dak|zolder)?ra(?:am|men)|huis"
    r"|woning"
    r"|schuur(?:tje)?|garage|dak|balkon|schutting|brandgang|oprit|kelder|poort|kozijn|slot|regenpijp|dakgoot|zolder"
    r"|slaapkamer|keuken|woonkamer|portiek|hal|trap|fietsenkelder|berging|box|gang|galerij|lift|bosjes|buren"
    r"|overburen"
    r"|buur(?:man|vrouw))\b"
)
HOUSES: Final = (
    r"\b(?:buren|overburen|buur(?:man|vrouw)|hiernaast|hier(?:tegen)?over|huis|woning|nr|nummer \d+|(?:achter"
    r"|voor)?tuin(?:en)?"
    r"|(?:achter|voor|zij|garage|schuur)?deur(?:en)?|schuur|garage|dak|balkon|brandgang|steeg|poort|raam|school"
    r"|winkel"
    r"|portiek|galerij|kelder|berging|hier)\b"
)
"""A house, by what people call it in haste."""
BREAKING_IN: Final = (
    r"\b(?:in te breken|inbreken|aan het (?:in|open)?breken|open te (?:breken|maken|krijgen)|(?:naar )?binnen te"
    r"|naar binnen"
    r"|breekt? .{0,30}\b(?:in|open)\b|breken .{0,30}\b(?:in|open)\b|forceert|forceren|binnendringen|aan het stelen"
    r"|klim(?:t|men) .{0,12}(?:over|door|op|in|via|langs)|wrik(?:t|ken)|bonk(?:t|en) op|inslaan|ruit in|leeg te halen"
    r"|aan het leeghalen|aan het forceren|aan het zagen|aan het vluchten|gluurt naar binnen)\b"
)
PICTURES: Final = (
    r"\b(?:\w*beeld(?:en)?|film(?:s|pjes?|en)?|\w*foto'?s?|video'?s?|opnames?|screenshot\w*"
    r"|daarop|waarop|hierop)\b"
)
OFTEN: Final = (
    r"\b(?:altijd|vaak|vaker|soms|elke|iedere|regelmatig|meestal|dagelijks|wel eens|weleens|af en toe|nooit|ooit|als"
    r"|wanneer|stel|indien|zouden?|mocht|wekelijks|veel|overal|overdag|zomers?|(?:nachts|avonds|ochtends|middags)"
    r"|zaterdags|volgende keer|voortaan|in de toekomst|tegenwoordig)\b"
)
THEN: Final = (
    r"\b(?:toen|gister\w*|eergister\w*|vorige?|afgelopen|laatst|destijds|eerder|vannacht|vanmorgen|vanochtend"
    r"|vanmiddag"
    r"|(?:maan|dins|woens|donder|vrij|zater|zon)dag\w*|(?:uur|uren|dag|dagen|week|weken|maand|maanden|jaar"
    r"|jaren) geleden"
    r"|die (?:nacht|avond|dag|ochtend|middag|bewuste)|om \d\d?[.:]?\d* uur|rond \d\d?[.:]?\d* uur|geweest"
    r"|januari|februari|maart|april|juni|juli|augustus|september|oktober|november|december|vroeger|vorig|sindsdien"
    r"|(?:19|20)\d\d|al (?:\w+ )?(?:dagen|weken|maanden|jaren)"
    r"|dagen erna)\b"
)
ELSEWHERE: Final = (
    r"\b(?:vast|vrij rond|gevangen\w*|tralies|blokje om|ziekenhuis|marktplaats|facebook|online|internet|site"
    r"|krant|nieuws|vakantie"
    r"|verhuisd"
    r"|gemeente|verzekering|aannemer|schilder|slotenmaker|glaszetter|monteur|hovenier|aan het werk|op wacht|in de app"
    r"|buurtapp|lijst|cel|rechter|rechtbank|van ons|hond uit|collecte|niemand"
    r"|leeg|geen mens|nu eenmaal|nu en dan|beter|alert\w*|te koop"
    r"|te huur)\b"
)
NEVER_OF_NOW: Final = rf"{PICTURES}|{OFTEN}|\btoen\b|{ELSEWHERE}|\bgeweest\b"
NEVER: Final = rf"{NEVER_OF_NOW}|{THEN}"
SOON: Final = r"(?:snel|gauw|vlug|meteen|direct|direkt|onmiddellijk|nu|zsm|z\.s\.m|asap|rap|spoedig|zo snel mogelijk)"
PLEASE: Final = (
    r"(?:aub|svp|alsjeblieft|alstublieft|alsjeblief|a\.u\.b|please|pls|toch|heel|zo|hier|hierheen|echt|ff|even)"
)
NOISE: Final = (
    r"(?:glas\w*|gestommel|gerommel|voetstappen|gebonk|gekraak|gegil|geschreeuw|lawaai|\w*stemmen|gefluister|gehamer"
    r"|gehuil|hulpgeroep)"
)
ASKED: Final = r"(?:riep|riepen|zei|zeiden|belde|belden|appte|schreeuwde|vroeg|beloofde|gezegd|geroepen)"
WEAPON: Final = (
    r"\b(?:(?:vuur|steek|slag|hand|handvuur)?wapens?|pistool|pistolen|revolvers?|(?:jacht|machine)?geweer|geweren|uzi"
    r"|machetes?|kapmes(?:sen)?|gewapende?|handgranaat|handgranaten|explosie(?:f|ven)|bom"
    r"|(?:met|heeft|hebben|heb|trekt|trok|pakt|houdt|draagt|dragen|zie|zag|plus) (?:ook )?(?:een |'n )?(?:heel )?"
    r"(?:grote?|lang|groot|flink)? ?(?:mes(?:sen)?|bijl|hakbijl|honkbalknuppel))\b"
)
NO_WEAPON: Final = (
    rf"\b(?:niet|niks|nooit)\b.{{0,25}}{WEAPON}|{WEAPON} niet\b"
    r"|\b(?:geen|zonder|had|hadden|droeg|droegen|was|waren|werd|werden|bleek|gestolen|kwijt|verdwenen"
    r"|wapens? (?:van|in|op|erop|der|tegen)\b(?! (?:zijn|haar|hun|de) (?:hand|zak|broek|jas|rug|tas|riem))"
    r"|het wapen(?= van)"
    r"|speelgoed\w*|nep\w*|water|verf|lijm|gewapend (?:beton|glas|met (?:een )?(?:camera|telefoon|zaklamp|koffie"
    r"|geduld))"
    r"|vergunning|verboden|wet|museum|verzameling|antiek|jas|logo|embleem|schild|vlag|gevel|film|serie|spel"
    r"|lek|lekgestoken|gesneden|\w+gesneden|bekrast|krassen|brood|vork|vorken|keuken|bestek|banden?|openen|als wapen"
    r"|mijn (?:man|vader|opa|zoon)|ik heb|kluis|(?:bedrijf|\w+bedrijf|cafe|hotel|restaurant|herberg|firma) het wapen"
    r"|bomen|boom|kan zijn|of hij|of ze|bang voor|nogal|leuk|gevonden|kopen|koop|bomvol|uit de oorlog)\b"
)

_compiled = cache(re.compile)  # there are more patterns than re remembers by itself


@dataclass(frozen=True)
class Sign:
    """Something happens now: `all_of` stand in one clause, in any order, and none of `unless` does."""

    name: str
    all_of: tuple[str, ...]
    unless: str = NEVER

    def is_in(self, clause: str) -> bool:
        """Whether a clause says so."""
        return all(_compiled(part).search(clause) for part in self.all_of) and not _compiled(self.unless).search(clause)
