"""What a citizen typed as subject, or before or behind ours: of three words there one may be the clue."""

import re
from functools import lru_cache
from typing import Final

from bot.mail.reading.words.sent import KEPT, WORD

_PREFIXES: Final = (
    "re|fwd?|aw|wg|antw|antwoord|antwort|betr|betreft|doorst|tr|rv|sv|vs|vl|vb|odp|pd|ynt|ilt|rif|res|enc|atb|rép"
    "|réf|r|i|απ|на|ответ|رد|回复|答复|转发|extern|external|spam|suspected spam|virusvrij"
)
_TAGS: Final = r"\[[^\]]{1,30}\]|\{[^}]{1,30}\}|\*{3,}[A-Z]+\*{3,}"
PREFIX: Final = re.compile(
    rf"\s*(?:(?:{_PREFIXES})\s{{0,3}}(?:\[\d{{1,3}}\]|\(\d{{1,3}}\))?\s{{0,3}}[:：]|{_TAGS})\s*", re.IGNORECASE
)
BEHIND: Final = re.compile(
    rf"(?:(?:\A|(?<=\W))(?:{_PREFIXES})(?:\[\d{{1,3}}\]|\(\d{{1,3}}\))?\s{{0,3}}[:：]|{_TAGS})\Z", re.IGNORECASE
)
"""The same at the end of what was typed before our subject."""
REFERENCE: Final = re.compile(r"\[BM-\d{4}-\d{1,6}\]", re.IGNORECASE)
SURE: Final = 4
"""Words of a line of ours that nobody types by chance before their own."""
SHORTEST_CUT: Final = 8
LONGEST: Final = 2_000
LONGEST_BEFORE: Final = 60
"""Signs that are looked at for what a program put right before our subject."""


def own_subject(subject: str, sent_text: str) -> str:
    """What a citizen typed as subject: ours and our number taken off, `Re:` and its kin too; in doubt it stays."""
    typed = _without_prefixes(subject[:LONGEST].strip())
    answers = len(typed) < len(subject[:LONGEST].strip())
    lines = _lines_of(sent_text)
    words = " ".join(_words(_without_reference(typed)))
    for line, is_subject in lines:
        if words == line and (is_subject or answers):
            return ""
        if is_subject and (f" {words} " in f" {line} " or (len(words) >= SHORTEST_CUT and line.startswith(words))):
            return ""  # cut off, or without our number
    for line, is_subject in sorted(lines, key=lambda found: not found[1]):
        if is_subject or (answers and line.count(" ") >= SURE):
            typed = _without(typed, line)
            typed = _without(typed, " ".join(line.split()[:-3])) if is_subject else typed
    typed = _without_prefixes(_without_reference(typed))
    return typed if WORD.search(typed) else ""


@lru_cache(KEPT)
def _lines_of(sent_text: str) -> tuple[tuple[str, bool], ...]:
    """The words of each line, and whether it is a subject with our number; many answer the same mail."""
    return tuple((" ".join(_words(line)), REFERENCE.search(line) is not None) for line in sent_text.split("\n"))


def _words(text: str) -> list[str]:
    return WORD.findall(text.casefold())


def _without_prefixes(typed: str) -> str:
    while prefix := PREFIX.match(typed):
        typed = typed[prefix.end() :]
    return typed


def _without_reference(typed: str) -> str:
    """Less our number at its end; within a sentence it says what that is about."""
    found = [*REFERENCE.finditer(typed)]
    return typed[: found[-1].start()].rstrip() if found and found[-1].end() == len(typed.rstrip()) else typed


def _without(typed: str, ours: str) -> str:
    """Less our subject, and the signs that stood between it and the citizen's words before and behind it."""
    found = [*WORD.finditer(typed)]
    joined = f" {' '.join(word[0].casefold() for word in found)} "
    at = joined.find(f" {ours} ") if ours else -1
    if at < 0:
        return typed
    first = joined.count(" ", 0, at)
    last = first + ours.count(" ")
    before, behind = typed[: found[first].start()], typed[found[last].end() :]
    return f"{_before(before)} {_behind(behind)}".strip()


def _before(typed: str) -> str:
    kept = typed.rstrip(" \t\"'“„([<-–—/|:;,")
    kept = typed.rstrip() if typed.rstrip().endswith(":") else kept
    while prefix := BEHIND.search(kept, max(0, len(kept) - LONGEST_BEFORE)):
        kept = kept[: prefix.start()].rstrip()
    return kept.rstrip(" \t\"'“„(<-–—/|:;,")


def _behind(typed: str) -> str:
    return typed.lstrip(" \t\"'”)]>?!…").lstrip(" \t-–—/|:;,.")
