"""Telephone numbers that are to be dialled, as links, in mails and on pages."""

import re
from typing import Final

from markupsafe import Markup, escape

NUMBER: Final = re.compile(r"(?<![\w-])0[89]00-\d{4,7}(?![\w-])|(?:(?<=\b[Bb]el )|(?<=\b[Cc]all ))112\b")
"""112 only behind "bel": it may be a number of something else."""


def dialled(text: str) -> Markup:
    """The text, escaped, in which each of these numbers is one piece that can be touched to call it."""
    parts, end = [], 0
    for found in NUMBER.finditer(text):
        parts += [escape(text[end : found.start()]), _link(found[0])]
        end = found.end()
    return Markup("").join([*parts, escape(text[end:])])


def _link(number: str) -> Markup:
    style = "color:inherit;white-space:nowrap;"
    return Markup('<a href="tel:{}" style="{}">{}</a>').format(number.replace("-", ""), style, number)
