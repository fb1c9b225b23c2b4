"""What differs in an alert from person to person: the tokens in two links.

An alert is composed once. SendGrid fills the tags as substitutions, SMTP fills them here; the tags survive HTML
escaping and the links they stand in.
"""

from typing import Final

from bot.mail.addresses import Addresses
from bot.records.mail import TEST_TOKEN

LEAVE_TAG: Final = "-leave_token-"
FORM_TAG: Final = "-form_token-"


def values(addresses: Addresses, delivery_id: int) -> dict[str, str]:
    """Tag to value for one person."""
    return {LEAVE_TAG: addresses.leave_token(delivery_id), FORM_TAG: addresses.form_token(delivery_id)}


def fill(text: str, filled: dict[str, str]) -> str:
    """The text as one person gets it."""
    for tag, value in filled.items():
        text = text.replace(tag, value)
    return text


def show(text: str) -> str:
    """The text for a preview: `[...]` where every person gets a token of their own."""
    return fill(text, dict.fromkeys((LEAVE_TAG, FORM_TAG), "[...]"))


def inert(text: str) -> str:
    """The text of a test mail: its links lead to a page that says so."""
    return fill(text, dict.fromkeys((LEAVE_TAG, FORM_TAG), TEST_TOKEN))


def harmless(typed: str) -> str:
    """Typed text in which no tag is left: both end in `_token-`, and that is broken up."""
    return typed.replace("_token-", "_token -")
