"""What counts as a flood, and how its mails are told apart from everybody else's."""

from datetime import timedelta

from bot.domain.replies.replies import FLOOD_AN_HOUR, ReplyLabel, masked_sender
from tests.domain.samples import NOON
from tests.storage.things import Work, approved, replied

SOON = NOON + timedelta(minutes=10)


def flooding(work: Work, delivery_id: int | None = None, address: str = "noor@example.nl", hours: float = 0) -> bool:
    with work() as uow:
        return uow.floods.is_flooding(delivery_id, address, SOON + timedelta(hours=hours))


def test_the_twentieth_within_an_hour_is_the_last_by_itself(work: Work) -> None:
    for _ in range(FLOOD_AN_HOUR - 1):
        replied(work)
    replied(work, label=ReplyLabel.BOUNCE)
    replied(work, from_address="eva@example.nl")
    assert not flooding(work)
    replied(work, label=ReplyLabel.AUTO_REPLY)
    assert flooding(work)
    assert not flooding(work, hours=1)
    assert not flooding(work, address="eva@example.nl")


def test_a_known_delivery_counts_by_itself_whatever_the_address_says(work: Work) -> None:
    approved(work)
    for number in range(FLOOD_AN_HOUR):
        replied(work, delivery_id=1, from_address=f"r{number}@example.nl")
    assert flooding(work, 1, "new@example.nl")
    assert not flooding(work, 2, "r1@example.nl")
    assert not flooding(work, None, "r1@example.nl")


def test_a_flood_is_one_a_sender_a_day(work: Work) -> None:
    night = NOON.replace(hour=22, minute=59)  # one minute before midnight in Amersfoort
    floods = [replied(work, label=ReplyLabel.FLOOD, words=f"{n}", received_at=night) for n in range(3)]
    other = replied(work, label=ReplyLabel.FLOOD, from_address="eva@example.nl", received_at=night)
    next_day = replied(work, label=ReplyLabel.FLOOD, received_at=night + timedelta(minutes=2))
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
