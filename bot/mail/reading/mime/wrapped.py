"""A part that is a mail itself, wrapped: signed as one piece (S/MIME), or cut on its way (RFC 2046, 5.2.2)."""

from email.message import Message
from typing import Final

from bot.mail.reading.mime.signed import KINDS as SIGNED
from bot.mail.reading.mime.signed import open_signed
from bot.mail.reading.mime.splitting import POLICY, Entity, split

PIECE: Final = "message/partial"
KINDS: Final = (*SIGNED, PIECE)


def unwrapped(part: Entity, content: bytes) -> Entity | None:
    """The mail inside; None for what is encrypted, or can't be read. Only a first piece has a head of its own."""
    if part.kind == PIECE:
        return split(content) if part.parameter("number") in ("", "1") else Entity(Message(policy=POLICY), content)
    inside = open_signed(content)
    return split(inside) if inside else None
