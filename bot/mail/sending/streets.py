"""Where something happened, as a Dutch sentence says it: the last part of a street's name decides.

Onze Taal: `in`, `op` and `aan` all go with a straat; `in` never goes with a laan, a gracht or a plein.
"""

import re
from typing import Final

OWN_ARTICLE: Final = re.compile(r"(?:(?:de|het|den)\b(?!-)|['’`]t\b)", re.IGNORECASE)
BEGINS_LIKE_A_SENTENCE: Final = re.compile(r"(?:onder|achter|aan|op|in|bij|over|tussen|buiten) ", re.IGNORECASE)
FIRST_WORD: Final = re.compile(r"(laan|weg|dijk|kade|plein) .", re.IGNORECASE)
SIDE: Final = re.compile(r"[\s-]+(?:noord|oost|zuid|west)(?:zijde)?$", re.IGNORECASE)
ENDINGS: Final = (
    (r"(?:straat|str\.?|steeg|gang|poort|buurt)", "in de", "in de"),
    (r"(?:hof|hofje|straatje|steegje|gangetje|poortje)", "in het", "in het"),
    (r"(?:weg|laan|dijk|kade|singel|gracht|dreef|baan|ring|wal|haven|markt|brink|boulevard|zoom)", "aan de", "op de"),
    (r"(?:plantsoen|park|bos)", "aan het", "in het"),
    (r"(?:plein|pad|(?<!w)erf|veld|(?<!n)je)", "aan het", "op het"),
)
"""An ending, and what stands before: at a home or a shop, and in the street. -nje is no diminutive, a werf no erf."""
UNKNOWN: Final = "in de straat"


def at_street(street: str, locale: str, *, indoors: bool) -> str:
    """`in de Breestraat`, `aan het Stadsplein`, `in de straat Havik`; English has one word for all."""
    if locale != "nl":
        return f"in {street}"
    before = UNKNOWN if BEGINS_LIKE_A_SENTENCE.match(street) else _before(street, indoors=indoors)
    if OWN_ARTICLE.match(street):
        before = "in" if before == "in de" else "aan" if indoors else "op"
    return f"{before} {street}"


def the_street(street: str, locale: str) -> str:
    """`de Breestraat`, `het Stadsplein`, `de straat Havik`, and `Het Zwin` as it is; English takes no article."""
    return at_street(street, locale, indoors=True).partition(" ")[2]


def _before(street: str, *, indoors: bool) -> str:
    if first := FIRST_WORD.match(street):
        return ("aan" if indoors else "op") + ("" if first[1].lower() == "plein" else " de")
    name = SIDE.sub("", street.strip())
    for ending, at_home, outside in ENDINGS:
        if re.search(ending + "$", name, re.IGNORECASE):
            return at_home if indoors else outside
    return UNKNOWN
