"""Answering a citizen."""

from datetime import datetime

from bot.domain.replies.replies import Rating, Seen
from bot.records.letters import AnswerForm
from bot.records.replies import rating_name
from bot.slack import ids
from bot.slack.blocks import (
    Block,
    context,
    escape,
    in_pieces,
    modal,
    option,
    radio_input,
    section,
    text_input,
    typed,
    verbatim,
)
from bot.texts import Texts

SPOKEN = "spoken"


def build_answer(_: Texts, form: AnswerForm) -> Block:
    """The citizen's words above the answer to edit."""
    blocks = [
        section(f"*{_('The citizen wrote:')}*"),
        *(verbatim(piece) for piece in in_pieces(form.words, 2900, 3)),
        context(_("Rating: {rating}", rating=rating_name(_, form.seen.rating))),
    ]
    if form.spoken:
        blocks.append(context(_("There is no e-mail address. Phone the citizen (Show contact data has the number).")))
    else:
        blocks.append(context(_("Your answer goes to {address}.", address=escape(form.masked_recipient))))
    label = _("What did you say?") if form.spoken else _("Your answer")
    if form.may_be_spoken and not form.spoken:
        ways = [option("mail", _("By mail")), option(SPOKEN, _("Answered by phone"))]
        blocks.append(
            context(_("Mail may not reach this citizen. Did you phone them? Then write down below what you said."))
        )
        blocks.append(radio_input("way", _("How?"), ways, "mail"))
    blocks.append(text_input("answer", label, form.text, long=True, longest=3000))
    submit = _("Save") if form.spoken else _("Send")
    answered_at = form.seen.answered_at.isoformat() if form.seen.answered_at else ""
    title, metadata = _("Answer the citizen"), f"{form.reply_id}:{form.seen.rating}:{answered_at}"
    return modal(ids.ANSWER_FORM, title, blocks, submit=submit, close=_("Cancel"), metadata=metadata)


def parse_answer(view: Block) -> tuple[int, Seen, str, bool]:
    """The reply, what the text was written for, the answer, and whether it was given by phone."""
    reply_id, rating, answered_at = view["private_metadata"].split(":", 2)
    seen = Seen(Rating(rating), datetime.fromisoformat(answered_at) if answered_at else None)
    return int(reply_id), seen, typed(view, "answer"), typed(view, "way") == SPOKEN
