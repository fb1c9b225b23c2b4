"""A short message that says nothing but yes: who types it may think that the mail goes out by it."""

import re
from typing import Final

_LONGEST: Final = 60
_YES: Final = (
    *("akkoord", "accoord", "goedgekeurd", "goedkeuren", "ok", "oke", "oké", "okay", "okee", "okidoki", "prima"),
    *("is goed", "is prima", "is akkoord", "ga je gang", "ga uw gang", "doe maar", "ga maar"),
    *("mag eruit", "mag er uit", "mag de deur uit", "mag verstuurd", "mag verzonden", "kan eruit", "kan er uit"),
    *("kan de deur uit", "kan verstuurd", "verstuur maar", "verstuur hem maar", "verzend maar", "versturen maar"),
    *("verzenden maar", "stuur maar", "stuur maar door", "stuur hem maar", "agreed", "approved", "fine", "lgtm"),
)
_AROUND: Final = (
    *("ja", "hoor", "helemaal", "van", "mij", "mijn", "kant", "wat", "betreft", "voor", "dan", "dit", "deze", "die"),
    *("hij", "het", "de", "mail", "aanvraag", "tekst", "wij", "ik", "ben", "zijn", "geef", "worden", "zo", "en"),
    *("dank", "je", "dankjewel", "bedankt", "heel", "top", "mooi"),
)
_THUMB: Final = re.compile(
    r":(\+1|thumbsup|ok_hand|white_check_mark|heavy_check_mark)(::skin-tone-\d)?:|[👍👌✅✔][\U0001F3FB-\U0001F3FF\uFE0F]?"
)
_MENTION: Final = re.compile(r"<@\w+(\|[^>]*)?>")
_MARKS: Final = re.compile(r"[.,!;:*_~\-\s]+")
_PHRASES: Final = re.compile(rf"\b({'|'.join(sorted(_YES, key=len, reverse=True))})\b")


def is_agreement(text: str) -> bool:
    """Whether a message says yes and nothing else: `Akkoord!`, `wat mij betreft prima`, a thumb.

    A question, a condition or any other word makes it something else.
    """
    if len(text) > _LONGEST:
        return False
    words, thumbs = _THUMB.subn(" ", _MENTION.sub(" ", text.casefold()))
    said, yes = _PHRASES.subn(" ", _MARKS.sub(" ", words).strip())
    return bool(thumbs + yes) and all(word in _AROUND for word in said.split())
