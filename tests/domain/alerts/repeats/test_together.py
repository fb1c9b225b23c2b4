"""Two requests as one mail: all that was typed is in it, and its area holds both."""

from dataclasses import replace

import pytest

from bot.domain.alerts.alerts import LONGEST
from bot.domain.alerts.repeats.together import together
from bot.domain.errors import TooLong
from tests.domain.samples import CONTENT

ALSO = "Ook dit gebeurde dichtbij."


@pytest.mark.parametrize(
    ("metres", "main_m", "other_m", "radius_m"),
    [
        (0, 300, 300, 300),
        (0, 500, 100, 500),
        (100, 300, 300, 400),
        (100.2, 300, 300, 500),
        (200, 300, 300, 500),
        (200, 2000, 2000, 2000),  # no form has a larger one
    ],
)
def test_the_area(metres: float, main_m: int, other_m: int, radius_m: int) -> None:
    main, other = replace(CONTENT, radius_m=main_m), replace(CONTENT, radius_m=other_m, x=CONTENT.x + metres)
    assert together(main, other, ALSO).radius_m == radius_m


def test_the_words() -> None:
    main = replace(CONTENT, description="Een bus.", question="Zag u een bus?")
    made = together(main, replace(CONTENT, description="Een fiets.", question="Zag u een bus?"), ALSO)
    assert made.what_happened == f"{CONTENT.what_happened}\n\n{ALSO}"
    assert (made.description, made.question) == ("Een bus.\nEen fiets.", "Zag u een bus?")
    assert together(replace(main, question=""), replace(main, description=""), ALSO).question == "Zag u een bus?"
    assert replace(made, what_happened="", description="", question="", radius_m=0) == replace(
        main, what_happened="", description="", question="", radius_m=0
    )


@pytest.mark.parametrize("field", ["description", "question"])
def test_what_does_not_fit_is_refused(field: str) -> None:
    long = replace(CONTENT, **{field: "x" * LONGEST[field]})  # type: ignore[arg-type]  # texts all
    with pytest.raises(TooLong):
        together(long, replace(CONTENT, **{field: "y"}), ALSO)  # type: ignore[arg-type]  # texts all
    with pytest.raises(TooLong):
        together(CONTENT, CONTENT, "x" * LONGEST["what_happened"])
