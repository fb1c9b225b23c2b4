"""What is printed to recruit with: every name of a neighbourhood fits, and stands there as it is written."""

from datetime import UTC, datetime

import pytest
from matplotlib.figure import Figure

from bot.domain.participants.campaigns import Campaign, CampaignCard
from bot.domain.participants.reach import NeighbourhoodReach
from bot.pictures import apart, printed

HOST = "www.burgernetmail.politie-amersfoort.example.nl"
NAMES = (
    "Kattenbroek",
    "Vathorst-De Velden en de Laakse Buurt bij de Bron",
    "Bedrijventerreinwestenhogedwarsstraat",
    "Zon & $5_000$ <wijk>",
)


@pytest.mark.parametrize("where", NAMES)
@pytest.mark.parametrize("what", ["poster", "letter"])
def test_everything_stands_on_the_page_and_nothing_over_anything(
    monkeypatch: pytest.MonkeyPatch, what: str, where: str
) -> None:
    pages: list[Figure] = []
    as_pdf = printed.as_pdf

    def kept(page: Figure, title: str) -> bytes:
        pages.append(page)
        return as_pdf(page, title)

    monkeypatch.setattr(printed, "as_pdf", kept)
    before = NeighbourhoodReach(where, 3, 1200, 117)
    campaign = Campaign(1, "bcd4fg", before, "Els", datetime(2026, 1, 14, tzinfo=UTC), 0, 0)
    card = CampaignCard(campaign, before, f"https://{HOST}/aanmelden/bcd4fg")
    assert apart.draw_here("nl", what, card, "Amersfoort").startswith(b"%PDF")
    [page] = pages
    boxes = [*(text.get_window_extent() for text in page.texts), *(axes.get_window_extent() for axes in page.axes)]
    for number, box in enumerate(boxes):
        assert page.bbox.x0 <= box.x0 < box.x1 <= page.bbox.x1
        assert page.bbox.y0 <= box.y0 < box.y1 <= page.bbox.y1
        assert not any(box.overlaps(other) for other in boxes[number + 1 :])
    assert not any(text.get_parse_math() for text in page.texts)  # no name is a formula
