"""What somebody fills in to call a citizen back."""

from datetime import timedelta

import pytest

from bot.domain.replies.callbacks import check_phone, check_to_come
from bot.domain.replies.reply_errors import PhoneNeeded, TimePassed
from tests.domain.samples import NOON

MINUTE = timedelta(minutes=1)


def test_a_number_is_kept_as_it_was_typed() -> None:
    assert check_phone(" 06 12345678, na zessen ") == "06 12345678, na zessen"


@pytest.mark.parametrize("typed", ["", "   ", "\n"])
def test_without_a_number_the_field_says_so(typed: str) -> None:
    with pytest.raises(PhoneNeeded) as told:
        check_phone(typed)
    assert told.value.field == "phone"


def test_a_call_is_promised_for_later() -> None:
    assert check_to_come(NOON + MINUTE, NOON) == NOON + MINUTE
    for moment in (NOON, NOON - MINUTE):
        with pytest.raises(TimePassed) as told:
            check_to_come(moment, NOON)
        assert told.value.field == "time"
