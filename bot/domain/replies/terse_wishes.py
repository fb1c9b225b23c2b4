"""Sentences that hold a word of leaving and nothing else but manners: Gaarne uitschrijving, Kan dit uit?

A closed set of words on either side: a story has others (the bus, the camera, he). Slips are heard by their sound.
"""

import re
from typing import Final

from bot.domain.folding import folded

_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_DOUBLED: Final = re.compile(r"(.)\1+")
_SOUNDS: Final = str.maketrans("vz", "fs")
_FILLING: Final = """
a aan aanmelding aanvraag account adres adressen adressenbestand al alle alsjeblieft alstublieft als aub avg b bedankt
bestand ben beste bij burgernet burgernetmail contact dan dank dankjewel dat database de deel deelname deelnemen
deelnemer deelneming deze dezen die direct dit doe doen dus een eens eerder en enorm er even ga gaan gaarne gebruik
gebruiken gedaan gegevens gelieve genoeg graag groet groeten groetjes hallo hartelijk heb hebben helemaal het hier
hierbij hiermee hieraan hierin hierom hiervan hoe hoor i ik in informatie ingang inschrijving is ja jullie je kan keer
krijgen kunnen kunt laat laatste lidmaatschap lieve lijst lijsten maar mag mail mailadres mailadressen mailbestand
mailbox mailing mailinglijst maillijst mailtje mailtjes mails mailen me meer met meteen mij mijn mijzelf mezelf mvg n
naam nee nemen neem nog nou nu om ongedaan ons onze op opnemen ontvangen grond ermee bericht berichten berichtjes
burgernetmails email emails e per persoonsgegevens post s snel sturen stuur stuurt svp systeem te tegen toch toe
toesturen tot u uit uw v van vandaag vanaf verder verdere verhuisd verzendlijst verzoek verzoeken voor voortaan
vriendelijk w wat we wens wensen wij wil wilde willen wilt woon worden word wordt zet zijn zo zou zouden abonnement
spoedig mogelijk snelst zorgen bestanden ontvanger mijne moment bewoner iets iemand zien liever klaar
"""
_LEAVING: Final = """
afmelden afmelding afgemeld afmeld afteken uitschrijven uitschrijving uitschrijf uitgeschreven opzeggen opzegging
opgezegd stopzetten stopzetting stopgezet stoppen annuleren annulering annuleer beeindigen beeindig beeindiging
intrekken verwijderen verwijdering verwijder verwijdert verwijderd schrappen schrap geschrapt wissen wis gewist
blokkeer blokkeren eraf eruit ervanaf hieraf hieruit deactiveren bezwaar uitzetten afzetten afgevoerd afvoeren
uitgeschakeld erbuiten afgemelt ophouden
"""
_SPLIT: Final = re.compile(
    r"\b(?:meld|schrijf|zeg|haal|zet|doe|gooi|smijt|laat|neem|trek|stap|zie)\b.*\b(?:af|uit|op|weg|in|eraf|eruit)\b"
    r"|\b(?:kan|mag|moet) (?:dit|deze|het|ik) (?:hier)?(?:uit|af|weg|stop)\b|\bhier ?van ?af\b|\bzeg (?:ik )?op\b"
    r"|\bstop\w* (?:hier|er)?(?:mee)?\b.*\b(?:mee|hiermee|ermee)\b|\b(?:vergeet|wis) (?:mij|me)\b"
    r"|\buit (?:graag|aub|svp)\b"
    r"|\bzie\b.*\baf van\b|\buit\b.*\b(?:halen|te schrijven?)\b|\bhaal (?:mij|my|me|ons) van\b"
)
_NO: Final = frozenset({"niet", "niks", "niets", "geen", "nooit", "zonder"})
_REFUSING: Final = """
hoef hoeft hoeven behoefte interesse belangstelling prijs geinteresseerd benader benaderen benaderd gemaild horen
lastiggevallen lastigvallen wachten zit zitten stel stellen gevraagd aangemeld opgegeven ingeschreven gediend waarom
krijg toestemming gegeven langer gebruiken gebruik zin deelnemer lid meedoen mee doen interesseert
"""
_ENGLISH: Final = """
i i'd i'm please kindly me my us our want would like to be from your the this these those list lists mailing mail
mails email emails e messages message address name data records record how can do don't dont just now sending a an
more no not contact again any anymore longer wish receive getting alone interested thanks thank you never for it and
of that up signed subscribed asked out off subscription removed remove delete deleted cancel unsubscribe unsubscribed
stop stopped leave quit opt take writing emailing spamming membership participation send enough could get am in
"""
_ENGLISH_LEAVING: Final = re.compile(
    r"\b(?:unsubscribe\w*|remov\w+|cancel|delet\w+|opt|quit|never (?:signed|asked|subscribed)|leave me alone|no more"
    r"|not interested|i want out|enough of|get off"
    r"|(?:don't|dont|do not|no longer) (?:contact|want|wish|mail|email|send)|stop\w*|take me off"
    r"|off (?:the|your))\b"
)
_ANGRY: Final = re.compile(
    r"\b(?:rot|flikker|donder|sodemieter|lazer|pleur|hou|houd|hoepel|kap|kappen|stop|stoppen|ophouden|klaar|weg)\b.{0,20}\b(?:met|mee)\b"
    r".{0,25}(?:mail|spam|sturen|bericht|lastigvallen|onzin|rommel|troep)"
    r"|\b(?:gek|ziek|moe|spuugzat|zat|beu)\b.{0,15}\bmails?\b|\bmails?\b.{0,15}\b(?:spuugzat|zat|beu)\b"
    r"|^\W*(?:dit is|wat een|alleen maar) spam\W*$|\bbespaar (?:mij|me|ons)\b|^\W*stop hier\b.{0,20}\bmee\W*$"
    r"|\bgevraagd om (?:mij|me|ons) er(?:af|uit)\b"
)
_OF_ME: Final = re.compile(r"\b(?:ik|wij|we) (?:stuur|sturen|mail|mailen)\b")
"""Who sends no more themselves."""
_LONGEST: Final = 16


def _sound(word: str) -> str:
    """Leist, lijst and lyst; gen and geen; uitschrijfen and uitschrijven; afmelde and afmelden."""
    plain = folded(word).replace("ij", "y").replace("ei", "y").translate(_SOUNDS)
    return _DOUBLED.sub(r"\1", plain).removesuffix("n")


def _sounds(words: str) -> frozenset[str]:
    return frozenset(map(_sound, words.split()))


_LEAVES: Final = _sounds(_LEAVING)
_REFUSES: Final = _sounds(_REFUSING)
_FILLS: Final = _sounds(_FILLING)
_NOES: Final = frozenset(map(_sound, _NO))
_TOPICS: Final = _REFUSES | _sounds(
    "mail mails mailen bericht berichten berichtjes mailtjes sturen stuur toesturen contact ontvangen post"
)
_VERBS: Final = _sounds("haal halen gooi smijt weg af meld schrijf schrijven zeg trek zie vergeet stop maak")
_KNOWN: Final = _FILLS | _LEAVES | _REFUSES | _NOES | _VERBS
_MORES: Final = _sounds("meer nooit")
_ENGLISH_WORDS: Final = frozenset(_ENGLISH.split())


def is_terse_wish(sentence: str) -> bool:
    """Whether a sentence in small letters says that somebody wants out, and nothing else; or says so in anger."""
    if _ANGRY.search(sentence):
        return True
    words = _WORD.findall(sentence)
    if not words or len(words) > _LONGEST:
        return False
    if _ENGLISH_WORDS.issuperset(words):
        return words != ["stop"] and _ENGLISH_LEAVING.search(" ".join(words)) is not None
    heard = frozenset(map(_sound, words))
    return heard <= _KNOWN and (_leaves(heard, " ".join(words)) or _refuses(heard, sentence))


def _leaves(heard: frozenset[str], told: str) -> bool:
    out = bool(heard & _LEAVES) or _SPLIT.search(told) is not None
    return out and (heard.isdisjoint(_NOES) or not heard.isdisjoint(_MORES))


def _refuses(heard: frozenset[str], sentence: str) -> bool:
    if heard.isdisjoint(_NOES) or sentence.rstrip().endswith("?") or _OF_ME.search(sentence):
        return False
    return not heard.isdisjoint(_TOPICS) and (not heard.isdisjoint(_MORES) or not heard.isdisjoint(_REFUSES))
