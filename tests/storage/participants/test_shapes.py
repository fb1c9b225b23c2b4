"""Who lives in an area that was drawn: exactly those, on both databases, as the requester saw it."""

from dataclasses import replace
from random import Random

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from bot.clock import Clock
from bot.domain.alerts.alerts import Draft
from bot.domain.alerts.authorship import is_supplement
from bot.domain.participants.addresses import Homes
from bot.domain.participants.drawing import drawn
from bot.domain.participants.people import ParticipantRow
from bot.domain.participants.places import square_side_m
from bot.domain.participants.shapes import Shape, reach_m
from bot.workflow.participants.addresses import take_addresses
from tests.domain.samples import ANNA, BRAM, CONTENT, NOON
from tests.storage.things import NOOR, Work, filed

X, Y = CONTENT.x, CONTENT.y
HEADER = "street,number,addition,postcode,place,x,y,purpose"


def around(*corners: tuple[float, float]) -> Shape:
    return drawn([(X + dx, Y + dy) for dx, dy in corners], (X, Y))


ARROW = around((-400, -300), (500, 0), (-400, 300), (-100, 0))
"""With a bay at the left."""
HALL = around((0, 0), (100, 0), (100, 100), (0, 100))


TOWN = around((-1300, -1200), (1100, -1300), (1300, 1000), (0, 700), (-1200, 1300))
"""It holds whole squares of the grid."""
QUARTER = around((-700, -1200), (200, -1200), (200, -300), (-700, -300))


def without(shape: Shape, hole: Shape) -> Shape:
    return Shape((*shape.rings, tuple(reversed(hole.rings[0]))))


@pytest.mark.parametrize("shape", [ARROW, HALL, without(ARROW, HALL), TOWN, without(TOWN, QUARTER)])
def test_recipients_are_exactly_those_within_the_shape(work: Work, shape: Shape) -> None:
    chance, reach = Random(3), 1.5 * reach_m(shape)
    rows = [
        replace(
            NOOR,
            email=f"p{number}@example.nl",
            x=X + chance.uniform(-reach, reach),
            y=Y + chance.uniform(-reach, reach),
        )
        for number in range(900)
    ]
    inside = [row for row in rows if shape.holds(row.x, row.y)]
    with work() as uow:
        uow.people.enrol(rows)
        assert uow.mailings.count_recipients(shape) == len(inside) > 0
        assert sum(people for _, _, people in uow.mailings.spread(shape)) == len(inside)
        assert uow.reach.by_neighbourhood_near(shape) == {NOOR.neighbourhood: len(inside)}


def test_the_squares_of_its_map_stand_around_its_own_middle(work: Work) -> None:
    with work() as uow:
        uow.people.enrol([replace(NOOR, x=X + 51, y=Y + 51)])
        assert uow.mailings.spread(HALL) == [(0, 0, 1)]
        assert square_side_m(50) == 50


def test_a_mail_is_planned_for_whom_it_was_counted(work: Work) -> None:
    with work() as uow:
        uow.people.enrol([replace(NOOR, email=f"p{n}@example.nl", x=X - 50 + 10 * n, y=Y + 5) for n in range(20)])
    alert = filed(work, shape=HALL)
    with work() as uow:
        assert uow.alerts.get(alert.id).content.shape == HALL
        assert uow.alerts.facts(alert.id).recipients == 10
        assert uow.alerts.approve(alert, BRAM, NOON)
        assert uow.mailings.plan(alert, 4, NOON) == 10


def register(work: Work, *homes: tuple[str, int, str, float, float, str]) -> None:
    lines = (
        f"{street},{number},{addition},3811AB,Amersfoort,{X + dx},{Y + dy},{purpose}"
        for street, number, addition, dx, dy, purpose in homes
    )
    take_addresses(work, Clock(), [HEADER, *lines], print)


def test_the_homes_of_a_shape_are_counted_by_door(work: Work) -> None:
    """Made by hand: five homes inside, of which one shop; three neighbours take part, one without their addition."""
    home, shop = "woonfunctie", "winkelfunctie"
    register(
        work,
        ("Kerkstraat", 1, "", 10, 10, home),
        ("Kerkstraat", 3, "", 20, 10, home),
        ("Kerkstraat", 5, "A", 30, 10, home),
        ("Kerkstraat", 5, "B", 30, 12, home),
        ("Kerkstraat", 7, "", 40, 10, shop),
        ("Kerkstraat", 9, "", 100, 10, home),  # on the edge at the right: outside
        ("Kerkstraat", 11, "", 120, 10, home),
        ("Kerkstraat", 13, "", 0, 10, home),  # on the edge at the left: inside
    )
    rows = [
        ParticipantRow(f"buur{n}@example.nl", "Buur", "3811 AB", typed, "", X + 9_000, Y)
        for n, typed in enumerate(["1", "5", "11", "13"])
    ]
    with work() as uow:
        assert uow.addresses.homes_in(HALL) == Homes(5, 0, 0)
        uow.people.enrol(rows)
        assert uow.addresses.homes_in(HALL) == Homes(5, 2, 1)
        far = around((-300, -300), (-200, -300), (-200, -200))
        assert uow.addresses.homes_in(far) == Homes(0, 0, 0)


def test_without_a_register_no_homes_are_told(work: Work) -> None:
    with work() as uow:
        assert uow.addresses.homes_in(HALL) is None


def test_another_shape_is_no_supplement() -> None:
    """Not even a smaller one: who adds to a text does not move its area."""
    before = replace(CONTENT, shape=ARROW)
    assert is_supplement(before, before)
    assert not is_supplement(before, replace(before, shape=HALL))
    assert not is_supplement(before, CONTENT)
    assert not is_supplement(CONTENT, before)


@pytest.mark.parametrize("shape", ["NULL", """'{"rings":[[0,0,9,0,9,9]],"streets":[]}'"""])
def test_the_shape_of_what_was_approved_stays(work: Work, engine: Engine, shape: str) -> None:
    alert = filed(work, shape=HALL)
    with work() as uow:
        assert uow.alerts.approve(alert, BRAM, NOON)
    changed = text(f"UPDATE alerts SET shape = {shape} WHERE id = {alert.id}")
    with pytest.raises(DBAPIError, match="what was approved stays as it was"), engine.begin() as connection:
        connection.execute(changed)


def test_a_shape_stands_in_drafts_versions_and_proposals_as_it_was_drawn(work: Work) -> None:
    streets = replace(HALL, streets=("Kerkstraat", "’t Zand"))
    draft = Draft("d1", ANNA.id, replace(CONTENT, shape=streets), NOON, on_map=True, form_view="V1", preview_view="p1")
    with work() as uow:
        uow.drafts.save(draft)
        assert uow.drafts.get("d1") == draft
        alert = uow.alerts.file(draft, ANNA, NOON)
        assert [version.content.shape for version in uow.words.versions(alert.id)] == [streets]
