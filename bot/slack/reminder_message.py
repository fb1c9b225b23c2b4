"""What lies still, told to a channel."""

from datetime import datetime

from bot.slack import ids
from bot.slack.blocks import Block, actions, button, context, section
from bot.slack.home_view import line_told
from bot.texts import Texts
from bot.workflow.cards import OverdueCard


def build_reminder_message(_: Texts, card: OverdueCard, now: datetime) -> tuple[str, list[Block]]:
    """How many replies are open, and which; no word of a citizen's."""
    hours = max(1, round((now - card.oldest_since).total_seconds() / 3600))
    oldest = _.plural("The oldest has waited {n} hour.", "The oldest has waited {n} hours.", hours)
    told = f"{_.plural('{n} reply is open.', '{n} replies are open.', card.total)} {oldest}"
    blocks = [section(f":hourglass_flowing_sand: *{told}*"), *(section(line_told(_, line)) for line in card.lines)]
    if more := card.total - len(card.lines):
        blocks.append(context(_.plural("and {n} more", "and {n} more", more)))
        blocks.append(actions(button(_("Show all open replies"), ids.OPEN_REPLIES, "all")))
    return told, blocks
