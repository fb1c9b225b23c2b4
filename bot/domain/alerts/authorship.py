"""Whose words a text is: who wrote it, and who only added to it."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import pairwise

from bot.domain.alerts.adding import MOST_ADDED, marked_otherwise, words_added
from bot.domain.alerts.alerts import Alert, AlertContent
from bot.domain.alerts.describing import tells_otherwise
from bot.domain.alerts.other_values import names_otherwise, tells_of_people
from bot.domain.alerts.taking_back import takes_back
from bot.domain.alerts.typed_texts import GUARDED, texts_of
from bot.domain.guard.findings import Finding, FindingKind, cleaned
from bot.domain.guard.kept import Kept
from bot.domain.participants.people import Colleague

Guard = Callable[[AlertContent], Sequence[Finding]]
MAY_CHANGE = frozenset({*GUARDED, "radius_m", "bvh_number"})
"""The fields that a supplement may change; the BVH number is in no mail, and the radius may only become smaller."""


@dataclass(frozen=True)
class Version:
    """A text as it was saved, and by whom."""

    content: AlertContent
    by_id: str


@dataclass(frozen=True)
class Authors:
    """Who last wrote a text as a whole, and who added to it since; empty where nobody did."""

    content_by_id: str
    content_by_name: str
    supplemented_by_id: str = ""
    supplemented_by_name: str = ""


@dataclass(frozen=True)
class Proposal:
    """What a colleague would have the requester ask for."""

    content: AlertContent
    kept: tuple[Kept, ...]
    by_id: str
    by_name: str
    at: datetime


class Whose(StrEnum):
    """What a form leaves: one's own words, a colleague's words with more added, or other words than a colleague's."""

    OWN = "own"
    SUPPLEMENT = "supplement"
    REWRITTEN = "rewritten"


def pointed_out(content: AlertContent) -> Sequence[Finding]:
    from bot.domain.guard.text_guard import find_in  # its patterns take a quarter of a second

    texts = texts_of(content)
    return find_in(texts, content.street, content.house_number, known=not content.approximate)


def is_supplement(before: AlertContent, after: AlertContent, guard: Guard = pointed_out) -> bool:
    """Whether a text is only added to: no word of it is lost or taken back, few come behind it, nothing else changes.

    A plain word that the guard offered in place of police jargon is no other word.
    """
    others = frozenset(AlertContent.__dataclass_fields__) - MAY_CHANGE
    if any(getattr(before, name) != getattr(after, name) for name in others) or after.radius_m > before.radius_m:
        return False
    was, now = guard(before), guard(after)
    if Counter(map(_what, filter(_needs_reason, now))) - Counter(map(_what, was)):
        return False
    left = set(map(_what, now))
    plainer = [finding for finding in was if not finding.needs_reason and _what(finding) not in left]
    told, tells = cleaned(texts_of(before), plainer), texts_of(after)
    added = words_added(told, tells)
    changed = (takes_back, names_otherwise, marked_otherwise, tells_otherwise)
    return added is not None and added <= MOST_ADDED and not any(sign(told, tells) for sign in changed)


def _what(finding: Finding) -> tuple[str, FindingKind, str]:
    return finding.field, finding.kind, finding.text.casefold()


def _needs_reason(finding: Finding) -> bool:
    return finding.needs_reason


def others_text(versions: Sequence[Version], colleague_id: str) -> AlertContent:
    """The last text by somebody else: additions that a colleague makes in several steps are all measured against it.

    Saving or stopping a text unchanged counts as writing nothing.
    """
    others = (version.content for version in reversed(_written(versions)) if version.by_id != colleague_id)
    return next(others, versions[0].content)


def _written(versions: Sequence[Version]) -> list[Version]:
    return [versions[0], *(now for was, now in pairwise(versions) if now.content != was.content)]


def authors_text(alert: Alert, versions: Sequence[Version]) -> AlertContent:
    """The last text by whose it is: what all who add to it may add, together, is measured against it."""
    authors = {alert.requester_id, alert.content_by_id}
    theirs = (version.content for version in reversed(_written(versions)) if version.by_id in authors)
    return next(theirs, versions[0].content)


def authors_of(
    alert: Alert,
    versions: Sequence[Version],
    content: AlertContent,
    by: Colleague,
    guard: Guard = pointed_out,
    *,
    takes_over: bool = False,
) -> Authors:
    """Who counts as the author once this somebody replaces the text by `content`.

    A supplement leaves the author as is, the requester's own to a colleague's words too; anything more makes them the
    author, and so does who somebody is, in the mail that tells how it ended. Who takes over what a colleague proposed
    makes it theirs.
    """
    others = others_text(versions, by.id)
    described = alert.about is not None and tells_of_people(texts_of(others), texts_of(content))
    added_to = [others] if by.id == alert.content_by_id else [others, authors_text(alert, versions)]
    theirs = takes_over or by.id == alert.requester_id == alert.content_by_id
    if theirs or described or not all(is_supplement(one, content, guard) for one in added_to):
        return Authors(by.id, by.name)
    if content == alert.content or by.id == alert.content_by_id:
        return authors_now(alert)
    return Authors(alert.content_by_id, alert.content_by_name, by.id, by.name)


def authors_now(alert: Alert) -> Authors:
    return Authors(alert.content_by_id, alert.content_by_name, alert.supplemented_by_id, alert.supplemented_by_name)


def whose_are(alert: Alert, authors: Authors, colleague: Colleague) -> Whose:
    """What this colleague made of the words, given who the authors are afterwards."""
    if alert.requester_id == colleague.id:
        return Whose.OWN
    return Whose.REWRITTEN if authors.content_by_id == colleague.id else Whose.SUPPLEMENT
