"""What stays in a text although the guard pointed it out: who wrote it decides, with a reason; who approves it sees it.

Doing nothing is the safe choice: what was pointed out goes unless it is kept.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from bot.domain.errors import TooLong
from bot.domain.guard.errors import ReasonNeeded, TooMuchKept
from bot.domain.guard.findings import ADVICE, SENSITIVE, Finding, FindingKind
from bot.domain.participants.people import Colleague

MOST_KEPT: Final = 12
"""The most that may be kept in one text, plainer words aside: so few that an approver reads each of them."""
LONGEST_REASON: Final = 300
_WORD: Final = re.compile(r"[^\W\d_]{3}")


@dataclass(frozen=True)
class Kept:
    """A piece of text that stays, wherever it stands; why, and who says so."""

    kind: FindingKind
    text: str
    reason: str = ""
    by_name: str = ""
    by_id: str = ""
    """Empty where it was kept before ids were; a name can be changed, and two may have the same."""

    def is_by(self, colleague: Colleague) -> bool:
        """Whether this colleague is who keeps it."""
        return self.by_id == colleague.id if self.by_id else self.by_name == colleague.name

    @property
    def sensitive(self) -> bool:
        """Whether an approver has to agree to it."""
        return self.kind in SENSITIVE


@dataclass(frozen=True)
class Decision:
    """What somebody decided about what they were shown, by `key_of`: what was `shown` and is not in `keep` goes."""

    shown: frozenset[str] = frozenset()
    keep: frozenset[str] = frozenset()
    reason: str = ""


UNDECIDED: Final = Decision()


def key_of(piece: Finding | Kept) -> str:
    """The same words of the same kind are the same piece, wherever they stand; short, for a form's option."""
    return sha256(f"{piece.kind}:{piece.text}".encode()).hexdigest()[:8]


def once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each piece once, where it first stands."""
    pieces: dict[str, Finding] = {}
    for finding in findings:
        pieces.setdefault(key_of(finding), finding)
    return tuple(pieces.values())


def outstanding(findings: Iterable[Finding], kept: Iterable[Kept]) -> tuple[Finding, ...]:
    """What nobody decided to keep."""
    known = {key_of(one) for one in kept}
    return tuple(finding for finding in findings if key_of(finding) not in known)


def still_there(findings: Iterable[Finding], kept: Iterable[Kept]) -> tuple[Kept, ...]:
    """What was kept and is still found, each once."""
    found = {key_of(finding) for finding in findings}
    return tuple({key_of(one): one for one in kept if key_of(one) in found}.values())


def reason_of(typed: str, field: str = "reason") -> str:
    """What was typed, without the spaces around it; ReasonNeeded at its field where it has no word of three letters."""
    if not _WORD.search(typed):
        raise ReasonNeeded(field)
    return typed.strip()


def decided(
    findings: Sequence[Finding], decision: Decision, by: Colleague, before: Sequence[Kept] = ()
) -> tuple[Kept, ...]:
    """What stays by now: kept `before`, or chosen now. ReasonNeeded, TooLong, TooMuchKept at its field."""
    reason = decision.reason.strip()
    chosen = [one for one in once(outstanding(findings, before)) if key_of(one) in decision.keep]
    if any(finding.needs_reason for finding in chosen):
        reason_of(reason, "keep_reason")
    if len(reason) > LONGEST_REASON:
        raise TooLong("keep_reason", length=len(reason), most=LONGEST_REASON)
    new = [Kept(one.kind, one.text, reason if one.needs_reason else "", by.name, by.id) for one in chosen]
    kept = (*before, *new)
    if len(unlike_advice(kept)) > MOST_KEPT:
        raise TooMuchKept("keep_0", most=MOST_KEPT)
    return kept


def unlike_advice(kept: Iterable[Kept]) -> tuple[Kept, ...]:
    """What is kept for a reason that somebody gave; the rest was only advice."""
    return tuple(one for one in kept if one.kind not in ADVICE)


def sensitive(kept: Iterable[Kept]) -> tuple[Kept, ...]:
    """What an approver has to agree to: origin, belief, health, orientation."""
    return tuple(one for one in kept if one.sensitive)
