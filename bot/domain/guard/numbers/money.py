"""A question of money or an account: no mail of the police asks for it, so its whole sentence goes."""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from bot.domain.guard.findings import FindingKind
from bot.domain.guard.numbers.paying import says_money, tells_of_loot
from bot.domain.guard.pieces import Piece
from bot.domain.guard.sentences import spans_of

_AMOUNT: Final = r"(?:geld|bedrag|€|(?<![^\W\d_])(?:euro|eur\b|borg|cash\b)|bijdrage|donatie|(?<!\d)\d{1,7},-|contant)"
_WITHIN: Final = r"(?:(?!\.\s)[^\n!?])"
_WORDS: Final = "|".join(
    r"""
overmaken overgemaakt over\ te\ maken overmaakt overschrijven over\ te\ schrijven tikkies? betaalverzoek\w*
betaallink\w* bankgegevens betaalgegevens girorekening gironummer
ibannummer iban
aanmeldgegevens toegangscodes? beveiligingscodes? verificatiecodes?
creditcardgegevens creditcardnummer cvc cvc-code bitcoins? crypto\w* doneren doneer doneert donaties?
crowdfunding gofundme inzameling inzamelingsactie paypal\w* collecteren cadeaukaart(?:en)?\ (?:sturen|kopen)
voorschot aanbetaling sponsor(?:en)? vrijwillige\ bijdrage financi[eë]le\ bijdrage kosten\ zijn\ voor
geeft\ u\ (?:ook|mee|iets) vraagt\ om\ geld vragen\ om\ geld geldinzameling geld\ in\ te\ zamelen
zamelen\ geld kunt\ u\ betalen
code\ van\ uw\ (?:bank|pas|kaart) codes\ van\ uw\ (?:bank|pas|kaart)
nummer\ van\ uw\ (?:bank|pas|rekening|creditcard)\w*
uw\ (?:bank|rekening|creditcard|pasnummer|bankpas|pas) (?:kunt|wilt)\ u\ (?:\w+\ ){0,3}(?:bijdragen|doneren)
(?:op|naar)\ (?:(?:de|het|zijn|haar|onze|deze|mijn)\ )?(?:bank)?rekening
""".replace("\\ ", "~").split()
).replace("~", r"\ ")
_SECRET: Final = re.compile(
    r"\b(?:rekeningnummers?|rekeningnr|bankrekening\w*|pin-?codes?|wachtwoord(?:en)?|inlog\w*|digid-?\w*)\b",
    re.IGNORECASE,
)
_ASKED: Final = re.compile(
    r"\b(?:uw?|jouw|je|jij|ons|wij|we|graag|nodig|aub|svp|a\.u\.b|geef|geeft|stuur|mail|app|vul|vult|log|deel|noem"
    r"|toets|meld"
    r"|vermeld|reageer|voer|zeg|verstrek)\b|\?",
    re.IGNORECASE,
)
_DEMANDED: Final = re.compile(
    r"^\W*(?:geef|geeft|stuur|stuurt|mail|app|noem|vul|meld|verstrek)\b(?:(?!nooit|geen|niemand|niet)[^.!?\n]){0,30}\b(?:uw|je"
    r"|jouw) "
    r"(?:rekening(?:nummer)?|bankrekening\w*|iban|pin-?code|wachtwoord|bankgegevens)\b",
    re.IGNORECASE,
)
"""Asked of the reader at the sentence's beginning, whatever else the sentence tells."""
_CODE: Final = re.compile(
    r"\b(?:stuur|geef|mail|app|zeg|noem|vertel)t?\b[^.!?\n]{0,20}\b(?:de|uw|je) (?:\w+ )?codes?\b", re.IGNORECASE
)
_GIVING: Final = (
    r"(?:stort|storten|gestort|betaal|betaalt|betalen|stuur|stuurt|sturen|geef|geeft|geven|lenen|leen|voldoe|voldoen"
    r"|voldoet|schenk|schenken|lap|bijdragen|draag)"
)
_TO_GIVE: Final = r"(?:(?:te )?(?:storten|betalen|sturen|geven)|inzamelen|bijdragen|voldoen|lenen)"
_PAYING: Final = r"(?:stort|storten|betaal|betaalt|betalen|betaling|voldoen)"
_HANDED: Final = r"(?:breng|brengt|zet|leg|legt|lever|levert|geef|geeft|overhandig|overhandigt|stuur|stuurt|verplaats)"
_VALUABLES: Final = (
    r"(?:(?:contante?|waardevolle) )?(?:geld|spaargeld|sieraden|goud|bankpas|pinpas|pinpassen|bankpassen|tegoed)"
)
_ON_CONDITION: Final = re.compile(
    rf"\b(?:zodra|als|wanneer|nadat|mits|indien|totdat|tot) (?:u|je)\b{_WITHIN}{{0,60}}{_AMOUNT}{_WITHIN}{{0,40}}\b"
    r"(?:betaald|betaalt|voldaan|voldoet|overgemaakt|gestort)\b",
    re.IGNORECASE,
)
"""Your things come back once you have paid, whatever was stolen."""
_MONEY: Final = re.compile(
    rf"\b(?:{_WORDS})\b"
    rf"|\b(?:maakt?|maken|schrijft?|boekt?)\b{_WITHIN}{{0,80}}\bover\b"
    rf"(?=(?:{_WITHIN}{{0,60}}{_AMOUNT})|(?:[^\n!?.]{{0,60}}(?:rekening|bank)))"
    rf"|\b(?:maakt?|maken|schrijf|boek)\b{_WITHIN}{{0,50}}{_AMOUNT}{_WITHIN}{{0,50}}\bover\b"
    rf"|\b{_GIVING}\b{_WITHIN}{{0,60}}{_AMOUNT}"
    rf"|{_AMOUNT}{_WITHIN}{{0,40}}\b{_TO_GIVE}\b"
    rf"|\b(?:schiet|schieten|leg|legt|leggen)\b{_WITHIN}{{0,40}}{_AMOUNT}{_WITHIN}{{0,40}}\b(?:voor|bij|in)\b"
    rf"|\b(?:(?:wij|we) (?:vragen|rekenen)|(?:vragen|rekenen) (?:wij|we))\b{_WITHIN}{{0,40}}(?:{_AMOUNT}|vergoeding)"
    rf"|\b{_HANDED}\b{_WITHIN}{{0,30}}\b(?:uw|je|al uw) {_VALUABLES}\b"
    rf"|\b(?:looft|loven)\b{_WITHIN}{{0,60}}{_AMOUNT}{_WITHIN}{{0,30}}\buit\b"
    rf"|\b{_PAYING}\b{_WITHIN}{{0,40}}\b(?:cadeau|waarde|giftcard|gift card)"
    rf"|\b{_PAYING}\b{_WITHIN}{{0,50}}\b(?:rekening|kosten|bankpas|link|qr-code|vooraf|direct|eerst|via)\b",
    re.IGNORECASE,
)
_NO_QUESTION: Final = re.compile(r"\b(?:een tikkie (?:te|[a-z]{3,}er)|uw pas goed)\b", re.IGNORECASE)
_TOLD: Final = re.compile(
    r"\b(?:riep(?:en)?|schreeuwden?|eisten?|dwong(?:en)?|gedwongen|moest(?:en)?|afgeven|afgegeven|afhandig|beroofd"
    r"|gestolen"
    r"|weggenomen|gepind|pinden?|buitgemaakt|kregen|kreeg|ontving(?:en)?|betaalden?|maakten? over|stortten?"
    r"|klikten?|meegenomen|weg|afgekeken|geblokkeerd"
    r"|(?:hij|zij|ze|dader|man|overvaller) vroeg"
    r"|vroeg (?:hij|zij|ze|om|het slachtoffer))\b",
    re.IGNORECASE,
)
"""What a robber wanted is no question of ours."""
_WARNED: Final = re.compile(
    r"\b(?:vraagt?|vragen|vroegen|zullen|zal|gaan|bellen|komen|sturen|hoeft?|hoeven)\b"
    r"(?: \w+){0,3} (?:nooit|niet|geen)\b"
    r"|\b(?:geef|deel|noem|stuur|maak|verstrek|betaal|typ|vul|app|mail|zeg|vertel|log|laat|houd|klik|reageer"
    r"|schrijf|toets)\b"
    r"(?: [\w-]+){0,8}? (?:nooit|niet|niemand|geen|geheim)\b"
    r"|\bnooit\b(?: [\w-]+){0,5} (?:om|naar|over|delen|geven|vragen|betalen|sturen)\b"
    r"|\b(?:oplichters?|nepagent(?:en)?|dieven|criminelen|bellers?)(?: \w+){0,2} (?:vraagt|vragen|vroeg|vroegen)\b",
    re.IGNORECASE,
)
"""Never give your code to anybody: that asks for nothing."""
_STILL: Final = re.compile(r"\b(?:niet (?:alleen|vergeten)|anders dan|behalve|tenzij|zonder)\b", re.IGNORECASE)
_CLAUSES: Final = re.compile(
    r"[;,:]|\b(?:maar|dus|want|daarom|dan)\b"
    r"|\ben (?=(?:maak|stuur|geef|betaal|stort|vul|deel|app|mail|log|klik|doneer)\b)",
    re.IGNORECASE,
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
    rest = deque(sorted(found, key=lambda piece: piece.start))
    done, of_loot = 0, tells_of_loot(text)
    for start, end in spans_of(text):
        within = _until(rest, end)
        last = max([end, *(piece.end for piece in within)])
        if _asks(text[start:end]) or says_money(text[start:end], of_loot=of_loot):
            hard = [replace(piece, becomes="") for piece in within if piece.kind in _HARD]
            within = list(_around(text, max(start, done), last, hard))
        yield from within
        done = last
    yield from rest


def _until(rest: deque[Piece], end: int) -> list[Piece]:
    within = []
    while rest and rest[0].start < end:
        within.append(rest.popleft())
    return within


def _asks(sentence: str) -> bool:
    if _DEMANDED.search(sentence) or _ON_CONDITION.search(sentence):
        return True
    if _TOLD.search(sentence):
        return False
    if _WARNED.search(sentence) and not _STILL.search(sentence):
        return any(_says(clause) for clause in _CLAUSES.split(sentence) if not _WARNED.search(clause))
    return _says(sentence)


def _says(sentence: str) -> bool:
    secret = _SECRET.search(sentence) and _ASKED.search(sentence)
    return bool(secret or _CODE.search(sentence) or _MONEY.search(_NO_QUESTION.sub("", sentence)))


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
