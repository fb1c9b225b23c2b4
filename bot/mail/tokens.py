"""Opaque ids for the outside world, bound to their purpose by a keyed hash."""

import hmac
import re
from base64 import b32decode, urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from itertools import product
from typing import Final

from bot.records.mail import Purpose
from bot.records.replies import Pass

MAC_BYTES: Final = 10  # 80 bits: nobody guesses one in the life of an alert, and a token stays short enough to read out
NUMBER_BYTES: Final = 8
NAME_BYTES: Final = 1
SHAPE: Final = re.compile(r"[a-z2-7]{18,31}")

PASS: Final = re.compile(r"([0-9]{1,39}):([0-9]{1,11}):([A-Za-z0-9]{1,40})")
PASS_SHAPE: Final = re.compile(r"[A-Za-z0-9_-]{10,150}")
PASS_MAC_BYTES: Final = 16


class _Key:
    """One key: in use, or a former one whose tokens are still out."""

    def __init__(self, secret_key: str) -> None:
        secret = secret_key.encode()
        self.name: Final = hmac.digest(secret, b"burgernetmail: which key?", sha256)[:NAME_BYTES]
        """What its tokens end in."""
        # The key is taken in once a purpose: a city's mail needs half a million.
        self._keyed = cache(lambda purpose: hmac.new(_key(secret, purpose), digestmod=sha256))

    def mac(self, purpose: Purpose, packed: bytes) -> bytes:
        mac = self._keyed(purpose).copy()
        mac.update(packed)
        return mac.digest()

    def token(self, purpose: Purpose, number: int, name: bytes) -> str:
        packed = number.to_bytes(max(1, (number.bit_length() + 7) // 8), "big")
        return _base32(packed + self.mac(purpose, packed)[:MAC_BYTES] + name)


class SignedTokens:
    """Tokens and Passes, kept nowhere. A token is a number + HMAC-SHA256 (80 bits, a key per purpose) + its key's name.

    Tokens of earlier releases name no key: any key may have made them.
    """

    def __init__(self, secret_key: str, former: Sequence[str] = ()) -> None:
        self._newest = _Key(secret_key)
        self._keys = (self._newest, *map(_Key, former))

    def make(self, purpose: Purpose, number: int) -> str:
        """A lower-case base32 token (mail clients lower-case local parts); ValueError unless 0 <= number < 2**64."""
        if not 0 <= number < 1 << 8 * NUMBER_BYTES:
            raise ValueError("a token stands for a number from 0 up to 2**64")
        return self._newest.token(purpose, number, self._newest.name)

    def read(self, purpose: Purpose, token: str) -> int | None:
        """The number, or None where the token was not made by us for this purpose; capitals are taken too."""
        lowered = token.lower() if token.isascii() else ""
        packed = _bytes_in(lowered) if SHAPE.fullmatch(lowered) else b""
        for key in self._keys:
            for name in (key.name, b""):
                number = _number_in(packed, name)
                # The whole token is made again and compared: one with other unused bits is no second name for a number.
                if number is not None and hmac.compare_digest(key.token(purpose, number, name), lowered):
                    return number
        return None

    def make_pass(self, purpose: Purpose, granted: Pass) -> str:
        """Who may open what and until when, with 128 bits of HMAC-SHA256, as base64url."""
        return _pass_of(self._newest, purpose, granted)

    def read_pass(self, purpose: Purpose, token: str, now: datetime) -> Pass | None:
        """None where we did not make it (to the letter), or its time is over."""
        if not PASS_SHAPE.fullmatch(token):
            return None
        granted = _pass_in(token)
        if granted is None or now >= granted.until:
            return None
        made = (_pass_of(key, purpose, granted) for key in self._keys)
        return granted if any(hmac.compare_digest(one, token) for one in made) else None


def _pass_of(key: _Key, purpose: Purpose, granted: Pass) -> str:
    packed = f"{granted.subject_id}:{int(granted.until.timestamp())}:{granted.holder_id}".encode()
    sealed = packed + key.mac(purpose, packed)[:PASS_MAC_BYTES]
    return urlsafe_b64encode(sealed).decode().rstrip("=")


def _pass_in(token: str) -> Pass | None:
    try:
        packed = urlsafe_b64decode(token + "=" * (-len(token) % 4))[:-PASS_MAC_BYTES].decode("ascii")
        found = PASS.fullmatch(packed)
        return Pass(int(found[1]), found[3], datetime.fromtimestamp(int(found[2]), UTC)) if found else None
    except (ValueError, OverflowError, OSError):
        return None


@cache
def _triples() -> list[str]:
    return ["".join(three) for three in product("abcdefghijklmnopqrstuvwxyz234567", repeat=3)]


def _base32(data: bytes) -> str:
    """RFC 4648's base32, small letters, no padding: b32encode takes twice as long, a third of a city's mail in all."""
    bits = 8 * len(data)
    triples = -(-bits // 15)
    whole = int.from_bytes(data, "big") << (15 * triples - bits)
    triple = _triples()
    return "".join([triple[whole >> shift & 0x7FFF] for shift in range(15 * (triples - 1), -1, -15)])[: -(-bits // 5)]


def _key(secret: bytes, purpose: Purpose) -> bytes:
    return hmac.digest(secret, f"burgernetmail:{purpose}".encode(), sha256)


def _bytes_in(token: str) -> bytes:
    try:
        return b32decode(token.upper() + "=" * (-len(token) % 8))
    except ValueError:
        return b""


def _number_in(packed: bytes, name: bytes) -> int | None:
    """The number of a token that ends in this name of a key."""
    number = packed[: -MAC_BYTES - len(name)] if packed.endswith(name) else b""
    return int.from_bytes(number, "big") if 1 <= len(number) <= NUMBER_BYTES else None
