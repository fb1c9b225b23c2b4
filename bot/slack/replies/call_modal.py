"""The form for a citizen who phones."""

import json

from bot.domain.replies.callbacks import LONGEST_PHONE
from bot.slack import ids
from bot.slack.blocks import Block, context, modal, text_input, typed
from bot.texts import Texts
from bot.workflow.replies.noting import LONGEST_NAME, LONGEST_WORDS, TypedCall


def build_call(_: Texts, reference: str, form_id: str) -> Block:
    """The form; the alert's reference filled in where it is known."""
    blocks = [
        text_input("reference", _("Reference"), reference, placeholder="BM-2026-0042", longest=20),
        text_input("words", _("What did the caller tell?"), long=True, longest=LONGEST_WORDS),
        text_input("name", _("Name of the caller"), optional=True, longest=LONGEST_NAME),
        text_input("phone", _("Phone number"), optional=True, placeholder="06 12345678", longest=LONGEST_PHONE),
        context(_("Name and number stay hidden in the channel. You can see them with Show contact data.")),
    ]
    title = _("Write down a call")
    return modal(ids.CALL_FORM, title, blocks, submit=_("Save"), close=_("Cancel"), metadata=json.dumps([form_id]))


def parse_call(view: Block) -> tuple[TypedCall, str]:
    """What was typed, and the form's own id."""
    (form_id,) = json.loads(view["private_metadata"])
    names = ("reference", "words", "name", "phone")
    return TypedCall(**{name: typed(view, name) for name in names}), form_id
