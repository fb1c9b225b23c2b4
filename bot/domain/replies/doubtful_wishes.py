"""Sentences of which nobody can be sure whether somebody wants out: a person looks at them.

Nothing is taken for a wish by a word alone: a sentence refuses or ends something (*niet meer*, *weg*, *genoeg*), it is
about our mails or about who writes and reads it, and it tells nothing of what was seen or done. Who moved or died, and
who never joined, are asked about too; and so is a short reply with no word that a witness, a thankful or a curious
reader has, in whatever language or dialect it is: what it says nobody here can know.
"""

import re
from typing import Final

from bot.domain.folding import folded
from bot.domain.replies.thanks import is_thanks

_NOT: Final = r"(?:niet|nie|nit|nich|nait|neet|nimmer|nooit|geen|gin|gien|ginne|gjin|niks|niets|nix|zonder)"
_MORE: Final = r"(?:meer|mear|mer|mee|langer|verder|voortaan|niemeer|nimmeer|nimme|never|anymore)"
_OFF: Final = (
    r"(?:weg|af|uit|eraf|eruit|ervanaf|eronderuit|ermee|hiermee|\w*halen|haal|\w*schrappen|schrap|\w*stop\w*"
    r"|verwijder\w*|wis|wissen|gewist|vergeet|vergeten|verlost|vrijwaren|kappen|ophouden|beeindig\w*|afzeggen"
    r"|opzeg\w*|zeg op|genoeg|zat|beu|moe|zinloos|nutteloos|overbodig|ongewenst\w*|onzin|lastig|rust|bespaar"
    r"|liever|tabee|doei|afscheid|bezwaar|ongevraagd\w*|intrek\w*|trek\w*|uitgeschreven|afgemeld|vanaf"
    r"|vergetelheid|gek van|zie af|(?:hou|houd|rot|flikker|donder|lazer|sodemieter|pleur|hoepel"
    r"|stop) (?:\w+ ){0,3}(?:met|mee))"
)
_ABOUT_US: Final = (
    r"(?:(?:e-?)?\w*mail\w*|e-?mails?|\w*berichten|bericht\w*|post|\w*lijst\w*|bestand\w*|systeem|database"
    r"|adressen|adres|\w*gegevens|naam|account|abonnement|toestemming|burgernet\w*|inschrijving|deelname"
    r"|aanmelding|spam\w*|nieuwsbrief|reclame|contact\w*|sturen|stuur|toesturen|benader\w*|gemaild|alerts?"
    r"|meldingen)"
)
_OF_OURS: Final = r"(?:ik|wij|we|mij|me|my|ons|mijn|onze|u|uw|jullie|dit|deze|die|hier|ermee|ze|'t|het|wil|k)"
_LEAVING: Final = (
    r"(?:afmeld\w*|afgemel\w*|uitschrij\w*|uitgeschr\w*|stop\w*|annul\w*|opge(?:zegd|heven)|afgevoerd|erbuiten"
    r"|blokke\w*|unsub\w*|remove\w*|\w*zet\b.*\buit|zet(?:ten)?|zie (?:\w+ ){0,5}(?:af|van)"
    r"|(?:zeg|meld|schrijf|trek|maak|rot|hou|houd|flikker|donder|lazer|sodemieter)"
    r" (?:\w+ ){0,5}(?:af|uit|op|in|weg|van|bezwaar)|quit|out)"
)
_WANTED: Final = (
    r"(?:wil|willen|hoef\w*|\w*interess\w*|gevraagd|behoefte|zin|wacht\w*|belang\w*|prijs|doen|gediend|lid"
    r"|deelne\w*|please|zo)"
)
_OURSELVES: Final = r"(?:ik|mij|me|my|mijn|m'n|ons|onze|wij|we|graag|gaarne|aub|svp|dit|deze|verzoek|please|i)"
_FEW: Final = 9
_KEEPS: Final = re.compile(r"\b(?:hou|houd|hoeven|hoef|houdt)\b.*\b(?:voor je|voor jullie|voor u|bij je|bij jullie)\b")
_REFUSED: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_ABOUT_US}\b.*\b(?:{_NOT}|{_OFF})\b|\b(?:{_NOT}|{_OFF})\b.*\b{_ABOUT_US}\b",
        rf"\b{_OF_OURS}\b.*\b{_NOT}\b.*\b{_MORE}\b|\b{_NOT}\b.{{0,20}}\b{_MORE}\b.*\b{_OF_OURS}\b",
        r"\b(?:mij|me|my|ons|mijn naam|hem|haar)\b.*\b(?:uit ?halen|af ?halen|weg ?halen|eraf|eruit|er van ?af"
        r"|met rust|schrappen|wissen|verwijderen|vergeten|lastig\w*)\b",
        r"\b(?:liever|graag|svp|aub|voortaan)\W+(?:\w+\W+){0,2}(?:niet|nie|geen|zonder)\b|\bliever (?:niks"
        r"|niets)\b",
        r"\b(?:laat maar|laat) (?:zitten|achterwege)\b|\b(?:zat|beu|spuugzat|klaar|helemaal klaar) (?:mee|van"
        r"|ermee)\b",
        r"\b(?:zeggen|vragen|melden|gezegd|gevraagd|herhalen)\b.*\b(?:niet|geen|ophoud\w*|stop\w*)\b.*\b(?:wil"
        r"|wilde|hoef|meer)\b",
        r"\b(?:nooit|niet|geen)\b.*\b(?:aangemeld|ingeschreven|opgegeven|lid|gevraagd om|deelnemer|toestemming"
        r"|burgernet\w*)\b",
        r"\b(?:voor|van) (?:mij|ons|mien|mijn part) hoeft?\b.*\b(?:niet|nie|neet)\b",
    )
)
_GONE: Final = re.compile(
    r"\b(?:ik|wij|we)\b.*\b(?:verhuisd|woon\w* (?:hier|daar|er) (?:al )?(?:\w+ ){0,3}(?:niet|nie) (?:meer"
    r"|langer))|\bwoon\w* (?:ik|wij|we) (?:hier|daar|er|al|niet)\b.*\bniet\b.*\bmeer\b|\bwoon (?:nu "
    r"|inmiddels )?(?:elders|ergens anders)\b|\b(?:mijn|onze|m'n)\b.*\b(?:overleden|verpleeghuis|verpleegtehuis"
    r"|hospice|verzorgingshuis|dement\w*)\b|\bverkeerde (?:persoon|adres|mailadres|e-?mail\w*|geadresseerde)\b"
    r"|^\W*(?:(?:dit|dat) is )?spam\W*$"
    r"|\b(?:ik|wij|we) (?:woon|wonen) (?:nu|tegenwoordig|inmiddels|allang|al jaren) (?:in|te|elders|ergens)\b"
    r"|\b(?:bang|eng|stress|slecht|zenuwachtig|overstuur|onrustig|gek|ziek|schrik\w*) (?:\w+ ){0,2}(?:van|door) .*mail"
    r"|\bgegevens\b.*\b(?:wist|wissen)\b|\bzonder (?:mij|me|ons)\b"
)
_KIN: Final = (
    r"(?:moeder|vader|ouders?|oma|opa|man|vrouw|partner|dochter|zoon|zus|broer|tante|oom|buurvrouw|buurman|schoon\w+)"
)
_OUR_MAILS: Final = r"(?:(?:e-?)?mails?|mailtjes|berichten|post|burgernet\w*)"
_TOLD_PLAINLY: Final = tuple(
    re.compile(pattern)
    for pattern in (
        # For somebody else.
        rf"\b(?:namens|voor|mijn|onze|m'n)\b.*\b{_KIN}\b.*(?:\b{_OUR_MAILS}\b.*\b{_NOT} {_MORE}\b"
        rf"|\bgeen\b.*\b{_OUR_MAILS}\b.*\bmeer\b|\b(?:afmeld\w*|uitschrij\w*)\b)",
        r"\bstuur\w*\b.*\b(?:aan|naar)\b.*\bin plaats van (?:naar |aan )?(?:mij|ons)\b",
        # Whom leaving failed.
        r"\b(?:afmeld|uitschrijf|unsubscribe)-?(?:knop|link|\w+)\b.*\b(?:niet|nergens|kapot|fout\w*)\b",
        r"\b(?:afmelden|uitschrijven)\b.*\b(?:lukt|gaat|kan|werkt)\b.*\bniet\b"
        r"|\bkan\b.{0,12}\b(?:mij|me|mijzelf|mezelf|ons|onszelf)\b.{0,12}\bniet (?:\w+ )?(?:afmelden|uitschrijven)\b",
        # Who says it in a picture.
        r"\bstreep (?:mij|me|ons|(?:mijn|onze) \w+)\b.{0,30}\b(?:door|weg)\b"
        r"|\bblijf\w* (?:\w+ ){0,2}uit (?:mijn|onze) (?:e-?)?(?:mail|inbox|mailbox|postvak|brievenbus|postbus)\b",
        # Who wants to hear nothing of it.
        r"\b(?:van|voor) (?:mij|ons|(?:mijn|onze) \w+) hoeft?\b.*\bniet meer\b",
        r"\b(?:hoef|hoeven|wil|willen) (?:ik |wij |we )?(?:dit|dat|het|ze|deze|die)\b.{0,20}\bniet (?:meer|langer)\b",
        r"\b(?:dit|dat|het|mails?) (?:is|zijn) (?:gewoon |puur |pure )?spam\b|\bspam(?:men|t)\b",
        r"\b(?:hoef|hoeven|wil|willen)\b.{0,15}\b(?:niet|nie|neet|ni)(?: te)? (?:weten|lezen)\b"
        r"|\bik wil (?:het|dit|dat|da) (?:niet|nie)\W*$|\bkan ik (?:dit|dat|het|deze) (?:\w+ )?(?:uit|stop)zetten\b",
        # Who reads no mail any more.
        r"\b(?:lees|lezen|leest|gebruik\w*)\b.{0,20}\b(?:geen|niet)\b.{0,12}\b(?:e-?mails?|mailbox|computer|internet)\b"
        r"|\b(?:lees|lezen|leest|gebruik\w*)\b.{0,20}\b(?:e-?mails?|mailbox|computer)\b.{0,12}"
        r"\b(?:niet|nooit) meer\b"
        r"|\bgeen (?:computer|internet|e-?mail)\b.{0,6}\bmeer\b\W*$",
        r"\bik (?:ga|verhuis|zit|lig|woon) (?:\w+ ){0,2}(?:naar|in) (?:een |het )?"
        r"(?:ver(?:zorgings|pleeg)(?:te)?huis|hospice)\b",
        # Who is in the list for nothing.
        r"\b(?:ik|wij|we)\b.{0,20}\b(?:huis|woning|flat|appartement)\b.{0,12}\bverkocht\b",
        r"\b(?:\w*bestand|\w*lijst|administratie|gegevens)\b.{0,20}"
        r"\b(?:op ?schonen|opschoon\w*|bijwerken|actualiseren)\b"
        r"|\b(?:ik|wij|we) hoor\w* (?:er|hier|daar) (?:\w+ )?(?:niet (?:meer )?bij|niet meer)\b",
    )
)
"""What tells of somebody who wants out, whatever other words stand beside it."""
_ABROAD: Final = tuple(
    re.compile(pattern)
    for pattern in (
        # German
        r"\b(?:ab(?:zu)?melden|abmeldung|melden sie mich|abbestell\w*|austragen|verteiler|belastig\w*)\b"
        r"|\bkeine?n?\b.*\b(?:\w*mails?|nachrichten|post|werbung|interesse)\b|\b(?:mails?"
        r"|nachrichten)\b.*\b(?:nicht|aufhoren|loschen)\b|\b(?:mochte|will|wollen)\b.*\b(?:nicht"
        r"|nichts)\b.*\bmehr\b|\b(?:mich|meine)\b.*\bloschen\b|\blassen sie mich\b.*\bruhe\b",
        # Polish
        r"\b(?:wypis\w*|wyrejestr\w*|rezygn\w*|zrezygn\w*|usun\w*|usunac|przesta\w*|anulu\w*)\b"
        r"|\bnie\b.*\b(?:maili?|mail\w*|wiadomosci|wysyla\w*|wysylac|przysyla\w*|chc\w*|zycz\w*|otrzymywac"
        r"|dostawac)\b",
        # English
        r"\b(?:unsubscrib\w*|opt[ -]?out|take me|remove|delete|cancel)\b.*\b(?:me|my|us|off|list|subscription"
        r"|address|data)\b|\b(?:no|not|never|don't|dont|stop|enough|without|quit|leave)\b.*\b(?:e?-?mails?"
        r"|messages?|contact\w*|list|spam|newsletter|emailing|mailing|bother\w*|alone|subscri\w*|signed up"
        r"|sign up|interested)\b|\b(?:i|we|me|us)\b.*\b(?:any ?more|no longer)\b|\b(?:unwanted|moved away"
        r"|passed away)\b|\bi want out\b",
        # French, Spanish, Italian, Portuguese, Romanian
        r"\b(?:desinscri\w*|desabonn\w*|me retirer|retirez|supprim\w*|dezabon\w*|disiscriv\w*|cancellat\w*"
        r"|darme de baja|dar de baja)\b|\b(?:ne|non|no|nao|nu)\b.*\b(?:plus|piu|mas|mais|mai)\b.*\b(?:mails?"
        r"|courriels?|messages?|correos?|mensajes|email)\b|\bplus de (?:mails?|courriels?|messages?)\b"
        r"|\bno (?:quiero|deseo) recibir\b|\bnon voglio\b|\bnao quero\b|\bnu mai\b",
        # Frisian
        r"\b(?:ofmeld\w*|utskri\w*|utskreaun)\b|\b(?:gjin|net|nea)\b.*\b(?:e-?mail\w*|berjocht\w*|stjoer\w*|post"
        r"|meidwaan)\b|\b(?:e-?mail\w*|berjocht\w*)\b.*\bnet (?:mear|langer)\b|\bmeld (?:my|us)\b.*\bof\b"
        r"|\bskriuw (?:my|us)\b.*\but\b|\b(?:helje|smyt|skrap) (?:my|us)\b.*\b(?:list|of|ut|bestan)\b"
        r"|\b(?:hald\w*|ophald\w*)\b.*\bmei\b.*\b(?:mail\w*|stjoer\w*|berjocht\w*)\b"
        r"|\b(?:ik|wy) wol\w* (?:der ?of|hjirof)\b",
        # Turkish, Ukrainian, Russian, Arabic
        r"\b(?:istemiyor\w*|gondermey\w*|abonelik\w*|listeden cikar\w*|cikarin)\b|\b(?:відпи\w*|отпи\w*|удалит\w*"
        r"|видал\w*|не (?:хочу|надсила\w*|присыла\w*|пишите))\b|ا\u0655?لغاء|لا ا\u0654?ريد|لا ترسل|توقف|اشتراك",
        # Greek, Chinese, Japanese
        r"\b(?:διαγρα\w*|απεγγρα\w*|δεν θελω|μη μου στελν\w*)\b|退订|退訂|取消"
        r"|不(?:要|想|需要|希望).{0,8}(?:邮件|郵件|[发發收]|信息)|配信停止|解除|不要です",
    )
)
_STORY: Final = re.compile(
    r"\b(?:zag|zagen|zien|gezien|hoor|hoorde\w*|gehoord|merkte\w*|gemerkt|opgevallen|opviel|man|mannen|vrouw"
    r"|vrouwen|jongens?|meisjes?|meneer|auto\w*|bus|busje\w*|bestel\w+|scooter\w*|fiets\w*|brommer\w*|motor\w*"
    r"|camera\w*|deurbel\w*|beeld\w*|foto\w*|film\w*|video\w*|alarm\w*|inbre\w*|inbraak|inbraken|ingebroken"
    r"|daders?|dief|dieven|gestolen|buur\w*|buren|overbu\w*|hij|zij|zich|hun|vent|kerel|deur\w*|raam|ramen"
    r"|schuur\w*|tuin|poort|steeg|hond|sleutel\w*|postbode|bezorg\w*|toen|daarna|kenteken\w*|weet|weten|wist"
    r"|herinner\w*|herken\w*|thuis|vakantie|bel|bellen|gebeld|telefoon\w*|lamp|licht|straat|brief|brieven"
    r"|regen\w*|dag|dagen|nacht|avond|ochtend|middag|uur|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag"
    r"|zondag|gisteren|vannacht|riep|roepen|schreeuw\w*|zei|liep|lopen|reed|stond|stonden|kwam|kwamen|ging|gingen"
    r"|was|waren|wilde|droeg|praatte\w*|praten|geadresseerde|vertrouwelijk\w*|bestemd|ontvanger|kinder\w*|dochter"
    r"|zoon|anoniem|geheim|getuige\w*|aangifte|tip|tips|onderzoek|zaak|opgelost|gepakt|saw|seen|heard|men|a man"
    r"|the man|a car|the car|a van|the van|bikes?|at home|neighbou?r\w*|gesehen|gehort|mann|haus|widzia\w*"
    r"|slysza\w*|sjoen|sjoch|seach|hearde|neat|doar|fyts\w*|buorfrou|bylden|kamera\w*|meitinke|fuort|hast)\b"
    r"|\b(?:een|video|film|beeld|geluids) ?bestand\b|\bbestand\w{0,3}\b.{0,30}\b(?:groot|grote|versturen"
    r"|verzonden|openen|geopend|upload\w{0,4}|download\w{0,4}|gedeeld|opgeslagen|online|mb)\b"
    r"|(?<![\d.:])[012]?\d[:.][0-5]\d(?![\d.:])"
)
"""What was seen, heard or done, when, and by whom: words of a witness."""
_NAMING: Final = (
    r"(?:geef|geven|doorgeven|noem\w*|genoemd|vermeld\w*|zeg|zeggen|delen|deel|gebruik\w*|bekend\w*|openbaar|erbij)"
)
_UNNAMED: Final = re.compile(
    rf"\b{_NAMING}\b.{{0,60}}\b(?:naam|gegevens)\b|\b(?:naam|gegevens)\b.{{0,60}}\b{_NAMING}\b"
    r"|\b(?:geen|zonder) (?:mijn )?naam\b"
)
"""Who tells something, and not who they are."""
_OF_OUR_LIST: Final = re.compile(
    r"\b(?:\w{0,20}lijst|\w{0,20}bestand|systeem|database|\w{0,20}mail\w{0,20}|berichten|meer|langer|voortaan"
    r"|schrap\w{0,5}|verwijder\w{0,5}|wis|wissen|gewist|haal|\w{0,20}halen)\b"
)
"""Where a name is to go from."""
_SIGNED: Final = re.compile(
    r"\W*(?:(?:met )?(?:vriendelijke|hartelijke|lieve|beste) gr\w{2,8}|gr(?:oet|oeten|oetjes|tjs)?|mvg|hgr|vr\.? gr\w*|"
    r"(?:kind|best|warm)? ?regards|greetings|cheers|mit freundlichen grussen|cordialement|pozdrawiam)\b"
    r"(?:[^\w\n]*\n?[^\w\n]*[^\W\d_]+){0,3}\W*"
)
"""A greeting and a name, and nothing above them."""
_MOST_SIGNS: Final = 200
_LATIN: Final = re.compile(r"[a-z]")
_OTHER_LETTERS: Final = re.compile(r"[^\W\d_\x00-\u024f]")
_OF_THE_MAIL: Final = re.compile(
    r"\b(?:lees|lezen|gelezen|open|openen|geopend|vind|vinden|begrijp|begreep|snap|werkt|werkte|doet het|lukt"
    r"|lukte|antwoord\w*|krijg\w*|kreeg|gekregen|gehad|binnen\w*|duidelijk|fijn|wijzig\w*|veranderd?|aangepast"
    r"|klopt|kloppen|reageer\w*|belon\w*|vergoeding|helpen|nuttig|bedankt voor|meedoen|anders|spoed|misver\w*)\b"
)
"""What may be wrong with a mail, and how it came: no wish unless a word of wishing stands with it."""
_WISHING: Final = re.compile(
    r"\b(?:wil|willen|wilt|wul|wol|hoef|hoeft|hoeven|graag|liever|svp|aub|asjeblieft|alstublieft|alsjeblieft"
    r"|gelieve|verzoek|mag|mogen|laat|stop\w*|kunt u|kun je|voortaan|waarom|weg|af|uit|eraf|eruit|zat|beu|moe"
    r"|ongevraagd\w*|ongewenst\w*|spam)\b"
)
_ORDINARY: Final = frozenset(
    folded("""
    iemand somebody someone er ze zij hij hy ie hen hun niemand mensen people persoon personen jongeren groep gasten
    guys he she they his her him there who oma opa moeder zus vriend kennis neef tante oppas kleindochter kleinzoon
    man son dad huis huizen woning flat kamer keuken gang trap dak balkon kelder zolder badkamer hek schutting stoep
    kozijn ruit slot sloten muur hiernaast house home door kitchen street fence shed hoek wijk buurt plein park
    school winkel bureau politie agent agenten wijkagent police recherche meldkamer 112 nummer lijn mes wapen brand
    rook vuur brandt geschoten knal fire smoke knife gun schade breekijzer ladder gestoken opengebroken kapot zakmes
    wapenweg kom komen komt snel gauw direct now nu help hulp helpt helpen bang durf schrok rustig gelukkig hoop
    hopelijk let letten opgelet hulp succes verdacht verdachte bijzonders bijzonderheden aangehouden nieuws informatie
    initiatief resultaten uitslag duidelijkheid beveiligen beveiligd beveiliging preventie voorzichtig hoogte sorry
    excuus reageren reactie langs langskomen terugbellen vertellen verteld afspraak contactgegevens hoe wanneer waar
    wat welke wie kunt kan zie zit zitten staat staan loopt lopen ligt liggen lag hangt rijdt rent rennen sluipt
    klimt woont wonen werk werkt slaap slapen sliep bed vrij zicht meegenomen weggehaald verloren gevonden kwijt
    wit witte zwart zwarte rood rode blauw blauwe grijs grijze groen groene geel gele bruin bruine donker donkere lichte
    jas broek muts pet capuchon trui tas rugzak schoenen golf opel audi bmw ford volvo mercedes toyota peugeot renault
    citroen fiat kia skoda seat tesla volkswagen vw vespa bijlage bijlagen
    hear see saw look looking call anything nothing unusual jemand haus gesehen nichts ktos widzialem widzialam nic
    meld melden mailen ken kent kennen vreemd vreemde
    """).split()
)
"""A witness, a neighbour or who calls for help has one of these; so has who asks something of the police."""
_PLAIN_ANSWERS: Final = frozenset({"nee", "neen", "helaas", "ja", "niets", "niks", "no", "yes", "nope", "nein", "nie"})
_SHORT: Final = 14
"""Words of a reply that is not read sentence by sentence: who tells something needs more, or one of the above."""
_WORD: Final = re.compile(r"[^\W\d_]+|\d+")
_SEEN_ABROAD: Final = re.compile(
    r"\b(?:noticed|spotted|s[lł]ysza[lł]\w*|widzia[lł]\w*|visto|vist[aio]|sentit[oa]|vi|vimos|ouvi|oi|escuche|vazut|auzit"
    r"|gordum|gorduk|duydum|duyduk|vue?s?|entendu|apercu|remarque|bemerkt|furgon\w*|carrinha|camionnette|voiture|men"
    r"|uomini|homens|barbati|hombres|hommes|adam\w*|duba)\b"
    r"|\b(?:a las|as|la ora|alle|verso le|um|gegen|vers|at|around) (?:\d\d?|[^\W\d_]{2,9})"
    r"(?: (?:horas?|heures?|uhr|o'?clock|am|pm))\b|\bo (?:godzinie )?\d\d?\b|\bsaat (?:\d|\w+[dt][ae])\b"
)
"""A witness' words, and times, in languages of which only words of leaving are known besides."""
_STAYS: Final = re.compile(
    r"\b(?:wil|willen|hoef|hoeven) (?:\w+ ){0,3}(?:niet|nooit) (?:\w+ )?(?:afgemeld|uitgeschreven)\b"
    r"|\b(?:meld|schrijf|haal|zet|gooi|verwijder)(?:t u)? (?:mij|me|ons) (?:\w+ ){0,2}(?:niet|nooit)\b"
    r"|\b(?:niet|nooit) (?:\w+ )?(?:afmelden|uitschrijven|stoppen|missen)\b|\bblij(?:f|ven|ft)\b"
    r"|\bgeen \w* ?(?:bezwaar|probleem|moeite)\b|\b(?:weer|opnieuw|ook) (?:\w+ )?(?:aan|mee|meld|in)"
    r"|\bper ongeluk\b|\bmeer (?:van )?(?:zulke|deze|mails?|berichten)\b"
)
_RETURNS: Final = re.compile(r"(?<!\bniet )\b(?:weer|opnieuw) (?:\w+ )?aan(?:meld|gemeld|te melden)")
"""Who wants to come back: Mijn moeder krijgt geen mails meer, kan zij weer aangemeld worden?"""
_LONGEST: Final = 160
"""Letters: a wish is short; a longer sentence tells something."""


def may_be_wish(sentence: str) -> bool:
    """Whether somebody should look at this sentence: it may ask for no more mails."""
    told = folded(sentence).strip()
    if len(told) > _LONGEST or _RETURNS.search(told):
        return False
    plainly = any(said.search(told) for said in _TOLD_PLAINLY)
    if plainly or _STAYS.search(told):
        return plainly
    if _GONE.search(told):
        return True
    if _STORY.search(told) or _stays_unnamed(told):
        return False
    if _is_curt(told) or any(refused.search(told) for refused in _ABROAD) or _KEEPS.search(told):
        return True
    refuses = any(refused.search(told) for refused in _REFUSED)
    return refuses and (not _OF_THE_MAIL.search(told) or _WISHING.search(told) is not None)


def tells_nothing(reply: str) -> bool:
    """Whether a reply is short and has no word of a witness, of thanks or of a question: it may say anything.

    What is in other letters than ours says mostly what was seen, and its few words of leaving are known.
    """
    plain = folded(reply)
    words = _WORD.findall(plain)
    if len(_OTHER_LETTERS.findall(plain)) > len(_LATIN.findall(plain)) or _SIGNED.fullmatch(plain[:_MOST_SIGNS]):
        return False
    if not words or len(words) > _SHORT or _PLAIN_ANSWERS.issuperset(words) or is_thanks(reply):
        return False
    told = " ".join(words)
    says = any(said.search(text) for said in (_STORY, _SEEN_ABROAD, _OF_THE_MAIL, _STAYS) for text in (told, plain))
    return _ORDINARY.isdisjoint(words) and not says and not _stays_unnamed(told)


def _stays_unnamed(told: str) -> bool:
    """Liever mijn naam niet; but not: haal mijn naam weg."""
    return _UNNAMED.search(told) is not None and not _OF_OUR_LIST.search(told)


def _is_curt(told: str) -> bool:
    """Few words that leave or refuse, and name who: Mag ik eraf? Hier geen behoefte aan."""
    words = told.split()
    if told.endswith(":"):  # it says what comes
        return False
    leaves = re.search(rf"\b(?:{_OFF}|{_LEAVING})\b", told) is not None
    refuses = re.search(rf"\b{_NOT}\b.*\b{_WANTED}\b|\b{_WANTED}\b.*\b{_NOT}\b", told) is not None
    ours = len(words) <= 2 or re.search(rf"\b{_OURSELVES}\b", told) is not None
    return len(words) <= _FEW and ((leaves and ours) or (refuses and not _OF_THE_MAIL.search(told)))
