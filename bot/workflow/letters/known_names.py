"""Whose name in a letter is no finding: who it goes to, and who signs it."""

import re
from collections.abc import Iterable
from typing import Final

from bot.domain.guard.findings import Finding

_TITLES: Final = frozenset({"de", "heer", "mevrouw", "meneer", "dhr", "mevr", "mw", "mr", "mrs", "familie", "fam"})
_WORD: Final = re.compile(r"[^\W\d_]+")
_GREETING: Final = re.compile(
    r"\s*(?i:beste|geachte|hallo|dag|hoi|dear|hello) "
    r"(?:(?:(?i:mevr|mw|dhr|fam)\.|(?i:de|heer|mevrouw|meneer|familie|of|en|van|der|den|ten|ter)|'t"
    r"|[A-ZÀ-Þ][\w'’-]*\.?) ?){1,7}"
    r"(?=[,!.\n]|$)"
)
"""Nothing but a title and a name up to a mark; a sentence that begins so is no greeting."""
_PRESENTING: Final = re.compile(r"\s*(?:mijn naam is|ik heet|ik ben|my name is|i am)\b", re.IGNORECASE)
_SIGNS: Final = re.compile(
    r"(?:\b(?:groet|groeten|groetjes|gr|mvg|hoogachtend|namens|regards|mijn naam is|ik heet|ik ben)\b[\s,.:]*|^\s*)$",
    re.IGNORECASE | re.MULTILINE,
)
_CALLS: Final = re.compile(
    r"(?:^|[,\n]|\b(?:beste|hallo|dag|dank|bedankt|dankjewel|wel|u|you))\s*$", re.IGNORECASE | re.MULTILINE
)
_ENDS: Final = re.compile(r"\s*(?:[,.!?(|/\n]|$)")


def is_known(finding: Finding, text: str, names: Iterable[str], writer: str, *, to_several: bool = False) -> bool:
    """The greeting of one citizen, the citizen's own name and the writer's: somebody else may be called the same.

    So one word of a name is theirs only where it calls or signs; a whole name, or the citizen's with a title, anywhere.
    """
    greeting = None if to_several else _GREETING.match(text)
    if greeting and greeting.start() <= finding.start < greeting.end():
        return True
    told = _PRESENTING.sub("", finding.text)
    typed = _words(told)
    words = typed - _TITLES
    before, ends = text[: finding.start], _ENDS.match(text, finding.end) is not None
    presents = told != finding.text
    signs = presents or (ends and _SIGNS.search(before) is not None)
    if _is_whole(finding, text, writer) or (signs and _is_part(words, writer)):
        return True
    called = bool(typed & _TITLES) or (ends and _CALLS.search(before) is not None)
    return any(_is_whole(finding, text, name) or (called and _is_part(words, name)) for name in names)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _is_whole(finding: Finding, text: str, name: str) -> bool:
    """Whether the finding stands in that name as it is written in full."""
    whole = re.compile(rf"\b{re.escape(name.strip())}\b", re.IGNORECASE)
    within = (match.start() <= finding.start and finding.end <= match.end() for match in whole.finditer(text))
    return " " in name.strip() and any(within)


def _is_part(words: frozenset[str], name: str) -> bool:
    return bool(words) and words <= _words(name)
