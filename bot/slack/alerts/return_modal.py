"""Sending a request back; taking it back."""

from bot.domain.alerts.alerts import Alert
from bot.slack import ids
from bot.slack.blocks import Block, context, escape, modal, section, text_input, typed
from bot.texts import Texts


def build_return(_: Texts, alert: Alert) -> Block:
    name, reference = escape(alert.requester_name), alert.reference
    told = _("{name} gets {reference} back, with your reason on top.", name=name, reference=reference)
    hint = _("Do you know the words? Choose Amend: you can send them along as a proposal.")
    blocks = [context(told), text_input("reason", _("What has to change?"), long=True, hint=hint, longest=1000)]
    title = _("Back to requester")
    return modal(ids.RETURN_FORM, title, blocks, submit=_("Send back"), close=_("Cancel"), metadata=_seen(alert))


def parse_return(view: Block) -> tuple[int, int, str]:
    """The alert, the version that was seen, and why it goes back."""
    return *parse_seen(view), typed(view, "reason")


def build_withdrawal(_: Texts, alert: Alert) -> Block:
    """Asks whether one is sure."""
    title, sure = _("Withdraw"), _("The request lapses. You can't undo this.")
    blocks = [section(f"*{alert.reference}* · {sure}")]
    return modal(ids.WITHDRAW_FORM, title, blocks, submit=title, close=_("Cancel"), metadata=_seen(alert))


def _seen(alert: Alert) -> str:
    return f"{alert.id}:{alert.version}"


def parse_seen(view: Block) -> tuple[int, int]:
    """The alert, and the version that was seen."""
    alert_id, version = view["private_metadata"].split(":")
    return int(alert_id), int(version)
