"""Tokens: opaque, short, bound to their purpose, and nobody but us makes one."""

import hmac
import string
from base64 import b32encode
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.mail.tokens import SignedTokens
from bot.records.mail import Purpose
from bot.records.replies import Pass

FIRST_KEY = "a secret of more than thirty-two characters"
TOKENS = SignedTokens(FIRST_KEY)
NOON = datetime(2026, 1, 14, 12, tzinfo=UTC)
GRANTED = Pass(7, "U0123ABCDE", NOON + timedelta(minutes=15))
NUMBERS = st.integers(0, 2**64 - 1)
BASE32 = string.ascii_lowercase + "234567"


@given(NUMBERS)
def test_a_token_comes_back_as_its_number_in_small_letters_or_capitals(number: int) -> None:
    token = TOKENS.make(Purpose.REPLY, number)
    assert set(token) <= set(BASE32)
    assert 20 <= len(token) <= 31
    assert TOKENS.read(Purpose.REPLY, token) == TOKENS.read(Purpose.REPLY, token.upper()) == number


@given(NUMBERS)
def test_a_token_is_what_the_standard_library_makes(number: int) -> None:
    """Links in mails that are out depend on it."""
    packed = number.to_bytes(max(1, (number.bit_length() + 7) // 8), "big")
    key = hmac.digest(b"a secret of more than thirty-two characters", b"burgernetmail:leave", sha256)
    before = packed + hmac.digest(key, packed, sha256)[:10]
    name = hmac.digest(b"a secret of more than thirty-two characters", b"burgernetmail: which key?", sha256)[:1]
    assert TOKENS.make(Purpose.LEAVE, number) == b32encode(before + name).decode().rstrip("=").lower()
    of_releases_before = b32encode(before).decode().rstrip("=").lower()
    assert TOKENS.read(Purpose.LEAVE, of_releases_before) == number


@given(NUMBERS)
def test_tokens_of_former_keys_go_on_and_new_ones_are_of_the_newest(number: int) -> None:
    newer = SignedTokens(
        "the newest secret of thirty-two characters", ("one in between, of thirty-two chars", FIRST_KEY)
    )
    old, new = TOKENS.make(Purpose.FORM, number), newer.make(Purpose.FORM, number)
    assert newer.read(Purpose.FORM, old) == newer.read(Purpose.FORM, new) == number
    assert (old != new, TOKENS.read(Purpose.FORM, new)) == (True, None)
    packed = number.to_bytes(max(1, (number.bit_length() + 7) // 8), "big")
    key = hmac.digest(FIRST_KEY.encode(), b"burgernetmail:form", sha256)
    nameless = b32encode(packed + hmac.digest(key, packed, sha256)[:10]).decode().rstrip("=").lower()
    assert newer.read(Purpose.FORM, nameless) == number
    assert newer.read(Purpose.LEAVE, nameless) is None
    assert newer.read_pass(Purpose.OPENED, TOKENS.make_pass(Purpose.OPENED, GRANTED), NOON) == GRANTED


@given(NUMBERS, st.permutations([*Purpose]))
def test_a_token_of_one_purpose_is_none_for_another(number: int, purposes: list[Purpose]) -> None:
    purpose, another, *_ = purposes
    assert TOKENS.read(another, TOKENS.make(purpose, number)) is None


def test_the_purposes_keep_their_names() -> None:
    """They are in the keys of the tokens of mails that are out."""
    mails = ["reply", "leave", "form", "message", "letter", "neighbour", "images", "upload", "attachment", "opened"]
    packages = ["alert_evidence", "lead_evidence", "opened_alert_evidence", "opened_lead_evidence"]
    packages += ["leads_evidence", "opened_leads_evidence"]
    own = ["claim", "own_page", "opened_own_page"]
    assert [*map(str, Purpose)] == [*mails, *packages, *own, "area", "area_picture", "municipal"]


@given(NUMBERS, st.data())
def test_one_changed_character_makes_it_none(number: int, data: st.DataObject) -> None:
    token = TOKENS.make(Purpose.REPLY, number)
    place = data.draw(st.integers(0, len(token) - 1))
    other = data.draw(st.sampled_from([letter for letter in BASE32 if letter != token[place]]))
    assert TOKENS.read(Purpose.REPLY, token[:place] + other + token[place + 1 :]) is None


@given(st.text(max_size=60) | st.text(BASE32, max_size=60))
def test_anything_else_is_none(token: str) -> None:
    assert TOKENS.read(Purpose.REPLY, token) is None


@pytest.mark.parametrize("token", ["", "a", "A" * 18, "a" * 29, "é" * 18, "ı" * 18, "１" * 18, " " * 20, "=" * 20])
def test_strange_tokens_are_none(token: str) -> None:
    assert TOKENS.read(Purpose.REPLY, token) is None


def test_another_secret_makes_other_tokens() -> None:
    assert (
        SignedTokens("another secret of thirty-two characters").read(Purpose.REPLY, TOKENS.make(Purpose.REPLY, 5))
        is None
    )


@pytest.mark.parametrize("number", [-1, 2**64])
def test_numbers_that_have_no_token(number: int) -> None:
    with pytest.raises(ValueError, match="from 0 up to"):
        TOKENS.make(Purpose.REPLY, number)


@given(st.integers(0, 10**19 - 1), st.text(string.ascii_letters + string.digits, min_size=1, max_size=40))
def test_a_pass_says_who_may_open_what_until_its_time_is_over(number: int, holder: str) -> None:
    granted = Pass(number, holder, NOON + timedelta(minutes=15))
    token = TOKENS.make_pass(Purpose.OPENED, granted)
    assert TOKENS.read_pass(Purpose.OPENED, token, NOON) == granted
    assert TOKENS.read_pass(Purpose.OPENED, token, granted.until - timedelta(seconds=1)) == granted
    assert TOKENS.read_pass(Purpose.OPENED, token, granted.until) is None
    assert SignedTokens("another secret of more than thirty-two chars").read_pass(Purpose.OPENED, token, NOON) is None
    assert TOKENS.read_pass(Purpose.ATTACHMENT, token, NOON) is None


@given(st.integers(0), st.sampled_from(string.ascii_letters + string.digits + "-_=+/. "))
def test_one_changed_character_makes_a_pass_none(at: int, character: str) -> None:
    token = TOKENS.make_pass(Purpose.OPENED, GRANTED)
    changed = token[: at % len(token)] + character + token[at % len(token) + 1 :]
    assert changed == token or TOKENS.read_pass(Purpose.OPENED, changed, NOON) is None
    assert TOKENS.read_pass(Purpose.OPENED, token + character, NOON) is None


@given(st.text(max_size=200))
def test_made_up_passes_are_none(token: str) -> None:
    assert TOKENS.read_pass(Purpose.OPENED, token, NOON) is None
