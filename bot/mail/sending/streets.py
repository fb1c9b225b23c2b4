"""The article that a street's name takes in a Dutch sentence."""

import re
from typing import Final

HET_ENDINGS: Final = ("plein", "park", "pad", "plantsoen", "hof", "erf", "veld", "bos", "eiland", "je")
OWN_ARTICLE: Final = re.compile(r"(?:de|het|den|'[ts]|’[ts]|in|op|aan|achter)\b|'t|’t", re.IGNORECASE)


def with_article(street: str, locale: str) -> str:
    """`de Breestraat`, `het Stadsplein`, and `Het Zwin` as it is; English takes no article."""
    if locale != "nl" or OWN_ARTICLE.match(street):
        return street
    return f"{'het' if street.lower().endswith(HET_ENDINGS) else 'de'} {street}"
