"""A text that was edited follows what changed in the text it was made from."""

import re
from difflib import SequenceMatcher
from typing import Final

_SENTENCES: Final = re.compile(r"[^\s].*?(?:[.!?](?=\s|$)|(?=\n)|$)", re.DOTALL)


def follow(typed: str, before: str, after: str) -> str:
    """`typed` with the sentences that differ between `before` and `after` changed; what was edited is left alone."""
    if " ".join(typed.split()) == " ".join(before.split()):
        return after
    old, new = _SENTENCES.findall(before), _SENTENCES.findall(after)
    for what, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        there = " ".join(new[k:m])
        if what == "insert" and i and there not in typed:
            typed = typed.replace(old[i - 1], f"{old[i - 1]} {there}", 1)
        elif what in {"replace", "delete"}:
            typed = _swap(typed, old[i:j], there)
    return typed


def _swap(typed: str, old: list[str], there: str) -> str:
    """The first of the old sentences that stands there becomes the new ones; the others go."""
    for sentence in old:
        if sentence in typed:
            typed, there = typed.replace(sentence, there, 1), ""
    return re.sub(r" +(?=\n|$)|(?<= ) +", "", typed)
