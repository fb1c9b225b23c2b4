"""What was found, told to who looked for it; a citizen's words without what would lead to a person."""

from bot.domain.alerts.alerts import AlertStatus
from bot.domain.desk.queries import LONGEST
from bot.domain.leads.leads import LeadResult
from bot.domain.replies.contacts import without_contacts
from bot.records.leads import result_name
from bot.records.searches import Found, FoundKind
from bot.slack import ids
from bot.slack.blocks import Block, link, pager, plain, section, shortened
from bot.slack.names import status_name
from bot.texts import Texts
from bot.workflow.desk.finding import Findings

FIRST_WORDS = 160


def build_findings(_: Texts, findings: Findings) -> tuple[str, list[Block]]:
    """The fallback text, without a word of a citizen's, and the blocks."""
    page = findings.found
    if page is None or not page.lines:
        told = _("Nothing was found.") if page else _("What are you looking for?")
        return told, [section(f"*{told}*\n{_usage(_, findings)}")]
    title = _.plural("{n} found", "{n} found", page.total)
    lines = (block for found in page.lines for block in _lines(_, found))
    return title, [section(f"*{title}*"), *lines, *pager(_, page, ids.FIND_PAGE, findings.typed[:LONGEST])]


def _usage(_: Texts, findings: Findings) -> str:
    what = _("You can search by reference (BM-2026-0042), street or BVH number.")
    if findings.citizens:
        more = _("Also by words of a reply, number plate, phone number or e-mail address.")
        what = f"{what} {more}"
    return f"{what}\n`{ids.COMMAND} {ids.WORD_FIND} Kattenbroekstraat`"


def _lines(_: Texts, found: Found) -> list[Block]:
    name = link(found.link, f"{found.reference} · {found.street}" if found.reference else _("without a known alert"))
    kind = {FoundKind.ALERT: "", FoundKind.REPLY: f"{_('Reply to')} ", FoundKind.LEAD: f"{_('Lead')}: "}[found.kind]
    told = [f"*{kind}{name}*", _.moment(found.at), _state(_, found)]
    line = section(" · ".join(filter(None, told)))
    words = shortened(" ".join(without_contacts(found.words, FIRST_WORDS).split()), FIRST_WORDS)
    return [line, {"type": "context", "elements": [plain(words)]}] if words else [line]


def _state(_: Texts, found: Found) -> str:
    if found.kind is FoundKind.ALERT:
        return status_name(_, AlertStatus(found.state))
    if found.kind is FoundKind.LEAD:
        return result_name(_, LeadResult(found.state)) if found.state else _("no result yet")
    return {"handled": _("Handled"), "open": _("not handled yet")}.get(found.state, "")
