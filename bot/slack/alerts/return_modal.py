"""Sending a request back."""

from bot.domain.alerts.alerts import Alert
from bot.slack import ids
from bot.slack.blocks import Block, modal, text_input, typed
from bot.texts import Texts


def build_return(_: Texts, alert: Alert) -> Block:
    hint = _("Do you know the words? Choose Amend: you can send them along as a proposal.")
    blocks = [text_input("reason", _("What has to change?"), long=True, hint=hint, longest=1000)]
    title = _("Back to requester")
    metadata = f"{alert.id}:{alert.version}"
    return modal(ids.RETURN_FORM, title, blocks, submit=_("Send back"), close=_("Cancel"), metadata=metadata)


def parse_return(view: Block) -> tuple[int, int, str]:
    """The alert, the version that was seen, and why it goes back."""
    alert_id, version = view["private_metadata"].split(":")
    return int(alert_id), int(version), typed(view, "reason")
