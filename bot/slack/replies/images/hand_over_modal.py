"""To which system images went, and under which number."""

from bot.slack import ids
from bot.slack.blocks import Block, modal, section, text_input, typed
from bot.texts import Texts
from bot.workflow.replies.images.handing_over import LONGEST, Whose


def build_hand_over(_: Texts, whose: Whose) -> Block:
    told = _("From then on that system keeps them: here the files are erased soon, and what they were stays on record.")
    hint = _("The number of the file or the case there.")
    blocks = [
        section(told),
        text_input("system", _("To which system?"), longest=LONGEST),
        text_input("number", _("Under which number?"), longest=LONGEST, hint=hint),
    ]
    title, metadata = _("Images handed over"), f"{whose.kind}:{whose.id}"
    return modal(ids.HAND_OVER_FORM, title, blocks, submit=_("Save"), close=_("Cancel"), metadata=metadata)


def parse_hand_over(view: Block) -> tuple[Whose, str, str]:
    """Whose images they are, the system, and the number."""
    kind, number = view["private_metadata"].split(":")
    return Whose(kind, int(number)), typed(view, "system"), typed(view, "number")
