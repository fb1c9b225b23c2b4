"""Whose words a text becomes, on the form; what is proposed, on the message of a request that went back."""

from bot.domain.alerts.authorship import Whose
from bot.domain.alerts.typed_texts import content_changes
from bot.records.alerts import AlertCard, Preview
from bot.slack import ids
from bot.slack.alerts.batch_message import HIDDEN, told_value
from bot.slack.blocks import LINE, Block, button, context, escape, in_lines, option, section, shortened
from bot.slack.guard_blocks import kept_blocks
from bot.slack.names import field_name
from bot.texts import Texts

TEXTS = ("what_happened", "description", "question")
ROOM = 18  # lines for what is proposed, whatever the number of texts; all of it stands in the thread


def whose_lines(_: Texts, preview: Preview) -> list[Block]:
    """Tells whether the colleague who amends may also send it; nothing on one's own request."""
    if preview.whose is Whose.OWN:
        return []
    if preview.whose is Whose.SUPPLEMENT:
        return [context(_("This only adds to the text: you may approve it yourself."))]
    requester = escape(preview.requester_name)
    told = _("This changes the text: another colleague has to approve it. Or propose it to {name}.", name=requester)
    return [context(f":warning: {told}")]


def propose_choice(_: Texts) -> Block:
    """The choice to send one's text back as a proposal: the way out where nobody else is on duty."""
    return option("propose", _("Send back with this proposal"))


def proposal_blocks(_: Texts, card: AlertCard) -> list[Block]:
    """The words that are proposed, each above what stood there; other changes in a line."""
    alert, proposal = card.alert, card.proposal
    if proposal is None:
        return []
    changes = content_changes(alert.content, proposal.content)
    facts = [_changed(_, field, *both) for field, both in changes.items() if field not in {*TEXTS, *HIDDEN}]
    return [
        section(_("*{name} proposes other words.* Do you take them over?", name=escape(proposal.by_name))),
        *_words(_, card, {field: changes[field] for field in TEXTS if field in changes}),
        *([context(" · ".join(facts))] if facts else []),
        *kept_blocks(_, proposal.kept),
    ]


def _words(_: Texts, card: AlertCard, changes: dict[str, tuple[str, str]]) -> list[Block]:
    blocks = []
    for field, (before, after) in changes.items():
        name = field_name(_, card.alert.text_name if card.alert.about else field)
        lines = ROOM // len(changes) - 2
        was, now = in_lines(before, lines // 3), in_lines(after, lines - lines // 3)
        blocks.append(section(f"*{_('Proposal for {field}', field=name)}*\n{escape(now) or '-'}"))
        blocks.append(section(f"*{_('It said')}*\n{escape(was) or '-'}"))
    return blocks


def _changed(_: Texts, field: str, before: str, after: str) -> str:
    was, now = (escape(shortened(told_value(_, field, text), LINE)) or "-" for text in (before, after))
    return f"{field_name(_, field)}: *{now}* ({_('was:')} {was})"


def take_proposal_button(_: Texts, card: AlertCard) -> Block:
    """With one press the proposed words become the requester's own."""
    value = f"{card.alert.id}:{card.alert.version}"
    return button(_("Take over the proposal"), ids.TAKE_PROPOSAL, value, style="primary")
