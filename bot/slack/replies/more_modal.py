"""What is rarely done with a reply: a list, each with its own window or none."""

from typing import Final

from bot.records.replies import ReplyCard
from bot.slack import ids
from bot.slack.blocks import Block, context, modal, option, radio_input, typed
from bot.slack.replies.reply_buttons import rarest_deeds
from bot.slack.replies.reply_message import headline
from bot.texts import Texts

MOST_RADIOS: Final = 10
"""Slack shows no more; what is more is a list that opens."""


def build_more(_: Texts, card: ReplyCard) -> Block:
    choices = [option(deed["action_id"], deed["text"]["text"]) for deed in rarest_deeds(_, card)]
    asked = radio_input("what", _("What do you want to do?"), choices)
    if len(choices) > MOST_RADIOS:
        asked["element"]["type"] = "static_select"
    blocks = [context(headline(_, card)), asked]
    title, metadata = _("More"), str(card.reply.id)
    return modal(ids.MORE_FORM, title, blocks, submit=_("Go on"), close=_("Cancel"), metadata=metadata)


def parse_more(view: Block) -> tuple[str, str]:
    """What stands on a button: the reply; and which deed, empty where nothing was picked."""
    return view["private_metadata"], typed(view, "what")
