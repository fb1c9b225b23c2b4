"""Leads in the burglary channel: one message an alert, a post in its thread for each lead."""

from bot.domain.leads.leads import NO_ALERT, Lead, LeadResult
from bot.domain.replies.images.offered import Images, ImagesDeed, possible_deeds
from bot.domain.replies.replies import Reply
from bot.domain.replies.urgent.urgency import is_pressing
from bot.records.leads import LeadCard, LeadLine, LeadsCard, NearbyCase, result_name
from bot.slack import ids
from bot.slack.blocks import (
    LINE,
    Block,
    actions,
    button,
    context,
    escape,
    header,
    link,
    more,
    section,
    shortened,
    verbatim,
)
from bot.slack.names import caution_name, closed_line, offence_name, sender_check_name, verdict
from bot.slack.replies.attachment_message import attachment_line
from bot.slack.replies.citizen_message import urgent
from bot.slack.replies.images.image_lines import may_ask_for_images
from bot.slack.replies.reply_buttons import MOST_WORDS
from bot.slack.replies.reply_message import LONGEST_NAME, cut, hidden_line, shown_words, words_of
from bot.slack.replies.tie_message import tie_lines
from bot.texts import Texts, lowered

MANY = 6
"""From so many leads on their own list is a button."""
MOST_NEAR = 3
MOST_WITH_MORE = 1500
"""Signs of each where the citizen wrote more than once."""
BEST_FIRST = (
    LeadResult.GOLDEN_TIP,
    LeadResult.LEADS_TO_SUSPECT,
    LeadResult.USABLE,
    LeadResult.PICKED_UP,
    LeadResult.RULED_OUT,
    LeadResult.NOT_USABLE,
)
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
    summary = [section(_worth(_, card)), *_all(_, card)]
    if card.alert is None:
        title = _("Leads without a known alert")
        return title, [header(title), *summary]
    content = card.alert.content
    title = f"{card.alert.reference} · {offence_name(_, content.offence)} · {content.street}"
    where, when = f"{content.neighbourhood}, {content.place}", _.window(content.window_start, content.window_end)
    about = context(escape(f"{where} · {when} · BVH {content.bvh_number}"))
    blocks = [header(shortened(title, LINE)), about, *_closed(_, card), *summary, *_near(_, card)]
    return escape(title), blocks


def _worth(_: Texts, card: LeadsCard) -> str:
    """The best first, with who said so; then the way to what nobody read."""
    unread = [line for line in card.leads if line.lead.read_at is None]
    seen = sum(line.lead.read_at is not None and line.lead.result is None for line in card.leads)
    told = [_judged(_, card, result) for result in BEST_FIRST if any(line.lead.result is result for line in card.leads)]
    if unread:
        told.append(f"*{link(unread[0].link, _('{n} unread', n=len(unread)))}*")
    if seen:
        told.append(_("{n} read", n=seen))
    total = _.plural("{n} lead", "{n} leads", len(card.leads))
    return f"*{total}*: {', '.join(told)}" if told else f"*{total}*"


def _judged(_: Texts, card: LeadsCard, result: LeadResult) -> str:
    names = [line.lead.result_by_name for line in card.leads if line.lead.result is result]
    by = ", ".join(shortened(name, LONGEST_NAME) for name in dict.fromkeys(names))
    told = _("according to {name}", name=escape(shortened(by, 2 * LONGEST_NAME)))
    return f"{len(names)} {lowered(result_name(_, result))} ({told})"


def _all(_: Texts, card: LeadsCard) -> list[Block]:
    """The message is everybody's: a button shows all of them, or their files as evidence, to who presses it."""
    alert_id = str(card.alert.id if card.alert else NO_ALERT)
    row = [button(_("Show all leads"), ids.ALL_LEADS, alert_id)] if len(card.leads) >= MANY else []
    if card.alert and card.files:
        row.append(button(_("Evidence package"), ids.LEADS_EVIDENCE, alert_id))
    return [actions(*row)] if row else []


def lead_line(_: Texts, line: LeadLine) -> str:
    """One of them, with the way to its post."""
    lead = line.lead
    name = link(line.link, _("Lead of {moment}", moment=_.moment(lead.escalated_at)))
    return f"{_SIGNS[lead.result]} {name} · {_standing(_, lead)}"


def _standing(_: Texts, lead: Lead) -> str:
    """What the team says of it by now, and who."""
    if lead.result:
        return verdict(_, lead.result, escape(shortened(lead.result_by_name, LONGEST_NAME)))
    return _("read by {name}", name=escape(lead.read_by_name)) if lead.read_at else f"*{_('unread')}*"


def _closed(_: Texts, card: LeadsCard) -> list[Block]:
    alert = card.alert
    if alert is None or alert.closed_at is None:
        return []
    return [section(f"🔒 {closed_line(_, alert)}")]


def _near(_: Texts, card: LeadsCard) -> list[Block]:
    if not card.near:
        return []
    lines = [_neighbour(_, case) for case in card.near[:MOST_NEAR]]
    if n := len(card.near) - len(lines):
        lines.append(_.plural("and {n} more", "and {n} more", n))
    return [context(f"{_('Near in place and time')}: {'; '.join(lines)}")]


def _neighbour(_: Texts, case: NearbyCase) -> str:
    name = link(case.link, f"{case.reference} · {case.street}")
    away = _("{n} m away", n=_.number(case.distance_m))
    leads = _.plural("{n} lead", "{n} leads", case.leads)
    told = [name, _.moment(case.window_start), away, leads]
    return ", ".join([*told, _("{n} usable", n=case.usable)] if case.usable else told)


def build_lead_message(_: Texts, card: LeadCard) -> tuple[str, list[Block]]:
    """A lead in its thread; the fallback text holds no word of the citizen's."""
    return _("A lead from a citizen"), [*lead_blocks(_, card), *_buttons(_, card)]


def lead_blocks(_: Texts, card: LeadCard) -> list[Block]:
    """What there is to read of it."""
    lead, reply = card.lead, card.reply
    most = _most(card)
    small = [
        *(f"⚠️ {caution_name(_, odd)}" for odd in reply.cautions),
        *tie_lines(_, card.ties),
        escape(_where(_, card)),
        *_asked(_, reply),
        *attachment_line(_, card.attachments),
        *hidden_line(_, reply),
        *cut(_, reply, *card.follow_ups, most=most),
    ]
    blocks = [
        section(_first(_, card)),
        *words_of(_, reply, most),
        *(block for later in card.follow_ups for block in _follow_up(_, later)),
        context(shortened(" · ".join(small), 2800)),
    ]
    if lead.note:
        blocks.append(verbatim(lead.note))
    return blocks


def build_recalled_lead(_: Texts) -> tuple[str, list[Block]]:
    """What stands where a lead was that the desk took back."""
    told = _("The desk took this lead back before it was read.")
    return told, [context(f"↩️ {told}")]


def _first(_: Texts, card: LeadCard) -> str:
    """What it is worth, by whom, or that it is unread; then the desk's own line."""
    lead = card.lead
    name = _("Lead {n}", n=_.number(card.number)) if card.number else _("Lead")
    desk = escape(shortened(lead.escalated_by_name, LONGEST_NAME))
    standing = f"*{lowered(_standing(_, lead))}*" if lead.result else _standing(_, lead)
    pressing = lead.result is None and any(map(is_pressing, (card.reply, *card.follow_ups)))
    named = urgent(_, f"*{name}*") if pressing else f"{_SIGNS[lead.result]} *{name}*"
    told = f"{named} · {standing} · {_.moment(lead.result_at or lead.escalated_at)}"
    return f"{told}\n{desk}: {escape(lead.line)}" if lead.line else f"{told}\n{_('Sent on by {name}', name=desk)}"


def _most(card: LeadCard) -> int:
    return MOST_WITH_MORE if card.follow_ups else MOST_WORDS


def _follow_up(_: Texts, later: Reply) -> list[Block]:
    told = f"*{_('The citizen wrote again')}* · {_.moment(later.received_at)}"
    return [context(told), shown_words(_, later.words, MOST_WITH_MORE)]


def _where(_: Texts, card: LeadCard) -> str:
    """From where somebody saw it, when they wrote, and a warning where proving that they did failed."""
    told = [_("received {moment}", moment=_.moment(card.reply.received_at))]
    if card.distance_m is not None:
        away = _.number(card.distance_m)
        told.insert(0, _("{neighbourhood}, at {n} m", neighbourhood=card.neighbourhood, n=away))
    elif card.neighbourhood:
        told.insert(0, card.neighbourhood)
    if check := sender_check_name(_, card.reply.sender_check):
        told.append(f"⚠️ {check}")
    return " · ".join(told)


def _asked(_: Texts, reply: Reply) -> list[str]:
    """That somebody asked the citizen for the images, and who, until they are in."""
    if reply.images is not Images.WANTED or reply.images_status is None or may_ask_for_images(reply):
        return []
    return [_("Images asked for ({name})", name=escape(shortened(reply.images_by_name, LONGEST_NAME)))]


def _buttons(_: Texts, card: LeadCard) -> list[Block]:
    lead, value = card.lead, str(card.lead.id)
    row = [] if lead.read_at else [button(_("Read"), ids.CONFIRM_READ, value, style="primary")]
    row.append(button(_("Change the result") if lead.result else _("Result"), ids.JUDGE_LEAD, value))
    if cut(_, card.reply, *card.follow_ups, most=_most(card)):
        row.append(button(_("The whole reply"), ids.READ_ALL_OF_LEAD, value))
    rare = [] if card.reply.erased_at else [button(_("Show contact data"), ids.SHOW_LEAD_CONTACT_DATA, value)]
    if may_ask_for_images(card.reply):
        rare.append(button(_("Ask for the images"), ids.ASK_LEAD_IMAGES, value))
    if card.attachments:
        rare.append(button(_("Attachments"), ids.SHOW_LEAD_ATTACHMENTS, value))
        rare.append(button(_("Evidence package"), ids.LEAD_EVIDENCE, value))
    if ImagesDeed.HAND_OVER in possible_deeds(card.reply.images):
        rare.append(button(_("Images handed over"), ids.HAND_OVER_LEAD, value))
    return [actions(*row, *more(ids.MORE, *rare))]
