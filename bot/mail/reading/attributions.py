"""The lines that a mail program writes above a quote: "Op 5 januari schreef Politie Amersfoort:", "Van: ...".

They go only where they name us, stand right above a quote of ours and hold nothing but what a mail program writes
there: "Op maandag schreef Politie Amersfoort een briefje:" holds a citizen's words and stays.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from bot.mail.reading.words.of_programs import ABROAD, OWN, PROGRAM_WORDS, SEPARATOR_WORDS, VERBS, VERBS_ABROAD

MOST_LINES: Final = 8
LONGEST_LINE: Final = 500
MARKS: Final = re.compile(r"[\s>|*_]*")
BLANK: Final = re.compile(r"[\s>|*_=\-]*")
_FROM: Final = "van|from|von|de|od|kimden"
_LABELS: Final = (
    rf"(?:{_FROM}|verzonden|verstuurd|sent|gesendet|envoyé|wysłan[eoy]|gönderilme(?: tarihi)?|gönderildi|datum|date"
    r"|data|tarih|aan|naar|to|an|à|a|do|kime|cc|kopie|copie(?: à)?"
    r"|dw|bilgi|onderwerp|subject|betreft|betreff|objet|temat|konu|urgentie"
    r"|prioriteit|importance|priority|wichtigkeit|beantwoorden - aan|antwoord aan|reply-to)"
)
LABEL: Final = re.compile(_LABELS + r"\s*:", re.IGNORECASE)
FROM_LABEL: Final = re.compile(rf"({_FROM})\s*:", re.IGNORECASE)
SENT_LABEL: Final = re.compile(r"(verzonden|verstuurd|sent|gesendet|envoyé|wysłan[eoy]|gönderildi)\s*:", re.IGNORECASE)
# Right below "Origineel bericht" some programs leave the colons out.
LOOSE_LABEL: Final = re.compile(_LABELS + r"\b", re.IGNORECASE)
LOOSE_FROM_LABEL: Final = re.compile(rf"({_FROM})\b", re.IGNORECASE)
SEPARATOR: Final = re.compile(rf"[\s>*_=-]*({SEPARATOR_WORDS})[\s:*_=-]*", re.IGNORECASE)
BANNER: Final = re.compile(
    r"(?:u ontvangt|je ontvangt|sommige personen|you don['’]t often|some people who|sie erhalten nicht"
    r"|vous n['’]obtenez|vous ne recevez)\b",
    re.IGNORECASE,
)
OUTSIDE: Final = re.compile(
    r"\W{0,9}(?:let op|pas op|waarschuwing|caution|warning|attention|achtung|vorsicht|external|extern)\b.{0,120}"
    r"\b(?:buiten (?:de|uw|onze|deze|het) \w+|outside (?:of )?(?:the|your|our|this) \w+|extern\w{0,4}|außerhalb)\b",
    re.IGNORECASE,
)
"""A company's, of mail from without."""
BANNER_REST: Final = re.compile(r"<?(?:https?|mailto):[^\s<>]*>?")
LONGEST_BANNER: Final = 30  # words; the longest of Outlook's, in French
FEWEST_BELOW: Final = 2
FEW_WORDS: Final = 4  # "----- Einde bericht van ... -----"
OPENING: Final = re.compile(r"(op|on|at|am|le|citeren|quoting)\b", re.IGNORECASE)
# In whatever language: "label: value", and what shows that a line was written by a mail program.
ANY_LABEL: Final = re.compile(r"[\W_]{0,9}(?:[^\W\d_]{1,20}[ -]?){1,3}[ \u200e\u200f]?[:：]")
TIME: Final = re.compile(r"(?<!\d)\d{1,2}[:.]\d{2}(?!\d)")
DAY: Final = re.compile(r"(?<!\d)\d{4}(?!\d)|\b\d{1,2}[./-] ?\d{1,2}[./-] ?\d{2}\b")
ENDS: Final = re.compile(r"(?:[:：]|>>>|-{3,20})[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]*\Z")
REFERENCE: Final = re.compile(r"\[BM-\d{4}-\d{1,6}\]", re.IGNORECASE)
BRACKETS: Final = re.compile(r"[<(\[]\W{0,3}\Z")
MOST_FOREIGN: Final = 12  # words of a name, a date and a verb that nobody listed
DASHED: Final = re.compile(r"[-=]{3,20} ?[^\s=-].{0,300}[^\s=-] ?[-=]{3,20}\s*")
# "---- On Wed, 14 Jan 2026 Politie Amersfoort wrote ---", and ">>>>> "Politie" == Politie Amersfoort writes:".
BETWEEN_DASHES: Final = re.compile(r"\A-{2,20}\s?([^-].{0,480}?)\s?-{2,20}\s{0,9}\Z")
CITED_AS: Final = re.compile(r"\A\"[^\"]{1,30}\" == ")
# As programs write it above a head in a language that nobody listed: a citizen's own dashes are fewer.
RULED: Final = re.compile(r"[\s>]{0,20}(-{5,40}) ?[^\W\d_][^\d:-]{1,40} ?\1\s*")
DATE_WORD: Final = re.compile(r"\d+(?:st|nd|rd|th|e|am|pm)?")


def head_above(raws: Sequence[str], quote: int, our_names: Sequence[str]) -> range:
    """The lines right above the quote's first line in which a mail program says that it is from us; empty for none."""
    ours = our_pattern(our_names)
    last = _line_above(raws, _banner_above(raws, quote, ours))
    first = _attribution(raws, last, ours)
    if first is None:
        first = _block_under_separator(raws, last, ours)
    if first is None:
        first = _header_block(raws, last, ours)
    if first is None and (first := _foreign_block(raws, last, ours)) is not None:
        first = _ruled_above(raws, first)
    return range(_separator_above(raws, quote if first is None else first, ours), quote)


def whole_heads(raws: Sequence[str], our_names: Sequence[str]) -> Iterator[range]:
    """Heads that no person types: "Van: " and our own address, and two more such lines above or below, none between;
    "Op ... schreef wij:" with our own address.

    A gateway may have put a warning between them and the quote, or the citizen their words.
    """
    ours, named = our_pattern([name for name in our_names if "@" in name]), our_pattern(our_names)
    for index, raw in enumerate(raws):
        attributed = _attribution(raws, index, named) if ENDS.search(raw) else None
        if attributed is not None and any(ours.search(line) for line in raws[attributed : index + 1]):
            yield range(attributed, index + 1)
        foreign = _foreign_block(raws, index, ours) if REFERENCE.search(raw) else None
        if foreign is not None:
            yield range(_ruled_above(raws, foreign), index + 1)
        line = MARKS.sub("", raw[:LONGEST_LINE], count=1).replace("*", "")
        if not (FROM_LABEL.match(line) and ours.search(line)):
            continue
        start = end = index
        while start > max(0, index - MOST_LINES) and _is_labelled(raws[start - 1]):
            start -= 1
        while end + 1 < min(len(raws), index + MOST_LINES) and _is_labelled(raws[end + 1]):
            end += 1
        if end - index >= FEWEST_BELOW:
            separator = _separator_above(raws, start, ours)
            sure = separator < start or _tells_when(raws, start)
            yield range(separator if sure else _separator_above(raws, index, ours), end + 1)


def _is_labelled(raw: str) -> bool:
    return LABEL.match(MARKS.sub("", raw[:LONGEST_LINE], count=1).replace("*", "")) is not None


def _separator_above(raws: Sequence[str], start: int, ours: re.Pattern[str]) -> int:
    above = _line_above(raws, start)
    if above >= 0 and (SEPARATOR.fullmatch(raws[above][:LONGEST_LINE]) or _is_title(raws[above], ours)):
        return above
    return start


def _ruled_above(raws: Sequence[str], start: int) -> int:
    above = _line_above(raws, start)
    return above if above >= 0 and RULED.fullmatch(raws[above]) else start


def _banner_above(raws: Sequence[str], quote: int, ours: re.Pattern[str]) -> int:
    """The first line of Outlook's "U ontvangt niet vaak e-mail van ...", which it puts above the words of a quote."""
    last = _line_above(raws, quote)
    for first in range(last, max(-1, last - 3), -1):
        text = " ".join(raws[first : last + 1])
        if _is_banner(text, ours) or (len(text) < LONGEST_LINE and OUTSIDE.match(MARKS.sub("", text, count=1))):
            return first
    return quote


def banners(raws: Sequence[str], our_names: Sequence[str]) -> Iterator[int]:
    """Those that stand on one line, and "--- Einde bericht van ... ---"; they may be all that is left of a quote."""
    ours, named = our_pattern([name for name in our_names if "@" in name]), our_pattern(our_names)
    for index, raw in enumerate(raws):
        if _is_banner(raw, ours) or ("@" in raw and raw.count("--") > 1 and _is_title(raw, named)):
            yield index


def _is_banner(text: str, ours: re.Pattern[str]) -> bool:
    if len(text) >= LONGEST_LINE or not BANNER.match(MARKS.sub("", text, count=1)) or not ours.search(text):
        return False
    return len(re.findall(r"\w+", BANNER_REST.sub(" ", ours.sub(" ", text)))) <= LONGEST_BANNER


def _is_title(raw: str, ours: re.Pattern[str]) -> bool:
    """Lotus writes "Politie Amersfoort --- subject ---" above its head, or "-----Politie Amersfoort schreef: -----"."""
    line = MARKS.sub("", raw[:LONGEST_LINE], count=1)
    if DASHED.fullmatch(line) and ours.search(line):
        words = re.findall(r"\w+", ours.sub(" ", line).casefold())
        if not VERBS.isdisjoint(words) or (len(words) <= FEW_WORDS and _holds_address(line, ours)):
            return True
    return ours.match(line) is not None and re.fullmatch(r".{1,200}? --- .{1,300} ---[\s-]*", line) is not None


def _attribution(raws: Sequence[str], last: int, ours: re.Pattern[str]) -> int | None:
    """The first of the one to three lines that read "Op ... schreef wij:"; the fewest that have a beginning."""
    whole: int | None = None
    for first in range(last, max(-1, last - 3), -1):
        lines = raws[first : last + 1]
        if len(lines[0]) > LONGEST_LINE or BLANK.fullmatch(lines[0]):
            break
        text = " ".join(MARKS.sub("", line, count=1) for line in lines)
        text = CITED_AS.sub("", BETWEEN_DASHES.sub(r"\1:", text))
        if _is_foreign(text, ours):
            return first
        if is_attribution(text, ours):
            name = ours.match(text)
            if OPENING.match(text):
                return first
            if name and "@" not in name[0]:
                return first - 1 if _is_date(raws, first - 1) else first
            whole = first  # Polish and Turkish begin with the date; nobody else writes our address in such a line
    return whole


def is_attribution(text: str, ours: re.Pattern[str]) -> bool:
    """Whether it reads "Op ... schreef wij:", in the words of programs alone."""
    name = ours.match(text)
    begins = OPENING.match(text) or (name and "@" not in name[0]) or (DAY.search(text) and TIME.search(text))
    by_address = _holds_address(text, ours)
    rest, named = ours.subn(" ", re.sub(r"<mailto:[^\s<>]*>", " ", text))
    words = re.findall(r"\w+", rest.casefold())
    if not (begins or by_address) or not named or not rest.rstrip().endswith((":", ">")) or VERBS.isdisjoint(words):
        return False
    return all(word in PROGRAM_WORDS or DATE_WORD.fullmatch(word) for word in words)


def _is_foreign(text: str, ours: re.Pattern[str]) -> bool:
    """A head in a language that nobody listed: our own address between brackets, a day and a time, a colon behind it.

    Where the language is one of the listed the words decide: a citizen's own may stand among them.
    """
    if OPENING.match(text) or not (ENDS.search(text) and TIME.search(text) and DAY.search(text)):
        return False
    addresses = [found for found in ours.finditer(text) if "@" in found[0]]
    words = re.findall(r"[^\W\d]+", ours.sub(" ", text).casefold())
    if not addresses:  # Thunderbird's
        return ours.search(text) is not None and not VERBS_ABROAD.isdisjoint(words) and ABROAD.issuperset(words)
    unknown = sum(word not in PROGRAM_WORDS for word in words)
    bracketed = any(BRACKETS.search(text, max(0, found.start() - 5), found.start()) for found in addresses)
    return (VERBS | OWN).isdisjoint(words) and unknown <= (MOST_FOREIGN if bracketed else 1)


def _is_date(raws: Sequence[str], index: int) -> bool:
    """Whether the line is "Op Wed, 14 Jan 2026 13:05:11 +0100": some programs put the rest of the head below it."""
    line = MARKS.sub("", raws[index][:LONGEST_LINE], count=1) if index >= 0 else ""
    words = re.findall(r"\w+", line.casefold())
    dated = OPENING.match(line) and TIME.search(line) and DAY.search(line)
    return bool(dated) and all(word in PROGRAM_WORDS or DATE_WORD.fullmatch(word) for word in words)


def _foreign_block(raws: Sequence[str], last: int, ours: re.Pattern[str]) -> int | None:
    """Lines "label: value" in whatever language, none between: from us, when, to whom, our subject."""
    dates = subjects = 0
    for index in range(last, max(-1, last - MOST_LINES), -1):
        line = raws[index][:LONGEST_LINE]
        if BLANK.fullmatch(line):
            continue
        if not ANY_LABEL.match(line):
            return None
        by_address = _holds_address(line, ours)
        if not by_address and REFERENCE.search(line):
            subjects += 1
        elif not by_address and TIME.search(line) and DAY.search(line):
            dates += 1
        elif ours.search(line):
            return index if dates == subjects == 1 else None
        elif "@" not in line:
            return None
    return None


def _header_block(raws: Sequence[str], last: int, ours: re.Pattern[str]) -> int | None:
    """The line "Van: wij", where only lines such as "Aan: ..." and "Onderwerp: ..." stand between it and the quote.

    Alone it may be a citizen's, unless it holds our own address.
    """
    for index in range(last, max(-1, last - MOST_LINES), -1):
        line = MARKS.sub("", raws[index][:LONGEST_LINE], count=1).replace("*", "")
        if FROM_LABEL.match(line) and ours.search(line):
            above = _line_above(raws, index)
            sure = index < last or _holds_address(line, ours)
            return above if _tells_when(raws, above) else index if sure else None
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


def _holds_address(text: str, ours: re.Pattern[str]) -> bool:
    return any("@" in found[0] for found in ours.finditer(text))


def our_pattern(our_names: Sequence[str]) -> re.Pattern[str]:
    """Our names and addresses, an answer address with any token; a text that can't be when there are none."""
    patterns = []
    for name in sorted(our_names, key=len, reverse=True):
        local, at, domain = name.partition("@")
        token = r"(?:(?:\+|%2B|=)[\w=]{1,64})?" if at else ""
        sign = r"(?:@|\((?:a|at)\)|_at_| at )" if at else ""  # as relays write it in a name, to hide an address
        patterns.append(re.escape(local).replace(r"\ ", r"\s+") + token + sign + re.escape(domain))
    return re.compile("|".join(patterns) or r"(?!)", re.IGNORECASE)
