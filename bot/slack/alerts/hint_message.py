"""What one person is told about a request, near it: where it stands, where its button is, how it is stopped."""

from bot.domain.alerts.alerts import own_work
from bot.records.alerts import Hint, HintCard
from bot.slack import ids
from bot.slack.alerts.alert_message import approve_button
from bot.slack.blocks import Block, actions, button, escape, link, section
from bot.texts import Texts


def build_hint(_: Texts, card: HintCard) -> tuple[str, list[Block]]:
    return {Hint.AGREED: _agreed, Hint.FILED: _filed, Hint.HELD: _held}[card.hint](_, card)


def _agreed(_: Texts, card: HintCard) -> tuple[str, list[Block]]:
    """The button itself; who asked for the mail or wrote it hears that a colleague has to press it."""
    alert = card.alert
    if refusal := own_work(alert, card.person_id):
        told = _(refusal.message)
        return told, [section(escape(told))]
    told = _told(_, link(card.link, alert.reference))
    return _told(_, alert.reference), [
        section(told),
        actions(approve_button(_, alert, card.recipients, asks_number=card.asks_number)),
    ]


def _told(_: Texts, request: str) -> str:
    return _("The mail does not go out by your words alone. Press the button, here or on {request}.", request=request)


def _filed(_: Texts, card: HintCard) -> tuple[str, list[Block]]:
    reference, street = card.alert.reference, card.alert.content.street
    told = _("Filed: {request}. A colleague approves it.", request=link(card.link, f"{reference} · {street}"))
    return _("Filed: {request}. A colleague approves it.", request=reference), [section(told)]


def _held(_: Texts, card: HintCard) -> tuple[str, list[Block]]:
    """Also for who scrolled away; once it is out the press itself is told so."""
    alert, until = card.alert, card.held_until
    people = _.plural("to {n} person", "to {n} people", card.recipients)
    time = _.second(until) if until else ""
    told = _("{reference} is sent at {time} {people}.", reference=alert.reference, time=time, people=people)
    stop = button(_("Stop"), ids.STOP, f"{alert.id}:{alert.version}", style="danger")
    return told, [section(f"*{told}* {_('Is something wrong?')}"), actions(stop)]
