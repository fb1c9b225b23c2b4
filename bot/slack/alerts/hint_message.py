"""For who typed that they agree under a request: where the button is."""

from bot.domain.alerts.alerts import own_work
from bot.records.alerts import HintCard
from bot.slack.alerts.alert_message import approve_button
from bot.slack.blocks import Block, actions, escape, link, section
from bot.texts import Texts


def build_hint(_: Texts, hint: HintCard) -> tuple[str, list[Block]]:
    """The button itself; who asked for the mail or wrote it hears that a colleague has to press it."""
    alert = hint.alert
    if refusal := own_work(alert, hint.person_id):
        told = _(refusal.message)
        return told, [section(escape(told))]
    told = _told(_, link(hint.link, alert.reference))
    return _told(_, alert.reference), [
        section(told),
        actions(approve_button(_, alert, hint.recipients, asks_number=hint.asks_number)),
    ]


def _told(_: Texts, request: str) -> str:
    return _("The mail does not go out by your words alone. Press the button, here or on {request}.", request=request)
