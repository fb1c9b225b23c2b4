"""A mere thank-you: it is shown, and asks for nothing more.

Taking words of substance for thanks would leave a citizen without an answer; the other way round a colleague reads one
mail too many. So every word has to be known here, and a question mark, a digit or a sign we don't know means no.
"""

import re
from typing import Final

LONGEST: Final = 300  # characters
_GRATITUDE: Final = """
    dank bedankt dankjewel dankuwel dankje thanks thank thankyou thx tx ty merci graagged geendank
"""
_COURTESY: Final = """
    u uw je jij jullie jouw wel nogmaals alvast hartelijk hartelijke heel hele erg zeer vriendelijk vriendelijke veel
    fijn fijne mooi top super prima goed goede oke oké ok okay voor het de deze dit dat een en met van nog ook
    reactie antwoord bericht mail mailtje terugkoppeling terugmelding update informatie info moeite hulp werk inzet
    snelle duidelijke uitgebreide persoonlijke succes ermee onderzoek dag avond weekend middag morgen week
    beste geachte lieve hallo hoi goedemorgen goedemiddag goedenavond goedendag heer mevrouw meneer dhr mw
    politie burgernet team allemaal groet groeten groetjes mvg gr vr hgr
    you your very much so many a lot for the this that and of with have nice great good kind kindly best warm
    reply answer response message email feedback information help work quick clear day evening luck
    regards greetings cheers sincerely yours dear hi hello sir madam officer police
"""
_DEVICE: Final = """
    verstuurd verzonden vanaf met via mijn voor outlook download downloaden iphone ipad samsung galaxy android ios
    telefoon smartphone mobiel tablet apparaat gmail mail yahoo sent from my get for phone mobile device
    vanuit op windows webmail ziggo kpn proton beveiligde e bluemail huawei haal
"""
GRATITUDE: Final = frozenset(_GRATITUDE.split())
"""One of these at least."""
COURTESY: Final = frozenset(_COURTESY.split())
"""Words that may stand beside thanks."""
_ANSWERS: Final = """
    prima goed goede oke oké ok okay fijn mooi top super graagged dag avond weekend middag morgen week good great nice
"""
ANSWERS: Final = frozenset(_ANSWERS.split())
"""Courtesy, unless something was asked."""
DEVICE: Final = frozenset(_DEVICE.split())
"""Lines that a mail program puts under everything ("Verstuurd vanaf mijn iPhone")."""
PHRASES: Final = (("graag gedaan", "graagged"), ("geen dank", "geendank"), ("geen moeite", "geendank"))
"""Together they are polite; alone each could be an answer ("graag", "geen")."""
_DEVICE_STARTS: Final = ("verstuurd", "verzonden", "sent", "outlook", "get", "download")
_SHOP: Final = re.compile(r"<?https://aka\.ms/\w{4,12}>?")
ADVERTISEMENT: Final = re.compile(
    r"(?:verzonden|verstuurd|sent|gesendet|von meinem|envoyé|enviado|inviato|wysłan[eoy]|get|download|haal|skickat"
    r"|outlook)\b"
    r".{0,60}\b(?:vanaf|vanuit|via|met|van|voor|from|with|using|for|mit|von|de|gesendet|depuis|desde|da|z|från)\b.{0,80}"
    r"|.{0,60}\bmeinem\b.{0,60}\bgesendet.{0,5}|van mijn \w{1,20} verstuurd|\S{0,20}iphone\S{0,12} gönderildi"
    r"|отправлено с \S{1,30}",
    re.IGNORECASE,
)
"""The whole of a line that a phone or a program puts under a mail."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_HARMLESS: Final = re.compile(r"[\s.,!;:()'’‘\"“”*\-–—👍🙏😊🙂☺❤\ufe0f]*")


def is_thanks(words: str, *names: str, asked: bool = False) -> bool:
    """Whether these words only thank, greet and sign; `names` are those that may stand under or above them.

    `asked`: our letter held a question, so that what agrees or names a time of day answers it.
    """
    lowered = "\n".join(line for line in words.lower().splitlines() if not _is_device(line))
    if len(lowered) > LONGEST or not _HARMLESS.fullmatch(_WORD.sub("", lowered)):
        return False
    for phrase, meant in PHRASES:
        lowered = re.sub(rf"\b{phrase}\b", meant, lowered)
    said = set(_WORD.findall(lowered))
    if asked and not said.isdisjoint(ANSWERS):
        return False
    return not said.isdisjoint(GRATITUDE) and said <= GRATITUDE | COURTESY | _parts(names)


def _parts(names: tuple[str, ...]) -> set[str]:
    """The words of names, and their initials."""
    parts = {part for name in names for part in _WORD.findall(name.lower())}
    return parts | {part[0] for part in parts}


def _is_device(line: str) -> bool:
    line = _SHOP.sub("", line)
    said = _WORD.findall(line.lower())
    return bool(said) and said[0] in _DEVICE_STARTS and set(said) <= DEVICE and not re.search(r"[\d?]", line)
