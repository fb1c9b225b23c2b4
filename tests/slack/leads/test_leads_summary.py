"""The summary above the leads: how many of each worth, the best first; all of them, by whole links, are a page away."""

import re

from bot.domain.leads.leads import Lead, LeadResult
from bot.records.leads import LeadLine, LeadsCard
from bot.records.pages import Page
from bot.slack import ids
from bot.slack.blocks import Block
from bot.slack.desk.listing_message import build_all_leads
from bot.slack.leads.lead_message import build_leads_message
from bot.texts import texts
from bot.workflow.desk.listing import AllLeads
from tests.domain.samples import ALERT, NOON

URL = "https://amersfoort-politie.slack.com/archives/C0123456789/p1768392000000{}?thread_ts=1768392000.000100&cid=C0123456789"


def line(number: int, result: LeadResult | None = None, *, read: bool = True) -> LeadLine:
    """A lead that Daan judged or read, or nobody."""
    name = "Daan de Groot" if read else ""
    lead = Lead(number, number, 1, "Carla", NOON, result, name, NOON, "", name, NOON if read else None)
    return LeadLine(lead, URL.format(number))


def texts_of(blocks: list[Block]) -> list[str]:
    return [block["text"]["text"] for block in blocks if block["type"] == "section"]


def links_in(told: list[str]) -> list[str]:
    return re.findall(r"<https://[^|>]*/p1768392000000(\d+)\?[^|>]*\|[^>]+>", "".join(told))


USELESS = tuple(line(number, LeadResult.NOT_USABLE) for number in range(100, 120))
LEADS = (
    *USELESS,
    line(200),
    line(201, read=False),
    line(202, LeadResult.USABLE),
    line(203, LeadResult.LEADS_TO_SUSPECT),
    line(204, LeadResult.GOLDEN_TIP),
)


def test_the_best_first_and_one_whole_link_to_what_nobody_read() -> None:
    _, blocks = build_leads_message(texts("nl"), LeadsCard(ALERT, LEADS))
    [worth] = texts_of(blocks)
    counts = re.findall(r"(\d+) (gouden tip|leidt tot verdachte|bruikbaar|niet bruikbaar|ongelezen|gelezen)\b", worth)
    assert counts == [
        ("1", "gouden tip"),
        ("1", "leidt tot verdachte"),
        ("1", "bruikbaar"),
        ("20", "niet bruikbaar"),
        ("1", "ongelezen"),
        ("1", "gelezen"),
    ]
    assert worth.startswith("*25 tips*")
    assert worth.count("(volgens Daan de Groot)") == 4
    assert links_in([worth]) == ["201"]
    assert "…" not in worth
    [all_of_them] = [one for block in blocks if block["type"] == "actions" for one in block["elements"]]
    assert (all_of_them["action_id"], all_of_them["value"]) == (ids.ALL_LEADS, str(ALERT.id))


def test_every_lead_of_a_page_has_its_whole_link() -> None:
    page = Page(LEADS, 1, len(LEADS), ("", ""))
    told = texts_of(build_all_leads(texts("nl"), AllLeads(ALERT, page))[1])
    assert links_in(told) == [str(one.lead.id) for one in LEADS]
    assert not any("…" in text for text in told)
