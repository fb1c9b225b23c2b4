"""An alert on its message in the intake channel: its whole state, in place; once it went out in a few lines."""

from bot.domain.alerts.alerts import Alert, AlertStatus
from bot.domain.guard.kept import sensitive
from bot.records.alerts import AlertCard
from bot.slack import ids
from bot.slack.alerts.alert_state import case_line, note_lines, number_line, state_line, trouble_line, waits, who
from bot.slack.alerts.proposal_blocks import proposal_blocks, take_proposal_button
from bot.slack.blocks import (
    LINE,
    Block,
    actions,
    button,
    confirmation,
    context,
    escape,
    fields,
    header,
    in_lines,
    more,
    picture,
    section,
    shortened,
)
from bot.slack.guard_blocks import kept_blocks
from bot.slack.names import field_name, mail_kind, offence_name, status_name, within_name
from bot.slack.participants.reach_message import homes_lines, lately_lines
from bot.texts import Texts

LONGEST_SHOWN = {"what_happened": 4, "description": 3, "question": 3}
"""Lines of each typed text, one less below a reason; a whole request has 30. All of it stands in the mail."""
LONGEST_REASON = 2


def build_alert_message(_: Texts, card: AlertCard) -> tuple[str, list[Block]]:
    """The fallback text and the blocks."""
    alert, content = card.alert, card.alert.content
    headline = f"{mail_kind(_, alert.kind)}{alert.reference} · {offence_name(_, content.offence)} · {content.street}"
    body = _waiting if waits(card) else _decided
    blocks = [header(shortened(headline, LINE)), section(state_line(_, card)), *body(_, card)]
    return escape(f"{headline} · {status_name(_, alert.status)}"), blocks


def _waiting(_: Texts, card: AlertCard) -> list[Block]:
    """With all that a second pair of eyes needs; of what is proposed no more than that."""
    small = [*_cautions(_, card), *homes_lines(_, card.homes), *lately_lines(_, card.lately)]
    if card.proposal:
        return [actions(*_buttons(_, card)), *_notes(_, card), *proposal_blocks(_, card), fields(_facts(_, card))]
    return [
        actions(*_buttons(_, card)),
        *_reason(_, card),
        *_notes(_, card),
        *kept_blocks(_, card.alert.kept),
        *_texts(_, card.alert),
        fields(_facts(_, card)),
        *([context(*small)] if small else []),
        *_map(_, card),
    ]


def _decided(_: Texts, card: AlertCard) -> list[Block]:
    """What went out, or never will: text and map stand behind a button."""
    numbers, troubles = number_line(_, card), trouble_line(_, card)
    small = " · ".join([case_line(_, card), *note_lines(_, card)])
    return [
        *([section(numbers)] if numbers else []),
        context(*filter(None, (small, troubles))),
        actions(*_buttons(_, card)),
    ]


def _reason(_: Texts, card: AlertCard) -> list[Block]:
    alert = card.alert
    if alert.status is not AlertStatus.RETURNED or not alert.decided_reason:
        return []
    asks = _("*{name} asks:*", name=who(alert.decided_by_name))
    return [section(f"{asks} {escape(in_lines(alert.decided_reason, LONGEST_REASON))}")]


def _notes(_: Texts, card: AlertCard) -> list[Block]:
    told = " · ".join(note_lines(_, card))
    return [context(f"{told[:1].upper()}{told[1:]}")] if told else []


def _texts(_: Texts, alert: Alert) -> list[Block]:
    """Only what was typed: how the mail goes on around it is known, and stands behind a button."""
    names = {field: field_name(_, alert.text_name if alert.about else field) for field in LONGEST_SHOWN}
    return [section(f"*{names[field]}*\n{escape(text)}") for field, text in _shown(alert).items() if text]


def _shown(alert: Alert) -> dict[str, str]:
    less = 1 if alert.decided_reason else 0
    return {field: in_lines(getattr(alert.content, field), most - less) for field, most in LONGEST_SHOWN.items()}


def _facts(_: Texts, card: AlertCard) -> list[tuple[str, str]]:
    alert, content = card.alert, card.alert.content
    people = _.plural("{n} person", "{n} people", card.recipients)
    if alert.has_area:
        people = f"{people} {within_name(_, content.area)}"
    return [
        (_("Where"), f"{content.street}, {content.postcode} {content.place}"),
        (_("When"), _.window(content.window_start, content.window_end)),
        (_("Who"), people),
        (_("BVH number"), content.bvh_number),
    ]


def _cautions(_: Texts, card: AlertCard) -> list[str]:
    told = []
    together = {one.reference for one in card.together}
    if overlaps := [one for one in card.overlaps if one not in together]:
        told.append("⚠️ " + _("See also {references}.", references=", ".join(overlaps)))
    if card.alert.keep_reason:
        told.append("⚠️ " + _("Why something stays in the text: {reason}", reason=escape(card.alert.keep_reason)))
    if any(text.endswith("…") for text in _shown(card.alert).values()):
        told.append(_("Not all of the text fits here. Press View mail."))
    return told


def _map(_: Texts, card: AlertCard) -> list[Block]:
    file_id = card.alert.map_file_id
    return [picture(file_id, _("Map of the area, without addresses"))] if file_id else []


def _buttons(_: Texts, card: AlertCard) -> list[Block]:
    """The next step first, in green; where it was, Stop stands while the mail is held."""
    alert = card.alert
    value = f"{alert.id}:{alert.version}"
    if card.held_until:
        return [button(_("Stop"), ids.STOP, value, style="danger")]
    return _before_it_goes(_, card, value) if waits(card) else _after_it_went(_, card, value)


def _before_it_goes(_: Texts, card: AlertCard, value: str) -> list[Block]:
    amend, withdraw = button(_("Amend"), ids.AMEND, value), button(_("Withdraw"), ids.WITHDRAW, value)
    view = button(_("View mail"), ids.VIEW_MAIL, value)
    if card.alert.status is AlertStatus.REQUESTED:
        return [
            approve_button(_, card.alert, card.recipients, asks_number=card.asks_number),
            view,
            amend,
            button(_("Send back"), ids.SEND_BACK, value),
            *more(ids.MORE, button(_("Test mail to me"), ids.TEST_MAIL, value), withdraw),
        ]
    if card.proposal:
        return [take_proposal_button(_, card), amend, view, withdraw]
    return [{**amend, "style": "primary"}, view, withdraw]


def _after_it_went(_: Texts, card: AlertCard, value: str) -> list[Block]:
    alert = card.alert
    mail = f"{alert.with_id}:0" if alert.with_id else value  # the mail that it is in
    rest = [button(_("View mail"), ids.VIEW_MAIL, mail)]
    if trouble_line(_, card):
        rest.append(button(_("Who did not get it?"), ids.WHO_NOT, mail))
    if alert.about or alert.sent_at is None:
        return rest
    call = button(_("Write down a call"), ids.NOTE_CALL, str(alert.id))
    tell = [] if card.outcome_under_way else [button(_("Report the outcome"), ids.TELL_OUTCOME, str(alert.id))]
    if alert.status is AlertStatus.CLOSED:
        mended = [
            button(_("Change the outcome"), ids.CHANGE_RESULT, str(alert.id)),
            button(_("Open again"), ids.REOPEN, str(alert.id)),
        ]
        return [*tell, call, *more(ids.MORE, *rest, *mended)]
    return [call, *tell, *more(ids.MORE, *rest, button(_("Close"), ids.CLOSE, value))]


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
