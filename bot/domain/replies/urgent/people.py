"""The signs of somebody in need: who hides, is hurt, chased or held, or cries for help."""

from typing import Final

from bot.domain.replies.urgent.words import (
    ELSEWHERE,
    HOUSES,
    IS,
    NEVER,
    OFTEN,
    PRESENT,
    SPOT,
    STRANGER,
    THEN,
    THEY,
    Sign,
)

_WHO: Final = rf"(?:{THEY}|{STRANGER})"
_VICTIM: Final = (
    r"\b(?:ik|mij|me|ons|we|wij|hem|haar|iemand|mijn \w+|m'n \w+|buurman|buurvrouw|bewoner|bewoonster|man|vrouw|jongen"
    r"|meisje|kind|vriend|vriendin|collega|agent)\b"
)
_PAST: Final = (
    rf"{OFTEN}|{THEN}|\b(?:was|waren|werd(?:en)?|had(?:den)?|stond(?:en)?|liep(?:en)?|zat(?:en)?|lag(?:en)?|ging(?:en)?"
    r"|kwam(?:en)?|reed|reden|geweest|verhaal|boek|droom\w*|geen|niemand)\b"
)

IN_NEED: Final = (
    Sign(
        "hiding",
        (
            r"(?:^|\b(?:ik|we|wij|en|ben|zijn) )(?:zit|zitten|lig|liggen|sta|staan|ben|zijn|verstop)\b",
            r"\b(?:verstopt|opgesloten|ingesloten|vastgebonden|op slot in|in (?:de|een|mijn) (?:kast|meterkast"
            r"|inloopkast)"
            r"|onder (?:het|mijn|een) (?:bed|bureau|tafel))\b",
        ),
        rf"{_PAST}|\b(?:spullen|sieraden|geld|sleutels?|fiets\w*|camera\w*|foto\w*)\b",
    ),
    Sign(
        "held",
        (
            r"\blaa(?:t|n) (?:me|mij|ons|haar|hem) niet (?:weg|gaan|los|eruit|naar (?:buiten|huis))\b"
            rf"|{_WHO}.{{0,20}}\b(?:hebben|heeft|houdt|houden)\b.{{0,25}}\b(?:vastgebonden|gegijzeld|vast met"
            rf"|onder schot)\b|{_WHO} (?:heeft|hebben|houdt|houden) (?:nu )?(?:me|mij|ons|hem|haar|mijn \w+) vast$"
            r"|\bdreigt\b.{0,30}\b(?:te|met)\b",
        ),
        _PAST,
    ),
    Sign(
        "cannot get away",
        (
            r"\b(?:kan|kunnen|durf|durven)\b(?: nu| echt| ook)? niet (?:opstaan|te bewegen|bewegen"
            r"|weg(?:komen)?"
            r"|vluchten|te kijken|naar (?:buiten|beneden|boven)|open te doen|ademen)\b",
        ),
        rf"{_PAST}|\b(?:meer alleen|s avonds|in het donker|oud|slecht ter been|knie|been|rolstoel|ziek|tv|beelden)\b",
    ),
    Sign(
        "afraid that they are there",
        (r"\bbang dat (?:hij|ze|zij|die|er iemand) (?:er|hier|binnen|boven|beneden) (?:nog|nu|is|zijn)\b",),
        _PAST,
    ),
    Sign(
        "hurt",
        (
            r"\b(?:is|zijn|ben|heeft|hebben|wordt?|worden)\b",
            r"\b(?:gestoken|gesneden|neergeslagen|neergestoken|neergeschoten|beschoten|aangereden|gewurgd|vastgebonden"
            r"|gegijzeld|in elkaar ge(?:slagen|trapt|schopt)|(?:me|mij|ons|moeder|vader|vrouw|man|zoon"
            r"|dochter) geslagen)\b",
            _VICTIM,
        ),
        rf"{_PAST}|{ELSEWHERE}|\b(?:lek\w*|banden?|hout|gras|spijt|hand|wordt gezegd|niet|fiets|auto|kat|hond)\b",
    ),
    Sign(
        "badly hurt",
        (
            r"\b(?:ik bloed|bloed(?:t|en) (?:heel |zo |erg |hevig |hard )+|adem(?:t|en)? (?:bijna |nauwelijks "
            r"|haast |amper )*niet"
            r"|buiten (?:bewustzijn|kennis)|bewusteloos|reageer(?:t|en) (?:helemaal |nergens )*(?:niet|niet meer|op)$)",
        ),
        rf"{_PAST}|\b(?:mail\w*|telefoon|berichten?|appjes?|gemeente|jullie|u)\b",
    ),
    Sign(
        "chased",
        (
            r"\b(?:volgt|volgen|achtervolgt|achtervolgen) (?:me|mij|ons)\b"
            rf"|{_WHO} (?:nu |al )*(?:komt|komen|zit|zitten|rent|rennen|loopt|lopen|rijdt|rijden"
            rf"|fietst)\b.{{0,12}}\bachter"
            r" (?:me|mij|ons)\b|\bachter (?:me|mij|ons) aan\b",
        ),
        rf"{_PAST}|\b(?:op (?:instagram|twitter|facebook)|kinderen|kleinkinderen|hond)\b",
    ),
    Sign(
        "chasing",
        (
            r"(?:^|\b(?:ik|we|wij) )(?:rij|rijd|rijden|loop|lopen|fiets|fietsen|ren|rennen|zit|zitten|ga|gaan)\b.{0,15}"
            r"\bachter (?:de|het|die|dat|een|hem|haar|hen|ze)\b.{0,25}\baan\b",
        ),
        _PAST,
    ),
    Sign(
        "crying for help",
        (r"\b(?:schreeuwt|schreeuwen|roept|roepen|gilt|gillen)\b.{0,15}\b(?:om hulp|help)\b", r"\w"),
        rf"{_PAST}|\bik (?:wil|zou)\b",
    ),
    Sign(
        "help, they",
        (r"\b(?:help|hulp)\b", rf"{_WHO}", rf"{PRESENT}|{IS}|\bkomt?\b"),
        rf"{_PAST}|{ELSEWHERE}|\b(?:hulp (?:bij|met|van)|ik help|helpt|om .{{0,20}} te|hulp (?:kunnen|nodig)|graag"
        rf"|behulp|te hulp|mail\w*)\b",
    ),
    Sign(
        "call somebody",
        (
            r"(?<!ik )(?<!we )(?<!u )(?<!altijd )\bbel (?:(?:aub|snel|nu|direct|meteen|dan|alsjeblieft"
            r"|toch) )*(?:een|de)?"
            r" ?(?:ambulance|politie|brandweer|dokter)\b|\bwaar blij(?:ven|f) (?:jullie|ze)\b(?! met)"
            r"|\bwaar blijft de (?:politie|ambulance)\b",
        ),
        rf"{_PAST}|\b(?:antwoord|reactie|dan bel|moet je|moeten we|zei|advies)\b",
    ),
    Sign(
        "inside already",
        (
            rf"{_WHO} (?:is|zijn|zit|zitten|staat|staan) (?:al |nu |weer |nog |dus |ook )*(?:binnen|boven|beneden)"
            r"(?! (?:een|\d+|twee|drie|enkele|de|het|dit|kort\w*|afzienbare|no|mij|me|alle|verwachting|gekomen"
            r"|geweest))\b",
        ),
        rf"{NEVER}|\b(?:was|waren|kinderen|man|vrouw|slapen|veilig|buren)\b",
    ),
    Sign("there now", (rf"^{_WHO} (?:is|zijn|staat|staan) (?:er|hier|daar) nu(?: (?:weer|ook|nog|al))*$",), NEVER),
    Sign(
        "damaging",
        (
            _WHO,
            r"\b(?:spuit|spuiten|giet|gieten|gooit|gooien|slaat|slaan|trapt|trappen|schopt|schoppen|boort|boren"
            r"|zaagt|zagen"
            r"|slijpt|slijpen|ramt|rammen|beukt|beuken|bonkt|bonken|rukt|rukken|sloopt|slopen|trekt|trekken|duwt"
            r"|duwen|rammelt|rammelen|probeert|proberen"
            r"|schijnt .{0,20}\b(?:lamp|zaklamp|licht))\b",
            rf"{HOUSES}|\b(?:ramen|ruit(?:en)?|slot|sloten|brievenbus|ertegenaan|kozijn|klink|deurklink|auto'?s?"
            rf"|benzine)\b",
        ),
        rf"{_PAST}|{ELSEWHERE}|\bge\w{{3,}}(?:d|t|en)\b|\b(?:foto'?s?|beelden|film\w*|kinderen|bal|ballen|krant\w*"
        rf"|folders?"
        rf"|post|pakket\w*|vuilnis|dat (?:ze|hij|er)|papier)\b|\bwe proberen\b",
    ),
    Sign(
        "round the house",
        (_WHO, PRESENT, r"\b(?:rond|rondom|om) (?:het|ons|mijn|hun) (?:huis|pand|woning)\b"),
        rf"{NEVER}|\b(?:was|waren|heg|hek)\b",
    ),
    Sign(
        "seen live",
        (r"\blive\b", rf"{_WHO}|\binbreker\b"),
        rf"{OFTEN}|\b(?:muziek|concert|optreden|tv|uitzending|radio|stream\w*)\b",
    ),
    Sign(
        "who is looked for",
        (
            r"\b(?:man|vrouw|jongen|dader|persoon|verdachte|bus|auto|gene|vent|jongens|mannen)\b.{0,15}\b(?:waar"
            r"|die) (?:u|jullie)"
            r" (?:naar )?(?:zoekt?|zoeken)\b",
            r"\b(?:zit|zitten|staat|staan|loopt|lopen|rijdt|fietst)\b",
            r"\b(?:hier|nu|(?:tegenover|naast|achter|voor|bij) (?:mij|me|ons)|in de (?:bus|trein|tram|winkel"
            r"|supermarkt|kroeg)"
            r"|op het (?:station|perron))\b",
        ),
        _PAST,
    ),
    Sign(
        "caught by us",
        (
            r"\b(?:inbreker|dief|dader|overvaller)\b.{0,25}\b(?:vastgehouden door|te pakken|onder de duim"
            r"|tegen de grond)\b"
            r"|\b(?:verzet|verzetten) zich (?:hevig|heftig|hard)\b",
        ),
        _PAST,
    ),
    Sign(
        "armed with a tool",
        (
            rf"{_WHO}|\bmijn ex\b",
            r"\b(?:heeft|hebben|staat|staan|loopt|lopen|houdt|zwaait)\b",
            r"\b(?:moker|hamer|breekijzer|koevoet|knuppel|stok|mes|bijl|schroevendraaier|ijzeren \w+|steen)\b"
            r".{0,12}\b(?:bij zich|in (?:zijn|haar|hun|de) (?:hand|handen)|vast|te zwaaien|rond)\b",
        ),
        rf"{_PAST}|\b(?:nooit|foto\w*|beelden)\b|\bge\w{{3,}}(?:d|t|en)\b",
    ),
    Sign(
        "breaking in by feet",
        (
            rf"{_WHO}",
            r"\b(?:staat|staan|zit|zitten|loopt|lopen|hangt|hangen|ligt|liggen)\b.{0,30}\bte "
            r"(?!wachten|praten|kletsen|bellen|roken|spelen|drinken|slapen|werken|koken|lezen|eten|genieten|verkop"
            r"|huur|koop"
            r"|doen|lachen|appen|vissen|zonnen|parkeren|popelen|springen|trappelen|liegen|filmen)\w+en\b",
            rf"{SPOT}|{HOUSES}",
        ),
        rf"{NEVER}|\b(?:was|waren|deurbel|cameras?|kinderen|jongeren|mensen|hond)\b|\bge\w{{3,}}(?:d|t|en)\b",
    ),
)
"""Every such sign."""
