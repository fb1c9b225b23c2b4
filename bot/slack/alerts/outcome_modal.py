"""The form "Afloop melden": one text; its preview is that of a request."""

from typing import Final

from bot.domain.alerts.alerts import LONGEST, CaseResult
from bot.domain.alerts.endings import results_of
from bot.domain.alerts.offences import AnyOffence
from bot.records.alerts import case_result_name
from bot.slack import ids
from bot.slack.alerts.request_modal import write_context
from bot.slack.blocks import Block, modal, option, section, select_input, text_input, typed
from bot.texts import Texts
from bot.workflow.alerts.requesting import FormContext

NO_ENDING: Final = "other"


def build_outcome(_: Texts, text: str, ending: CaseResult | None, offence: AnyOffence, form: FormContext) -> Block:
    """`ending`: what the case came to, as far as that is known; the subject and the first line go by it."""
    hint = _("For example: we arrested a suspect. No names, house numbers or number plates.")
    endings = [option(one, case_result_name(_, one)) for one in results_of(offence)]
    endings.append(option(NO_ENDING, _("Something else")))
    most = LONGEST["what_happened"]
    blocks = [
        section(_("This goes to those who got the mail and still take part. A colleague has to send it.")),
        select_input("ending", _("What came of it?"), endings, ending or NO_ENDING),
        text_input("what_happened", _("How did it end?"), text, long=True, hint=hint, longest=most),
    ]
    title = _("Report the outcome")
    return modal(ids.OUTCOME_FORM, title, blocks, submit=_("Continue"), close=_("Cancel"), metadata=write_context(form))


def parse_outcome(view: Block) -> tuple[str, CaseResult | None]:
    """The text, and what the case came to."""
    ending = typed(view, "ending")
    return typed(view, "what_happened"), CaseResult(ending) if ending in set(CaseResult) else None
