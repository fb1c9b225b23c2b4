"""What comes after the form of a request or an outcome: first what was found in it, then the mail."""

from bot.records.alerts import Preview
from bot.slack.alerts.findings_modal import build_findings
from bot.slack.alerts.request_modal import build_preview
from bot.workflow.alerts.requesting import FormContext
from handlers.slack.presses import Answer, Submission


def preview_answer(submission: Submission, preview: Preview, form: FormContext) -> Answer:
    """What was found comes over the form, so that Back shows it with all that was typed; all else in its place."""
    if not preview.findings:
        return {"response_action": "update", "view": build_preview(submission.texts, preview, form)}
    on_top = submission.view.get("previous_view_id") is not None
    view = build_findings(submission.texts, preview, form)
    return {"response_action": "update" if on_top else "push", "view": view}
