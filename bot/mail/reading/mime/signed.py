"""What signs a mail, which is no evidence; and S/MIME or PGP around what it signs: the mail inside.

Who signed is not looked at: nothing rests on it. S/MIME is opened apart: a mail that it holds in pieces of one byte
took a second and a half a megabyte.
"""

import re
from base64 import b64decode, b64encode
from collections.abc import Iterator
from typing import Any, Final

from bot.isolation.child import Bounds, ReadingEnded, read_apart, tell

KINDS: Final = ("application/pkcs7-mime", "application/x-pkcs7-mime")
SIGNATURES: Final = (
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
    "application/pgp-signature",
    "application/pgp-keys",
)
BOUNDS: Final = Bounds(seconds=3, patience_s=15, memory=512 * 1024 * 1024)
LOOKED_AT: Final = 100
ANY_FILE: Final = "application/octet-stream"
"""What gateways call a part that they don't know."""
_ARMOUR: Final = (b"-----BEGIN PGP SIGNATURE", b"-----BEGIN PGP PUBLIC KEY")
ARMOUR: Final = (*_ARMOUR, *(b64encode(mark[:24]) for mark in _ARMOUR))
"""How their code begins, as it is and as base64."""
SIGNED_TEXT: Final = re.compile(
    r"^-----BEGIN PGP SIGNED MESSAGE-----[ \t]*\n(?:[A-Za-z]{1,20}: .{1,200}\n){0,5}\s*\n", re.M
)
SIGNATURE_BEGINS: Final = "\n-----BEGIN PGP SIGNATURE-----\n"
SIGNATURE_ENDS: Final = "\n-----END PGP SIGNATURE-----"
ESCAPED_DASH: Final = re.compile(r"^- (?=-)", re.MULTILINE)


def is_seal(kind: str, name: str, body: bytes) -> bool:
    """Whether it is a signature, or the key to check one with, of whatever name or kind a gateway made it."""
    if kind == ANY_FILE:
        return name.lower() == "smime.p7s" or body[:LOOKED_AT].lstrip().startswith(ARMOUR)
    return kind in SIGNATURES


def open_signed(content: bytes) -> bytes | None:
    """The MIME part that was signed; None for what is encrypted, or can't be read. Never raises."""
    try:
        return b64decode(*read_apart(__name__, content, BOUNDS))
    except (ReadingEnded, TypeError):  # the latter: it tells nothing
        return None


def told_of(content: bytes) -> Iterator[str]:
    """The part, if there is one."""
    from asn1crypto import cms  # type: ignore[import-untyped]

    info = cms.ContentInfo.load(content)
    inside = info["content"]["encap_content_info"]["content"].native if _is_signed(info) else None
    if isinstance(inside, bytes):
        yield b64encode(inside).decode()


def _is_signed(info: Any) -> bool:
    return bool(info["content_type"].native == "signed_data")


def without_armour(text: str) -> str:
    """A text that PGP signed in place (RFC 9580, 7): what it wrote around it is taken away, once."""
    head = SIGNED_TEXT.search(text)
    begins = text.find(SIGNATURE_BEGINS, head.end() - 1) if head else -1
    ends = text.find(SIGNATURE_ENDS, begins + 1)
    if head is None or begins < 0 or ends < 0:
        return text
    said = ESCAPED_DASH.sub("", text[head.end() : begins])
    return text[: head.start()] + said + text[ends + len(SIGNATURE_ENDS) :]


if __name__ == "__main__":
    tell(told_of)
