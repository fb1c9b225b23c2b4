"""The reply form as a mail, so that it is kept, read and shown like one."""

import re
from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP
from typing import Final

from bot.mail.headers import one_line
from bot.mail.reading.mime.file_names import bare_name
from bot.mail.reading.parsing import ParsedMail
from bot.records.mail import FormFile

DELIVERY: Final = "X-Burgernetmail-Delivery"
PHONE: Final = "X-Burgernetmail-Phone"
MEDIA_TYPE: Final = re.compile(r"(application|audio|image|text|video)/[a-z0-9][a-z0-9.+-]{0,60}")
UNKNOWN_TYPE: Final = "application/octet-stream"


def write_form(delivery_id: int, text: str, phone: str, files: Sequence[FormFile]) -> bytes:
    """One MIME message; delivery id and phone number stand in headers that only a form's mail is asked for."""
    message = EmailMessage(policy=SMTP)
    message[DELIVERY] = str(delivery_id)
    if phone:
        message[PHONE] = one_line(phone)
    message.set_content(text, cte="base64")
    for file in files:
        media_type = file.media_type.lower().partition(";")[0].strip()
        main, _, sub = (media_type if MEDIA_TYPE.fullmatch(media_type) else UNKNOWN_TYPE).partition("/")
        name = bare_name(file.name)
        message.add_attachment(file.content, maintype=main, subtype=sub, filename=name)
    return message.as_bytes()


def form_headers(mail: ParsedMail) -> tuple[int | None, str]:
    """The delivery's id and the phone number that `write_form` put there."""
    delivery_id = mail.header(DELIVERY.lower())
    return int(delivery_id) if delivery_id.isdecimal() else None, mail.header(PHONE.lower())
