"""One guard on every text that colleagues type and citizens read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from bot.domain.guard.findings import SENSITIVE, Finding
from bot.domain.guard.jargon import jargon_in
from bot.domain.guard.masks import masked_in
from bot.domain.guard.names.hidden import hidden_names_in
from bot.domain.guard.names.naming import names_in_text
from bot.domain.guard.numbers.contacts import contacts_in, with_preposition
from bot.domain.guard.numbers.money import money_in
from bot.domain.guard.numbers.numbers import house_numbers_in
from bot.domain.guard.numbers.written_alike import written_alike
from bot.domain.guard.odd_letters import odd_letters_in
from bot.domain.guard.pieces import Piece
from bot.domain.guard.plain import plain_of, seen_of
from bot.domain.guard.sentences import sentences_of
from bot.domain.guard.tokens import Words
from bot.domain.guard.traits.traits import traits_in

LONGEST_SENTENCE: Final = 20
"""Words in a sentence that can still be read at once."""


def find_in(
    texts: Mapping[str, str], street: str = "", house_number: str = "", *, known: bool = True
) -> tuple[Finding, ...]:
    """What is pointed out in texts by field, in order, without overlaps.

    The case's own street is nobody's name where it is `known`: a place that no map confirmed may be anybody's.
    """
    return tuple(
        Finding(field, piece.start, piece.end, piece.kind, text[piece.start : piece.end], piece.becomes)
        for field, text in texts.items()
        for piece in _pieces(text, street, house_number, known=known)
    )


def long_sentences(text: str) -> list[str]:
    """The sentences that are too long to read at once."""
    return [sentence for sentence in sentences_of(text) if len(sentence.split()) > LONGEST_SENTENCE]


def _pieces(text: str, street: str, house_number: str, *, known: bool) -> list[Piece]:
    """What is read in the text, where it was written; letters that only look like ours are odd where nothing is."""
    seen = seen_of(text)
    read = list(map(seen.written, _pieces_read(seen.text, street, house_number, known=known)))
    return sorted(_without_overlaps((*read, *odd_letters_in(text)), len(text)), key=lambda piece: piece.start)


def _pieces_read(text: str, street: str, house_number: str, *, known: bool) -> list[Piece]:
    """The most certain finders first: of findings that overlap the first stays."""
    plain = plain_of(text)
    words = Words(plain.text)
    masked = masked_in(words, street if known else "")
    pieces = (
        *(with_preposition(text, piece) for piece in contacts_in(written_alike(text))),
        *house_numbers_in(text, street, house_number),
        *map(plain.written, traits_in(words, masked)),
        *map(plain.written, names_in_text(words, masked)),
        *hidden_names_in(text),
        *jargon_in(text),
    )
    return list(money_in(text, _without_overlaps(_whole_traits(pieces), len(text))))


def _whole_traits(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """A sentence that goes for what it says of somebody takes along what else it says: no half of it is left."""
    every = list(pieces)
    sensitive = [piece for piece in every if piece.kind in SENSITIVE and not piece.becomes]
    for piece in every:
        if piece.kind not in SENSITIVE or not any(_holds(other, piece) for other in sensitive):
            yield piece


def _holds(whole: Piece, piece: Piece) -> bool:
    longer = whole.end - whole.start > piece.end - piece.start
    return longer and whole.start <= piece.start and piece.end <= whole.end


def _without_overlaps(pieces: Iterable[Piece], length: int) -> Iterator[Piece]:
    taken = bytearray(length)
    for whole in pieces:
        piece = _trimmed(whole, taken)
        if piece.start < piece.end and not any(taken[piece.start : piece.end]):
            taken[piece.start : piece.end] = b"\x01" * (piece.end - piece.start)
            yield piece


def _trimmed(piece: Piece, taken: bytearray) -> Piece:
    """What is left of what a text loses where two of them share a word: sprak Pools en leek Roemeens."""
    start, end = piece.start, piece.end
    if piece.becomes or piece.kind not in SENSITIVE:
        return piece
    while start < end and taken[start]:
        start += 1
    while start < end and taken[end - 1]:
        end -= 1
    return replace(piece, start=start, end=end)
