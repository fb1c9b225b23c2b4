"""What a colleague typed, read as what they look for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.desk.queries import QueryKind, read_query
from bot.domain.folding import folded
from bot.workflow.letters.contact_reading import CONTACTS


@pytest.mark.parametrize(
    ("typed", "kind", "value"),
    [
        ("bm-2026-0031", QueryKind.REFERENCE, "BM-2026-0031"),
        (" BM-2026-0031-a1 ", QueryKind.REFERENCE, "BM-2026-0031-A1"),
        ("12 gbk 3", QueryKind.PLATE, "12GBK3"),
        ("12-GBK-3", QueryKind.PLATE, "12GBK3"),
        ("AB1234", QueryKind.PLATE, "AB1234"),
        ("06 - 12 34 56 78", QueryKind.PHONE, "+31612345678"),
        ("+31 (0)6–12345678", QueryKind.PHONE, "+31612345678"),
        ("0032 475 12 34 56", QueryKind.PHONE, "+32475123456"),
        ("Noor@Example.nl", QueryKind.EMAIL, "noor@example.nl"),
        ("noor@straße.example", QueryKind.EMAIL, "noor@xn--strae-oqa.example"),
        ("301234567", QueryKind.WORDS, ""),
        ("Café  de Hoek", QueryKind.WORDS, ""),
        ("2026-001234", QueryKind.WORDS, ""),
        ("bus 06 12345678", QueryKind.WORDS, ""),
        ("0900-8844", QueryKind.WORDS, ""),
    ],
)
def test_what_it_looks_like(typed: str, kind: QueryKind, value: str) -> None:
    query = read_query(typed, CONTACTS)
    assert query
    assert (query.kind, query.value) == (kind, value)
    assert query.words == tuple(folded(typed).split())


def test_words_are_folded_and_a_number_is_told_by_its_digits() -> None:
    query = read_query("Café  de HOEK", CONTACTS)
    assert query
    assert query.words == ("cafe", "de", "hoek")
    assert query.number == ""
    for typed, number in (("2026-001234", "2026-001234"), ("PL 0900", "pl 0900"), ("a12", "")):
        query = read_query(typed, CONTACTS)
        assert query
        assert query.number == number


@pytest.mark.parametrize("typed", ["", "  ", "a", "de", "in de"])
def test_too_little_to_look_for(typed: str) -> None:
    assert read_query(typed, CONTACTS) is None


@given(st.text(max_size=400))
def test_anything_can_be_typed(typed: str) -> None:
    query = read_query(typed, CONTACTS)
    assert query is None or query.words
