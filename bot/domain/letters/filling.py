"""Texts with `{placeholders}` that people write themselves: checked when they are kept, and only ever filled.

str.format and template languages reach into what they are given; here a name is looked up and nothing else.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from bot.domain.letters.letter_errors import GluedPlaceholder, LooseBrace, UnknownPlaceholder

PLACEHOLDERS: Final = (
    "zaak",
    "plek",
    "straat",
    "plaats",
    "wisdatum",
    "rechercheurs",
    "opgeslagen",
    "beelden",
    "aanhef",
    "voornaam",
)
"""Names that people type, so they are Dutch."""
OF_PLACES: Final = PLACEHOLDERS[:4]
"""What a mail to a neighbourhood may leave open."""
_BRACED: Final = re.compile(r"\{([^{}]*)\}")
_SPACED: Final = re.compile(r"( ?)\{([^{}]*)\}")
_GLUED: Final = re.compile(r"\w{0,20}\w\{[^{}]*\}\w{0,20}|\{[^{}]*\}\w{1,20}")
_NEAR: Final = 20
_IN_STREET: Final = "in {straat}"  # as texts were written before there was {plek}: "in" goes with few streets
_DAY: Final = "wisdatum"
_SENTENCE_OF_DAY: Final = re.compile(rf"[^.!?]*\{{{_DAY}\}}[^.!?]*[.!?]?")


def braced(names: Sequence[str] = PLACEHOLDERS) -> str:
    """As people are told which they may use."""
    return ", ".join(f"{{{name}}}" for name in names)


def check_placeholders(text: str, field: str, known: Sequence[str] = PLACEHOLDERS) -> None:
    """Refuse a placeholder that we don't know or that stands within a word, and a brace that belongs to none.

    Within a word an empty one would join what stands around it, to words that nobody has read.
    """
    for match in _BRACED.finditer(text):
        if match[1] not in known:
            raise UnknownPlaceholder(field, placeholder=match[0][: 2 * _NEAR], known=braced(known))
    if glued := _GLUED.search(text):
        raise GluedPlaceholder(field, near=glued[0])
    if loose := re.search(r"[{}]", _BRACED.sub(lambda match: " " * len(match[0]), text)):
        near = text[max(0, loose.start() - _NEAR) : loose.end() + _NEAR]
        raise LooseBrace(field, near=" ".join(near.split()), example=f"{{{PLACEHOLDERS[0]}}}")


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with its placeholders filled; what an empty value leaves behind (a space, an empty line) goes too.

    Without a day of deletion the sentence that names one goes whole: it would be untrue.
    """
    if "plek" in values:
        text = text.replace(_IN_STREET, "{plek}")
    lines = [(line, _filled(line, values)) for line in text.splitlines()]
    kept = [filled for line, filled in lines if filled.strip() or not line.strip()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()


def _filled(line: str, values: Mapping[str, str]) -> str:
    if f"{{{_DAY}}}" in line and values.get(_DAY) == "":
        line = _SENTENCE_OF_DAY.sub("", line).lstrip()

    def value(match: re.Match[str]) -> str:
        found = values.get(match[2], match[0].strip())
        return f"{match[1]}{found}" if found else ""

    filled = _SPACED.sub(value, line)
    return filled.lstrip() if line.startswith("{") else filled
