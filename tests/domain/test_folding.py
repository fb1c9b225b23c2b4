"""Text as it is compared."""

import pytest

from bot.domain.folding import folded


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        ("CAFE", "cafe"),
        ("Café", "cafe"),
        ("Cafe\u0301", "cafe"),
        ("Zoë", "zoe"),
        ("ﬁets", "fiets"),
        ("Straße", "straße"),
    ],
)
def test_capitals_and_accents_make_no_difference(text: str, compared: str) -> None:
    assert folded(text) == compared
