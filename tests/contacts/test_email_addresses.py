"""E-mail addresses: one form for all spellings, and each at its own domain."""

import pytest
from email_validator import validate_email
from hypothesis import given
from hypothesis import strategies as st

from bot.contacts.email_addresses import (
    NOWHERE,
    PLAIN,
    LetterBeforeAt,
    NotAnAddress,
    canonical,
    canonical_domain,
    comparable,
    mailable,
    may_exist,
    mistaken_for,
    spellings,
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" Noor@Example.NL ", "noor@example.nl"),
        ("noor+inbraak@example.nl", "noor+inbraak@example.nl"),
        ("o'neill@example.co.uk", "o'neill@example.co.uk"),
        ("n@straße.de", "n@xn--strae-oqa.de"),
        ("n@STRASSE.de", "n@strasse.de"),
        ("n@faß.de", "n@xn--fa-hia.de"),
        ("n@XN--FA-HIA.de", "n@xn--fa-hia.de"),
        ("n@Bücher.example", "n@xn--bcher-kva.example"),
        ("n@bu\u0308cher.example", "n@xn--bcher-kva.example"),
        ("n@BÜCHER。example", "n@xn--bcher-kva.example"),
        ("n@пример.example", "n@xn--e1afmkfd.example"),
        ("n@βόλος.com", "n@xn--nxasmm1c.com"),
    ],
)
def test_one_form_for_all_spellings(typed: str, kept: str) -> None:
    assert canonical(typed) == comparable(typed) == canonical(kept) == kept


@pytest.mark.parametrize(
    "typed",
    [
        *("", "noor", "noor@", "@example.nl", "a@b@example.nl", "noor@example", "noor@localhost", "no..or@example.nl"),
        *(".noor@example.nl", "noor.@example.nl", "noor@-example.nl", "noor@exam_ple.nl", "noor@10.0.0.1"),
        *("noor@[10.0.0.1]", '"noor x"@example.nl', "noor x@example.nl", "Noor <noor@example.nl>", "noor@example.nl."),
        *(f"{'n' * 65}@example.nl", f"noor@{'n' * 64}.nl", f"n@{'abc.' * 63}nl", "noor@mail.invalid", "noor@x.local"),
        *("noor@☃.net", "noor@ab--cd.nl", "noor@xn--.nl"),
    ],
)
def test_what_nobody_can_be_mailed_at(typed: str) -> None:
    with pytest.raises(NotAnAddress):
        canonical(typed)
    assert comparable(typed) == typed.strip().lower()


@pytest.mark.parametrize("typed", ["çelik@example.nl", "jörg@bücher.example", "İ@example.nl", "\u212a@example.nl"])
def test_a_letter_before_the_at_is_told_as_such(typed: str) -> None:
    with pytest.raises(LetterBeforeAt):
        canonical(typed)


def test_an_own_network_may_have_addresses_of_its_own_and_capitals_stay_where_they_are_shown() -> None:
    assert mailable("Intake@Politie.local", everywhere=False) == "Intake@politie.local"
    with pytest.raises(NotAnAddress):
        mailable("intake@politie", everywhere=False)


def test_domains_and_spellings() -> None:
    assert canonical_domain(" Straße.example") == "xn--strae-oqa.example"
    assert spellings("N@Straße.example") == {"n@straße.example", "n@xn--strae-oqa.example"}
    for wrong in ("", "@", "localhost", "a@example.nl"):
        with pytest.raises(NotAnAddress):
            canonical_domain(wrong)


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("n@straße.de", "n@strasse.de"),
        ("n@βόλος.com", "n@xn--nxasmq6b.com"),
        ("n@bücher.de", ""),
        ("n@strasse.de", ""),
        ("ß@example.de", ""),
    ],
)
def test_whose_address_it_was_mistaken_for(typed: str, other: str) -> None:
    assert mistaken_for(typed) == other
    if other:
        local, _, domain = typed.partition("@")
        assert f"{local}@{domain.encode('idna').decode()}" == other  # as Python's own codec, of 2003, has it


@pytest.mark.parametrize(
    ("address", "exists"),
    [
        ("noor@example.nl", True),
        ("Noor.Celik+burgernet@mail.example.co.uk", True),
        ("o'hara@example.nl", True),
        ("noor@xn--strae-oqa.de", True),
        (f"{'a' * 64}@example.nl", True),
        ("", False),
        ("noor", False),
        ("noor@", False),
        ("@example.nl", False),
        ("noor@localhost", False),
        ("noor@mail.localhost", False),
        ("noor@example.invalid", False),
        ("noor@router.lan", False),
        ("noor@printer.local", False),
        ("jörg@example.nl", False),
        ("noor@exämple.nl", True),
        ("noor..celik@example.nl", False),
        (".noor@example.nl", False),
        ("noor.@example.nl", False),
        ("noor@-example.nl", False),
        ("noor@example..nl", False),
        ("noor@example.n", False),
        ("noor@[192.0.2.5]", False),
        ("noor@192.0.2.5", False),
        (f"{'a' * 65}@example.nl", False),
        (f"noor@{'a' * 64}.nl", False),
        (f"noor@{'a.' * 130}nl", False),
    ],
)
def test_addresses_that_can_not_exist(address: str, exists: bool) -> None:
    assert may_exist(address) is exists


@given(st.from_regex(PLAIN, fullmatch=True))
def test_what_looks_plain_is_what_the_library_says(typed: str) -> None:
    if not typed.endswith(NOWHERE) and len(typed) <= 64:
        assert canonical(typed) == validate_email(typed, check_deliverability=False).ascii_email


@given(st.text(max_size=20), st.text(max_size=20))
def test_anything_can_be_typed(local: str, domain: str) -> None:
    typed = f"{local}@{domain}.nl"
    once = comparable(typed)
    assert comparable(once) == once
    try:
        kept = canonical(typed)
    except NotAnAddress:
        return
    assert kept.isascii()
    assert kept == kept.lower() == canonical(kept)
