"""The page of the map: whose it is, how long, and what it does not take or tell."""

from math import asinh, pi, radians, tan

import httpx
import pytest

from bot.domain.participants.grid import wgs84_from_rd
from tests.desk_steps import seen
from tests.scenarios.steps.areas import ROW, a_register, chooses, corners, counts, page_of, picture_of
from tests.stage import PLAIN, Stage, X, Y


def tile_of(zoom: int, lat: float, lon: float) -> tuple[int, int]:
    """The piece of a map on the web that holds a place."""
    return int((lon + 180) / 360 * 2**zoom), int((1 - asinh(tan(radians(lat))) / pi) / 2 * 2**zoom)


def test_of_few_people_the_page_tells_no_number(stage: Stage) -> None:
    stage.lives("Noor")
    link = page_of(stage.previews(stage.anna))
    assert counts(stage, link, kind="circle", radius="300").json()["told"] == ["Minder dan 5 mensen krijgen deze mail."]


@pytest.mark.parametrize(
    ("filled", "said"),
    [
        ({"kind": "drawn", "corners": corners((0, 0), (99, 99), (99, 0), (0, 99))}, "De lijnen van dit gebied kruisen"),
        ({"kind": "drawn", "corners": corners((0, 0), (20, 0), (20, 20))}, "Dit gebied is te klein."),
        ({"kind": "drawn", "corners": corners((0, 0), (9000, 0), (20, 20))}, "verder dan 2 km"),
        ({"kind": "drawn", "corners": corners(*((n, n * n % 7) for n in range(201)))}, "201 hoeken, hoogstens 200"),
        ({"kind": "drawn", "corners": "[[52.1,"}, "minstens drie hoeken"),
        ({"kind": "drawn", "corners": "[" * 9000}, "minstens drie hoeken"),
        ({"kind": "drawn", "corners": "[[1e999,5],[NaN,5],[52,5]]"}, "verder dan 2 km"),
        ({"kind": "drawn"}, "minstens drie hoeken"),
        ({"kind": "streets"}, "Kies minstens één straat."),
        ({"kind": "streets", "street": "Nergens"}, "Kies minstens één straat."),
        ({"kind": "streets", "street": "Dorps\0straat"}, "Kies minstens één straat."),
        ({"kind": "circle", "radius": "5000"}, "Kies een straal van 100 m tot 2 km."),
        ({"kind": "circle", "radius": "²"}, "Kies een straal van 100 m tot 2 km."),
        ({}, "Kies een straal van 100 m tot 2 km."),
    ],
)
def test_what_is_no_area_is_told_and_changes_nothing(street: Stage, filled: dict[str, str], said: str) -> None:
    link = page_of(street.previews(street.anna))
    assert said in counts(street, link, **filled).json()["error"]
    answer = chooses(street, link, **filled)
    assert (answer.status_code, said in answer.text) == (422, True)
    assert "*Gebied:* 300 m" in seen(street.anna).text()


def test_where_nobody_lives_nothing_is_chosen(street: Stage) -> None:
    link = page_of(street.previews(street.anna))
    nobody = corners((500, 500), (600, 500), (600, 600))
    assert counts(street, link, kind="drawn", corners=nobody).json()["told"] == [
        "Niemand krijgt deze mail: er woont geen deelnemer."
    ]
    answer = chooses(street, link, kind="drawn", corners=nobody)
    assert "Geen deelnemers in dit gebied." in answer.text
    assert "*Gebied:* 300 m" in seen(street.anna).text()


def test_a_link_dies_with_its_form_and_its_time(street: Stage) -> None:
    preview = street.previews(street.anna)
    link = page_of(preview)
    assert preview.submit().closed
    street.settle()
    for answer in (street.visits(link), chooses(street, link, kind="circle", radius="100")):
        assert (answer.status_code, "Deze kaart is dicht" in answer.text) == (404, True)
    assert counts(street, link, kind="circle", radius="100").status_code == 404

    late = page_of(street.previews(street.anna))
    street.later(hours=4, seconds=1)
    assert street.visits(late).status_code == 404
    assert chooses(street, late, kind="circle", radius="100").status_code == 404


@pytest.mark.parametrize("twisted", ["x", ""])
def test_no_link_is_made_up(street: Stage, twisted: str) -> None:
    link = page_of(street.previews(street.anna))
    chooses(street, link, kind="circle", radius="300")
    picture = picture_of(seen(street.anna))
    for other in (
        f"{link[:-1]}{twisted}",
        link.replace("/gebied/", "/bijlage/"),
        picture.replace("/kaart/", "/gebied/"),
    ):
        assert street.visits(other).status_code == 404
    assert street.visits(link.replace("/gebied/", "/kaart/") + "/x.png").status_code == 404


def test_who_lost_the_role_is_not_let_in(street: Stage) -> None:
    link = page_of(street.previews(street.anna))
    street.anna.leaves(street.intake)
    street.settle()
    for answer in (street.visits(link), chooses(street, link, kind="circle", radius="100")):
        assert (answer.status_code, "U heeft geen toegang" in answer.text) == (403, True)


def test_another_site_sends_nothing_in(street: Stage) -> None:
    link = page_of(street.previews(street.anna))
    headers = {"Sec-Fetch-Site": "cross-site"}
    data = {"kind": "circle", "radius": "100", "action": "choose"}
    assert httpx.post(street.here(link), data=data, headers=headers, **PLAIN).status_code == 403
    assert "*Gebied:* 300 m" in seen(street.anna).text()


def test_nobody_else_is_shown_or_changes_it(street: Stage) -> None:
    """A link is of one form: Bram's own, with the same words, is another one."""
    anna, bram = page_of(street.previews(street.anna)), page_of(street.previews(street.bram))
    chooses(street, anna, kind="circle", radius="100")
    assert "*Gebied:* 300 m" in seen(street.bram).text()
    assert "*Gebied:* 100 m" in seen(street.anna).text()
    assert anna != bram


def test_pieces_of_our_own_map_show_homes_and_nobody_who_takes_part(street: Stage) -> None:
    a_register(street, Kattenbroekstraat=ROW)
    link = page_of(street.previews(street.anna))
    for none in (10**400, "9" * 5000, "-1", "x", "²"):
        assert street.visits(f"{link}/tegel/17/{none}/{none}").text.count("M") == 0
    lat, lon = wgs84_from_rd(X + 35, Y + 5)
    column, row = tile_of(17, lat, lon)
    piece = street.visits(f"{link}/tegel/17/{column}/{row}")
    assert piece.headers["content-type"] == "image/svg+xml"
    assert 0 < piece.text.count("M") <= len(ROW)
    assert "Kattenbroekstraat" in piece.text
    assert "Kattenbroekstraat" not in street.visits(f"{link}/tegel/9/{column}/{row}").text
    assert httpx.get(street.url(f"/gebied/x/tegel/17/{column}/{row}"), **PLAIN).status_code == 404
