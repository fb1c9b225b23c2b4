"""The form that takes out a citizen who asked for it in a reply, with the answer that goes with it."""

from bot.domain.replies.contacts import without_contacts
from bot.slack import ids
from bot.slack.blocks import Block, context, escape, in_pieces, modal, section, text_input, typed, verbatim
from bot.texts import Texts
from bot.workflow.letters.answering import LONGEST_ANSWER
from bot.workflow.replies.unsubscribing import NoMoreMailsForm


def build_no_more_mails(_: Texts, form: NoMoreMailsForm) -> Block:
    """The citizen's words, who is taken out, and the answer to edit."""
    person = form.participant
    where = _("Participant {number}, {neighbourhood}", number=person.id, neighbourhood=person.neighbourhood)
    told = _("has left already.") if form.has_left else _("gets no Burgernetmail any more.")
    blocks = [
        section(f"*{_('The citizen wrote:')}*"),
        *(verbatim(piece) for piece in in_pieces(without_contacts(form.words, 2900 * 3), 2900, 3)),
        section(escape(f"{where} {told}")),
    ]
    if form.by_another:
        blocks.append(
            context(f":warning: {_('It was sent from another address than the participant has. Is it them?')}")
        )
    if form.text:
        blocks += _answer(_, form)
    title, submit = _("No more mails"), _("Answer") if form.has_left else _("Take out")
    return modal(ids.NO_MORE_MAILS_FORM, title, blocks, submit=submit, close=_("Cancel"), metadata=str(form.reply_id))


def _answer(_: Texts, form: NoMoreMailsForm) -> list[Block]:
    told = [_("Your answer goes to {address}.", address=escape(form.masked_recipient))]
    if form.rates:
        told.append(_("With the answer, the reply is rated as not relevant. Did they see something? Rate it first."))
    hint = _("Empty: no answer now.")
    answer = text_input(
        "answer", _("Your answer"), form.text, optional=True, long=True, hint=hint, longest=LONGEST_ANSWER
    )
    return [context(*told), answer]


def parse_no_more_mails(view: Block) -> tuple[int, str]:
    """The reply, and the answer where there is one."""
    return int(view["private_metadata"]), typed(view, "answer")
