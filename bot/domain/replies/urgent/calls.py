"""The signs that somebody is in danger now, or asks for help."""

from typing import Final

from bot.domain.replies.urgent.words import (
    ASKED,
    IS,
    MY_SPOT,
    NEVER,
    NO_WEAPON,
    NOISE,
    NOW,
    OFTEN,
    PLEASE,
    PRESENT,
    SOON,
    SPOT,
    STRANGER,
    THEN,
    WEAPON,
    Sign,
)

CALLS: Final = (
    Sign(
        "being done",
        (
            r"\bwordt?\b(?<!ik word)",
            r"\b(?:ingebroken|geprobeerd in te breken"
            r"|gevochten|geschoten|gestoken|in elkaar ge\w+|geschopt|getrapt|gerammeld|gebonkt|gerommeld|gemorreld"
            r"|gewrikt"
            r"|geschreeuwd|gegild|vastgehouden|gegijzeld|beroofd|overvallen|bedreigd|mishandeld|leeggehaald"
            r"|aangevallen|geslagen|gewurgd|gestolen|opengebroken|ingeslagen|ingetrapt|geforceerd|neergestoken)\b",
        ),
        rf"{NEVER}|\b(?:meer|verdacht|waar|steeds|hoe|wordt gezegd|gezegd|denk|goed|zo|onze buurt|deze buurt)\b",
    ),
    Sign(
        "done to me",
        (
            r"\b(?:ik word|word ik|we worden|wij worden|worden we)\b|^wordt? (?!er|hij|ze|zij|u|de|het|dit|dat)",
            r"\b(?:gevolgd|achtervolgd|bedreigd|beroofd|overvallen|aangevallen|mishandeld|geslagen)\b",
        ),
        rf"{NEVER}|\b(?:niet|niks)\b",
    ),
    Sign(
        "come quickly",
        (
            rf"(?<!ik )(?<!we )(?<!wij )(?<!hij )(?<!ze )(?<!hoe )\bkom(?:t u|t|en jullie|t jullie| jullie"
            rf"| u)?(?: {PLEASE})* {SOON}\b"
            rf"(?! (?:terug|achter|langs bij|met|weer|een|antwoord|in actie|nieuws))",
        ),
        rf"\b(?:er komt|komt er|{ASKED}|hoe|volgende|morgen)\b|\b(?:\w+er|die|dat|het|reactie|antwoord|slot) komt"
        rf"|{OFTEN}",
    ),
    Sign(
        "come quickly",
        (
            rf"\b(?:kunt u|kunnen jullie|kan er|kan u|wilt u|willen jullie"
            rf"|moet(?:en)?)\b.{{0,40}}\b{SOON}\b.{{0,20}}\bkomen\b",
        ),
        rf"{NEVER}|\b(?:we|wij|ik|bespreken|overleg|camera|antwoord|cameras|kijken naar|weer)\b",
    ),
    Sign("come quickly", (rf"^(?:graag )?{SOON} (?:komen|kom|hierheen|politie|hulp)\b",), rf"{NEVER}|\bkom ik\b"),
    Sign(
        "send the police",
        (
            r"\bstuur(?:t u|t| u)?\b.{0,25}\b(?:politie|iemand|auto|agent(?:en)?|wagen|patrouille|surveillance"
            r"|hulp|ambulance|eenheid)\b",
        ),
        rf"{NEVER}|\b(?:mail|foto|bericht|ik|nieuwsbrief|langs voor)\b",
    ),
    Sign(
        "the police, now",
        (r"\b(?:politie|agenten?|ambulance|hulp)\b", r"\bnodig\b", rf"\b{SOON}\b|\bdringend\b|\bspoed\b"),
        rf"{NEVER}|\bmeer\b",
    ),
    Sign(
        "the police",
        (r"^(?:bel (?:aub |nu |direct |snel |svp )*(?:de )?politie|(?:politie|agenten|112) (?:snel|nu|aub|svp))\b",),
    ),
    Sign(
        "send somebody",
        (
            r"\b(?:kunt u|kan u|kunnen jullie|kan er|wilt u)\b",
            rf"\b{SOON}\b",
            r"\b(?:iemand|auto|politie|agent|agenten|wagen)\b",
            r"\b(?:sturen|komen|langs)\b",
        ),
    ),
    Sign(
        "the police",
        (
            r"^(?:(?:er is|we hebben|wij hebben|ik heb) )?(?:nu |snel )?(?:de )?(?:politie|hulp"
            r"|ambulance) nodig(?! (?:bij|met|om|voor)\b)",
        ),
    ),
    Sign(
        "with haste",
        (r"\bmet spoed\b", r"\b(?:kom|komt|komen|politie|sturen|stuur|hulp|nodig|kijken)\b"),
        rf"{NEVER}|\bgesloten\b",
    ),
    Sign(
        "haste",
        (
            r"^(?:let op|pas op|dit is|het is|re|fw|allo|hallo)? ?(?:echt |heel |zeer |erg |een )*"
            r"(?:spoed|sos|urgent|noodgeval|help|heterdaad|112)(?: (?:spoed|sos|help|help me|help mij|help ons|nu"
            r"|aub|svp|politie|112))*$",
        ),
    ),
    Sign("help", (r"\bhelp\b", STRANGER, MY_SPOT)),
    Sign("help", (r"^(?:help|red) (?:me|mij|ons)\b",), rf"{NEVER}|\b(?:om|met|aan|door|te|verder|invullen)\b"),
    Sign("spoed first", (r"^spoed(?:geval)?\b(?! ?(?:eisend|post|zorg|order|levering))",)),
    Sign(
        "pressing", (r"^(?:het|dit) is (?:heel |erg |zeer |echt )?(?:dringend|urgent|spoed)\b",), rf"{NEVER}|\bgeen\b"
    ),
    Sign(
        "112",
        (
            r"\b(?:(?:moet|zal|kan) (?:ik|ik nu|ik toch) (?:nu )?112|bel (?:ik )?nu 112|112 (?:neemt niet op"
            r"|is bezet|doet het niet)"
            r"|112 (?:nu )?niet (?:te pakken|bereiken|bellen)|kom niet door bij 112|bel 112 voor (?:mij|ons)"
            r"|bel(?:t u)? 112 aub)",
        ),
        rf"{NEVER}|\b(?:dan|daarvoor|hiervoor|zoiets|of 0900|de volgende)\b",
    ),
    Sign("a weapon", (WEAPON,), rf"{NO_WEAPON}|{NEVER}"),
    Sign(
        "shots",
        (r"\b(?:hoor|horen|hoorden?|zie|er klinken|er vallen)\b.{0,20}\b(?:schoten|geschoten|pistoolschoten)\b",),
        rf"{NEVER}|\bvuurwerk\b",
    ),
    Sign(
        "shooting",
        (r"\b(?:hij|ze|iemand|man|er) (?:schiet|schieten|steekt|bedreigt|zwaait met)\b",),
        rf"{NEVER}|\b(?:tekort|op|over|foto|film|af|vlag|boven|de straat|zijn hand|te hulp)\b",
    ),
    Sign(
        "heard now",
        (
            r"\b(?:ik|we|wij)? ?(?:hoor|horen|zie|zien) (?:ik |we )?",
            NOW,
            rf"{STRANGER}|\b(?:glas\w*|gestommel|lawaai|geschreeuw|gegil|gekraak|voetstappen|gebonk|geluiden|licht"
            rf"|zaklamp\w*)\b",
        ),
        rf"{NEVER}|\b(?:pas|minder|meer|ineens in|dat ik|uw)\b",
    ),
    Sign(
        "heard in the house",
        (
            r"(?:^|\ben )(?:hoor|horen)\b|\b(?:ik|we|wij) (?:hoor|horen|zie|zien)\b|\b(?:hoor|horen) (?:ik|we|wij)\b",
            rf"{STRANGER}|\b{NOISE}\b",
            rf"{MY_SPOT}|\b(?:beneden|boven|in huis|buiten|binnen|hiernaast|op (?:zolder|de trap|de gang))\b",
        ),
        rf"{NEVER}|\b(?:graag|nog|niks|niets)\b",
    ),
    Sign(
        "just now",
        (
            r"\b(?:zag|zie|hoorde|rende|renden|klom|klommen|sprong|liep|liepen|ging|gingen|vluchtte|vluchtten"
            r"|kwam)\b",
            r"\b(?:net|zojuist|daarnet|zonet|daarnet|zo net|(?:een|paar|\d) min(?:uut|uten)? geleden|nu net|nu)\b",
            STRANGER,
            rf"{MY_SPOT}|\b(?:binnen|achterom|inbreken|weg|klimmen|sluipen|schutting|gluren|forceren|brandgang"
            rf"|tuinen|achtertuinen)\b",
        ),
        rf"{NEVER}|\b(?:net (?:als|zo|voor|na|buiten|om|de)|ik (?:weg|kwam)|nu ik|weet|was|pas)\b",
    ),
    Sign(
        "burning, bleeding",
        (r"\b(?:staa[tn] in brand|er is brand|ligt (?:gewond|bloedend|te bloeden)|bloedt|ademt niet)\b",),
        rf"{NEVER}|\b(?:geen|was)\b",
    ),
    Sign(
        "an alarm, now",
        (
            r"\balarm\b",
            r"\b(?:gaat|loeit|staat)\b",
            rf"{NOW}|\b(?:bij|van) (?:de|mijn|onze) (?:over)?bu(?:ren|urman|urvrouw)\b|\bhiernaast\b",
        ),
        rf"{NEVER}|\b(?:weer goed|test)\b",
    ),
    Sign("an alarm", (r"\balarm (?:loeit|gaat af) (?:bij|op|aan)\b",)),
    Sign(
        "a hideout",
        (r"\b(?:ik|we|wij)\b", r"\b(?:(?:zit|zitten|sta|lig) .{0,20}(?:verstopt|opgesloten)|verstop me|verstop mij)\b"),
    ),
    Sign("not daring", (r"\bdurf (?:nu )?niet (?:naar (?:beneden|boven|de deur)|te bewegen|open te doen|de deur)\b",)),
    Sign(
        "suspicious now",
        (
            r"\bverdachte?\b(?! (?:is|zit|staat|wordt|werd)\b)",
            NOW,
            rf"{STRANGER}|{SPOT}|\b(?:bus|busje|auto|situatie)\b",
            rf"{PRESENT}|{IS}|\brijdt\b|^verdacht",
        ),
        rf"{NEVER}|\b(?:niet|niets|niks|geen|is er|hebben|al)\b",
    ),
    Sign(
        "caught",
        (
            r"\b(?:heb|hebben|houd|houden|hou)\b",
            r"\b(?:inbreker|dief|dader|hem)\b",
            r"\b(?:vast|tegengehouden|opgesloten|klem)\b",
        ),
        rf"{OFTEN}|{THEN}|\b(?:u|jullie|politie|zit|al)\b",
    ),
    Sign(
        "a row now",
        (
            r"\b(?:vechtpartij|ruzie|steekpartij|schietpartij|overval|inbraak|beroving)\b",
            NOW,
            r"\b(?:bij|op|in|gaande|bezig|aan de gang|hier)\b",
        ),
        rf"{NEVER}|\b(?:na|hebben|wij|ik|over|deze|sinds|die|van|dan|onderzoek\w*|door|mail|is opgelost)\b",
    ),
)
"""Every such sign."""
