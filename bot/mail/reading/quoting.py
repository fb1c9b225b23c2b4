"""The citizen's own words in a reply: what came in, less what we sent.

Reply-parsing libraries guess what a quote looks like, and every one that was measured lost citizens' words
(docs/decisions/own-words-by-subtraction.md). Here nothing is guessed: a line goes only if it stands, word for word, in
a mail of ours, and is quoted or in a run of such lines. In doubt it stays: too much text costs a colleague a glance,
too little costs a clue.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from bot.mail.reading.attributions import banners, head_above, whole_heads
from bot.mail.reading.words.sent import WORD, Sent, what_we_sent
from bot.mail.reading.words.uncutting import QUOTE_MARK, uncut
from bot.mail.reading.words.unfolding import unfolded

FILLER: Final = re.compile(r"[\s>|*_=\-–—•·\u200b\u2060\ufeff]*")
MARK_OR_RULE: Final = re.compile(r">|[_=-]{5}|://")

FEWEST_QUOTED: Final = 3  # words: `> in de` may be a citizen's own, typed behind a mark
FEWEST_IN_RUN: Final = 8
FEWEST_ON_ONE_LINE: Final = 25
LONGEST_RETRIED: Final = 8
MOST_LEFT: Final = 2
LONGEST_SKIPPED: Final = 1000  # signs of a quote that somebody took out around their answer


@dataclass(frozen=True)
class _Line:
    """A line that stands in what we sent; `ordinal` counts lines with words, so neighbours differ by one."""

    index: int
    ordinal: int
    words: str
    quoted: bool


@dataclass(frozen=True)
class _Chain:
    """Neighbouring lines that stand in what we sent from `start` to `end`, and how many lines of ours they touch."""

    lines: list[_Line]
    start: int
    end: int
    touched: int


def own_words(text: str, sent_text: str, our_names: Sequence[str] = (), *, forgotten: bool = False) -> str:
    """The text less what we sent; empty where nothing else is left. Takes linear time.

    `our_names` are the addresses and names that a mail program writes above a quote of ours. `forgotten`: it may quote
    a letter of ours whose text was erased; of that only goes what a mail program marked as a quote of us.
    """
    text = unfolded(text, our_names)
    sent = what_we_sent(sent_text)
    raws = uncut(text.split("\n"), sent)
    ours = bytearray(len(raws))
    chains = _our_chains(_standing(raws, sent), sent)
    for chain in chains:
        for line in chain.lines:
            ours[line.index] = 1
    for index in banners(raws, our_names):
        ours[index] = 1
    if forgotten:
        _mark_forgotten(raws, ours, our_names)
    if not any(ours):
        return text
    _mark_heads(raws, ours, our_names)
    _mark_fillers(raws, ours, sent)
    asked = _answered(chains, raws, ours, sent, our_names)
    left = [asked.get(index, raw) for index, raw in enumerate(raws) if not ours[index] or index in asked]
    own = "\n".join(left).strip()
    return "" if FILLER.fullmatch(own) else own


def _standing(raws: list[str], sent: Sent) -> list[_Line]:
    lines, ordinal = [], 0
    for index, raw in enumerate(raws):
        if not raw or FILLER.fullmatch(raw):
            continue
        words = sent.words(raw)
        if words or not sent.has_link(raw):
            ordinal += 1
        if sent.find(words) >= 0:
            lines.append(_Line(index, ordinal, words, QUOTE_MARK.match(raw) is not None))
    return lines


def _our_chains(lines: list[_Line], sent: Sent) -> list[_Chain]:
    chains: list[_Chain] = []
    lone: list[_Chain] = []  # too short to be sure, since the last one that is ours
    start = 0
    while start < len(lines):
        chain = _chain(lines, start, sent)
        is_ours = _is_ours(chain, sent)
        if is_ours:
            chains += [*_between(chains[-1], chain, lone, sent), chain] if chains else [chain]
            lone.clear()
        else:
            lone.append(chain)
        # Behind a short chain that is not ours another may start; a long one is skipped, so that the time stays linear.
        start += len(chain.lines) if is_ours or len(chain.lines) > LONGEST_RETRIED else 1
    return chains


def _between(this: _Chain, following: _Chain, lone: list[_Chain], sent: Sent) -> Iterator[_Chain]:
    """Lines of ours that stand alone in an unmarked quote, where it would have them: answers stand around them."""
    end, upto = this.end, min(following.start, this.end + LONGEST_SKIPPED)
    if this.lines[-1].quoted or following.lines[0].quoted:
        return
    for chain in lone:
        in_order = end <= chain.start and chain.end <= upto
        if in_order and not chain.lines[0].quoted and sent.are_lines(chain.start, chain.end):
            yield chain
            end = chain.end


def _chain(lines: list[_Line], start: int, sent: Sent) -> _Chain:
    """Neighbouring lines whose words follow each other in what we sent, and how many of our lines they touch.

    It ends on a line that is quoted as the first one is: an unquoted line below a quote is a citizen's answer to it,
    unless the quote goes on behind it (a mail program broke the line there).
    """
    first = lines[start]
    origin = position = _likeliest(lines, start, sent)
    end, end_position = start, position
    for at in range(start, len(lines)):
        line = lines[at]
        if line.ordinal - first.ordinal != at - start or not sent.goes_on(line.words, position):
            break
        position += len(line.words) + 1
        if line.quoted == first.quoted:
            end, end_position = at + 1, position
    return _Chain(lines[start:end], origin, end_position, sent.lines_touched(origin, end_position))


def _answered(
    chains: list[_Chain], raws: list[str], ours: bytearray, sent: Sent, our_names: Sequence[str]
) -> dict[int, str]:
    """The line of ours above each answer that was typed into our quote, marked as one: "ja" says nothing without it.

    It was typed into it where the quote goes on below, or where a line or two are all that was left standing of it.
    What stands below a whole quote answers all of it; what was typed behind a line of ours stands beside that one.
    """
    asked: dict[int, str] = {}
    for this, following in zip_longest(chains, chains[1:]):
        last, upto = this.lines[-1].index, following.lines[0].index if following else len(raws)
        answer = (raws[index] for index in range(last + 1, upto) if not ours[index])
        is_left = this.lines[0].quoted and this.touched <= MOST_LEFT
        said = next((raw for raw in answer if WORD.search(raw)), "")
        typed_behind = sent.goes_on(" ".join(sent.words(said).split()[:FEWEST_QUOTED]), this.end)
        if said and not typed_behind and (is_left or _goes_on(this, following, raws, our_names)):
            line_start, position = sent.line_start(this.end - 1), this.end
            for line in reversed(this.lines):
                if position <= line_start:
                    break
                position -= len(line.words) + 1
                mark, raw = QUOTE_MARK.match(raws[line.index]), raws[line.index]
                asked[line.index] = f"> {raw[mark.end() if mark else 0 :].strip()}"
    return asked


def _goes_on(this: _Chain, following: _Chain | None, raws: list[str], our_names: Sequence[str]) -> bool:
    """Whether a quote goes on behind what stands between: the same mail of ours, marked as deep."""
    if following is None or not this.end <= following.start <= this.end + LONGEST_SKIPPED:
        return False
    first = following.lines[0].index
    marks = [QUOTE_MARK.match(raws[at]) for at in (this.lines[-1].index, first)]
    deep = [mark[0].count(">") if mark else 0 for mark in marks]
    return deep[0] == deep[1] and not head_above(raws, first, our_names)


def _likeliest(lines: list[_Line], start: int, sent: Sent) -> int:
    """Where a chain stands in what we sent: the place where the next lines fit too, as short lines stand in several."""
    for count in (3, 2):
        following = lines[start : start + count]
        if len(following) == count and following[-1].ordinal - following[0].ordinal == count - 1:
            position = sent.find(" ".join(line.words for line in following))
            if position >= 0:
                return position
    return sent.find(lines[start].words)


def _is_ours(chain: _Chain, sent: Sent) -> bool:
    words = " ".join(line.words for line in chain.lines)
    count = words.count(" ") + 1
    if chain.lines[0].quoted:
        return count >= FEWEST_QUOTED or sent.is_whole(words)
    # A citizen who repeats one sentence of the alert keeps it, also where their mail program breaks it in two.
    if chain.touched < 2 or count < FEWEST_IN_RUN:
        return False
    return len(chain.lines) >= 2 or (chain.touched >= 3 and count >= FEWEST_ON_ONE_LINE)


def _mark_forgotten(raws: list[str], ours: bytearray, our_names: Sequence[str]) -> None:
    """The marked lines from a head that names us to where the marks end."""
    within = False
    for index, raw in enumerate(raws):
        if QUOTE_MARK.match(raw):
            within = within or bool(head_above(raws, index, our_names))
            ours[index] |= within
        elif raw.strip():
            within = False


def _mark_heads(raws: list[str], ours: bytearray, our_names: Sequence[str]) -> None:
    """The lines right above a quote in which a mail program says that it is from us."""
    for head in whole_heads(raws, our_names):
        for line in head:
            ours[line] = 1
    above_is_ours = False
    for index, raw in enumerate(raws):
        if ours[index]:
            if not above_is_ours:
                for line in head_above(raws, index, our_names):
                    ours[line] = 1
            above_is_ours = True
        elif raw and not FILLER.fullmatch(raw):
            above_is_ours = False


def _mark_fillers(raws: list[str], ours: bytearray, sent: Sent) -> None:
    """Lines without words between two dropped ones; quote marks, rules and links to us also where they touch one."""
    waiting: list[int] = []
    above_is_ours = False
    for index, raw in enumerate(raws):
        if not ours[index] and _is_filler(raw, sent):
            waiting.append(index)
            continue
        for line in waiting:
            between = above_is_ours and ours[index]
            ours[line] = between or (MARK_OR_RULE.search(raws[line]) is not None and (above_is_ours or ours[index]))
        waiting, above_is_ours = [], bool(ours[index])
    for line in waiting:
        ours[line] = above_is_ours


def _is_filler(raw: str, sent: Sent) -> bool:
    return not raw or FILLER.fullmatch(raw) is not None or (sent.has_link(raw) and not sent.words(raw))
