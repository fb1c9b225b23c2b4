"""Answering a citizen."""

from collections.abc import Mapping
from datetime import datetime

from bot.domain.replies.replies import Rating, Seen
from bot.records.letters import AnswerForm, Recipient
from bot.records.replies import rating_name
from bot.slack import ids
from bot.slack.blocks import (
    Block,
    context,
    escape,
    in_pieces,
    modal,
    option,
    picked,
    section,
    select_input,
    text_input,
    typed,
    verbatim,
)
from bot.texts import Texts

SPOKEN = "spoken"
LONGEST_SHOWN = 2900


def build_answer(_: Texts, form: AnswerForm) -> Block:
    """The citizen's words above the answer to edit."""
    blocks = [
        section(f"*{_('The citizen wrote:')}*"),
        *(verbatim(piece) for piece in in_pieces(form.words, LONGEST_SHOWN, 3)),
        context(_("Rating: {rating}", rating=rating_name(_, form.seen.rating))),
    ]
    if form.spoken:
        blocks.append(context(_("There is no e-mail address. Phone the citizen (Show contact data has the number).")))
    else:
        blocks.append(build_recipients(_, form.recipients))
    label = _("What did you say?") if form.spoken else _("Your answer")
    if form.may_be_spoken and not form.spoken:
        ways = [option("mail", _("By mail")), option(SPOKEN, _("Answered by phone"))]
        blocks.append(
            context(_("Mail may not reach this citizen. Did you phone them? Then write down below what you said."))
        )
        blocks.append(select_input("way", _("How?"), ways, "mail"))
    blocks.append(text_input("answer", label, form.text, long=True, longest=3000))
    submit = _("Save") if form.spoken else _("Send")
    answered_at = form.seen.answered_at.isoformat() if form.seen.answered_at else ""
    title, metadata = _("Answer the citizen"), f"{form.reply_id}:{form.seen.rating}:{answered_at}"
    return modal(ids.ANSWER_FORM, title, blocks, submit=submit, close=_("Cancel"), metadata=metadata)


def build_recipients(_: Texts, recipients: Mapping[Recipient, str]) -> Block:
    """Where it goes; a choice where the mail names several addresses."""
    first, *others = recipients
    if not others:
        return context(_("Your answer goes to {address}.", address=escape(recipients[first])))
    whose = {
        Recipient.OWN: _("the participant's own address"),
        Recipient.SENDER: _("the sender of this mail"),
        Recipient.REPLY_TO: _("where this mail asks to be answered"),
    }
    choices = [option(which, f"{address[:30]} ({whose[which]})") for which, address in recipients.items()]
    return select_input("to", _("Your answer goes to"), choices, first)


def parse_answer(view: Block) -> tuple[int, Seen, str, bool, Recipient | None]:
    """The reply, what the text was written for, the answer, whether it was given by phone, and where it goes."""
    reply_id, rating, answered_at = view["private_metadata"].split(":", 2)
    to = picked(view, "to")
    seen = Seen(Rating(rating), datetime.fromisoformat(answered_at) if answered_at else None)
    return int(reply_id), seen, typed(view, "answer"), picked(view, "way") == SPOKEN, Recipient(to) if to else None
