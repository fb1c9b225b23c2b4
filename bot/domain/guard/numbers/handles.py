"""Accounts on social media: @jan, op insta heet hij jan_020."""

import re
from collections.abc import Iterator
from typing import Final

from bot.domain.guard.findings import FindingKind
from bot.domain.guard.pieces import Piece
from bot.domain.guard.words import words_of

_AT: Final = re.compile(r"(?<![\w@.])@[A-Za-z_][\w.]{1,40}\w")
_PLATFORM: Final = (
    r"(?:insta(?:gram)?|ig|snap(?:chat)?|tik-?tok|facebook|fb|telegram|twitter|discord|youtube|linkedin|signal|twitch"
    r"|x(?=[ ,:]{1,2}(?:de )?(?:naam|account|heet|gebruikersnaam))|vinted|whatsapp|bereal|kik|tinder|grindr"
    r"|marktplaats|steam|reddit|threads|strava|onlyfans)"
)
_ITS_NAME: Final = r"(?:-?(?:naam|account|profiel|pagina|adres|kanaal))?"
_HANDLE: Final = (
    r"(?:gebruikersnaam|gebruiker|username|user|nickname|nick|accountnaam|account|profielnaam|profiel|handle"
    r"|snapnaam|instanaam"
    r"|gamertag|schermnaam)"
)
_OF: Final = (
    r"(?:[ -](?:account|profiel|pagina|naam|kanaal|van|op|de|het|zijn|haar|hem|die|deze|verdachte|dader|jongen|man"
    rf"|vrouw|{_PLATFORM})){{0,4}}"
)
_LEADS: Final = (
    r"(?:[ ,:]{1,2}(?:heet|heten|noemt|bekend|actief|als|is|hij|zij|ze|ie|zich|onder|de|naam|genaamd|met|te|vinden"
    r"|volgen|via|op"
    r"|gebruikt|gaat|door|het|leven|staat"
    r"|gebruikersnaam|account|profiel|daar|even|volg|zoek|kijk|op|bij)){0,8}"
)
_NUMBERED: Final = re.compile(r"(?<![\w@./#])[A-Za-z][\w.]{1,31}#\d{4}\b")
"""Discord's: boefje#1234."""
_NAMED: Final = re.compile(
    rf"\b(?:{_PLATFORM}{_ITS_NAME}|{_HANDLE})\b{_OF}{_LEADS}[:= ]{{1,3}}"
    r"[„“\"'‘]?(?P<handle>@?[A-Za-z][\w.-]{1,40}\w)",
    re.IGNORECASE,
)
_FIRST: Final = re.compile(
    rf"(?<![\w.])(?P<handle>[A-Za-z][\w.-]{{2,40}}) (?:op|via|bij) (?:zijn |haar |de )?{_PLATFORM}\b", re.IGNORECASE
)
_UNDERLINED: Final = re.compile(r"(?<![\w@./{-])[A-Za-z][A-Za-z0-9.]{0,40}_[\w.]{0,40}\w")
_CALLED: Final = re.compile(
    rf"\b(?:heet|noemt|bekend)\b[^.!?\n]{{0,25}}?\b(?:op|via) {_PLATFORM}[ :]{{1,2}}(?:als )?"
    r"(?P<handle>[A-Za-z][\w.-]{1,40}\w)",
    re.IGNORECASE,
)
_LIKE_HANDLE: Final = re.compile(r"@|_|\d|\w\.\w")
_NAMING: Final = re.compile(
    r"\b(?:(?:heet|noemt)(?: (?:hij|zij|ze))?(?: zich)?|zich|als|genaamd|onder|is)\W*$"
    r"|[„“\"'‘]$"
    r"|(?:naam|account|profiel|[:=])\W*$",
    re.IGNORECASE,
)
_QUOTED: Final = re.compile(r"[„“\"'‘][^\n„“”\"'‘’]{1,60}[”“\"'’]")
_IS: Final = re.compile(r"\bis\W*$", re.IGNORECASE)
_NONE: Final = words_of("""
een de het en of die dat deze is was op van voor in te niet ook al wel geen onbekend leeg weg gehackt actief bekend
gezien gedeeld geplaatst gezet verkocht aangeboden meldt kan kunt wil zijn haar hem u wij er hij zij ze
""")


def handles_in(text: str) -> Iterator[Piece]:
    """What looks like an account, or stands behind a platform as somebody's name on it."""
    for pattern in (_AT, _UNDERLINED, _NUMBERED):
        yield from (Piece(*match.span(), FindingKind.HANDLE) for match in pattern.finditer(text))
    for match in _NAMED.finditer(text):
        if _is_handle(text, match):
            start, end = match.span("handle")
            quoted = _QUOTED.match(text, start - 1)
            yield Piece(start, quoted.end() - 1 if quoted else end, FindingKind.HANDLE)
    for match in _CALLED.finditer(text):
        if match["handle"].lower() not in _NONE:
            yield Piece(*match.span("handle"), FindingKind.HANDLE)
    for match in _FIRST.finditer(text):
        if _LIKE_HANDLE.search(match["handle"]):
            yield Piece(*match.span("handle"), FindingKind.HANDLE)


def _is_handle(text: str, match: re.Match[str]) -> bool:
    """His Instagram is jan; "op Facebook is veel geschreven" names nobody."""
    lead = text[match.start() : match.start("handle")]
    told_there = text[max(0, match.start() - 4) : match.start()].lower().endswith(("op ", "via ", "in "))
    if told_there and _IS.search(lead) and not _LIKE_HANDLE.search(match["handle"]):
        return False
    named = _NAMING.search(lead) and match["handle"].lower() not in _NONE
    return bool(named or _LIKE_HANDLE.search(match["handle"]))
