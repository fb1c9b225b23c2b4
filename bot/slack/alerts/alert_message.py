"""An alert on its message in the intake channel: its whole state, in place."""

from collections.abc import Mapping

from bot.domain.alerts.alerts import Alert, AlertStatus
from bot.domain.alerts.mailings import Hitch, Progress
from bot.domain.guard.kept import sensitive
from bot.domain.participants.faults import Fault
from bot.records.alerts import AlertCard
from bot.slack import ids
from bot.slack.alerts.proposal_blocks import proposal_blocks, take_proposal_button
from bot.slack.blocks import (
    Block,
    actions,
    button,
    confirmation,
    context,
    divider,
    escape,
    fields,
    header,
    in_pieces,
    link,
    picture,
    section,
    verbatim,
)
from bot.slack.guard_blocks import kept_blocks
from bot.slack.names import closed_line, fault_name, offence_name, radius_name, status_name
from bot.slack.participants.reach_message import lately_lines
from bot.texts import Texts

BAR_WIDTH = 20
A_PIECE = 2700  # characters of the mail; a whole message, the kept pieces too, has 13,000
_SIGNS = {
    AlertStatus.REQUESTED: "🟡",
    AlertStatus.RETURNED: "↩️",
    AlertStatus.WITHDRAWN: "⚪",
    AlertStatus.APPROVED: "📤",
    AlertStatus.SENT: "✅",
    AlertStatus.CLOSED: "🔒",
}


def build_alert_message(_: Texts, card: AlertCard) -> tuple[str, list[Block]]:
    """The fallback text and the blocks."""
    alert, content = card.alert, card.alert.content
    kind = f"{_('Outcome mail')} " if alert.about else ""
    headline = f"{kind}{alert.reference} · {offence_name(_, content.offence)} · {content.street}"
    blocks = [
        header(headline),
        *_about(_, card),
        section(_state(_, card)),
        *_hold(_, card),
        *proposal_blocks(_, card),
        *_progress(_, card),
        fields(_facts(_, card)),
        *lately_lines(_, card.recipients, card.lately),
        *_cautions(_, card),
        *_map(_, card),
        divider(),
        *(verbatim(piece) for piece in in_pieces(card.mail_text, A_PIECE, 3)),
    ]
    blocks += kept_blocks(_, alert.kept)
    if buttons := _buttons(_, card):
        blocks.append(actions(*buttons))
    return escape(f"{headline} · {status_name(_, alert.status)}"), blocks


def _about(_: Texts, card: AlertCard) -> list[Block]:
    about = card.alert.about
    if about is None:
        return []
    mail = link(card.about_link, about.reference)
    return [context(_("About the mail {mail} of {moment}", mail=mail, moment=_.moment(about.sent_at)))]


def _state(_: Texts, card: AlertCard) -> str:
    alert = card.alert
    state = f"{_SIGNS[alert.status]} *{status_name(_, alert.status)}*"
    if alert.status is AlertStatus.RETURNED:
        told = f"{state} - {escape(alert.decided_by_name)}"
        return f"{told}: {escape(alert.decided_reason)}" if alert.decided_reason else told
    if alert.status is AlertStatus.CLOSED:
        return f"{_SIGNS[alert.status]} {_closed(_, card)}"
    if alert.status is AlertStatus.WITHDRAWN:
        return f"{state} - {escape(alert.decided_by_name)}"
    if alert.approved_at:
        by = _("approved by {name}, {moment}", name=escape(alert.approver_name), moment=_.moment(alert.approved_at))
        return f"{state} - {by}"
    return state


def _closed(_: Texts, card: AlertCard) -> str:
    """Who closed it, what it came to, when, and what is open all the same."""
    alert = card.alert
    told = [f"*{closed_line(_, alert)}*", _.moment(alert.closed_at) if alert.closed_at else ""]
    if card.open_replies:
        told.append(_.plural("{n} reply is open.", "{n} replies are open.", card.open_replies))
    return " · ".join(filter(None, told))


def _hold(_: Texts, card: AlertCard) -> list[Block]:
    alert = card.alert
    if not alert.held_by_name:
        return []
    told = _("Legal hold: {reason} ({name})", reason=alert.held_reason, name=alert.held_by_name)
    return [section(f":lock: {escape(told)}")]


def _progress(_: Texts, card: AlertCard) -> list[Block]:
    progress = card.progress
    if progress is None:
        return []
    if card.held_until:
        held = _("Goes out at {time}. Is something wrong? Press Stop.", time=_.second(card.held_until))
        value = f"{card.alert.id}:{card.alert.version}"
        return [
            section(f":hourglass_flowing_sand: *{held}*"),
            actions(button(_("Stop"), ids.STOP, value, style="danger")),  # up here: there is no time to look for it
        ]
    numbers = _("{n} of {total}", n=_.number(progress.sent), total=_.number(progress.total))
    told = [f"`{_bar(progress)}` {numbers}"]
    if progress.refused:
        told.append(_.plural("{n} refused or left", "{n} refused or left", progress.refused))
    if progress.unknown:
        told.append(":warning: " + _.plural("{n} unknown", "{n} unknown", progress.unknown))
    if card.hitches and not progress.done:
        told += [f":warning: {line}" for line in _hitches(_, card.hitches)]
    told += _said(_, card)
    came = [
        _.plural("{n} delivered", "{n} delivered", progress.delivered) if progress.delivered else "",
        _.plural("{n} came back", "{n} came back", progress.bounced) if progress.bounced else "",
        _.plural("{n} complaint", "{n} complaints", progress.complaints) if progress.complaints else "",
    ]
    lines = (" · ".join(told), " · ".join(filter(None, came)), _why(_, progress))
    return [section("\n".join(filter(None, lines)))]


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


def _why(_: Texts, progress: Progress) -> str:
    """Why mails came back, as far as that was told."""
    why = [f"{fault_name(_, fault)} {_.number(n)}" for fault in Fault if (n := progress.faults.get(fault, 0))]
    return _("Why they came back: {why}", why=", ".join(why)) if why else ""


def _said(_: Texts, card: AlertCard) -> list[str]:
    elsewhere = card.from_elsewhere
    still = _(" ({n} open)", n=_.number(card.open_replies)) if card.open_replies else ""
    counts = [
        _.plural("{n} reply", "{n} replies", card.replies) + still if card.replies else "",
        _.plural("{n} reply to another alert", "{n} replies to other alerts", elsewhere) if elsewhere else "",
        _.plural("{n} saw nothing", "{n} saw nothing", card.saw_nothing) if card.saw_nothing else "",
    ]
    return [told for told in counts if told]


def _bar(progress: Progress) -> str:
    full = BAR_WIDTH * progress.settled // max(progress.total, 1)
    return "█" * full + "░" * (BAR_WIDTH - full)


def _facts(_: Texts, card: AlertCard) -> list[tuple[str, str]]:
    alert, content = card.alert, card.alert.content
    place = f"{content.street}, {content.postcode} {content.place} ({content.neighbourhood})"
    if content.approximate:
        place += " · " + _("approximate")
    area = [] if alert.about else [(_("Radius"), radius_name(_, content.radius_m))]
    return [
        (_("Where"), place),
        (_("When"), _.window(content.window_start, content.window_end)),
        *area,
        (_("Recipients"), _.number(card.recipients)),
        (_("Requested by"), f"{alert.requester_name}, {_.moment(alert.requested_at)}"),
        *_whose(_, alert),
        (_("BVH number (internal)"), content.bvh_number),
    ]


def _whose(_: Texts, alert: Alert) -> list[tuple[str, str]]:
    """The colleagues who wrote other words than the requester's, or added to them."""
    changed = [] if alert.content_by_id == alert.requester_id else [(_("Changed by"), alert.content_by_name)]
    added = [(_("Supplemented by"), alert.supplemented_by_name)] if alert.supplemented_by_name else []
    return [*changed, *added]


def _cautions(_: Texts, card: AlertCard) -> list[Block]:
    told = []
    if card.overlaps:
        told.append(":warning: " + _("See also {references}.", references=", ".join(card.overlaps)))
    if card.alert.keep_reason:
        told.append(
            ":warning: " + _("Why something stays in the text: {reason}", reason=escape(card.alert.keep_reason))
        )
    return [context(*told)] if told else []


def _map(_: Texts, card: AlertCard) -> list[Block]:
    file_id = card.alert.map_file_id
    return [picture(file_id, _("Map of the area, without addresses"))] if file_id else []


def withdraw_button(_: Texts, alert: Alert) -> Block:
    """Asks whether one is sure."""
    sure = confirmation(_("Withdraw"), _("The request lapses. You can't undo this."), _("Withdraw"), _("Cancel"))
    return button(_("Withdraw"), ids.WITHDRAW, f"{alert.id}:{alert.version}", style="danger", confirm=sure)


def _buttons(_: Texts, card: AlertCard) -> list[Block]:
    alert = card.alert
    value, withdraw = f"{alert.id}:{alert.version}", withdraw_button(_, alert)
    if alert.status is AlertStatus.REQUESTED:
        return [
            approve_button(_, alert, card.recipients, asks_number=card.asks_number),
            button(_("Amend"), ids.AMEND, value),
            button(_("Send back"), ids.SEND_BACK, value),
            withdraw,
        ]
    if alert.status is AlertStatus.RETURNED:
        taken = [take_proposal_button(_, card)] if card.proposal else []
        return [*taken, button(_("Amend"), ids.AMEND, value, style="" if taken else "primary"), withdraw]
    if alert.about or alert.status not in {AlertStatus.SENT, AlertStatus.CLOSED}:
        return []
    after = [
        button(_("Write down a call"), ids.NOTE_CALL, str(alert.id)),
        button(_("Report the outcome"), ids.TELL_OUTCOME, str(alert.id)),
    ]
    if alert.status is AlertStatus.CLOSED:
        return after
    return [*after, button(_("Close"), ids.CLOSE, value)]


def approve_button(_: Texts, alert: Alert, recipients: int, *, asks_number: bool) -> Block:
    """Asks for confirmation where few get it; opens a form where many do, or where something stays that needs a yes."""
    value = f"{alert.id}:{alert.version}"
    if asks_number or sensitive(alert.kept):
        return button(_("Approve and send"), ids.APPROVE_MANY, value, style="primary")
    question = _.plural(
        "{n} person gets this mail. You can't undo this. Send it?",
        "{n} people get this mail. You can't undo this. Send it?",
        recipients,
    )
    confirm = confirmation(_("Approve and send"), question, _("Send"), _("Cancel"))
    return button(_("Approve and send"), ids.APPROVE, value, style="primary", confirm=confirm)
