"""Two areas that differ by one home told whether somebody takes part there, and nobody knew who had tried them."""

import json

import pytest

from tests.scenarios.steps.areas import chooses, corners, counts, page_of
from tests.stage import Stage

AROUND = corners((30, -100), (200, -100), (200, 100), (30, 100))
WITHOUT = corners((51.5, -100), (200, -100), (200, 100), (51.5, 100))
NOBODY = corners((500, 500), (600, 500), (600, 600), (500, 600))


@pytest.fixture
def row(stage: Stage) -> Stage:
    """Five who take part, a metre from each other."""
    for at in range(5):
        stage.lives(f"Buur{at}", 50 + at)
    return stage


def tried(stage: Stage) -> list[tuple[str, int]]:
    """By whom, and how many would have got the mail."""
    found = ((line.who, line.details) for line in stage.audited("counted_area"))
    told = ((who, json.loads(one) if isinstance(one, str) else one) for who, one in found)
    return [(who, details["recipients"]) for who, details in told]


def test_whoever_tries_areas_stands_in_the_trail_with_each(row: Stage) -> None:
    link = page_of(row.previews(row.anna))
    for area in (AROUND, WITHOUT):
        assert counts(row, link, kind="drawn", corners=area).status_code == 200
    assert tried(row) == [(row.anna.id, 5), (row.anna.id, 5), (row.anna.id, 4)]


def test_also_where_nobody_lives_and_it_is_refused(row: Stage) -> None:
    link = page_of(row.previews(row.anna))
    assert "Geen deelnemers in dit gebied." in chooses(row, link, kind="drawn", corners=NOBODY).text
    assert tried(row)[-1] == (row.anna.id, 0)
