"""Who may look at what the channel hides, and what they must say first."""

from dataclasses import replace

import pytest

from bot.domain.errors import HeldByColleague, WasErased
from bot.domain.guard.errors import ReasonNeeded
from bot.domain.privacy.looks import LookReason, check_not_erased, check_reason, takes_by_looking
from bot.domain.replies.replies import Reply, ReplyLabel
from tests.domain.samples import ANNA, BRAM, NOON, reply

OPEN = reply()
HELD = replace(OPEN, assignee_id=ANNA.id, assignee_name=ANNA.name)


@pytest.mark.parametrize(
    ("what", "takes"),
    [
        (OPEN, True),
        (replace(OPEN, handled_at=NOON), False),
        (reply(label=ReplyLabel.AUTO_REPLY), False),
        (replace(reply(label=ReplyLabel.AUTO_REPLY), handled_at=NOON), False),
        (HELD, False),
        (replace(HELD, handled_at=NOON), False),
    ],
)
def test_who_looks_at_what_nobody_has_takes_it(what: Reply, takes: bool) -> None:
    assert takes_by_looking(what, ANNA) is takes


def test_what_a_colleague_has_is_theirs_to_look_at() -> None:
    with pytest.raises(HeldByColleague) as refused:
        takes_by_looking(HELD, BRAM)
    assert refused.value.values == {"name": ANNA.name}


def test_nothing_is_left_to_look_at_of_what_was_erased() -> None:
    check_not_erased(OPEN)
    for check in (check_not_erased, lambda erased: takes_by_looking(erased, ANNA)):
        with pytest.raises(WasErased):
            check(replace(OPEN, erased_at=NOON))


@pytest.mark.parametrize("reason", LookReason)
def test_a_reason_of_ours_is_enough_and_another_one_is_told(reason: LookReason) -> None:
    assert check_reason(reason, "op verzoek van de burger") is reason
    if reason is LookReason.OTHER:
        with pytest.raises(ReasonNeeded) as refused:
            check_reason(reason, "  ")
        assert refused.value.field == "words"
    else:
        assert check_reason(reason, "") is reason


def test_without_a_reason_nobody_looks() -> None:
    for none_of_ours in ("", "curious"):
        with pytest.raises(ReasonNeeded) as refused:
            check_reason(none_of_ours, "zomaar")
        assert refused.value.field == "reason"
