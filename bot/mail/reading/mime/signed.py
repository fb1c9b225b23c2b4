"""What signs a mail, which is no evidence; and S/MIME that wraps what it signs (smime.p7m): the mail inside.

Who signed is not looked at: nothing rests on it.
"""

from base64 import b64encode
from typing import Final

from asn1crypto import cms  # type: ignore[import-untyped]

KINDS: Final = ("application/pkcs7-mime", "application/x-pkcs7-mime")
SIGNATURES: Final = (
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
    "application/pgp-signature",
    "application/pgp-keys",
)
LOOKED_AT: Final = 100
ANY_FILE: Final = "application/octet-stream"
"""What gateways call a part that they don't know."""
_ARMOUR: Final = (b"-----BEGIN PGP SIGNATURE", b"-----BEGIN PGP PUBLIC KEY")
ARMOUR: Final = (*_ARMOUR, *(b64encode(mark[:24]) for mark in _ARMOUR))
"""How their code begins, as it is and as base64."""


def is_seal(kind: str, name: str, body: bytes) -> bool:
    """Whether it is a signature, or the key to check one with, of whatever name or kind a gateway made it."""
    if kind == ANY_FILE:
        return name.lower() == "smime.p7s" or body[:LOOKED_AT].lstrip().startswith(ARMOUR)
    return kind in SIGNATURES


def open_signed(content: bytes) -> bytes | None:
    """The MIME part that was signed; None for what is encrypted, or can't be read. Never raises."""
    try:
        info = cms.ContentInfo.load(content)
        if info["content_type"].native != "signed_data":
            return None
        inside = info["content"]["encap_content_info"]["content"].native
    except Exception:  # it walks through bytes that nobody checked
        return None
    return inside if isinstance(inside, bytes) else None
