"""A question of money or an account: no mail of the police asks for it, so its whole sentence goes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from bot.domain.findings import FindingKind
from bot.domain.guard.pieces import Piece
from bot.domain.guard.sentences import spans_of

_AMOUNT: Final = r"(?:geld|bedrag|€|euro|eur|bijdrage|donatie|borg|(?<!\d)\d{1,7},-|cash|contant)"
_MONEY: Final = re.compile(
    r"\b(?:overmaken|overgemaakt|over te maken|overmaakt|overschrijven|over te schrijven|tikkies?"
    r"|betaalverzoek\w*|betaallink\w*|"
    r"rekeningnummers?|rekeningnr|bankrekening\w*|bankgegevens|betaalgegevens|girorekening|gironummer"
    r"|ibannummer|iban|"
    r"pin-?codes?|wachtwoord(?:en)?|inlog\w*|aanmeldgegevens|toegangscodes?|beveiligingscodes?|verificatiecodes?|"
    r"creditcardgegevens|creditcardnummer|cvc|cvc-code|digid-?\w*|bitcoins?|crypto\w*|doneren|doneer|doneert"
    r"|donaties?|"
    r"crowdfunding|gofundme|inzameling|inzamelingsactie|paypal\w*|collecteren|cadeaukaart(?:en)? (?:sturen|kopen)|"
    r"voorschot|aanbetaling|sponsor(?:en)?|vrijwillige bijdrage|financiele bijdrage|financiële bijdrage)\b"
    rf"|\b(?:maak|maakt|maken|schrijf|schrijft|boek"
    rf"|boekt)\b(?:(?!\.\s)[^\n!?]){{0,80}}\bover\b(?=(?:(?!\.\s)[^\n!?]){{0,60}}{_AMOUNT}"
    rf"|(?:[^\n!?.]){{0,60}}(?:rekening|bank))"
    rf"|\b(?:maak|maakt|maken|schrijf|boek)\b(?:(?!\.\s)[^\n!?]){{0,50}}{_AMOUNT}(?:(?!\.\s)[^\n!?]){{0,50}}\bover\b"
    rf"|\b(?:stort|storten|gestort|betaal|betaalt|betalen|stuur|stuurt|sturen|geef|geeft|geven|lenen|leen"
    rf"|voldoe|voldoen|voldoet|schenk|schenken|lap|bijdragen|draag)\b(?:(?!\.\s)[^\n!?]){{0,60}}{_AMOUNT}"
    rf"|{_AMOUNT}(?:(?!\.\s)[^\n!?]){{0,40}}\b(?:storten|te storten|betalen|te betalen|sturen|te sturen"
    rf"|te geven|geven|inzamelen|bijdragen|voldoen|lenen)\b"
    r"|\b(?:stort|storten|betaal|betaalt|betalen|betaling|voldoen)\b(?:(?!\.\s)[^\n!?]){0,50}\b(?:rekening"
    r"|kosten|bankpas|link|qr-code|vooraf|direct|eerst|via)\b"
    r"|\b(?:op|naar) (?:de |het |zijn |haar |onze |deze |mijn )?(?:bank)?(?:rekening)\b(?!\w)"
    r"|\b(?:kosten zijn voor|kunt u betalen|vraagt om geld|vragen om geld|geldinzameling|geld in te zamelen"
    r"|zamelen geld)\b"
    r"|\b(?:code|codes) van uw (?:bank|pas|kaart)\b|\bnummer van uw (?:bank|pas|rekening|creditcard)\w*"
    r"|\buw (?:bank|rekening|creditcard|pasnummer|bankpas|pas)\b",
    re.IGNORECASE,
)
_NO_QUESTION: Final = re.compile(
    r"\b(?:een tikkie (?:te|meer|harder|ouder|kleiner|groter|langer)|uw pas goed)\b", re.IGNORECASE
)
_HARD: Final = frozenset(
    {
        *(FindingKind.IBAN, FindingKind.BSN, FindingKind.LINK, FindingKind.EMAIL_ADDRESS, FindingKind.PHONE_NUMBER),
        FindingKind.HANDLE,
    }
)
"""Of these is told what they are, in such a sentence too."""


def money_in(text: str, found: Iterable[Piece]) -> Iterator[Piece]:
    """What was found; a sentence that asks for money goes as a whole, in pieces around what is told apart."""
    rest = sorted(found, key=lambda piece: piece.start)
    for start, end in spans_of(text):
        sentence = text[start:end]
        if not _MONEY.search(_NO_QUESTION.sub("", sentence)):
            continue
        within = [piece for piece in rest if start <= piece.start < end]
        hard = [replace(piece, becomes="") for piece in within if piece.kind in _HARD]
        rest = [piece for piece in rest if piece not in within]
        yield from _around(text, start, end, hard)
    yield from rest


def _around(text: str, start: int, end: int, hard: list[Piece]) -> Iterator[Piece]:
    for n, piece in enumerate(hard):
        if text[start : piece.start].strip(" .,:;()"):
            yield Piece(start, piece.start, FindingKind.MONEY)
            begin = piece.start
        else:
            begin = start
        until = hard[n + 1].start if n + 1 < len(hard) else end
        closing = "" if text[piece.end : until].strip(" .,:;!?()") else text[piece.end : until]
        yield replace(piece, start=begin, end=piece.end + len(closing))
        start = piece.end + len(closing)
    if start < end:
        yield Piece(start, end, FindingKind.MONEY)
