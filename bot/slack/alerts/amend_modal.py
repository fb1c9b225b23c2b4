"""Aanpassen: the typed texts of a request; all the rest behind a tick. Of a mail about an alert its one text."""

from collections.abc import Mapping, Sequence
from typing import Final

from bot.domain.alerts.adding import MOST_ADDED
from bot.domain.alerts.alerts import LONGEST, Alert, AlertKind, AlertStatus
from bot.domain.alerts.offences import AnyOffence
from bot.domain.participants.people import Colleague
from bot.records.alerts import ChosenArea
from bot.slack import ids
from bot.slack.alerts.outcome_modal import build_outcome
from bot.slack.alerts.repeats.preventive_modal import build_preventive
from bot.slack.alerts.request_modal import build_request, values_of, write_context
from bot.slack.blocks import Block, context, escape, modal, plain, section, text_input, tick_input, typed
from bot.slack.names import field_name
from bot.texts import Texts
from bot.workflow.alerts.requesting import FormContext

TEXTS: Final = ("what_happened", "description", "question")


def build_amend(_: Texts, alert: Alert, form: FormContext, colleague: Colleague) -> Block:
    """On top why it came back; for a colleague what counts as adding."""
    content = alert.content
    if alert.kind is AlertKind.PREVENTIVE:
        made = build_preventive(_, alert, content.what_happened, form)
        return {**made, "blocks": [*_on_top(_, alert, colleague), *made["blocks"]]}
    if alert.about:
        made = build_outcome(_, content.what_happened, content.ending, content.offence, form)
        return {**made, "blocks": [*_on_top(_, alert, colleague), *made["blocks"]]}
    hint = _("No names, house numbers or number plates.")
    blocks = [
        *_on_top(_, alert, colleague),
        *(
            text_input(
                name,
                field_name(_, name),
                getattr(content, name),
                long=True,
                optional=name != "what_happened",
                hint=hint if name == "what_happened" else "",
                longest=LONGEST[name],
            )
            for name in TEXTS
        ),
        tick_input(
            "all", _("Change something else too?"), _("Offence, place, time, radius or BVH number"), ticked=False
        ),
    ]
    return modal(
        ids.AMEND_FORM, _("Amend"), blocks, submit=_("Continue"), close=_("Cancel"), metadata=write_context(form)
    )


def build_amend_all(
    _: Texts,
    alert: Alert,
    texts: Mapping[str, str],
    form: FormContext,
    offered: Sequence[AnyOffence],
    by: Colleague,
    chosen: ChosenArea | None,
) -> Block:
    """The whole request, under the same words; `texts`: as they were typed."""
    made = build_request(_, {**values_of(alert.content), **texts}, form, offered, chosen)
    return {**made, "title": plain(_("Amend")), "blocks": [*_on_top(_, alert, by), *made["blocks"]]}


def _on_top(_: Texts, alert: Alert, colleague: Colleague) -> list[Block]:
    if alert.status is AlertStatus.RETURNED and alert.decided_reason:
        asks = _("*{name} asks:*", name=escape(alert.decided_by_name))
        return [section(f"{asks} {escape(alert.decided_reason)}")]
    if colleague.id == alert.requester_id or alert.about:
        return []
    told = _(
        "Do you add little (at most {n} words)? Then you may often approve it yourself: the next step tells. "
        "Do you change more? Then another colleague approves it, or your proposal goes back to {name}.",
        n=_.number(MOST_ADDED),
        name=escape(alert.requester_name),
    )
    return [context(told)]


def parse_amend(view: Block) -> tuple[dict[str, str], bool]:
    """The texts by field, and whether they want to change something else too."""
    return {name: typed(view, name) for name in TEXTS}, typed(view, "all") == "yes"
