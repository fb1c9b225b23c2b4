"""The summary above the leads: whole links, the best first, and what is of no use left out first."""

import re

from bot.domain.leads.leads import Lead, LeadResult
from bot.records.leads import LeadLine, LeadsCard
from bot.slack.leads.lead_message import build_leads_message
from bot.texts import texts
from tests.domain.samples import ALERT, NOON

URL = "https://amersfoort-politie.slack.com/archives/C0123456789/p1768392000000{}?thread_ts=1768392000.000100&cid=C0123456789"


def line(number: int, result: LeadResult | None = None, *, read: bool = True) -> LeadLine:
    """A lead that Daan judged or read, or nobody."""
    name = "Daan de Groot" if read else ""
    lead = Lead(number, number, 1, "Carla", NOON, result, name, NOON, "", name, NOON if read else None)
    return LeadLine(lead, URL.format(number))


def test_twenty_lines_whole_and_the_best_first() -> None:
    useless = [line(number, LeadResult.NOT_USABLE) for number in range(100, 120)]
    others = [
        line(200),
        line(201, read=False),
        line(202, LeadResult.USABLE),
        line(203, LeadResult.LEADS_TO_SUSPECT),
        line(204, LeadResult.GOLDEN_TIP),
    ]
    _, blocks = build_leads_message(texts("nl"), LeadsCard(ALERT, (*useless, *others)))
    told = [block["text"]["text"] for block in blocks if block["type"] == "section"]
    links = re.findall(r"<https://[^|>]*/p1768392000000(\d+)\?[^|>]*\|[^>]+>", "".join(told))
    assert links[:6] == ["204", "203", "202", "201", "200", "100"]
    assert len(links) == 20
    assert told[-1].rstrip().endswith("en nog 5")
    assert not any("…" in text for text in told)
