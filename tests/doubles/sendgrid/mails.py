"""What people would have got."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage

from .crossing import recipients
from .shapes import Json


@dataclass(frozen=True)
class SentMail:
    """One mail to one person, substitutions filled in.

    `batch` numbers the accepted request that carried it, from 1; `request_id` is that request's X-Message-Id;
    `message_id` is the mail's Message-ID header in its angle brackets: the sender's own, or one made here. `send_at`
    is the moment asked for (epoch seconds), None for at once. `text` and `html` are empty where there is none.
    """

    to: str
    to_name: str
    from_: str
    from_name: str
    reply_to: str
    subject: str
    text: str
    html: str
    headers: dict[str, str]
    custom_args: dict[str, str]
    categories: tuple[str, ...]
    send_at: int | None
    batch: int
    request_id: str
    message_id: str

    def as_email(self) -> EmailMessage:
        """The message as it lies in this person's mailbox."""
        email = EmailMessage()
        email["From"] = Address(self.from_name, addr_spec=self.from_)
        email["To"] = Address(self.to_name, addr_spec=self.to)
        email["Subject"] = self.subject
        for name, value in {"Message-ID": self.message_id, "Reply-To": self.reply_to, **self.headers}.items():
            if value and name not in email:
                email[name] = value
        if self.text:
            email.set_content(self.text)
        if self.html:
            (email.add_alternative if self.text else email.set_content)(self.html, subtype="html")
        return email


def mails_of(request: Json, batch: int, request_id: str) -> list[SentMail]:
    """One mail for each recipient of an accepted request, in its order."""
    return [
        _mail(request, personal, person, batch, request_id, f"{number}.{place}")
        for number, personal in enumerate(request["personalizations"])
        for place, (_, person) in enumerate(recipients(personal))
    ]


def _mail(request: Json, personal: Json, person: Json, batch: int, request_id: str, number: str) -> SentMail:
    values = personal.get("substitutions", {})
    content = {part["type"].lower(): _filled(part["value"], values) for part in request["content"]}
    sender: Json = personal.get("from") or request["from"]
    headers = _merged(request.get("headers", {}), personal.get("headers", {}))
    own_id = next((value for name, value in headers.items() if name.lower() == "message-id"), "")
    return SentMail(
        to=person["email"],
        to_name=person.get("name", ""),
        from_=sender["email"],
        from_name=sender.get("name", ""),
        reply_to=_filled(_reply_to(request), values),
        subject=_filled(personal.get("subject") or request["subject"], values),
        text=content.get("text/plain", ""),
        html=content.get("text/html", ""),
        headers=headers,
        custom_args=request.get("custom_args", {}) | personal.get("custom_args", {}),
        categories=tuple(request.get("categories", [])),
        send_at=personal.get("send_at", request.get("send_at")),
        batch=batch,
        request_id=request_id,
        message_id=own_id or f"<{request_id}.{number}@geopod-ismtpd.example>",
    )


def _reply_to(request: Json) -> str:
    people = [request["reply_to"]] if "reply_to" in request else request.get("reply_to_list", [])
    return ", ".join(person["email"] for person in people)


def _merged(root: Mapping[str, str], personal: Mapping[str, str]) -> dict[str, str]:
    """A personalization's header replaces the root's of the same name, however it is spelled."""
    replaced = {name.lower() for name in personal}
    return {name: value for name, value in root.items() if name.lower() not in replaced} | dict(personal)


def _filled(words: str, values: Mapping[str, str]) -> str:
    """All tags at once, the longest first: no value is searched for tags again."""
    if not values:
        return words
    tags = "|".join(re.escape(tag) for tag in sorted(values, key=len, reverse=True))
    return re.sub(tags, lambda match: values[match[0]], words)
