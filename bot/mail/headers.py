"""The headers that make our mail deliverable, easy to leave, and quiet towards other machines."""

import re

from bot.mail.addresses import Addresses
from bot.records.mail import Letter


def alert_headers(addresses: Addresses) -> dict[str, str]:
    """The headers of an alert that are the same for everybody.

    An alert is written and approved by people, so it is not Auto-Submitted; List-Id and X-Auto-Response-Suppress
    keep out-of-office answers away. Bounces stay wanted, they mark the delivery.
    """
    return {
        "List-Id": addresses.list_id,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Feedback-ID": "::alert:burgernetmail",
        "X-Auto-Response-Suppress": "OOF, AutoReply",
    }


def personal_headers(addresses: Addresses, delivery_id: int, leave_token: str) -> dict[str, str]:
    """One person's own: the Message-ID, and RFC 8058's unsubscribe without a login."""
    return {
        "Message-ID": addresses.message_id(delivery_id),
        "List-Unsubscribe": f"<{addresses.leave_link(leave_token)}>",
    }


def letter_headers(addresses: Addresses, letter: Letter) -> dict[str, str]:
    """A letter's headers: threaded under the citizen's mail, and marked where a machine wrote it (RFC 3834)."""
    headers = {"Message-ID": addresses.letter_message_id(letter.message_id)}
    in_reply_to = _message_ids(letter.in_reply_to)[:1]
    if in_reply_to:
        headers["In-Reply-To"] = in_reply_to[0]
    references = list(dict.fromkeys(_message_ids(letter.references) + in_reply_to))
    if references:
        # The first and the last ones hold a thread together; 20 keep the header short.
        headers["References"] = " ".join(references[:1] + references[1:][-19:])
    if letter.automatic:
        headers |= {"Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All"}
    return headers


def one_line(text: str) -> str:
    """Text that can't break out of its header: no line breaks or control characters, one space between words."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]", " ", text).split())


def _message_ids(text: str) -> list[str]:
    """Only what has the shape of a Message-ID: these texts come from citizens' mail."""
    return re.findall(r"<[^<>\s\x00-\x20\x7f-\U0010ffff]{1,250}>", text)


def without_addresses(text: str, longest: int = 300) -> str:
    """A provider's message, cut, with the e-mail addresses taken out: it goes to logs and to Slack."""
    return re.sub(r"[^\s<>@,;:]{1,254}@[^\s<>@,;:]{1,254}", "…@…", one_line(text[:4000]))[:longest]
