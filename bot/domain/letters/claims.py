"""What an answer says that we did: recorded it, passed it on. It is said only once it is so.

Read sentence by sentence, in the words that colleagues use; what is still to come ("wij slaan op"), what is asked and
what is denied claims nothing.
"""

import re
from typing import Final

from bot.domain.folding import folded
from bot.domain.letters.letter_errors import NotPassedOnYet, NotRecordedYet

_SENTENCES: Final = re.compile(r"(?<=[.!?;:])\s+|\n+")
_WE: Final = r"(?:wij|we|ik|politie|mijn team|ons team|(?:mijn|onze|een) collega\S*|i|police|my colleague\S*)"
_THEIRS: Final = (
    r"(?:informatie|reactie|melding|tip|gegevens|beelden|verhaal|bericht|mail|dit|alles|information|reply|tip)"
)
_STORED: Final = (
    r"(?:opgeslagen|vastgelegd|geregistreerd|gemuteerd|ingevoerd|stored|saved|recorded|registered"
    r"|(?:opgenomen|toegevoegd|added)\b.{0,40}\b(?:systeem|dossier|zaak|bvh|system|case|file)"
    r"|(?:systeem|dossier|zaak|bvh)\b.{0,40}\b(?:opgenomen|toegevoegd|gezet))"
)
_TEAM: Final = (
    r"(?:recherche\w*|inbrakenteam|woninginbrakenteam|opsporing\w*|onderzoeksteam|detectives?|investigators?"
    r"|burglary team)"
)
_GIVEN: Final = (
    r"(?:doorgegeven|doorgestuurd|doorgezet|overgedragen|voorgelegd|gegeven|gestuurd|gedeeld|passed|forwarded|sent|given"
    r"|shared|handed)"
)
_NOT_YET: Final = re.compile(
    r"\b(?:niet|nog geen|geen|zodra|als|wanneer|nadat|gaan|gaat|zullen|zal|willen|wil|kunnen|kan|mogen|mag|eerst"
    r"|not|n't|once|when|if|will|would|can|may|shall|going to)\b|\?\s*$"
)


def _all(*parts: str) -> re.Pattern[str]:
    """All of these in a sentence, in whatever order."""
    return re.compile("".join(rf"(?=.*\b{part}\b)" for part in parts), re.DOTALL)


_RECORDED: Final = (
    _all(r"(?:heb|hebben|heeft|have|has)", _WE, _STORED),
    _all(r"(?:is|zijn|staat|staan|werd|are|was|were|has been|have been)", _THEIRS, _STORED),
    _all(
        r"(?:staat|staan|stands?)",
        _THEIRS,
        r"(?:in|bij|with) (?:ons|het|de|deze|uw|bvh|our|the|this)",
        r"(?:systeem|dossier|zaak|bvh|system|case)",
    ),
)
_PASSED_ON: Final = (
    _all(_GIVEN, _TEAM),
    _all(
        _TEAM,
        r"(?:krijgen|krijgt|kreeg|kregen|gekregen|ontvangen|ontvingen|hebben|heeft|get|gets|got|received)",
        _THEIRS,
    ),
)


def check_claims(text: str, field: str, *, recorded: bool, passed_on: bool) -> None:
    """Refuse a text that claims what is still owed: that it stands in BVH, that detectives have it."""
    told = [one for sentence in _SENTENCES.split(text) if not _NOT_YET.search(one := folded(sentence))]
    if not recorded and any(claim.search(one) for claim in _RECORDED for one in told):
        raise NotRecordedYet(field)
    if not passed_on and any(claim.search(one) for claim in _PASSED_ON for one in told):
        raise NotPassedOnYet(field)
