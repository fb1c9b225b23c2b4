"""What a citizen names that may tie two cases together: number plates, phone numbers, addresses, rare words."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final

from bot.domain.folding import folded
from bot.domain.replies.common_words import COMMON, PLACE_ENDINGS
from bot.domain.replies.contacts import ContactReader, addresses_in
from bot.domain.replies.hidden.addresses import EMAIL
from bot.domain.replies.plates import FoundPlate, plate_of, plates_in

MOST: Final = 30
"""Kept of one reply at most: a list of plates is no description."""
LOOKED_AT: Final = 20_000
LONGEST_WORD: Final = 40
LONGEST_NAME: Final = 60
RARE_ALERTS: Final = 3
RARE_WITHIN: Final = timedelta(days=90)
"""A word ties cases only where replies to at most so many alerts hold it, within this time of each other."""


class MentionKind(StrEnum):
    """What is named; in this order it is pointed out."""

    PLATE = "plate"
    PHONE = "phone"
    EMAIL = "email"
    WORD = "word"


@dataclass(frozen=True)
class Mention:
    """One such thing as it is compared: a plate without dashes, a phone number with its country, a word folded."""

    kind: MentionKind
    value: str


def mentions_in(words: str, reader: ContactReader, known: str = "") -> frozenset[Mention]:
    """What is named in a citizen's words.

    `known` is what need not be told: who wrote it, what the alert said. Its addresses, numbers and words are left out;
    its plates are not, for one that an alert names may well be seen at another.
    """
    words = words[:LOOKED_AT]
    plates = plates_in(words)
    found = {
        MentionKind.PLATE: {plate.value for plate in plates},
        MentionKind.PHONE: _new(set(reader.numbers_in(words)), lambda: reader.numbers_in(known)),
        MentionKind.EMAIL: _new(set(addresses_in(words, reader)), lambda: addresses_in(known, reader)),
        MentionKind.WORD: _new(set(_rare_words(words, plates)), lambda: map(folded, _TOKEN.findall(known))),
    }
    named = [Mention(kind, value) for kind, values in found.items() for value in sorted(values)]
    return frozenset(named[:MOST])


def _new(found: set[str], known: Callable[[], Iterable[str]]) -> set[str]:
    """Most replies name nothing of a kind: then what is known is not read."""
    return found.difference(known()) if found else found


_TOKEN: Final = re.compile(r"[^\W_]+(?:[&-][^\W_]+)*")
_NO_WORDS: Final = (EMAIL, re.compile(r"(?:https?://|www\.)\S+"), re.compile(r"\bBM-\d{4}-\d{4,6}\S*", re.IGNORECASE))
_INTRODUCED: Final = re.compile(r"(?i:\b(?:mijn naam is|ik ben|ik heet|de naam is)) +(?:[^\W\d_a-z][\w'’.-]+ *){1,4}")
_GOODBYE: Final = re.compile(
    r"^\W*(?:met )?(?:(?:vriendelijke|hartelijke|beste|lieve) +)?(?:groet|mvg\b|m\.v\.g|hoogachtend|gr\b|grtz"
    r"|alvast bedankt|bedankt\b|dank u|verzonden vanaf|verstuurd vanaf|sent from)",
    re.IGNORECASE,
)
_LAST_LINES: Final = 8
_NAME_ALONE: Final = re.compile(r"\W*(?:(?:[^\W\d_a-z][\w'’-]*+\.?|van|de|der|den|ten|ter|te|el)\s*){0,5}")
_QUOTED: Final = re.compile(r"[\"“”„«]([^\"“”„«»\n]{3,60})[\"“”»]|(?<!\w)['‘]([^'’‘\n]{3,60})['’](?!\w)")
_OPENING: Final = " \t\"'“”‘’„«(*_-–"
_SENTENCE_ENDS: Final = tuple(".!?:;>•")
_OF_A_THING: Final = re.compile(r"(?=(?:.*[^\W\d_]){3})(?=.*\d)[^\W\d_].*")
_FEATURES: Final = {
    "litteken": re.compile(r"\blitteken"),
    "tatoeage": re.compile(r"\b(?:ge)?tatoe|\btattoo"),
    "piercing": re.compile(r"\bpiercing|\bneusring"),
    "hanenkam": re.compile(r"\bhanenkam"),
    "dreadlocks": re.compile(r"\bdread(?:lock)?s"),
    "stottert": re.compile(r"\bstotter"),
    "wijnvlek": re.compile(r"\bwijnvlek"),
    "gouden tand": re.compile(r"\bgouden tand"),
    "mank": re.compile(r"\bmanke?\b|\bhink(?:t|te|en|ende?)\b"),
}
"""What tells one person from others, and is written without a capital."""


def _rare_words(words: str, plates: Iterable[FoundPlate]) -> Iterator[str]:
    for pattern in (*_NO_WORDS, _INTRODUCED):
        words = pattern.sub(" ", words)
    for plate in dict.fromkeys(plate.text for plate in plates):
        words = words.replace(plate, " 0 ")  # a part of one is no word, and what stands behind it begins no sentence
    lines = _without_goodbye(words.splitlines())
    for line in lines:
        yield from (folded(token) for token in _named(line) if not _is_common(token))
    text = folded("\n".join(lines))
    yield from (word for word, pattern in _FEATURES.items() if pattern.search(text))


def _without_goodbye(lines: list[str]) -> list[str]:
    """Without the greeting and the name at the end."""
    last = max(len(lines) - _LAST_LINES, 1)
    goodbye = next((n for n in range(last, len(lines)) if _GOODBYE.match(lines[n])), len(lines))
    lines = lines[:goodbye]
    while len(lines) > 1 and _NAME_ALONE.fullmatch(lines[-1][:LONGEST_NAME]):
        lines = lines[:-1]
    return lines


def _named(line: str) -> Iterator[str]:
    """What stands in quotes, names by their capital within a sentence, and types like Zip50."""
    quoted = [match[1] or match[2] for match in _QUOTED.finditer(line)]
    yield from (token for words in quoted for token in _TOKEN.findall(words) if len(token) > 3)
    shouts = _shouts(line)
    for match in _TOKEN.finditer(line):
        token = match[0]
        if shouts or not 5 <= len(token) <= LONGEST_WORD:
            continue
        named = token[0].isupper() and token.isalpha() and not _begins_sentence(line, match.start())
        if named or _OF_A_THING.fullmatch(token):
            yield token


def _begins_sentence(line: str, start: int) -> bool:
    before = line[:start].rstrip(_OPENING)
    return not before or before.endswith(_SENTENCE_ENDS)


def _shouts(line: str) -> bool:
    letters = [mark for mark in line if mark.isalpha()]
    return sum(mark.isupper() for mark in letters) * 2 > len(letters)


def _is_common(token: str) -> bool:
    word = folded(token)
    bare = word.rstrip("0123456789")
    return bool({word, bare} & COMMON) or word.endswith(PLACE_ENDINGS) or plate_of(token) != "" or word.isdigit()
