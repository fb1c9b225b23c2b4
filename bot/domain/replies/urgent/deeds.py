"""The signs that lie in a verb: what is done as it is written, without the word *nu*."""

from typing import Final

from bot.domain.replies.urgent.words import HOUSES, IS, NEVER, NOW, OFTEN, PRESENT, SPOT, STRANGER, THEY, Sign

_WHO: Final = rf"(?:{THEY}|{STRANGER})"
_WHOM: Final = r"(?:ze|hem|haar|hen|hun|iemand|die \w+|de (?:dader|dief|man|mannen|vrouw|verdachte|jongens?|bus|auto))"
_TOLD: Final = (
    rf"{NEVER}|\b(?:was|waren|werd(?:en)?|had(?:den)?|heeft|hebben|stond(?:en)?|liep(?:en)?|zat(?:en)?|lag(?:en)?"
    r"|ging(?:en)?|kwam(?:en)?|zag(?:en)?|reed|reden|hoorden?|droeg(?:en)?|denk|bang dat|hoop|alsof|misschien ooit"
    r"|weet niet|niet meer|dat (?:ze|hij|zij)|deurbel|cameras?)\b"
)
"""What is told of another time."""
_TOOLS: Final = (
    r"\b(?:bivakmuts(?:en)?|breekijzers?|koevoet(?:en)?|zaklamp(?:en|je)?|betonschaar|slijptol|schroevendraaiers?"
    r"|ladders?|capuchons? (?:op|over)|gezicht bedekt|masker|inbrekersgereedschap)\b"
)

DEEDS: Final = (
    Sign(
        "heard where nobody should be",
        (
            rf"\b(?:hoor|horen|zie|zien)\b (?:ik |we )?(?:\w+ )?{_WHOM}\b",
            rf"{NOW}|\b(?:boven|beneden|binnen|praten|lopen|rommelen|fluisteren|op (?:zolder|de trap|het dak)"
            rf"|in (?:de|mijn|ons) (?:tuin|huis|keuken|gang|woonkamer|slaapkamer|schuur))\b",
        ),
        rf"{_TOLD}|\b(?:graag|buren boven|bovenburen|zien kan|liever)\b",
    ),
    Sign(
        "following them",
        (
            rf"\b(?:ik|we|wij)\b.{{0,12}}\b(?:rij|rijd|rijden|loop|lopen|fiets|fietsen|ren|rennen|zit|zitten|ga|gaan)\b"
            rf".{{0,15}}\bachter {_WHOM}\b|\b(?:ik|we|wij) (?:achter)?volg(?:en)? {_WHOM}\b"
            rf"|\b(?:achter)?volg(?:en)? (?:ik|we|wij) {_WHOM}\b",
        ),
        rf"{_TOLD}|\b(?:sta|staan) achter\b|\b(?:op (?:twitter|instagram|x)|zaak|nieuws|website)\b",
    ),
    Sign(
        "coming in",
        (
            rf"{_WHO} (?:nu |weer |al )*(?:komt|komen|gaat|gaan|wil|willen)\b",
            r"\b(?:er ?aan|hierheen|op (?:mij|me|ons) af|naar (?:binnen|boven|beneden|mij toe|ons toe|mijn \w+)"
            r"|dichterbij|over (?:de|het) (?:schutting|hek|muur|poort)"
            r"|(?:het|ons|mijn) huis (?:in|binnen)|de (?:trap op|tuin in|deur door)|door (?:het|een) raam)\b",
        ),
        rf"{_TOLD}|\b(?:te pas|kunnen|kan|graag|uur|straks|zodra|zo niet|makkelijk|wil (?:niet|graag))\b",
    ),
    Sign(
        "getting away now",
        (
            rf"{_WHO} (?:nu |net |weer |hard |snel )*(?:rent|rennen|vlucht|vluchten|scheurt|scheuren|racet|racen|spurt"
            r"|sprint|sprinten|springt|springen|fietst|fietsen|rijdt|rijden|loopt|lopen|gaat|gaan)\b"
            r".{0,25}\b(?:weg|richting|ervandoor|vandoor|over (?:de|het) (?:hek|schutting|muur|dak|poort))\b"
            r"|^daar (?:gaat|gaan|rent|rennen|loopt|lopen|rijdt|rijden) (?:hij|ze|zij|de|die)\b",
        ),
        rf"{_TOLD}|\b(?:het om|goed|langs|nergens|erover)\b|\bweg (?:op|naar huis|is)\b",
    ),
    Sign(
        "back again",
        (
            rf"^(?:nu |help )?(?:{THEY}|(?:de |die )?{STRANGER}) (?:is|zijn) (?:er |nu |weer "
            rf"|alweer )*terug(?: (?:nu|hoor|help|in de straat"
            r"|bij .*|op nummer .*))?$",
        ),
        rf"{_TOLD}|\b(?:mensen|vakantie|man|vrouw|jongens?)\b",
    ),
    Sign(
        "there again",
        (
            rf"{_WHO} (?:staat|staan|loopt|lopen|zit|zitten|hangt|hangen|is|zijn) (?:\w+ )?(?:al)?weer\b",
            rf"\b(?:in|bij|op|achter|voor|aan) (?:de|het|een|dezelfde|mijn|ons|onze|die)? ?{HOUSES}|\brond$",
        ),
        rf"{_TOLD}|\b(?:thuis|terug|school|werk|open|dicht|netjes|op slot|vast)\b",
    ),
    Sign(
        "still inside",
        (
            r"^(?:is|zijn|staat|staan|zit|zitten|loopt|lopen) nog (?:steeds |altijd |gewoon )*(?:er|binnen|hier|daar"
            r"|bezig)\b",
        ),
        _TOLD,
    ),
    Sign(
        "at work there",
        (
            rf"{_WHO}|\ber\b",
            rf"{PRESENT}|{IS}",
            r"\baan het (?:slopen|klooien|rommelen|rammelen|(?:in|uit)laden|vechten|graaien|sleuren|trappen|slaan"
            r"|wrikken"
            r"|schieten|steken|snijden|knippen|slijpen|graven|morrelen|prutsen|peuteren|rondsluipen|sluipen|gluren)\b"
            r"|\b(?:te|spullen) (?:rommelen|rammelen|morrelen|klooien|wrikken|prutsen|peuteren|gluren|trekken|bonken"
            r"|duwen|voelen|trappen|zagen|slopen)\b|\b(?:spullen|tassen|dozen|fietsen|tv) .{0,12}\b(?:te laden"
            r"|inladen)\b",
        ),
        rf"{_TOLD}|\bge\w{{3,}}(?:d|t|en)\b|\b(?:buurman|tuin aan het)\b",
    ),
    Sign(
        "sneaking",
        (
            r"\b(?:sluipt|sluipen|gluurt|gluren|wrikt|wrikken|morrelt|morrelen|peutert|peuteren|forceert|forceren"
            r"|klimt|klimmen|rammelt|rammelen|kruipt|kruipen)\b",
            _WHO,
            rf"{SPOT}|\b(?:rond|om)\b",
        ),
        rf"{_TOLD}|\bge\w{{3,}}(?:d|t|en)\b|\b(?:makkelijk|kat|katten|kinderen|klimop|volgens mij"
        r"|vermoed\w*|wellicht)\b",
    ),
    Sign(
        "hitting somebody",
        (
            rf"{_WHO} (?:nu |weer )*(?:slaat|slaan|schopt|schoppen|trapt|trappen|wurgt|wurgen|steekt|steken|bedreigt"
            rf"|bedreigen|mishandelt|mishandelen|bijt|sleurt|sleuren|duwt) (?:nu |op )?(?:mij|me|ons|hem|haar|hen"
            rf"|iemand"
            rf"|elkaar|mijn (?:\w+ )?(?!deur|fiets|auto|raam|hek)\w+|een (?:man|vrouw|jongen|meisje|kind|agent)"
            rf"|de (?:buurman|buurvrouw|bewoner))\b"
            rf"|\b(?:valt|vallen) (?:nu )?(?:mij|me|ons|hem|haar|iemand|mijn \w+) aan\b",
        ),
        rf"{_TOLD}|\b(?:hand|aandacht|neer|over)\b",
    ),
    Sign(
        "lying there",
        (
            r"\b(?:bewusteloos|buiten bewustzijn|reageer(?:t|en) niet(?: meer)?|ademt niet|gewond|ligt? (?:hier "
            r"|nu )?op (?:de|het)"
            r" (?:grond|straat|stoep)|bloedt|onder het bloed)\b",
            r"\b(?:ligt?|liggen|is|zit|reageert|ademt|bloedt)\b",
            rf"{_WHO}|\b(?:buurman|buurvrouw|man|vrouw|vader|moeder|bewoner|bewoonster|zoon|dochter|slachtoffer|jongen"
            rf"|meisje|kind|oma|opa)\b",
        ),
        rf"{_TOLD}|\b(?:mail|mails|telefoon|berichten?|appjes?|papier|post|vraag|bel|op uw|fiets)\b",
    ),
    Sign(
        "burning",
        (
            r"\bbrand (?:bij|in|op|naast|nu)\b.*|\b(?:komt|komen|zie|zien)\b.{0,12}\b(?:rook|vlammen)\b.{0,12}\buit\b"
            r"|\bsteekt\b.{0,20}\bin brand\b|\bvlammen uit\b",
        ),
        rf"{_TOLD}|\b(?:schoorsteen|uitlaat|bbq|barbecue|licht|lamp|lampen|kachel|stond|preventie)\b|\bbrand (?:bij"
        rf"|in) ons\b"
        r"|\bna\b|\bde brand\b",
    ),
    Sign(
        "it happens now",
        (
            r"\b(?:het|dit|er)\b.{0,12}\b(?:gebeurt|gebeuren|speelt|is|gaat)\b|\bgebeurt\b",
            r"\b(?:gebeurt|gaande|aan de gang|speelt zich|gaat mis|mis)\b",
            NOW,
        ),
        rf"{_TOLD}|^gebeurt (?:het|er) nu(?: iets)?$|\bwat (?:gebeurt|is|gaat)\b|\bwat er\b|\b(?:vaker|steeds"
        rf"|onderzoek|niets|niks|weinig|weleens|mee|veel"
        rf"|verder|hoe)\b",
    ),
    Sign(
        "busy again",
        (
            rf"(?:{_WHO}|\ber is\b).{{0,12}}\bbezig\b",
            IS,
            r"\b(?:weer|nu)\b",
            rf"{SPOT}|\bwoning\b|bezig$",
        ),
        rf"{_TOLD}|\b(?:met (?:de|een|het|mijn|onze)|schilder|verbouw\w*|mee|aannemer|politie|jullie|rechercheurs?)\b",
    ),
    Sign(
        "ready to break in",
        (rf"{STRANGER}", _TOOLS, rf"{HOUSES}|\bstraat\b|\bbuurt\b"),
        rf"{_TOLD}|\b(?:met een schroevendraaier opengemaakt|gezien|herken|leek|signalement)\b|\bge\w{{3,}}(?:d|t"
        rf"|en)\b",
    ),
    Sign(
        "seen as they do it",
        (
            r"\b(?:ik|we|wij) zien? (?:nu )?(?:hem|ze|haar|hen|die \w+|iemand|mensen|mannen|twee \w+|een (?:man"
            r"|vent)) (?:\S+ ){0,3}?"
            r"(?:zitten|staan|lopen|rennen|rijden|klimmen|sluipen|wegrennen|liggen|kruipen|vluchten)\b"
            rf"|{THEY} verstop(?:t|pen) zich\b",
        ),
        rf"{_TOLD}|\b(?:op de (?:foto|beelden)|niet|nooit|geen)\b",
    ),
    Sign(
        "said in a few words",
        (
            r"^(?:\w+ ){0,2}?(?:inbrekers?|insluipers?|dieven|dief|overvallers?) (?:\w+ )?(?:in|bij|op|binnen|hier"
            r"|boven|beneden"
            r"|achter|voor)\b(?: \S+){0,3}$|^(?:nu |weer |ze zijn )*bezig (?:bij|met inbreken|op nr|op nummer)\b"
            r"|^heterdaad\b|^(?:licht|schijnsel) van (?:een )?zaklamp\b|\bdoen het (?:nu )?weer$",
        ),
        rf"{_TOLD}|{OFTEN}|\b(?:gepakt|aangehouden|bekend|actief|zijn|is|kwamen|komen|breken|kijken)\b",
    ),
    Sign(
        "there is a fight",
        (
            r"\ber is (?:nu |hier )*een (?:gewapende |grote )?(?:overval|vechtpartij|steekpartij|schietpartij|gijzeling"
            r"|beroving|straatroof)\b",
        ),
        rf"{_TOLD}|\bge\w{{3,}}(?:d|t|en)\b",
    ),
    Sign(
        "seen now",
        (rf"\bik zie\b.{{1,40}}{NOW} (?:staan|lopen|zitten|rijden|fietsen|rennen|geparkeerd|wegrijden|langsrijden)\b",),
        rf"{OFTEN}|\b(?:foto|beelden|niet|geen|mijn (?:man|zoon|dochter|kinderen))\b",
    ),
    Sign(
        "light where nobody is",
        (
            r"\b(?:ik zie|we zien|er (?:schijnt|brandt|is|beweegt)|nu|licht aan)\b",
            r"\b(?:zaklamp\w*|zaklicht|schim(?:men)?|lichtje|lichtschijnsel|licht aan)\b",
            HOUSES,
        ),
        rf"{_TOLD}|\bmijn zaklamp\b|\bpas\b|\baltijd\b",
    ),
    Sign("what shall I do", (r"\bwat moet(?:en)? (?:ik|we|wij) (?:nu )?doen\b", _WHO, rf"{PRESENT}|{IS}"), _TOLD),
    Sign(
        "cannot speak",
        (r"\b(?:kan|durf) (?:nu )?niet (?:te )?(?:praten|hardop|spreken)\b|\bbel 112 voor me\b",),
        rf"{_TOLD}|\b(?:overdag|werk|vergadering|vandaag|morgen|na|op mijn werk)\b",
    ),
    Sign(
        "noise now",
        (
            r"\b(?:geschreeuw|gegil|knal(?:len)?|glasgerinkel|gestommel|gebonk|hulpgeroep|gillen|schreeuwen)\b",
            rf"{NOW}|\bnet\b",
        ),
        rf"{_TOLD}|\bnet (?:als|zo|voor|na)\b|\b(?:vuurwerk|kinderen|feest)\b",
    ),
)
"""Every such sign."""
