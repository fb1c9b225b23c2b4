"""Files in the middle of a text, as they were packed before MIME: `begin 644 foto.jpg`, lines of code, `end`."""

import re
from typing import Final

from bot.mail.reading.mime.transfer import decode_uu

MOST_FILES: Final = 50
BEGIN: Final = re.compile(rb"(?:\A|(?<=\n))begin (?:0?[0-7]{3}) ([^\r\n]{1,255})\r?\n")
END: Final = re.compile(rb"(?<=\n)end[ \t]*(?:\r?\n|\Z)")


def take_files(text: bytes) -> tuple[bytes, list[tuple[bytes, bytes]]]:
    """The text without them, and each file's name and content; what is not whole stays in the text."""
    kept: list[bytes] = []
    files: list[tuple[bytes, bytes]] = []
    position = 0
    while len(files) < MOST_FILES and (begin := BEGIN.search(text, position)):
        end = END.search(text, begin.end())
        if end is None:
            break
        content = decode_uu(text[begin.end() : end.start()].splitlines())
        if not content:
            kept.append(text[position : begin.end()])
            position = begin.end()
            continue
        kept.append(text[position : begin.start()])
        files.append((begin[1].strip(), content))
        position = end.end()
    return (b"".join([*kept, text[position:]]), files) if files else (text, [])
