"""A poster and a letter to recruit with: A4 in PDF, with a QR code."""

from collections.abc import Sequence
from io import BytesIO
from textwrap import fill
from typing import Final

import segno
from matplotlib import rc_context
from matplotlib.figure import Figure

from bot.domain.participants.campaigns import CampaignCard
from bot.pictures.campaign import shown_link, title_of, whose, why
from bot.texts import Texts

A4: Final = (8.27, 11.69)  # inches
INK: Final = "#1c2733"
BLUE: Final = "#00407a"
LETTER_WIDTH: Final = 78
POSTER_WIDTH: Final = 34
TITLE_WIDTH: Final = 20
TITLE_POINTS: Final = 40
TITLE_LINES: Final = 3
"""Of that size; more of them, or a name of one long word, make it smaller."""
LINK_SIGNS: Final = 700
"""A link's size in points times its signs: what the width of the page holds."""


def draw_poster(_: Texts, card: CampaignCard, place: str) -> bytes:
    """To be read from two metres."""
    page = Figure(figsize=A4)
    title = wrapped(title_of(_, card), TITLE_WIDTH)
    page.text(0.5, 0.9, title, size=_title_size(title), weight="bold", color=BLUE, ha="center", va="top")
    told = "\n\n".join(wrapped(one, POSTER_WIDTH) for one in why(_))
    page.text(0.5, 0.72, told, size=20, color=INK, ha="center", va="top", linespacing=1.3)
    _code(page, card.link, 0.34, 0.16, 0.32)
    page.text(0.5, 0.145, _("Scan the code, or go to"), size=16, color=INK, ha="center", va="top")
    link = shown_link(card.link)
    page.text(0.5, 0.118, link, size=min(20, LINK_SIGNS / len(link)), weight="bold", color=BLUE, ha="center", va="top")
    page.text(0.5, 0.06, whose(_, place), size=12, color=INK, ha="center", va="top", linespacing=1.4)
    return as_pdf(page, title_of(_, card))


def _title_size(title: str) -> float:
    lines = title.splitlines()
    return TITLE_POINTS * min(1, TITLE_LINES / len(lines), TITLE_WIDTH / max(map(len, lines)))


def draw_letter(_: Texts, card: CampaignCard, place: str) -> bytes:
    """One page, for every letter box."""
    page = Figure(figsize=A4)
    where = card.campaign.before.neighbourhood
    lines = [
        _("To the residents of {neighbourhood}", neighbourhood=where),
        _("Dear neighbour,"),
        *why(_),
        *_who_do(_, card),
        _("Scan the code, or go to {link}. It takes a minute.", link=shown_link(card.link)),
        _("Is this letter real? Call 0900-8844 and ask. We never ask for money, a password or a PIN code."),
        _("Kind regards,") + "\n" + _("Police {place}", place=place),
    ]
    text = "\n\n".join("\n".join(wrapped(line, LETTER_WIDTH) for line in one.splitlines()) for one in lines)
    page.text(0.12, 0.9, text, size=11.5, color=INK, va="top", linespacing=1.5)
    _code(page, card.link, 0.12, 0.2, 0.24)
    return as_pdf(page, title_of(_, card))


def _who_do(_: Texts, card: CampaignCard) -> Sequence[str]:
    people, where = card.campaign.before.participants, card.campaign.before.neighbourhood
    if not people:
        return ()
    told = _.plural(
        "In {where} {n} person takes part. Will you join?",
        "In {where} {n} people take part. Will you join?",
        people,
        where=where,
    )
    return (told,)


def wrapped(text: str, width: int) -> str:
    return fill(text, width, break_long_words=False, break_on_hyphens=False)


def _code(page: Figure, link: str, left: float, bottom: float, width: float) -> None:
    """A square whatever the page; what is around it stays white, as readers need."""
    axes = page.add_axes((left, bottom, width, width * A4[0] / A4[1]))
    axes.imshow(
        [list(row) for row in segno.make(link, error="m", micro=False).matrix], cmap="binary", interpolation="nearest"
    )
    axes.set_axis_off()


def as_pdf(page: Figure, title: str) -> bytes:
    """Text stays text (fonts as TrueType), so that it can be found and read aloud."""
    pdf = BytesIO()
    with rc_context({"pdf.fonttype": 42}):
        page.savefig(pdf, format="pdf", metadata={"Title": title, "CreationDate": None})
    return pdf.getvalue()
