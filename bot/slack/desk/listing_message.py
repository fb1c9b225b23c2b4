"""All of a list whose first lines stand in a channel, told to one person a page at a time."""

from bot.domain.leads.leads import NO_ALERT
from bot.records.desk import BoardLine
from bot.records.pages import Page
from bot.slack import ids
from bot.slack.blocks import Block, packed, pager, section
from bot.slack.desk.home_view import line_told
from bot.slack.leads.lead_message import lead_line
from bot.texts import Texts
from bot.workflow.desk.listing import AllLeads


def build_all_leads(_: Texts, leads: AllLeads) -> tuple[str, list[Block]]:
    """In the order in which they came."""
    alert, page = leads.alert, leads.page
    title = _("Leads without a known alert")
    if alert:
        title = _("All leads of {reference}, oldest first", reference=alert.reference)
    lines = packed(lead_line(_, line) for line in page.lines)
    turns = pager(_, page, ids.ALL_LEADS_PAGE, str(alert.id if alert else NO_ALERT))
    return title, [section(f"*{title}* ({_.number(page.total)})"), *map(section, lines), *turns]


def build_open_replies(_: Texts, page: Page[BoardLine]) -> tuple[str, list[Block]]:
    """Oldest first."""
    title = _("All open replies, oldest first")
    lines = packed(line_told(_, line) for line in page.lines) or [_("Nothing here.")]
    turns = pager(_, page, ids.OPEN_REPLIES_PAGE)
    return title, [section(f"*{title}* ({_.number(page.total)})"), *map(section, lines), *turns]
