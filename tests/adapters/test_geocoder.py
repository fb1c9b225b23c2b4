"""The geocoder: postcode and number decide, an odd answer is none, and it has one and a half seconds in all."""

import json
import time
from collections.abc import Iterator

import pytest

from bot.adapters.geocoder import MOST_BYTES, PdokGeocoder
from bot.domain.participants.places import Location
from bot.workflow.ports import GeocoderDown
from tests.doubles.geocoder import GeocoderDouble

STREET = ("Kattenbroekstraat", "12", "3823 AB", "Amersfoort")


@pytest.fixture(name="double")
def running_double() -> Iterator[GeocoderDouble]:
    with GeocoderDouble() as double:
        double.knows(*STREET, 155_800, 467_300)
        yield double


def test_an_address_or_else_the_middle_of_its_postcode(double: GeocoderDouble) -> None:
    geocoder = PdokGeocoder(double.url)
    assert geocoder.locate(*STREET, or_centre=False) == Location(155_800, 467_300, "Kattenbroek", approximate=False)
    elsewhere = ("Nergensstraat", "1", "3823 AB", "Amersfoort")
    in_the_street = geocoder.locate("Kattenbroekstraat", "", "3823 AB", "Amersfoort", or_centre=False)
    assert in_the_street == Location(155_800, 467_300, "Kattenbroek", approximate=True)
    assert geocoder.locate(*elsewhere, or_centre=False) is None
    assert geocoder.locate(*elsewhere, or_centre=True) == Location(155_800, 467_300, "Kattenbroek", approximate=True)
    assert geocoder.locate("Nergensstraat", "1", "9999 ZZ", "Amersfoort", or_centre=True) is None


@pytest.mark.parametrize(("slow_by", "trickles"), [(1.0, 0.0), (9.0, 0.0), (0.0, 0.3)])
def test_a_slow_service_and_one_that_trickles_cost_no_more_than_that(
    double: GeocoderDouble, slow_by: float, trickles: float
) -> None:
    double.slow_by, double.trickles = slow_by, trickles
    start = time.perf_counter()
    with pytest.raises(GeocoderDown):
        PdokGeocoder(double.url).locate("Nergensstraat", "1", "3823 AB", "Amersfoort", or_centre=True)
    assert time.perf_counter() - start < 2.5


def test_without_a_service_only_the_middle_of_a_postcode_is_known() -> None:
    with pytest.raises(GeocoderDown, match="no geocoder is set"):
        PdokGeocoder("").locate(*STREET, or_centre=True)


AVENUE = ("Burgemeester de Widtstraat", "20", "3817 LM", "Amersfoort")


@pytest.fixture(name="avenue")
def one_of_an_avenue(double: GeocoderDouble) -> PdokGeocoder:
    double.knows(*AVENUE, 155_000, 463_000)
    double.knows(AVENUE[0], "20A", "3817 LM", "Amersfoort", 155_010, 463_000)
    double.knows(AVENUE[0], "14-3", "3817 LM", "Amersfoort", 155_014, 463_000)
    return PdokGeocoder(double.url)


@pytest.mark.parametrize(
    ("number", "x", "approximate"),
    [
        *(("20", 155_000, False), ("20 a", 155_010, False), ("20-A", 155_010, False), ("020", 155_000, False)),
        *(("20bis", 155_000, False), ("14", 155_014, False), ("14-III", 155_014, False), ("14 3", 155_014, False)),
        *(("999", 155_000, True), ("2", 155_000, True), ("", 155_000, True), ("t/o 20", 155_000, False)),
    ],
)
def test_a_number_that_does_not_exist_is_somewhere_in_the_street(
    avenue: PdokGeocoder, number: str, x: float, approximate: bool
) -> None:
    found = avenue.locate(AVENUE[0], number, "3817 LM", "Amersfoort", or_centre=False)
    assert found is not None
    assert (found.x, found.approximate) == (x, approximate)


def test_a_street_is_the_same_in_any_writing(avenue: PdokGeocoder) -> None:
    for street in ("Burg. de Widtstr.", "burg de widtstraat", "BURGEMEESTER DE WIDT STRAAT", "Burgem. d. Widtstr"):
        assert avenue.locate(street, "20", "3817 LM", "Leusden", or_centre=False) is not None, street
    assert avenue.locate("Dr. de Widtstraat", "20", "3817 LM", "Amersfoort", or_centre=False) is None


def document(**other: object) -> dict[str, object]:
    told = {"straatnaam": STREET[0], "postcode": "3823AB", "huisnummer": 12, "centroide_rd": "POINT(155800 467300)"}
    return {**told, **other}


def answer(*documents: object) -> bytes:
    return json.dumps({"response": {"docs": documents}}).encode()


@pytest.mark.parametrize(
    "body",
    [
        *(b"", b"{", b"null", b"[]", b"7", b'{"response": []}', b'{"response": {"docs": 5}}', b"\xff", b"[" * 50_000),
        *(answer(None), answer("x"), answer([]), answer({}), answer(document(centroide_rd=None))),
        *(answer(document(straatnaam=["a"])), answer(document(postcode=3823)), answer(document(buurtnaam={}))),
        *(answer(document(huisnummer=True)), answer(document(huisnummer=[12])), answer(document(huisnummer=12.5))),
        answer(document(centroide_rd="POINT(5.39 52.19)")),
        answer(document(centroide_rd="POINT(155800 667300)")),
        answer(document(centroide_rd="POINT(1.5.5 467300)")),
        answer(document(centroide_rd="POINT(nan 467300)")),
        answer(document(weergavenaam="x" * MOST_BYTES)),
    ],
)
def test_an_answer_of_other_types_or_of_another_country_is_none(double: GeocoderDouble, body: bytes) -> None:
    double.body = body or b" "
    with pytest.raises(GeocoderDown):
        PdokGeocoder(double.url).locate(*STREET, or_centre=True)


def test_a_service_that_has_no_field_for_the_number_shows_it_in_the_name(double: GeocoderDouble) -> None:
    told = document(weergavenaam="Kattenbroekstraat 12-2, 3823AB Amersfoort")
    double.body = answer({name: value for name, value in told.items() if name != "huisnummer"})
    found = PdokGeocoder(double.url).locate(*STREET, or_centre=False)
    assert found == Location(155_800, 467_300, "", approximate=False)
