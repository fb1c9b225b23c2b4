"""What citizens type in the pages' forms."""

import re
from urllib.parse import parse_qsl

PHONE = re.compile(r"^(?:\+31|0031|0)[1-9](?:[ -]?\d){8}$")
MOST_CHARACTERS = 10_000


def parse_form(body: bytes) -> dict[str, str]:
    """The fields of a form body, each once; what is not one is empty."""
    try:
        pairs = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=50)
    except ValueError:
        return {}
    return {name: value.replace("\0", "")[:MOST_CHARACTERS] for name, value in pairs}


def reply_errors(values: dict[str, str]) -> dict[str, str]:
    """Field to the id of what is wrong there."""
    errors = {}
    if not values["what"]:
        errors["what"] = "empty"
    if values["phone"] and not PHONE.match(values["phone"].replace("(0)", "")):
        errors["phone"] = "not_a_number"
    return errors
