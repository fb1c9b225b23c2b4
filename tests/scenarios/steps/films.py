"""Films that come in pieces over a citizen's link."""

import re

from tests.doubles.slack import Message
from tests.doubles.tus import Sender
from tests.stage import Stage

MP4 = b"\0\0\0\x20ftypisom\0\0\2\0isomiso2avc1mp41"


def film(size: int) -> bytes:
    """A film of so many bytes, by its beginning."""
    return (MP4 + bytes(range(251)) * (size // 251 + 1))[:size]


def sender(stage: Stage, name: str = "Noor") -> Sender:
    """Over the link that the thank-you page shows, before anybody asked for images."""
    text = stage.mails_to(f"{name.lower()}@example.nl")[0].text
    link = min(re.findall(r"https://\S+/reageren/\S+", text), key=len)
    [images] = re.findall(r'href="(/beelden/\w+)"', stage.visits(f"{link}?klaar=all").text)
    return Sender(stage, images)


def come_in(stage: Stage) -> Message:
    """All that came in whole is shown, once no words come with it; the newest reply."""
    _look(stage)
    if stage.rows("SELECT id FROM uploads WHERE state = 'kept' AND reply_id IS NULL"):
        stage.later(minutes=10)
        _look(stage)
    return stage.reply_message()


def _look(stage: Stage) -> None:
    for _ in range(3):
        stage.program.workflow.bringing.keep_up()
        stage.settle()
