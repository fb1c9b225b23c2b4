"""Two requests as one mail: all that was typed is in it, and its area holds both."""

from dataclasses import replace
from typing import Any

import pytest

from bot.domain.alerts.alerts import LONGEST
from bot.domain.alerts.repeats.together import goes_along, together
from bot.domain.errors import TooLong
from bot.domain.participants.shapes import Shape
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


def to_the_east(metres: int) -> Shape:
    """So far from the place of the case."""
    x, y = round(CONTENT.x), round(CONTENT.y)
    return Shape((((x - 50, y - 50), (x + metres, y - 50), (x + metres, y + 50), (x - 50, y + 50)),))


@pytest.mark.parametrize(
    ("changes", "along"),
    [
        ({}, True),
        ({"what_happened": "Ook in de ZIJSTRAAT."}, True),
        ({"what_happened": "De voordeur is opengebroken.", "description": "Een bus in de Zijstraat."}, True),
        ({"what_happened": "De voordeur is opengebroken.", "street": "Zijstraat"}, True),
        ({"what_happened": "De voordeur is opengebroken."}, False),  # the mail no longer tells of it
        ({"radius_m": 200}, True),
        ({"radius_m": 100}, False),  # nor reaches it
        ({"shape": to_the_east(300)}, True),
        ({"shape": to_the_east(100)}, False),
    ],
)
def test_what_still_goes_out_in_a_mail_that_was_changed(changes: dict[str, Any], along: bool) -> None:
    main = replace(CONTENT, what_happened="Ook in de Zijstraat.", radius_m=300)
    other = replace(CONTENT, street="Zijstraat", x=CONTENT.x + 200)
    assert goes_along(replace(main, **changes), other) is along
