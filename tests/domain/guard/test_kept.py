"""What stays, by whom and why."""

import pytest

from bot.domain.errors import Refusal, TooLong
from bot.domain.guard.errors import ReasonNeeded, TooMuchKept
from bot.domain.guard.findings import Finding, FindingKind
from bot.domain.guard.kept import (
    LONGEST_REASON,
    MOST_KEPT,
    Decision,
    Kept,
    decided,
    key_of,
    once,
    outstanding,
    sensitive,
    still_there,
)
from tests.domain.samples import ANNA, BRAM

NAME = Finding("description", 0, 10, FindingKind.NAME, "dhr. Smit")
AGAIN = Finding("question", 5, 15, FindingKind.NAME, "dhr. Smit")
ORIGIN = Finding("description", 12, 18, FindingKind.ORIGIN, "Poolse")
WORD = Finding("description", 20, 30, FindingKind.JARGON, "geforceerd", "opengebroken")
ALL = (NAME, ORIGIN, WORD, AGAIN)
MANY = tuple(Finding("question", n, n + 1, FindingKind.NAME, f"dhr. {n}") for n in range(MOST_KEPT + 1))
MUCH_JARGON = tuple(Finding("question", n, n + 1, FindingKind.JARGON, f"woord{n}") for n in range(MOST_KEPT + 1))


def keep(*findings: Finding, reason: str = "") -> Decision:
    return Decision(frozenset(map(key_of, ALL)), frozenset(map(key_of, findings)), reason)


def test_the_same_words_are_one_piece() -> None:
    assert once(ALL) == (NAME, ORIGIN, WORD)
    assert key_of(NAME) == key_of(AGAIN) == key_of(Kept(FindingKind.NAME, "dhr. Smit", "nodig", ANNA.name, ANNA.id))
    assert key_of(NAME) != key_of(Finding("description", 0, 10, FindingKind.ORIGIN, "dhr. Smit"))


def test_nothing_is_kept_by_itself() -> None:
    assert decided(ALL, keep(), ANNA) == ()
    assert outstanding(ALL, ()) == ALL


def test_what_is_kept_has_its_reason_and_who_gave_it() -> None:
    kept = decided(ALL, keep(NAME, WORD, reason=" nodig "), ANNA)
    assert kept == (
        Kept(FindingKind.NAME, "dhr. Smit", "nodig", ANNA.name, ANNA.id),
        Kept(FindingKind.JARGON, "geforceerd", "", ANNA.name, ANNA.id),
    )
    assert outstanding(ALL, kept) == (ORIGIN,)


def test_what_was_kept_before_keeps_its_own_reason() -> None:
    before = (Kept(FindingKind.NAME, "dhr. Smit", "nodig", ANNA.name, ANNA.id),)
    kept = decided(ALL, keep(NAME, ORIGIN, reason="ook nodig"), BRAM, before)
    assert kept == (*before, Kept(FindingKind.ORIGIN, "Poolse", "ook nodig", BRAM.name, BRAM.id))
    assert decided(ALL, keep(), BRAM, before) == before


REFUSED: list[tuple[tuple[Finding, ...], str, type[Refusal], str]] = [
    ((NAME,), "", ReasonNeeded, "keep_reason"),
    ((ORIGIN, WORD), "  ", ReasonNeeded, "keep_reason"),
    ((NAME,), " . ", ReasonNeeded, "keep_reason"),
    ((NAME,), "ok 123", ReasonNeeded, "keep_reason"),
    ((NAME,), "x" * (LONGEST_REASON + 1), TooLong, "keep_reason"),
    (MANY, "nodig", TooMuchKept, "keep_0"),
]


@pytest.mark.parametrize(("findings", "reason", "refusal", "field"), REFUSED)
def test_what_is_wrong_is_told_at_its_field(
    findings: tuple[Finding, ...], reason: str, refusal: type[Refusal], field: str
) -> None:
    with pytest.raises(refusal) as refused:
        decided((*ALL, *MANY), keep(*findings, reason=reason), ANNA)
    assert refused.value.field == field


def test_plainer_words_need_no_reason_and_are_not_counted() -> None:
    assert len(decided(MUCH_JARGON, keep(*MUCH_JARGON), ANNA)) == len(MUCH_JARGON)


def test_what_stands_there_no_more_is_kept_no_more() -> None:
    kept = decided(ALL, keep(NAME, ORIGIN, reason="nodig"), ANNA)
    assert [one.text for one in still_there((ORIGIN,), (*kept, *kept))] == ["Poolse"]


SENSITIVE = {FindingKind.ORIGIN, FindingKind.BELIEF, FindingKind.HEALTH, FindingKind.ORIENTATION}


@pytest.mark.parametrize("kind", FindingKind)
def test_an_approver_agrees_to_what_is_sensitive(kind: FindingKind) -> None:
    assert bool(sensitive([Kept(kind, "x")])) is (kind in SENSITIVE)
