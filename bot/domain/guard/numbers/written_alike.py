"""Numbers in an unusual writing as they are usually written, sign for sign: places stay the same."""

import re
from typing import Final

_SIGNS: Final = str.maketrans(
    {**dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u30fb\u00b7\u2022", "-"), "\u3002": ".", "\uff61": "."}
    | dict.fromkeys("\u00a0\u2007\u2009\u202f", " ")
)
_AREA: Final = re.compile(r"(?<![\w.,:/-])0[1-9]\d{0,2}[:\n;|=](?= ?\d(?:[ -]?\d){5,8}(?!\d))")
"""06:12345678, and 06 with the rest on the next line."""
_DRAWN: Final = re.compile(r"(?<![^\W_])(?=(?:[ .-]?[OoIl]*\d){5})[0Oo][1-9Il](?:[ .-]?[\dOoIl]){8}(?![^\W_])")
_DIGITS: Final = str.maketrans("OoIl", "0011")


def written_alike(text: str) -> str:
    """The text with plain dashes and spaces, and with digits where letters stand for them: O6-I2345678."""
    plain = text.translate(_SIGNS)
    plain = _AREA.sub(lambda match: match[0][:-1] + "-", plain)
    return _DRAWN.sub(lambda match: match[0].translate(_DIGITS), plain)
