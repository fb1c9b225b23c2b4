"""Numbers and codes in every writing that people give them."""

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import InvalidBvhNumber, InvalidPostcode
from bot.domain.numbering import bvh_key, tidy_bvh_number, tidy_postcode, tidy_reference

DASHES = st.sampled_from(["-", "\u2010", "\u2011", "–", "—", "\u2212", " ", "\u00a0", "\u202f", ""])
DUST = st.sampled_from(["", "\u200b", "\u00ad", "\ufeff", "\u200e", "\u2069", " ", "\u00a0"])


def wide(text: str) -> str:
    """Digits as a Japanese keyboard gives them."""
    return "".join(chr(ord(sign) + 0xFEE0) if sign.isdecimal() else sign for sign in text)


@pytest.mark.parametrize(
    ("typed", "tidy"),
    [
        *(("3823ab", "3823 AB"), (" 3823  AB ", "3823 AB"), ("1000aa", "1000 AA"), ("9999\tzz\n", "9999 ZZ")),
        *(("3823\u00a0ab", "3823 AB"), ("3823\u202fAB", "3823 AB"), ("\ufeff3823AB", "3823 AB")),
        *(("38\u00ad23 A\u200bB", "3823 AB"), ("３８２３ ＡＢ", "3823 AB"), ("3٨٢٣ AB", "3823 AB")),
        *(("3823-AB", "3823 AB"), ("3823–ab", "3823 AB"), ("3823.ab", "3823 AB")),
    ],
)
def test_postcodes(typed: str, tidy: str) -> None:
    assert tidy_postcode(typed) == tidy


@pytest.mark.parametrize(
    "typed",
    ["", "3823", "AB 3823", "0823 AB", "3823 A", "3823 ABC", "38233 AB", "3823_AB", "3823 A1", "3823 ÄB", "3823 A B"],
)
def test_what_is_no_postcode(typed: str) -> None:
    with pytest.raises(InvalidPostcode) as refusal:
        tidy_postcode(typed)
    assert refusal.value.field == "postcode"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        *((number, number) for number in ("2026-001234", "PL0900-1", "123", "9" * 30)),
        *(("2026 112401", "2026-112401"), ("2026\u00a0112401", "2026-112401"), ("2026–112401", "2026-112401")),
        *(("2026.112401", "2026-112401"), ("2026/112401", "2026-112401"), ("2026 - 112401", "2026-112401")),
        *(("pl0900-2026112401", "PL0900-2026112401"), ("PL0900 2026112401-1", "PL0900-2026112401-1")),
        *(("２０２６112401", "2026112401"), ("2026\u00ad112401", "2026112401"), ("2026-112401-", "2026-112401-")),
    ],
)
def test_bvh_numbers(typed: str, shown: str) -> None:
    assert tidy_bvh_number(f" {typed} ") == shown


@pytest.mark.parametrize(
    "typed", ["", "12", "-12", "a b", "2026_1", "9" * 31, "2026-1\n2026-2", "ü2026", "<!here>", "'2026112401'"]
)
def test_what_is_no_bvh_number(typed: str) -> None:
    with pytest.raises(InvalidBvhNumber) as refusal:
        tidy_bvh_number(typed, "number")
    assert refusal.value.field == "number"


@given(
    st.from_regex(re.compile(r"[A-Z]{0,2}[0-9]{2,6}", re.ASCII), fullmatch=True),
    st.from_regex(re.compile(r"[0-9]{3,9}", re.ASCII), fullmatch=True),
    DASHES,
    DUST,
    st.booleans(),
    st.booleans(),
)
def test_a_bvh_number_is_one_in_any_writing(
    first: str, last: str, dash: str, dust: str, small: bool, is_wide: bool
) -> None:
    written = f"{dust}{first}{dash}{last}{dust}"
    written = written.lower() if small else written
    number = tidy_bvh_number(wide(written) if is_wide else written)
    assert bvh_key(number) == first + last
    assert tidy_bvh_number(number) == number


@given(st.text(max_size=40))
def test_any_text_is_a_number_or_refused_and_tidying_twice_changes_nothing(typed: str) -> None:
    for tidy in (tidy_bvh_number, tidy_postcode):
        with suppress(InvalidBvhNumber, InvalidPostcode):
            assert tidy(tidy(typed)) == tidy(typed)
    assert tidy_reference(tidy_reference(typed)) == tidy_reference(typed)


@pytest.mark.parametrize(
    ("typed", "reference"),
    [
        *(("BM-2026-0042", "BM-2026-0042"), ("bm-2026-42", "BM-2026-0042"), ("BM-2026-1", "BM-2026-0001")),
        *(("bm 2026 42", "BM-2026-0042"), ("BM2026-42", "BM-2026-0042"), ("BM20260042", "BM-2026-0042")),
        *(("BM‑2026‑1", "BM-2026-0001"), ("BM–2026–1", "BM-2026-0001"), ("BM\u00a02026\u00a01", "BM-2026-0001")),
        *(("[BM-2026-0042]", "BM-2026-0042"), ("“BM-2026-0042”.", "BM-2026-0042"), ("BM-2026-000042", "BM-2026-0042")),
        *(
            ("BM-2026-12345", "BM-2026-12345"),
            ("bm-2026-31-a1", "BM-2026-0031-A1"),
            ("BM-2026-3A2", "BM-2026-0003-A2"),
        ),
        *(("ＢＭ－２０２６－４２", "BM-2026-0042"), ("BM-2026-\u200b42", "BM-2026-0042")),
        *(("", ""), ("2026-42", ""), ("BM-26-42", ""), ("BM-2026-", ""), ("BM-2026-42 en 43", ""), ("XBM-2026-1", "")),
    ],
)
def test_references(typed: str, reference: str) -> None:
    assert tidy_reference(typed) == reference


@given(st.integers(2014, 2099), st.integers(1, 999_999), DASHES, DUST, st.booleans())
def test_a_reference_is_one_in_any_writing(year: int, number: int, dash: str, dust: str, small: bool) -> None:
    for written in (f"BM{dash}{year}{dash}{number:04d}", f"BM{dash}{year}{dash}{number}"):
        typed = f"{dust}{written.lower() if small else written}{dust}"
        assert tidy_reference(typed) == f"BM-{year}-{number:04d}"
