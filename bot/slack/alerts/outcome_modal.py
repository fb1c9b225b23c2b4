"""The form "Afloop melden": one text; its preview is that of a request."""

from bot.domain.alerts.alerts import LONGEST, AlertContent
from bot.slack import ids
from bot.slack.alerts.request_modal import build_request, values_of, write_context
from bot.slack.blocks import Block, modal, section, text_input, typed
from bot.texts import Texts
from bot.workflow.alerts.requesting import FormContext


def build_outcome(_: Texts, text: str, form: FormContext) -> Block:
    hint = _("For example: we arrested a suspect. No names, house numbers or number plates.")
    most = LONGEST["what_happened"]
    blocks = [
        section(_("This goes to those who got the mail and still take part. A colleague has to send it.")),
        text_input("what_happened", _("How did it end?"), text, long=True, hint=hint, longest=most),
    ]
    title = _("Report the outcome")
    return modal(ids.OUTCOME_FORM, title, blocks, submit=_("Continue"), close=_("Cancel"), metadata=write_context(form))


def parse_outcome(view: Block) -> str:
    return typed(view, "what_happened")


def build_form(_: Texts, content: AlertContent, form: FormContext) -> Block:
    """The form for a text that exists: of an outcome only the text, of a request all of it."""
    if form.about_id:
        return build_outcome(_, content.what_happened, form)
    return build_request(_, values_of(content), form)
