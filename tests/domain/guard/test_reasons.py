"""What counts as a reason."""

import pytest

from bot.domain.guard.errors import ReasonNeeded
from bot.domain.guard.kept import reason_of


@pytest.mark.parametrize("typed", ["", "  ", ".", " . ", "...", "ok", "a b c", "123", "___", "x1y"])
def test_what_says_nothing_is_no_reason(typed: str) -> None:
    with pytest.raises(ReasonNeeded) as refused:
        reason_of(typed, "words")
    assert refused.value.field == "words"


@pytest.mark.parametrize("typed", ["mag", " op verzoek ", "zie BVH 12", "één woord", "nodig."])
def test_a_word_is_one(typed: str) -> None:
    assert reason_of(typed) == typed.strip()
