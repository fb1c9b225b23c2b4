"""SendGrid's Inbound Parse ("send raw"): from a form to a mail and the addresses it was sent to."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from bot.mail.reading.authentication import findings_header
from bot.mail.reading.characters import clean_line
from bot.mail.reading.multipart import BadForm

LONGEST_RECIPIENT: Final = 1000
UNSAFE: Final = re.compile(r"[^!-~]|[<>]")
# The last line of ours: a mail that begins with a space would else go on in the header above it.
RECEIVED: Final = b"Received: by burgernetmail\r\n"
CUT_HEADER: Final = "x-burgernetmail-cut"
CUT: Final = f"{CUT_HEADER}: yes\r\n".encode()
NO_ROOM_HEADER: Final = "x-burgernetmail-no-room"
NO_ROOM: Final = f"{NO_ROOM_HEADER}: yes\r\n".encode()
"""Above a mail of which only the beginning is kept. A sender who writes it makes us warn of nothing, no more."""


@dataclass(frozen=True)
class InboundPost:
    """The whole MIME mail, and the envelope's recipients."""

    raw: bytes
    envelope_to: tuple[str, ...]


def read_post(fields: Mapping[str, bytes], *, whole: bool = True) -> InboundPost:
    """The mail in an Inbound Parse form; BadForm where it holds none (the "send raw" switch is off).

    In a form that is not `whole` the mail is what was cut.
    """
    raw = fields.get("email")
    if not raw:
        raise BadForm("the field `email` is missing: switch on 'Post the raw, full MIME message'")
    envelope = _envelope(fields.get("envelope", b""))
    to = envelope.get("to")
    named = [one for one in to if isinstance(one, str)][:100] if isinstance(to, list) else []
    recipients = tuple(clean_line(one, LONGEST_RECIPIENT) for one in named)
    return InboundPost((b"" if whole else CUT) + _trace(fields, envelope) + raw, recipients)


def _trace(fields: Mapping[str, bytes], envelope: Mapping[str, Any]) -> bytes:
    """What a server that takes a mail in writes on top: the return path (a machine's is empty), whether DKIM held.

    The second one always, so that a forged one below it is never the first.
    """
    sender = envelope.get("from")
    path = b"Return-Path: <%b>\r\n" % UNSAFE.sub("", sender[:320]).encode() if isinstance(sender, str) else b""
    return path + findings_header(fields.get("dkim", b""), fields.get("SPF", b"")) + RECEIVED


def _envelope(raw: bytes) -> dict[str, Any]:
    """A mail with an envelope that can't be read is still a citizen's mail: its headers name the recipient too."""
    try:
        envelope = json.loads(raw)
    except (ValueError, RecursionError):
        return {}
    return envelope if isinstance(envelope, dict) else {}
