"""The form that closes an alert."""

from dataclasses import dataclass

from bot.domain.alerts.alerts import CaseResult
from bot.domain.alerts.endings import results_of
from bot.domain.errors import ChoiceNeeded
from bot.records.alerts import case_result_name
from bot.slack import ids
from bot.slack.blocks import Block, context, modal, option, radio_input, section, text_input, tick_input, typed
from bot.texts import Texts
from bot.workflow.alerts.closing import ClosingForm
from bot.workflow.leads.escalating import LONGEST_NOTE


@dataclass(frozen=True)
class Closed:
    alert_id: int
    version: int
    result: CaseResult
    note: str
    tells_outcome: bool


def build_closing(_: Texts, form: ClosingForm) -> Block:
    """What the case came to; what is open all the same."""
    alert = form.alert
    results = [option(result, case_result_name(_, result)) for result in results_of(alert.content.offence)]
    hint = _("Only colleagues see this.")
    blocks = [
        section(f"*{alert.reference}* · {_('Replies that still come are marked late.')}"),
        *_still_open(_, form),
        radio_input("result", _("What came of it?"), results),
        text_input("note", _("Note"), optional=True, long=True, longest=LONGEST_NOTE, hint=hint),
        tick_input("tell", _("The neighbourhood"), _("Report the outcome by mail, in the next form"), ticked=False),
    ]
    metadata = f"{alert.id}:{alert.version}"
    return modal(ids.CLOSING_FORM, _("Close"), blocks, submit=_("Close"), close=_("Cancel"), metadata=metadata)


def _still_open(_: Texts, form: ClosingForm) -> list[Block]:
    told = []
    if form.open_replies:
        told.append(_.plural("{n} reply is open.", "{n} replies are open.", form.open_replies))
    if form.open_leads:
        told.append(_.plural("{n} lead is open.", "{n} leads are open.", form.open_leads))
    return [context(f":warning: {' '.join(told)} {_('What is open stays so until it is handled.')}")] if told else []


def parse_closing(view: Block) -> Closed:
    """As it was filled in; ChoiceNeeded where no result was picked."""
    alert_id, version = view["private_metadata"].split(":")
    if not (result := typed(view, "result")):
        raise ChoiceNeeded("result")
    return Closed(int(alert_id), int(version), CaseResult(result), typed(view, "note"), bool(typed(view, "tell")))
