"""What lies still, told to a channel."""

from datetime import datetime
from typing import Final

from bot.domain.desk.deadlines import WaitKind
from bot.records.desk import BoardLine, Deed, OverdueCard
from bot.slack import ids
from bot.slack.blocks import Block, actions, button, context, row, section
from bot.slack.desk.late_message import late_count, late_line, line_name
from bot.slack.names import deed_name
from bot.texts import Texts

_DEEDS: Final = {WaitKind.INCIDENT: Deed.REQUEST, WaitKind.REPLY: Deed.HANDLE, WaitKind.CALL: Deed.CALL}


def build_reminder_message(
    _: Texts, card: OverdueCard, now: datetime, *, mention: bool = False, deeds: bool = False
) -> tuple[str, list[Block]]:
    """How many wait, and which; no word of a citizen's, who may be erased while this stands.

    With `mention` those are told whose turn it is; with `deeds` each line ends in what is next: where those may do it.
    """
    hours = max(1, round((now - card.oldest_since).total_seconds() / 3600))
    oldest = _.plural("The oldest has waited {n} hour.", "The oldest has waited {n} hours.", hours)
    told = late_count(_, card.kind, card.total)
    if card.kind is not WaitKind.IMAGES:  # those wait until a day
        told = f"{told} {oldest}"
    blocks = [
        section(f":hourglass_flowing_sand: *{told}*"),
        *(_line(_, card.kind, line, mention=mention, deeds=deeds) for line in card.lines),
    ]
    if more := card.total - len(card.lines):
        blocks.append(context(_.plural("and {n} more", "and {n} more", more)))
        if card.kind is WaitKind.REPLY:
            blocks.append(actions(button(_("Show all open replies"), ids.OPEN_REPLIES, "all")))
    return told, blocks


def _line(_: Texts, kind: WaitKind, line: BoardLine, *, mention: bool, deeds: bool) -> Block:
    told = late_line(_, kind, line, mention=mention, quotes=False)
    if not deeds or kind not in _DEEDS:
        return section(told)
    label, action_id = deed_name(_, _DEEDS[kind])
    press = button(label, f"{action_id}{ids.AT}{line.id}", str(line.id))
    return row(told, press, line_name(_, line))
