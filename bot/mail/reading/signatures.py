"""Whether a webhook call is SendGrid's: its Event Webhook and Inbound Parse sign in the same way."""

from base64 import b64decode
from datetime import datetime
from functools import lru_cache
from typing import Final

from bot.records.mail import CallFault

SIGNATURE_HEADER: Final = "X-Twilio-Email-Event-Webhook-Signature"
TIMESTAMP_HEADER: Final = "X-Twilio-Email-Event-Webhook-Timestamp"
EVENTS_WINDOW_S: Final = 25 * 3600
INBOUND_WINDOW_S: Final = 4 * 24 * 3600
"""Seconds that a signature stays fresh. SendGrid repeats a call that failed, events for 24 hours and citizens' mail for
three days, and nowhere says whether a repeated one is signed anew. A word that is lost is worse than a replay: that
changes nothing, since states only move forward and a mail is kept once."""

CLOCKS_DIFFER_S: Final = 600
LONGEST_TIMESTAMP: Final = 12


def fault_of(
    public_key_base64: str, signature: str, timestamp: str, digest: bytes, now: datetime, window_s: int
) -> CallFault | None:
    """Why a call is not the provider's, or is too old; nothing where the signature (base64, ECDSA) holds; never raises.

    `public_key_base64` is the key as SendGrid shows it (DER, no PEM lines), `timestamp` epoch seconds as the header
    gives them, `digest` SHA-256 of that timestamp and the body as it came, its last line break included.
    """
    if not _holds(public_key_base64, signature, digest):
        return CallFault.BAD_SIGNATURE
    return None if _is_fresh(timestamp, now, window_s) else CallFault.CLOCK


def fault_before(signature: str, timestamp: str, now: datetime, window_s: int) -> CallFault | None:
    """What can be told before a byte of the body is read: no signature at all, or one of another time."""
    from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

    try:
        decode_dss_signature(b64decode(signature, validate=True))
    except ValueError:
        return CallFault.BAD_SIGNATURE
    return None if _is_fresh(timestamp, now, window_s) else CallFault.CLOCK


def _is_fresh(timestamp: str, now: datetime, window_s: int) -> bool:
    if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= LONGEST_TIMESTAMP):
        return False
    return -CLOCKS_DIFFER_S <= now.timestamp() - int(timestamp) <= window_s


def _holds(public_key_base64: str, signature: str, digest: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePublicKey
    from cryptography.hazmat.primitives.asymmetric.utils import Prehashed
    from cryptography.hazmat.primitives.hashes import SHA256

    try:
        key, signed = _key(public_key_base64), b64decode(signature, validate=True)
    except (ValueError, UnsupportedAlgorithm):
        return False
    if not isinstance(key, EllipticCurvePublicKey):
        return False
    try:
        key.verify(signed, digest, ECDSA(Prehashed(SHA256())))
    except InvalidSignature:
        return False
    return True


@lru_cache(maxsize=8)
def _key(public_key_base64: str) -> object:
    from cryptography.hazmat.primitives.serialization import load_der_public_key

    return load_der_public_key(b64decode(public_key_base64, validate=True))
