"""A letter's plain text as paragraphs and lists, for the HTML that says the same."""

import re
from dataclasses import dataclass

LINK = re.compile(r"(https?://[^\s<>\"]{1,1000}[^\s<>\".,;:!?)])")


@dataclass(frozen=True)
class Piece:
    """A stretch of a line; `link` says that it is an address to go to."""

    text: str
    link: bool


@dataclass(frozen=True)
class Paragraph:
    """Lines that belong together; `items` says that they are a list."""

    lines: list[list[Piece]]
    items: bool


def paragraphs(text: str) -> list[Paragraph]:
    """Blank lines part paragraphs; lines that start with `- ` are a list."""
    blocks = re.split(r"\n[ \t]*(?:\n[ \t]*)+", text.replace("\r\n", "\n").strip())
    return [part for block in blocks if block for part in _parts(block.splitlines())]


def _parts(lines: list[str]) -> list[Paragraph]:
    parts: list[Paragraph] = []
    for line in lines:
        items = line.startswith("- ")
        if not parts or parts[-1].items != items:
            parts.append(Paragraph([], items))
        parts[-1].lines.append(_pieces(line.removeprefix("- ")))
    return parts


def _pieces(line: str) -> list[Piece]:
    return [Piece(text, index % 2 == 1) for index, text in enumerate(LINK.split(line)) if text]
