"""Dutch number plates in running text. Without its dashes a plate must look more like one than with them.

The shapes are the RDW's sidecodes. Series from 1978 on (sidecode 4) hold no vowels, and neither C nor Q; some letter
groups are never given out. A citizen may misread a letter: with dashes, or behind the word "kenteken", all letters go.
"""

import re
from dataclasses import dataclass
from typing import Final

SIDECODES: Final = (
    *("LL-99-99", "99-99-LL", "99-LL-99", "LL-99-LL", "LL-LL-99", "99-LL-LL", "99-LLL-9", "9-LLL-99"),
    *("LL-999-L", "L-999-LL", "LLL-99-L", "L-99-LLL", "9-LL-999", "999-LL-9"),
)
"""The shapes of Dutch plates (RDW sidecodes 1 to 14), L a letter and 9 a digit."""
_BY_SHAPE: Final = {code.replace("-", ""): code for code in SIDECODES}
_BEFORE_1978: Final = frozenset(SIDECODES[:3])
_LIKE_POSTCODE_OR_YEAR: Final = frozenset(SIDECODES[:2])  # run together: 3823AB, VW2020, PL0900

_SEAM: Final = r"(?: ?[-\u2010-\u2015.] ?| ?)"
_PLATE: Final = re.compile(
    r"(?<![\w-])(?=((?:{})(?![\w-])))".format(
        "|".join(
            _SEAM.join(part.replace("L", "[A-Za-z]").replace("9", "[0-9]") for part in code.split("-"))
            for code in SIDECODES
        )
    )
)
_LINK: Final = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_DASHED: Final = re.compile(r"[-\u2010-\u2015.]")
_NAMED: Final = re.compile(
    r"\b(?:kenteken(?:s|nummer|plaat)?|nummerplaat|nummerbord)"
    r"(?: *(?:[:=(\"'‘“]|is|was|nr\.?|nummer|met|van de (?:auto|bus)|dacht ik|ongeveer|volgens mij|mogelijk))* *$",
    re.IGNORECASE,
)
_VEHICLE: Final = re.compile(
    r"\b(?:auto|bus|busje|bestelbus|bestelbusje|bestelauto|personenauto|wagen|scooter|motor|brommer|taxi|aanhanger)"
    r"(?:,| \(| met| onder)?(?: (?:een|de|het))? ?$",
    re.IGNORECASE,
)
"""Right behind these stands their plate, whatever letters it has."""
_DIGIT_BEFORE: Final = re.compile(r"\d[ .,:/-]$")
_DIGIT_BEHIND: Final = re.compile(r"[ .,:/]\d")
_MOTORCYCLE: Final = re.compile(r"\b(?:yamaha|suzuki|honda|kawasaki|ducati|aprilia|ktm|bmw|kymco|sym) $", re.IGNORECASE)

_ISSUED: Final = frozenset("BDFGHJKLMNPRSTVWXYZ")
_NEVER_ISSUED: Final = frozenset({"GVD", "KKK", "KVT", "LPF", "NSB", "PKK", "PSV", "TBS", "SS", "SD"})
_WORDS: Final = frozenset(
    (
        "jan feb mrt apr mei jun jul aug sep okt nov dec maa din woe don vri zat zon "
        "tot uur van min op en of om te per met bij een het de die dat er in is na nu zo ja we wij ze zij ik mij uit "
        "aan ten ter af als was had man nee toe ook dan nog wel hun hij mee net pas keer u"
    )
    .upper()
    .split()
)
"""What stands between two numbers in any sentence: 1-mei-26, van 8-tot-12."""
_DAYS: Final = frozenset({"MA", "DI", "WO", "DO", "VR", "ZA", "ZO"})
_UNITS: Final = frozenset(
    "km mm cm dm kg gr ml cl dl ltr mtr pk st stk dgn wk wkn mnd sec kwh gb mb tb hd pm".upper().split()
)
"""Behind a number: 256 GB 1."""
_SHORTHAND: Final = frozenset(
    (
        "bv nv nr nrs hr dhr mw mvr mr vd tv pc cd dvd vw bmw gtd ktm nl ns gsm gps sms tl str pst blz pl bm md hp xl "
        "xs ltd vs ggd gvb"
    )
    .upper()
    .split()
)
"""Makes and abbreviations without a vowel, which may stand between numbers where no dash says that it is a plate."""


@dataclass(frozen=True)
class FoundPlate:
    """A plate as it was typed, and as it is compared: capitals and digits only."""

    text: str
    value: str


def plates_in(text: str) -> list[FoundPlate]:
    """What reads as a Dutch plate, in the order of the text; a part of one ("begint met 12-AB") is none."""
    plain = _LINK.sub(lambda link: "/" * len(link[0]), text.replace("\u00a0", " "))
    found = (match for match in _PLATE.finditer(plain) if _is_plate(plain, match.start(1), match[1]))
    return [FoundPlate(text[match.start(1) : match.end(1)], tidy_plate(match[1])) for match in found]


def plate_of(typed: str) -> str:
    """The plate that somebody typed and nothing else, in any writing, as it is compared; empty where it is none."""
    value = tidy_plate(typed)
    return value if _shape(value) in _BY_SHAPE else ""


def tidy_plate(typed: str) -> str:
    """A plate as it is compared: GB123K."""
    return re.sub(r"[^A-Za-z0-9]", "", typed).upper()


def shown_plate(value: str) -> str:
    """A plate with its dashes: GB-123-K."""
    return "-".join(_parts(value))


def _shape(value: str) -> str:
    return "".join("9" if mark in "0123456789" else "L" for mark in value)


def _parts(value: str) -> list[str]:
    marks = iter(value)
    return ["".join(next(marks) for _ in part) for part in _BY_SHAPE[_shape(value)].split("-")]


def _is_plate(text: str, start: int, typed: str) -> bool:
    parts, dashed = _parts(tidy_plate(typed)), len(_DASHED.findall(typed)) == 2
    code, groups = _BY_SHAPE[_shape("".join(parts))], [part for part in parts if part.isalpha()]
    named = _NAMED.search(text[max(0, start - 60) : start]) is not None
    if named and dashed:
        return True
    if not _WORDS.isdisjoint(groups) or (code == SIDECODES[0] and not _DAYS.isdisjoint(groups)):
        return False
    if named or dashed or (len(groups) == 1 and _VEHICLE.search(text[max(0, start - 30) : start])):
        return True
    return _is_plain_enough(code, parts, typed) and _stands_alone(text, start, start + len(typed), code)


def _is_plain_enough(code: str, parts: list[str], typed: str) -> bool:
    """Whether it may be a plate though no dash and no word says so."""
    groups = [part for part in parts if part.isalpha()]
    letters = "".join(groups)
    if code in _BEFORE_1978 and not (letters in typed and (code not in _LIKE_POSTCODE_OR_YEAR or " " in typed)):
        return False
    odd = not (_NEVER_ISSUED | _SHORTHAND).isdisjoint(groups) or not _UNITS.isdisjoint(parts[1:])
    return _ISSUED.issuperset(letters) and not odd


def _stands_alone(text: str, start: int, end: int, code: str) -> bool:
    """No number goes on before or behind it, and it is no motorcycle's model (Yamaha XT 660 R)."""
    before = text[max(0, start - 12) : start]
    model = code == "LL-999-L" and _MOTORCYCLE.search(before)
    return not (_DIGIT_BEFORE.search(before) or _DIGIT_BEHIND.match(text, end) or model)
