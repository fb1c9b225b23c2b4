"""Leads in the burglary channel: one message an alert, a post in its thread for each lead."""

from bot.domain.replies import LeadResult
from bot.slack import ids
from bot.slack.attachment_message import attachment_lines
from bot.slack.blocks import Block, actions, button, context, escape, header, link, section, shortened, verbatim
from bot.slack.names import offence_name, rating_name, result_name
from bot.texts import Texts
from bot.workflow.cards import LeadCard, LeadsCard


def build_leads_message(_: Texts, card: LeadsCard) -> tuple[str, list[Block]]:
    """The message above an alert's leads."""
    results = [lead.result for lead in card.leads]
    waiting = sum(result in {None, LeadResult.PICKED_UP} for result in results)
    counts = [
        _.plural("{n} lead", "{n} leads", len(results)),
        _("{n} open", n=waiting),
        _("{n} usable", n=results.count(LeadResult.USABLE)),
        _("{n} ruled out", n=results.count(LeadResult.RULED_OUT)),
        _("{n} not usable", n=results.count(LeadResult.NOT_USABLE)),
    ]
    if card.alert is None:
        title = _("Leads without a known alert")
        return title, [header(title), section(" · ".join(counts))]
    content = card.alert.content
    title = f"{card.alert.reference} · {offence_name(_, content.offence)} · {content.street}"
    when = f"{content.place} ({content.neighbourhood}) · {_.window(content.window_start, content.window_end)}"
    number = _("BVH: {number}", number=content.bvh_number)
    return escape(title), [header(title), context(escape(f"{when} · {number}")), section(" · ".join(counts))]


def build_lead_message(_: Texts, card: LeadCard) -> tuple[str, list[Block]]:
    """A lead in its thread; the fallback text holds no word of the citizen's."""
    lead, reply = card.lead, card.reply
    rated = rating_name(_, reply.rating) if reply.rating else _("not rated yet")
    by = _("Sent on by {name}, {moment}", name=escape(lead.escalated_by_name), moment=_.moment(lead.escalated_at))
    blocks = [
        section(f"*{_('Lead')}* · {rated} · {link(card.reply_link, _('the reply'))}"),
        verbatim(shortened(reply.words, 2900) or _("(no text)")),
        *attachment_lines(_, card.attachments),
        context(by),
    ]
    if lead.result and lead.result_at:
        told = f"{escape(lead.result_by_name)}, {_.moment(lead.result_at)}"
        blocks.append(section(f":white_check_mark: *{result_name(_, lead.result)}* - {told}"))
    buttons = [
        button(
            result_name(_, result), ids.LEAD_RESULT + result, str(lead.id), "primary" if result is lead.result else ""
        )
        for result in LeadResult
    ]
    if card.attachments:
        buttons.append(button(_("Attachments"), ids.SHOW_LEAD_ATTACHMENTS, str(lead.id)))
    return _("A lead from a citizen"), [*blocks, actions(*buttons)]
