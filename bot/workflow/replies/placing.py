"""A reply that is relevant elsewhere: which case it belongs to."""

from datetime import timedelta
from typing import Final

from bot.domain.errors import ChoiceNeeded, EmptyField, UnknownReference
from bot.domain.numbering import bvh_key, tidy_bvh_number, tidy_reference
from bot.domain.participants.people import Colleague
from bot.domain.replies.replies import NO_CASE, Case, Rating, Reply
from bot.domain.replies.reply_errors import ChooseOtherCase, NoOtherCase
from bot.records.replies import CaseForm, NearbyAlert
from bot.workflow.replies.triaging import Triaging
from storage.unit_of_work import UnitOfWork, Work

ELSEWHERE_M: Final = 2000
ELSEWHERE_WITHIN: Final = timedelta(days=14)
MOST_NEARBY: Final = 5
TYPED, UNKNOWN = "typed", "unknown"
"""Choices beside the suggested alerts, which go by their ids."""


class Placing:
    """Other alerts near in place and time are suggested; any case that BVH knows can be named."""

    def __init__(self, work: Work, triaging: Triaging) -> None:
        self._work = work
        self._triaging = triaging

    def form(self, reply_id: int) -> CaseForm:
        """What is suggested, and what was said before."""
        with self._work() as uow:
            reply = uow.replies.get(reply_id)
            nearby = self._nearby(uow, reply)
            reference = uow.alerts.get(reply.case_alert_id).reference if reply.case_alert_id else ""
        said = reply.case if reply.rating is Rating.RELEVANT_ELSEWHERE else None
        return CaseForm(reply_id, nearby, said, reference)

    def _nearby(self, uow: UnitOfWork, reply: Reply) -> tuple[NearbyAlert, ...]:
        """Sent alerts around the place that the reply is about, in the days of that case or of the reply itself."""
        if reply.alert_id is None:
            return ()
        content = uow.alerts.get(reply.alert_id).content
        days = ((content.window_start, content.window_end), (reply.received_at, reply.received_at))
        windows = [(start - ELSEWHERE_WITHIN, end + ELSEWHERE_WITHIN) for start, end in days]
        near = uow.cases.near(content.x, content.y, ELSEWHERE_M, windows, reply.alert_id)
        return tuple(near[:MOST_NEARBY])

    def rate_elsewhere(self, reply_id: int, choice: str, typed: str, colleague: Colleague, reason: str = "") -> None:
        """Rate it as relevant to the chosen case: a suggested alert, a typed BVH number or reference, or not known."""
        name = typed.strip()
        if not choice:
            raise ChoiceNeeded("case")
        if name and choice != TYPED:
            raise ChooseOtherCase("other_case")
        case = Case(int(choice)) if choice.isdecimal() else NO_CASE if choice == UNKNOWN else self._named(name)
        self._check_is_other(reply_id, case)
        self._triaging.rate(reply_id, Rating.RELEVANT_ELSEWHERE, colleague, case, reason=reason)

    def chosen(self, reply: Reply, choice: str, typed: str, field: str) -> tuple[Case, str]:
        """The case, and its number in BVH as far as we know it; without a choice it is as it was.

        What is typed names a case by itself, but beside one that was picked from the list; `field`: where it stood.
        """
        name, picked = typed.strip(), choice.isdecimal()
        if name and picked:
            raise ChooseOtherCase(field)
        if name or choice == TYPED:
            case = self._named(name, field)
        else:
            case = Case(int(choice)) if picked else NO_CASE if choice == UNKNOWN else reply.case
        self._check_is_other(reply.id, case, field)
        if case.alert_id is None:
            return case, case.bvh_number
        with self._work() as uow:
            return case, uow.alerts.get(case.alert_id).content.bvh_number

    def _named(self, name: str, field: str = "other_case") -> Case:
        if not name:
            raise EmptyField(field)
        if not (tidy_reference(name) or name.upper().startswith("BM-")):
            return Case(bvh_number=tidy_bvh_number(name, field))
        with self._work() as uow:
            alert = uow.alerts.by_reference(name)
        if alert is None or alert.sent_at is None:
            raise UnknownReference(field)
        return Case(alert.id)

    def _check_is_other(self, reply_id: int, case: Case, field: str = "other_case") -> None:
        with self._work() as uow:
            alert_id = uow.replies.get(reply_id).alert_id
            own = uow.alerts.get(alert_id) if alert_id else None
        if own and (case.alert_id == own.id or bvh_key(case.bvh_number) == bvh_key(own.content.bvh_number)):
            raise NoOtherCase(field)
