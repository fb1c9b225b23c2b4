"""Opaque ids for the outside world, bound to their purpose by a keyed hash."""

import hmac
import re
from base64 import b32decode
from functools import cache
from hashlib import sha256
from itertools import product
from typing import Final

MAC_BYTES: Final = 10  # 80 bits: nobody guesses one in the life of an alert, and a token stays short enough to read out
NUMBER_BYTES: Final = 8
TRIPLES: Final = ["".join(three) for three in product("abcdefghijklmnopqrstuvwxyz234567", repeat=3)]
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
        secret = secret_key.encode()
        # The key is taken in once a purpose: a city's mail needs half a million.
        self._keyed = cache(lambda purpose: hmac.new(_key(secret, purpose), digestmod=sha256))

    def make(self, purpose: str, number: int) -> str:
        """A lower-case base32 token (mail clients lower-case local parts); ValueError unless 0 <= number < 2**64."""
        if not 0 <= number < 1 << 8 * NUMBER_BYTES:
            raise ValueError("a token stands for a number from 0 up to 2**64")
        packed = number.to_bytes(max(1, (number.bit_length() + 7) // 8), "big")
        mac = self._keyed(purpose).copy()
        mac.update(packed)
        return _base32(packed + mac.digest()[:MAC_BYTES])

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


def _base32(data: bytes) -> str:
    """RFC 4648's base32, small letters, no padding: b32encode takes twice as long, a third of a city's mail in all."""
    bits = 8 * len(data)
    triples = -(-bits // 15)
    whole = int.from_bytes(data, "big") << (15 * triples - bits)
    return "".join([TRIPLES[whole >> shift & 0x7FFF] for shift in range(15 * (triples - 1), -1, -15)])[: -(-bits // 5)]


def _key(secret: bytes, purpose: str) -> bytes:
    return hmac.digest(secret, f"burgernetmail:{purpose}".encode(), sha256)


def _number_in(token: str) -> int | None:
    try:
        packed = b32decode(token.upper() + "=" * (-len(token) % 8))
    except ValueError:
        return None
    number = packed[:-MAC_BYTES]
    return int.from_bytes(number, "big") if 1 <= len(number) <= NUMBER_BYTES else None
