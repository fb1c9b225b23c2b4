"""Where an address is: the one place that a register of addresses would be asked."""

from bot.domain.participants.places import Location
from bot.domain.participants.postcodes import centre_of
from storage.unit_of_work import UnitOfWork


def place_of(uow: UnitOfWork, postcode: str, house_number: str) -> Location | None:  # noqa: ARG001 - a register asks it
    """Where this house is, as well as we know; None where nobody knows it, and nothing is made up."""
    return centre_of(postcode) or uow.people.postcode_centre(postcode)
