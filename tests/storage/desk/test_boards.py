"""The Home's lists are asked for on both databases, whatever stands in them."""

from bot.domain.participants.people import Colleague, Role
from bot.records.desk import BoardName
from tests.domain.samples import BRAM
from tests.storage.things import Work, filed, replied


def test_a_list_of_what_is_no_reply_holds_no_words(work: Work) -> None:
    alert = filed(work)
    replied(work, alert.id)
    with work() as uow:
        board = uow.boards.board(Colleague(BRAM.id, BRAM.name, frozenset(Role)), {})
    [request], [reply] = board[BoardName.TO_APPROVE].lines, board[BoardName.OPEN_REPLIES].lines
    assert (request.words, reply.words) == ("", "Een bus.")
