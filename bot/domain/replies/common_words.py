"""Words that tie no cases together, though citizens write them with a capital; folded (folding.py)."""

from typing import Final

from bot.domain.folding import folded
from bot.domain.participants.postcodes import AREAS

PLACE_ENDINGS: Final = (
    *("straat", "laan", "weg", "plein", "gracht", "kade", "dreef", "singel", "steeg", "plantsoen", "dijk", "park"),
    *("hof", "kerk", "school", "museum", "station", "winkelcentrum", "viaduct", "tunnel", "brug", "poort", "wijk"),
)
"""A place says little: it stands in every reply from there."""

_TIMES: Final = """
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april juni juli augustus september
oktober november december vandaag gisteren eergisteren morgen ochtend middag avond nacht kerst kerstmis pasen
pinksteren koningsdag sinterklaas ramadan corona
"""
_PEOPLE: Final = """
agent agenten politie recherche rechercheur brandweer ambulance gemeente burgernet burgernetmail wijkagent meldkamer
buren buurman buurvrouw overbuurman overbuurvrouw bewoner bewoners familie mevrouw meneer mijnheer heren dames moeder
vader dochter vriend vriendin jongen jongens meisje mannen vrouw vrouwen persoon personen verdachte verdachten dader
daders inbreker inbrekers kinderen iemand niemand mensen
"""
_ORIGIN: Final = """
nederland nederlands nederlandse nederlander belgie belgisch belgische duits duitse duitsland duitser engels engelse
frans franse spaans spaanse italiaans italiaanse pools poolse polen roemeens roemeense roemenen bulgaars bulgaarse
russisch russische oekraiens oekraiense turks turkse turken marokkaans marokkaanse marokkanen marokkaan surinaams
surinaamse antilliaans antilliaanse arabisch arabische afrikaans afrikaanse aziatisch aziatische chinees chinese
europees europese oosteuropees oosteuropese oost-europees oost-europese noord-afrikaans noord-afrikaanse zuid-europees
zuid-europese syrisch syrische somalisch somalische iraans iraanse joegoslavisch albanees albanese islam islamitisch
christelijk moslim moslims joods joodse roma sinti getint getinte blank blanke
"""
"""Nobody is tied to anybody by where they come from or what they believe."""
_PLACES: Final = """
amersfoort amsterdam rotterdam utrecht haag eindhoven groningen tilburg almere breda nijmegen apeldoorn haarlem
enschede arnhem zaanstad den-bosch hertogenbosch zwolle leiden zoetermeer maastricht dordrecht hilversum leusden soest
baarn nijkerk bunschoten spakenburg barneveld hoevelaken woudenberg zeist veenendaal ede bilthoven bunnik gelderland
noord-holland zuid-holland noord-brabant limburg flevoland overijssel centrum europa station snelweg knooppunt theater
"""
_MAKES: Final = """
volkswagen renault peugeot toyota mercedes mercedes-benz citroen skoda hyundai nissan suzuki mazda volvo honda yamaha
vespa piaggio tesla chevrolet mitsubishi gazelle batavus samsung apple iphone google nokia huawei philips bosch
sprinter transit transporter vivaro trafic kangoo berlingo caddy clio corsa astra polo fiesta focus golf passat tiguan
tourneo crafter master movano jumper jumpy expert partner fatbike nike adidas puma northface
"""
_FIRMS: Final = """
bakkerij slagerij schildersbedrijf schilders schilder autobedrijf garage loodgieter loodgieters installatie
installaties installatiebedrijf bouwbedrijf aannemer aannemersbedrijf hovenier hoveniers hoveniersbedrijf schoonmaak
schoonmaakbedrijf transport transporten bezorger bezorgers bezorging koerier koeriers koeriersdienst verhuur
verhuizingen verhuisbedrijf techniek elektro onderhoud service services dakdekker dakdekkers dakwerken glashandel
klusbedrijf klussenbedrijf stukadoor tegelzetter taxi restaurant pizzeria pizza cafe supermarkt apotheek makelaar
makelaardij thuiszorg zorg postnl picnic thuisbezorgd gorillas flink bol.com amazon jumbo albert heijn hema action
kruidvat gamma praxis ziggo holland groep group firma bedrijf
"""
_THINGS: Final = """
facebook whatsapp instagram youtube twitter telegram snapchat marktplaats internet email e-mail mail gmail hotmail
outlook android windows bijlage bijlagen camera camerabeelden beelden deurbel deurbelcamera video filmpje foto foto's
fotos auto auto's autos busje bestelbus bestelbusje bestelauto scooter scooters brommer fiets fietsen motor
vrachtwagen aanhanger kenteken kentekenplaat nummerplaat woning woningen huis huizen voordeur achterdeur achtertuin
voortuin poort schuur inbraak inbraken diefstal alarm hond honden groet groeten groetjes vriendelijke bedankt dank
alvast succes geachte beste hallo goedemorgen goedemiddag goedenavond helaas verder daarna daarbij daarom omdat
misschien volgens tijdens tussen rond rondom ongeveer zwart zwarte donkere donker witte grijze grijs rode blauwe blauw
groene groen gele geel oranje bruin bruine zilver zilveren capuchon jas jack broek spijkerbroek petje muts rugzak
sporttas tas handschoenen schoenen meld misdaad anoniem hoogachtend verzonden verstuurd onderwerp
"""
_SURNAMES: Final = """
jansen janssen vries bakker visser smit smits meijer meyer mulder bos vos peters hendriks dekker brouwer dijkstra boer
groot jong berg linden kuiper kok jacobs willems hermans maas verhoeven koster prins huisman schouten postma kramer
post hoekstra veenstra molenaar timmerman gerritsen scholten evers koning yilmaz kaya ahmed mohamed
"""

COMMON_BUT_NAMES: Final = frozenset(
    word for words in (_TIMES, _PEOPLE, _ORIGIN, _PLACES, _MAKES, _THINGS) for word in folded(words).split()
)
"""Those of them that are nobody's name."""
COMMON: Final = frozenset(
    word
    for words in (_TIMES, _PEOPLE, _ORIGIN, _PLACES, _MAKES, _FIRMS, _THINGS, _SURNAMES)
    for word in folded(words).split()
) | {word for area in AREAS for word in folded(area.neighbourhood).replace("-", " ").split()}
