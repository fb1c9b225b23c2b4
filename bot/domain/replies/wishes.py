"""Citizens who write that they want no mails any more: pointed out to who reads it, and never acted upon by itself."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from bot.domain.folding import unwrapped
from bot.domain.replies.doubtful_wishes import may_be_wish, tells_nothing
from bot.domain.replies.slips import slips_of
from bot.domain.replies.terse_wishes import is_terse_wish
from bot.domain.replies.thanks import ADVERTISEMENT

LONGEST_READ: Final = 5000
_SENTENCE: Final = re.compile(r"[^.!?;\n]+[.!?]?")
_MAILS: Final = r"(?:(?:e-?)?mail(?:s|tjes?|berichten)?|burgernetmails?|berichten|berichtjes)"
_LEAVE: Final = r"(?:afmelden|uitschrijven|afgemeld|uitgeschreven|af te melden|uit te schrijven)"
_US: Final = r"(?:mij|me|mijzelf|mezelf|ons)"
_NOT_BESIDE: Final = r"(?<!\bbij )(?<!\bmet )(?<!\bvoor )(?<!\baan )(?<!\btegen )(?<!\bnaast )"
"""Bij mij op de lijst staat een fiets: that is where it stands, and not who."""
_LIST: Final = (
    r"(?:(?:van|uit|op) (?:de|uw|jullie|deze|die|het|je) (?:\w+ )?(?:\w*lijst|mailing\w*|bestand|verzending))"
)

_SOON: Final = r"(?:maar|ook|snel|direct|dan|nu|graag|echt|helemaal|allebei|beiden|aub|alstublieft|alsjeblieft)"
_OFF: Final = rf"(?:(?:er|der|d'r) ?(?:{_SOON} )?(?:af|uit))"
_SLIPS: Final = tuple(
    (re.compile(rf"\b(?:{slips_of(word)})\b"), word)
    for word in ("afmelden", "uitschrijven", "afgemeld", "berichten", "verwijder", "verwijderen", "interesse")
)
_MANNERS: Final = (
    r"(?:a\W?u\W?b|svp|graag|please|alstublieft|alsjeblieft|dank\w*|bedankt|maar|dan|nu|direct|meteen|ermee|hiermee)"
)
_CRIED: Final = re.compile(
    r"(?<![!?.])[!?.]+[\"'”’]?,? +(?=(?:riep|riepen|roept|zei|zeiden|schreeuwde|schreeuwden|gilde|gilden)\b)",
    re.IGNORECASE,
)
"""Stop! riep de man: what somebody shouted is no sentence of theirs."""
_DOTTED: Final = re.compile(r"\b(?i:a\.u\.b|s\.v\.p)\b(?:\.(?=,? *[a-z]))?")
"""Its last dot ends no sentence where that goes on in small letters."""
_CLOCK: Final = re.compile(r"(?<=\d)\.(?=[0-5]\d(?!\d))")
"""Of a time, where no sentence ends."""
_WHOLE: Final = re.compile(rf"\W*(?:stop|stoppen|remove|afmelding|unsubscribe|uit)(?:\W+(?:stop|{_MANNERS}))*\W*")
"""A wish where it is all that they write: in a story it is what somebody shouted."""
_LONGEST_WHOLE: Final = 80

_WISH_WORD: Final = re.compile(
    r"\b(?:wil(?:t|len)?|wens(?:en)?|zou(?:den)?|hoef(?:t|ven)?|hoeven|graag|gelieve|stuur(?:t|en)?|liever|verzoek"
    r"|alstublieft|aub|svp|kunt|kun|mag|mogen|verder|voortaan|prijs|behoefte|please)\b"
)
_WISHES: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:haal|verwijder|schrap|gooi|halen|verwijderen|schrappen|af)\b.{{0,40}}\b{_LIST}",
        rf"{_NOT_BESIDE}\b{_US}\b.{{0,30}}\b{_LIST}",
        rf"\b{_LIST} (?:af|(?:af)?halen|verwijderen|schrappen)\b",
        r"\b(?:verwijder(?:t u|en)?|schrap(?:t u)?|wis(?:t u)?)\b.{0,20}\b(?:mijn|ons)"
        r" (?:(?:e-?)?mail ?adres|adres|gegevens)\b",
        r"\b(?:mijn|ons) (?:(?:e-?)?mail ?adres|gegevens)\b.{0,20}\bverwijder(?:en|d)\b",
        rf"\b(?:meld|schrijf)(?:t u)? {_US}\b.{{0,40}}\b(?:af|uit)\b",
        rf"\bhoe (?:meld|schrijf) ik {_US}\b.{{0,30}}\b(?:af|uit)\b",
        rf"\b(?:wil(?:t|len)?|zou(?:den)?|wens(?:en)?|graag|kunt|kun|kan|mag|verzoek|gelieve)\b.{{0,30}}\b{_US}\b"
        rf".{{0,30}}\b{_LEAVE}\b",
        rf"\b(?:wil(?:len)?|zou(?:den)?|wens(?:en)?) (?:ik |wij |we )?(?:graag )?{_LEAVE}\b",
        rf"\bkan (?:ik|men|je) (?:mij |me |ons )?(?:hier(?:voor)? )?{_LEAVE}\b",
        rf"\b(?:al|eerder|reeds)\b.{{0,20}}\b{_LEAVE}\b.{{0,60}}\b(?:{_MAILS}|bericht)\b",
        rf"\b{_LEAVE}\b.{{0,60}}\b(?:toch|nog steeds|weer|nog altijd)\b.{{0,30}}\b{_MAILS}\b",
        rf"\bstop(?:t u)?\b.{{0,30}}\b(?:mailen|{_MAILS}|sturen)\b",
        rf"\b(?:graag|kunt u|wilt u|ik wil) stoppen\b.{{0,30}}\b(?:mailen|{_MAILS}|burgernet\w*)\b",
        r"\b(?:ik|wij) (?:wil(?:len)? )?(?:graag )?stop(?:pen)?(?: ermee)?\b.{0,20}\bburgernet\w*",
        r"\bniet (?:meer|langer|verder)\b.{0,20}\b(?:mailen|gemaild|te mailen|benaderd?|lastig ?(?:vallen|gevallen))\b",
        r"\b(?:ik|wij|we) (?:doe|doen) niet (?:meer|langer) mee\b",
        r"\bniet (?:meer|langer) (?:meedoen|deelnemen)\b",
        r"\b(?:zeg|beëindig|stop)\b.{0,20}\b(?:mijn|onze) deelname\b",
        rf"\bgeen (?:prijs|behoefte|belang)\b.{{0,30}}\b{_MAILS}\b",
        rf"\b(?:wil(?:len)?|wens(?:en)?|hoef)\b.{{0,15}}\bgeen\b.{{0,20}}\b{_MAILS}\b",
        rf"\b(?:haal|haalt|gooi|zet|schrap)(?: u)? {_US} (?:\w+ ){{0,3}}?{_OFF}\b",
        rf"\b(?:verwijder|schrap)(?:t u)? {_US}(?: {_MANNERS})*\W*$",
        rf"\b(?:kunt|wilt|kun|wil|kunnen|willen)\b.{{0,12}}\b{_US} (?:\w+ )?(?:{_OFF} halen|verwijderen)\b",
        rf"\b(?:ik|wij|we) (?:wil|willen|kan|kunnen|mag) (?:\w+ )?{_OFF}(?: {_MANNERS})*\W*$|\bkan ik {_OFF}\W*$",
        r"^\W*(?:graag|svp|aub) verwijderen(?: (?:uit|van) (?:het|uw|jullie|de) (?:systeem|bestand|\w*lijst))?\W*$",
        r"\b(?:haal|verwijder|schrap|wis)\b.{0,20}\bmijn (?:(?:e-?)?mail ?)?adres\b.{0,20}\b(?:weg|uit|eraf)\b",
        rf"\bhoud? (?:nou |nu |eens |toch )*op met\b.{{0,20}}\b(?:mailen|sturen|{_MAILS})\b",
        rf"^\W*laat (?:me|mij|ons) (?:\w+ )?met rust(?: {_MANNERS})*\W*$",
        rf"^\W*val (?:me|mij|ons) niet (?:\w+ )?lastig(?: {_MANNERS})*\W*$",
        r"^\W*(?:(?:ik|wij|we) (?:heb|hebben) )?(?:er |hier |ook )?geen (?:verdere )?(?:interesse|belangstelling"
        r"|behoefte)"
        rf"(?: (?:meer|hierin|hieraan|aan|in|voor|deze|uw|{_MAILS}|{_MANNERS}))*\W*$",
        r"\bniet (?:meer|langer) (?:\w+ )?(?:mee ?doen|meedoen|deelnemen|(?:deelnemers?|lid|leden) (?:zijn|blijven))\b",
        r"^\W*(?:ik |wij |we )?(?:hoef|hoeven|wil|willen) (?:ik |wij |we )?(?:dit |deze |dat |het )?niet (?:meer"
        r"|langer)"
        rf"(?: te)?(?: (?:ontvangen|hebben|krijgen))?(?: {_MANNERS})*\W*$",
        rf"^\W*(?:graag )?niet (?:meer|langer) (?:sturen|toesturen|opsturen)(?: {_MANNERS})*\W*$",
        r"\bstop(?:t u)? (?:hiermee|ermee|daarmee|er (?:maar |nu )?mee)\W*$|\b(?:zet|maak) (?:me|mij"
        r"|ons) (?:op )?(?:non-?|in)[ -]?actief\b",
        r"\btake me off\b|\bno longer interested\b|\bnot interested any ?more\b|^\W*(?:please )?stop sending\b"
        r"|\b(?:don't|do not|no longer) (?:want|wish)\b.{0,20}\b(?:e-?)?mails?\b",
        r"\b(?:wil|willen|stuur|hoef|hoeven|graag)\b.{0,20}\b(?:niets|niks) meer(?: van (?:u|jullie))?"
        r"(?: te)?(?: (?:ontvangen|krijgen|sturen))\W*$"
        r"|(?<!\bik )(?<!\bwij )\bstuur(?:t u)? (?:mij |me |ons |maar )?(?:niets|niks)(?: meer)?\W*$",
        r"\bgelieve\b.{0,15}\b(?:mijn|ons) adres\b.{0,10}\bverwijderen\b|\bhoe kom ik (?:hier|er) ?van ?af\b"
        rf"|\bhoe kom (?:ik|je) van (?:deze|die|jullie|uw|al) (?:\w+ )?{_MAILS} af\b",
        r"\b(?:trek|trekken)\b.{0,20}\b(?:mijn|onze) toestemming\b|\brecht op (?:vergetelheid|verwijdering)\b",
        r"\b(?:mijn|onze) (?:lidmaatschap|inschrijving|deelname|aanmelding"
        r"|account)\b.{0,25}\b(?:opzeggen|opgezegd|stopzetten"
        r"|beëindigen|intrekken|ongedaan|verwijderen|annuleren)\b|\b(?:verwijder|wis"
        r"|zeg)\b.{0,15}\b(?:mijn|ons) account\b",
        r"\b(?:mijn|ons) (?:(?:e-?)?mail ?)?adres\b.{0,60}\b(?:wissen|weghalen|schrappen|uit (?:uw"
        r"|jullie|het|de) \w*(?:bestand"
        r"|systeem|lijst))",
        r"\b(?:niet (?:meer|langer)|nooit meer) (?:te )?(?:informeren|benaderen|toesturen"
        r"|toe te sturen|aanschrijven)\b",
        r"\b(?:ik|wij|we) (?:doe|doen) (?:hier|er|daar) (?:\w+ )?niet (?:meer|langer) aan mee\b",
        r"\bvan (?:mij|ons) hoeft (?:het|dit) (?:\w+ )?niet meer\b|\bvoor (?:mij|ons) hoeven\b.{0,25}\bniet\b",
        r"\bgeen post meer\b.{0,20}$|\bderegistreren\b",
        rf"\blaat (?:me|mij|ons) (?:\w+ )?met rust\b.{{0,20}}\b{_MAILS}|\bniet op (?:deze|die|uw"
        rf"|al) \w*\s*{_MAILS} te wachten\b",
        r"^\W*(?:ik|wij|we) (?:wil|willen) (?:hier|er) ?(?:vanaf|van af)\W*$"
        r"|\bhaal (?:me|mij|ons) (?:hier |er )?weg\W*$",
        r"\b(?:mag|kan) ik (?:eruit|er uit)\W*$"
        r"|\bstop (?:aub|svp|alsjeblieft|alstublieft)? ?met (?:deze|die|dit) (?:onzin|rommel|flauwekul|spam)\b",
        r"\bunsubscribe\b|\bopt[ -]out\b|\bremove me\b|\bno more (?:e-?)?mails?\b|\bstop (?:e-?)?mailing\b",
    )
)
_NO_MORE: Final = (
    re.compile(rf"\bgeen\b(?: [\w-]+){{0,3}} {_MAILS}\b.{{0,25}}\bmeer\b|\bgeen {_MAILS} meer\b|\bniets meer sturen\b"),
    re.compile(rf"\b{_MAILS}\b.{{0,40}}\bniet (?:meer|langer)\b|\bniet (?:meer|langer)\b.{{0,25}}\b{_MAILS}\b"),
)
"""A wish where a word of wishing stands with it, or where it is all that the sentence says."""
_SHORT: Final = re.compile(
    rf"^\W*(?:(?:hallo|beste|graag|ook|svp|aub|dus|verzoek(?: om)?|bij deze|hierbij|ik wil|mij|me"
    rf"|ons)[ ,:]*)?(?:graag )?{_LEAVE}\b"
    r"(?:\W+(?:a|u|b|aub|svp|graag|alstublieft|mij|me|ons|dank\w*|bedankt|van|voor|deze"
    rf"|de|uw|burgernet\w*|mailing\w*|lijst|{_MAILS}))*\W*$"
)
_PAST: Final = re.compile(
    r"\b(?:gehad|gekregen|ontvangen (?:van|sinds|heb)|kreeg|kregen|ontving(?:en)?|krijg(?:en|t)?|kwam(?:en)?|zag)\b"
)
_MEANS_OTHERWISE: Final = re.compile(
    r"\bniet (?:afmelden|uitschrijven|afgemeld|uitgeschreven|af te melden|uit te schrijven|stoppen)\b|\bmeld u af\b"
    r"|\b(?:meld|schrijf) (?:mij|me|ons) (?:\w+ )?(?:niet|nooit|weer|opnieuw)\b"
    rf"|\bzet {_US} (?:\w+ )?op (?:de|uw|jullie|een|die) \w*lijst\b"
    rf"|\b(?:haal|verwijder|schrap|zet|gooi)(?:t u)? {_US} (?:\w+ )?(?:niet|nooit)\b|\b(?:riep|riepen|zei|schreeuwde)\b"
    r"|\b(?:zich|hij|zij)\b|(?:^|\bdat |\bof )ze\b"
    r"|\bblijf\w* (?:\w+ ){0,3}(?:ontvangen|krijgen|meedoen|sturen)\b"
    r"|\bmissen\b|\bper ongeluk\b|\bweer aan(?:melden|gemeld)\b"
)
_THE: Final = r"(?:de|het|mijn|een|die|dit|onze|deze|uw|je)"
_ELSEWHERE: Final = re.compile(
    rf"\b(?:{_LEAVE}|meld(?:t|de)?|schreef|schrijf)\b.{{0,40}}\b(?:bij|voor|van|uit|op)\b (?:{_THE} )?"
    rf"(?!{_THE}\b|burgernet|{_MAILS}\b|mail|politie|\w*lijst|dienst|u\b|jullie|alert|melding|bestand|hier|alles)\w+"
)
_SMALL_PRINT: Final = re.compile(
    r"\b(?:dit|deze|this|diese)\b.{0,30}\b(?:e-?mail|bericht|mail|message|nachricht)\w*\b.{0,80}"
    r"\b(?:vertrouwelijk\w*|confidential\w*|vertraulich\w*|uitsluitend|bestemd|bedoeld|intended|gecontroleerd|gescand"
    r"|checked|scanned|rechten|ten onrechte|onbedoeld|abusievelijk|print\w*)\b"
    r"|\b(?:niet )?de (?:geadresseerde|beoogde ontvanger)\b|\bintended recipient\b"
    r"|\b(?:denk|think|consider|bespaar)\b.{0,30}\b(?:milieu|environment|papier|paper|print\w*)\b"
    r"|\b(?:virusvrij|virus-?free)\b|\bgeen virus\w* (?:gevonden|aangetroffen)\b|^u ontvangt niet vaak e-?mail van\b"
    r"|^(?:je|u|you)\b.{0,40}\b(?:ontvang\w*|krijg\w*|receiv\w*)\b.{0,60}\b(?:omdat|because)\b.{0,60}"
    r"\b(?:geabonneerd|aangemeld|ingeschreven|lid|subscribed|member)\b"
    r"|^(?:to unsubscribe|om u af te melden|afmelden van (?:deze|de) (?:lijst|groep))\b.{0,80}"
    r"\b(?:leave|unsubscribe|afmeld\w*|request)@",
    re.IGNORECASE,
)
"""Where a company's or a scanner's lines begin, which nobody wrote for us."""
_BEHIND: Final = re.compile(r"(?<=\S)[ \t]{0,3}(?=(?:Verzonden|Verstuurd|Sent|Gesendet|Envoyé)\b)")
"""Where a phone put its line right behind the last word."""
_ASKS: Final = re.compile(
    r"\b(?:ik|mij|me|wij|we|ons|us|niet|geen|graag|stop\w*|\w*lijst|afmeld\w*|uitschr\w*)\b", re.I
)
_OF_THE_WRITER: Final = re.compile(r"\b(?:ik|mij|me|mijn|i|my)\b", re.IGNORECASE)


class Wish(StrEnum):
    """How sure it is that somebody wants to be taken out."""

    CLEAR = "clear"
    DOUBTFUL = "doubtful"


def wish_of(subject: str, words: str) -> Wish | None:
    """What a citizen seems to write; a subject that answers ours (*Re: ...*) is not theirs."""
    words = _without_small_print(words)
    if wants_no_mails(f"{subject}\n\n{words}"):
        return Wish.CLEAR
    theirs = "" if ":" in subject else f"{subject}\n\n"
    return Wish.DOUBTFUL if may_want_no_mails(theirs + words) else None


def _without_small_print(words: str) -> str:
    """Less what stands under every mail of a phone or a company: to the end of that paragraph."""
    kept, within = [], False
    for line in _BEHIND.sub("\n", unwrapped(words[:LONGEST_READ])).split("\n"):
        bare = line.strip()
        theirs = _OF_THE_WRITER.search(bare) is not None
        within = bool(bare) and not theirs and (within or _SMALL_PRINT.search(bare) is not None)
        if not within and (_ASKS.search(bare) or not ADVERTISEMENT.fullmatch(bare)):
            kept.append(line)
    return "\n".join(kept)


def wants_no_mails(words: str) -> bool:
    """Whether a citizen seems to write that they want to be taken out; somebody reads it all the same."""
    told = _told(words)
    if len(told.strip()) <= _LONGEST_WHOLE and _WHOLE.fullmatch(told):
        return True
    return any(map(_is_wish, _sentences(told)))


def may_want_no_mails(words: str) -> bool:
    """Whether a sentence may say so, though nobody can be sure: it is asked about rather than passed over."""
    if tells_nothing(words):
        return True
    return any(may_be_wish(sentence) and not _ELSEWHERE.search(sentence) for sentence in _sentences(_told(words)))


def _told(words: str) -> str:
    """In small letters, with slips in words of leaving mended; 9.45 as 9:45."""
    read = _DOTTED.sub(lambda manners: manners[0].replace(".", ""), unwrapped(words[:LONGEST_READ]))
    told = _CLOCK.sub(":", _CRIED.sub(", ", read)).lower().replace("’", "'")
    for slip, word in _SLIPS:
        told = slip.sub(word, told)
    return told


def _sentences(told: str) -> Iterator[str]:
    return (" ".join(sentence[0].split()) for sentence in _SENTENCE.finditer(told))


def _is_wish(sentence: str) -> bool:
    if _MEANS_OTHERWISE.search(sentence) or _ELSEWHERE.search(sentence):
        return False
    if _SHORT.match(sentence) or any(
        wish.search(part) for part in (sentence, sentence.rpartition(",")[2]) for wish in _WISHES
    ):
        return True
    if is_terse_wish(sentence) or is_terse_wish(sentence.rpartition(",")[2]):
        return True
    if not any(pattern.search(sentence) for pattern in _NO_MORE):
        return False
    alone = sentence.lstrip(" ,-").startswith(("geen ", "deze mails niet")) and not sentence.endswith("?")
    return bool(_WISH_WORD.search(sentence)) or (alone and not _PAST.search(sentence))
