"""What citizens fill in about themselves, and what is wrong with it."""

from collections.abc import Mapping
from datetime import date

from bot.contacts.email_addresses import NotAnAddress, canonical
from bot.domain.errors import InvalidPostcode
from bot.domain.numbering import tidy_postcode
from bot.domain.participants.claiming import LONGEST_NAME, begins_as_formula, is_name, tidy_house_number
from bot.entering import as_line

LONGEST_EMAIL = 254


def lines_of(filled: Mapping[str, str], *names: str) -> dict[str, str]:
    """These fields, each a line."""
    return {name: as_line(filled.get(name, "")) for name in names}


def email_error(typed: str) -> str:
    """The id of what is wrong with an address; empty where nothing is."""
    if not typed:
        return "no_email"
    try:
        canonical(typed)
    except NotAnAddress:
        return "not_an_address"
    return "not_an_address" if len(typed) > LONGEST_EMAIL or begins_as_formula(typed) else ""


def home_errors(filled: Mapping[str, str]) -> dict[str, str]:
    """Field to what is wrong with a name and a home."""
    errors: dict[str, str] = {}
    if not is_name(filled["name"]) or len(filled["name"]) > LONGEST_NAME:
        errors["name"] = "long_name" if is_name(filled["name"]) else "no_name"
    if not postcode_of(filled["postcode"]):
        errors["postcode"] = "not_a_postcode"
    if not tidy_house_number(filled["house_number"]):
        errors["house_number"] = "not_a_number"
    return errors


def postcode_of(typed: str) -> str:
    """As it is kept; empty where it is none."""
    try:
        return tidy_postcode(typed)
    except InvalidPostcode:
        return ""


def day_of(typed: str) -> date | None:
    """A day as browsers send it."""
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None
