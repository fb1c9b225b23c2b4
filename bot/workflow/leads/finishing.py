"""All that a rating owes in one go: to the burglary team or not, BVH, the answer; what is left out stays owed."""

from dataclasses import dataclass, replace

from bot.clock import Clock
from bot.domain.form_errors import check_all
from bot.domain.guard.kept import UNDECIDED, Decision
from bot.domain.letters.following import follow
from bot.domain.numbering import tidy_bvh_number
from bot.domain.participants.people import Colleague
from bot.domain.replies.replies import Case, Duty, Rating, Reply, Seen, check_still_owed, duties
from bot.domain.replies.reply_errors import AlreadyHandled, NotRatedYet, RatingChanged
from bot.records.letters import AnswerForm, Recipient
from bot.records.replies import BvhForm, CaseForm
from bot.workflow.handling import reply_in_hand
from bot.workflow.leads.escalating import Escalating, tidy_line
from bot.workflow.letters.answering import Answering, Done, check_answer
from bot.workflow.replies.placing import Placing
from bot.workflow.replies.triaging import Triaging
from storage.unit_of_work import UnitOfWork, Work


@dataclass(frozen=True)
class FinishForm:
    """What is owed; `answer` and `bvh` where those are. `may_go_on`: nobody decided about the burglary team.

    `case`: which other case it belongs to is asked; its number is the one in BVH.
    """

    reply: Reply
    rating: Rating
    seen: Seen
    may_go_on: bool
    answer: AnswerForm | None
    bvh: BvhForm | None
    number: str
    case: CaseForm | None = None

    @property
    def goes_on(self) -> bool:
        """What is proposed: what concerns this case goes to its detectives."""
        return self.may_go_on and self.rating is Rating.RELEVANT_HERE


@dataclass(frozen=True)
class Finished:
    """What was filled in. `goes_on`: to the burglary team; None: decided later. `answers`: now; `spoken`: by phone.

    `case`: what was picked as the other case, perhaps nothing.
    """

    reply_id: int
    seen: Seen
    goes_on: bool | None
    line: str
    recorded: bool
    number: str
    answers: bool
    text: str
    spoken: bool
    to: Recipient | None
    case: str = ""


class Finishing:
    """Each part leaves its own line in the trail; one that is refused undoes them all."""

    def __init__(
        self,
        work: Work,
        clock: Clock,
        triaging: Triaging,
        placing: Placing,
        escalating: Escalating,
        answering: Answering,
    ) -> None:
        self._work = work
        self._clock = clock
        self._triaging = triaging
        self._placing = placing
        self._escalating = escalating
        self._answering = answering

    def form(self, reply_id: int, colleague: Colleague) -> FinishForm:
        """What stands in it is looked at: that is on record."""
        with self._work() as uow:
            reply = uow.replies.get(reply_id)
            if reply.rating is None:
                raise NotRatedYet
            owed = [duty for duty in duties(reply) if duty is not Duty.FETCH_IMAGES]
            may_go_on = reply.rating is not Rating.NOT_RELEVANT and not reply.escalated_by_name
            may_go_on &= Duty.ESCALATE in owed or reply.rating is Rating.RELEVANT_ELSEWHERE
        if not owed:
            raise AlreadyHandled
        bvh = self._triaging.bvh_form(reply_id, colleague) if Duty.RECORD_IN_BVH in owed else None
        answer = self._answering.form(reply_id, colleague) if Duty.ANSWER in owed else None
        form = FinishForm(
            reply, reply.rating, Seen(reply.rating, reply.answered_at), may_go_on, answer, bvh, _number(bvh)
        )
        if bvh and reply.rating is Rating.RELEVANT_ELSEWHERE:
            form = replace(form, case=self._placing.form(reply_id))
        return self._as_it_will_read(form, colleague)

    def _as_it_will_read(self, form: FinishForm, colleague: Colleague) -> FinishForm:
        if form.answer is None or form.answer.spoken:
            return form
        with self._work() as uow:
            done = Done(bool(form.reply.bvh_by_name), form.goes_on or bool(form.reply.escalated_by_name))
            text = self._answering.proposed(uow, form.reply, colleague, done)
        return replace(form, answer=replace(form.answer, text=text))

    def finish(self, filled: Finished, colleague: Colleague, decision: Decision = UNDECIDED) -> None:
        """Do what was ticked, in one transaction; ToLookAt until all that was found in the answer is decided about."""
        check_all(
            lambda: self._number_of(filled),
            lambda: tidy_line(filled.line),
            lambda: filled.answers and check_answer(filled.text),
        )
        case, number = self._number_of(filled)
        text = check_answer(filled.text) if filled.answers else ""
        with self._work() as uow:
            reply = reply_in_hand(uow, filled.reply_id, colleague, self._clock.now())
            if reply.rating is not filled.seen.rating:
                raise RatingChanged("answer", name=reply.rated_by_name)
            done = Done(bool(reply.bvh_by_name), _proposes(reply) or bool(reply.escalated_by_name))
            then = self._answering.proposed(uow, reply, colleague, done) if filled.answers else ""
            if case is not None:
                self._triaging.place(uow, reply, case, colleague)
                reply = uow.replies.get(reply.id)
            if filled.goes_on:
                self._escalating.send_on(uow, reply, colleague, filled.line)
            elif filled.goes_on is False and Duty.ESCALATE in duties(reply):
                self._escalating.keep_back(uow, reply, colleague)
            if filled.recorded:
                self._triaging.note_bvh(uow, reply, number, colleague)
            if filled.answers:
                self._answer(uow, filled, text, then, colleague, decision)

    def _number_of(self, filled: Finished) -> tuple[Case | None, str]:
        case, number = self._case_of(filled)
        return case, tidy_bvh_number(number) if filled.recorded else ""

    def _case_of(self, filled: Finished) -> tuple[Case | None, str]:
        """The other case, None where it is about none, and the number in BVH."""
        if filled.seen.rating is not Rating.RELEVANT_ELSEWHERE:
            return None, filled.number
        with self._work() as uow:
            reply = uow.replies.get(filled.reply_id)
        return self._placing.chosen(reply, filled.case, filled.number, "bvh_number")

    def _answer(
        self, uow: UnitOfWork, filled: Finished, text: str, then: str, colleague: Colleague, decision: Decision
    ) -> None:
        """The words follow what is done by now."""
        reply, answering = uow.replies.get(filled.reply_id), self._answering
        check_still_owed(reply, filled.seen)
        spoken = filled.spoken or not reply.from_address
        if spoken:
            answering.give(uow, reply, text, colleague, spoken=True)
            return
        after = Done(bool(reply.bvh_by_name), bool(reply.escalated_by_name))
        text = follow(text, then, answering.proposed(uow, reply, colleague, after))
        kept = answering.guarded(uow, reply, text, decision, colleague)
        answering.give(uow, reply, text, colleague, to=filled.to, kept=kept)


def _proposes(reply: Reply) -> bool:
    return Duty.ESCALATE in duties(reply)


def _number(bvh: BvhForm | None) -> str:
    """The case's own, where nobody gave another."""
    if bvh is None:
        return ""
    if bvh.reply.rating is Rating.RELEVANT_ELSEWHERE:
        return bvh.reply.bvh_number or (bvh.case.content.bvh_number if bvh.case else bvh.reply.case_bvh_number)
    return bvh.reply.bvh_number or (bvh.alert.content.bvh_number if bvh.alert else "")
