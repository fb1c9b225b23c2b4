"""Said to who asked to see a case again."""

from bot.domain.alerts.alerts import Alert
from bot.slack.alerts.alert_message import withdraw_button
from bot.slack.blocks import Block, actions, escape, link, section
from bot.texts import Texts


def build_shown(_: Texts, alert: Alert, url: str, *, may_withdraw: bool) -> tuple[str, list[Block]]:
    """`url`: where it stood last; empty where it never did."""
    name = alert.reference
    told = _("{reference} is shown anew, with its open replies; what was deleted is posted again.", reference=name)
    where = "\n" + link(url, _("Here it stood last")) if url else ""
    shown = [section(escape(told) + where)]
    return told, [*shown, actions(withdraw_button(_, alert))] if may_withdraw else shown
