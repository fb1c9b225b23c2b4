"""What comes after the form of a request or an outcome: first what was found in it, then the mail."""

from bot.records.alerts import Preview
from bot.slack.alerts.preview_modal import build_findings, build_preview
from bot.workflow.alerts.requesting import FormContext
from handlers.slack.presses import Answer, Submission


def preview_answer(submission: Submission, preview: Preview, form: FormContext) -> Answer:
    """It comes over the form, so that Back shows that with all that was typed."""
    build = build_findings if preview.findings else build_preview
    on_top = submission.view.get("previous_view_id") is not None
    view = build(submission.texts, preview, form)
    return {"response_action": "update" if on_top else "push", "view": view}
