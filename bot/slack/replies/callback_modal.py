"""The forms for calling a citizen back: the promise, and what was said."""

from bot.domain.replies.callbacks import LONGEST_PHONE
from bot.slack import ids
from bot.slack.blocks import Block, context, date_input, modal, text_input, tick_input, typed
from bot.texts import Texts
from bot.workflow.replies.calling import CallbackForm, DoneForm


def build_callback(_: Texts, form: CallbackForm) -> Block:
    blocks = [
        text_input("phone", _("Phone number"), form.phone, placeholder="06 12345678", longest=LONGEST_PHONE),
        date_input("day", _("Day"), form.day),
        text_input("time", _("Time"), form.hour, placeholder="14:30", longest=10),
        context(_("The number stays hidden in the channel. You are reminded in the thread of this reply.")),
    ]
    title, metadata = _("Call back"), str(form.reply_id)
    return modal(ids.CALLBACK_FORM, title, blocks, submit=_("Save"), close=_("Cancel"), metadata=metadata)


def parse_callback(view: Block) -> CallbackForm:
    """The form as it was typed, nothing checked."""
    return CallbackForm(int(view["private_metadata"]), typed(view, "phone"), typed(view, "day"), typed(view, "time"))


def build_called(_: Texts, form: DoneForm) -> Block:
    """What was said, and whether it was the answer."""
    blocks = [text_input("said", _("What was discussed?"), optional=True, long=True, longest=3000)]
    if form.may_answer:
        blocks.append(tick_input("answered", _("Answered?"), _("This was the personal answer"), ticked=False))
    metadata = f"{form.callback_id}:{form.reply_id}:{form.may_answer:d}"
    return modal(ids.CALLED_FORM, _("Called"), blocks, submit=_("Save"), close=_("Cancel"), metadata=metadata)


def parse_called(view: Block) -> tuple[DoneForm, str, bool]:
    """The call, what was said, and whether it was the answer."""
    callback_id, reply_id, may_answer = map(int, view["private_metadata"].split(":"))
    return DoneForm(callback_id, reply_id, bool(may_answer)), typed(view, "said"), bool(typed(view, "answered"))
