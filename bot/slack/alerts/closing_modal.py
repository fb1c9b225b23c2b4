"""The forms that close an alert, give it another outcome, and open it again."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.alerts.alerts import Alert, CaseResult
from bot.domain.alerts.endings import ended_at, ending_of, results_of
from bot.domain.errors import ChoiceNeeded
from bot.records.alerts import case_result_name
from bot.slack import ids
from bot.slack.blocks import (
    Block,
    context,
    escape,
    modal,
    option,
    picked,
    radio_input,
    section,
    select_input,
    text_input,
    tick_input,
    typed,
)
from bot.texts import Texts
from bot.workflow.alerts.closing import ClosingForm
from bot.workflow.leads.escalating import LONGEST_NOTE


@dataclass(frozen=True)
class Filled:
    """How it ended, as it was filled in."""

    result: CaseResult
    note: str
    tells_outcome: bool


def build_closing(_: Texts, form: ClosingForm) -> Block:
    """What the case came to; what is open all the same."""
    alert = form.alert
    waits = _("Outcome mail {reference} waits. With another outcome we withdraw it.", reference=form.waits)
    blocks = [
        section(f"*{alert.reference}* · {_('Replies that still come are marked late.')}"),
        *_still_open(_, form),
        *_mails(_, form, waits),
        radio_input("result", _("What came of it?"), _results(_, alert)),
        *_note_and_mail(_, ""),
    ]
    return modal(
        ids.CLOSING_FORM,
        _("Close"),
        blocks,
        submit=_("Close"),
        close=_("Cancel"),
        metadata=f"{alert.id}:{alert.version}",
    )


def build_change(_: Texts, form: ClosingForm) -> Block:
    """The same form as it was filled in; what becomes of a mail that tells the outcome."""
    alert = form.alert
    waits = _("Outcome mail {reference} waits. If you change the outcome, we withdraw it.", reference=form.waits)
    blocks = [
        section(_now(_, alert)),
        *_mails(_, form, waits),
        select_input("result", _("What came of it?"), _results(_, alert), _shown(alert)),
        *_note_and_mail(_, alert.decided_reason),
    ]
    title = _("Change the outcome")
    return modal(ids.RESULT_FORM, title, blocks, submit=_("Change"), close=_("Cancel"), metadata=_seen(alert))


def build_reopening(_: Texts, form: ClosingForm) -> Block:
    """What follows from it."""
    told = [_("New replies are not marked late any more. You can close it again later.")]
    if form.waits:
        told.append(_("Outcome mail {reference} waits. We withdraw it.", reference=form.waits))
    if form.out:
        told.append(_out(_, form))
    blocks = [section(_now(_, form.alert)), section(" ".join(told))]
    title, metadata = _("Open again"), _seen(form.alert)
    return modal(ids.REOPEN_FORM, title, blocks, submit=title, close=_("Cancel"), metadata=metadata)


def _mails(_: Texts, form: ClosingForm, waits: str) -> list[Block]:
    """What becomes of a mail that tells the outcome."""
    told = [*([waits] if form.waits else []), *([_out(_, form)] if form.out else [])]
    return [context(f"⚠️ {' '.join(told)}")] if told else []


def _out(_: Texts, form: ClosingForm) -> str:
    return _("Outcome mail {reference} is out already. Nothing changes in it.", reference=form.out)


def _now(_: Texts, alert: Alert) -> str:
    by = f"{escape(alert.decided_by_name)}, {_.moment(_when(alert))}"
    result = case_result_name(_, alert.result) if alert.result else "-"
    return f"*{alert.reference}* · {_('Now:')} *{result}* ({by})"


def _results(_: Texts, alert: Alert) -> list[Block]:
    return [option(result, case_result_name(_, result)) for result in results_of(alert.content.offence)]


def _shown(alert: Alert) -> str:
    """None of the list where it was given before it was seen that it does not fit."""
    return str(ending_of(alert.content.offence, alert.result) or "")


def _note_and_mail(_: Texts, note: str) -> list[Block]:
    hint = _("Only colleagues see this.")
    return [
        text_input("note", _("Note"), note, optional=True, long=True, longest=LONGEST_NOTE, hint=hint),
        tick_input("tell", _("The neighbourhood"), _("Report the outcome by mail, in the next form"), ticked=False),
    ]


def _still_open(_: Texts, form: ClosingForm) -> list[Block]:
    told = []
    if form.open_replies:
        told.append(_.plural("{n} reply is open.", "{n} replies are open.", form.open_replies))
    if form.open_leads:
        told.append(_.plural("{n} lead is open.", "{n} leads are open.", form.open_leads))
    return [context(f":warning: {' '.join(told)} {_('What is open stays so until it is handled.')}")] if told else []


def _seen(alert: Alert) -> str:
    return f"{alert.id} {_when(alert).isoformat()}"


def _when(alert: Alert) -> datetime:
    """Each that is closed was so at a moment."""
    return ended_at(alert) or alert.requested_at


def parse_seen(view: Block) -> tuple[int, datetime]:
    """The closed alert, and when that was said which the form showed."""
    alert_id, moment = view["private_metadata"].split()
    return int(alert_id), datetime.fromisoformat(moment)


def parse_version(view: Block) -> tuple[int, int]:
    """The alert that is to be closed and the version that was seen."""
    alert_id, version = view["private_metadata"].split(":")
    return int(alert_id), int(version)


def parse_ending(view: Block) -> Filled:
    """As it was filled in; ChoiceNeeded where no result was picked."""
    if not (result := picked(view, "result")):
        raise ChoiceNeeded("result")
    return Filled(CaseResult(result), typed(view, "note"), bool(typed(view, "tell")))
