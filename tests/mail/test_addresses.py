"""Our addresses and links, and the headers that carry them."""

import re

import pytest

from bot.mail.headers import alert_headers, letter_headers, one_line, personal_headers, without_addresses
from bot.records.mail import Purpose
from tests.mail.samples import ADDRESSES, DELIVERY, TOKENS, letter

TOKEN = TOKENS.make(Purpose.REPLY, DELIVERY)


def test_the_answer_address_carries_the_deliverys_token() -> None:
    assert ADDRESSES.of_delivery(DELIVERY) == f"antwoord+{TOKEN}@mail.example"
    assert len(ADDRESSES.of_delivery(2**64 - 1).partition("@")[0]) <= 64  # RFC 5321, 4.5.3.1.1
    assert ADDRESSES.answer_address("") == "burgernetmail@mail.example"


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        (f"antwoord+{TOKEN}@mail.example", [TOKEN]),
        (f'"Politie" <ANTWOORD+{TOKEN.upper()}@Mail.Example>, x@y.nl', [TOKEN.upper()]),
        (f"xantwoord+{TOKEN}@mail.example", []),
        (f"antwoord+{TOKEN}@mail.example.nl", []),
        (f"antwoord+{TOKEN}@other.example", []),
        ("antwoord@mail.example", []),
        ("antwoord+@mail.example", []),
    ],
)
def test_tokens_are_found_in_addresses_of_ours_only(text: str, tokens: list[str]) -> None:
    assert ADDRESSES.answer_tokens(text) == tokens


@pytest.mark.parametrize(
    ("address", "ours"),
    [
        ("antwoord@mail.example", True),
        (f"Antwoord+{TOKEN}@MAIL.example", True),
        ("burgernetmail@mail.example", True),
        ("noor@mail.example", False),
        ("", False),
    ],
)
def test_our_own_mail_is_recognised(address: str, ours: bool) -> None:
    assert ADDRESSES.is_ours(address) is ours


def test_an_alert_can_be_left_by_one_click_without_a_login() -> None:
    headers = alert_headers(ADDRESSES) | personal_headers(ADDRESSES, DELIVERY, ADDRESSES.leave_token(DELIVERY))
    assert headers["List-Unsubscribe"] == f"<https://burgernet.example/afmelden/{TOKENS.make(Purpose.LEAVE, DELIVERY)}>"
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert headers["List-Id"] == "Burgernetmail <burgernetmail.mail.example>"
    assert "Auto-Submitted" not in headers
    assert "Precedence" not in headers


def test_every_delivery_has_a_message_id_of_its_own_that_needs_no_storage() -> None:
    ids = [personal_headers(ADDRESSES, number, "aaaa")["Message-ID"] for number in (1, 2, 1)]
    assert ids[0] == ids[2] != ids[1]
    assert re.fullmatch(r"<d\.[a-z2-7]+@mail\.example>", ids[0])
    assert TOKENS.read(Purpose.MESSAGE, ADDRESSES.message_tokens(f"<x@y> {ids[1]}")[0]) == 2


def test_an_automatic_letter_says_so_to_other_machines() -> None:
    headers = letter_headers(ADDRESSES, letter())
    assert headers["Auto-Submitted"] == "auto-replied"
    assert headers["X-Auto-Response-Suppress"] == "All"
    assert "Auto-Submitted" not in letter_headers(ADDRESSES, letter(automatic=False))


def test_a_letter_stands_under_the_citizens_mail() -> None:
    headers = letter_headers(ADDRESSES, letter())
    assert headers["Message-ID"] == "<0a1b2c3d@mail.example>"
    assert headers["In-Reply-To"] == "<q1@example.nl>"
    assert headers["References"] == "<d.x@mail.example> <q1@example.nl>"


def test_a_letter_to_somebody_who_wrote_no_mail_has_no_thread() -> None:
    assert (
        letter_headers(ADDRESSES, letter(in_reply_to="", references=""))
        .keys()
        .isdisjoint({"In-Reply-To", "References"})
    )


def test_what_a_citizen_wrote_as_an_id_can_not_break_out_of_its_header() -> None:
    evil = "<a@b>\r\nBcc: x@y.nl\r\n<c d@e> <é@f>"
    headers = letter_headers(ADDRESSES, letter(in_reply_to=evil, references=evil * 3, message_id="<a@b>\r\nBcc: x@y"))
    assert (headers["In-Reply-To"], headers["References"]) == ("<a@b>", "<a@b>")
    assert headers["Message-ID"] == "<a@bBcc:x@y>"


def test_a_long_thread_keeps_its_beginning_and_its_end() -> None:
    references = " ".join(f"<{number}@example.nl>" for number in range(50))
    kept = letter_headers(ADDRESSES, letter(references=references))["References"].split()
    assert (kept[0], kept[-2:], len(kept)) == ("<0@example.nl>", ["<49@example.nl>", "<q1@example.nl>"], 20)


@pytest.mark.parametrize("text", ["a\r\nb", "a\nb", "a\rb", "a\x00b", "a\u2028b", "a\x85b", "  a   b ", "a\ud800b"])
def test_a_header_is_one_line(text: str) -> None:
    assert one_line(text) == "a b"


def test_a_providers_words_lose_their_addresses() -> None:
    said = without_addresses("550 5.1.1 <noor@example.nl>: user noor@example.nl unknown; see\r\nhttps://x.example")
    assert "noor" not in said
    assert said == "550 5.1.1 <…@…>: user …@… unknown; see https://x.example"
    assert len(without_addresses("x" * 9999)) == 300
