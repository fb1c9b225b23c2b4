"""The sign of haste, on what a citizen wrote that seems to happen now."""

from bot.domain.replies.replies import IN_BVH, Reply, duties
from bot.domain.replies.urgent.urgency import is_pressing
from bot.records.replies import ReplyCard
from bot.texts import Texts

HASTE = ":rotating_light:"


def presses(reply: Reply) -> bool:
    """Pressing until somebody rated it."""
    return reply.rating is None and is_pressing(reply)


def urgent(_: Texts, line: str, mention: str = "") -> str:
    """A first line with the sign of haste, and who is called by it."""
    return f"{HASTE} *{_('Urgent?')}* {line} {mention}".rstrip()


def in_a_hurry(_: Texts) -> str:
    """What to do with what seems to happen now."""
    return f"*{_('Seems urgent: read it at once, and call the control room if it happens now')}*"


def sign_of(card: ReplyCard) -> str:
    """What was pressing keeps its sign until it is handled, but for what was found irrelevant."""
    if not (duties(card.reply) or card.held_until):
        return "✅"
    return HASTE if card.reply.rating in IN_BVH and is_pressing(card.reply) else "🟡"
