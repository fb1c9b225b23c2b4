"""What comes after the form of a request or an outcome: first what was found in it, then the mail."""

from bot.records.alerts import Preview
from bot.slack.alerts.preview_modal import build_findings, build_preview
from bot.slack.blocks import Block
from bot.workflow.alerts.requesting import FormContext
from handlers.slack.presses import Answer, Asked, Submission


def preview_answer(submission: Submission, preview: Preview, form: FormContext) -> Answer:
    """It comes over the form, so that Back shows that with all that was typed."""
    on_top = submission.view.get("previous_view_id") is not None
    view = preview_view(submission, preview, form)
    return {"response_action": "update" if on_top else "push", "view": view}


def preview_view(asked: Asked, preview: Preview, form: FormContext) -> Block:
    """Once nothing is to be decided about, under a name: what is chosen on its map is shown there at once."""
    if preview.findings:
        return build_findings(asked.texts, preview, form)
    if not preview.view:
        return build_preview(asked.texts, preview, form)
    on_map = asked.workflow.mapping.links(preview, asked.colleague)
    return {**build_preview(asked.texts, preview, form, on_map), "external_id": preview.view}
