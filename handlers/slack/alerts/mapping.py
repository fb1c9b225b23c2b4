"""What was chosen on the map is shown in the chat, where its form and the preview on top of that still stand."""

from bot.domain.alerts.alerts import Draft
from bot.domain.alerts.offences import AnyOffence
from bot.slack.alerts.amend_modal import build_amend_all
from bot.slack.alerts.request_modal import build_request, values_of
from bot.slack.blocks import Block
from bot.workflow.alerts.requesting import FormContext
from handlers.slack.alerts.previews import show_preview, update
from handlers.slack.presses import Asked, Submission, opened_from


def shown_in(submission: Submission) -> str:
    """Where a form stands and where it was opened, for the draft."""
    return f"{submission.view['id']} {submission.channel}"


def show_area(asked: Asked, draft: Draft) -> None:
    """What is closed by now shows it when it is opened again."""
    form = FormContext(draft.id, draft.opened_at, draft.alert_id, draft.base_version, draft.about_id, draft.incident_id)
    view_id, _, channel = draft.form_view.partition(" ")
    show_preview(asked, draft, form, channel)
    if view_id:
        update(asked, opened_from(channel, _form(asked, draft, form)), view_id=view_id)


def _form(asked: Asked, draft: Draft, form: FormContext) -> Block:
    return filled_form(asked, values_of(draft.content), form, draft.content.offence)


def filled_form(asked: Asked, values: dict[str, str], form: FormContext, offence: AnyOffence | None = None) -> Block:
    """The request's form, or the whole one of who amends, with these values in it; `offence`: what it holds already."""
    offered, chosen = asked.workflow.requesting.offered, asked.workflow.mapping.chosen(form, asked.colleague)
    if form.alert_id is None:
        return build_request(asked.texts, values, form, offered(offence), chosen)
    alert = asked.workflow.viewing.facts(form.alert_id).alert
    return build_amend_all(
        asked.texts, alert, values, form, offered(offence or alert.content.offence), asked.colleague, chosen
    )
