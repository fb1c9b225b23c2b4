"""Words of money by what they do: what is promised or asked, what is charged, what is paid, and what was taken."""

import re
from typing import Final


def _any(words: str) -> str:
    """One of these; ~ stands for a space within one."""
    return "|".join(words.split()).replace("~", " ")


_ONES: Final = _any("een één twee drie vier vijf zes zeven acht negen tien elf twaalf")
_SPELLED: Final = (
    rf"(?:(?:{_ONES})?(?:honderd|duizend)|(?:(?:{_ONES})(?:en|ën))?"
    r"(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)"
    rf"|(?:der|veer|vijf|zes|zeven|acht|negen)tien|{_ONES}|paar|halve|enkele|hoeveel|zoveel)"
)
_NUMBER: Final = rf"(?:\d[\d.,]*(?:,-)?|{_SPELLED})"
_COIN: Final = _any(
    r"""
euro'?s? eur cent centen piek(?:en)?(?!~in\b) knaak knaken pegels meiers? roodjes? ruggen mille gulden dollars? bucks
euries eurootjes quid pounds
"""
)
AMOUNT: Final = (
    r"(?:(?<![\w.,])(?:[3-9]|\d{2,4}),(?:\d[05]|99)(?!\d|[.,]\d| ?(?:m|meter|mtr|cm|km|kg|liter|l|inch|bij|x|uur)\b)|"
    rf"€ ?{_NUMBER}|(?<![\w.,]){_NUMBER} ?(?:€|(?:{_COIN})\b)|(?<![\w.,])\d{{1,7}},-|[£$] ?\d[\d.,]*"
    r"|\b(?:tientjes?|vijfjes?|twintigjes?|vijftigjes?|honderdjes?|geeltjes?|joetjes?|joet|eurootjes?|duizendjes?"
    r"|(?:briefjes?|biljet(?:ten)?) van (?:\d+|vijf|tien|twintig|vijftig|honderd)"
    r"|(?:elke|iedere|per|die) euro)\b)"
)
"""Of money: 12,50 euro, een tientje, honderd euro."""

REWARDS: Final = _any(
    r"""
belon(?:ing|ingen|inkje|en) beloon[dt]? tipgeld\w* vindersloon zwijggeld losgeld losprijs \w*vergoeding(?:en)?
vergoeden vergoedt schadeloosstelling uitloven uit~te~loven uitgeloofd winstdeling dankgeld presentje attentie
onkosten onkostenvergoeding
tegen~(?:contante~|een~|kleine~|een~kleine~)?(?:betaling|vergoeding|inlevering~van~geld|contanten) terugbetaling
terugbetalen terug~te~betalen terugstorten refund(?:s|ed)? reward(?:s|ed)? compensat(?:ion|ie) cashback kortingscode
kortingsbon korting loyaliteitspunten verloten verloot verloting prijzenpot hoofdprijs prijsvraag
"""
)
"""Never loot: what is promised for something."""
_GIFT_KIND: Final = _any(
    """
cadeau kado waarde tegoed geschenk kadeau boeken dinner bios theater bol tank diner giro vvv kortings bloemen sauna
"""
)
GIFTS: Final = (
    rf"(?:(?:{_GIFT_KIND})[ -]?(?:bon(?:nen|netje|s)?|kaart(?:en|je)?|cheques?)"
    r"|gift ?cards?|vouchers?|donaties?|gift(?:en)?|fooi(?:en)?|borg|borgsom|waarborg(?:som)?|statiegeld"
    r"|colle(?:cte|ctes|cteren|cteert)|geldinzameling|inzameling(?:en|sactie)?|benefiet\w*|crowdfunding\w*|sponsor\w*"
    r"|spaaractie|doneer\w*|doneren|donate|donations?|bijverdien\w*|zakcent\w*|zakgeld|extraatje|zak geld"
    r"|tikkies?|betaalverzoek\w*|betaallink\w*|paypal\w*|ideal|bitcoins?|crypto\w*|staatslot\w*|lootjes?)"
)
"""What may be promised, or stolen."""
CHARGES: Final = _any(
    r"""
\w*kosten \w*tarief \w*tarieven leges rekeningetje bijdrage contributie abonnementsgeld lidgeld inschrijfgeld
entreegeld statiegeld aanbetaling aanbetalen voorschot vooruitbetaling eigen~risico \w*toeslag openstaand~bedrag
\w*betaling \w*betalingen storting boete dwangsom \w*incasso deposit fees? payments? bedrag~van bedragje
"""
)
"""What is asked for something; a fact where it is told of a thing or a crime."""
PAYING: Final = _any(
    r"""
betaal betaalt betalen \w+betalen \w+betaalt uitbetaald te~betalen afrekenen reken~af rekent~u~af over~te~maken
overmaken overmaakt overboeken overboekt te~boeken dokken dokt aftikken tikken~af aftikt ophoesten neertellen
neer~te~tellen voorschieten voor~te~schieten bijleggen bij~te~leggen inleggen meelappen crowdfunden inzamelen
in~te~zamelen inzamelt zamelt~(?:\w+~){0,8}in zamelen~(?:\w+~){0,8}in collecteren doneren sponsoren pay(?!~attention)
paying send~money incasseren incasseert innen lappen~(?:\w+~){0,3}voor lappen~we lappen~wij samen~lappen
(?:u|je|jullie)~(?:\w+~){0,6}(?:betaald|voldaan|overgemaakt|gestort)
"""
)
"""In the present: who did it in the past was a victim or a thief."""
PAYING_MONEY: Final = _any(
    r"""
stort storten gestort bijdragen bijdraagt bij~te~dragen draag~bij schuift schuiven lenen leen uitlenen schenken
schenkt uitkeren uitkeert vergoeden trakteren lappen lap lapt transfer voldoen voldoe voldoet voldaan overschrijven
boeken
"""
)
"""These with money beside them."""
_MONEY_NOUN: Final = _any(
    r"""
geld geldje geldbedrag(?:en)? geldprijs geldsom geldstukken centen cash contant contanten contante~geld poen doekoe
flappen muntgeld kleingeld spaargeld duiten bedrag bedragen money
"""
)
MONEY_NOUN: Final = rf"\b(?:{_MONEY_NOUN})\b"
GIVING: Final = _any(
    r"""
krijg krijgt krijgen ontvang ontvangt ontvangen geef geeft geven verdien verdient verdienen win wint winnen gewonnen
ligt~er~\w* klaar klaarligt klaarliggen klaarstaat over~hebben heeft~er~\w* overheeft betaald trek trekt uittrekken
trakteert schenk schenkt schenken doe doet doen leg legt leggen lapt stop stopt steek gooi zet stuur stuurt sturen
breng brengt brengen lever levert leveren vraag vraagt vragen reken rekent rekenen kost kosten kan~kosten ophalen
op~te~halen opgehaald haalt~op halen~op over~voor over~om houden~over mag~houden uitdelen deelt get receive earn give
gives send cost costs
"""
)
"""With an amount or money beside it these give, charge or ask."""
PROMISED: Final = _any(
    r"""
per~huis per~huishouden per~persoon per~adres p\.p\.? pp gouden~tip tipgevers? aan~wie aan~degene voor~de~vinder
eerlijke~vinder per~maand per~jaar per~keer per~tip per~deelnemer per~foto voor~de~gouden voor~wie voor~degene
voor~iedereen voor~diegene voor~elke voor~de~tip voor~een~tip voor~uw~tip voor~uw~moeite voor~de~moeite over~voor
over~om uittrekken overheeft klaarligt klaarliggen
"""
)
"""An amount for whoever does something is no loot, whatever was stolen."""
LOOT: Final = _any(
    r"""
gestolen ontvreemd\w* weggenomen meegenomen weg buit buitgemaakt geroofd beroofd bestolen gerold gejat gepikt
gestolene beroving overval roofoverval\w* straatroof diefstal\w* babbeltruc\w* inbraak ingebroken inbreker inbrekers
verdwenen verdween kwijt kwijtgeraakt mist missen mis vermist ontbreekt ontbreken buitgemaakte nam namen stal stalen
graaide graaiden griste grisden gegrist haalde haalden leeggehaald gehaald leeggeplunderd geplunderd schade \w*schade
waarde nieuwwaarde dagwaarde taxatie\w* geschat geschatte t\.w\.v\.? twv waard \w*waarde aanschaf aanschafprijs
aanschafwaarde nieuwprijs nieuw winkelwaarde kostbaar opgelicht oplichting oplichterij afgetroggeld afgeperst
afpersing afhandig bedonderd gedupeerd\w* fraude \w*fraude phishing verloren verloor gevonden teruggevonden
aangetroffen inbeslaggenomen beslag beslaggenomen portemonnee portefeuille beurs kluis kluisje kluizen geldkist\w*
geldkluis geldlade kassa kassalade geldcassette spaarpot spaarvarken collectebus\w* fooienpot automaatkraak
geldautomaat plofkraak pinautomaat vernield\w* kapot beschadigd\w* gesloopt \w*geslepen opengebroken geforceerd
opengeknipt doorgeknipt ingetikt weggehaald verlies verliezen tankte tankten vernieling vernielingen dief dieven
overvaller overvallers zakkenroller pakte pakten rolde pikte jatte greep roofde roofden plunderde plunderden doorzocht
doorzochten vals valse nepgeld vervalst\w* namaak nepbiljet\w* stolen theft lost missing
"""
)
"""Where money is loot, loss or worth."""
SEEN: Final = _any(
    r"""
zag zagen gezien ziet zie herkent herkende gevonden vond vonden aangetroffen lag lagen zat zaten zit zitten bevat
bevatte bevatten gaat~om ging~om zoek zoeken zoekt gezocht te~koop aangeboden marktplaats stond stonden hing hingen
viel vielen bewaar bewaart bewaren draag draagt berg verstop houd opneemt neemt~u opnemen pint
"""
)
TOLD: Final = _any(
    r"""
betaalde betaalden gaf gaven afgegeven afgaf afgaven stortte stortten kocht kochten verkocht verkochten leende leenden
pinde pinden gepind opgenomen maakte maakten overhandigde overhandigden overhandigd stuurde stuurden kreeg kregen
vroeg vroegen eiste eisten bood boden loofde beloofde beloofden rekende rekenden kostte kostten riep riepen schreeuwde
schreeuwden dwong dwongen gedwongen moest moesten wilde wilden wou wouden zou zouden probeerde probeerden kwam kwamen
ging gingen dacht dachten dreigde dreigden zei zeiden vertelde belde belden liet lieten haalde haalden bleek bleken
verrichtte verrichtten gedaan verricht troggelde troggelden lichtte lichtten afgeven afgepakt afgekeken geblokkeerd
legde legden veroordeelde veroordeelden bedreigde bedreigden
"""
)
"""Whoever tells of the past asks for nothing."""
ADDRESSED: Final = _any(
    r"""
u uw je jij jou jouw jullie we wij ons onze mij me ik mijn iedereen ieder elk elke wie degene diegene graag aub
a\.u\.b svp s\.v\.p alstublieft alsjeblieft even ff nog~niet nog~geen zullen you your please our all iedere gouden
tip~oplevert
"""
)
"""To somebody who reads, or by us."""
_DO: Final = (
    r"(?: \w+){0,2} (?:vraagt|vragen|stuurt|sturen|belt|bellen|zegt|zeggen|doet|doen|laat|laten|wil|willen|maakt"
    r"|maken|probeert"
    r"|proberen|betaalt|betalen|eist|eisen|belooft|beloven|biedt|bieden|haalt|halen|komt|komen|verkoopt|verkopen"
    r"|gebruikt"
    r"|gebruiken|pint|pinnen|koopt|kopen|rekent|rekenen|krijgt|krijgen|beweert|beweren|dreigt|dreigen|hebben|heeft)"
)
_CRIMINALS: Final = (
    r"(?:(?:nep|bank)?(?:oplichters?|nepagent(?:en)?|nepbankmedewerkers?|nepmonteurs?|criminelen?|dieven|dief"
    r"|daders?|verdachten?"
    r"|fraudeurs?|bellers?|inbrekers?|overvallers?|afpersers?|bendes?|babbeltruc\w*|zakkenrollers?|hackers?))"
)
OFFENDER: Final = re.compile(rf"\b{_CRIMINALS}{_DO}\b", re.IGNORECASE)
"""What swindlers do is a warning."""
THEY: Final = re.compile(
    rf"\b(?:zij|ze|hij|men|mensen|(?:de|een|deze|die) (?:man|vrouw|jongen|persoon)|(?:twee )?mannen|vrouwen){_DO}\b",
    re.IGNORECASE,
)
"""Somebody else than we."""
NO_MONEY: Final = re.compile(
    r"\b(?:op (?:ons|u|jou|hem|haar|hulp|steun|begrip|hen|dat|de \w+|uw hulp|uw steun) (?:kunnen |kunt "
    r"|mag )?rekenen|reken\w* op (?:uw|je|ons|de)"
    r"|rekening\w* (?:mee )?(?:te )?(?:houden|gehouden)|houd\w* (?:er )?rekening\w*|(?:kost|kosten|kostte) (?:u "
    r"|je |ons |het |maar |slechts |niet |nog |veel |te |best |erg |ongeveer |maximaal |\d+ |een |twee |vijf |paar "
    r"|wel |meer "
    r"|weinig |wat |ook )*(?:tijd|minuten|minuut|uur|moeite|werk|seconden|dagen|levens|energie|inspanning)"
    r"|kosten noch|ten koste|op eigen kosten"
    r"|een tikkie (?:te|[a-z]{3,}er)"
    r"|(?:ramen|ruiten|zemen|raam|autoruiten) (?:te )?(?:lappen|lapt)|lappen (?:stof|leer|vlees|grond)|(?:oude"
    r"|stoffen|leren|een paar) lappen"
    r"|(?:lap|lappen) (?:om|over|voor) (?:het|de)|betaald parkeren|parkeer\w* betalen|(?:in|als|ter|bij) (?:borg"
    r"|onderpand) \w+"
    r""
    r"|(?:paar|drie|vier|\d+|vele|veel) ballen|bal(?:len)? (?:over|in|tegen|uit))\b",
    re.IGNORECASE,
)
"""Said with words of money, of something else."""
BILLED: Final = re.compile(
    r"\b(?:kunt|kan|kunnen) missen\b|\brekening\b[^.!?]{0,40}\b(?:op zich|draagt)\b|"
    r"\b(?:krijgt?|krijgen|ontvangt?|ontvangen|geven|geeft|doen|winnen|wint)\b[^.!?]{0,40}\b(?:cadeau(?:tje)?"
    r"|presentje|geschenk|iets leuks)\b"
    r"|\bverha(?:len|alt)\b[^.!?]{0,40}\bop (?:u|je)\b|\bdeclareren\b|"
    r"\b(?:krijgt|ontvangt|krijgen|ontvangen|sturen (?:wij|we)|(?:wij|we) sturen|volgt)\b[^.!?]{0,40}\b(?:factuur"
    r"|acceptgiro|rekening|nota)\b"
    r"|\bpinnen (?:mag|kan|graag|is)\b|\b(?:kunt|kan|mag|moet) (?:u|je)\b[^.!?]{0,30}\b(?:pinnen|contant"
    r"|afrekenen)\b|\bop de pof\b"
    r"|\b(?:maak|maakt|maken) (?:u |je |wij |we )?kans\b|\bkans (?:op|maken op) (?:een|de) \w*(?:prijs|reis|geld"
    r"|dinerbon|ipad|iphone|fiets|kaarten)\b"
    r"|\b(?:win|wint|winnen) (?:een|de) (?!wedstrijd|race|strijd)\w+"
    r"|\b(?:factuur|acceptgiro|rekening|nota)\b[^.!?]{0,40}\b(?:volgt|voldoen|betalen)\b|\bniet gratis\b"
    r"|\bniet voor niets\b"
    r"|\b(?:elke|iedere) euro(?:tje)?\b|\bbeetjes (?:zijn welkom|helpen)\b|\b(?:kunt|kan|kunnen|wilt|wil) (?:u|je"
    r"|jullie|jij"
    r"|we|wij)\b[^.!?]{0,40}\bmissen\b"
    r"|\b(?:lap|lapt|lappen|betaal|betaalt|betalen|leg|legt|leggen)\b[^.!?]{0,25}\bmee\b"
    r"|\b(?:leg|legt|leggen)\b[^.!?]{0,40}\bbij (?:voor|aan)\b|\byour (?:bank|card|account|pin|password)\b"
    r"|\bzakje met\b[^.!?]{0,20}\bgeld\b",
    re.IGNORECASE,
)
"""A bill, a prize, or how to pay."""
