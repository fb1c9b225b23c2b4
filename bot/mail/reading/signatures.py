"""Whether a webhook call is SendGrid's: its Event Webhook and Inbound Parse sign in the same way."""

from base64 import b64decode
from datetime import datetime
from hashlib import sha256
from typing import Final

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_public_key

SIGNATURE_HEADER: Final = "X-Twilio-Email-Event-Webhook-Signature"
TIMESTAMP_HEADER: Final = "X-Twilio-Email-Event-Webhook-Timestamp"
EVENTS_WINDOW_S: Final = 25 * 3600
INBOUND_WINDOW_S: Final = 4 * 24 * 3600
"""Seconds that a signature stays fresh. SendGrid repeats a call that failed, events for 24 hours and citizens' mail for
three days, and nowhere says whether a repeated one is signed anew. A word that is lost is worse than a replay: that
changes nothing, since states only move forward and a mail is kept once."""

CLOCKS_DIFFER_S: Final = 600


def verify(
    public_key_base64: str, signature: str, timestamp: str, raw_body: bytes, now: datetime, window_s: int
) -> bool:
    """Whether the signature (base64, ECDSA over SHA-256) holds for timestamp + raw body and is fresh; never raises.

    `public_key_base64` is the key as SendGrid shows it (DER, no PEM lines), `timestamp` epoch seconds as the header
    gives them, `raw_body` the body as it came, its last line break included.
    """
    if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= 12):
        return False
    if not -CLOCKS_DIFFER_S <= now.timestamp() - int(timestamp) <= window_s:
        return False
    try:
        key = load_der_public_key(b64decode(public_key_base64, validate=True))
        signed = b64decode(signature, validate=True)
    except (ValueError, UnsupportedAlgorithm):
        return False
    return isinstance(key, EllipticCurvePublicKey) and _holds(key, signed, timestamp.encode(), raw_body)


def _holds(key: EllipticCurvePublicKey, signature: bytes, *message: bytes) -> bool:
    """Part by part: a body of 35 MB is not held twice for it."""
    digest = sha256()
    for part in message:
        digest.update(part)
    try:
        key.verify(signature, digest.digest(), ECDSA(Prehashed(SHA256())))
    except InvalidSignature:
        return False
    return True
