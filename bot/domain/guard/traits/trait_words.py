"""Words of persons, of origin and of skin; folded."""

from typing import Final

from bot.domain.guard.traits.origin_words import ALSO_PLAIN_TOO, MORE_INHABITANTS
from bot.domain.guard.words import words_of

PEOPLES: Final = words_of(
    """
nederlands belgisch vlaams waals duits frans engels brits schots iers amerikaans canadees australisch spaans
portugees italiaans grieks turks koerdisch marokkaans algerijns tunesisch libisch egyptisch syrisch iraaks irakees
iraans perzisch afghaans pakistaans indiaas indisch indonesisch moluks molukse chinees japans koreaans vietnamees
thais filipijns surinaams antilliaans arubaans curacaos caribisch creools hindoestaans javaans kaapverdisch ghanees
nigeriaans somalisch ethiopisch eritrees soedanees congolees angolees kameroens gambiaans senegalees guinees
liberiaans pools roemeens bulgaars hongaars tsjechisch slowaaks sloveens kroatisch servisch bosnisch albanees
kosovaars macedonisch moldavisch oekraiens russisch wit-russisch georgisch armeens azerbeidzjaans litouws lets ests
estisch deens zweeds noors fins ijslands zwitsers oostenrijks joegoslavisch tsjetsjeens oezbeeks kazachs mongools
colombiaans venezolaans braziliaans argentijns chileens peruaans mexicaans dominicaans cubaans haitiaans jamaicaans
israelisch palestijns libanees jordaans saoedisch jemenitisch koeweits arabisch berbers afrikaans aziatisch europees
slavisch balkan mediterraan scandinavisch baltisch kaukasisch latijns-amerikaans zuid-amerikaans noord-afrikaans
oost-europees west-europees zuid-europees midden-europees noord-europees oosteuropees zuideuropees noordafrikaans
centraal-europees west-afrikaans oost-afrikaans zuid-afrikaans zuid-aziatisch oost-aziatisch noord-aziatisch
antilliaans-nederlands midden-oosters oosters oostblok westers niet-westers noordafrikaan buitenlands allochtoon
autochtoon uitheems exotisch zigeunerachtig negroide tamil srilankaans nepalees bengaals roma sinti fries limburgs
brabants twents gronings drents zeeuws haags amsterdams rotterdams utrechts gelders achterhoeks vreemdelingen
inheems indiaans gemengd halfbloed noord-hollands zuid-hollands hollands surinamees antiliaans marrokaans marokaans
romeens turkse zuiders zuidelijk zuidoost-europees noordwest-europees kirgizisch turkmeens tibetaans maleis
maleisisch nieuw-zeelands centraal-aziatisch oost-indisch papoeaas keniaans ugandees rwandees mauritaans malinees
"""
)
"""As they stand behind "het is"; with -e before a noun. The last are often misspelled so."""
REGIONS: Final = words_of(
    """
fries limburgs brabants twents gronings drents zeeuws haags amsterdams rotterdams utrechts gelders achterhoeks
hollands noord-hollands zuid-hollands vlaams
"""
)
"""Of these only how somebody speaks or looks is meant."""
INHABITANTS: Final = MORE_INHABITANTS | words_of(
    """
marokkaan marokkanen marokkaanse marokkaantje marokkaantjes turk turken pool polen poolse roemeen roemenen bulgaar
bulgaren antilliaan antillianen surinamer surinamers hindoestaan hindoestanen somalier somaliers syrier syriers
afghaan afghanen irakees irakezen iranier iraniers pers albanees albanezen rus russen oekrainer oekrainers duitser
duitsers belg belgen fransman fransen engelsman brit britten chinees chinezen aziaat aziaten afrikaan afrikanen
arabier arabieren oostblokker oostblokkers oost-europeaan oost-europeanen noord-afrikaan noord-afrikanen
zuid-europeaan zuid-amerikaan zuid-amerikanen latino latino's zigeuner zigeuners zigeunerin neger negers negerin
kleurling kleurlingen blanke blanken buitenlander buitenlanders allochtoon allochtonen autochtoon autochtonen
asielzoeker asielzoekers vluchteling vluchtelingen immigrant immigranten migrant migranten arbeidsmigrant
arbeidsmigranten statushouder statushouders mulat mulatten creool creolen molukker molukkers berber berbers koerd
koerden litouwer litouwers let letten hongaar hongaren griek grieken italiaan italianen spanjaard spanjaarden
portugees portugezen serf serven serviër kroaat kroaten bosnier bosniers joegoslaaf joegoslaven egyptenaar
egyptenaren algerijn algerijnen tunesier tunesiers nigeriaan nigerianen ghanees ghanezen eritreeer eritreeers
ethiopier ethiopiers pakistaan pakistanen indier indiers vietnamees vietnamezen thai amerikaan amerikanen
nederlander nederlanders hollander hollanders limburger limburgers braziliaan brazilianen colombiaan colombianen
antiliaan mocro mocro's naffer naffers nafri nafri's oostblokbende illegaal illegalen vreemdeling vreemdelingen
gastarbeider gastarbeiders seizoenarbeider seizoenarbeiders seizoensarbeider seizoensarbeiders expat expats tatta
tatta's donkere getinte oosteuropeaan oosteuropeanen woonwagenbewoner woonwagenbewoners roma sinti sinti's roma's kamper
kampers halfbloed
"""
)
ALSO_PLAIN: Final = ALSO_PLAIN_TOO | words_of(
    """
pool polen poolse pers marokkaanse let thai roma blanke donkere getinte berber chinees albanees portugees irakees
ghanees vietnamees kamper pools illegaal letten serven fransen halfbloed autochtoon allochtoon engelsman limburger
"""
)
"""Inhabitants only where an article or a number stands before them (een Pool) or nothing behind them."""
SKIN: Final = words_of(
    """
getint licht-getint donker-getint lichtgetint donkergetint blank donkergekleurd lichtgekleurd gekleurd donkerhuidig
lichthuidig zwartgekleurd donkerkleurig negroide kleurling getaand halfbloed dubbelbloed niet-blank roomblank
"""
)
"""With -e too; of a person wherever they do not stand before a thing."""
SKIN_BEFORE_PERSONS: Final = words_of("zwart wit bruin donker licht gekleurd blank")
"""Of skin only right before somebody: a black man, no black coat."""
PERSONS: Final = words_of(
    """
man mannen mannetje vrouw vrouwen vrouwtje jongen jongens jongetje meisje meisjes meid meiden dame dames heer heren
persoon personen mens mensen dader daders verdachte verdachten inbreker inbrekers dief dieven kind kinderen stel
stelletje koppel gezin gezinnen familie families bende bendes groep groepje groepjes jongeman jongemannen jeugd
jongeren jongere bezorger arbeider arbeiders werknemers type types figuur figuren gast gasten kerel kerels vent
venten buurman buurvrouw buren bewoner bewoners bewoonster tiener tieners puber pubers student studenten bouwvakker
bouwvakkers schilder schilders klusser klussers bestuurder bestuurster chauffeur fietser passagier passagiers
bijrijder slachtoffer getuige getuigen overvaller overvallers rover rovers straatrover collega vriend vriendin
vrienden broers zussen broer zus vader moeder ouders dochter zoon echtpaar oplichter oplichters zwerver zwervers
bedelaar bedelaars verkoper verkopers zakkenroller zakkenrollers insluiper eigenaar huurder huurders werkster
schoonmaakster knul knullen opa oma onbekende onbekenden duo trio tweetal drietal individu individuen m v nn
manspersoon vrouwspersoon manspersonen volwassene bejaarde oudere ouderen monteur postbode collectant colporteur
colporteurs handelaar winkelier ondernemer medewerker klant klanten scooterrijder bromfietser automobilist crimineel
criminelen
"""
)
ATTRIBUTES: Final = words_of(
    """
uiterlijk uiterlijke voorkomen afkomst accent tongval dialect origine herkomst nationaliteit komaf trekken roots
gelaatstrekken achtergrond paspoort gezicht gelaat huid huidskleur huidtint huidkleur teint tint looks bloed
gemeenschap kenmerken gelaatskleur afstamming migratieachtergrond gezichtskleur taal moedertaal ogen naam neus
uitspraak etniciteit ras type spraak
"""
)
"""What adjectives of origin describe in a person: a Polish accent, of Turkish descent."""
ALWAYS_TRAITS: Final = words_of(
    """
accent tongval huidskleur huidtint huidkleur migratieachtergrond etniciteit gelaatskleur komaf gelaatstrekken
nationaliteit
"""
)
"""These tell of somebody whatever stands before them."""
LOOKING: Final = words_of(
    """
uitziend uitziende ogend ogende uitzienende lijkend lijkende sprekend sprekende pratend pratende getint getinte
gekleurd gekleurde achtig achtige
"""
)
NO_SKIN: Final = words_of("gekleed geklede gekleden kleding")
SPEAKING: Final = words_of(
    """
verstond verstaat verstonden verstaan beheerst sprak spraken spreekt spreken praat praatte praatten praten gesproken
vloekte vloekten vloekt schold scholden fluisterde fluisterden mompelde mompelden zong overlegde overlegden
discussieerde discussieerden belde belden telefoneerde schreef schreven roept roepen riep riepen schreeuwde
schreeuwden zei zeiden
"""
)
COPULAS: Final = words_of("lag ligt lagen liggen bleef raakte") | words_of(
    """
ziet zag zagen zien is was zijn waren leek leken lijkt lijken oogde oogden oogt betreft betrof schijnt bleek blijkt
klonk klonken
"""
)
HEDGES: Final = words_of(
    """
mogelijk vermoedelijk waarschijnlijk misschien zeer heel erg nogal licht donker een beetje wat iets van vrij zeker
duidelijk volgens mij getuigen getuige om qua ook allemaal beiden beide half typisch vloeiend gebroken slecht
perfect goed in het wellicht denk ik naar schatting ernstig zwaar streng diep strikt licht- onderling samen elkaar
vooral geen nauwelijks amper redelijk vlot plat er uit niet echt eerder wel meer zelf
"""
)
THINGS_OF_ORIGIN: Final = words_of(
    """
auto bus busje kenteken kentekenplaat kentekenplaten nummerplaat bestelbus bestelbusje vrachtwagen merk aanhanger
caravan camper wagen taxi motor scooter kentekens voertuig voertuigen fiets bier brood wijn winkel supermarkt
restaurant bakker vlag hond taal tekst brief mail film folder muziek boek website formulier ondertiteling zender
"""
)
DEGREES: Final = words_of("""
licht donker zwaar ernstig streng zeer erg waarschijnlijk mogelijk vermoedelijk
""")
"""Before an adjective these go along with it: licht getinte."""
COUNTS: Final = words_of("""
twee drie vier vijf zes zeven acht negen tien enkele meerdere wat paar veel sommige een de die deze
""")
GOES_ON: Final = words_of(
    """
die dat met van uit was is en of in waren zijn had stond liep heeft op bij werd woont maar tot zonder zat rende kwam
"""
)
"""Behind somebody the sentence goes on with these; behind an adjective it does not."""
SPEAKERS: Final = words_of("met zij ze hij ook hem haar hen iemand de daders mannen man vrouw")
HOW_WELL: Final = words_of("""
geen slecht gebroken vloeiend perfect goed beetje nauwelijks amper redelijk vlot plat half wat
gebrekkig krom moeizaam matig accentloos onverstaanbaar
""")
SPEAKING_ONES: Final = words_of("sprekend sprekende sprekenden pratend pratende")
CAME: Final = words_of("komt kwam komen kwamen")
FROM: Final = CAME | words_of("afkomstig geboren oorspronkelijk gevlucht ouders roots wortels bende")
"""Behind these somebody is from a country: afkomstig uit Polen."""
NO_SKIN_OF: Final = words_of("gezicht achtergrond ras bloed paspoort ogen naam neus taal")
"""A dark background is no skin."""
ALONE: Final = words_of("persoon kind meisje type jongetje stel koppel gezin")
"""Before these an adjective has no -e: een donker type."""
BUILDS: Final = words_of("""
jonge oude lange kleine grote dikke dunne slanke oudere jongere onbekende magere forse stevige
""")
