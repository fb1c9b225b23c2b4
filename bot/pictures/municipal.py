"""The municipality's page as it is printed: A4 in PDF."""

from collections.abc import Sequence
from typing import Final

from matplotlib.figure import Figure

from bot.pictures.printed import A4, BLUE, INK, as_pdf, wrapped
from bot.texts import Texts

LEFT: Final = 0.1
RIGHT: Final = 0.9
LINE: Final = 0.024
"""Of the page's height."""
WIDTH: Final = 88


def draw_municipal(
    _: Texts,
    place: str,
    title: str,
    above: Sequence[str],
    sections: Sequence[tuple[str, Sequence[tuple[str, str]]]],
    below: str,
) -> bytes:
    """What is called how stands left, its value right."""
    page = Figure(figsize=A4)
    page.text(LEFT, 0.94, title, size=22, weight="bold", color=BLUE, va="top")
    at = 0.895
    for line in above:
        text = wrapped(line, WIDTH)
        page.text(LEFT, at, text, size=11, color=INK, va="top", linespacing=1.4)
        at -= LINE * (text.count("\n") + 1)
    for name, rows in sections:
        at -= LINE * 0.7
        page.text(LEFT, at, name, size=14, weight="bold", color=BLUE, va="top")
        at -= LINE * 1.2
        for label, value in rows:
            page.text(LEFT, at, label, size=11, color=INK, va="top")
            page.text(RIGHT, at, value, size=11, color=INK, va="top", ha="right")
            at -= LINE
    ending = f"{wrapped(below, WIDTH)}\n\n{_('Police {place}', place=place)}"
    page.text(LEFT, at - LINE, ending, size=10, color=INK, va="top", linespacing=1.4)
    return as_pdf(page, title)
