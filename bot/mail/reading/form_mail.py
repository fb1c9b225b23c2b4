"""The reply form as a mail, so that it is kept, read and shown like one."""

import re
from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP
from typing import Final

from bot.mail.headers import one_line
from bot.mail.reading.mime.file_names import bare_name
from bot.mail.reading.parsing import ParsedMail
from bot.records.mail import FormFile, Neighbour

DELIVERY: Final = "X-Burgernetmail-Delivery"
PHONE: Final = "X-Burgernetmail-Phone"
NAME: Final = "X-Burgernetmail-Name"
EMAIL: Final = "X-Burgernetmail-Email"
MEDIA_TYPE: Final = re.compile(r"(application|audio|image|text|video)/[a-z0-9][a-z0-9.+-]{0,60}")
UNKNOWN_TYPE: Final = "application/octet-stream"


def write_form(
    delivery_id: int, text: str, phone: str, files: Sequence[FormFile], neighbour: Neighbour | None
) -> bytes:
    """One MIME message; what is no text and no file stands in headers that only a form's mail is asked for."""
    message = EmailMessage(policy=SMTP)
    message[DELIVERY] = str(delivery_id)
    typed = {PHONE: phone, NAME: neighbour.name, EMAIL: neighbour.email} if neighbour else {PHONE: phone}
    for header, value in typed.items():
        if value:
            message[header] = one_line(value)
    message.set_content(text, cte="base64")
    for file in files:
        media_type = file.media_type.lower().partition(";")[0].strip()
        main, _, sub = (media_type if MEDIA_TYPE.fullmatch(media_type) else UNKNOWN_TYPE).partition("/")
        name = bare_name(file.name)
        message.add_attachment(file.content, maintype=main, subtype=sub, filename=name)
    return message.as_bytes()


def form_headers(mail: ParsedMail) -> tuple[int | None, str, Neighbour]:
    """The delivery's id, the phone number and the neighbour (without a word where it is none) of `write_form`."""
    delivery_id, phone, name, email = (mail.header(header.lower()) for header in (DELIVERY, PHONE, NAME, EMAIL))
    return int(delivery_id) if delivery_id.isdecimal() else None, phone, Neighbour(name, email)
