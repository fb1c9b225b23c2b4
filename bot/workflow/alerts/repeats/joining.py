"""Two requests near each other go out as one mail: the later one joins that which waits, and both keep their names."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from bot.domain.alerts.alert_errors import DraftGone, TextChanged
from bot.domain.alerts.alerts import Alert, AlertContent
from bot.domain.alerts.repeats.together import goes_along, together
from bot.domain.alerts.safeguards import Safeguards
from bot.domain.alerts.word_errors import OwnWords
from bot.domain.participants.people import Colleague
from bot.records.alerts import Preview
from bot.records.chat import Note
from bot.records.outbox import Task
from bot.workflow.alerts.previewing import preview_of
from bot.workflow.alerts.repeats.noticing import notice
from bot.workflow.alerts.requesting import FormContext, own_draft
from bot.workflow.day_monitor.dividing import request_incident
from bot.workflow.letters.guarding import Guard
from bot.workflow.mail_ports import Composer
from bot.workflow.owing import N_, owe_note
from storage.unit_of_work import UnitOfWork, Work


class Joining:
    """Four eyes on all of its words: who approves the mail asked for none of those in it, and wrote none of it."""

    def __init__(self, work: Work, composer: Composer, safeguards: Safeguards, guard: Guard) -> None:
        self._work = work
        self._composer = composer
        self._safeguards = safeguards
        self._guard = guard

    def preview(self, draft_id: str, colleague: Colleague) -> tuple[Preview, FormContext]:
        """The mail of the request that waits, with this draft in it; TextChanged where none waits any more."""
        with self._work() as uow:
            draft = own_draft(uow, draft_id, colleague)
            main = uow.joined.waiting_near(draft.content)
            if main is None:
                raise TextChanged("together")
            also = self._composer.also(main.reference, draft.content)
            content = together(main.content, draft.content, also)
            form = FormContext(uuid4().hex, draft.opened_at, main.id, main.version)
            kept = (*main.kept, *(one for one in draft.kept if one not in main.kept))
            combined = replace(form.draft(content, colleague), kept=kept, joins=draft_id)
            uow.drafts.save(combined)
            return preview_of(uow, self._composer, self._safeguards, self._guard, combined, colleague), form


def join(uow: UnitOfWork, main: Alert, guard: Guard, draft_id: str, colleague: Colleague, now: datetime) -> None:
    """File the draft as a request that goes out in the main one's mail, whose words hold it by now.

    Its own words are decided about too: where that mail is withdrawn it waits for itself.
    """
    draft = own_draft(uow, draft_id, colleague)
    draft = replace(draft, kept=guard.check_decided(draft.content, draft.kept))
    if not uow.drafts.take(draft_id):
        raise DraftGone
    alert = uow.alerts.file(draft, colleague, now)
    uow.joined.join(alert, main)
    uow.audit.record(colleague.id, "joined", alert.reference, now, mail=main.reference)
    request_incident(uow, alert, draft.incident_id)
    uow.drafts.forget_typed(colleague.id)
    uow.outbox.owe(Task.SHOW_ALERT, alert.id)
    told = Note(N_("{name} put {reference} into this mail."), {"name": colleague.name, "reference": alert.reference})
    owe_note(uow, Task.ALERT_NOTE, main.id, told)


def check_none_of_theirs(uow: UnitOfWork, alert: Alert, colleague: Colleague) -> None:
    """Whoever asked for something in this mail sends none of it, also after somebody else wrote it anew."""
    if colleague.id in uow.joined.asked_by(alert.id):
        raise OwnWords


def carry_along(uow: UnitOfWork, main: Alert, now: datetime) -> None:
    """The mail is out, and with it those that were in it."""
    for alert_id in uow.joined.carry_along(main, now):
        alert = uow.alerts.get(alert_id)
        uow.audit.record("burgernetmail", "sent", alert.reference, now, mail=main.reference)
        told = Note(N_("Is out in the mail of {reference}."), {"reference": main.reference})
        owe_note(uow, Task.ALERT_NOTE, alert_id, told)
        uow.outbox.owe(Task.SHOW_ALERT, alert_id)
        notice(uow, alert, now)


def part(uow: UnitOfWork, main: Alert) -> None:
    """The mail was withdrawn: those that were in it wait for an approval of their own."""
    told = Note(N_("{reference} was withdrawn: this request waits for itself now."), {"reference": main.reference})
    _let_go(uow, main, uow.joined.along(main.id), told)


def follow(uow: UnitOfWork, main: Alert, content: AlertContent, colleague: Colleague) -> None:
    """The mail has another text or area: what it does not reach or name any more would never be mailed about."""
    told = {"name": colleague.name, "reference": main.reference}
    along = uow.joined.along(main.id)
    lost = [one for one in along if not goes_along(content, one.content)]
    parted = Note(N_("{name} changed {reference}, which leaves this out: it waits for itself now."), told)
    _let_go(uow, main, lost, parted)
    for one in along:
        if one not in lost:
            note = Note(N_("{name} changed {reference}, the mail that this goes out in."), told)
            owe_note(uow, Task.ALERT_NOTE, one.id, note)


def _let_go(uow: UnitOfWork, main: Alert, these: Sequence[Alert], told: Note) -> None:
    for alert_id in uow.joined.part(main.id, [one.id for one in these]) if these else ():
        owe_note(uow, Task.ALERT_NOTE, alert_id, told)
        uow.outbox.owe(Task.SHOW_ALERT, alert_id)
