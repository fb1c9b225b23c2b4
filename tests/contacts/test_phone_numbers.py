"""Phone numbers as people type them: understood where they can be, and never in the way."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from phonenumbers import (
    SUPPORTED_REGIONS,
    PhoneNumberFormat,
    PhoneNumberType,
    example_number_for_type,
    format_number,
)

from bot.contacts.phone_numbers import e164, number_alone, numbers_in
from tests.domain.guard.samples import PHONES


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        *((typed, "+31612345678") for typed in ("06 12345678", "06-12345678", "06.12.34.56.78", "06–12345678")),
        *((typed, "+31612345678") for typed in ("+31 (0)6-1234 5678", "0031 6 12345678", "612345678", "06-1234.5678")),
        *((typed, "+31612345678") for typed in ("06 12345678 (na 18.00 uur)", "tel. 0612345678, Noor", "٠٦١٢٣٤٥٦٧٨")),
        ("(033) 456 78 90", "+31334567890"),
        ("06 12345678 of 06 87654321", "+31612345678"),
        ("+32 475 12 34 56", "+32475123456"),
        ("0049 151 23456789", "+4915123456789"),
        ("+1 201-555-0123", "+12015550123"),
        ("0900-8844", "+319008844"),
        *(
            (typed, "")
            for typed in ("", " ", "12", "zes", "06 1234567", "06 123456789", "01512 3456789", "112", "+", "?")
        ),
    ],
)
def test_what_is_typed_where_a_number_is_asked(typed: str, number: str) -> None:
    assert e164(typed) == number


@pytest.mark.parametrize("phone", PHONES)
def test_a_number_is_found_in_every_writing(phone: str) -> None:
    [found] = numbers_in(f"Bel {phone}.")
    assert found == e164(phone) == number_alone(phone)


def test_the_whole_world_is_found_in_its_international_writing() -> None:
    missed = []
    for region in sorted(SUPPORTED_REGIONS):
        for kind in (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE):
            number = example_number_for_type(region, kind)
            if number and region != "NL":
                typed = format_number(number, PhoneNumberFormat.INTERNATIONAL)
                if list(numbers_in(f"Bel mij op {typed} na vijf uur.")) != [e164(typed)]:
                    missed.append(typed)
    assert missed == []


@pytest.mark.parametrize(
    "text",
    [
        *("112", "0900-8844", "0800-7000", "14 033", "+31 343 57 88 44", "01-02-2026 10:30:15", "NL91RABO0612345678"),
        *("2026001234", "BM-2026-0031", "klantnummer 0012345678", "12-GBK-3", "om 12.30 uur", "foto DSC01234.JPG"),
    ],
)
def test_what_is_nobodys_number(text: str) -> None:
    assert list(numbers_in(f"Zie {text}.")) == []
    assert number_alone(text) == ""


@given(st.text(st.sampled_from("0123456789 +-()./abcé٠\u2013\u00a0\n"), max_size=60) | st.text(max_size=300))
def test_anything_can_be_typed(typed: str) -> None:
    for number in (e164(typed), number_alone(typed), *numbers_in(typed)):
        assert number == "" or (number[0] == "+" and number[1:].isdecimal())
        assert number == "" or e164(number) == number


@pytest.mark.parametrize("library", ["phonenumbers", "email_validator"])
def test_a_start_that_needs_no_library_loads_none(library: str) -> None:
    code = f"import sys; import bot.main; sys.exit('{library}' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
