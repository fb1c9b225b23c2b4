"""What is written with a capital and may stand in the list of names, but is a thing, a firm or a time; folded."""

from typing import Final

from bot.domain.folding import folded
from bot.domain.guard.words import words_of
from bot.domain.participants.postcodes import AREAS
from bot.domain.replies.common_words import COMMON_BUT_NAMES

_TIMES: Final = """
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus
september oktober november december ma di wo do vr za zo jan feb mrt apr jun jul aug sep sept okt nov dec kerst
kerstmis kerstdag pasen pinksteren hemelvaart koningsdag koningsnacht bevrijdingsdag sinterklaas oudjaar nieuwjaar
ramadan carnaval halloween valentijnsdag moederdag vaderdag suikerfeest offerfeest corona zomer winter lente herfst
oud nieuw goede
"""
_CARS: Final = """
alfa romeo audi bentley bmw byd cadillac chevrolet chrysler citroen corvette cupra dacia daewoo daihatsu daimler
dodge ferrari fiat ford honda hummer hyundai infiniti isuzu iveco jaguar jeep kia lada lamborghini lancia landrover
lexus lynk man maserati mazda mercedes mercedes-benz mini mitsubishi nissan opel peugeot piaggio polestar porsche
renault rover saab scania seat skoda smart ssangyong subaru suzuki tesla toyota vauxhall volkswagen volvo vw xpeng
yamaha kawasaki ducati aprilia harley davidson ktm kymco sym vespa peugeotscooter piaggo zip tomos zundapp kreidler
puch solex golf polo passat tiguan touran transporter caddy crafter sharan lupo fox up beetle scirocco arteon id
corsa astra vectra meriva zafira vivaro movano insignia mokka adam clio megane scenic twingo captur kangoo trafic
master espace kadjar laguna fiesta focus mondeo transit tourneo kuga galaxy puma mustang escort ka picanto rio ceed
sportage sorento niro yaris auris corolla aygo prius avensis rav hilux hiace octavia fabia superb rapid kodiaq karoq
yeti citigo roomster leon ibiza arosa alhambra ateca arona berlingo jumper jumpy picasso cactus partner expert boxer
rifter panda punto ducato doblo scudo micra qashqai juke leaf note primastar vito viano sprinter citan civic accord
jazz swift alto ignis vitara jimny sandero duster logan spring model kona tucson ioniq getz matiz aveo captiva
primera galant colt outlander panamera cayenne macan boxster carrera evoque defender discovery freelander wrangler
cherokee compass renegade giulietta giulia stelvio mito cooper countryman clubman fortwo forfour daily stilo bravo
tipo touareg amarok multivan california kever up
"""
_BICYCLES: Final = """
gazelle batavus sparta giant cortina vanmoof swapfiets union koga cube trek stella urban arrow urbanarrow babboe
carqon bakfiets sensa stevens scott specialized merida cannondale bianchi canyon orbea btwin popal altec puky bsp
qwic rih dutch id lekker veloretti fatbike knaap super73 la souris ouxi phatfour doppio gepida kalkhoff conway ghost
bosch shimano yamaha peugeot burgers simplon santos idworx van raam moustache brompton amslod ebike bergamont veloce
riese muller loekie
"""
_CLOTHES: Final = """
nike adidas puma reebok asics fila kappa lotto umbro diadora lacoste gucci prada moncler northface north face stone
island tommy hilfiger calvin klein hugo boss ralph lauren polo armani emporio versace diesel levi levi's levis
g-star gstar wrangler lee jack jones wolfskin selected only vero moda zara h&m mango primark bershka pull bear c&a
we esprit gant timberland ugg ugg's converse vans crocs birkenstock dr martens skechers new balance jordan air max
airmax canada goose parajumpers nikkie malelions napapijri columbia helly hansen patagonia fjallraven carhartt
dickies ellesse superdry champion supreme balenciaga burberry dior chanel louis vuitton michael kors guess karl
lagerfeld bjorn borg eastpak kipling samsonite karrimor under armour gymshark fred perry ben sherman lonsdale
everlast the new era kangol quiksilver billabong roxy oneill o'neill desigual gaastra scapino pme legend cars petrol
industries vanguard barbour peak performance rolex omega casio swatch seiko tissot breitling cartier pandora
swarovski tag heuer tudor fossil olivia burton daniel wellington hermes fendi givenchy kenzo off-white chloe coach
furla mulberry rituals zadig voltaire black bananas
"""
_THINGS: Final = """
samsung apple iphone ipad macbook airpods galaxy google pixel nokia huawei xiaomi oppo oneplus motorola sony philips
bosch siemens miele dyson lenovo dell hp acer asus toshiba microsoft xbox playstation nintendo switch canon nikon
panasonic lg jbl bose sonos garmin tomtom ring eufy arlo nest eneco essent vattenfall ziggo kpn odido tele2 t-mobile
vodafone tele windows android whatsapp facebook instagram snapchat tiktok telegram youtube twitter messenger signal
marktplaats vinted makita dewalt hilti metabo ryobi stihl husqvarna karcher hitachi festool gardena weber kitchenaid
senseo nespresso nespresso dolce gusto lego barbie yale nemef axa abus linka lips dom iseo mul-t-lock velux luxaflex
verisure heineken grolsch amstel brand bavaria jupiler jack daniels red bull monster marlboro camel winston
chesterfield pall mall drum senior junior bluetooth wifi usb led dna ip gps maglite leatherman victorinox swiss
stanley fein milwaukee parkside fender gibson yamaha bugaboo joolz stokke quinny maxi-cosi altrex casio stella
burton estwing irwin knipex wera bahco gerber fluke
"""
_SHOPS: Final = """
albert heijn jumbo lidl aldi plus dirk coop spar hoogvliet dekamarkt deka boni poiesz vomar nettorama picnic
ekoplaza hema action blokker xenos wibra zeeman kruidvat etos trekpleister da gamma praxis karwei hornbach hubo
intratuin ikea leen bakker mediamarkt coolblue bol bol.com amazon zalando bijenkorf v&d intertoys toychamp decathlon
perry sport bever jd aktiesport footlocker foot locker scapino van haren omoda ziengs nelson manfield sacha pearle
specsavers hans anders eye wish kwantum leenbakker jysk beter bed swiss sense kees smit seats sofas goossens shell
esso bp total texaco tinq tango gulf mcdonalds mcdonald's burger king kfc subway domino's dominos febo bagels beans
starbucks la place ns nl gvb arriva connexxion keolis syntus qbuzz postnl dhl ups dpd gls fedex bpost thuisbezorgd
uber deliveroo flink gorillas getir bruna primera ako the read shop gall jamin simon levelt expert bcc jan linders
linders deen makro sligro hanos lampie welkoop welkoop boerenbond halfords anwb kwikfit kwik fit euromaster profile
carglass rabobank ing abn amro asn sns knab bunq aegon achmea interpolis univé centraal beheer ohra fbto ditzo
lemonade mollie geldmaat brezan toolstation kringloop rataplan leger des heils tulp dille kamille sostrene grene
flying tiger sissy-boy rituals lush douglas ici paris hellofresh marley spoon crisp happy meal big mac whopper mcflurry
ben jerry's ben&jerry's doritos pringles lay's pepsi cola coca-cola fanta sprite twix bounty tony's chocolonely
"""
_BODIES: Final = """
politie burgernet burgernetmail recherche brandweer ambulance gemeente ggd ggz om openbaar ministerie halt
reclassering kmar marechaussee defensie veiligheidsregio rijkswaterstaat prorail staatsbosbeheer meld misdaad
anoniem slachtofferhulp nederland veilig thuis handhaving boa boa's woningcorporatie portaal alliantie omnia eigen
haard ymere vestia woonzorg belastingdienst uwv duo cbr rdw kadaster tweede kamer rijk anp rtv nos nu.nl ad
telegraaf volkskrant stadsbron bvh dik swat aot me dsi team meldkamer wijkagent wijkteam scouting voedselbank
dierenambulance reddingsbrigade dierenbescherming greenpeace unicef amnesty
oxfam novib cordaid kwf kika officier justitie raad
rechtbank europol interpol nfi forensische opsporing forensisch
"""
_LANDS: Final = """
nederland belgie duitsland frankrijk engeland polen roemenie bulgarije turkije marokko suriname spanje italie europa
amsterdam rotterdam utrecht haag amersfoort leusden soest baarn hoevelaken nijkerk barneveld bunschoten spakenburg
noord zuid oost west noordoost noordwest zuidoost zuidwest rijn maas waal ijssel eem vecht lek amstel veluwe
achterhoek betuwe randstad eemland gooi eemplein eemhuis birkhoven bokkeduinen
"""
_REST: Final = """
he hee heej hey hoi hallo yo oh ah au oke deja zaan
alle allen elk na om over min nam ha al an beste mad had liep prima karma server raid hope man rembrandt nova
god jezus maria vader zoon moeder opa oma ok aub svp ivm tav ter etc ca max min plus nr maar als dan dit dat van der
den spoed let op sos eps art lid mark marks euro pond dollar corona covid aids mo dna sv vv fc ajax psv feyenoord
nac az xl xxl xs bv nv vof eu vs cd dvd tv pc hd ict mbo hbo vmbo havo vwo roc nato vn wc cv ev suv mpv lpg abs es
ss rs gt gti gtd tdi tsi amg line sport van
"""

_PEOPLE: Final = """
adam albert anders bakker ben bjorn borg burgers calvin chloe daniel douglas frans fred goossens hans hugo jack
jan karl kees lauren lee leen leon levi linders logan louis maria mark martens max michael mo muller nelson olivia
perry ralph romeo scott simon smit stanley stella stevens tommy winston dirk klein prins koning visser vos jones
boss
"""
"""Part of a shop's or a make's name (PHRASES); alone each is a person's name."""

_ALL: Final = (_TIMES, _CARS, _BICYCLES, _CLOTHES, _THINGS, _SHOPS, _BODIES, _LANDS, _REST)
NOBODY: Final = (
    frozenset(word for words in _ALL for word in folded(words).split()) - frozenset(_PEOPLE.split()) | COMMON_BUT_NAMES
)
"""Alone no name, whatever the list of names says; behind a title or between names it may be one."""

TIMES: Final = words_of("""
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus
september oktober november december zomer winter lente herfst
""")
"""Written small where they tell when; with a capital somebody may be called so."""
SOLD: Final = frozenset(
    word for words in (_CARS, _BICYCLES, _CLOTHES, _THINGS, _SHOPS, _LANDS) for word in folded(words).split()
)
"""Makes, shops and towns: behind these, even where they begin a sentence, stands what belongs to them."""
MAKERS: Final = frozenset(word for words in (_BICYCLES, _CLOTHES, _THINGS) for word in folded(words).split())
PRODUCTS: Final = tuple(
    words_of("""
fiets bike jas jack trui vest broek jeans pet muts tas tassen rugzak schoenen schoen sneakers laarzen horloge
ketting armband ring ringen parfum bril zonnebril koffer laptop telefoon tablet televisie tv camera machine beitel
hamer tang gereedschap zaag schaar accu boor koevoet schroevendraaier shirt pak riem sjaal handschoenen portemonnee
kinderwagen wagen gitaar piano sieraden drone slot sloten helm scooter auto motor kluis koptelefoon speaker console
overhemd polo hoodie sweater badge
""")
)
"""Made by MAKERS: a beitel van Stanley is nobody's chisel."""

_MORE_PHRASES: Final = tuple(
    phrase.replace("~", " ")
    for phrase in words_of("""
douwe~egberts engelbert~strauss john~lewis paul~green marc~jacobs giorgio~armani roberto~cavalli daniel~hechter
stella~mccartney alexander~mcqueen philipp~plein thomas~sabo michel~herbelin patek~philippe maurice~lacroix
frederique~constant jacob~jensen laura~ashley cath~kidston henri~lloyd lyle~&~scott brooks~brothers floris~van~bommel
van~lier van~bommel van~nelle hertog~jan ben~&~jerry's ben~en~jerry's captain~morgan jack~&~jones johnnie~walker
remy~martin royal~enfield moto~guzzi kawasaki~ninja johnny~loco eddy~merckx van~dijck guy~fawkes santa~cruz
rocky~mountain ac~milan inter~milan real~madrid fc~barcelona manchester~united manchester~city bayern~munchen
borussia~dortmund aston~villa west~ham paris~saint-germain fc~utrecht sparta~rotterdam willem~ii fortuna~sittard
go~ahead~eagles los~angeles~lakers chicago~bulls new~york~yankees bang~&~olufsen harman~kardon bowers~&~wilkins
hunter~douglas atlas~copco jan~de~rijk jan~de~bouvrie van~cleef van~wijnen ballast~nedam volker~wessels van~gelder
van~oord van~den~bergh-hegeman radio~538 jaap~eden max~verstappen prins~claus frans~hals johan~cruijff johan~cruyff
anton~pieck dick~bruna leonardo~da~vinci karel~appel piet~mondriaan george~ezra taylor~swift andre~hazes marco~borsato
sint~joris willem~de~zwijger michael~jordan
""")
)
"""Firms, clubs and the famous."""

PHRASES: Final = frozenset(
    tuple(phrase.split())
    for phrase in [
        "albert heijn",
        "rode kruis",
        "jan linders",
        "dirk van den broek",
        "dirk van de broek",
        "hans anders",
        "kees smit",
        "leen bakker",
        "van haren",
        "van gogh",
        "anne frank",
        "tommy hilfiger",
        "calvin klein",
        "hugo boss",
        "ralph lauren",
        "karl lagerfeld",
        "michael kors",
        "louis vuitton",
        "bjorn borg",
        "fred perry",
        "ben sherman",
        "helly hansen",
        "jack jones",
        "jack & jones",
        "jack and jones",
        "jack wolfskin",
        "jack daniels",
        "jack daniel's",
        "johnnie walker",
        "harley davidson",
        "alfa romeo",
        "daniel wellington",
        "olivia burton",
        "tag heuer",
        "pierre cardin",
        "paul smith",
        "dr . martens",
        "dr martens",
        "calvin harris",
        "jan modaal",
        "jip en janneke",
        "jan en alleman",
        "zwarte piet",
        "sint maarten",
        "sint nicolaas",
        "wilhelmina toren",
        "prins bernhard",
        "willem alexander",
        "levi strauss",
        "levi's",
        "simon levelt",
        "ici paris",
        "van raam",
        "van moof",
        "bakker bart",
        "multi vlaai",
        "dolce gabbana",
        "jean paul",
        "yves saint laurent",
        "aston martin",
        "land rover",
        "range rover",
        "stella artois",
        "la souris",
        "super mario",
        "max mara",
        "karl kani",
        "tom tailor",
        "tom ford",
        "marc o'polo",
        "hunkemoller",
        "johan cruijff arena",
        "jan des bouvrie",
        "kate spade",
        "ted baker",
        "hans textiel",
        "gerard brandt",
        "klaas vaak",
        "santa claus",
        "black friday",
        "jan van gent",
        "jan klaassen",
        "john deere",
        "leger des heils",
        "dr . oetker",
        "dr oetker",
        "ray ban",
        "ray-ban",
        "jimmy choo",
        "vivienne westwood",
        "victor & rolf",
        "mr . bean",
        "mr . clean",
        "van den ende",
        "van der valk",
        "hotel van der valk",
        "de bijenkorf",
        "van dale",
        "berg en bos",
        *_MORE_PHRASES,
        "emiclaer",
        "gall & gall",
        "gall en gall",
    ]
)
LONGEST_PHRASE: Final = max(map(len, PHRASES))
AREA_WORDS: Final = frozenset(
    part for area in AREAS for part in folded(area.neighbourhood).replace("-", " ").split() if part not in {"de", "den"}
)
