"""How house numbers are written."""

import re
from typing import Final


def _any(words: str) -> str:
    return "|".join(words.split())


_UNITS: Final = _any(
    r"""
uur u\b :\d [.,]\d m\b meter mtr km\b kilometer cm\b centimeter mm\b kg\b kilo gram euro € % karaat jaar jarige
-jarige dag dagen week weken maand min\b minu sec keer maal graden inch pk\b cc\b liter gb\b tb\b volt watt
persone persoon man\b mannen vrouw jonge meisje mense kinder verdachte dader getuige agent auto fiets scooter bus laptop
woning huize stuks tassen brommers ruiten schuren inbraken garages winkels camera's honden pakket flessen sleutel
paar\b
ringen ramen deuren etage verdieping hoog\b jan feb maart mrt apr mei\b jun jul aug sep okt nov dec
"""
)
_MONTHS: Final = _any("jan feb maart mrt apr mei jun jul aug sep okt nov dec")
_COUNTED: Final = (
    rf"(?!\d)(?!\s?(?:{_UNITS}|(?:[aà]|bij|x) \d|tot \d+ (?:uur|jaar|meter|m\b|cm)"
    r"|en \d+(?:[.:]\d+)? (?:uur|jaar|meter|m\b)"
    rf"|(?:en|of|t/m|tot|tot en met|[-–]) ?\d+e? (?:{_MONTHS})|[-/–]\d+[-/–]\d|[-–] ?\d+ (?:jaar|uur|m\b|cm)))"
)
_ONES: Final = _any("een één twee drie vier vijf zes zeven acht negen")
_TEENS: Final = _any("tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien")
_TENS: Final = _any("twintig dertig veertig vijftig zestig zeventig tachtig negentig")
_HUNDRED: Final = rf"(?:{_ONES})?honderd"
_SPELLED: Final = (
    rf"(?:(?:{_HUNDRED}(?: ?en ?)?)?(?:(?:{_ONES})(?:en|ën)(?:{_TENS})|{_TEENS}|{_TENS}|{_ONES})|{_HUNDRED})"
)
_FLOOR: Final = r"(?:bis(?: [A-Z]\b)?|hs|huis|I{1,3}V?|IV|zwart|zw|rood|rd|boven|beneden|[a-d]-?(?:I{1,3}|\d))\b"
"""What part of a house it is: 12 bis, 12-II, 12 zwart (the red and the black doors of Haarlem and Amersfoort)."""
_ADDITION: Final = rf"(?:[ -]?(?:[a-zA-Z](?![\w/])(?!\.\w)|{_FLOOR})|-\d{{1,3}}(?!\d))"
_DIGITS: Final = rf"(?!(?:19|20)\d\d\b)[1-9]\d{{0,3}}{_COUNTED}{_ADDITION}?(?![\w-])(?![.,]\d)"
_AND: Final = r"(?: ?(?:,|en|of|t/m|tm|tot en met|tot|-|/|&|\+|naar) ?)"
_MORE: Final = (
    rf"(?:{_AND}(?:nummer |nr\.? )?[1-9]\d{{0,2}}[a-zA-Z]?(?![\w.:]\d|\d| ?(?:uur|jaar|m\b|meter))"
    rf"\b(?! (?-i:[A-Z]{{2}})\b))"
    r"{0,6}"
)
_COUNTED_WORDS: Final = _any("uur jarige jaar mannen vrouwen personen jongens keer woningen huizen auto")
_DIGIT_BY_DIGIT: Final = (
    rf"(?:[1-9](?: \d\b){{1,3}}(?! ?(?:{_UNITS}))|(?:(?:{_ONES})[ -]){{1,3}}(?:{_ONES})\b(?! ?(?:{_UNITS})))"
)
"""1 2 0, een twee nul."""
NUMBER: Final = rf"(?:{_DIGITS}{_MORE}|{_SPELLED}\b(?![- ]?(?:{_COUNTED_WORDS})))"
_OF_STREET: Final = (
    rf"(?:{_DIGIT_BY_DIGIT}|(?-i:[IVXL]{{2,6}}\b)|{_DIGITS}{_MORE}|(?!(?i:een)\b){_SPELLED}\b(?! ?(?:{_UNITS})))"
)
"""Behind a street "een" is an article: op het plein een man."""
_ALWAYS_STREET: Final = _any(r"straat str\. laan plein gracht kade dreef singel steeg plantsoen laantje straatje")
_STREET_WITH_CAPITAL: Final = _any(
    """
weg dijk baan ring pad hof park hoek berg veld akker kamp erf wal haven markt brink zoom boulevard kwartier veste donk
horst bos meent oord heide burg dal weide hove zand tuin tuinen stede ende rand hage
gaarde gaard hoeve hoef werf stein hout beek kreek vliet
zicht wiel burcht lust oever bosch sloot vaart molen rode hoven wijk eind loo gaarden kwekerij schans waard stee
"""
)
_NO_STREET: Final = _any(
    """
snelweg rijksweg onderweg spoorweg autoweg landweg uitweg omweg zijweg hoofdweg toegangsweg oprijweg luchtweg
halverweg fietspad voetpad wandelpad ruiterpad zandpad jaagpad bospad schelpenpad kerkhof gerechtshof vakantiepark
pretpark bungalowpark speelpark wagenpark sportpark spoordijk zeedijk winkelhof binnenhof schoolhof ringdijk parallelweg
"""
)
_SMALL_STREET: Final = _any("weg dijk hof park pad brink erf baantje")
_SIDE: Final = r"(?:[- ](?:Noord|Zuid|Oost|West|noord|zuid|oost|west)|-[A-Z][a-z]{2,15})?"
"""Utrechtseweg-Noord."""
_STREET: Final = (
    # Dorpsstraat, also without its capital; Zandweg and Parkhof only with one (a trouwring or a snelweg is no street);
    # Plein alone; Lange Weg.
    rf"(?:\b(?i:[\w'’-]{{2,40}}(?:{_ALWAYS_STREET})){_SIDE}|\b[A-Z][\w'’-]{{1,40}}(?:{_STREET_WITH_CAPITAL}){_SIDE}"
    rf"|\b(?!(?i:{_NO_STREET})\b)[a-z][\w'’-]{{3,40}}(?:{_SMALL_STREET})\b{_SIDE}"
    r"|\b(?:Plein|Hof|Singel|Gracht|Kade|Dijk|Laan|Markt|Brink)"
    r"|\b(?!(?:Bij|Aan|Op|In|Van|Naar|Via|De|Het|Achter|Langs|Tot|Vanaf|Over|Door|Voor|Naast|Tegenover|Rond|Een|Nabij)\b)"
    r"[A-Z][\w'’-]{1,40} (?i:straat|weg|dijk|pad|park|laan|hof|plein|kade|singel))"
)
_STREET_IN_CAPITALS: Final = rf"[A-Z][\w'’-]{{2,40}}(?:{_ALWAYS_STREET}|{_STREET_WITH_CAPITAL})\b"
NR: Final = r"(?:(?:huis-?)?(?:nummers?|nummertje|nrs?|no|num|huisnr|h\.?s?nrs?)\b\.?:?|n[°º])"
PLAIN_PREPOSITIONS: Final = _any("op van met in onder")
_PREPOSITIONS: Final = (
    PLAIN_PREPOSITIONS + "|" + _any("bij aan naast tegenover achter voor tussen naar vanaf tot richting langs via uit")
)
_HOUSE: Final = "[a-z]{0,12}huis|[a-z]{0,10}woning|" + _any(
    r"huisje pand perceel flat appartement app\. bungalow villa portiek box garagebox unit caravan adres huisnr studio"
)
_AT_HOME: Final = (
    rf"(?:{_HOUSE}|"
    + _any(
        """
buren overburen achterburen benedenburen bovenburen bewoners? bewoonster buurman buurvrouw overbuurman overbuurvrouw
benedenbuurman bovenbuurvrouw eigenaar schuur kamer tuin achtertuin voortuin voordeur achterdeur oprit camera deurbel
deur poort raam brievenbus dak balkon stoep garage auto schutting hek hekje hekwerk heg haag brandgang steeg muur gevel
achterom carport galerij portiekdeur berging kelderbox struiken ruit kozijn brandtrap dakkapel keukenraam zolderraam
"""
    )
    + ")"
)
_GOES_ON: Final = _any(
    """
is was werd wordt zijn waren heeft hebben had hadden en of zag zagen hoorde hoorden stond staat die dat waar hangt hing
om naar binnen ingebroken door via woont wonen woonde aan in met te leeg niet kwam kwamen lag ligt lagen bleef bleven
ging gingen rende renden liep liepen klom klommen sprong meldde meldden belde belden mist missen kan kon toen daarna
horen zien wonen melden hoorden gestopt naast tegenover bij ook nog al wil
thuis open kapot weg dicht beschadigd vernield gevonden gezien opengebroken
"""
)
_NO_VERB: Final = _any(
    """
grote rode witte zwarte oude blonde verdachte bekende onbekende dode brede korte lichte echte vaste laatste eerste beste
goede wilde procent punt klant agent kant moment maand avond nacht hand voet bed uit het dat wat met tot want niet
winkelbediende student scherpte hoogte breedte afstand
"""
)
_VERB: Final = rf"(?!(?:{_NO_VERB})\b)[a-z]{{2,16}}(?:de|te|t|d)"
"""Draaide, grenst, leeggehaald: so a sentence goes on behind a number, and no noun that is counted does."""
_BEHIND: Final = rf"(?=\s*(?:$|[.,;:!?)\n]|(?:{_GOES_ON}|{_VERB})\b))"
_END: Final = r"\b(?=\s*(?:$|[.,;:!?)\n]))"
_HOME: Final = r"belden? aan|bellen aan|belt aan|" + _any(
    """
woont wonen woonde woonachtig ingebroken inbraak gerommeld binnengekomen aangebeld overkant hoek ernaast hiernaast
verderop tegenover
"""
)
_LETTERED: Final = r"[1-9]\d{0,3} ?-?(?:[a-hA-H]|bis|hs)\b(?!\.\w)(?! ?\d)"
_WHERE: Final = _any(
    "aan naar op in bij vanaf tot richting adres:? locatie:? straat tussen voor achter naast tegenover van langs nabij "
    "bewoners? bewoonster woning wng perceel pand flat inbraak thv t\\.h\\.v\\. hoek melding:? portiek buren "
    "ingebroken:?"
)
_NEXT_TO: Final = (
    _any("bij tegenover naast thv t\\.h\\.v\\.") + r"|(?:ter hoogte|links|rechts|de oprit|de hoek|de kant) van"
)
_SIDES: Final = r"(?:on)?even (?:zijde|kant|nummers|huisnummers|nrs\.?)"
_PROPER: Final = r"[A-Z][\w'’-]{2,40}(?: (?:van|de|den|der|het|'t)){0,2}(?: [A-Z][\w'’-]{2,40})?"
_SMALL: Final = re.IGNORECASE

PATTERNS: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    # Dorpsstraat 12, Dorpsstraat nummer twaalf.
    (re.compile(rf"(?P<lead>{_STREET},? +(?:(?:19|20)\d\d +)?)(?P<number>{NR} ?{NUMBER}|{_OF_STREET})"), "street"),
    # Dorpsstraat: 12, Dorpsstraat (12), Dorpsstraat#12; 12 Dorpsstraat; on the line below its street.
    (re.compile(rf"(?P<lead>{_STREET} ?[:=#/-] ?)(?P<number>{_DIGITS}){_BEHIND}"), "street"),
    (re.compile(rf"(?P<lead>{_STREET}) ?(?P<number>\({_DIGITS}{_MORE}\))"), "behind"),
    (re.compile(rf"(?P<lead>{_STREET}),? (?P<number>op (?!(?:een|één)\b){NUMBER}){_BEHIND}"), "behind"),
    (
        re.compile(
            rf"(?P<lead>{_STREET}),?[ \t]*\n\s*(?P<number>{_DIGITS}{_MORE}(?:,? ?[1-9]\d{{3}} ?[A-Z]{{2}}\b)?)"
            r"(?=[ \t]*[.,;]?[ \t]*(?:$|\n))"
        ),
        "street",
    ),
    (re.compile(rf"(?<![\w.,:/-])(?P<number>{_DIGITS},? )(?={_STREET_IN_CAPITALS})"), "before"),
    # Beelden van 17, 19 en 21 in de Beukenlaan.
    (
        re.compile(
            rf"\b(?P<prep>van|op|bij|naar) (?P<number>{_DIGITS}{_MORE})(?= (?:in|aan|op|van) (?:de |het )?{_STREET})"
        ),
        "named",
    ),
    (
        re.compile(
            rf"\b(?P<prep>voor|achter) (?P<number>{_DIGITS}{_AND}[1-9]\d{{0,3}}[a-z]?)"
            rf"(?= (?:in|aan) (?:de |het )?{_STREET})"
        ),
        "named",
    ),
    # Op nummer 14a, huisnummer veertien.
    (
        re.compile(
            rf"\b(?:(?P<prep>{_PREPOSITIONS}) +)?(?:het |de |een )?"
            rf"(?P<number>{NR} *(?!112\b)(?:is |was |= ?)?{NUMBER})",
            _SMALL,
        ),
        "named",
    ),
    # Huis 131, het hoekhuis op 14a, de bewoners van 23.
    (
        re.compile(
            rf"\b(?P<lead>(?:{_HOUSE}),? ?)(?P<number>{_DIGITS}{_MORE})"
            rf"(?:{_BEHIND}|(?= van\b| (?:op|in) (?:de|het)\b))",
            _SMALL,
        ),
        "behind",
    ),
    # Het huisje vierentwintig; "in huis een laptop" counts.
    (re.compile(rf"\b(?P<lead>(?:{_HOUSE}),? ?)(?P<number>(?!een|één){_SPELLED}){_END}", _SMALL), "behind"),
    (re.compile(rf"\b(?P<lead>{_AT_HOME},? )(?P<number>(?:op|van) {_DIGITS}{_MORE})", _SMALL), "behind"),
    (re.compile(rf"\b(?P<lead>{_AT_HOME},? )(?P<number>(?:met|is|in) {_DIGITS}{_MORE}){_BEHIND}", _SMALL), "behind"),
    (
        re.compile(
            rf"\b(?P<lead>{_AT_HOME},? (?:(?:hier|daar|aan de overkant|ernaast|verderop),? )?)"
            rf"(?P<number>(?:op|van) (?!een\b){_SPELLED}){_BEHIND}",
            _SMALL,
        ),
        "behind",
    ),
    # Op 14a; ingebroken op 12; bij 34 hangt een camera.
    (
        re.compile(rf"\b(?P<prep>op|bij|naast|tegenover|van|achter|naar|aan|tussen|voor) (?P<number>{_LETTERED})"),
        "bare",
    ),
    (
        re.compile(
            rf"\b(?:{_HOME}),? (?:\w{{1,12}} ){{0,2}}?(?P<prep>op|bij|naast|tegenover) (?P<number>{NUMBER}){_BEHIND}",
            _SMALL,
        ),
        "bare",
    ),
    (
        re.compile(
            rf"\b(?P<prep>op|naast|tegenover|bij) (?P<number>{_DIGITS}{_MORE}|(?!een\b|één\b){_SPELLED})"
            r"(?= (?:is|was|werd|wordt|hangt|hing|woont|wonen|woonde) )",
            _SMALL,
        ),
        "bare",
    ),
    (re.compile(rf"\b(?P<prep>naast|tegenover) (?P<number>{_DIGITS}){_BEHIND}", _SMALL), "bare"),
    (re.compile(rf"\b(?P<prep>{_NEXT_TO}) (?P<number>(?!112\b){_DIGITS}{_MORE}){_BEHIND}", _SMALL), "bare"),
    (
        re.compile(rf"\b(?P<lead>recht|schuin|pal) (?P<number>(?:voor|achter|tegenover) {_DIGITS}){_BEHIND}", _SMALL),
        "behind",
    ),
    (
        re.compile(
            rf"\b(?P<prep>achter|langs|naast|tegenover) (?P<number>{_DIGITS} t/m [1-9]\d{{0,3}}){_BEHIND}", _SMALL
        ),
        "bare",
    ),
    (re.compile(rf"\b(?P<prep>tussen) (?P<number>{_DIGITS} en [1-9]\d{{0,3}}[a-z]?)(?= door\b)", _SMALL), "bare"),
    # Op 33 zwart; even zijde 20 t/m 26; 12 t/m 20, even zijde.
    (
        re.compile(
            rf"\b(?P<prep>op|bij|van|aan|naar|naast|tegenover) (?P<number>[1-9]\d{{0,3}}[ -]?{_FLOOR}){_BEHIND}"
        ),
        "bare",
    ),
    (
        re.compile(rf"\b(?P<lead>{_SIDES},? )(?P<number>(?:(?:van|nrs?\.?|nummers) )?[1-9]\d{{0,3}}{_MORE})", _SMALL),
        "behind",
    ),
    (re.compile(rf"(?P<number>\b(?:van )?[1-9]\d{{0,3}}{_AND}[1-9]\d{{0,3}}),? \(?{_SIDES}", _SMALL), "behind"),
    (
        re.compile(
            rf"\b(?P<lead>{_AT_HOME},? )(?P<number>(?:voor|achter|bij|naast) {_DIGITS}{_MORE}){_BEHIND}", _SMALL
        ),
        "behind",
    ),
    # Flat, deur 402: what has as many doors is one.
    (
        re.compile(
            rf"\b(?P<lead>(?:deur|kamer),? (?:{NR} ?)?)(?P<number>[1-9]\d{{1,3}}[a-z]?\b)(?! ?(?:{_UNITS}))", _SMALL
        ),
        "behind",
    ),
    # De woning op de hoek, 2a; 3823 AB 14.
    (re.compile(rf"\b{_AT_HOME}\b[^.!?\n]{{0,40}}?,(?P<number> [1-9]\d{{0,2}}[a-h])\b", _SMALL), "behind"),
    (re.compile(rf"\b[1-9]\d{{3}} ?[A-Z]{{2}}(?P<number>,? ?-?{_DIGITS})"), "behind"),
    # Aan Het Zwin 14: a street by what stands before it.
    (
        re.compile(
            rf"\b(?i:{_WHERE}) (?:de |het |De |Het |'t )?(?P<proper>{_PROPER}) (?P<number>{_DIGITS}{_MORE}){_BEHIND}",
        ),
        "proper",
    ),
    # Steenhouwersgilde 55, tuindeur open.
    (
        re.compile(
            rf"(?:^|(?<=[.!?\n] ))(?P<proper>[A-Z][\w'’-]{{5,40}}) (?P<number>{_DIGITS}{_MORE})(?=[,:])", re.MULTILINE
        ),
        "proper",
    ),
    # Boomgaard 3 hs, Wagenwerkplaats 12-14: a street by what stands behind its number.
    (
        re.compile(
            r"(?<![\w-])(?P<proper>[A-Z][\w'’-]{3,40}) "
            rf"(?P<number>[1-9]\d{{0,3}}(?:[ -]?{_FLOOR}|[a-f]\b|-\d{{1,3}}\b(?![-.:\d])))"
            rf"{_BEHIND}"
        ),
        "proper",
    ),
)
NUMBERED: Final = re.compile(
    r"\b(?:(?:verdachte|dader|persoon|man|vrouw|getuige)(?: met)?|(?:"
    + _any(
        """
lijn buslijn bus tram trein afrit zaak melding rug bel belt maat camera perron
spoor foto beeld afslag hectometerpaal groep klas afdeling zaaknummer artikel kogel type model versie deel fase dossier
kleur rugnummer shirt pagina bijlage telefoon
"""
    )
    + r")(?: van [A-Z]\w+)?(?: (?:met|op|van))?)(?: het)? +$",
    _SMALL,
)
"""What else has a number: "verdachte nummer 2" is no house."""
