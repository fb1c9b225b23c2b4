"""A lead goes to the burglary team: one thread an alert; its result comes back to the triage message."""

from dataclasses import replace
from hashlib import sha256

from bot.clock import Clock
from bot.domain.errors import AlreadyDone, SomebodyWasFirst, TooLong
from bot.domain.leads.lead_errors import ReadAlready, ResultChanged
from bot.domain.leads.leads import NO_ALERT, Lead, LeadResult
from bot.domain.participants.people import Colleague
from bot.domain.replies.replies import Duty, Reply, duties
from bot.domain.replies.reply_errors import NotRatedYet
from bot.records.chat import Note
from bot.records.leads import LeadCard
from bot.records.outbox import Task
from bot.workflow.handling import as_it_is_now, reply_changed, reply_in_hand
from bot.workflow.owing import N_, owe_note
from bot.workflow.replies.relating import show_to_neighbours_of, take_back
from storage.unit_of_work import UnitOfWork, Work

LONGEST_NOTE = 1000
LONGEST_LINE = 300


class Escalating:
    """The burglary team reads leads in threads and says what they are worth."""

    def __init__(self, work: Work, clock: Clock) -> None:
        self._work = work
        self._clock = clock

    def escalate(self, reply_id: int, colleague: Colleague) -> None:
        """Send a reply on to the burglary team, once."""
        with self._work() as uow:
            self.send_on(uow, reply_in_hand(uow, reply_id, colleague, self._clock.now()), colleague)

    def send_on(self, uow: UnitOfWork, reply: Reply, colleague: Colleague, line: str = "") -> None:
        """What nobody has rated does not go there; `line` is the desk's own, for the team."""
        now = self._clock.now()
        if reply.rating is None:
            raise NotRatedYet
        if name := reply.escalated_by_name:
            raise AlreadyDone if name == colleague.name else SomebodyWasFirst(name=name)
        lead = uow.leads.escalate(reply.id, colleague, now, tidy_line(line))
        if reply.not_escalated_by_name:
            uow.replies.not_escalated(reply.id, None)
        uow.audit.record(colleague.id, "escalated", f"reply {reply.id}", now, lead=lead.id)
        uow.outbox.owe(Task.SHOW_LEADS, lead.alert_id or NO_ALERT)
        uow.outbox.owe(Task.SHOW_LEAD, lead.id)
        show_to_neighbours_of(uow, lead.alert_id)
        as_it_is_now(uow, replace(reply, escalated_by_name=colleague.name, not_escalated_by_name=""), now)

    def decline(self, reply_id: int, colleague: Colleague) -> None:
        """Decide that the burglary team need not have it; sending it on after all stays possible."""
        with self._work() as uow:
            self.keep_back(uow, reply_in_hand(uow, reply_id, colleague, self._clock.now()), colleague)

    def keep_back(self, uow: UnitOfWork, reply: Reply, colleague: Colleague) -> None:
        if reply.rating is None:
            raise NotRatedYet
        if Duty.ESCALATE not in duties(reply):
            name = reply.escalated_by_name or reply.not_escalated_by_name or reply.rated_by_name
            raise AlreadyDone if name == colleague.name else SomebodyWasFirst(name=name)
        uow.replies.not_escalated(reply.id, colleague)
        uow.audit.record(colleague.id, "did_not_escalate", f"reply {reply.id}", self._clock.now())
        reply_changed(uow, reply.id, self._clock.now())

    def recall(self, reply_id: int, colleague: Colleague) -> None:
        """Take a lead back that the team has not read."""
        now = self._clock.now()
        with self._work() as uow:
            reply = reply_in_hand(uow, reply_id, colleague, now)
            lead = uow.leads.of_reply(reply_id)
            if lead is None:
                raise AlreadyDone
            if not take_back(uow, lead, colleague, now):
                raise ReadAlready(name=lead.read_by_name or lead.result_by_name)
            if reply.answered_at:
                told = N_("{name} took the lead back. If the answer says that the burglary team has it: answer again.")
                owe_note(uow, Task.REPLY_NOTE, reply_id, Note(told, {"name": colleague.name}))
            reply_changed(uow, reply_id, now)

    def card(self, lead_id: int) -> LeadCard:
        """All that is told of a lead; AlreadyDone where it was taken back."""
        with self._work() as uow:
            if card := uow.leads.card(lead_id):
                return card
        raise AlreadyDone

    def confirm_read(self, lead_id: int, colleague: Colleague) -> None:
        """The team has seen it: who sent it on can stop wondering."""
        now = self._clock.now()
        with self._work() as uow:
            if not uow.leads.mark_read(lead_id, colleague, now):
                name = uow.leads.get(lead_id).read_by_name
                raise AlreadyDone if name == colleague.name else SomebodyWasFirst(name=name)
            uow.audit.record(colleague.id, "read_lead", f"lead {lead_id}", now)
            _show(uow, uow.leads.get(lead_id))

    def set_result(
        self, lead_id: int, result: LeadResult, colleague: Colleague, note: str | None = None, seen: str | None = None
    ) -> None:
        """What the team says of a lead, and why; it may change its mind, the audit trail keeps the results.

        `note` is the team's own: it goes no further than their channel. None leaves what was noted.
        `seen` is the `judgement` that a form showed: what a colleague said since is not written over unseen.
        """
        now = self._clock.now()
        with self._work() as uow:
            lead = uow.leads.get(lead_id)
            noted = lead.note if note is None else tidy_note(note)
            if (lead.result, lead.note) == (result, noted):
                name = lead.result_by_name
                raise AlreadyDone if name == colleague.name else SomebodyWasFirst(name=name)
            if seen is not None and seen != judgement(lead):
                raise ResultChanged("note", name=lead.result_by_name)
            if not uow.leads.set_result(lead, result, noted, colleague, now):
                raise SomebodyWasFirst(name=uow.leads.get(lead_id).result_by_name)
            uow.audit.record(colleague.id, "judged_lead", f"lead {lead_id}", now, result=result, before=lead.result)
            if result is not lead.result:
                told = Note(_RESULT_NOTES[result], {"name": colleague.name})
                owe_note(uow, Task.REPLY_NOTE, lead.reply_id, told)
            _show(uow, lead)


def judgement(lead: Lead) -> str:
    """What stands of a lead's result and note, as a short mark that a form can carry."""
    return sha256(f"{lead.result}\n{lead.note}".encode()).hexdigest()[:16]


def tidy_note(typed: str) -> str:
    """A note without spaces around it, within its length."""
    note = typed.strip()
    if len(note) > LONGEST_NOTE:
        raise TooLong("note", length=len(note), most=LONGEST_NOTE)
    return note


def _show(uow: UnitOfWork, lead: Lead) -> None:
    uow.outbox.owe(Task.SHOW_LEAD, lead.id)
    uow.outbox.owe(Task.SHOW_LEADS, lead.alert_id or NO_ALERT)
    uow.outbox.owe(Task.SHOW_REPLY, lead.reply_id)
    show_to_neighbours_of(uow, lead.alert_id)


def tidy_line(typed: str) -> str:
    line = typed.strip()
    if len(line) > LONGEST_LINE:
        raise TooLong("team_line", length=len(line), most=LONGEST_LINE)
    return line


_RESULT_NOTES = {
    LeadResult.PICKED_UP: N_("Burglary team, {name}: picked up."),
    LeadResult.USABLE: N_("Burglary team, {name}: usable."),
    LeadResult.LEADS_TO_SUSPECT: N_("Burglary team, {name}: leads to a suspect."),
    LeadResult.GOLDEN_TIP: N_("Burglary team, {name}: golden tip!"),
    LeadResult.RULED_OUT: N_("Burglary team, {name}: ruled out."),
    LeadResult.NOT_USABLE: N_("Burglary team, {name}: not usable."),
}
