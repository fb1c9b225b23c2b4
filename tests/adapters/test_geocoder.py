"""The geocoder has one and a half seconds in all, whatever it does with them."""

import time
from collections.abc import Iterator

import pytest

from bot.adapters.geocoder import PdokGeocoder
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
