"""What counts as a flood, and how its mails are told apart from everybody else's."""

from datetime import timedelta

from bot.domain.replies.replies import FLOOD_AN_HOUR, STRANGERS, ReplyLabel, masked_sender
from tests.domain.samples import NOON
from tests.storage.things import Work, replied

SOON = NOON + timedelta(minutes=10)


def flooding(work: Work, lane: str = "d1", hours: float = 0) -> bool:
    with work() as uow:
        return uow.floods.is_flooding(lane, SOON + timedelta(hours=hours))


def test_the_twentieth_within_an_hour_is_the_last_by_itself(work: Work) -> None:
    for _ in range(FLOOD_AN_HOUR - 2):
        replied(work, lane="d1")
    replied(work, lane="d1", label=ReplyLabel.BOUNCE)
    replied(work, lane="d2")
    assert not flooding(work)
    replied(work, label=ReplyLabel.AUTO_REPLY, lane="d1")
    assert flooding(work)
    assert not flooding(work, hours=1)
    assert not flooding(work, "d2")


def test_a_lane_counts_by_itself_whatever_the_addresses_say(work: Work) -> None:
    for number in range(FLOOD_AN_HOUR):
        replied(work, lane=STRANGERS, from_address=f"r{number}@example.nl")
    assert flooding(work, STRANGERS)
    assert not flooding(work, "d1")


def test_a_flood_is_one_a_sender_a_day(work: Work) -> None:
    night = NOON.replace(hour=22, minute=59)  # one minute before midnight in Amersfoort
    floods = [replied(work, label=ReplyLabel.FLOOD, lane="d1", words=f"{n}", received_at=night) for n in range(3)]
    other = replied(work, label=ReplyLabel.FLOOD, lane="d2", received_at=night)
    next_day = replied(work, label=ReplyLabel.FLOOD, lane="d1", received_at=night + timedelta(minutes=2))
    with work() as uow:
        assert [uow.floods.first_of(one) for one in (*floods, other, next_day)] == [
            floods[0].id,
            floods[0].id,
            floods[0].id,
            other.id,
            next_day.id,
        ]
        card = uow.floods.card(floods[0].id)
        assert (card.count, card.last_at, masked_sender(card.first.reply)) == (3, night, "n•••@e•••.nl")
        pages = [uow.floods.page(floods[0].id, page, 2) for page in range(2)]
    assert [[line.words for line in page.lines] for page in pages] == [["2", "1"], ["0"]]
    assert [page.more for page in pages] == [True, False]
