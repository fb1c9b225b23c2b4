"""Does it happen now? A citizen who should have phoned 112 wrote to us: in the words of who is in a hurry.

Missing one is worse than one too many. But what calls people at night for nothing is soon passed over:
so coats of arms, toys, what is over and what is merely feared are told apart.
"""

import re
from collections.abc import Iterator
from typing import Final

from bot.domain.folding import folded
from bot.domain.replies import Reply, ReplyKind, ReplyLabel

LONGEST: Final = 20_000  # characters
LONGEST_CLAUSE: Final = 300
PIECE: Final = 40  # words
_LONG = re.compile(r"([a-z])\1{2,}")
_SENTENCE = re.compile(r"[.!?;\n]+")
_NO_WORD = re.compile(r"[^a-z0-9]+")
_APOSTROPHE = re.compile(r"['\u2018\u2019`]")

_NOW = r"(?:nu|nou|op dit moment|op het moment|op dit ogenblik|momenteel|nog ?steeds|terwijl ik (?:dit )?schrijf)"
_SOMEBODY = (
    r"(?:ie?ma?na?[dt]+n?|iemadn|iemnad|man|mannen|vent|kerels?|jongens?|gast(?:en)?|gozers?|persoo?n|personen|figuu?r"
    r"|figuren|types?|inbrekers?|dief|dieven|daders?|verdachten?|vrouw|mensen|hij|ie|hem|hen|ze|zij|groepje|lui|vreemde"
    r"|onbekenden?|die ?gene|ingebroken)"
)
_DOES = (
    r"(?:staa[nt]|sta+t|(?<!ik )sta|loopt|lopen|sluip(?:t|en)|rommel(?:t|en)|klim(?:t|men)|ren(?:t|nen)|probee?r(?:t"
    r"|en)|gluur(?:t)?"
    r"|gluren|kijkt|kijken|voelt|voelen|bel(?:t|len)|hang(?:t|en)|bevind(?:t|en)|bree?k(?:t|en)|verstop(?:t|pen)|wordt"
    r"|for[cs]eer(?:t)?|forceren|ligt|liggen|bonk(?:t|en)|schop(?:t|pen)|trap(?:t|pen)|dwaal(?:t)?|dwalen|gaat|gaan"
    r"|geklommen)"
)
_WHERE = (
    r"(?:binnen|buiten|bezig|bij|in|op|achter|achterom|voor|aan|hier|daar|naast|onder|om|rond|tuin|huis|deur|raam"
    r"|schuur)"
)
_THEY = (
    r"(?:hij|hy|hj|ie|ze|zij|(?:de|die|deze) (?:man|mannen|vent|kerels?|gast(?:en)?|gozers?|jongens?|daders?"
    r"|verdachten?|dief|dieven"
    r"|inbrekers?|persoon|personen|vrouw|lui|twee|drie|2|3)|iemand)"
)
_OUR_PLACE = (
    r"(?:huis|woning|tuin|schuur|garage|berging|kelder|keuken|slaapkamer|woonkamer|gang|hal|trappenhuis|portiek)"
)

_GOES_ON: Final = (
    # Er staat nu iemand; nu staat er een man; er probeert op dit moment iemand binnen te komen
    rf"\b{_NOW}\b.*\b{_DOES}\b.*\b{_SOMEBODY}\b",
    rf"\b{_NOW}\b.*\b{_SOMEBODY}\b.*\b{_DOES}\b",
    rf"\b{_DOES}\b.*\b{_NOW}\b.*\b{_SOMEBODY}\b",
    rf"\b{_DOES}\b.*\b{_SOMEBODY}\b.*\b{_NOW}\b",
    rf"\b{_SOMEBODY}\b.*\b{_DOES}\b.*\b{_NOW}\b",
    rf"\b{_SOMEBODY}\b.*\b{_NOW}\b.*\b{_DOES}\b",
    # Er is nu iemand binnen; ze zijn nu bezig; ze zitten nu in de tuin
    rf"\b(?:is|ist|zijn|zit|zitten)\b (?:\w+ ){{0,2}}{_NOW}\b.*\b{_SOMEBODY}\b.*\b{_WHERE}\b",
    rf"\b{_NOW}\b (?:is|zijn|zit|zitten)\b.*\b{_SOMEBODY}\b.*\b{_WHERE}\b",
    rf"\b{_SOMEBODY}\b (?:is|zijn|zit|zitten) (?:\w+ )?{_NOW}\b.*\b{_WHERE}\b",
    rf"^{_NOW} (?:\w+ ){{0,2}}{_SOMEBODY}\b.*\b{_WHERE}\b",
    r"^(?:zijn|staan|zitten|lopen) (?:er |hier )?nog ?steeds (?:binnen|hier|er|bezig|in)\b",
    rf"\b(?:wordt|worden)\b.*\b{_NOW}\b.*\b(?:opengebroken|ingebroken|geforceerd|ingeslagen|gestolen|leeggehaald)\b",
    # Ik zie nu een man; ik hoor ze nu boven
    rf"\b(?:zie|zien|hoor|horen)\b (?:\w+ ){{0,2}}{_NOW}\b (?:weer )?(?:een|twee|drie|2|3|die|dezelfde|iemand|mensen"
    rf"|mannen|glas)\b",
    rf"\b(?:zie|zien|hoor|horen) (?:hem|ze|iemand|mensen|mannen|die man|dezelfde man) (?:\w+ ){{0,2}}{_NOW}\b",
    # Hij is er nog; ze zijn er nog steeds; die man loopt hier nog rond; hij staat er weer
    rf"\b{_THEY} (?:is|iser|zijn|staa[nt]|zit|zitten|loopt|lopen) ?(?:er|r|hier|daar|ook)? ?(?:nog|nogsteeds|nog"
    rf" steeds|weer)"
    r"(?: nu)?(?: (?:(?:in|op|bij|achter|voor|rond|buiten|binnen|aan het|om|met) ?.*|hoor|nu|bezig|rond))?$",
    rf"\b(?:is|zijn|staa[nt]|zit|zitten|loopt|lopen) (?:{_THEY}) (?:er|hier|daar)? ?(?:nog|nog ?steeds|weer)(?: "
    rf"(?:rond|buiten|binnen|nu))?$",
    # Ze zijn aan het inbreken; er wordt ingebroken; er is iemand in mijn huis
    r"\b(?:is|zijn|iemand) (?:\w+ ){0,2}aan het (?:inbreken|in breken|stelen|vechten|schieten|steken|slopen)\b",
    r"\ber wordt (?:\w+ ){0,4}(?:ingebroken|gevochten|geschoten|gestoken|geschreeuwd|gegild)\b",
    rf"\b(?:is|zijn|zit|staat|loopt) (?:\w+ )?(?:iemand|inbrekers?|mannen|een man|een vreemde|een inbreker) (?:\w+ )?"
    rf"(?:binnen|beneden|boven|op zolder|op het dak|in (?:\w+ )?{_OUR_PLACE})\b",
    r"\b(?:iemand|hij|ze|zij|ie) (?:probeert|proberen) (?:\w+ ){0,5}(?:binnen|in) te (?:komen|breken|klimmen)\b",
    r"\b(?:inbrekers?|dieven) (?:is |zijn )?(?:nu )?(?:binnen|in huis|bezig)\b",
    r"\binbraak (?:is )?(?:nu )?(?:bezig|gaande|aan de gang)\b|\bnu (?:een )?inbraak\b|\balarm gaat (?:nu )?(?:\w+"
    r" )?af\b",
    r"\b(?:iemand|een man|mannen|een vent) (?:zit|zitten|staat|staan|is) (?:\w+ ){0,4}te (?:rommelen|morrelen|wrikken"
    r"|breken|peuteren)\b",
    r"\bhoor (?:ze|hem|iemand|mensen) (?:\w+ ){0,2}(?:boven|beneden|binnen|lopen|praten|rommelen)\b",
    r"^(?:hij|ie|ze|(?:de|die) (?:man|mannen|dader|daders|dief|dieven|inbrekers?|gasten)) (?:is|zijn) (?:weer )?terug"
    r"(?: nu)?$",
    r"\b(?:bus|busje|bestelbus|auto|wagen|scooter) (?:uit (?:de|uw|jullie) mail|van de foto|die (?:u|jullie) zoek(?:t"
    r"|en)) (?:staat|rijdt)\b",
    r"\b(?:someone|somebody|a man|men|he|she|they)\b.*\b(?:right now|still (?:here|there|in|at|outside))\b",
    # Somebody lies, is beaten; a fire
    r"\b(?:ligt|is) (?:er )?(?:\w+ ){0,2}(?:iemand|een man|een vrouw|mijn \w+|de buur\w+) (?:\w+ ){0,3}(?:gewond"
    r"|bewusteloos|neergestoken|bloedend)\b",
    r"\b(?:wordt|worden) (?:nu |hier )?(?:bedreigd|overvallen|beroofd|mishandeld|geslagen|aangevallen)\b",
    r"\bstaat (?:\w+ ){0,3}in brand\b|\ber is brand\b|\bbrand bij de buren\b",
)
"""Clauses about this moment."""

_OVER: Final = re.compile(
    r"\b(?:toen|gister\w*|eergister\w*|vorige?|destijds|vroeger|laatst|ooit|vannacht|vanochtend|vanmorgen|afgelopen"
    r"|(?:dagen|weken|maanden|jaar|week) geleden|die (?:avond|nacht|middag|ochtend|dag)"
    r"|stond|stonden|liep|liepen|was|waren|zat|zaten|zag|zagen|had|hadden|reed|reden|kwam|kwamen|ging|gingen|hoorde"
    r"|deed"
    r"|vaak|vaker|altijd|meestal|elke|iedere|regelmatig|tegenwoordig|sinds\w*|soms|morgen|straks|ooit|als er|wanneer"
    r" er|stel"
    r"|aangehouden|opgepakt|gepakt|vast|gevangen\w*|cel|(?:is|zijn) (?:nu |al )*weg|verdwenen|aan het werk|(?:op|met)"
    r" vakantie|blokje|vervangen|repareren|te koop|te huur|geweest|geholpen|bang|anders|niemand"
    r"|mee bezig|bezig met|onderzoek|monteurs?|loodgieter|schilders?|glaszetter|aannemer|bezorger|postbode|politie"
    r"|\w*beelden|\w*foto|film\w*|video\w*|stratenmakers?"
    r"|werklui|achter gekomen|bang dat|duidelijk|klaar voor|vrij rond)\b|(?<!hier )(?<!daar )(?<!er )\bnog rond\b"
)
"""What was, is often so, may be, or is somebody known: no clause of this moment."""

_CALLS: Final = (
    r"(?<!ik )(?<!wij )(?<!we )(?<!u )(?<!zij )(?<!ze )(?<!graag )\bkoo?m(?:t|en)? (?:\w+ )?(?:aub |alsjeblieft "
    r"|alstublieft |svp |pls )?"
    r"(?:snel|snl|nu|meteen|gauw|direct|onmiddellijk|zsm|asap|vlug|gelijk)\b"
    r"(?! (?:weer|terug|met|goed|uit|in orde|langs (?:voor|om)|thuis|klaar|te|bij elkaar|toch|een einde|dichterbij|op"
    r" de koffie|duidelijkheid|antwoord|nieuws|bericht|beter|aan de beurt|reactie|op))",
    r"\b(?:kun(?:nen|t)?|kan|wil(?:len|t)?|komen) (?:u|jullie|je|er|de politie|iemand) (?:\w+ ){0,4}"
    r"(?:snel|nu|meteen|gauw|direct|onmiddellijk|zsm|asap|vlug) (?:\w+ ){0,3}(?:komen|sturen|kijken|langskomen)\b(?!"
    r" voor)",
    r"\bkomen jullie (?:\w+ )?(?:snel|nu|meteen|gauw|direct|zsm)\b",
    r"\bstuur (?:\w+ ){0,4}(?:politie|iemand|agent(?:en)?|auto|wagen|patrouille|hulp)\b(?! (?:mijn|de groeten))",
    r"\b(?:direct|meteen|nu|snel) (?:\w+ ){0,2}(?:auto|wagen|iemand|agenten|patrouille) sturen\b",
    r"^(?:kom|snel|hier ?heen)(?: (?:kom|snel|nu|aub|svp|alsjeblieft|alstublieft|hier ?heen|please|pls))*$",
    r"\b(?:graag|aub|svp|direct|meteen) (?:nu |snel |direct |meteen |met spoed )+(?:\w+ )?politie\b",
    r"\bpolitie (?:graag |aub |nu )*(?:nu|snel|meteen|direct|met spoed) (?:komen|hierheen|naar)\b",
    r"\bcome (?:quick|quickly|fast|now)\b|\b(?:has|have|had|with) a (?:gun|knife|weapon)\b",
    r"\b(?:politie|hulp|agenten) (?:\w+ )?(?:nu |direct |meteen |dringend |snel )nodig\b",
    r"^(?:help ?)+(?: (?:mij|me|ons|aub|snel|alsjeblieft))*$",
    r"^(?:help ?)+(?:mij|me|ons)\b",
    r"(?<!geen )(?<!niet )(?<!zonder )(?<!bij )(?<!voor )(?<!een )\bspoed(?:geval|melding)?\b(?! (?:niet|heeft|is"
    r" niet|is er niet|112|bellen|hoeft|was))",
    r"(?<!geen )(?<!voor )(?<!in )\bnoodgeval\b",
    r"\bsos\b",
    r"\b112\b.*\b(?:neemt niet op|nemen niet op|geen gehoor|bezet|onbereikbaar|lukt niet|krijg ik niet)\b",
    r"\bkrijg 112 niet\b|\b112 niet te pakken\b",
)
"""Somebody wants us there."""

_ARMS: Final = (
    r"\b(?:vuur|steek|slag|hand)?wap?pe?ne?s?\b",
    r"\b(?:gas)?pistol?o?len?\b|\b(?:gas)?pistoo?l\b|\brevolvers?\b|\bgewe(?:er|ren)\b|\bkalasjnikov\b|\bgewapend\w*\b",
    r"\b(?:met|trok|trekt|heeft|had|hadden|hebben|zwaai\w*|dreig\w*|bedreig\w*) (?:\w+ ){0,4}(?:mes|messen|machete"
    r"|bijl|hakmes|kapmes)\b",
    r"\b(?:mes|messen|machete|bijl|hakmes) (?:in (?:zijn|z|de|haar|hun) hand|bij zich|getrokken|vast)\b",
    r"\b(?:schiet|schieten|schoot) (?:\w+ ){0,2}(?:op|om zich)\b|\bgeschoten\b|\bschietpartij\b|\bschoten (?:gehoord"
    r"|gelost)\b"
    r"|\bhoor(?:de)? (?:\w+ )?schoten\b|\bneergestoken\b|\bsteekpartij\b|\bhandgranaat\b|\bexplosief\b|\bbom(?!en)\b",
)
"""Somebody is armed, or was lately: whenever that is."""

_HARMLESS: Final = re.compile(
    r"\b(?:speelgoed|water|nep|klapper|verf|lijm|kit|massage|tank|soldeer|soft ?air|nerf)[ -]?(?:pistool|pistolen"
    r"|wapens?|geweer|geweren|mes)\b"
    r"|\b(?:speelgoed|nep|plastic|houten|kartonnen) (?:pistool|pistolen|wapens?|geweer|mes)\b"
    r"|\bwapens? (?:van|der|in de gevel|boven de deur|op de (?:gevel|auto|deur|vlag))\b|\b(?:familie|stads|gemeente"
    r"|rijks|provincie)wapens?\b"
    r"|\bals een (?:geweer|wapen|mes)\b|\b(?:film|boek|serie|spel|game)\b.*\bwapens?\b|\b(?:las|lees|gelezen|krant"
    r"|nieuws)\b.*\bgeschoten\b"
    r"|\b(?:geen|zonder|nooit|niet) (?:\w+ ){0,2}(?:vuurwapens?|wapens?|pistool|mes|messen|geweer|schoten|steekwapen)\b"
    r"|\b(?:niet gezien|weet niet|niet weet|geen idee|onbekend|niet zien) of (?:\w+ ){0,4}(?:wapens?|mes|pistool)\b"
    r"|\b(?:niet|geen) (?:\w+ ){0,2}gewapend\w*\b|\bgewapend(?:e|) (?:beton|glas|betonnen)\w*\b|\bongewapend\w*\b"
    r"|\b(?:foto|fotos|filmpje|plaatje|kiekje|selfie|bok|doelpunt)\w* (?:\w+ )?geschoten\b|\bgeschoten (?:foto|fotos"
    r"|film|beelden)\w*\b"
    r"|\bte binnen geschoten\b|\bbinnen geschoten\b|\b(?:overeind|wakker|vol|uit de startblokken|te hulp) geschoten\b"
    r"|\b(?:keuken|zak|brood|aardappel|stanley|zwitsers) ?mes(?:sen)?\b|\bmes en vork\b|\bmessen ?(?:set|blok"
    r"|slijper)\b|\bzakmes\b"
    r"|\bwapen\w*(?:winkel|handel|vergunning|schild|feit|stilstand|kamer|wedloop|broeder)\w*\b|\bwapen (?:winkel"
    r"|handel|vergunning|schild)\b"
    r"|\bhet wapen (?=(?:amersfoort|utrecht|leusden|soest|hotel|cafe|restaurant))|\b(?:hotel|cafe|restaurant|herberg)"
    r" het wapen\b"
    r"|\bwapens? (?:op|voor|tijdens|uit|in) (?:tv|televisie|een film|de film|een spel|games?|de oorlog|de tweede"
    r" wereldoorlog)\b"
)
"""What only looks like arms, or is denied."""

_WHEN_NOW: Final = re.compile(rf"^wanneer (?:{_NOW}|net nu|nu net|vandaag nu)(?: bezig)?$")

_GOING_ON: Final = tuple(re.compile(pattern) for pattern in _GOES_ON)
_CALLING: Final = tuple(re.compile(pattern) for pattern in _CALLS)
_ARMED: Final = tuple(re.compile(pattern) for pattern in _ARMS)


def is_pressing(reply: Reply) -> bool:
    """Whether a citizen seems to need us now; who took down a phone call has spoken with them already."""
    written = reply.kind is not ReplyKind.PHONE and reply.label in {ReplyLabel.REPLY, ReplyLabel.FOLLOW_UP}
    return written and is_urgent(reply.words, reply.subject)


def is_urgent(words: str, subject: str = "") -> bool:
    """Whether it seems to happen now, somebody calls for us, or somebody is armed; `words` are the citizen's own."""
    return any(_is_urgent(told) for text in (subject, words) for told in _pieces(text))


def _is_urgent(told: str) -> bool:
    told = _HARMLESS.sub(" ", told)
    if any(found.search(told) for found in (*_CALLING, *_ARMED)) or _WHEN_NOW.search(told):
        return True
    return not _OVER.search(told) and any(found.search(told) for found in _GOING_ON)


def _pieces(text: str) -> Iterator[str]:
    """Sentences and their clauses, in small letters without accents and signs: `snelll!!!` is `snel`.

    Who never stops is read a piece at a time, and as far as anybody writes who is in a hurry.
    """
    plain = _LONG.sub(r"\1", _APOSTROPHE.sub("", folded(text[:LONGEST])))
    for sentence in _SENTENCE.split(plain):
        words = _NO_WORD.sub(" ", sentence).split()
        for start in range(0, max(1, len(words) - PIECE // 2), PIECE // 2):
            yield " ".join(words[start : start + PIECE])
        if "," in sentence:
            yield from (
                _NO_WORD.sub(" ", clause).strip() for clause in sentence.split(",") if len(clause) < LONGEST_CLAUSE
            )
