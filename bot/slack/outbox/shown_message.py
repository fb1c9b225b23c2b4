"""Said to who asked to see a case again."""

from bot.slack.blocks import Block, escape, link, section
from bot.texts import Texts


def build_shown(_: Texts, reference: str, url: str) -> tuple[str, list[Block]]:
    """`url`: where it stood last; empty where it never did."""
    told = _("{reference} is shown anew, with its open replies; what was deleted is posted again.", reference=reference)
    where = "\n" + link(url, _("Here it stood last")) if url else ""
    return told, [section(escape(told) + where)]
