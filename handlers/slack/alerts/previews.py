"""What comes after the form of a request or an outcome: first what was found in it, then the mail."""

import time
from dataclasses import replace
from typing import Final

import structlog
from slack_sdk.errors import SlackApiError

from bot.domain.alerts.alerts import Draft
from bot.records.alerts import Preview
from bot.slack.alerts.preview_modal import build_findings, build_preview
from bot.slack.blocks import Block
from bot.workflow.alerts.requesting import FormContext
from handlers.slack.admitting import logged
from handlers.slack.presses import Answer, Asked, Submission, opened_from

log = structlog.get_logger()
GONE: Final = "not_found"
PAUSES_S: Final = (0.7, 1.5, 3.0)
"""Before each try to put the picture in: the chat shows a form only after it took our answer."""


def preview_answer(submission: Submission, preview: Preview, form: FormContext) -> Answer:
    """It comes over the form, so that Back shows that with all that was typed."""
    on_top = submission.view.get("previous_view_id") is not None
    view = preview_view(submission, preview, form)
    if "external_id" in view:
        submission.desk.working.submit(logged, _add_picture, submission, preview, form)
    return {"response_action": "update" if on_top else "push", "view": view}


def preview_view(asked: Asked, preview: Preview, form: FormContext, *, with_picture: bool = False) -> Block:
    """Once nothing is to be decided about, under a name: what is chosen on its map is shown there at once.

    The picture comes later: where the chat could not fetch it from us it would refuse the form whole.
    """
    if preview.findings:
        return build_findings(asked.texts, preview, form)
    if not preview.view:
        return build_preview(asked.texts, preview, form)
    on_map = asked.workflow.mapping.links(preview, asked.colleague)
    shown = on_map if with_picture else replace(on_map, picture="")
    return {**build_preview(asked.texts, preview, form, shown), "external_id": preview.view}


def _add_picture(submission: Submission, preview: Preview, form: FormContext) -> None:
    for pause in PAUSES_S:
        time.sleep(pause)
        draft = submission.workflow.mapping.draft(preview.draft_id, submission.colleague)
        if draft is None or draft.preview_view != preview.view:
            return  # filed, or looked at anew
        if show_preview(submission, draft, form, submission.channel):
            return


def show_preview(asked: Asked, draft: Draft, form: FormContext, channel: str) -> bool:
    """As it is now, with the picture, or without it where the chat can't fetch that; False where it stands nowhere."""
    preview = asked.workflow.mapping.preview(draft, asked.colleague)

    def shown(*, with_picture: bool) -> str:
        view = preview_view(asked, preview, form, with_picture=with_picture)
        return update(asked, opened_from(channel, view), external_id=preview.view)

    wrong = shown(with_picture=True)
    return not wrong or (wrong != GONE and not shown(with_picture=False))


def update(asked: Asked, view: Block, **where: str) -> str:
    """What the chat says is wrong: most often that it is closed by now; empty where it shows."""
    try:
        asked.desk.client.views_update(view=view, **where)
    except SlackApiError as error:
        wrong = str(error.response.get("error"))
    except OSError as error:
        wrong = type(error).__name__
    else:
        return ""
    log.info("form not shown", error=wrong)
    return wrong
