"""The page behind "Ik heb informatie"."""

import re
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from tests.stage import Stage

PHOTO = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40
CHOICES = ("beelden", "niets")


def form_link(stage: Stage, name: str = "Noor") -> str:
    """The big button's link; the quick answers are the same with a choice behind it."""
    links = set(re.findall(r"https://\S+/reageren/\S+", stage.mail_to(f"{name.lower()}@example.nl").text))
    link = min(links, key=len)
    assert links == {link, *(f"{link}?keuze={choice}" for choice in CHOICES)}
    return str(link)


def kept(stage: Stage) -> list[EmailMessage]:
    """The forms as they were stored."""
    return [message_from_bytes(raw, policy=default) for raw in stage.kept("form")]
