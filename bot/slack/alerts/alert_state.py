"""How an alert stands, in words: who did what when, how far its mail is, and what to look at."""

from collections.abc import Mapping

from bot.domain.alerts.alerts import AlertStatus
from bot.domain.alerts.mailings import Hitch
from bot.records.alerts import AlertCard
from bot.slack.blocks import escape, link, shortened
from bot.slack.names import closed_line, status_name, within_name
from bot.texts import Texts

LONGEST_NAME = 40
_SIGNS = {
    AlertStatus.REQUESTED: "🟡",
    AlertStatus.RETURNED: "↩️",
    AlertStatus.WITHDRAWN: "⚪",
    AlertStatus.APPROVED: "📤",
    AlertStatus.SENT: "✅",
    AlertStatus.CLOSED: "🔒",
    AlertStatus.JOINED: "🟡",
}


def waits(card: AlertCard) -> bool:
    """Whether somebody has to act, or may stop it still."""
    return card.held_until is not None or card.alert.status in {AlertStatus.REQUESTED, AlertStatus.RETURNED}


def state_line(_: Texts, card: AlertCard) -> str:
    return f"{_SIGNS[card.alert.status]} {_state(_, card)}"


def _state(_: Texts, card: AlertCard) -> str:
    alert = card.alert
    name, by = f"*{status_name(_, alert.status)}*", who(alert.decided_by_name)
    when = f", {_.moment(alert.decided_at)}" if alert.decided_at else ""
    if alert.status is AlertStatus.REQUESTED:
        asked = _("requested by {name}", name=who(alert.requester_name))
        return f"{name} · {asked}, {_.moment(alert.requested_at)}"
    if alert.status is AlertStatus.RETURNED:
        back = _("Sent back to {name}", name=who(alert.requester_name))
        return f"*{back}* · {_('by {name}', name=by)}{when}"
    if alert.status is AlertStatus.WITHDRAWN:
        return f"{name} {_('by {name}', name=by)}{when}"
    if alert.status is AlertStatus.JOINED:
        return f"{name} · {_('requested by {name}', name=who(alert.requester_name))}, {_.moment(alert.requested_at)}"
    if alert.status is AlertStatus.CLOSED:
        return closed_line(_, alert)
    return _on_its_way(_, card)


def _on_its_way(_: Texts, card: AlertCard) -> str:
    alert, progress = card.alert, card.progress
    approved = _("approved by {name}", name=who(alert.approver_name))
    if card.held_until:
        people = _.plural("to {n} person", "to {n} people", card.recipients)
        return f"*{_('Is sent at {time}', time=_.second(card.held_until))}* {people} · {approved}"
    if alert.sent_at:
        asked = _("from {name}", name=who(alert.requester_name))
        return f"*{status_name(_, AlertStatus.SENT)}* {_.moment(alert.sent_at)} · {asked}, {approved}"
    name = f"*{status_name(_, alert.status)}*"
    if progress:
        name += ": " + _("{n} of {total}", n=_.number(progress.sent), total=_.number(progress.total))
    return f"{name} · {approved}{f', {_.time(alert.approved_at)}' if alert.approved_at else ''}"


def who(name: str) -> str:
    return escape(shortened(name, LONGEST_NAME))


def number_line(_: Texts, card: AlertCard) -> str:
    """How many got it and what they said of it; empty before it is out."""
    progress = card.progress
    if progress is None or not card.alert.sent_at:
        return ""
    total = _.number(progress.total)
    arrived = _.plural("{n} of {total} arrived", "{n} of {total} arrived", progress.delivered, total=total)
    told = [
        arrived if progress.delivered else _("{n} of {total} sent", n=_.number(progress.sent), total=total),
        _replies(_, card),
        _.plural("{n} saw nothing", "{n} saw nothing", card.saw_nothing) if card.saw_nothing else "",
    ]
    return " · ".join(filter(None, told))


def _replies(_: Texts, card: AlertCard) -> str:
    if not card.replies:
        return ""
    told = _.plural("{n} reply", "{n} replies", card.replies)
    return f"*{told}, {_('{n} open', n=_.number(card.open_replies))}*" if card.open_replies else told


def case_line(_: Texts, card: AlertCard) -> str:
    """Which case it is about, in one line of small print."""
    alert, content = card.alert, card.alert.content
    if alert.about:
        mail = link(card.about_link, alert.about.reference)
        return _("About the mail {mail} of {moment}", mail=mail, moment=_.moment(alert.about.sent_at))
    when = _.window(content.window_start, content.window_end)
    return f"{when} · {escape(within_name(_, content.area))} · BVH {escape(content.bvh_number)}"


def note_lines(_: Texts, card: AlertCard) -> list[str]:
    """What is only sometimes so: a hold, another colleague's words, a place that is not certain."""
    alert, told = card.alert, []
    if alert.held_by_name:
        hold = _("Legal hold: {reason} ({name})", reason=alert.held_reason, name=alert.held_by_name)
        told.append(f":lock: {escape(hold)}")
    if alert.about and waits(card):
        told.append(case_line(_, card))
    told += _together(_, card)
    if alert.content_by_id != alert.requester_id:
        told.append(_("changed by {name}", name=escape(alert.content_by_name)))
    if alert.supplemented_by_name:
        told.append(_("supplemented by {name}", name=escape(alert.supplemented_by_name)))
    if alert.content.approximate and alert.has_area:
        told.append(_("the place is approximate"))
    if n := card.from_elsewhere:
        told.append(_.plural("{n} reply to another alert", "{n} replies to other alerts", n))
    if card.images_offered:
        offered, here = _.number(card.images_offered), _.number(card.images_in)
        told.append(_("images: {n} offered, {here} in", n=offered, here=here))
    return told


def _together(_: Texts, card: AlertCard) -> list[str]:
    if not card.together:
        return []
    mails = ", ".join(link(one.link, one.reference) for one in card.together)
    return [_("in one mail with {references}", references=mails)]


def trouble_line(_: Texts, card: AlertCard) -> str:
    """How many did not get it, and why mail waits; nothing where all went well."""
    progress = card.progress
    if progress is None or card.held_until:
        return ""
    told = [
        _.plural("{n} refused or left", "{n} refused or left", progress.refused) if progress.refused else "",
        _.plural("{n} unknown", "{n} unknown", progress.unknown) if progress.unknown else "",
        _.plural("{n} came back", "{n} came back", progress.bounced) if progress.bounced else "",
        _.plural("{n} complaint", "{n} complaints", progress.complaints) if progress.complaints else "",
        *([] if progress.done else _hitches(_, card.hitches)),
    ]
    lines = " · ".join(filter(None, told))
    return f"⚠️ {lines}" if lines else ""


def _hitches(_: Texts, hitches: Mapping[Hitch, int]) -> list[str]:
    lines = []
    if Hitch.STANDSTILL in hitches:
        lines.append(_("it stood ready while the bot stood still: the superusers decide whether it is still sent"))
    if Hitch.TOO_LARGE in hitches:
        lines.append(_("the mail is too large for the mail server: ask who runs it; it is tried again"))
    elif Hitch.SERVER in hitches:
        lines.append(_("the mail server does not take the mail; it is tried again"))
    if n := hitches.get(Hitch.ADDRESS, 0):
        lines.append(_.plural("{n} address takes no mail now", "{n} addresses take no mail now", n))
    return lines
