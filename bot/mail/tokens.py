"""Opaque ids for the outside world, bound to their purpose by a keyed hash."""

import hmac
import re
from base64 import b32decode, b32encode
from hashlib import sha256
from typing import Final

MAC_BYTES: Final = 10  # 80 bits: nobody guesses one in the life of an alert, and a token stays short enough to read out
NUMBER_BYTES: Final = 8
SHAPE: Final = re.compile(r"[a-z2-7]{18,29}")

REPLY: Final = "reply"  # the answer address of a delivery
LEAVE: Final = "leave"  # the unsubscribe link of a delivery
FORM: Final = "form"  # the reply form of a delivery
MESSAGE: Final = "message"  # the Message-ID of a delivery
LETTER: Final = (
    "letter"  # the Message-ID of our letter about a reply, and the answer address where no delivery is known
)


class SignedTokens:
    """Tokens of 18 to 29 characters that need no storage: number + HMAC-SHA256 (80 bits), a key per purpose."""

    def __init__(self, secret_key: str) -> None:
        self._secret = secret_key.encode()

    def make(self, purpose: str, number: int) -> str:
        """A lower-case base32 token (mail clients lower-case local parts); ValueError unless 0 <= number < 2**64."""
        if not 0 <= number < 1 << 8 * NUMBER_BYTES:
            raise ValueError("a token stands for a number from 0 up to 2**64")
        packed = number.to_bytes(max(1, (number.bit_length() + 7) // 8), "big")
        key = hmac.digest(self._secret, f"burgernetmail:{purpose}".encode(), sha256)
        return b32encode(packed + hmac.digest(key, packed, sha256)[:MAC_BYTES]).decode().rstrip("=").lower()

    def read(self, purpose: str, token: str) -> int | None:
        """The number, or None where the token was not made by us for this purpose; capitals are taken too."""
        lowered = token.lower() if token.isascii() else ""
        if not SHAPE.fullmatch(lowered):
            return None
        number = _number_in(lowered)
        # The whole token is made again and compared: a token with other unused bits is no second name for a number.
        if number is None or not hmac.compare_digest(self.make(purpose, number), lowered):
            return None
        return number


def _number_in(token: str) -> int | None:
    try:
        packed = b32decode(token.upper() + "=" * (-len(token) % 8))
    except ValueError:
        return None
    number = packed[:-MAC_BYTES]
    return int.from_bytes(number, "big") if 1 <= len(number) <= NUMBER_BYTES else None
