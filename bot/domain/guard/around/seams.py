"""Where a piece was taken out of a sentence: what can't stand without it goes too, so that the rest reads whole."""

import re
from collections.abc import Iterable
from typing import Final

_LACKING: Final = (
    "is|was|zijn|waren|leek|leken|lijkt|lijken|oogde|oogden|oogt|had|hadden|heeft|hebben|sprak|spraken|spreekt|spreken"
    "|heet|heette|heetten|gebruikt|betreft|betrof|betroffen|schijnt|bleek|blijkt|klonk|kreeg|krijgt|droeg|droegen"
    "|draagt|dragen|wordt|werd|werden|luidt|luidde"
)
"""Verbs that say nothing by themselves."""
_LEADS: Final = "bij|met|naar|tijdens|van|via|volgens"
"""None of them is half of a verb, as *in* is of *braken in*."""
_MAYBE: Final = "vermoedelijk|mogelijk|waarschijnlijk|misschien|wellicht|ook|zeer|heel|erg|licht|nogal"
_HALF: Final = f"{_LEADS}|{_MAYBE}|te|de|het|een|waarvan|waarbij|waaronder|en|of|maar|want"
"""No sentence ends with one."""
_VALUE_OF: Final = r"(?:e-?mail)?adres|rekening(?:nummer)?|kenteken|(?:telefoon)?nummer|naam|bsn"

_END: Final = re.compile(r"[.!?](?=\s|$)|(?=\n)|$")
_ENDS: Final = re.compile(r"[.!?]\s+|\n")
_TAIL: Final = re.compile(rf"(?:[\s,]+|^)(?:{_HALF})[\s,]*$", re.IGNORECASE)
_VERB: Final = re.compile(rf"(?:^|\s+)(?:{_LACKING})(?:\s+(?:{_MAYBE}))*\s*$", re.IGNORECASE)
_VALUE: Final = re.compile(
    rf"(?:^|\s+)(?:{_LACKING})\s+(?:(?:het|een|als|zijn|haar)\s+)*(?:{_VALUE_OF})\s*$", re.IGNORECASE
)
_LABEL: Final = re.compile(
    rf"(?:^|(?<=,))\s*(?:[^\s,:]+(?:\s[^\s,:]+)?\s*:|(?:tel|telefoon|{_VALUE_OF})\.?)\s*$", re.IGNORECASE
)
_CLAUSE: Final = re.compile(rf",\s*(?:die|dat|welke)(?:\s+(?:{_LACKING}))?\s*$", re.IGNORECASE)
_ITS_VERB: Final = re.compile(rf"\s*(?:(?:{_LACKING})\s*)?,", re.IGNORECASE)
_LEAD: Final = re.compile(rf"(?:^|\s+)(?:{_LEADS})\s*$", re.IGNORECASE)
_GOES_ON: Final = re.compile(r"\s*(?:aan|achter|als|bij|en|in|met|naar|of|op|uit|van|voor)\b", re.IGNORECASE)
_ALSO: Final = re.compile(r"\s+(?:en|of)\b", re.IGNORECASE)
_FINITE: Final = re.compile(rf"[\s,]*(?:{_LACKING})\b", re.IGNORECASE)
_OPENS, _CLOSES = re.compile(r"\s*[\"'„“‘]\s*$"), re.compile(r"^\s*[\"'”’]")


def mended(text: str, seams: Iterable[tuple[int, str]]) -> str:
    """`seams`: where a piece was taken out and what it was, the last one first."""
    for at, piece in seams:
        if at <= len(text):  # else its sentence went with the one before
            text = _mended_at(text, at, piece)
    return text


def says_nothing(left: str, right: str) -> bool:
    """Whether a sentence would be no more than who, and a verb."""
    return not _says(right) and _VERB.search(left) is not None


def _mended_at(text: str, at: int, piece: str) -> str:
    start = max((one.end() for one in _ENDS.finditer(text, 0, at)), default=0)
    found = _END.search(text, at)
    end = found.start() if found else len(text)
    left, right = text[start:at], text[at:end]
    if _OPENS.search(left) and _CLOSES.search(right):
        left, right = _OPENS.sub("", left), _CLOSES.sub("", right)
    left, right = _beside(left, right) if _says(right) else (_last(left, piece), "")
    if _says(left):
        return text[:start] + left + right + text[end:]
    if _says(right):
        right = right.lstrip(" ,;:")
        return text[:start] + right[:1].upper() + right[1:] + text[end:]
    behind = text[end:].lstrip(".!?")
    return text[:start] + behind.lstrip(" ") if behind.strip() else text[:start].rstrip()


def _says(part: str) -> bool:
    return any(sign.isalnum() for sign in part)


def _last(left: str, piece: str) -> str:
    """What stands last in its sentence now: as far as something can end there."""
    ends = left
    while match := _TAIL.search(ends):
        ends = ends[: match.start()]
    if _FINITE.match(piece) or _hangs(ends):
        clause = ends.rpartition(",")[0]
        return "" if _hangs(clause) else clause
    return ends.rstrip(" ,;")


def _hangs(left: str) -> bool:
    return any(sign.search(left) for sign in (_VERB, _VALUE, _LABEL))


def _beside(left: str, right: str) -> tuple[str, str]:
    """Two parts of a sentence that stand next to each other now."""
    if _CLAUSE.search(left) and _ITS_VERB.match(right):
        return _CLAUSE.sub("", left), _ITS_VERB.sub("", right, count=1)
    if right.startswith(",") and _VERB.search(left):
        return (_VERB.sub("", left) if _FINITE.match(right) else left), right[1:]
    if _ALSO.match(right):
        if _VALUE.search(left):
            return _VALUE.sub("", left), _ALSO.sub("", right, count=1)
        left = left.rstrip(" ,")
    return (_LEAD.sub("", left), right) if _LEAD.search(left) and _GOES_ON.match(right) else (left, right)
