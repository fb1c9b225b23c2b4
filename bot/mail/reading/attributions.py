"""The lines that a mail program writes above a quote: "Op 5 januari schreef Politie Amersfoort:", "Van: ...".

They go only where they name us, stand right above a quote of ours and hold nothing but what a mail program writes
there: "Op maandag schreef Politie Amersfoort een briefje:" holds a citizen's words and stays.
"""

import re
from collections.abc import Sequence
from typing import Final

MOST_LINES: Final = 8
LONGEST_LINE: Final = 500
MARKS: Final = re.compile(r"[\s>|*_]*")
BLANK: Final = re.compile(r"[\s>|*_=\-]*")
_LABELS: Final = (
    r"(van|from|von|de|verzonden|verstuurd|sent|gesendet|envoyé|datum|date|aan|to|an|à|cc|onderwerp|subject|betreft"
    r"|betreff|objet|urgentie|prioriteit|importance|priority|wichtigkeit|beantwoorden - aan|antwoord aan|reply-to)"
)
LABEL: Final = re.compile(_LABELS + r"\s*:", re.IGNORECASE)
FROM_LABEL: Final = re.compile(r"(van|from|von|de)\s*:", re.IGNORECASE)
SENT_LABEL: Final = re.compile(r"(verzonden|verstuurd|sent|gesendet|envoyé)\s*:", re.IGNORECASE)
# Right below "Origineel bericht" some programs leave the colons out.
LOOSE_LABEL: Final = re.compile(_LABELS + r"\b", re.IGNORECASE)
LOOSE_FROM_LABEL: Final = re.compile(r"(van|from|von|de)\b", re.IGNORECASE)
SEPARATOR: Final = re.compile(
    r"[\s>*_=-]*(oorspronkelijk bericht|origineel bericht|doorgestuurd bericht|begin doorgestuurd bericht"
    r"|original message|forwarded message|begin forwarded message|reply message)[\s:*_=-]*",
    re.IGNORECASE,
)
VERBS: Final = frozenset(("schreef", "geschreven", "wrote", "schrieb", "geschrieben", "écrit", "citeren", "quoting"))
_PROGRAM_WORDS: Final = """
    op on am le om at um à heeft het volgende the following a via uur uhr cet cest gmt utc pm burgernet burgernetmail
    montag dienstag mittwoch donnerstag freitag samstag sonntag mo mi fr so
    lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim
    januar februar märz mai juni juli oktober dezember dez
    janvier février mars avril juin juillet août septembre octobre novembre décembre janv févr avr juil déc
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma di wo do vr za zo
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    januari februari maart april mei juni juli augustus september oktober november december
    january february march may june july august october
    jan feb mrt mar apr jun jul aug sep sept okt oct nov dec
"""
PROGRAM_WORDS: Final = VERBS | frozenset(_PROGRAM_WORDS.split())
OPENING: Final = re.compile(r"(op|on|am|le|citeren|quoting)\b", re.IGNORECASE)
DATE_WORD: Final = re.compile(r"\d+(?:st|nd|rd|th|e|am|pm)?")


def head_above(raws: Sequence[str], quote: int, our_names: Sequence[str]) -> range:
    """The lines right above the quote's first line in which a mail program says that it is from us; empty for none."""
    ours = _pattern(our_names)
    last = _line_above(raws, quote)
    first = _attribution(raws, last, ours)
    if first is None:
        first = _block_under_separator(raws, last, ours)
    if first is None:
        first = _header_block(raws, last, ours)
    start = quote if first is None else first
    separator = _line_above(raws, start)
    if separator >= 0 and SEPARATOR.fullmatch(raws[separator][:LONGEST_LINE]):
        start = separator
    return range(start, quote)


def _attribution(raws: Sequence[str], last: int, ours: re.Pattern[str]) -> int | None:
    """The first of the one to three lines that read "Op ... schreef wij:"; the fewest that have a beginning."""
    for first in range(last, max(-1, last - 3), -1):
        lines = raws[first : last + 1]
        if len(lines[0]) > LONGEST_LINE or BLANK.fullmatch(lines[0]):
            return None
        if _is_attribution(" ".join(MARKS.sub("", line, count=1) for line in lines), ours):
            return first
    return None


def _is_attribution(text: str, ours: re.Pattern[str]) -> bool:
    name = ours.match(text)
    begins = OPENING.match(text) or (name and "@" not in name[0])
    rest, named = ours.subn(" ", re.sub(r"<mailto:[^\s<>]*>", " ", text))
    words = re.findall(r"\w+", rest.casefold())
    if not begins or not named or not rest.rstrip().endswith((":", ">")) or VERBS.isdisjoint(words):
        return False
    return all(word in PROGRAM_WORDS or DATE_WORD.fullmatch(word) for word in words)


def _header_block(raws: Sequence[str], last: int, ours: re.Pattern[str]) -> int | None:
    """The line "Van: wij", where only lines such as "Aan: ..." and "Onderwerp: ..." stand between it and the quote."""
    for index in range(last, max(-1, last - MOST_LINES), -1):
        line = MARKS.sub("", raws[index][:LONGEST_LINE], count=1).replace("*", "")
        if FROM_LABEL.match(line) and ours.search(line):
            above = _line_above(raws, index)
            return above if _tells_when(raws, above) else index if index < last else None
        if line.strip() and not LABEL.match(line):
            return None
    return None


def _tells_when(raws: Sequence[str], index: int) -> bool:
    """Whether the line reads "Verzonden: ..." and a date as programs write it; some put it above "Van: wij"."""
    line = MARKS.sub("", raws[index][:LONGEST_LINE], count=1) if index >= 0 else ""
    label = SENT_LABEL.match(line)
    words = re.findall(r"\w+", line[label.end() :].casefold()) if label else []
    return len(words) >= 4 and all(word in PROGRAM_WORDS or DATE_WORD.fullmatch(word) for word in words)


def _block_under_separator(raws: Sequence[str], last: int, ours: re.Pattern[str]) -> int | None:
    """The separator line, where nothing but a head that names us, in any order, stands between it and the quote."""
    named = False
    for index in range(last, max(-1, last - MOST_LINES), -1):
        line = MARKS.sub("", raws[index][:LONGEST_LINE], count=1).replace("*", "")
        if SEPARATOR.fullmatch(line):
            return index if named else None
        named = named or (LOOSE_FROM_LABEL.match(line) is not None and ours.search(line) is not None)
        if line.strip() and not LOOSE_LABEL.match(line):
            return None
    return None


def _line_above(raws: Sequence[str], index: int) -> int:
    """The nearest line above that is not blank, at most six up; -1 where there is none."""
    for above in range(index - 1, max(-1, index - 7), -1):
        if not BLANK.fullmatch(raws[above][:LONGEST_LINE]):
            return above
    return -1


def _pattern(our_names: Sequence[str]) -> re.Pattern[str]:
    """Our names and addresses, an answer address with any token; a text that can't be when there are none."""
    patterns = []
    for name in sorted(our_names, key=len, reverse=True):
        local, at, domain = name.partition("@")
        token = r"(?:\+[\w=]{1,64})?" if at else ""
        patterns.append(re.escape(local).replace(r"\ ", r"\s+") + token + re.escape(at + domain))
    return re.compile("|".join(patterns) or r"(?!)", re.IGNORECASE)
