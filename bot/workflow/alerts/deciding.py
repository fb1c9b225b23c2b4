"""What the guard found in a request or an outcome goes, unless who writes it keeps it; then the mail is read again."""

from dataclasses import replace

from bot.domain.alerts.safeguards import Safeguards
from bot.domain.guard.kept import Decision
from bot.domain.participants.people import Colleague
from bot.records.alerts import Preview
from bot.workflow.alerts.previewing import preview_of
from bot.workflow.alerts.requesting import own_draft
from bot.workflow.letters.guarding import Guard
from bot.workflow.mail_ports import Composer
from storage.unit_of_work import Work


class Deciding:
    """Between the form and the preview."""

    def __init__(self, work: Work, composer: Composer, safeguards: Safeguards, guard: Guard) -> None:
        self._work = work
        self._composer = composer
        self._safeguards = safeguards
        self._guard = guard

    def decide(self, draft_id: str, decision: Decision, colleague: Colleague) -> Preview:
        """The draft without what was not kept, and how it reads now; the same decision again changes nothing."""
        with self._work() as uow:
            draft = own_draft(uow, draft_id, colleague)
            content, kept = self._guard.decide(draft.content, draft.kept, decision, colleague)
            draft = replace(draft, content=content, kept=kept)
            uow.drafts.save(draft)
            return preview_of(uow, self._composer, self._safeguards, self._guard, draft, colleague)
