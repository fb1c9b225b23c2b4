"""Plates, phone numbers, addresses, links, accounts and numbers of citizens in a text."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from bot.domain.guard.findings import FindingKind
from bot.domain.guard.numbers.foreign_plates import foreign_plates_in
from bot.domain.guard.numbers.handles import handles_in
from bot.domain.guard.numbers.links import links_in
from bot.domain.guard.numbers.phones import other_phones_in, phones_in
from bot.domain.guard.pieces import Piece
from bot.domain.replies.hidden.addresses import EMAIL
from bot.domain.replies.hidden.spoken import WORD
from bot.domain.replies.plates import plates_in

_SPELLED_EMAIL: Final = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}(?: at | ?[\[({] ?(?:at|@) ?[\])}] ?| ?ape(?:n)?staart(?:je)? ?| @ ?"
    r"|@ )[\w-]{2,63}(?:\.[\w-]{2,63}){0,3}"
    r" ?(?:\.|\[?\(?(?:punt|dot)\)?\]?) ?(?:nl|com|net|org|eu|be|de|info|nu)\b",
    re.IGNORECASE,
)
_DIGITS: Final = re.compile(r"(?<![\w.,-])\d(?:[ .-]?\d){7,8}(?![\w-]|[.,]\d)")
_BSN_WORD: Final = re.compile(
    r"\b(?:(?:het|zijn|haar|hun|mijn|uw|met|onder) ){0,2}"
    r"(?:bsn|b\.s\.n\.?|burgerservicenummer|burger service nummer|sofi-?nummer|sofi)(?:[- ]?(?:nummer|nr))?\.?"
    r"(?: (?:is|van [\w ]{1,30}(?: is|:)))?[:= ]{0,3}(?P<number>\d(?:[ .-]{0,3}\d){7,8})(?!\d)",
    re.IGNORECASE,
)
_IBAN: Final = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ .-]?[A-Za-z0-9]{1,4}){3,8}(?![A-Za-z0-9])")
_FEWEST_DIGITS: Final = 8
"""Of an account number: words behind two digits may pass its test too."""
_DUTCH_IBAN: Final = re.compile(r"\bN[ .-]?L(?:[ .-]?\d){2}(?:[ .-]?[A-Z]){4}(?:[ .-]?\d){7,10}\b", re.IGNORECASE)
_BANK_ACCOUNT: Final = re.compile(r"\b[A-Z]{4}[ .-]?0(?:[ .-]?\d){9}\b")
"""An IBAN without its country and check digits."""
_PLATE_LEAD: Final = re.compile(
    r"(?:^|(?<=[.!?\n])) ?(?:het )?(?:kenteken|nummerplaat):? ?(?:is |was )?$"
    r"|(?: ?\(| ?,|(?:^| )(?:met|voorzien van|onder))(?: (?:het|een|de))?(?: [^\W\d]{3,12})?"
    r" ?(?:kenteken(?:plaat|nummer)?|nummerplaat|kent)\.?:? ?(?:is |was )?$",
    re.IGNORECASE,
)
_PREPOSITION: Final = re.compile(
    r"(?<=\w)[ ,]{1,2}(?:op|via|naar|aan|bij|onder|tel\.?)(?: (?:nummer|nr\.?))?:? $", re.IGNORECASE
)
_REACHED: Final = frozenset({FindingKind.LINK, FindingKind.PHONE_NUMBER, FindingKind.HANDLE})
_PART_OF_PLATE: Final = re.compile(
    r"\b(?i:kenteken|kentekenplaat|plaatje|plaat|nummerplaat|nummerbord|ktk)\b[^.!?\n]{0,40}?"
    r"\b(?:begint|begon|beginnend|eindigt|eindigend|eindigde) (?:met|op) (?:de letters? )?"
    r"(?P<plate>[A-Z0-9][A-Z0-9-]{0,7})(?![\w-])"
)
_POSTCODE: Final = re.compile(r"[1-9]\d{3} [A-Z]{2}")
_NAMED_PLATE: Final = re.compile(
    r"\b(?:kenteken(?:s|nummer|plaat|platen)?|nummerplaat|nummerplaten|nummerbord|kent\.|ktk\.?|kt\.|plaat|plaatje"
    r"|platen)(?:[ :=(\"'„“,]{1,3}(?:is|was|met|begint|begon|eindigt|"
    r"eindigend|beginnend|op|nr|nummer|deels|gedeeltelijk|mogelijk|ongeveer|iets|als|van|de|auto|bus|daarvan"
    r"|luidt|bevat)){0,5}"
    r"[ :=(\"'„“]{1,3}(?P<plate>(?=[\w ·.-]{0,12}\d)(?!\d{1,2} (?:uur|jan|feb|mei|personen|mannen))"
    r"[A-Za-z0-9]{1,4}(?:[ ·.-]?(?=[A-Za-z]{0,3}\d|[A-Z]{1,3}\b)[A-Za-z0-9]{1,5}){0,3})(?![\w-])",
    re.IGNORECASE,
)

_WORD: Final = re.compile(r"(?<![^\W_])(?=[a-z]*[aeiou])[a-z]{3,}(?![^\W_])")
"""Een plaat hout van 2 bij 3 meter is none of a car."""
_CALLED_OUT: Final = (
    r"(?:alfa|alpha|bravo|charlie|delta|echo|foxtrot|golf|hotel|india|juliett?|kilo|lima|mike|november|oscar|papa"
    r"|quebec|romeo|sierra|tango|uniform|victor|whiskey|x-?ray|yankee|zulu)"
)
_SIGN: Final = rf"(?:{_CALLED_OUT}\b|[a-z]\b|\d{{1,3}}\b|(?:{WORD})\b)"
_SPELLED_PLATE: Final = re.compile(
    rf"\b(?:kenteken(?:plaat|nummer)?|nummerplaat|plaat)(?: (?:is|was|met))?[: ]{{1,2}}"
    rf"(?P<plate>{_SIGN}(?:[ ,-]{{1,2}}{_SIGN}){{2,7}})",
    re.IGNORECASE,
)
"""Golf bravo 123 xray; G B 1 2 3 X; nul een, g b b, zeven."""


def contacts_in(text: str) -> Iterator[Piece]:
    """What leads to one person, the surest first."""
    for pattern in (EMAIL, _SPELLED_EMAIL):
        yield from (Piece(*match.span(), FindingKind.EMAIL_ADDRESS) for match in pattern.finditer(text))
    for pieces in (links_in, _ibans, _named_bsns, _plates, phones_in, _bsns, other_phones_in, handles_in):
        yield from pieces(text)


def with_preposition(text: str, piece: Piece) -> Piece:
    """Kijk op www.example.nl: "op" goes along, but not with what a sentence begins with."""
    lead = _PREPOSITION.search(text[max(0, piece.start - 20) : piece.start])
    if piece.kind not in _REACHED or lead is None or piece.becomes:
        return piece
    return replace(piece, start=piece.start - len(lead[0].lstrip()))


def _ibans(text: str) -> Iterator[Piece]:
    for match in _IBAN.finditer(text):
        if length := _iban_length(match[0]):
            yield Piece(match.start(), match.start() + length, FindingKind.IBAN)
    for pattern in (_DUTCH_IBAN, _BANK_ACCOUNT):
        yield from (Piece(*match.span(), FindingKind.IBAN) for match in pattern.finditer(text))


def _iban_length(typed: str) -> int:
    """How much of it is an account number by its check digits (ISO 13616); 0 where nothing is."""
    for end in range(len(typed), 14, -1):
        marks = re.sub(r"[^A-Z0-9]", "", typed[:end].upper())
        if (
            15 <= len(marks) <= 34
            and sum(map(str.isdigit, marks)) >= _FEWEST_DIGITS
            and int("".join(str(int(mark, 36)) for mark in marks[4:] + marks[:4])) % 97 == 1
        ):
            return end
    return 0


def _named_bsns(text: str) -> Iterator[Piece]:
    """Where a sentence ends behind it, the comma before it goes too; a sentence that says no more goes whole."""
    for match in _BSN_WORD.finditer(text):
        before, behind = text[: match.start()], text[match.end() : match.end() + 1]
        listed = before.endswith(", ") and behind in {"", "."}
        whole = behind == "." and before.rstrip()[-1:] in {"", ".", "!", "?"}
        yield Piece(match.start() - 2 * listed, match.end() + whole, FindingKind.BSN)


def _bsns(text: str) -> Iterator[Piece]:
    for match in _DIGITS.finditer(text):
        if _is_bsn(re.sub(r"\D", "", match[0])):
            yield Piece(*match.span(), FindingKind.BSN)


def _is_bsn(digits: str) -> bool:
    """The eleven test; eight digits had a zero in front."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(weight * int(digit) for weight, digit in zip(weights, digits.zfill(9), strict=True))
    return len(digits) == 9 and total % 11 == 0 and len(set(digits)) > 1


def _plates(text: str) -> Iterator[Piece]:
    yield from (_plate(text, *match.span("plate")) for match in _SPELLED_PLATE.finditer(text))
    at = 0
    for plate in plates_in(text):
        at = text.index(plate.text, at)
        if _POSTCODE.fullmatch(plate.text):
            continue
        yield _plate(text, at, at + len(plate.text))
        at += 1
    for pattern in (_NAMED_PLATE, _PART_OF_PLATE):
        for match in pattern.finditer(text):
            if not _WORD.search(match["plate"]):
                yield _plate(text, *match.span("plate"))
    yield from (_plate(text, *span) for span in foreign_plates_in(text))


def _plate(text: str, start: int, end: int) -> Piece:
    """Takes "met kenteken" before it along, so that what is left is a sentence."""
    lead = _PLATE_LEAD.search(text[max(0, start - 50) : start])
    closed = lead is not None and "(" in lead[0] and text[end : end + 1] == ")"
    begin = start - len(lead[0].lstrip()) if lead else start
    return Piece(begin, end + closed, FindingKind.NUMBER_PLATE)
