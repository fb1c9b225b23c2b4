"""S/MIME that wraps what it signs (smime.p7m): the mail inside. Who signed is not looked at: nothing rests on it."""

from typing import Final

from asn1crypto import cms  # type: ignore[import-untyped]

KINDS: Final = ("application/pkcs7-mime", "application/x-pkcs7-mime")
SIGNATURES: Final = (
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
    "application/pgp-signature",
)


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
