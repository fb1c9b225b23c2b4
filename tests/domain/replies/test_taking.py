"""Who may take a reply, let it go, and work on it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.errors import AlreadyDone, Refusal, SomebodyWasFirst
from bot.domain.participants.people import Colleague, Role
from bot.domain.replies.replies import LetterStatus, Rating, Reply, ReplyLabel
from bot.domain.replies.reply_errors import AlreadyHandled, TakenByColleague
from bot.domain.replies.taking import check_in_hand, check_may_let_go, check_may_take, is_left, is_taken
from tests.domain.samples import NOON, reply

CARLA = Colleague("U3", "Carla", frozenset({Role.RESPONDER}))
Check = Callable[[Reply, Colleague], None]


def taken_by(who: str, given: Reply) -> Reply:
    return replace(given, assignee_id=who, assignee_name=who and "Piet", taken_at=NOON if who else None)


OPEN, HANDLED = reply(), reply(Rating.NOT_RELEVANT, LetterStatus.SENT)
FREE, MINE, HIS = "", "U3", "U9"
RULES: dict[tuple[Check, str, str], type[Refusal] | None] = {
    (check_may_take, "open", FREE): None,
    (check_may_take, "open", MINE): AlreadyDone,
    (check_may_take, "open", HIS): SomebodyWasFirst,
    (check_may_take, "handled", FREE): AlreadyHandled,
    (check_may_take, "handled", HIS): AlreadyHandled,
    (check_may_take, "machine", FREE): AlreadyHandled,
    (check_may_let_go, "open", FREE): AlreadyDone,
    (check_may_let_go, "open", MINE): None,
    (check_may_let_go, "open", HIS): SomebodyWasFirst,
    (check_may_let_go, "handled", MINE): AlreadyHandled,
    (check_in_hand, "open", FREE): None,
    (check_in_hand, "open", MINE): None,
    (check_in_hand, "open", HIS): TakenByColleague,
    (check_in_hand, "handled", HIS): None,
}
REPLIES = {"open": OPEN, "handled": HANDLED, "machine": reply(label=ReplyLabel.AUTO_REPLY)}


@pytest.mark.parametrize(("check", "state", "holder"), RULES)
def test_who_may_do_what(check: Check, state: str, holder: str) -> None:
    refused = RULES[check, state, holder]
    given = taken_by(holder, REPLIES[state])
    if refused is None:
        check(given, CARLA)
    else:
        with pytest.raises(refused) as told:
            check(given, CARLA)
        assert told.value.values.get("name", "Piet") == "Piet"


def test_who_would_take_it_over_hears_which_reply_from_whom_and_since_when() -> None:
    with pytest.raises(TakenByColleague) as told:
        check_in_hand(taken_by(HIS, replace(OPEN, id=42)), CARLA)
    assert (told.value.reply_id, told.value.holder_id, told.value.name, told.value.since) == (42, HIS, "Piet", NOON)


@pytest.mark.parametrize(("minutes", "left"), [(119, False), (120, True), (500, True)])
def test_what_is_left_for_two_hours_and_open(minutes: int, left: bool) -> None:
    now, idle = NOON + timedelta(minutes=minutes), timedelta(hours=2)
    assert is_left(taken_by(HIS, OPEN), now, idle) is left
    assert not is_left(taken_by(HIS, HANDLED), now, idle)
    assert not is_left(OPEN, now, idle)
    assert not is_taken(taken_by(HIS, HANDLED))
