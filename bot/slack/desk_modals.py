"""The small forms: how many get a mail, why it goes back, the answer to a citizen."""

from datetime import datetime

from bot.domain.alerts import Alert
from bot.domain.replies import Rating, Seen
from bot.slack import ids
from bot.slack.blocks import (
    Block,
    context,
    escape,
    fields,
    in_pieces,
    modal,
    option,
    radio_input,
    section,
    text_input,
    typed,
    verbatim,
)
from bot.slack.guard_blocks import agreement, kept_blocks
from bot.slack.names import radius_name, rating_name
from bot.texts import Texts
from bot.workflow.reply_cards import AnswerForm

SPOKEN = "spoken"


def build_approval(_: Texts, alert: Alert, people: int, asks_number: bool = True) -> Block:
    """A mail to so many that its approver types how many, or in which something stays that its approver agrees to."""
    content, agreed = alert.content, agreement(_, alert.kept)
    texts = (content.what_happened, content.description, content.question) if agreed else ()
    blocks = [
        section(_.plural("*{n} person* gets this mail.", "*{n} people* get this mail.", people)),
        fields(
            [
                (_("Mail"), alert.reference),
                (_("Where"), f"{content.street}, {content.place}"),
                (_("Radius"), radius_name(_, content.radius_m)),
            ]
        ),
        *kept_blocks(_, alert.kept),
        *agreed,
        *([number_input(_)] if asks_number or not agreed else []),
        *(verbatim(text) for text in texts if text),
    ]
    title, metadata = _("Check and send"), f"{alert.id}:{alert.version}"
    return modal(ids.APPROVE_FORM, title, blocks, submit=_("Send"), close=_("Cancel"), metadata=metadata)


def number_input(_: Texts, value: str = "", *, optional: bool = False) -> Block:
    """Where the number of recipients is typed."""
    hint = _("So many people get it: type the number to be sure.")
    return text_input("recipients", _("Number of recipients"), value, optional=optional, hint=hint, longest=20)


def parse_approval(view: Block) -> tuple[int, int, str]:
    """The alert, the version that was seen, and the number that was typed."""
    alert_id, version = view["private_metadata"].split(":")
    return int(alert_id), int(version), typed(view, "recipients")


def build_return(_: Texts, alert: Alert) -> Block:
    """Why the request goes back."""
    hint = _("Do you know the words? Choose Amend: you can send them along as a proposal.")
    blocks = [text_input("reason", _("What has to change?"), long=True, hint=hint, longest=1000)]
    title = _("Back to requester")
    metadata = f"{alert.id}:{alert.version}"
    return modal(ids.RETURN_FORM, title, blocks, submit=_("Send back"), close=_("Cancel"), metadata=metadata)


def parse_return(view: Block) -> tuple[int, int, str]:
    """The alert, the version that was seen, and why it goes back."""
    alert_id, version = view["private_metadata"].split(":")
    return int(alert_id), int(version), typed(view, "reason")


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
