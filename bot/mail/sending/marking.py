"""Mails that are not what they seem say so first: in the subject, and in a line above everything else."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Mark:
    """What stands before a subject, and the line above the text."""

    prefix: str
    banner: str


def mark(subject: str, text: str, marks: Sequence[Mark]) -> tuple[str, str]:
    """Both marked; a subject that a citizen's answer brought back is not marked twice."""
    prefixes = "".join(one.prefix for one in marks if one.prefix not in subject)
    return prefixes + subject, "".join(f"{one.banner}\n\n" for one in marks) + text


def part(text: str, marks: Sequence[Mark]) -> tuple[list[str], str]:
    """The lines that `mark` put above a text, and the text."""
    banners = []
    for one in marks:
        rest = text.removeprefix(f"{one.banner}\n\n")
        if rest != text:
            banners.append(one.banner)
        text = rest
    return banners, text
