"""The signs that somebody is somewhere now where they should not be."""

from typing import Final

from bot.domain.replies.urgent.words import (
    BREAKING_IN,
    IS,
    MY_SPOT,
    NEVER,
    NEVER_OF_NOW,
    NOW,
    OFTEN,
    PRESENT,
    SPOT,
    STRANGER,
    THEN,
    THEY,
    Sign,
)

PEOPLE: Final = (
    Sign("somebody stands there now", (STRANGER, PRESENT, NOW), NEVER_OF_NOW),
    Sign(
        "somebody is there now",
        (STRANGER, IS, NOW, rf"{SPOT}|\bbezig\b"),
        rf"{NEVER_OF_NOW}|\b(?:weg|bang|meer)\b",
    ),
    Sign("somebody, and now", (STRANGER, rf"^(?:{NOW} )(?!.*\b(?:was|waren|werd|zag|had|weet|heb|ik)\b)"), NEVER),
    Sign(
        "they are there now",
        (THEY, rf"{PRESENT}|{IS}|\b(?:komt|komen|gaat|gaan|klopt)\b", NOW, SPOT),
        rf"{NEVER_OF_NOW}|\b(?:weg|open|dicht|terug|veilig|rustig|(?:staat|is) nu (?:in|bij) de (?:schuur|garage"
        rf"|winkel)"
        rf"|kapot|stuk|school|straat (?:is|zijn)|blij|gerust|slot op|naar huis|zoon|dochter)\b",
    ),
    Sign(
        "somebody is at the house",
        (r"\b(?:er|hier|daar)\b", STRANGER, rf"{PRESENT}|{IS}", rf"{MY_SPOT}|\b(?:binnen|beneden|boven)\b"),
        rf"{NEVER}|\bis .*\bge\w{{3,}}(?:d|t|en)\b|\biemand op die\b|\b(?:deurbel|camera)\b",
    ),
    Sign(
        "still there",
        (
            rf"(?:{THEY}|{STRANGER}|\bdie (?:bus|auto|bestelbus|busje|scooter))\W+(?:is|zijn|staat|staan|zit|zitten"
            rf"|loopt|lopen"
            rf"|hangt|hangen)(?: (?:er|hier|daar|daarbinnen|binnen|boven|buiten|rond|nu|gewoon))* nog(?: (?:steeds"
            rf"|altijd|nu|wel))*"
            rf"(?: (?:in|bij|op|aan|voor|naast|binnen|buiten|boven|hier|daar|rond|hoor|bezig|kom|dus|dat|help"
            rf"|stuur)\b"
            rf"| achter (?:de|het|mijn|ons|onze)\b|$)",
        ),
        rf"{NEVER}|\bnog (?:op|in) (?:vakantie|school|zicht|de lijst|leven|gebruik|dienst)|\b(?:mijn fiets"
        rf"|dezelfde)\b",
    ),
    Sign(
        "busy still",
        (rf"{THEY}|{STRANGER}", rf"{IS}|{PRESENT}", r"\bnog (?:steeds |altijd )?(?:bezig|binnen|daar|hier)\b"),
    ),
    Sign(
        "breaking in",
        (rf"{THEY}|{STRANGER}|\ber\b", rf"{IS}|{PRESENT}|\bwil(?:len)?\b", BREAKING_IN),
        rf"{NEVER}|\b(?:ge\w{{3,}}(?:d|t|en)|hebben|heeft|hoe|dat lijkt|makkelijk|kan|kunnen|kon|konden|moet|moeten"
        rf"|manieren|volgens mij|vermoed\w*|wellicht|waarschijnlijk)\b",
    ),
    Sign("inside", (rf"^(?:{THEY}|iemand) (?:is|zijn|zit|zitten) (?:nu |al |weer )*binnen$",)),
    Sign("walking there", (r"^iemand\b", PRESENT, MY_SPOT), rf"{NEVER}|\b(?:ge\w{{3,}}(?:d|t|en)|deurbel|camera)\b"),
    Sign("getting away", (rf"{THEY}|{STRANGER}", r"\b(?:gaat|gaan)\b", r"\b(?:ervandoor|vandoor)\b")),
    Sign(
        "just done",
        (
            r"\b(?:net|zojuist|daarnet|zonet)\b(?! (?:als|voor|na|zo)\b)",
            r"\b(?:overvallen|beroofd|ingebroken|betrapt|bedreigd|neergestoken|mishandeld|aangevallen)\b",
        ),
    ),
    Sign(
        "the one that is looked for",
        (
            r"\b(?:(?:de )?(?:dader|gezochte \w+)|man (?:van|uit|op) (?:de|het|uw|jullie) (?:foto|signalement|mail))\b",
            r"\b(?:sta|staat|zit|loop|loopt|zie|volg|rij|rijdt|fietst)\b",
            NOW,
        ),
        rf"{OFTEN}|{THEN}|\b(?:vast|vrij|bekend|gepakt|aangehouden|al|pas|nog|cel|rechter|rechtbank)\b",
    ),
    Sign(
        "driving round",
        (
            r"\b(?:bus|busje|bestelbus|auto|wagen|scooter|fatbike)\b",
            rf"{PRESENT}|\brijdt\b",
            NOW,
            r"\b(?:rond|langzaam|heen en weer|stapvoets|langs|hier|voor de deur|voor mijn deur|in de straat)\b",
        ),
        rf"{NEVER}|\b(?:mijn auto|onze auto|politie|niet|geen|lijn|ov)\b",
    ),
    Sign(
        "back again",
        (rf"(?:\b(?:hij|ze|zij)|{STRANGER}) (?:is|zijn|staat|staan|loopt|lopen) er (?:nu )?weer(?: terug)?$",),
    ),
    Sign("running now", (THEY, r"\b(?:rent|rennen|vluchten?|vlucht|klimt|klimmen|sluipt|sluipen|laden|laadt)\b", NOW)),
    Sign(
        "run just now",
        (
            rf"{THEY}|{STRANGER}",
            r"\b(?:net|zojuist|daarnet|zonet|nu)\b",
            r"\b(?:weggerend|gevlucht|gesprongen|geklommen|binnen gegaan)\b",
        ),
    ),
    Sign(
        "seen now",
        (
            rf"\bik zie (?:ze|hem|hen|haar|die (?:\w+ ){{1,2}}|de (?:dader|man|bus)) ?{NOW} (?:staan|lopen|zitten"
            rf"|rijden|fietsen|rennen|bij|in|op|weer)\b",
        ),
    ),
    Sign(
        "a car now",
        (
            r"\b(?:die|dezelfde|diezelfde|verdachte|onbekende|vreemde) (?:\w+ )?(?:bus|busje|bestelbus|auto|wagen"
            r"|scooter|fatbike)\b",
            rf"{PRESENT}|\brijdt\b",
            NOW,
        ),
        rf"{NEVER}|\b(?:mijn|onze|niet|politie)\b",
    ),
    Sign(
        "at my house",
        (
            rf"{THEY} (?:staat|staan|zit|zitten|loopt|lopen|sluipt|ligt) (?:nu |weer |nog )?(?:in|bij|voor|onder"
            rf"|achter|op|aan) (?:mijn|ons|onze) "
            r"(?:(?:voor|achter)?(?:tuin|deur)|huis|balkon|dak|raam|slaapkamer|woonkamer|schuur|schuurtje|garage|kelder"
            r"|keuken|zolder|berging|gang|hal|portiek|badkamer|box|oprit)\b",
        ),
    ),
    Sign(
        "busy",
        (
            r"^(?:nu bezig|(?:ze|zij|inbrekers|dieven) zijn (?:nu |weer |hier )?bezig)$|\b(?:inbraak|overval"
            r"|beroving) (?:nu )?(?:bezig|gaande|aan de gang)\b",
        ),
    ),
    Sign(
        "at it",
        (STRANGER, IS, r"\bbezig (?:met|aan|bij) (?:de|het|een|mijn) (?:fiets\w*|auto\w*|slot|(?:\w+)?deur|raam)\b"),
    ),
    Sign("trying doors", (rf"{STRANGER}|{THEY}", r"\bvoel(?:t|en) aan .{0,20}(?:deur|auto|klink|portier)")),
    Sign(
        "a burglar",
        (
            r"\ber (?:is|zijn|zit|zitten|loopt|lopen) (?:een |nu )*(?:inbrekers?|dief|dieven|insluipers?"
            r"|overvallers?)\b",
        ),
        rf"{NEVER}|\bgepakt\b",
    ),
    Sign("taken hostage", (r"^(?:er is een )?gijzeling\b",)),
)
"""Every sign of somebody who is where they should not be; the names are for who reads a test that fails."""
