"""Street names as they are compared: Burg. de Widtstr. is the Burgemeester de Widtstraat, ’t Hof is Het Hof."""

import re
from typing import Final

from bot.domain.folding import folded

_SHORT: Final = {
    **{"burgemeester": "burg", "burgem": "burg", "doctor": "dr", "dokter": "dr", "professor": "prof", "meester": "mr"},
    **{"dominee": "ds", "ingenieur": "ir", "sint": "st", "pastoor": "past", "kapelaan": "kap", "monseigneur": "mgr"},
    **{"jonkheer": "jhr", "jonkvrouw": "jkvr", "generaal": "gen", "admiraal": "adm", "luitenant": "lt"},
    **{"kolonel": "kol", "president": "pres", "minister": "min", "wethouder": "weth", "notaris": "not"},
    **{"koning": "kon", "koningin": "kon", "prins": "pr", "prinses": "pr", "gebroeders": "gebr", "nieuwe": "nwe"},
    **{"grote": "gr", "kleine": "kl", "eerste": "1e", "1ste": "1e", "tweede": "2e", "2de": "2e", "derde": "3e"},
    **{"3de": "3e", "het": "t", "van": "v", "de": "d", "den": "d", "der": "d"},
}
_ENDINGS: Final = (("straat", "str"), ("laan", "ln"), ("weg", "wg"), ("plein", "pl"), ("pln", "pl"), ("steeg", "stg"))
_APART: Final = re.compile(r"[^\w']+")


def street_key(name: str) -> str:
    """What all writings of a street's name have in common. Two streets of one postcode never share it by accident."""
    words = [_SHORT.get(word, word) for word in _APART.sub(" ", folded(name)).replace("'", "").split()]
    return "".join(map(_ending, words)).replace("ij", "y")


def _ending(word: str) -> str:
    for long, short in _ENDINGS:
        word = word.removesuffix(long) + short if word.endswith(long) else word
    return word
