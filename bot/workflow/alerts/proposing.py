"""Where only two are on duty: a colleague proposes other words, and the requester files them as their own."""

from bot.clock import Clock
from bot.domain.alerts.alert_errors import DraftGone, NotYourRequest, TextChanged
from bot.domain.alerts.alerts import Alert, AlertAction, AlertStatus
from bot.domain.alerts.authorship import Proposal
from bot.domain.alerts.typed_texts import content_changes
from bot.domain.alerts.word_errors import OwnProposal
from bot.domain.participants.people import Colleague
from bot.records.chat import Note
from bot.records.outbox import Task
from bot.workflow.alerts.amending import check_open, replace_text, shown_changes, was_first
from bot.workflow.alerts.requesting import own_draft
from bot.workflow.letters.guarding import Guard, kept_details, kept_reason
from bot.workflow.owing import N_, owe_note
from storage.unit_of_work import Work


class Proposing:
    """Both steps are a compare-and-set; any other change of the request drops what was proposed."""

    def __init__(self, work: Work, clock: Clock, guard: Guard) -> None:
        self._work = work
        self._clock = clock
        self._guard = guard

    def propose(self, draft_id: str, colleague: Colleague) -> None:
        """Send the request back with the draft's text; what stands there stays until the requester takes it over."""
        now = self._clock.now()
        with self._work() as uow:
            draft = own_draft(uow, draft_id, colleague)
            if draft.alert_id is None:
                raise DraftGone
            alert = uow.alerts.get(draft.alert_id)
            _check_proposing(alert, draft.base_version, colleague)
            kept = self._guard.check_decided(draft.content, draft.kept)
            if not uow.alerts.send_back_with_words(alert, colleague, now):
                raise was_first(uow.alerts.get(alert.id), colleague)
            uow.words.propose(alert.id, Proposal(draft.content, kept, colleague.id, colleague.name, now))
            uow.drafts.take(draft_id)
            changes = content_changes(alert.content, draft.content)
            said, what = {**changes, **kept_reason(kept)}, AlertAction.PROPOSE
            uow.audit.record(colleague.id, what, alert.reference, now, said, **kept_details(kept))
            told = N_("{name} sent the request back to {requester} with other words:")
            note = Note(told, {"name": colleague.name}, differences=shown_changes(alert, changes))
            owe_note(uow, Task.ALERT_NOTE, alert.id, note.mentioning("requester", alert.requester_id))
            uow.outbox.owe(Task.SHOW_ALERT, alert.id)

    def take_over(self, alert_id: int, seen_version: int, colleague: Colleague) -> None:
        """File the request with the words that were proposed; they are the requester's then."""
        now = self._clock.now()
        with self._work() as uow:
            alert, proposal = uow.alerts.get(alert_id), uow.words.proposal(alert_id)
            if colleague.id != alert.requester_id:
                raise NotYourRequest(name=alert.requester_name)
            if alert.status is not AlertStatus.RETURNED:
                raise was_first(alert, colleague)
            if proposal is None or alert.version != seen_version:
                raise TextChanged
            replace_text(uow, alert, proposal.content, proposal.kept, colleague, now, takes_over=True)
            told = N_("{name} took over the words of {colleague}.")
            note = Note(told, {"name": colleague.name}).mentioning("colleague", proposal.by_id)
            owe_note(uow, Task.ALERT_NOTE, alert_id, note)


def _check_proposing(alert: Alert, seen_version: int, colleague: Colleague) -> None:
    check_open(alert, AlertAction.PROPOSE, colleague)
    if colleague.id == alert.requester_id:
        raise OwnProposal
    if alert.version != seen_version:
        raise TextChanged
