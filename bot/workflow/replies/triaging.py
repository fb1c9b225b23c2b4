"""Rating a reply, recording it in BVH, saying what it is after all."""

from bot.clock import Clock
from bot.domain.errors import AlreadyDone, EmptyField, SomebodyWasFirst, TooLong
from bot.domain.guard.kept import reason_of
from bot.domain.leads.leads import NO_ALERT, Lead
from bot.domain.numbering import bvh_key, tidy_bvh_number
from bot.domain.participants.people import Colleague
from bot.domain.replies.replies import IN_BVH, MACHINES, NO_CASE, Case, Rating, Reply, ReplyLabel, is_answered
from bot.domain.replies.reply_errors import AnsweredAlready, MailUnknown, NotRatedYet
from bot.domain.replies.which_mail import ratings_of
from bot.records.chat import Note
from bot.records.outbox import Task
from bot.records.replies import BvhForm, FloodPage, ReplyCard
from bot.workflow.handling import reply_changed, reply_in_hand
from bot.workflow.letters.acknowledging import Acknowledging
from bot.workflow.owing import N_, owe_note
from bot.workflow.replies.relating import Relating, take_back
from storage.unit_of_work import UnitOfWork, Work

LONGEST_REASON = 300
FLOOD_PAGE = 40  # two blocks each; a modal holds 100


class Triaging:
    """The fourth step of the pilot."""

    def __init__(self, work: Work, look: Work, clock: Clock, acknowledging: Acknowledging, relating: Relating) -> None:
        """`look`: where nothing is changed."""
        self._work = work
        self._look = look
        self._clock = clock
        self._relating = relating
        self._acknowledging = acknowledging

    def reply(self, reply_id: int) -> Reply:
        """A reply as it is, to be rated."""
        with self._look() as uow:
            return uow.replies.get(reply_id)

    def card(self, reply_id: int) -> ReplyCard:
        """As its message shows it."""
        with self._look() as uow:
            return uow.replies.card(reply_id)

    def rate(
        self,
        reply_id: int,
        rating: Rating,
        colleague: Colleague,
        case: Case | None = None,
        *,
        reason: str = "",
        seen: Rating | None = None,
    ) -> None:
        """Rate a reply, or rate it anew; the earlier ratings stay in the history.

        `case`: which case it is relevant to, where that is another; None: as it was, or said later. `reason`: why it is
        rated anew after an answer, which is owed again then. `seen`: the rating that a form showed.
        """
        now, reason = self._clock.now(), tidy_reason(reason)
        with self._work() as uow:
            reply = reply_in_hand(uow, reply_id, colleague, now)
            if is_answered(reply) and not reason:
                raise EmptyField("reason") if seen else AnsweredAlready(name=reply.answered_by_name)
            if case is None:
                case = reply.case if rating is reply.rating else NO_CASE
            _check_may_become(reply, rating, case, colleague, seen)
            uow.replies.rate(reply_id, rating, colleague, now, case)
            if is_answered(reply):
                uow.replies.reopen(reply_id, now)
            self._rated(uow, reply, rating, case, reason, colleague)
            self.link(uow, reply, case, colleague)
            if reply.escalated_by_name and (lead := uow.leads.of_reply(reply_id)):
                self._tell_team(uow, lead, rating, colleague)
            reply_changed(uow, reply_id, now)

    def _rated(
        self, uow: UnitOfWork, before: Reply, rating: Rating, case: Case, reason: str, colleague: Colleague
    ) -> None:
        """In the trail; why a rating was changed in the thread too."""
        details: dict[str, object] = {"rating": rating, "before": before.rating}
        if case != NO_CASE:
            details |= _told(case)
        said = {"reason": reason} if reason else None
        uow.audit.record(colleague.id, "rated", f"reply {before.id}", self._clock.now(), said, **details)
        if reason:
            told = Note(N_("{name} changed the rating."), {"name": colleague.name}, text=reason)
            owe_note(uow, Task.REPLY_NOTE, before.id, told)

    def place(self, uow: UnitOfWork, reply: Reply, case: Case, colleague: Colleague) -> None:
        """Say to which case a reply that is relevant elsewhere belongs; what was said already changes nothing."""
        if case != reply.case:
            uow.replies.place(reply.id, case)
            self.link(uow, reply, case, colleague)
            self._record(uow, colleague, "placed", reply.id, **_told(case))

    def check_reason(self, reply_id: int, reason: str) -> None:
        """A citizen who was answered is rated anew for a reason only."""
        with self._work() as uow:
            if is_answered(uow.replies.get(reply_id)) and not tidy_reason(reason):
                raise EmptyField("reason")

    def _tell_team(self, uow: UnitOfWork, lead: Lead, rating: Rating, colleague: Colleague) -> None:
        """A lead that turns out not relevant is taken back; who has read it already is told."""
        if rating is Rating.NOT_RELEVANT:
            if take_back(uow, lead, colleague, self._clock.now()):
                return
            line = N_("{name} rates the reply behind a lead that {reader} read as not relevant after all.")
            names = {"name": colleague.name, "reader": lead.read_by_name or lead.result_by_name}
            owe_note(uow, Task.LEAD_NOTE, lead.alert_id or NO_ALERT, Note(line, names))
        uow.outbox.owe(Task.SHOW_LEAD, lead.id)

    def link(self, uow: UnitOfWork, reply: Reply, case: Case, colleague: Colleague) -> None:
        """The case's alert tells of the reply, as the reply tells of the case; so does the one that was wrong."""
        belongs = N_("{name}: {reply} to another alert belongs to this case.")
        was_wrong = N_("{name}: {reply} to another alert does not belong to this case after all.")
        changes = {reply.case_alert_id: was_wrong, case.alert_id: belongs}
        if case.alert_id == reply.case_alert_id:
            return
        links = {"reply": (uow.outbox.link(Task.SHOW_REPLY, reply.id), N_("a reply"))}
        for alert_id, line in changes.items():
            if alert_id:
                uow.outbox.owe(Task.SHOW_ALERT, alert_id)
                owe_note(uow, Task.ALERT_NOTE, alert_id, Note(line, {"name": colleague.name}, links=links))

    def bvh_form(self, reply_id: int, colleague: Colleague) -> BvhForm:
        """What goes into BVH, who wrote it among that: opening it is a look, on record as what it is."""
        with self._work() as uow:
            uow.audit.record(colleague.id, "opened_bvh_text", f"reply {reply_id}", self._clock.now())
            reply = uow.replies.get(reply_id)
            alert = uow.alerts.get(reply.alert_id) if reply.alert_id else None
            case = uow.alerts.get(reply.case_alert_id) if reply.case_alert_id else None
            later = tuple(uow.replies.follow_ups(reply_id))
            return BvhForm(reply, uow.replies.contact_data(reply), alert, case, later)

    def record_in_bvh(self, reply_id: int, typed: str, colleague: Colleague) -> None:
        """Write down the number under which the reply stands in BVH."""
        number = tidy_bvh_number(typed)
        with self._work() as uow:
            self.note_bvh(uow, reply_in_hand(uow, reply_id, colleague, self._clock.now()), number, colleague)

    def note_bvh(self, uow: UnitOfWork, reply: Reply, number: str, colleague: Colleague) -> None:
        if bvh_key(reply.bvh_number) == bvh_key(number) and reply.bvh_by_name:
            raise _done_by(reply.bvh_by_name, colleague)
        uow.replies.record_in_bvh(reply.id, number, colleague)
        self._record(uow, colleague, "recorded_in_bvh", reply.id, bvh_number=number)

    def told_at_the_scene(self, reply_id: int, colleague: Colleague) -> None:
        """Told to the police who came: it stands in BVH by the case's number, and is not typed twice."""
        with self._work() as uow:
            reply = reply_in_hand(uow, reply_id, colleague, self._clock.now())
            if reply.alert_id is None or reply.rating not in IN_BVH:
                raise NotRatedYet
            self.note_bvh(uow, reply, uow.alerts.get(reply.alert_id).content.bvh_number, colleague)
            line = N_("{name}: the citizen told this to the police at the scene already. It is not put into BVH twice.")
            owe_note(uow, Task.REPLY_NOTE, reply_id, Note(line, {"name": colleague.name}))

    def _record(self, uow: UnitOfWork, colleague: Colleague, what: str, reply_id: int, **details: object) -> None:
        uow.audit.record(colleague.id, what, f"reply {reply_id}", self._clock.now(), **details)
        reply_changed(uow, reply_id, self._clock.now())

    def count_as_reply(self, reply_id: int, colleague: Colleague) -> None:
        """A citizen wrote what was taken for a machine's mail: it is a reply from now on, and acknowledged."""
        with self._work() as uow:
            reply = uow.replies.get_for_change(reply_id)
            if reply.label not in MACHINES:
                raise AlreadyDone
            uow.replies.relabel(reply_id, ReplyLabel.REPLY)
            self._record(uow, colleague, "counted_as_reply", reply_id, before=reply.label)
            note = Note(N_("{name} says that a citizen wrote this: it is a reply."), {"name": colleague.name})
            owe_note(uow, Task.REPLY_NOTE, reply_id, note)
            if reply.alert_id:
                uow.outbox.owe(Task.SHOW_ALERT, reply.alert_id)
            about = uow.alerts.get(reply.alert_id) if reply.alert_id else None
            self._acknowledging.owe(uow, reply, about)
            self._relating.relate(uow, uow.replies.get(reply_id), about)

    def flood(self, first_id: int, page: int) -> FloodPage:
        """Some mails of a flood, newest first; `page` counts from 0."""
        with self._work() as uow:
            return uow.floods.page(first_id, page, FLOOD_PAGE)

    def take_out_of_flood(self, first_id: int, reply_id: int, colleague: Colleague) -> None:
        """One that matters becomes a reply like others: counted, and owed an answer."""
        with self._work() as uow:
            if uow.floods.take_out(reply_id):
                self._record(uow, colleague, "took_out_of_flood", reply_id)
                uow.outbox.owe(Task.SHOW_FLOOD, first_id)
                reply = uow.replies.get(reply_id)
                if reply.alert_id:
                    uow.outbox.owe(Task.SHOW_ALERT, reply.alert_id)
                self._relating.relate(uow, reply, uow.alerts.get(reply.alert_id) if reply.alert_id else None)


def _told(case: Case) -> dict[str, object]:
    return {"case_alert": case.alert_id, "case_bvh_number": case.bvh_number}


def _check_may_become(reply: Reply, rating: Rating, case: Case, colleague: Colleague, seen: Rating | None) -> None:
    if rating not in ratings_of(reply):
        raise MailUnknown("rating")
    if (reply.rating, reply.case) == (rating, case):
        raise _done_by(reply.rated_by_name, colleague)
    if seen and reply.rating is not seen:
        raise SomebodyWasFirst("rating", name=reply.rated_by_name)


def _done_by(name: str, colleague: Colleague) -> SomebodyWasFirst | AlreadyDone:
    return AlreadyDone() if name == colleague.name else SomebodyWasFirst(name=name)


def tidy_reason(typed: str) -> str:
    reason = reason_of(typed) if typed.strip() else ""
    if len(reason) > LONGEST_REASON:
        raise TooLong("reason", length=len(reason), most=LONGEST_REASON)
    return reason
