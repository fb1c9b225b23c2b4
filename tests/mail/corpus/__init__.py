"""Replies as citizens' mail programs write them, with what must survive marked by hand.

Nobody in them exists. Each shape was seen in the wild; the words are made up.
"""

from typing import Final

from tests.mail.corpus import (
    abroad,
    between,
    desktop,
    gateways,
    parts,
    phones,
    programs,
    second_look,
    shapes,
    threads,
    webmail,
    words,
)
from tests.mail.corpus.making import Case

__all__ = ["REPLIES", "Case"]

REPLIES: Final[tuple[Case, ...]] = (
    *abroad.REPLIES,
    *desktop.REPLIES,
    *phones.REPLIES,
    *webmail.REPLIES,
    *between.REPLIES,
    *gateways.REPLIES,
    *threads.REPLIES,
    *words.REPLIES,
    *shapes.REPLIES,
    *programs.REPLIES,
    *parts.REPLIES,
    *second_look.REPLIES,
)
