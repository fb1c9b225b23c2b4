"""Signed posts as SendGrid's webhooks make them, and forgeries of them."""

import base64
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

import httpx
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

SIGNATURE: Final = "X-Twilio-Email-Event-Webhook-Signature"
TIMESTAMP: Final = "X-Twilio-Email-Event-Webhook-Timestamp"
STALE_S: Final = 3600
PATIENCE_S: Final = 30.0

Tamper = Literal["body", "signature", "unsigned", "no_signature", "no_timestamp", "not_base64"]


def application_time() -> float:
    """The clock of the code under test: looked up with every call, so that freezegun reaches it."""
    return time.time()


@dataclass(frozen=True)
class SignedPost:
    """A request to a webhook, ready to go."""

    body: bytes
    headers: dict[str, str]

    def to(self, url: str) -> int:
        """Post it; the status. Redirects are not followed, as SendGrid follows none."""
        # Neither a proxy from the environment nor certificates: the application is on this machine.
        with httpx.Client(trust_env=False, verify=False, timeout=PATIENCE_S) as client:
            return client.post(url, content=self.body, headers=self.headers).status_code


class Signer:
    """A key pair; every instance has its own."""

    def __init__(self, now: Callable[[], float]) -> None:
        self.now = now
        self._key = ec.generate_private_key(ec.SECP256R1())

    @property
    def public_key(self) -> str:
        """The verification key as SendGrid shows it: DER in base64, without a PEM frame."""
        der = self._key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        return base64.b64encode(der).decode()

    def signed(self, body: bytes, headers: Mapping[str, str], tamper: Tamper | None, stale: bool) -> SignedPost:
        """ECDSA-SHA256 over timestamp and raw body; a stale one is truly signed, an hour ago."""
        timestamp = str(int(self.now()) - (STALE_S if stale else 0))
        signature = self._key.sign(timestamp.encode() + body, ec.ECDSA(SHA256()))
        signs = {SIGNATURE: base64.b64encode(signature).decode(), TIMESTAMP: timestamp}
        post = SignedPost(body, {**headers, **signs})
        return TAMPERINGS[tamper](post) if tamper else post


def _other_body(post: SignedPost) -> SignedPost:
    # A blank at the end still parses, as JSON and as multipart: only the signature tells.
    return replace(post, body=post.body + b" ")


def _other_key(post: SignedPost) -> SignedPost:
    forger = Signer(application_time)._key
    signature = forger.sign(post.headers[TIMESTAMP].encode() + post.body, ec.ECDSA(SHA256()))
    return replace(post, headers={**post.headers, SIGNATURE: base64.b64encode(signature).decode()})


def _without(*names: str) -> Callable[[SignedPost], SignedPost]:
    return lambda post: replace(post, headers={name: v for name, v in post.headers.items() if name not in names})


def _garbled(post: SignedPost) -> SignedPost:
    return replace(post, headers={**post.headers, SIGNATURE: "%%% not base64 %%%"})


TAMPERINGS: Final[Mapping[Tamper, Callable[[SignedPost], SignedPost]]] = {
    "body": _other_body,
    "signature": _other_key,
    "unsigned": _without(SIGNATURE, TIMESTAMP),
    "no_signature": _without(SIGNATURE),
    "no_timestamp": _without(TIMESTAMP),
    "not_base64": _garbled,
}
