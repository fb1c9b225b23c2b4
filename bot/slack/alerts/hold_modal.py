"""Why a case is kept, or no longer has to be."""

from bot.domain.alerts.alerts import Alert
from bot.slack import ids
from bot.slack.blocks import Block, context, escape, modal, section, text_input, typed
from bot.texts import Texts

LONGEST = 200


def build_hold(_: Texts, alert: Alert) -> Block:
    """Set it, or lift what is there."""
    name = f"*{alert.reference} · {escape(alert.content.street)}*"
    if alert.held_by_name:
        by = _("{name} put this under legal hold: {reason}", name=alert.held_by_name, reason=alert.held_reason)
        told = [section(name), context(escape(by)), context(_("Lifted, what is due is erased the next night."))]
        submit, what = _("Lift"), "release"
    else:
        told = [section(name), context(_("No reply or lead of this case is erased until somebody lifts it."))]
        submit, what = _("Keep"), "hold"
    reason = text_input("reason", _("Why?"), longest=LONGEST, hint=_("No personal data here: this stays on record."))
    metadata = f"{what}:{alert.id}"
    blocks = [*told, reason]
    return modal(ids.HOLD_FORM, _("Legal hold"), blocks, submit=submit, close=_("Cancel"), metadata=metadata)


def parse_hold(view: Block) -> tuple[bool, int, str]:
    """Whether to hold (else to lift), the alert, and why."""
    what, alert_id = view["private_metadata"].split(":")
    return what == "hold", int(alert_id), typed(view, "reason")
