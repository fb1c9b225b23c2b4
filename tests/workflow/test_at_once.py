"""Two colleagues at once on one reply: both get their way where they can, and nobody is told what is not so."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time, timedelta
from threading import Thread

import pytest

from bot.clock import Clock
from bot.domain.errors import AlreadyDone, Refusal, SomebodyWasFirst
from bot.domain.participants.people import Colleague, Role
from bot.domain.privacy.retention import Terms
from bot.domain.replies.replies import Rating, Seen
from bot.domain.replies.reply_errors import AnsweredAlready, RatingChanged, TakenByColleague
from bot.mail.sending.composing import TemplateComposer
from bot.mail.tokens import SignedTokens
from bot.workflow.leads.escalating import Escalating
from bot.workflow.letters.acknowledging import Acknowledging
from bot.workflow.letters.answering import Answering
from bot.workflow.letters.guarding import Guard
from bot.workflow.replies.images.hearing import Hearing
from bot.workflow.replies.relating import Relating
from bot.workflow.replies.taking import Taking
from bot.workflow.replies.triaging import Triaging
from tests.storage.things import CARLA, Work, approved, replied
from tests.workflow.at_once import holding

PIET = Colleague("U9", "Piet", frozenset({Role.RESPONDER}))
Act = Callable[["Desk", int, Colleague], None]


@dataclass
class Desk:
    """The use cases on one maker of transactions."""

    work: Work

    def __post_init__(self) -> None:
        composer, tokens = TemplateComposer("Amersfoort", "nl", "https://bm.example.nl"), SignedTokens("k" * 32)
        self.triaging = Triaging(
            self.work,
            self.work,
            Clock(),
            Acknowledging(Clock(), composer, tokens, time(17)),
            Relating("mail.example.nl", Hearing(7, 14)),
        )
        self.taking = Taking(self.work, Clock(), timedelta(hours=2))
        self.escalating = Escalating(self.work, Clock())
        self.answering = Answering(self.work, Clock(), composer, tokens, Terms(14, 30, 30), Guard(), timedelta())


ACTS: dict[str, Act] = {
    "rate": lambda desk, reply, by: desk.triaging.rate(reply, Rating.NOT_RELEVANT, by),
    "answer": lambda desk, reply, by: desk.answering.answer(reply, Seen(Rating.RELEVANT_HERE), "Dank u wel.", by),
    "escalate": lambda desk, reply, by: desk.escalating.escalate(reply, by),
    "take": lambda desk, reply, by: desk.taking.take(reply, by),
    "bvh": lambda desk, reply, by: desk.triaging.record_in_bvh(reply, "2026-123456", by),
}
TOLD: dict[tuple[str, str], type[Refusal]] = {
    ("rate", "answer"): RatingChanged,
    ("answer", "rate"): AnsweredAlready,
    ("answer", "answer"): AnsweredAlready,
    ("rate", "rate"): SomebodyWasFirst,
    ("escalate", "escalate"): SomebodyWasFirst,
    ("bvh", "bvh"): SomebodyWasFirst,
    ("take", "take"): SomebodyWasFirst,
    **{("take", act): TakenByColleague for act in ("rate", "answer", "escalate", "bvh")},
}
"""Whoever comes second with this is told who was first; everything else is done."""


@pytest.mark.parametrize("second", ACTS)
@pytest.mark.parametrize("first", ACTS)
def test_two_colleagues_at_once(work: Work, first: str, second: str) -> None:
    reply = replied(work, approved(work).id)
    with work() as uow:
        uow.replies.rate(reply.id, Rating.RELEVANT_HERE, CARLA, Clock().now())
    told: list[Refusal] = []

    def follow() -> None:
        try:
            ACTS[second](Desk(work), reply.id, PIET)
        except Refusal as refusal:
            told.append(refusal)

    other = Thread(target=follow)
    ACTS[first](Desk(holding(work, other)), reply.id, CARLA)
    other.join(20)
    wanted = TOLD.get((first, second))
    assert [(type(refusal), refusal.values) for refusal in told] == ([(wanted, {"name": "Carla"})] if wanted else [])
    with work() as uow:
        after = uow.replies.get(reply.id)
        lead = uow.leads.of_reply(reply.id)
    taken_back = (first, second) == ("escalate", "rate")  # not relevant after all, and nobody had read the lead
    assert bool(after.escalated_by_name) is (lead is not None)
    done = {
        "rate": after.rating is Rating.NOT_RELEVANT,
        "answer": after.answer_status is not None,
        "escalate": bool(after.escalated_by_name) is not taken_back,
        "bvh": bool(after.bvh_number),
        "take": bool(after.assignee_id),
    }
    assert all(done[act] for act in (first, second) if not (wanted and act == second != first))


def test_twice_by_the_same_colleague_is_done_already(work: Work) -> None:
    reply = replied(work, approved(work).id)
    Desk(work).triaging.rate(reply.id, Rating.RELEVANT_HERE, CARLA)
    Desk(work).escalating.escalate(reply.id, CARLA)
    with pytest.raises(AlreadyDone):
        Desk(work).escalating.escalate(reply.id, CARLA)
