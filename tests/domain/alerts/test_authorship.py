"""Whose words a text is, as tables."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.alerts.adding import MOST_ADDED, NEGATIONS
from bot.domain.alerts.alerts import About, AlertContent, CaseResult
from bot.domain.alerts.authorship import Authors, Guard, Version, authors_now, authors_of, is_supplement, others_text
from bot.domain.alerts.offences import Offence
from bot.domain.guard.findings import Finding, FindingKind
from bot.domain.participants.people import Colleague, Role
from bot.domain.participants.shapes import Shape
from tests.domain.alerts.samples import OLD, told
from tests.domain.samples import ALERT, ANNA, BRAM, CONTENT, NOON

CEES = Colleague("U9", "Cees", frozenset({Role.INTAKE}))
WORDS = "ook " * MOST_ADDED


SAME_WORDS = [
    ("De man liep weg. Hij had een grijze bestelbus bij zich.", OLD),
    ("de man liep weg; hij had een GRIJZE bestelbus bij zich", OLD),
    ("De man liep weg. Hij had een grijze bestelbus bij zich. Ga er niet zelf op af.", OLD),
    ("De man liep weg, zoals iedereen zag. Hij had een grijze bestelbus bij zich.", OLD),
    (f"{OLD} {WORDS}", OLD),
    (
        "De man liep weg. Hij had een grijze bestelbus bij zich.",
        "De man liep weg. Hij had een grijse bestelbsu bij zich",
    ),
    ("Dit gebeurt vaak.", "Dit gebeurd vaak."),
    ("Zij reed in een bestelbus.", "Zij reed in een bestelbis."),
    ("De eerste café-bezoekers.", "De eerste cafe\u0301 bezoekers."),
    ("Rond 14.30 uur liep de man weg.", "Rond 14.30 uur liep de man weg"),
]
OTHER_WORDS = [
    ("Een getuige: de man liep snel weg. Hij had nog een grijze bestelbus bij zich.", OLD),
    ("Ga er niet zelf op af.\nDe man liep weg. Hij had een grijze bestelbus bij zich.", OLD),
    ("Er kwam niemand. De bewoner zag de man toen niet goed.", "Er kwam niemand. De bewoner zag de man niet."),
    ("Let op: in de deur zat geen slot. De deur ging open.", "De deur ging open."),
    ("Nog steeds had hij een bus. De man liep weg. Hij had een grijze bestelbus bij zich.", OLD),  # in front
    ("De man liep weg. Men zei dat hij had een grijze bestelbus bij zich.", OLD),
    ("De man liep snel weg. Hij had een grijze bestelbus bij zich.", OLD),  # inside
    ("De man. Heel snel. Liep weg. Hij had een grijze bestelbus bij zich.", OLD),
    ("", OLD),
    ("De man liep weg.", OLD),
    ("Hij had een grijze bestelbus bij zich. De man liep weg.", OLD),
    ("De vrouw liep weg. Hij had een grijze bestelbus bij zich.", OLD),
    ("De man liep niet weg. Hij had een grijze bestelbus bij zich.", OLD),
    ("De man liep weg. Hij had een grijze bestelbus nooit bij zich.", OLD),
    ("De man liep zonder haast weg. Hij had een grijze bestelbus bij zich.", OLD),
    ("De man liep ni\u200bet weg. Hij had een grijze bestelbus bij zich.", OLD),
    ("De man liep weg. Niet. Hij had een grijze bestelbus bij zich.", OLD),
    ("De man liep weg. Echt niet waar. Hij had een grijze bestelbus bij zich.", OLD),
    ("De man liep evt. niet weg. Hij had een grijze bestelbus bij zich.", OLD),
    ("De man liep weg o.i. niet heel erg snel. Hij had een grijze bestelbus bij zich.", OLD),
    ("De man liep weg\nniet. Hij had een grijze bestelbus bij zich.", OLD),
    (f"{OLD} {WORDS} nog", OLD),
    (f"{OLD} {'heleergoedaanelkaargeplakt' * 30}", OLD),
    (f"{OLD} {WORDS.replace(' ', '_')}nog", OLD),
    ("De dief had geen jas.", "De dief had een jas."),
    ("De dief had een jas.", "De dief had geen jas."),
    ("Wij zagen de vader.", "Wij zagen de dader."),
    ("Hij had een fiets.", "Hij had niets."),
    ("Het was 15 uur.", "Het was 14 uur."),
    ("Het was in juli.", "Het was in juni."),
    ("Hij had een wagen.", "Hij had een wapen."),
    (f"Dit gebeurt. {WORDS}", "Dit gebeurd."),  # a mended word counts
    ("De man liep weg? Hij had een grijze bestelbus bij zich.", OLD),
    ("Zag u iemand!", "Zag u iemand?"),
    ("De man liep weg (?). Hij had een grijze bestelbus bij zich.", OLD),
    ('De "man" liep weg. Hij had een grijze bestelbus bij zich.', OLD),
    (f"{OLD} \U0001f925", OLD),
    (f"~{OLD}~", OLD),
    ("De man liep weg... Hij had een grijze bestelbus bij zich ;-)", OLD),
]


@pytest.mark.parametrize(("after", "before"), SAME_WORDS)
def test_what_only_adds(after: str, before: str) -> None:
    assert is_supplement(told(before), told(after), lambda _: ())


@pytest.mark.parametrize(("after", "before"), OTHER_WORDS)
def test_what_takes_away_turns_round_or_is_too_much(after: str, before: str) -> None:
    assert not is_supplement(told(before), told(after))


def test_the_words_of_all_fields_count_together_and_stay_in_their_field() -> None:
    full = {"description": "Een bus.", "question": "Zag u hem?"}
    half = f"Ook {'ook ' * 14}"
    added = {"description": f"Een bus. {half}", "question": f"Zag u hem? {half}"}
    assert is_supplement(told(**full), told(**added))
    assert not is_supplement(told(**full), told(f"{OLD} En", **added))
    assert not is_supplement(told(**full), told(description="Zag u hem?", question="Een bus."))
    assert is_supplement(told(), told(description="Een jas."))


@pytest.mark.parametrize(
    ("changes", "supplement"),
    [
        ({"radius_m": 200}, True),
        ({"bvh_number": "2026-2"}, True),
        ({"radius_m": 400}, False),
        ({"offence": Offence.ROBBERY}, False),
        ({"street": "Havik"}, False),
        ({"house_number": "14"}, False),
        ({"postcode": "3823 AC"}, False),
        ({"place": "Leusden"}, False),
        ({"neighbourhood": "Hoogland"}, False),
        ({"window_start": CONTENT.window_start + timedelta(minutes=1)}, False),
        ({"window_end": CONTENT.window_end - timedelta(minutes=1)}, False),
        ({"x": CONTENT.x + 1}, False),
        ({"y": CONTENT.y + 1}, False),
        ({"approximate": True}, False),
        ({"ending": CaseResult.NO_CRIME}, False),
        ({"shape": Shape((((0, 0), (9, 0), (9, 9)),))}, False),
    ],
)
def test_what_else_may_change(changes: dict[str, Any], supplement: bool) -> None:
    assert is_supplement(told(), told(**changes)) is supplement
    assert set(AlertContent.__dataclass_fields__) == {
        *("offence", "street", "house_number", "postcode", "place", "neighbourhood", "window_start", "window_end"),
        *(
            "what_happened",
            "description",
            "question",
            "radius_m",
            "bvh_number",
            "x",
            "y",
            "approximate",
            "ending",
            "shape",
        ),
    }, "a new field: may who only adds change it?"


plain_words = st.text(st.characters(min_codepoint=97, max_codepoint=122), min_size=1, max_size=12).filter(
    lambda word: word not in NEGATIONS
)


nonsense = st.lists(st.sampled_from(["Ook", "Heel", "Snel", "Lag"]), min_size=1, max_size=3).map(" ".join)


@given(st.lists(st.tuples(nonsense, st.lists(nonsense, max_size=2)), min_size=1, max_size=5))
def test_any_text_is_a_supplement_of_what_stands_in_front_of_the_new_words(woven: list[tuple[str, list[str]]]) -> None:
    before = " ".join(f"{old}." for old, _ in woven)
    behind = " ".join(f"{' '.join([old, *new])}." for old, new in woven)
    assert is_supplement(told(before), told(behind), lambda _: ())
    assert is_supplement(
        told(before), told(" ".join(f"{one}." for old, new in woven for one in (old, *new))), lambda _: ()
    )


@settings(deadline=None)
@given(st.lists(plain_words, min_size=31, max_size=60), st.lists(plain_words, min_size=1, max_size=10))
def test_more_words_than_that_never_are(new: list[str], old: list[str]) -> None:
    assert not is_supplement(told(" ".join(old)), told(" ".join([*old, *new])))


@settings(deadline=None)
@given(st.lists(st.integers(0, 10**6).map(str), min_size=2, max_size=12, unique=True), st.data())
def test_nor_is_a_text_that_lost_one(words: list[str], data: st.DataObject) -> None:
    lost = data.draw(st.sampled_from(words))
    assert not is_supplement(told(" ".join(words)), told(" ".join(word for word in words if word != lost)))


def points_out(**pieces: FindingKind) -> Guard:
    """A guard that knows these words."""

    def guard(content: AlertContent) -> Sequence[Finding]:
        text = content.what_happened
        return [
            Finding("what_happened", at, at + len(word), kind, word, "plat" if kind is FindingKind.JARGON else "")
            for word, kind in pieces.items()
            for at in range(len(text))
            if text.startswith(word, at)
        ]

    return guard


@pytest.mark.parametrize(
    ("before", "after", "supplement"),
    [
        ("De man heet Jan.", "De man heet Jan, heel snel.", True),  # it was kept before
        ("De man.", "De man heet Jan.", False),
        ("De man heet Jan.", "De man heet Jan. Jan rende.", False),
        ("De deur is krom.", "De deur is plat.", True),  # the guard's own word for it
        ("De deur is krom.", "De deur is scheef.", False),
        ("De deur.", "De deur. De ruit.", True),  # advice blocks nothing
        ("De man heet Jan.", "De man heet.", False),
    ],
)
def test_the_guard_finds_nothing_new(before: str, after: str, supplement: bool) -> None:
    guard = points_out(Jan=FindingKind.NAME, krom=FindingKind.JARGON, ruit=FindingKind.JARGON)
    assert is_supplement(told(before), told(after), guard) is supplement


FIRST = told("De man liep weg.")
LONGER = told("De man liep weg, heel snel.")
REWRITTEN = told("De vrouw bleef staan.")
WAITING = replace(ALERT, content=FIRST)


def after(*steps: tuple[Colleague, AlertContent]) -> Authors:
    """Whose words they are when these colleagues amended Anna's request, one after the other."""
    alert, versions = WAITING, [Version(FIRST, ANNA.id)]
    for colleague, content in steps:
        authors = authors_of(alert, versions, content, colleague)
        alert = replace(alert, content=content, **vars(authors))
        versions.append(Version(content, colleague.id))
    return authors_now(alert)


def added(number: int, text: str = FIRST.what_happened) -> AlertContent:
    return told(f"{text} {'ook ' * number}")


BY_ANNA, BY_BRAM, BY_CEES = (Authors(one.id, one.name) for one in (ANNA, BRAM, CEES))
WITH_CEES = replace(BY_ANNA, supplemented_by_id=CEES.id, supplemented_by_name=CEES.name)
WITH_BRAM = replace(BY_ANNA, supplemented_by_id=BRAM.id, supplemented_by_name=BRAM.name)


@pytest.mark.parametrize(
    ("steps", "authors"),
    [
        ([], BY_ANNA),
        ([(BRAM, LONGER)], WITH_BRAM),
        ([(BRAM, FIRST)], BY_ANNA),
        ([(BRAM, REWRITTEN)], BY_BRAM),
        ([(BRAM, REWRITTEN), (BRAM, FIRST)], BY_BRAM),  # as it was: nobody has looked at it since
        ([(BRAM, REWRITTEN), (CEES, REWRITTEN)], BY_BRAM),  # saved as it was
        ([(BRAM, REWRITTEN), (CEES, added(3, REWRITTEN.what_happened))], replace(
            BY_BRAM, supplemented_by_id=CEES.id, supplemented_by_name=CEES.name
        )),
        ([(BRAM, REWRITTEN), (CEES, LONGER)], BY_CEES),
        ([(BRAM, REWRITTEN), (ANNA, REWRITTEN)], BY_BRAM),  # the requester too wrote nothing
        ([(BRAM, REWRITTEN), (ANNA, told("De vrouuw bleef staan."))], replace(
            BY_BRAM, supplemented_by_id=ANNA.id, supplemented_by_name=ANNA.name
        )),
        ([(BRAM, REWRITTEN), (ANNA, added(31, REWRITTEN.what_happened))], BY_ANNA),
        ([(BRAM, REWRITTEN), (ANNA, LONGER)], BY_ANNA),
        ([(BRAM, LONGER), (ANNA, LONGER)], BY_ANNA),
        ([(BRAM, added(20)), (BRAM, added(30))], WITH_BRAM),
        ([(BRAM, added(20)), (BRAM, added(31))], BY_BRAM),  # in all, however many amendments
        ([(BRAM, added(30)), (CEES, added(30)), (BRAM, added(31))], BY_BRAM),  # Cees wrote nothing
        ([(BRAM, added(30)), (ANNA, added(30)), (BRAM, added(31))], BY_BRAM),
        ([(BRAM, LONGER), (BRAM, FIRST)], WITH_BRAM),
        ([(BRAM, added(20)), (CEES, added(31))], BY_CEES),  # all who added, together
        ([(BRAM, added(30)), (ANNA, added(29)), (CEES, added(40))], WITH_CEES),
    ],
)  # fmt: skip
def test_whose_words_they_are(steps: list[tuple[Colleague, AlertContent]], authors: Authors) -> None:
    assert after(*steps) == authors


def test_who_takes_over_what_was_proposed_makes_it_theirs() -> None:
    alert = replace(WAITING, content=REWRITTEN, **vars(BY_BRAM))
    versions = [Version(FIRST, ANNA.id), Version(REWRITTEN, BRAM.id)]
    assert authors_of(alert, versions, REWRITTEN, ANNA, takes_over=True) == BY_ANNA


HELD = About(1, "BM-2026-0001", NOON)


@pytest.mark.parametrize(
    ("about", "words", "author"),
    [
        (None, "De dader is een jongen met een bril.", BRAM),
        (None, "Hij droeg een blauwe jas.", ANNA),
        (HELD, "De verdachte is een jongen met een bril.", BRAM),
        (HELD, "Hij droeg een blauwe jas.", BRAM),
        (HELD, "Bel 112 als u iets ziet.", ANNA),
    ],
)
def test_who_was_held_is_described_by_nobody_alone(about: About | None, words: str, author: Colleague) -> None:
    text = "Er is een verdachte aangehouden."
    alert = replace(WAITING, about=about, content=told(text))
    authors = authors_of(alert, [Version(told(text), ANNA.id)], told(f"{text} {words}"), BRAM)
    assert authors.content_by_id == author.id


def test_a_colleague_is_held_against_what_others_wrote_last() -> None:
    versions = [Version(FIRST, "U1"), Version(LONGER, "U2"), Version(LONGER, "U3"), Version(REWRITTEN, "U2")]
    assert [others_text(versions, who) for who in ("U1", "U2", "U3")] == [REWRITTEN, FIRST, REWRITTEN]
    assert others_text(versions[:1], "U1") == FIRST


@pytest.mark.parametrize("word", ["níét", "NIET", "géén"])
def test_a_negation_is_one_however_it_is_accented(word: str) -> None:
    after = told(f"De voordeur is {word} opengebroken.")
    assert not is_supplement(told("De voordeur is opengebroken."), after, lambda _: ())
