"""What can be typed behind the command."""

from bot.slack import ids
from bot.slack.blocks import Block, escape, section, shortened
from bot.texts import Texts


def build_help(_: Texts, word: str) -> tuple[str, list[Block]]:
    """Said to who typed a word that we don't know."""
    unknown = _("I don't know {word}. This is what you can type:", word=escape(shortened(word, 100)))
    lines = (
        unknown,
        f"`{ids.COMMAND}` - {_('ask for a mail to the neighbourhood')}",
        f"`{ids.COMMAND} {ids.WORD_DIVIDE}` - {_('divide the incidents of the day monitor')}",
        f"`{ids.COMMAND} {ids.WORD_CALL} BM-2026-0042` - {_('write down what somebody tells by phone')}",
        f"`{ids.COMMAND} {ids.WORD_FIND} Kattenbroekstraat` - {_('find alerts and replies')}",
        f"`{ids.COMMAND} {ids.WORD_SHOW} BM-2026-0042` - {_('show a mail and its open replies again')}",
        f"`{ids.COMMAND} {ids.WORD_ANSWER} BM-2026-0042` - {_('answer several citizens in one go')}",
        f"`{ids.COMMAND} {ids.WORD_TEXTS}` - {_('change the texts of the answers (superusers)')}",
        f"`{ids.COMMAND} {ids.WORD_OFFENCES}` - {_('add or change offences (superusers)')}",
        f"`{ids.COMMAND} {ids.WORD_PARTICIPANT} noor@example.nl` - {_('look up somebody, take them out (superusers)')}",
        f"`{ids.COMMAND} {ids.WORD_LOOKS} [BM-2026-0042 | @naam | 30]` - {_('look who looked at what (superusers)')}",
        f"`{ids.COMMAND} {ids.WORD_HOLD} BM-2026-0042` - {_('keep a case from being erased (superusers)')}",
        f"`{ids.COMMAND} {ids.WORD_STANDING}` - {_('see all that is late (superusers)')}",
        f"`{ids.COMMAND} {ids.WORD_FIGURES} 2026-01` - {_('figures of a month, or of a period (superusers)')}",
        f"`{ids.COMMAND} {ids.WORD_FIGURES} BM-2026-0042` - {_('where the time of a mail went (superusers)')}",
        f"`{ids.COMMAND} {ids.WORD_SURVEY}` - {_('ask citizens what they think, or see what they said (superusers)')}",
        f"`{ids.COMMAND} {ids.WORD_REACH}` - {_('see where participants are missing')}",
    )
    return unknown, [section("\n".join(lines))]
