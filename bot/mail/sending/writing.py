"""One mail as bytes, ready for SMTP."""

import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime, localtime
from typing import Any, Final

from bot.contacts.email_addresses import mailable
from bot.mail.headers import one_line

OPAQUE: Final = frozenset({"message-id", "in-reply-to", "references", "list-unsubscribe", "list-id"})


class WirePolicy(EmailPolicy):
    """SMTP's policy, but addresses and ids stay as they are.

    The standard library turns what doesn't fit its line length into encoded words, in these headers too: a
    List-Unsubscribe or References so changed means nothing to a mail client. RFC 5322 allows lines of 998.
    """

    def fold_binary(self, name: str, value: Any) -> bytes:
        """One header as bytes; ids each on a line of their own where they don't fit together."""
        if name.lower() not in OPAQUE:
            return super().fold_binary(name, value)
        separator = " " if len(name) + len(value) < 76 else "\r\n "
        return f"{name}: {separator.join(value.split())}\r\n".encode("ascii", "replace")


POLICY: Final = WirePolicy(linesep="\r\n")


def ascii_address(address: str) -> str:
    """The address with its domain as every server knows it (IDNA 2008); NotAnAddress where it has no such."""
    return address if address.isascii() else mailable(address, everywhere=False)


def new_message(sender: Address, to: str, subject: str, headers: dict[str, str], text: str, html: str) -> EmailMessage:
    """Plain text first, then the HTML that says the same; ValueError where an address can't stand in a header."""
    message = EmailMessage(policy=POLICY)
    message["From"] = sender
    message["To"] = Address(addr_spec=to)
    message["Subject"] = one_line(subject)
    message["Date"] = format_datetime(localtime())
    for name, value in headers.items():
        message[name] = one_line(value)
    # Quoted-printable keeps every line short and in 7 bits: what any server takes and no relay rewraps.
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    return message


def wire_bytes(message: EmailMessage) -> bytes:
    """The mail as it follows DATA: leading dots doubled, the end marked (RFC 5321, 4.5.2)."""
    data = message.as_bytes(policy=POLICY)
    return re.sub(rb"(?m)^\.", b"..", data).rstrip(b"\r\n") + b"\r\n.\r\n"
