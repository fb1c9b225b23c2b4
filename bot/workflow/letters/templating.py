"""The team's own texts for answers and preventive mails, kept by superusers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.clock import Clock
from bot.domain.alerts.alert_errors import TextChanged
from bot.domain.alerts.alerts import LONGEST
from bot.domain.alerts.offences import AnyOffence, Offence
from bot.domain.errors import TooLong
from bot.domain.guard.kept import UNDECIDED, Decision
from bot.domain.letters.answers import AnswerTemplate, AnyText, TeamText
from bot.domain.letters.claims import check_claims
from bot.domain.letters.filling import OF_PLACES, PLACEHOLDERS, check_placeholders
from bot.domain.participants.people import Colleague
from bot.workflow.letters.guarding import Guard, kept_details, kept_reason
from bot.workflow.mail_ports import Composer
from storage.unit_of_work import Work

LONGEST_TEMPLATE = 2000  # filled in it has to fit in an answer
LONGEST_TIPS = LONGEST["what_happened"] - 300  # and in a form


@dataclass(frozen=True)
class TemplateForm:
    """The text in force, placeholders and all; `kept_at` and `by_name` where the team has one for exactly this."""

    rating: AnyText
    offence: AnyOffence | None
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

    def form(self, rating: AnyText, offence_key: str) -> TemplateForm:
        """`offence_key` is empty for all offences."""
        with self._work() as uow:
            offence = uow.offences.get(offence_key) if offence_key else None
            own, in_force = uow.answer_templates.get(rating, offence), uow.answer_templates.in_force(rating, offence)
        text = in_force.text if in_force else self._standard(rating, offence)
        if own is None:
            return TemplateForm(rating, offence, text)
        return TemplateForm(rating, offence, own.text, own.by_name, own.at)

    def keep(
        self,
        rating: AnyText,
        offence_key: str,
        typed: str,
        seen: datetime | None,
        colleague: Colleague,
        decision: Decision = UNDECIDED,
    ) -> None:
        """This text is the team's from now on; an empty one brings back the standard text.

        TextChanged where somebody else kept another than was `seen` as the form was opened; ToLookAt until all that
        the guard found in it is decided about.
        """
        text, now = typed.strip(), self._clock.now()
        if len(text) > longest_of(rating):
            raise TooLong("text", length=len(text), most=longest_of(rating))
        check_placeholders(text, "text", known_in(rating))
        check_claims(text, "text", recorded=False, passed_on=False)
        with self._work() as uow:
            offence = uow.offences.get(offence_key) if offence_key else None
            before = uow.answer_templates.get_for_change(rating, offence)
            if (before.at if before else None) != seen:
                raise TextChanged("text")
            kept = self._guard.letter("text", text, decision, colleague, most=longest_of(rating))
            if text:
                uow.answer_templates.keep(AnswerTemplate(rating, offence, text, colleague.name, now))
            else:
                uow.answer_templates.drop(rating, offence)
            subject = f"{'text' if isinstance(rating, TeamText) else 'answer'} {rating} {offence_key or 'all'}"
            said = {"text": text, **kept_reason(kept)}
            uow.audit.record(colleague.id, "changed_answer_text", subject, now, said, **kept_details(kept))

    def _standard(self, rating: AnyText, offence: AnyOffence | None) -> str:
        if isinstance(rating, TeamText):
            return self._composer.preventive_template(offence or Offence.BURGLARY)
        return self._composer.answer_template(rating)


def longest_of(rating: AnyText) -> int:
    return LONGEST_TIPS if isinstance(rating, TeamText) else LONGEST_TEMPLATE


def known_in(rating: AnyText) -> Sequence[str]:
    """What a text may leave open: a preventive mail answers nobody."""
    return OF_PLACES if isinstance(rating, TeamText) else PLACEHOLDERS
