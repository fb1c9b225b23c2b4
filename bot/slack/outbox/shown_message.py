"""Said to who asked to see a case again."""

from bot.domain.alerts.alerts import Alert
from bot.slack import ids
from bot.slack.blocks import Block, actions, button, escape, link, section
from bot.texts import Texts


def build_shown(_: Texts, alert: Alert, url: str, *, may_withdraw: bool) -> tuple[str, list[Block]]:
    """`url`: where it stood last; empty where it never did."""
    name = alert.reference
    told = _("{reference} is shown anew, with its open replies; what was deleted is posted again.", reference=name)
    where = "\n" + link(url, _("Here it stood last")) if url else ""
    shown = [section(escape(told) + where)]
    withdraw = button(_("Withdraw"), ids.WITHDRAW, f"{alert.id}:{alert.version}")
    return told, [*shown, actions(withdraw)] if may_withdraw else shown
