"""SendGrid's Inbound Parse ("send raw"): from a form to a mail and the addresses it was sent to."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from bot.mail.multipart import BadForm


@dataclass(frozen=True)
class InboundPost:
    """The whole MIME mail, and the envelope's recipients."""

    raw: bytes
    envelope_to: tuple[str, ...]


def read_post(fields: Mapping[str, bytes]) -> InboundPost:
    """The mail in an Inbound Parse form; BadForm where it holds none (the "send raw" switch is off)."""
    raw = fields.get("email")
    if not raw:
        raise BadForm("the field `email` is missing: switch on 'Post the raw, full MIME message'")
    return InboundPost(raw, _recipients(fields.get("envelope", b"")))


def _recipients(envelope: bytes) -> tuple[str, ...]:
    """A mail with an envelope that can't be read is still a citizen's mail: its headers name the recipient too."""
    try:
        to = json.loads(envelope)["to"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return ()
    return tuple(one for one in to if isinstance(one, str))[:100] if isinstance(to, list) else ()
