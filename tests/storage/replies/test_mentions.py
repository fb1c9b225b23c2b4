"""Which replies are tied, and that a look at them stays short; and that the database folds as we do."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine, String, literal, select

from bot.domain.folding import folded
from bot.domain.replies.mentions import RARE_WITHIN, Mention, MentionKind
from bot.domain.replies.replies import Reply
from storage.dialects import Folded, has
from storage.replies.mentions import MOST
from tests.domain.samples import NOON
from tests.storage.things import CARLA, Work, filed, replied

PLATE = Mention(MentionKind.PLATE, "12GBK3")
WORD = Mention(MentionKind.WORD, "sparta")


def naming(work: Work, mention: Mention, alert_id: int | None, days: int = 0, address: str = "") -> Reply:
    """A reply that names this, so many days after noon; said twice it is known once."""
    reply = replied(work, alert_id, received_at=NOON + timedelta(days=days), from_address=address)
    with work() as uow:
        uow.mentions.add(reply.id, [mention])
        uow.mentions.add(reply.id, [mention])
    return reply


def tied_to(work: Work, reply: Reply) -> list[int]:
    with work() as uow:
        return [tie.subject_id for tie in uow.mentions.ties_of(reply.id)]


def test_a_plate_ties_for_ever_and_whoever_writes_it(work: Work) -> None:
    first, second = filed(work), filed(work)
    old = naming(work, PLATE, first.id, address="noor@example.nl")
    same = naming(work, PLATE, first.id)
    new = naming(work, PLATE, second.id, 3000, address="Noor@example.nl")
    assert tied_to(work, new) == [same.id, old.id]
    assert tied_to(work, old) == [new.id]


@pytest.mark.parametrize(("apart", "tied"), [(RARE_WITHIN.days, True), (RARE_WITHIN.days + 1, False)])
def test_a_word_ties_what_is_near_in_time(work: Work, apart: int, tied: bool) -> None:
    first, second = filed(work), filed(work)
    old = naming(work, WORD, first.id)
    new = naming(work, WORD, second.id, apart)
    assert tied_to(work, new) == ([old.id] if tied else [])


def test_a_word_of_one_writer_ties_nothing_and_an_unknown_alert_counts_as_one(work: Work) -> None:
    first, second = filed(work), filed(work)
    naming(work, WORD, first.id, address="noor@example.nl")
    theirs = naming(work, WORD, second.id, address="noor@example.nl")
    assert tied_to(work, theirs) == []
    stray = naming(work, WORD, None)
    assert len(tied_to(work, stray)) == 2
    naming(work, WORD, None)
    assert tied_to(work, stray) == [], "a fourth"


def test_leads_are_tied_by_the_case_whose_thread_they_hang_in(work: Work) -> None:
    first, second = filed(work), filed(work)
    replies = [naming(work, PLATE, alert.id) for alert in (first, second, second)]
    with work() as uow:
        leads = [uow.leads.escalate(reply.id, CARLA, NOON) for reply in replies[:2]]
        assert [tie.subject_id for tie in uow.mentions.ties_of_lead(replies[0].id)] == [leads[1].id]
        card = uow.leads.card(leads[1].id)
        assert card is not None
        [tie] = card.ties
        assert (tie.mention, tie.subject_id, tie.reference) == (PLATE, leads[0].id, first.reference)


def test_no_more_than_the_newest_are_looked_at(work: Work) -> None:
    first, second = filed(work), filed(work)
    for _ in range(MOST + 2):
        naming(work, PLATE, first.id)
    assert len(tied_to(work, naming(work, PLATE, second.id))) == MOST


@pytest.mark.parametrize(
    "text", ["Café", "CAFE\u0301", "İstanbul", "Élisabeth", "straße", "ﬁets", "ΑΒΓ ά", "100% _\\", ""]
)
def test_the_database_folds_as_we_do(engine: Engine, text: str) -> None:
    with engine.connect() as connection:
        stored = literal(text, String)
        assert connection.execute(select(Folded(stored))).scalar_one() == folded(text)
        assert connection.execute(select(has(stored, folded(text)))).scalar_one()
