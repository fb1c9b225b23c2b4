"""What the citizen wrote later, in the thread of their reply."""

from bot.slack import ids
from bot.slack.attachment_message import attachment_lines
from bot.slack.blocks import Block, actions, button, context, section, shortened, verbatim
from bot.slack.reply_message import MOST_WORDS, cut, labels, writer
from bot.texts import Texts
from bot.workflow.cards import ReplyCard


def build_follow_up_message(_: Texts, card: ReplyCard) -> tuple[str, list[Block]]:
    """The fallback text, without a word of the citizen's, and the blocks."""
    title, value = _("The citizen wrote again"), str(card.reply.id)
    look = [button(_("Original"), ids.SHOW_ORIGINAL, value)]
    if card.attachments:
        look.append(button(_("Attachments"), ids.SHOW_ATTACHMENTS, value))
    blocks = [
        section(f":incoming_envelope: *{title}*"),
        context(writer(_, card)),
        *labels(_, card),
        verbatim(shortened(card.reply.words, MOST_WORDS) or _("(no text)")),
        *cut(_, card),
        *attachment_lines(_, card.attachments, len(card.attachment_names)),
        actions(*look),
    ]
    return title, blocks
