"""The question before somebody goes on with what a colleague has; and what is told in place of a form."""

import json
from dataclasses import asdict, dataclass

from bot.domain.replies.reply_errors import TakenByColleague
from bot.slack import ids
from bot.slack.blocks import Block, context, escape, modal, section, verbatim
from bot.texts import Texts


@dataclass(frozen=True)
class Asked:
    """What was asked: the reply, who has it, and the button to go on with (none: a form that waits below)."""

    reply_id: int
    holder_id: str
    action_id: str = ""
    value: str = ""


def build_taken(_: Texts, taken: TakenByColleague, action_id: str = "", value: str = "") -> Block:
    """Somebody else has it: go on all the same?"""
    since = _.time(taken.since) if taken.since else "-"
    told = _("{name} has taken this reply (since {time}).", name=escape(taken.name), time=since)
    blocks = [section(f":raising_hand: *{told}*\n{_('If you go on, the reply is on your name.')}")]
    if not action_id:
        blocks.append(context(_("What you typed stays: after this you can send it.")))
    asked = Asked(taken.reply_id, taken.holder_id, action_id, value)
    title, metadata = _("Go on all the same?"), json.dumps(asdict(asked))
    return modal(ids.TAKEN_FORM, title, blocks, submit=_("Go on"), close=_("Cancel"), metadata=metadata)


def parse_taken(view: Block) -> Asked:
    return Asked(**json.loads(view["private_metadata"]))


def build_told(_: Texts, callback_id: str, text: str) -> Block:
    """What is wrong with a form that has no field to say it at."""
    return modal(callback_id, "Burgernetmail", [verbatim(text)], close=_("Done reading"))
