"""The form of a preventive mail: one text; its preview is that of a request."""

from bot.domain.alerts.alerts import LONGEST, Alert
from bot.slack import ids
from bot.slack.alerts.request_modal import write_context
from bot.slack.blocks import Block, escape, modal, section, text_input, typed
from bot.slack.names import field_name, within_name
from bot.texts import Texts
from bot.workflow.alerts.requesting import FormContext


def build_preventive(_: Texts, alert: Alert, text: str, form: FormContext) -> Block:
    """`alert`: whose area it goes to."""
    content = alert.content
    told = _(
        "{street}, {area}: to who wants tips and had none in the last 3 days. A colleague has to send it.",
        street=escape(content.street),
        area=escape(within_name(_, content.area)),
    )
    hint, most = _("No names, house numbers or number plates."), LONGEST["what_happened"]
    blocks = [
        section(told),
        text_input("what_happened", field_name(_, "preventive"), text, long=True, hint=hint, longest=most),
    ]
    title, metadata = _("Preventive mail"), write_context(form)
    return modal(ids.PREVENTIVE_FORM, title, blocks, submit=_("Continue"), close=_("Cancel"), metadata=metadata)


def parse_preventive(view: Block) -> str:
    return typed(view, "what_happened")
