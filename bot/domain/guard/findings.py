"""What the text guard points out, and what a text becomes without it."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.domain.guard.around.seams import mended, says_nothing


class FindingKind(StrEnum):
    """What a piece of text looks like: something that a mail to citizens should not tell, or could say more plainly."""

    NAME = "name"
    HOUSE_NUMBER = "house_number"
    NUMBER_PLATE = "number_plate"
    PHONE_NUMBER = "phone_number"
    EMAIL_ADDRESS = "email_address"
    BSN = "bsn"
    IBAN = "iban"
    LINK = "link"
    HANDLE = "handle"
    MONEY = "money"
    ORIGIN = "origin"
    BELIEF = "belief"
    HEALTH = "health"
    ORIENTATION = "orientation"
    ODD_LETTERS = "odd_letters"
    JARGON = "jargon"


SENSITIVE: Final = frozenset(
    {FindingKind.ORIGIN, FindingKind.BELIEF, FindingKind.HEALTH, FindingKind.ORIENTATION},
)
"""Kept only with a reason and a tick of the approver."""

ADVICE: Final = frozenset({FindingKind.JARGON})
"""Kept without a reason: a plainer word is only offered."""


_ANYBODY: Final = frozenset({"persoon", "een persoon", "personen"})
_SENTENCE: Final = re.compile(r"[.!?](?:\s|$)|\n")
_NEUTER: Final = re.compile(r"\bhet $", re.IGNORECASE)


@dataclass(frozen=True)
class Finding:
    """A piece of one field's text, `text[start:end]`, what it looks like, and what takes its place (empty: nothing)."""

    field: str
    start: int
    end: int
    kind: FindingKind
    text: str
    becomes: str = ""

    @property
    def needs_reason(self) -> bool:
        """Whether it stays only with a reason."""
        return self.kind not in ADVICE


def cleaned(texts: Mapping[str, str], findings: Iterable[Finding], kept: Collection[Finding] = ()) -> dict[str, str]:
    """The texts by field, each finding that is not kept replaced; findings of one field do not overlap."""
    result, seams = dict(texts), dict[str, list[tuple[int, str]]]()
    for finding in sorted(findings, key=lambda one: one.start, reverse=True):
        if finding in kept:
            continue
        text, later = result[finding.field], seams.get(finding.field, [])
        before, put, after = _replaced(text, finding)
        result[finding.field] = before + put + after
        more = len(result[finding.field]) - len(text)
        here = [] if put else [(len(before), finding.text)]
        seams[finding.field] = [*((at + more, piece) for at, piece in later), *here]
    return {field: mended(text, seams.get(field, ())) for field, text in result.items()}


def _replaced(text: str, finding: Finding) -> tuple[str, str, str]:
    """What stands before it, its replacement, and what stands behind: a sentence still begins with a capital, and no
    double space or lone comma is left.
    """
    before, after = text[: finding.start], text[finding.end :]
    if not finding.becomes and after.startswith(")") and "(" in {before[-1:], finding.text[0]}:
        before, after = before.removesuffix("(").rstrip(" "), after[1:]
    begins = before.rstrip(" \"'„“‘(")[-1:] in {"", ".", "!", "?", "\n"}
    if finding.becomes and not (finding.becomes in _ANYBODY and says_nothing(before, _SENTENCE.split(after)[0])):
        if finding.becomes == "persoon":
            before = _NEUTER.sub(lambda found: "De " if found[0][0] == "H" else "de ", before)
        return before, _with_capital(finding.becomes) if begins else finding.becomes, after
    if begins:
        after = after.lstrip(" ,;:" if finding.text[-1:] not in ".!?" else " ")
        before = before if after else before.rstrip(" ")
        return before, "", _with_capital(after) if finding.text[:1].isupper() else after
    before = before.rstrip(" ") if not after or after[0] in " .,;:!?)\n" else before
    if before.endswith(",") and after.startswith(","):
        return before[:-1], "", after[1:]
    return before.rstrip(",") if after[:1] in {".", "!", "?"} else before, "", after


def _with_capital(text: str) -> str:
    return text[:1].upper() + text[1:]
