"""The proposal of a preventive mail in the intake channel: where it happened again, and what became of it."""

from bot.domain.alerts.repeats.repeats import RepeatStatus
from bot.records.alerts import RepeatCard, Repeated
from bot.slack import ids
from bot.slack.blocks import LINE, Block, actions, button, context, escape, header, link, section, shortened
from bot.texts import Texts

MOST_NAMED = 5


def build_repeat_message(_: Texts, card: RepeatCard) -> tuple[str, list[Block]]:
    """The fallback text and the blocks."""
    newest = card.burglaries[0]
    headline = _("Again near {street}", street=newest.street)
    top = [header(shortened(headline, LINE)), section(_state(_, card))]
    if card.status is RepeatStatus.OPEN:
        return escape(headline), [*top, _choices(_, card), section(_near(_, card))]
    return escape(headline), [*top, context(_near(_, card)), *_still(_, card)]


def _near(_: Texts, card: RepeatCard) -> str:
    """Each on a line, the newest first."""
    lines = [_line(_, one) for one in card.burglaries[:MOST_NAMED]]
    if (more := len(card.burglaries) - MOST_NAMED) > 0:
        lines.append(_.plural("and {n} more", "and {n} more", more))
    return "\n".join(lines)


def _line(_: Texts, one: Repeated) -> str:
    when = _.window(one.window_start, one.window_end)
    return f"• {link(one.link, one.reference)} · {escape(one.street)} · {when}"


def _choices(_: Texts, card: RepeatCard) -> Block:
    value = str(card.alert_id)
    ask = button(_("Request preventive mail"), ids.PREVENT, value, style="primary")
    return actions(ask, button(_("Not needed"), ids.DO_NOT_PREVENT, value))


def _state(_: Texts, card: RepeatCard) -> str:
    if card.status is RepeatStatus.OPEN:
        return f"🟡 {_('*A mail with tips for the area?* Nothing goes out by itself.')}"
    name = escape(card.decided_by_name)
    when = _.moment(card.decided_at) if card.decided_at else ""
    if card.mail:
        mail = link(card.mail.link, card.mail.reference)
        return f"✅ {_('*Requested* by {name}: {mail} · {moment}', name=name, mail=mail, moment=when)}"
    return f"⚪ {_('*Not needed*, says {name} · {moment}', name=name, moment=when)}"


def _still(_: Texts, card: RepeatCard) -> list[Block]:
    """Who said no may come back to it."""
    if card.status is RepeatStatus.REQUESTED:
        return []
    return [actions(button(_("Request it after all"), ids.PREVENT, str(card.alert_id)))]
