"""Phone numbers as people write them: in groups of any kind, with or without their country, in words."""

import re
from typing import Final

_DASHES: Final = "‐‑‒–—―⁃−－﹣-"
_GAP: Final = rf"[\s()/*_{_DASHES}]{{0,3}}"
_START: Final = r"(?:(?<![^\W_])(?<!\d[.+-])|(?<=[a-z]{2}))"
"""Not within another number; right behind a word it may stand: `bel06...`."""
_SERVICES: Final = "(?!800|900|906|909)"
_NO_DATE: Final = r"(?!\d?[-/.]\d\d?[-/.](?:19|20)\d\d\b)"
_NO_MOMENT: Final = r"(?!\d\d[.:][0-5]\d\s+[0-3]?\d[-/ .][01]?\d[-/ .]\d\d)"
"""A time with a day behind it."""
_NO_DAY: Final = r"(?!\d\d[-/.]\d\d?[-/.](?:19|20)\d\d(?![-/.]?\d))"
"""A day, whatever number stands behind it: 06-01-2026 10.30 uur, 06-01-2026 12 mannen."""
_DIGIT_WORD: Final = (
    "(?:nul|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|zero|oh|one|two|three|four|five|six|seven|eight|nine)"
)
_PART: Final = (
    f"(?:{_DIGIT_WORD}|tien|elf|twaalf|dertien|veertien|twintig|dertig|veertig|tachtig|tig"
    "|ten|eleven|twelve|thir|fif|teen|twenty|ty|for|dubbel|double|triple|en|ën)"
)
_NUMBER: Final = rf"{_PART}+(?:-{_PART}+)?\b"
_APART: Final = rf"[\s,.{_DASHES}]{{1,3}}"
NO_CALL: Final = re.compile(
    r"(?:zaak|kenmerk|bvh|dossier|aangifte|polis|proces-?verbaal|\bpv|melding|incident|order|referentie|\bcase|€)"
    r"[a-z]{0,12}[\s:.#-]{0,3}(?:nummer|nr|no|is)?[\s:.#-]{0,3}\Z",
    re.IGNORECASE,
)
"""Right before nine digits they are the number of something, not of somebody."""


def _mixed(first: str, more: int) -> str:
    """Whatever stands behind the first digits; then spaces and dashes, or dots."""
    return rf"{first}[\W_]{{1,8}}(?:(?:{_GAP}\d){{{more}}}|(?:\.?\d){{{more}}})"


PHONES: Final = (
    # Ten digits from 0 (or a letter O), one or two too many by a slip; not the police's and other service numbers.
    re.compile(rf"{_START}\(?[0Oo]-?{_SERVICES}{_NO_DATE}[1-9](?:{_GAP}\d){{8}}\d{{0,2}}(?!\d)"),
    re.compile(r"(?:(?<![^\W_])(?<!\d\.)|(?<=[a-z]{3}))[0Oo][1-9](?:\.?\d){8}\d{0,2}(?!\.?\d)"),
    re.compile(
        rf"{_START}{_NO_MOMENT}{_NO_DAY}\(?(?:{_mixed('[0Oo]6', 8)}"
        rf"|0{_SERVICES}(?:{_mixed('[1-9][0-9]', 7)}|{_mixed('[1-9][0-9]{2}', 6)}))(?!\d)"
    ),
    re.compile(
        rf"(?:\(?\+\s?|{_START}00[\s-]?)31\)?(?:[.]|{_GAP})(?:\(?0\)?{_GAP})?[1-9](?:(?:[.]|{_GAP})\d){{8}}(?!\d)"
    ),
    re.compile(rf"{_START}31(?:\s?\(0\)\s?|[\s-]?)6(?:{_GAP}\d){{8}}(?!\d)"),
    re.compile(rf"(?:(?<!\d)(?<!\d )\(?\+\s?|{_START}00[\s-]?)(?!31)[1-9](?:(?:[.]|{_GAP})\d){{8,13}}(?!\d)"),
    re.compile(rf"{_START}(?:06\d{{8}}){{2,5}}(?!\d)"),
    # Its pairs apart by one sign or several, the same ones each time: 06 12, 34, 56, 78.
    re.compile(rf"{_START}{_NO_DAY}[0Oo]6[\s,{_DASHES}]{{1,4}}\d\d([\W_]{{1,4}})\d\d\1\d\d\1\d\d(?!\d)"),
    # A word between: mijn 06 is 12345678, 06-nummer: 12 34 56 78.
    re.compile(
        rf"{_START}06[\s{_DASHES}]{{0,3}}(?:nummer|nr|no|is|en dan|dan)\b[\s.:=]{{1,3}}(?:is\s)?\d(?:{_GAP}\d){{7}}"
        r"(?!\d)",
        re.IGNORECASE,
    ),
    # Each digit by itself.
    re.compile(rf"(?<![\w.+-])[0Oo](?:[\s.{_DASHES}]{{1,3}}\d){{9}}(?![\s.-]?\d)"),
    # In words, as over a bad line: Dutch, English, or digits among them.
    re.compile(
        rf"(?:\b(?:nul|zero|oh)[\s-]?(?:zes|six|6)|(?:{_START}[0Oo]|\b(?:\+\s?|00)?31|\b(?:plus[\s-])?eenendertig)"
        rf"[\s-]?(?:zes|six))(?:{_APART}(?:\d{{1,8}}\b|{_NUMBER})){{3,}}"
        rf"|{_START}[0Oo]6{_APART}(?!en\b){_NUMBER}(?:{_APART}(?:\d{{1,8}}\b|{_NUMBER})){{2,}}"
        rf"|\b(?:zes|six)(?:{_APART}{_DIGIT_WORD}\b){{8}}|\bnulzes{_PART}{{2,}}\b",
        re.IGNORECASE,
    ),
)
WITHOUT_ZERO: Final = re.compile(
    rf"(?<![\w.,+{_DASHES}])6(?:[\s{_DASHES}]?(?:\d{{8}}|(?!19|20)\d{{4}}[\s{_DASHES}]\d{{4}})"
    rf"|[{_DASHES}]\d\d(?:[\s{_DASHES}]\d\d){{3}})(?![\s.,{_DASHES}]?\d|[-/]?[A-Za-z])"
)
"""A mobile number as who lives abroad tells it."""
