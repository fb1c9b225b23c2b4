"""Leads in the burglary channel: one message an alert, a post in its thread for each lead."""

from bot.domain.leads.leads import NO_ALERT, OPEN_RESULTS, USABLE_RESULTS, Lead, LeadResult, rank
from bot.domain.replies.replies import Reply
from bot.records.leads import LeadCard, LeadLine, LeadsCard, NearbyCase
from bot.records.replies import rating_name
from bot.slack import ids
from bot.slack.blocks import Block, actions, button, context, escape, header, link, packed, section, verbatim
from bot.slack.names import (
    caution_name,
    closed_line,
    offence_name,
    result_name,
    sender_check_name,
    verdict,
)
from bot.slack.replies.attachment_message import attachment_lines
from bot.slack.replies.reply_message import shown_words, words_of
from bot.slack.replies.tie_message import tie_lines
from bot.texts import Texts

MOST_LINES = 20
MOST_NEAR = 5
QUICK = (LeadResult.PICKED_UP, LeadResult.USABLE, LeadResult.RULED_OUT, LeadResult.NOT_USABLE)
"""One press each; the others come with a note, in the form."""
_SIGNS = {
    None: "🟡",
    LeadResult.PICKED_UP: "🔎",
    LeadResult.USABLE: "✅",
    LeadResult.LEADS_TO_SUSPECT: "🎯",
    LeadResult.GOLDEN_TIP: "🏆",
    LeadResult.RULED_OUT: "⚪",
    LeadResult.NOT_USABLE: "⚪",
}


def build_leads_message(_: Texts, card: LeadsCard) -> tuple[str, list[Block]]:
    """The message above an alert's leads: at a glance what they are worth."""
    summary = [section(" · ".join(_counts(_, card))), *_lines(_, card)]
    if card.alert is None:
        title = _("Leads without a known alert")
        return title, [header(title), *summary]
    content = card.alert.content
    title = f"{card.alert.reference} · {offence_name(_, content.offence)} · {content.street}"
    when = f"{content.place} ({content.neighbourhood}) · {_.window(content.window_start, content.window_end)}"
    number = _("BVH: {number}", number=content.bvh_number)
    blocks = [header(title), context(escape(f"{when} · {number}")), *_closed(_, card), *summary, *_near(_, card)]
    return escape(title), blocks


def _counts(_: Texts, card: LeadsCard) -> list[str]:
    results = [line.lead.result for line in card.leads]
    unread = sum(line.lead.read_at is None for line in card.leads)
    told = [
        f"*{_.plural('{n} lead', '{n} leads', len(results))}*",
        _("{n} open", n=sum(result in OPEN_RESULTS for result in results)),
        _("{n} usable", n=sum(result in USABLE_RESULTS for result in results)),
        _("{n} ruled out", n=results.count(LeadResult.RULED_OUT)),
        _("{n} not usable", n=results.count(LeadResult.NOT_USABLE)),
    ]
    return [*told, f"*{_('{n} unread', n=unread)}*"] if unread else told


def _lines(_: Texts, card: LeadsCard) -> list[Block]:
    """The best first, then what nobody has read; what is of no use is left out first, and is in the thread.

    The message is everybody's: the button shows all of them to who presses it.
    """
    best_first = sorted(card.leads, key=lambda line: rank(line.lead))
    lines = [lead_line(_, line) for line in best_first[:MOST_LINES]]
    more = len(best_first) - len(lines)
    told = [section(piece) for piece in packed([*lines, *_more(_, more)])]
    if more:
        alert_id = str(card.alert.id if card.alert else NO_ALERT)
        told.append(actions(button(_("Show all leads"), ids.ALL_LEADS, alert_id)))
    return told


def _more(_: Texts, n: int) -> list[str]:
    return [_.plural("and {n} more", "and {n} more", n)] if n else []


def lead_line(_: Texts, line: LeadLine) -> str:
    """One of them, with the way to its post."""
    lead = line.lead
    name = link(line.link, _("Lead of {moment}", moment=_.moment(lead.escalated_at)))
    return f"{_SIGNS[lead.result]} {name} · {_standing(_, lead)}"


def _standing(_: Texts, lead: Lead) -> str:
    """What the team says of it by now, and who."""
    if lead.result:
        return verdict(_, lead.result, escape(lead.result_by_name))
    return _("read by {name}", name=escape(lead.read_by_name)) if lead.read_at else f"*{_('unread')}*"


def _closed(_: Texts, card: LeadsCard) -> list[Block]:
    alert = card.alert
    if alert is None or alert.closed_at is None:
        return []
    return [section(f"🔒 *{closed_line(_, alert)}* · {_.moment(alert.closed_at)}")]


def _near(_: Texts, card: LeadsCard) -> list[Block]:
    if not card.near:
        return []
    lines = [_neighbour(_, case) for case in card.near[:MOST_NEAR]]
    lines += _more(_, len(card.near) - len(lines))
    return [context(f"*{_('Near in place and time')}*\n" + "\n".join(lines))]


def _neighbour(_: Texts, case: NearbyCase) -> str:
    name = link(case.link, f"{case.reference} · {case.street}")
    away = _("{n} m away", n=_.number(case.distance_m))
    leads = _.plural("{n} lead", "{n} leads", case.leads)
    told = [name, _.moment(case.window_start), away, leads]
    return " · ".join([*told, _("{n} usable", n=case.usable)] if case.leads else told)


def build_lead_message(_: Texts, card: LeadCard) -> tuple[str, list[Block]]:
    """A lead in its thread; the fallback text holds no word of the citizen's."""
    lead, reply = card.lead, card.reply
    rated = rating_name(_, reply.rating) if reply.rating else _("not rated yet")
    by = _("Sent on by {name}, {moment}", name=escape(lead.escalated_by_name), moment=_.moment(lead.escalated_at))
    blocks = [
        section(f"*{_('Lead')}* · {rated} · {link(card.reply_link, _('the reply'))}"),
        section(f"{_SIGNS[lead.result]} {_verdict(_, lead)}"),
        context(escape(_where(_, card)), *(f":label: {caution_name(_, odd)}" for odd in reply.cautions)),
        *words_of(_, reply, 2900 if not card.follow_ups else 1500),
        *(block for later in card.follow_ups for block in _follow_up(_, later)),
        *attachment_lines(_, card.attachments),
        *tie_lines(_, card.ties),
        context(by),
    ]
    if lead.note:
        blocks.append(verbatim(lead.note))
    return _("A lead from a citizen"), [*blocks, *_buttons(_, card)]


def _follow_up(_: Texts, later: Reply) -> list[Block]:
    told = f"*{_('The citizen wrote again')}* · {_.moment(later.received_at)}"
    return [context(told), *shown_words(_, later.words, 1500)]


def _where(_: Texts, card: LeadCard) -> str:
    """From where somebody saw it, when they wrote, and whether it was proven that they did."""
    told = [_.moment(card.reply.received_at)]
    if card.distance_m is not None:
        away = _.number(card.distance_m)
        told.insert(0, _("{neighbourhood}, at {n} m", neighbourhood=card.neighbourhood, n=away))
    elif card.neighbourhood:
        told.insert(0, card.neighbourhood)
    if check := card.reply.sender_check:
        told.append(sender_check_name(_, check))
    return " · ".join(told)


def _verdict(_: Texts, lead: Lead) -> str:
    if lead.result and lead.result_at:
        return f"*{verdict(_, lead.result, escape(lead.result_by_name))}* · {_.moment(lead.result_at)}"
    return _standing(_, lead)


def _buttons(_: Texts, card: LeadCard) -> list[Block]:
    lead, value = card.lead, str(card.lead.id)

    def style(result: LeadResult) -> str:
        return "primary" if result is lead.result else ""

    quick = [button(result_name(_, result), ids.LEAD_RESULT + result, value, style(result)) for result in QUICK]
    if not lead.read_at:
        quick.insert(0, button(_("Read"), ids.CONFIRM_READ, value, style="primary"))
    quick.append(button(_("Result with a note"), ids.JUDGE_LEAD, value))
    if not card.reply.erased_at:
        quick.append(button(_("Show contact data"), ids.SHOW_LEAD_CONTACT_DATA, value))
    if card.attachments:
        quick.append(button(_("Attachments"), ids.SHOW_LEAD_ATTACHMENTS, value))
    return [actions(*quick)]
