"""Whether what a citizen writes seems to happen now: then somebody is called, whatever the time of the day.

People in haste write badly, so words are put right first. Then it is read twice: by plain signs (signs.py and those
beside it), and by classes of words for what no sign has foreseen (scene.py).
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from bot.domain.folding import folded, unwrapped
from bot.domain.replies.replies import Reply, ReplyKind, ReplyLabel
from bot.domain.replies.slips import slips_of
from bot.domain.replies.urgent.calls import CALLS
from bot.domain.replies.urgent.deeds import DEEDS
from bot.domain.replies.urgent.english import ENGLISH
from bot.domain.replies.urgent.languages import OTHER_LANGUAGES
from bot.domain.replies.urgent.people import IN_NEED
from bot.domain.replies.urgent.scene import scene_in
from bot.domain.replies.urgent.scene_dutch import DUTCH
from bot.domain.replies.urgent.scene_english import ENGLISH_SCENE, GERMAN_SCENE
from bot.domain.replies.urgent.signs import PEOPLE

SIGNS: Final = (*PEOPLE, *CALLS, *DEEDS, *IN_NEED, *ENGLISH, *OTHER_LANGUAGES)
LANGUAGES: Final = (DUTCH, ENGLISH_SCENE, GERMAN_SCENE)
LONGEST: Final = 20_000  # characters that are looked at: whoever is in need writes no book first


_SLIPS: Final = tuple(
    (re.compile(rf"\b(?:{slips})\b"), word)
    for slips, word in (
        *((slips_of(word), word) for word in ("iemand", "pistool", "inbreker", "achterdeur")),
        *((slips_of(word), word) for word in ("voordeur", "moment", "momenteel", "schutting", "gewapend", "vuurwapen")),
        ("iemamd|iemant|iemend|iemnad|ieand|iemadn|imand|iamand|iemansd", "iemand"),
        (r"nou(?! (?:ja|en|die|dat|moe|wat|hoe|zeg)\b)|nuh|nuj|nuu|nnu", "nu"),
        ("snle|snl|sneel|snell|gaauw|gou", "snel"),
        ("komn|kmo|kom+m|kmt", "kom"),
        ("staatt|staad|stata|sttat|satat", "staat"),
        ("loopd|lopt|looptt", "loopt"),
        ("isser|is r|is dr|is d'r|is der", "is er"),
        ("zyn", "zijn"),
        ("zy", "zij"),
        ("wy", "wij"),
        ("zijner|zijn r|zijn dr|zn er|zijnn|zijnn er", "zijn er"),
        ("nogsteeds|nog steds|nog stees|nogsteds|nog stds|ng steeds", "nog steeds"),
        ("wapem|wpaen|waapen", "wapen"),
        ("pistol|pitsool", "pistool"),
        ("dr|der|d'r", "er"),
        ("hji|hj|hy", "hij"),
        ("opdit|op dt|op did", "op dit"),
        ("plitie|poltie|politei|poliite|poliie", "politie"),
        ("ingebrooken|ingebroke|ingebrken|ingbroken", "ingebroken"),
        ("hepl|hellp|heelp|hlep", "help"),
        ("teg|tgen|mn|m'n", "mijn"),
        ("v?/d|vd", "van de"),
        (r"a?l?s?t?[jtu]{1,2}[eou]?b+l?[ei]{1,2}[fv]+t?|alsblieft|aub+|svp+", "aub"),
    )
)
_SHORT: Final = re.compile(r"\b([azs])\. ?([suv])\. ?([bmp])\b\.?")  # a.u.b., s.v.p., z.s.m.
_MINUTES: Final = re.compile(r"(?<![\d.:-])([012]?\d)[.:][0-5]\d(?!\d|[.:-]\d)")
"""Of 10.40: a point there ends no sentence, and what is told with them was at ten all the same."""
_RUN: Final = re.compile(r"([a-z])\1{2,}")
_BREAKS: Final = re.compile(
    r"[.!?;:,()\n\r\u2026]+|\s[-\u2013\u2014]+\s|\bmaar\b|\ben(?= (?:nu|toen|hij|ze|zij"
    r"|ik)\b)"
)

_WHEN_NOW: Final = re.compile(
    r"^(?:wanneer|when)\b[^\n:]{0,12}:\s*(?:het is |is |net |right )?(?:nu|now|op dit moment|nu bezig)\W*$", re.M
)

_PAST: Final = (
    r"(?:gister\w*|eergister\w*|(?:maan|dins|woens|donder|vrij|zater|zon)dag\w*"
    r"|(?:uur|dag|dagen|week|weken|maanden?) geleden"
    r"|(?:vorige?|afgelopen|laatste) (?:\w+dag\w*|week|weekend|maand|nacht)"
    r"|\d\d? (?:jan|feb|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)\w*|\d\d?-\d\d?(?:-\d{2,4})?)"
)
_ABOUT_A_TIME: Final = (
    r"(?:\d[\d.:]*|om|rond|tegen|omstreeks|ongeveer|tussen|tot|en|u|uur|half|kwart|over|voor|na|in|op|de|het|dat|was|jl"
    r"|jongstleden"
    r"|'?s|\w*(?:ochtend|middag|avond|nacht)s?|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)"
)
_TIME: Final = rf"(?:{_ABOUT_A_TIME} ){{0,4}}{_PAST}(?: (?:{_PAST}|{_ABOUT_A_TIME})){{0,6}}"
_THEN_AFTER: Final = re.compile(rf"(?<![.!?;:,()\n])[.!?;:,()\n]+ ?(?={_TIME} ?(?:[.!?;,()\n]|$))")
_THEN_BEFORE: Final = re.compile(rf"^({_TIME}) ?[.!?;:,]+ (?=\S)", re.M)
"""A day of the past that stands by itself tells of what stands before it; where it begins a line, of what follows."""
_WHEN_THEN: Final = re.compile(rf"^(?:wanneer|when)\b[^\n:?]{{0,12}}[:?]+ ?({_TIME})\W*$", re.M)
"""The form asks it: its answer is about all of the words."""

_LAUGHING: Final = re.compile(
    r"\b(?:ha){2,}h?\b|\bhihi\b|\blol\b|\bgrapje\b|[\U0001f602\U0001f923\U0001f604\U0001f609]|[;:]-?\)"
)
"""Nobody in need laughs."""
_IN_GENERAL: Final = re.compile(
    r"(?:\b(?:is het waar|klopt het|stel) dat|\bwat als|\b(?:u|jullie) (?:schrijft|schrijven|zegt|zeggen)\b"
    r"|\bdement\b"
    r"|\bdenkt dat er\b|\bga(?:an)? ervan uit\b)[^.!?\n]*"
)
"""What is asked in general, or as others say it."""


def is_pressing(reply: Reply) -> bool:
    """Whether a citizen seems to need us now; never for a phone call: whoever wrote that down has spoken with them."""
    written = reply.kind is not ReplyKind.PHONE and reply.label in {ReplyLabel.REPLY, ReplyLabel.FOLLOW_UP}
    return written and is_urgent(reply.words, reply.subject)


def is_urgent(words: str, subject: str = "") -> bool:
    """Whether a citizen's own words, or their subject, tell of something that happens now."""
    return sign_in(f"{subject}\n\n{words}") != ""


def sign_in(text: str) -> str:
    """The name of the first sign in a text, empty where there is none."""
    return _sign_in(text[:LONGEST])


@lru_cache(maxsize=8)  # a message asks four times while it is drawn; a citizen's words stay here no longer than that
def _sign_in(text: str) -> str:
    plain = _MINUTES.sub(r"\1", folded(unwrapped(text)).replace("\u2019", "'"))
    if _WHEN_NOW.search(plain):
        return "when: now"
    if _LAUGHING.search(plain):
        return ""
    mended = _dated(_IN_GENERAL.sub("", _mended(plain)))
    said = (sign.name for clause in _clauses(mended) for sign in SIGNS if sign.is_in(clause))
    return next(said, "") or scene_in(mended, LANGUAGES)


def _mended(plain: str) -> str:
    """A text with its spelling put right, its lines kept."""
    lines = _RUN.sub(r"\1", _SHORT.sub(r"\1\2\3", plain)).splitlines()
    mended = "\n".join(" ".join(line.split()) for line in lines)
    for slip, word in _SLIPS:
        mended = slip.sub(word, mended)
    return mended


def _dated(mended: str) -> str:
    """A text in which each day of the past stands within the sentence that it is about."""
    if said := _WHEN_THEN.search(mended):
        words = mended[: said.start()] + mended[said.end() :]
        return _BREAKS.sub(lambda mark: f" {said[1]}{mark[0]}", words)
    return _THEN_AFTER.sub(" ", _THEN_BEFORE.sub(r"\1 ", mended))


def _clauses(mended: str) -> Iterator[str]:
    """What stands between marks."""
    clauses = (" ".join(piece.split()) for piece in _BREAKS.split(mended))
    return (clause for clause in clauses if clause)
