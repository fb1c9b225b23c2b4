"""Tips for where it happened again: asked for from the bot's proposal, then with the same four eyes as an alert."""

from bot.clock import Clock
from bot.domain.alerts.alert_errors import DraftGone
from bot.domain.alerts.alerts import LONGEST, Alert, tidy_text
from bot.domain.alerts.endings import check_was_sent, content_about
from bot.domain.alerts.repeats.repeat_errors import NobodyForTips
from bot.domain.alerts.repeats.repeats import RepeatStatus
from bot.domain.alerts.safeguards import Safeguards
from bot.domain.errors import SomebodyWasFirst
from bot.domain.letters.answers import TeamText
from bot.domain.letters.filling import fill
from bot.domain.participants.people import Colleague
from bot.records.alerts import Preview
from bot.records.outbox import Task
from bot.workflow.alerts.previewing import preview_of, with_kept
from bot.workflow.alerts.repeats.noticing import refused
from bot.workflow.alerts.requesting import FormContext
from bot.workflow.letters.guarding import Guard
from bot.workflow.mail_ports import Composer
from storage.unit_of_work import UnitOfWork, Work


class Preventing:
    """A preventive mail goes to the area of the newest burglary: to who wants tips and had none lately."""

    def __init__(self, work: Work, clock: Clock, composer: Composer, safeguards: Safeguards, guard: Guard) -> None:
        self._work = work
        self._clock = clock
        self._composer = composer
        self._safeguards = safeguards
        self._guard = guard

    def base(self, alert_id: int) -> tuple[Alert, str]:
        """The alert that the form is about, and the team's text for it; TipsRequested where it was asked for."""
        with self._work() as uow:
            alert = uow.alerts.get(alert_id)
            check_was_sent(alert)
            _check_may_be_asked(uow, alert_id)
            own = uow.answer_templates.in_force(TeamText.PREVENTIVE, alert.content.offence)
        text = own.text if own else self._composer.preventive_template(alert.content.offence)
        return alert, fill(text, self._composer.place_values(alert.content))[: LONGEST["what_happened"]]

    def preview(self, typed: str, form: FormContext, colleague: Colleague) -> Preview:
        """Check the text and keep it as a draft."""
        about_id, text = form.about_id, tidy_text("what_happened", typed)
        if about_id is None:
            raise DraftGone
        with self._work() as uow:
            before = uow.alerts.get(form.alert_id or about_id).content
            draft = form.draft(content_about(before, text), colleague)
            if not uow.alerts.reach_of(draft):
                raise NobodyForTips("what_happened")
            draft = with_kept(uow, draft)
            uow.drafts.save(draft)
            return preview_of(uow, self._composer, self._safeguards, self._guard, draft, colleague)

    def dismiss(self, alert_id: int, colleague: Colleague) -> None:
        """No mail for this; who comes second is told who was first."""
        now = self._clock.now()
        with self._work() as uow:
            if not uow.repeats.dismiss(alert_id, colleague, now):
                _check_may_be_asked(uow, alert_id)
                raise SomebodyWasFirst(name=uow.repeats.status(alert_id)[1])
            uow.audit.record(colleague.id, "dismissed_tips", uow.alerts.get(alert_id).reference, now)
            uow.outbox.owe(Task.SHOW_REPEAT, alert_id)


def _check_may_be_asked(uow: UnitOfWork, alert_id: int) -> None:
    if uow.repeats.status(alert_id)[0] is RepeatStatus.REQUESTED:
        raise refused(uow, alert_id)
