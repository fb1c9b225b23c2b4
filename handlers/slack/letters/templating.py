"""Listeners: the team's own texts for answers."""

from bot.domain.participants.people import Role
from bot.slack import ids
from bot.slack.guard_blocks import parse_decision
from bot.slack.letters.template_modal import (
    build_template,
    build_template_choice,
    parse_template,
    parse_template_choice,
)
from bot.workflow.letters.templating import Templating
from handlers.slack.listeners import Answer, Desk, Submission


class TemplateListeners:
    """Which text, then its words."""

    def __init__(self, templating: Templating) -> None:
        self._templating = templating

    def listen(self, desk: Desk) -> None:
        """Hang them on the app."""
        desk.on_command(ids.WORD_TEXTS, Role.SUPERUSER, lambda press: press.open(build_template_choice(press.texts)))
        desk.on_submit(ids.TEMPLATE_CHOICE, Role.SUPERUSER, "rating", self._edit)
        desk.on_submit(ids.TEMPLATE_FORM, Role.SUPERUSER, "text", self._keep)

    def _edit(self, submission: Submission) -> Answer:
        form = self._templating.form(*parse_template_choice(submission.view))
        return {"response_action": "update", "view": build_template(submission.texts, form)}

    def _keep(self, submission: Submission) -> None:
        decision = parse_decision(submission.view)
        self._templating.keep(parse_template(submission.view), submission.colleague, decision)
