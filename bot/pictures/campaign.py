"""What a municipality prints and puts on its site to recruit in a neighbourhood."""

import re
from collections.abc import Sequence

from bot.domain.folding import folded
from bot.domain.participants.campaigns import CampaignCard
from bot.pictures.apart import draw_apart
from bot.records.figures import ReportFile
from bot.texts import Texts, texts


class Printed:
    """Makes them in a process of its own, as pictures are made."""

    def __init__(self, locale: str, place: str) -> None:
        self._locale = locale
        self._place = place

    def files(self, card: CampaignCard) -> Sequence[ReportFile]:
        stem = file_stem(card.campaign.before.neighbourhood)
        _ = texts(self._locale)
        return (
            ReportFile(f"{_('poster')}-{stem}.pdf", draw_apart(self._locale, "poster", card, self._place)),
            ReportFile(f"{_('letter')}-{stem}.pdf", draw_apart(self._locale, "letter", card, self._place)),
            ReportFile(f"{_('text-for-site')}-{stem}.txt", site_text(_, card, self._place).encode()),
        )


def file_stem(neighbourhood: str) -> str:
    """`Vathorst-De Velden` as `vathorst-de-velden`."""
    return re.sub(r"[^a-z0-9]+", "-", folded(neighbourhood)).strip("-") or "wijk"


def shown_link(link: str) -> str:
    """As people type it over."""
    return link.removeprefix("https://").removeprefix("http://")


def site_text(_: Texts, card: CampaignCard, place: str) -> str:
    """For the municipality's site; paragraphs with an empty line between."""
    return "\n\n".join([title_of(_, card), *why(_), _("Sign up at {link}", link=card.link), whose(_, place)]) + "\n"


def title_of(_: Texts, card: CampaignCard) -> str:
    return _("Help in {neighbourhood}", neighbourhood=card.campaign.before.neighbourhood)


def why(_: Texts) -> Sequence[str]:
    return (
        _("Was there a burglary near you? Then the police mail you. Perhaps you saw or heard something."),
        _("Taking part is free. You can stop at any time."),
    )


def whose(_: Texts, place: str) -> str:
    return f"{_('Burgernetmail is run by the police {place}.', place=place)}\n{_('Is it happening now? Call 112.')}"
