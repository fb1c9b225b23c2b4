"""What can be typed behind the command."""

from bot.slack import ids
from bot.slack.blocks import escape
from bot.texts import Texts


def build_help(_: Texts, word: str) -> str:
    """Said to who typed a word that we don't know."""
    lines = (
        _("I don't know {word}. This is what you can type:", word=escape(word)),
        f"`{ids.COMMAND}` - {_('ask for a mail to the neighbourhood')}",
        f"`{ids.COMMAND} {ids.WORD_CALL} BM-2026-0042` - {_('write down what somebody tells by phone')}",
        f"`{ids.COMMAND} {ids.WORD_PARTICIPANT} noor@example.nl` - {_('look whether somebody gets mail (superusers)')}",
    )
    return "\n".join(lines)
