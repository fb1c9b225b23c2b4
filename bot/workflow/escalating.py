"""A lead goes to the burglary team: one thread an alert; its result comes back to the triage message."""

from bot.clock import Clock
from bot.domain.errors import AlreadyDone, SomebodyWasFirst
from bot.domain.people import Colleague
from bot.domain.replies import LeadResult
from bot.workflow.cards import Note
from bot.workflow.handling import reply_changed
from bot.workflow.ports import Work
from bot.workflow.records import Task
from bot.workflow.wording import N_, owe_note

NO_ALERT = 0  # the subject of the one thread for leads whose alert is unknown


class Escalating:
    """The burglary team reads leads in threads and says what they are worth."""

    def __init__(self, work: Work, clock: Clock) -> None:
        self._work = work
        self._clock = clock

    def escalate(self, reply_id: int, colleague: Colleague) -> None:
        """Send a reply on to the burglary team, once."""
        with self._work() as uow:
            reply = uow.replies.get_for_change(reply_id)
            if name := reply.escalated_by_name:
                raise AlreadyDone if name == colleague.name else SomebodyWasFirst(name=name)
            lead = uow.leads.escalate(reply_id, colleague, self._clock.now())
            uow.audit.record(colleague.id, "escalated", f"reply {reply_id}", self._clock.now(), lead=lead.id)
            uow.outbox.owe(Task.SHOW_LEADS, reply.alert_id or NO_ALERT)
            uow.outbox.owe(Task.SHOW_LEAD, lead.id)
            reply_changed(uow, reply_id, self._clock.now())

    def set_result(self, lead_id: int, result: LeadResult, colleague: Colleague) -> None:
        """What the team says of a lead; it may change its mind, the audit trail keeps both."""
        now = self._clock.now()
        with self._work() as uow:
            lead = uow.leads.get(lead_id)
            if lead.result is result:
                name = lead.result_by_name
                raise AlreadyDone if name == colleague.name else SomebodyWasFirst(name=name)
            if not uow.leads.set_result(lead, result, colleague, now):
                raise SomebodyWasFirst(name=uow.leads.get(lead_id).result_by_name)
            uow.audit.record(colleague.id, "judged_lead", f"lead {lead_id}", now, result=result, before=lead.result)
            note = Note(_RESULT_NOTES[result], {"name": colleague.name})
            owe_note(uow, Task.REPLY_NOTE, lead.reply_id, note)
            uow.outbox.owe(Task.SHOW_LEAD, lead_id)
            uow.outbox.owe(Task.SHOW_LEADS, lead.alert_id or NO_ALERT)
            uow.outbox.owe(Task.SHOW_REPLY, lead.reply_id)


_RESULT_NOTES = {
    LeadResult.PICKED_UP: N_("Burglary team, {name}: picked up."),
    LeadResult.USABLE: N_("Burglary team, {name}: usable."),
    LeadResult.RULED_OUT: N_("Burglary team, {name}: ruled out."),
    LeadResult.NOT_USABLE: N_("Burglary team, {name}: not usable."),
}
