"""A mail as it is read, behind a button of its request; and who did not get it, in numbers."""

from bot.domain.alerts.alerts import AlertStatus
from bot.domain.alerts.mailings import Progress
from bot.domain.participants.faults import Fault
from bot.records.alerts import AlertFacts, MailCard
from bot.slack import ids
from bot.slack.blocks import Block, context, escape, in_pieces, modal, picture, section, verbatim
from bot.slack.guard_blocks import kept_blocks
from bot.slack.names import fault_name, within_name
from bot.texts import Texts


def build_mail(_: Texts, card: MailCard) -> Block:
    """All of it, with its map, and what was kept in it."""
    alert, blocks = card.alert, [context(_whom(_, card))]
    if card.proposed_by:
        blocks.append(context(_("As it reads with the proposal of {name}.", name=escape(card.proposed_by))))
    if alert.keep_reason:
        why = _("Why something stays in the text: {reason}", reason=escape(alert.keep_reason))
        blocks.append(context(f"⚠️ {why}"))
    blocks += kept_blocks(_, alert.kept)
    blocks += [verbatim(piece) for piece in in_pieces(card.text, 2900, 4)]
    if alert.map_file_id:
        blocks.append(picture(alert.map_file_id, _("Map of the area, without addresses")))
    return modal(ids.MAIL_VIEW, alert.reference, blocks, close=_("Close window"))


def _whom(_: Texts, card: MailCard) -> str:
    alert = card.alert
    people = _.plural("to {n} person", "to {n} people", card.recipients)
    told = [f"{people} {within_name(_, alert.content.area)}" if alert.has_area else people]
    if alert.sent_at:
        told.insert(0, f"{_('Sent')} {_.moment(alert.sent_at)}")
    elif alert.status is not AlertStatus.WITHDRAWN:
        told.insert(0, _("Not sent yet"))
    return " · ".join(told)


def build_who_not(_: Texts, facts: AlertFacts) -> Block:
    """Numbers alone: no name, no address."""
    told = _missed(_, facts.progress) if facts.progress else []
    lines = [section("\n".join(told) or _("Everybody got it."))]
    return modal(ids.MAIL_VIEW, _("Who did not get it?"), lines, close=_("Close window"))


def _missed(_: Texts, progress: Progress) -> list[str]:
    counts = [
        _.plural("{n} refused or left", "{n} refused or left", progress.refused) if progress.refused else "",
        _.plural("{n} unknown", "{n} unknown", progress.unknown) if progress.unknown else "",
        _.plural("{n} came back", "{n} came back", progress.bounced) if progress.bounced else "",
        *(f"  {fault_name(_, fault)}: {_.number(n)}" for fault in Fault if (n := progress.faults.get(fault, 0))),
        _.plural("{n} complaint", "{n} complaints", progress.complaints) if progress.complaints else "",
    ]
    return [line for line in counts if line]
