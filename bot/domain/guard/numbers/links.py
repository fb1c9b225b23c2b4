"""Links and bare domains, whoever's they are: one click from a mail of the police is one too many."""

import re
from collections.abc import Iterator
from typing import Final

from bot.domain.guard.findings import FindingKind
from bot.domain.guard.pieces import Piece

_FULL_LINK: Final = re.compile(r"\b(?:https?://|hxxps?://|www\.)[^\s<>\"]+", re.IGNORECASE)
_TLDS: Final = """
nl com net org eu be info biz name pro mobi jobs gov edu mil int aero coop travel asia cat frl amsterdam gent brussels
vlaanderen london berlin koeln hamburg paris
fr uk ru ch es pl se dk pt cz hu ro bg ie lu us ca au gr lt lv ee si sk hr rs ua by tr ma sr cw aw jp kr cn br mx nz
gl gle ly co tv cc gg ai tk ml ga cf gq io sh ws fm vc la im nu li
online shop site app link page dev xyz club store live email top icu click web website news blog cloud space tech world
media digital network group agency company services support help chat social video photos pics gallery design studio
today life zone city town wiki vip fun win bid men date download stream review reviews delivery express money cash
finance bank loan insure market sale deals promo forum community foundation center care systems solutions software
tools works expert guru academy school events tickets guide tips global international direct land house homes
security camera bike cars auto autos
"""
_TLD: Final = "|".join(_TLDS.split())
_GOES_ON: Final = r"(?:te|staan|staat|stond|stonden|aangeboden|verkocht|gezet|en|of|voor|bekijken|geplaatst|gekocht)"
_DOMAIN: Final = re.compile(
    rf"(?<![\w@.-])(?:[a-z0-9-]{{1,63}}\.){{1,4}}(?:(?:{_TLD})(?![\w-])(?!\.\w)(?::\d{{2,5}})?(?:[/?#][^\s<>\"]*)?"
    rf"|(?:de|me|is|in|to|at|it)(?:/[^\s<>\"]+|(?=\s*$|[,;:!?)]|\.(?!\w)| {_GOES_ON}\b)))",
    re.IGNORECASE,
)
_SPELLED_DOMAIN: Final = re.compile(
    r"\b[\w-]{2,63} ?(?: (?:punt|dot|stip) |[\[({] ?(?:punt|dot|\.) ?[\])}] ?)(?:nl|com|net|org|eu|be|de|info|nu)\b",
    re.IGNORECASE,
)
_APART: Final = re.compile(r"\b[\w-]{2,63} \. ?(?:nl|com|net|org|eu|be)\b(?! [A-Z])")
"""voorbeeld . nl"""
_OCTET: Final = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
_NUMBERED: Final = re.compile(
    rf"(?<![\w.,])(?<!versie )(?<!firmware )(?:{_OCTET}\.){{3}}{_OCTET}(?!\w|\.\w)(?::\d{{2,5}})?(?:/[^\s<>\"]*)?"
)
"""An address of a computer: 192.0.2.7/foto."""
_EVERYBODY_S: Final = re.compile(
    r"(?:www\.)?(?:bol\.com|booking\.com|politie\.nl|burgernet\.nl|meldmisdaadanoniem\.nl|slachtofferhulp\.nl|112\.nl)",
    re.IGNORECASE,
)
"""Bodies of the police, and firms that have no other name."""
_OF_FIRM: Final = re.compile(
    r"\b(?:pakket|pakketje|pakjes?|bezorgers?|jas|tas|busje|bus|doos|kleding|shirt|hesje|bestelling) (?:van|bij) $",
    re.IGNORECASE,
)
"""A bezorger van thuisbezorgd.nl is of the firm, nobody has to go there."""


def links_in(text: str) -> Iterator[Piece]:
    """What somebody may click on or type over."""
    for pattern in (_FULL_LINK, _DOMAIN, _SPELLED_DOMAIN, _APART, _NUMBERED):
        for match in pattern.finditer(text):
            words = match[0].rstrip(".,;:!?)'\"")
            firm = "/" not in words and _OF_FIRM.search(text[max(0, match.start() - 25) : match.start()])
            if not (_EVERYBODY_S.fullmatch(words) or firm):
                yield Piece(match.start(), match.start() + len(words), FindingKind.LINK)
