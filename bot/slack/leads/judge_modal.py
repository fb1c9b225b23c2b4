"""What the burglary team says of a lead, with a note."""

from collections.abc import Sequence

from bot.domain.errors import ChoiceNeeded
from bot.domain.leads.leads import Lead, LeadResult
from bot.records.leads import result_name
from bot.slack import ids
from bot.slack.blocks import Block, choice_input, modal, option, picked, text_input, typed
from bot.texts import Texts
from bot.workflow.leads.escalating import LONGEST_NOTE, judgement


def build_judge(_: Texts, lead: Lead, shown: Sequence[Block] = ()) -> Block:
    """Every result; the one in force is picked. `shown`: the lead, where its message is not at hand."""
    results = [option(result, result_name(_, result)) for result in LeadResult]
    hint = _("Only the burglary team sees this.")
    blocks = [
        *shown,
        choice_input("result", _("What is this lead worth?"), results, lead.result or ""),
        text_input("note", _("Note"), lead.note, optional=True, long=True, longest=LONGEST_NOTE, hint=hint),
    ]
    title = _("Judge the lead")
    return modal(
        ids.JUDGE_FORM, title, blocks, submit=_("Save"), close=_("Cancel"), metadata=f"{lead.id}:{judgement(lead)}"
    )


def parse_judge(view: Block) -> tuple[int, str, LeadResult, str]:
    """The lead, what the form showed of it, the result and the note; ChoiceNeeded where no result was picked."""
    if not (result := picked(view, "result")):
        raise ChoiceNeeded("result")
    lead_id, shown = view["private_metadata"].split(":")
    return int(lead_id), shown, LeadResult(result), typed(view, "note")
