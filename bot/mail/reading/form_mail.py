"""The reply form as a mail, so that it is kept, read and shown like one."""

import re
from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP
from typing import Final

from bot.mail.headers import one_line
from bot.mail.reading.parsing import ParsedMail, bare_name
from bot.records.mail import FormFile

DELIVERY: Final = "X-Burgernetmail-Delivery"
CAMERA_DAYS: Final = "X-Burgernetmail-Camera-Days"
MOST_DAYS: Final = 365
PHONE: Final = "X-Burgernetmail-Phone"
MEDIA_TYPE: Final = re.compile(r"(application|audio|image|text|video)/[a-z0-9][a-z0-9.+-]{0,60}")
UNKNOWN_TYPE: Final = "application/octet-stream"


def write_form(delivery_id: int, text: str, phone: str, files: Sequence[FormFile], days: str) -> bytes:
    """One MIME message; delivery id, phone number and how long a camera keeps its images (empty: not said) stand in
    headers that only a form's mail is asked for.
    """
    message = EmailMessage(policy=SMTP)
    message[DELIVERY] = str(delivery_id)
    if phone:
        message[PHONE] = one_line(phone)
    if days:
        message[CAMERA_DAYS] = days[:9]
    message.set_content(text, cte="base64")
    for file in files:
        media_type = file.media_type.lower().partition(";")[0].strip()
        main, _, sub = (media_type if MEDIA_TYPE.fullmatch(media_type) else UNKNOWN_TYPE).partition("/")
        name = bare_name(file.name)
        message.add_attachment(file.content, maintype=main, subtype=sub, filename=name)
    return message.as_bytes()


def form_headers(mail: ParsedMail) -> tuple[int | None, str, int | None]:
    """The delivery's id, the phone number and the camera's days that `write_form` put there."""
    delivery_id, days = mail.header(DELIVERY.lower()), mail.header(CAMERA_DAYS.lower())
    kept = int(days) if days.isdecimal() and 1 <= int(days) <= MOST_DAYS else None
    return int(delivery_id) if delivery_id.isdecimal() else None, mail.header(PHONE.lower()), kept
