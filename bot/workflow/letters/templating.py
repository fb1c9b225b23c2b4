"""The team's own texts for answers, kept by superusers."""

from dataclasses import dataclass
from datetime import datetime

from bot.clock import Clock
from bot.domain.alerts.alert_errors import TextChanged
from bot.domain.alerts.alerts import Offence
from bot.domain.errors import TooLong
from bot.domain.guard.kept import UNDECIDED, Decision
from bot.domain.letters.answers import AnswerTemplate
from bot.domain.letters.filling import check_placeholders
from bot.domain.participants.people import Colleague
from bot.domain.replies.replies import Rating
from bot.workflow.letters.guarding import Guard, kept_details
from bot.workflow.mail_ports import Composer
from storage.unit_of_work import Work

LONGEST_TEMPLATE = 2000  # filled in it has to fit in an answer


@dataclass(frozen=True)
class TemplateForm:
    """The text in force, placeholders and all; `kept_at` and `by_name` where the team has one for exactly this."""

    rating: Rating
    offence: Offence | None
    text: str
    by_name: str = ""
    kept_at: datetime | None = None


class Templating:
    """A text for a rating and an offence, else for all offences, else the standard one."""

    def __init__(self, work: Work, clock: Clock, composer: Composer, guard: Guard) -> None:
        self._work = work
        self._clock = clock
        self._composer = composer
        self._guard = guard

    def form(self, rating: Rating, offence: Offence | None) -> TemplateForm:
        with self._work() as uow:
            own, in_force = uow.answer_templates.get(rating, offence), uow.answer_templates.in_force(rating, offence)
        text = in_force.text if in_force else self._composer.answer_template(rating)
        if own is None:
            return TemplateForm(rating, offence, text)
        return TemplateForm(rating, offence, own.text, own.by_name, own.at)

    def keep(self, form: TemplateForm, colleague: Colleague, decision: Decision = UNDECIDED) -> None:
        """The text of this form is the team's from now on; an empty one brings back the standard text.

        TextChanged where somebody else kept another since the form was opened; ToLookAt until all that the guard found
        in it is decided about.
        """
        text, now = form.text.strip(), self._clock.now()
        if len(text) > LONGEST_TEMPLATE:
            raise TooLong("text", length=len(text), most=LONGEST_TEMPLATE)
        check_placeholders(text, "text")
        with self._work() as uow:
            before = uow.answer_templates.get_for_change(form.rating, form.offence)
            if (before.at if before else None) != form.kept_at:
                raise TextChanged("text")
            kept = self._guard.letter("text", text, decision, colleague, most=LONGEST_TEMPLATE)
            if text:
                uow.answer_templates.keep(AnswerTemplate(form.rating, form.offence, text, colleague.name, now))
            else:
                uow.answer_templates.drop(form.rating, form.offence)
            subject = f"answer {form.rating} {form.offence or 'all'}"
            uow.audit.record(colleague.id, "changed_answer_text", subject, now, text=text, **kept_details(kept))
