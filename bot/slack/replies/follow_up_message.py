"""What the citizen wrote later, in the thread of their reply."""

from bot.domain.replies.urgent.urgency import is_pressing
from bot.domain.replies.wishes import wish_of
from bot.records.replies import ReplyCard
from bot.slack import ids
from bot.slack.blocks import Block, actions, button, context, section
from bot.slack.replies.attachment_message import attachment_line
from bot.slack.replies.citizen_message import in_a_hurry, urgent
from bot.slack.replies.images.image_lines import absent_line, absent_of
from bot.slack.replies.reply_buttons import MOST_WORDS, read_all_button
from bot.slack.replies.reply_message import (
    cut,
    hidden_line,
    labels,
    shown_words,
    writer,
)
from bot.texts import Texts


def build_follow_up_message(_: Texts, card: ReplyCard, mention: str = "") -> tuple[str, list[Block]]:
    """The fallback text, without a word of the citizen's, and the blocks; `mention` is who an urgent one calls."""
    pressing = is_pressing(card.reply)
    title, value = _("The citizen wrote again"), str(card.reply.id)
    look = [*read_all_button(_, card.reply), button(_("Original"), ids.SHOW_ORIGINAL, value)]
    if card.attachments:
        look.append(button(_("Attachments"), ids.SHOW_ATTACHMENTS, value))
    if wish_of(card.reply.subject, card.reply.words) and (root := card.reply.follow_up_of):
        look.insert(0, button(_("Wants no more mails"), ids.NO_MORE_MAILS, str(root)))
    if absent_of(card) and (root := card.reply.follow_up_of):
        look.insert(0, button(_("Ask for the images"), ids.ASK_IMAGES, str(root)))
    line = urgent(_, f"*{title}*", mention) if pressing else f":incoming_envelope: *{title}*"
    small = [
        *absent_line(_, card),
        *labels(_, card),
        *attachment_line(_, card.attachments, len(card.attachment_names)),
        *hidden_line(_, card.reply),
        *cut(_, card.reply),
    ]
    blocks = [
        section(line),
        context(writer(_, card), *([in_a_hurry(_)] if pressing else [])),
        shown_words(_, card.reply.words, MOST_WORDS),
        *([context(" · ".join(small))] if small else []),
        actions(*look),
    ]
    return _("Urgent: the citizen wrote again") if pressing else title, blocks
