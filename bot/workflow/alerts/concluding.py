"""Telling those who got an alert how it ended: asked for here, then with the same four eyes as an alert."""

from bot.domain.alerts.alert_errors import DraftGone, NobodyToTell
from bot.domain.alerts.alerts import AlertContent, CaseResult, tidy_text
from bot.domain.alerts.endings import check_was_sent, content_about, ending_of, results_of
from bot.domain.alerts.offences import AnyOffence
from bot.domain.alerts.safeguards import Safeguards
from bot.domain.participants.people import Colleague
from bot.records.alerts import Preview
from bot.workflow.alerts.previewing import preview_of, with_kept
from bot.workflow.alerts.requesting import FormContext, check_none_under_way
from bot.workflow.letters.guarding import Guard
from bot.workflow.mail_ports import Composer
from storage.unit_of_work import Work


class Concluding:
    """An outcome mail is optional, and goes to nobody who did not get the alert."""

    def __init__(self, work: Work, composer: Composer, safeguards: Safeguards, guard: Guard) -> None:
        self._work = work
        self._composer = composer
        self._safeguards = safeguards
        self._guard = guard

    def base(self, alert_id: int, result: CaseResult | None = None) -> tuple[str, CaseResult | None, AnyOffence]:
        """What the form starts from: the text by the result, that, and the offence.

        OutcomeUnderWay where one waits or is being sent.
        """
        with self._work() as uow:
            alert = uow.alerts.get(alert_id)
            check_was_sent(alert)
            check_none_under_way(uow, alert_id)
        ending = ending_of(alert.content.offence, result or alert.result)
        return self._composer.outcome_base(alert.content, ending), ending, alert.content.offence

    def preview(self, typed: str, ending: CaseResult | None, form: FormContext, colleague: Colleague) -> Preview:
        """Check the text and keep it as a draft."""
        about_id, text = form.about_id, tidy_text("what_happened", typed)
        if about_id is None:
            raise DraftGone
        with self._work() as uow:
            about = uow.alerts.get(about_id).content
            told = content_about(about, self._fitting(text, about, ending), ending)
            draft = form.draft(told, colleague)
            if not uow.alerts.reach_of(draft):
                raise NobodyToTell("what_happened")
            draft = with_kept(uow, draft)
            uow.drafts.save(draft)
            return preview_of(uow, self._composer, self._safeguards, self._guard, draft, colleague)

    def _fitting(self, text: str, about: AlertContent, ending: CaseResult | None) -> str:
        """Our own words, which nobody changed, follow the outcome that was chosen; a colleague's stay."""
        ours = {self._composer.outcome_base(about, one) for one in (None, *results_of(about.offence))}
        return self._composer.outcome_base(about, ending) if text in ours else text
