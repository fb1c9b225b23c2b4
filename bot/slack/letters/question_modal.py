"""The form for a further question to a citizen."""

from datetime import datetime

from bot.domain.replies.contacts import without_contacts
from bot.slack import ids
from bot.slack.blocks import Block, in_pieces, modal, section, text_input, typed, verbatim
from bot.texts import Texts
from bot.workflow.letters.asking import AskForm


def build_question(_: Texts, form: AskForm) -> Block:
    hint = _("It goes out in a short mail with a greeting. The answer comes into the thread of this reply.")
    blocks = [
        section(f"*{_('The citizen wrote:')}*"),
        *(verbatim(piece) for piece in in_pieces(without_contacts(form.words, 2900 * 3), 2900, 3)),
        text_input("question", _("Your question"), long=True, hint=hint, longest=3000),
    ]
    seen = form.asked_at.isoformat() if form.asked_at else ""
    title, metadata = _("Ask a question"), f"{form.reply_id}:{seen}"
    return modal(ids.QUESTION_FORM, title, blocks, submit=_("Send"), close=_("Cancel"), metadata=metadata)


def parse_question(view: Block) -> tuple[int, datetime | None, str]:
    """The reply, when it was last asked something as the form was opened, and the question."""
    reply_id, seen = view["private_metadata"].split(":", 1)
    return int(reply_id), datetime.fromisoformat(seen) if seen else None, typed(view, "question")
