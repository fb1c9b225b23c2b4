"""What mail programs and gateways did to a quote of ours, undone: heads on one line or in a table, rewritten links.

Only lines that name our own address in such a head are touched.
"""

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import unquote

from bot.mail.reading.attributions import (
    FROM_LABEL,
    LABEL,
    LONGEST_LINE,
    LOOSE_FROM_LABEL,
    LOOSE_LABEL,
    is_attribution,
    our_pattern,
)
from bot.mail.reading.html_text import BESIDE
from bot.mail.reading.words.of_programs import SEPARATOR_WORDS, VERBS

SAFE_LINK: Final = re.compile(
    r"https?://[\w.-]{1,80}\.safelinks\.protection\.outlook\.com/[^\s<>\"]{0,40}\?(?:[^\s<>\"&]{0,200}&(?:amp;)?){0,5}?"
    r"url=(?P<outlook>[^\s<>\"&]{1,2000})[^\s<>\"]*"
    r"|https?://urldefense(?:\.proofpoint)?\.com/v3/__(?P<proofpoint>[^\s<>\"]{1,2000}?)__;[^\s<>\"]*",
    re.IGNORECASE,
)
ESCAPED_MARK: Final = re.compile(r"^(?:[ \t]?&gt;){1,9}", re.MULTILINE)
SEPARATED: Final = re.compile(
    rf"(?<=\S)[ \t]*(?=[*_=-]{{2,20}}+[ \t]?(?:{SEPARATOR_WORDS})[ \t]?[*_=-]{{2,20}})"
    rf"|(?P<behind>[*_=-]{{2,20}}+[ \t]?(?:{SEPARATOR_WORDS})[ \t]?[*_=-]{{2,20}})[ \t]*(?=\S)",
    re.IGNORECASE,
)
NEXT_LABEL: Final = re.compile(rf"(?<=[\s>])(?={LABEL.pattern})", re.IGNORECASE)
SUBJECT_LABEL: Final = re.compile(r"(onderwerp|subject|betreft|betreff|objet|temat|konu)\s*:", re.IGNORECASE)
FEWEST_LABELS: Final = 3
ATTRIBUTION_END: Final = re.compile(
    rf"(?:\b(?:{'|'.join(VERBS)})\b[^\s\w]{{0,3}}|>)[ \t]?:(?P<gap>[ \t]+)(?!-{{2,}}\s*$)(?=\S)", re.IGNORECASE
)
GLUED: Final = re.compile(r"(?<=[^\s>|*_(\"'„“-])[ \t]?(?=(?:Op|On|Am|Le)[ \t]\S)")
FEWEST_CITED: Final = 3


def unfolded(text: str, our_names: Sequence[str]) -> str:
    """The text with each line of a head that names us as programs write it elsewhere."""
    if "safelinks." in text or "urldefense" in text:
        text = SAFE_LINK.sub(lambda link: unquote(link["outlook"] or link["proofpoint"]), text)
    if "&gt;" in text:
        text = ESCAPED_MARK.sub(lambda mark: mark[0].replace("&gt;", ">"), text)
    ours = our_pattern([name for name in our_names if "@" in name])
    if not ours.search(text):
        return text
    named = our_pattern(our_names)
    lines: list[str] = []
    for line in _uncited(text, our_names).split("\n"):
        lines += _apart(line, ours, named) if ours.search(line) else [line]
    return "\n".join(_without_tables(lines, ours))


def _uncited(text: str, our_names: Sequence[str]) -> str:
    """Some programs mark each line with who wrote it: "Politie> ", "PA> "."""
    parts = [re.findall(r"\w+", name) for name in our_names if "@" not in name]
    names = {*(word for words in parts for word in words), *("".join(w[0] for w in words) for words in parts)}
    mark = re.compile(
        rf"^[ \t]{{0,10}}(?:{'|'.join(sorted(map(re.escape, names))) or '(?!)'})>(?=[ \t]|$)", re.MULTILINE
    )
    return mark.sub(">", text) if len(mark.findall(text)) >= FEWEST_CITED else text


def _apart(line: str, ours: re.Pattern[str], named: re.Pattern[str]) -> list[str]:
    """A head that stands on one line, the quote's first words behind it perhaps, as lines."""
    pieces: list[str] = []
    for piece in SEPARATED.sub(lambda found: f"{found['behind'] or ''}\n", line).split("\n"):
        labels = NEXT_LABEL.split(piece)
        head = next((at for at, one in enumerate(labels) if FROM_LABEL.match(one) and ours.search(one)), None)
        if head is not None and len(labels) - head >= FEWEST_LABELS:
            pieces += [one for one in (" ".join(labels[:head]), *labels[head:-1]) if one.strip()]
            pieces += _subject_apart(labels[-1])
        else:
            above, *quoted = _attribution_apart(piece, ours)
            pieces += [*_glued_apart(above, named), *quoted]
    return pieces


def _glued_apart(line: str, named: re.Pattern[str]) -> list[str]:
    """A head that a program put right behind a signature."""
    for glued in GLUED.finditer(line[: 2 * LONGEST_LINE]):
        if is_attribution(line[glued.end() :], named):
            return [line[: glued.start()], line[glued.end() :]]
    return [line]


def _subject_apart(line: str) -> list[str]:
    """Where our subject ends only we know: it stands in what we sent, and so does what follows."""
    label = SUBJECT_LABEL.match(line)
    return [label[0], line[label.end() :].strip()] if label else [line]


def _attribution_apart(line: str, ours: re.Pattern[str]) -> list[str]:
    for end in ATTRIBUTION_END.finditer(line[: 2 * LONGEST_LINE]):
        if ours.search(line, 0, end.end()):
            return [line[: end.start("gap")], line[end.end() :]]
    return [line]


def _without_tables(lines: list[str], ours: re.Pattern[str]) -> list[str]:
    """Lotus puts each label and each value in a cell of its own, which are lines here."""
    kept: list[str] = []
    at = 0
    while at < len(lines):
        cells = _cells(lines, at)
        if len(cells) >= FEWEST_LABELS and any(
            LOOSE_FROM_LABEL.match(label) and ours.search(value) for _, label, value in cells
        ):
            kept += [f"{label.rstrip(': ')}: {value}" for _, label, value in cells]
            at = cells[-1][0]
        else:
            kept.append(lines[at])
            at += 1
    return kept


def _cells(lines: list[str], at: int) -> list[tuple[int, str, str]]:
    """From here, label below value below label, or a row of both; with each, where the next one begins."""
    found: list[tuple[int, str, str]] = []
    while len(found) < 10:  # no head is longer
        label = _filled(lines, at)
        name, in_row, value = lines[label].partition(BESIDE) if label >= 0 else ("", "", "")
        below = label if in_row else _filled(lines, label + 1) if label >= 0 else -1
        name = name.strip(" \t*")
        if below < 0 or len(name) > LONGEST_LABEL or not (found_label := LOOSE_LABEL.match(name)):
            break
        if name[found_label.end() :].strip(" :"):
            break
        at = below + 1
        found.append((at, name, (value if in_row else lines[below]).strip()))
    return found


LONGEST_LABEL: Final = 30


def _filled(lines: list[str], at: int) -> int:
    """The next line with words, at most three further on; -1 for none."""
    return next((index for index in range(at, min(at + 3, len(lines))) if lines[index].strip()), -1)
