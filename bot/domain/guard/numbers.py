"""House numbers in a text: Dorpsstraat 12, op nummer veertien, het hoekhuis op 14a."""

import re
from collections.abc import Iterator
from typing import Final

from bot.domain.findings import FindingKind
from bot.domain.folding import folded
from bot.domain.guard.nobody import NOBODY
from bot.domain.guard.pieces import Piece
from bot.domain.guard.words import words_of

_COUNTED: Final = (
    r"(?!\d)(?!\s?(?:uur|u\b|:\d|[.,]\d|m\b|meter|mtr|km\b|kilometer|cm\b|centimeter|kg\b|kilo|gram|euro|€|%"
    r"|karaat|jaar|"
    r"jarige|-jarige|dag|dagen|week|weken|maand|min\b|minu|sec|keer|maal|graden|inch|pk\b|cc\b|liter|gb\b|tb\b"
    r"|volt|watt|"
    r"persone|persoon|man\b|mannen|vrouw|jonge|meisje|mense|kinder|verdachte|dader|getuige|agent|auto|fiets"
    r"|scooter|bus|"
    r"laptop|woning|huis|huize|stuks|tassen|ringen|ramen|deuren|etage|verdieping|hoog\b|jan|feb|maart|mrt|apr"
    r"|mei\b|jun|jul|aug|sep|"
    r"okt|nov|dec|a \d|à \d|tot \d+ (?:uur|jaar|meter|m\b|cm)|en \d+(?:[.:]\d+)? (?:uur|jaar|meter|m\b)"
    r"|[-/–]\d+[-/–]\d|[-–] ?\d+ (?:jaar|uur|m\b|cm)))"
)
_ONES: Final = "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen"
_TENS: Final = "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig"
_SPELLED: Final = (
    rf"(?:(?:(?:{_ONES})?honderd(?: ?en ?)?)?(?:(?:{_ONES})(?:en|ën)(?:{_TENS})|tien|elf|twaalf|dertien"
    rf"|veertien|vijftien|"
    rf"zestien|zeventien|achttien|negentien|{_TENS}|{_ONES})|(?:{_ONES})?honderd)"
)
_DIGITS: Final = (
    rf"(?!(?:19|20)\d\d\b)[1-9]\d{{0,3}}{_COUNTED}(?:[ -]?(?:[a-zA-Z](?!\w)(?!\.\w)|bis\b|hs\b|huis\b"
    rf"|I{{1,3}}\b|zwart\b|rood\b)"
    r"|-\d{1,3}(?!\d))?(?![\w-])(?![.,]\d)"
)
_MORE: Final = r"(?:(?: ?(?:,|en|of|t/m|tot en met|-|/|&|\+|naar) ?)(?:nummer |nr\.? )?[1-9]\d{0,3}[a-zA-Z]?(?![\w.:]\d|\d| ?(?:uur|jaar|m\b|meter))\b){0,6}"
_NUMBER: Final = rf"(?:{_DIGITS}{_MORE}|{_SPELLED}\b(?![- ]?(?:uur|jarige|jaar|mannen|vrouwen|personen|jongens|keer|woningen|huizen|auto)))"
_ALWAYS_STREET: Final = r"(?:straat|str\.|laan|plein|gracht|kade|dreef|singel|steeg|plantsoen|laantje|straatje)"
_STREET: Final = (
    rf"(?:\b(?i:[\w'’-]{{2,40}}{_ALWAYS_STREET})"
    r"|\b[A-Z][\w'’-]{1,40}(?:weg|dijk|baan|ring|pad|hof|park|hoek|berg|veld|akker|kamp|erf|wal|haven|markt"
    r"|brink|zoom|boulevard|"
    r"kwartier|veste|donk|horst|bos|meent|oord|heide|burg|dal|singel|weide|hove|zand|tuin|tuinen|stede|ende"
    r"|singel|rand|hage)"
    r"|\b(?:Plein|Hof|Singel|Gracht|Kade|Dijk|Laan|Markt|Brink)"
    r"|\b[A-Z][\w'’-]{1,40} (?i:straat|weg|dijk|pad|park|laan|hof|plein|kade|singel))"
)
_NR: Final = r"(?:huis)?(?:nummers?|nrs?|no|num|huisnr)\b\.?:?"
_PLAIN_PREPOSITIONS: Final = r"op|van|met|in|onder"
_PREPOSITIONS: Final = (
    rf"{_PLAIN_PREPOSITIONS}|bij|aan|naast|tegenover|achter|voor|tussen|naar|vanaf|tot|richting|langs|via|uit"
)
_DWELLING: Final = (
    r"(?:[a-z]{0,12}huis|huisje|[a-z]{0,10}woning|pand|perceel|flat|appartement|app\.|bungalow|villa|portiek"
    r"|box|schuur|garagebox|"
    r"buren|overburen|bewoners?|bewoonster|buurman|buurvrouw|overbuurman|overbuurvrouw|benedenbuurman"
    r"|bovenbuurvrouw|mensen|"
    r"gezin|familie|eigenaar|kamer|unit|caravan|adres|tuin|achtertuin|voordeur|achterdeur|oprit|camera|deurbel"
    r"|deur|poort|raam|mevrouw|"
    r"meneer|man|vrouw|brievenbus|dak|balkon|straat|stoep)"
)
_AFTER_NUMBER: Final = r"(?=\s*(?:$|[.,;:!?)\n]|(?:is|was|werd|wordt|zijn|waren|heeft|hebben|had|hadden|en|of|zag|zagen|hoorde|hoorden|stond|staat|die|dat|waar|hangt|hing|om|naar|binnen|ingebroken|door|via|woont|wonen|woonde|aan|in|met|te|leeg|niet|kwam|kwamen|lag|ligt)\b))"
_PATTERNS: Final = (
    (re.compile(rf"(?P<lead>{_STREET},? +(?:(?:19|20)\d\d +)?)(?P<number>(?:{_NR} ?)?{_NUMBER})"), "street"),
    (
        re.compile(
            rf"\b(?:(?P<prep>{_PREPOSITIONS}) +)?(?:het |de |een )?(?P<number>{_NR} *(?!112\b)(?:is |was "
            rf"|= ?)?{_NUMBER})",
            re.IGNORECASE,
        ),
        "named",
    ),
    (
        re.compile(
            rf"\b(?P<lead>{_DWELLING},? ?)(?P<number>(?:(?:op|van|met|is|nr|in)? ?){_DIGITS}{_MORE}){_AFTER_NUMBER}",
            re.IGNORECASE,
        ),
        "dwelling",
    ),
    (
        re.compile(
            rf"\b(?P<lead>{_DWELLING},? (?:(?:hier|daar|aan de overkant|ernaast|hiernaast"
            rf"|verderop),? )?)(?P<number>(?:op|van) {_SPELLED}){_AFTER_NUMBER}",
            re.IGNORECASE,
        ),
        "dwelling",
    ),
    (
        re.compile(
            r"\b(?P<prep>op|bij|naast|tegenover|van|achter|naar|nr|aan|tussen"
            r"|voor)\.? (?P<number>[1-9]\d{0,3} ?-?(?:[a-hA-H]|bis|hs)\b(?!\.\w))(?! ?\d)"
        ),
        "bare",
    ),
    (
        re.compile(
            rf"\b(?:woont|wonen|woonde|woonachtig|ingebroken|inbraak|gerommeld|binnengekomen|aangebeld|overkant"
            rf"|hoek|ernaast|hiernaast|verderop|om de hoek"
            rf"|schuin tegenover),? (?:\w{{1,12}} ){{0,2}}?(?P<prep>op|bij|naast"
            rf"|tegenover) (?P<number>{_NUMBER}){_AFTER_NUMBER}",
            re.IGNORECASE,
        ),
        "bare",
    ),
    (
        re.compile(
            rf"\b(?P<prep>op|naast|tegenover|bij) (?P<number>{_DIGITS}) (?=(?:is|was|werd|wordt|hangt|hing"
            rf"|woont|wonen|woonde) )",
            re.IGNORECASE,
        ),
        "bare",
    ),
    (re.compile(rf"\b{_DWELLING}\b[^.!?\n]{{0,40}}?,(?P<number> [1-9]\d{{0,2}}[a-h])\b", re.IGNORECASE), "street"),
    (re.compile(rf"\b[1-9]\d{{3}} ?[A-Z]{{2}}(?P<number>,? ?-?{_DIGITS})"), "street"),
    (
        re.compile(
            rf"(?P<lead>\b(?:aan|naar|op|in|bij|vanaf|tot|richting|adres:?|Adres:?|locatie:?|Locatie:?"
            rf"|straat) (?:de |het |De |Het |'t )?(?P<proper>[A-Z][\w'’-]{{2,40}}(?: (?:van|de|den|der|het"
            rf"|'t)){{0,2}}(?: [A-Z][\w'’-]{{2,40}})?) )(?P<number>{_DIGITS}){_AFTER_NUMBER}"
        ),
        "proper",
    ),
)
_NUMBERED: Final = re.compile(
    r"\b(?:verdachte|dader|persoon|man|vrouw|getuige|lijn|buslijn|bus|tram|trein|afrit|zaak|melding|rug|bel"
    r"|belt|maat|camera|"
    r"perron|spoor|foto|beeld|afslag|hectometerpaal|groep|klas|afdeling|zaaknummer|artikel|kogel|type|model"
    r"|versie|deel|fase|"
    r"dossier|kleur|rugnummer|shirt|pagina|bijlage|telefoon)(?: (?:met|op|van))?(?: het)? +$",
    re.IGNORECASE,
)
"""What else has a number: "verdachte nummer 2" is no house."""
_NO_STREET: Final = words_of("""
perron spoor lijn bus tram afrit camera station snelweg rijksweg plein verdachte dader getuige groep klas windows
level maat zone route knooppunt gate hal terminal blok januari februari maart april mei juni juli augustus september
oktober november december
""")


def house_numbers_in(text: str, street: str = "", house_number: str = "") -> Iterator[Piece]:
    """The house numbers; the case's own street is known, whatever it is called."""
    if street:
        yield from _own(text, street, house_number)
    for pattern, how in _PATTERNS:
        for match in pattern.finditer(text):
            if not _is_other(text, match, how):
                yield _piece(text, match, how)


def _own(text: str, street: str, house_number: str) -> Iterator[Piece]:
    number = rf"(?:{re.escape(house_number)}\b|{_NUMBER})" if house_number else _NUMBER
    pattern = re.compile(rf"\b(?P<lead>{re.escape(street)},? +)(?P<number>(?:{_NR} ?)?{number})", re.IGNORECASE)
    yield from (_piece(text, match, "street") for match in pattern.finditer(text))


def _is_other(text: str, match: re.Match[str], how: str) -> bool:
    before = text[max(0, match.start() - 40) : match.start()]
    if how == "proper":
        words = folded(match["proper"]).split()
        return any(word in NOBODY or word in _NO_STREET for word in words)
    return how == "named" and _NUMBERED.search(before + (match["prep"] + " " if match["prep"] else "")) is not None


def _piece(text: str, match: re.Match[str], how: str) -> Piece:
    start, end = match.span("number")
    kind = FindingKind.HOUSE_NUMBER
    if how == "street" and match.groupdict().get("lead"):
        return Piece(match.start(), end, kind, match["lead"].strip().rstrip(","))
    if how in {"dwelling", "street", "proper"}:
        return Piece(start + len(match["number"]) - len(match["number"].lstrip(" ,-")), end, kind)
    preposition = (match["prep"] or "").lower()
    if preposition and text[max(0, match.start("prep") - 5) : match.start("prep")].rstrip(" ")[-1:] in {
        "",
        ".",
        "!",
        "?",
        "\n",
    }:
        return Piece(
            match.start("prep"), end, kind, "in een huis" if preposition == "op" else f"{preposition} een huis"
        )
    if re.fullmatch(_PLAIN_PREPOSITIONS, preposition):
        return Piece(match.start("prep"), end, kind)
    return Piece(
        match.start("prep") if preposition else match.start(),
        end,
        kind,
        f"{match['prep']} een huis" if preposition else "een huis",
    )
