"""The middles of Amersfoort's postcodes (four digits): facts, rounded to 0.001 degree."""

from dataclasses import dataclass
from typing import Final

from bot.domain.participants.grid import rd_from_wgs84
from bot.domain.participants.places import Location


@dataclass(frozen=True)
class PostcodeArea:
    """A neighbourhood with its four digits; degrees WGS84."""

    digits: str
    lat: float
    lon: float
    neighbourhood: str


AREAS: Final = (
    PostcodeArea("3811", 52.156, 5.389, "Stadskern"),
    PostcodeArea("3812", 52.161, 5.364, "Soesterkwartier"),
    PostcodeArea("3813", 52.169, 5.387, "Schothorst"),
    PostcodeArea("3814", 52.162, 5.397, "Liendert"),
    PostcodeArea("3815", 52.166, 5.410, "Rustenburg"),
    PostcodeArea("3816", 52.153, 5.408, "Randenbroek"),
    PostcodeArea("3817", 52.145, 5.389, "Leusderkwartier"),
    PostcodeArea("3818", 52.145, 5.370, "Bergkwartier"),
    PostcodeArea("3819", 52.157, 5.346, "Bosgebied"),
    PostcodeArea("3821", 52.174, 5.419, "De Hoef"),
    PostcodeArea("3822", 52.182, 5.404, "Zielhorst"),
    PostcodeArea("3823", 52.189, 5.394, "Kattenbroek"),
    PostcodeArea("3824", 52.201, 5.376, "Nieuwland"),
    PostcodeArea("3825", 52.196, 5.418, "Vathorst-De Velden"),
    PostcodeArea("3826", 52.200, 5.428, "Vathorst-De Laak"),
    PostcodeArea("3828", 52.187, 5.375, "Hoogland"),
    PostcodeArea("3829", 52.188, 5.430, "Hooglanderveen"),
)
_BY_DIGITS: Final = {area.digits: area for area in AREAS}


def centre_of(postcode: str) -> Location | None:
    """The middle of a postcode by its four digits; None where we know none."""
    area = _BY_DIGITS.get(postcode[:4])
    if area is None:
        return None
    x, y = rd_from_wgs84(area.lat, area.lon)
    return Location(x, y, area.neighbourhood, approximate=True)
