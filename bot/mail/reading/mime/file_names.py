"""What a part calls its file, and which names nobody chose."""

import re
from pathlib import PurePosixPath
from typing import Final

from bot.mail.reading.characters import clean_line

LONGEST_FILE_NAME: Final = 120
OF_A_SERVER: Final = re.compile(
    r"(?:att|(?:untitled|unnamed) attachment|naamloze bijlage)[ _-]?\d{1,5}\.{0,2}(?:txt|html?)?"
    r"|(?:mime-attachment|mail-bijlage|mail attachment|attached message part|noname|unnamed|message-footer)"
    r"(?:[ _-]?\d{1,5})?(?:\.(?:txt|html?))?"
    r"|(?:part|deel) ?\d[\d.]{0,6}(?:txt|html?)?",
    re.IGNORECASE,
)


def bare_name(name: str) -> str:
    """A file's name as it can be shown and kept: cleaned, cut, without its folders."""
    return clean_line(PurePosixPath(name.replace("\\", "/")).name, LONGEST_FILE_NAME)


def is_of_a_server(name: str) -> bool:
    """Whether it is how servers name a text that goes on behind a picture, and that they mark as a file."""
    return OF_A_SERVER.fullmatch(name) is not None
