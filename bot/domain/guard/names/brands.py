"""Makes, shops and firms by class, whose name may be somebody's: a thing beside them tells; folded."""

from typing import Final

from bot.domain.guard.words import words_of

_WHEELS: Final = words_of("""
nolan shoei arai hjc agv schuberth caberg airoh giro abus lazer uvex poc smith kask met casco dainese alpinestars
revit rst richa spidi furygan ixon belstaff rukka macna held segura bering stadler piaggio gilera derbi peugeot sym
kymco niu segway ninebot xiaomi vmoto unu aprilia benelli husqvarna triumph norton enfield guzzi zontes keeway mash
brixton polini malossi stage6 yasuni leovince giannelli tecnigas stella ortlieb vaude thule yepp bobike hamax
polisport basil newlooxs beck agu willex vertical racktime tubus busch axa trelock hiplok kryptonite knog lezyne sigma
cateye wahoo garmin hammerhead campagnolo sram brooks selle schwalbe continental vittoria pirelli michelin dunlop
bridgestone goodyear hankook vredestein brembo akrapovic remus pinarello colnago wilier cervelo felt haibike rossignol
kona norco marin yeti ridley merckx museeuw moser gazelle norta multicycle azor loco dijk veloe fongers simplex
juncker
""")
_TOOLS: Final = words_of("""
marshall fender gibson ibanez epiphone taylor gretsch korg steinway bechstein pearl sonor zildjian sabian heijmans bam
dura vermeer strukton ballast nedam wessels volker tbi wijnen hegeman huybregts boskalis heerema spie croon batenburg
unica engie homij breman feenstra kemkens makita dewalt hilti stanley stahlwille gedore hazet facom snap snapon knipex
wiha wera bahco proxxon dremel einhell skil worx rupes mirka kango atlas copco kaeser honda kubota takeuchi wacker
neuson bomag hatz generac geberit grohe vaillant remeha nefit intergas itho daalderop bosch viessmann atag nibe daikin
fronius enphase goodwe growatt huawei ritto elro kerkhoff engelbert strauss snickers blaklader mascot tricorp havep
dassy bierbaum helly carhartt bata grisport
""")
_CLOTHES: Final = words_of("""
armani gaultier versace cavalli valentino ferragamo moschino marni tods missoni pinko liu jacobs cain stella mccartney
mcqueen wang smith strellson drykorn baldessarini lerros cecil esprit monari olymp eterna seidensticker profuomo
cavallaro suitsupply state bruuns bazaar samsoe nik nikkie josh scotch soda denham gstar kuyichi mud montana iceberg
dsquared philipp plein amiri corteiz trapstar hollister abercrombie fitch aeropostale gap russell athletic ellesse
fruit loom gildan hanes craft odlo falke gore salomon merrell meindl lowa hanwag timberland caterpillar dr martens
clarks ecco gabor rieker tamaris geox camper rohde green mephisto bommel greve magnanni santoni lier giorgio garcia
petrol cars nash eastpak dakine osprey deuter fjallraven kanken herschel burkely lancaster liebeskind guess fossil
radley mandarina duck delsey rimowa titan travelite samsonite american tourister hedgren secrid tumi piquadro bric
braun buffel castelijn beerens carrera hackett lyle scott lloyd marshall artist murphy nye nolan cath kidston
""")
_JEWELS: Final = words_of("""
herbelin tissot mido certina longines rado zenith iwc jaeger lecoultre vacheron constantin patek audemars piguet
hublot panerai baume mercier lacroix constant junghans stowa sinn casio citizen lorus pulsar festina lotus skagen
cluse rosefield komono obaku prisma boccia jensen pandora swarovski sabo melano trollbeads buddha ti sento zinzi bron
tiffany bulgari chopard graff piaget boucheron cleef arpels mauboussin pomellato lucardi siebel citroen steltman
gassan elie saab
""")
_HOME: Final = words_of("""
senseo nespresso jura delonghi krups tefal moulinex rowenta braun oral philips miele siemens bosch neff smeg pelgrim
etna atag asko bauknecht whirlpool indesit zanussi inventum princess tristar kenwood magimix blendtec vitamix le
creuset douwe egberts nelle pickwick lipton levelt peeze illy lavazza segafredo melitta verkade bolletje haribo calve
honig unox conimex hoogvliet jumbo aldi ola hertog jerry jerry's grolsch hertogjan bavaria swinkels bols ketel nolet
schrobbeler jagermeister smirnoff bacardi captain morgan gordon gordons johnnie walker jameson hennessy martell remy
cointreau chandon clicquot ruinart bollinger freixenet marlboro camel dyson nilfisk numatic henry karcher irobot
roomba ecovacs bissell gazelle auping hastens hilding rituals zwitsal dove axe nivea gillette remington babyliss ghd
wella andrelon hunter douglas benson verisure feenstra securitas trigion nokas chubb ajax ezviz reolink hikvision
dahua imou netatmo tapo wyze blink arlo nest eufy ring doorbird siedle bang olufsen harman kardon denon marantz
pioneer jabra bowers wilkins bose sennheiser beyerdynamic shure teufel canton jamo dali kef nad technics thorens leica
zeiss nikon hasselblad pentax olympus rollei polaroid gopro dji parrot
""")
_FIRMS: Final = words_of("""
vitens stedin liander enexis eneco essent vattenfall greenchoice oxxio odido ziggo kpn delta caiway trined securitas
trigion brinks loomis prosegur g4s profi hago gom vebego cws boco initial randstad manpower olympia adecco unique
youngcapital tempo-team brunel hays boels loxam riwal mateco bo-rent borent huurland sixt hertz avis europcar
greenwheels snappcar felyx go-sharing bolt tier dott lime republic deelfiets albelli heijmans beelen renewi prezero
suez remondis attero rova gad afvalzorg milieuservice deloitte kpmg pwc ey loyens stibbe houthoff dirkzwager mckenzie
makro sligro hanos bidfood metro linders vd stegeman bakkersland hema mediq hoogland benu brocacef
""")
MAKES: Final = _WHEELS | _TOOLS | _CLOTHES | _JEWELS | _HOME | _FIRMS
GOODS: Final = words_of("""
helm helmen jas jassen jack trui truien vest broek broeken werkbroek jeans spijkerbroek pet petje petten muts mutsen
tas tassen tasje rugzak rugtas schoenen schoen sneakers gympen laarzen slippers horloge horloges ketting armband
ringen oorbellen parfum parfums bril brillen zonnebril koffer koffers laptop laptops telefoon telefoons tablet
televisie camera camera's machine gereedschap gereedschapskist gereedschapskoffer accu's boormachine boormachines
slijptol kettingzaag grasmaaier heggenschaar bladblazer hogedrukreiniger hogedrukspuit aggregaat compressor shirt
shirts voetbalshirt overhemd overhemden riem riemen sjaal handschoenen portemonnee kinderwagen buggy wagen gitaar
gitaren versterker versterkers piano drumstel sieraden drone drones sloten scooter scooters auto motor motoren quad
quads brommer brommers fiets fietsen racefiets racefietsen mountainbike bakfiets bakfietsen e-bike e-bikes step steps
koptelefoon oortjes speaker speakers console hoodie sweater trainingspak trainingspakken joggingbroek onderbroek
sokken badge polo bodywarmer parka regenjas winterjas colbert pak jurk rok bloes blouse overall werkjas hesje koelkast
wasmachine stofzuiger koffie koffiezetapparaat koffiemachine bier wijn whisky whiskey wodka rum sigaretten shag dekbed
matras kussen pan pannen messen servies kast lamp lampen deurbel alarm alarmsysteem navigatie autostoel fietstassen
fietstas kinderzitje zadel banden velgen uitlaat stuur katalysator dakkoffer fietsendrager tent slaapzak skibox ski's
surfplank sup zonnepanelen omvormer omvormers ketel cv-ketel warmtepomp thermostaat lijst vaas stoel stoelen bank
tafel
""")
"""A jas van Nolan is nobody's coat; and so is a Nolan jas."""
OF_FIRMS: Final = words_of("""
logo logo's opdruk opschrift tekst letters sticker stickers label etiket merkje embleem reclame bedrijfskleding
bouwplaats bouwkeet keet filiaal vestiging hoofdkantoor kantoor monteur monteurs bezorger bezorgers koerier koeriers
pakketbezorger medewerker medewerkers chauffeur bus busje bestelbus bestelbusje vrachtwagen aanhanger bakwagen
container steiger kraan magazijn distributiecentrum loods winkel winkels showroom restaurant tankstation uniform app
kassa kassalade parkeerplaats parkeerterrein terrein fietsenstalling stalling ingang hal wedstrijd fan fans supporter
supporters
""")
"""What belongs to a firm, or bears its name."""
OF_TRADES: Final = words_of("winkel winkels kassa kassalade restaurant kantoor loods magazijn terrein showroom app")
"""Of these a person has one too: de winkel van Wong."""
HUES: Final = words_of("""
zwart zwarte wit witte rood rode blauw blauwe groen groene geel gele grijs grijze bruine oranje paars paarse roze
beige zilveren zilverkleurige zilvergrijze gouden matzwarte donkerblauwe lichtblauwe donkergroene donkergrijze
lichtgrijze donkerrode turquoise bordeauxrode antracietkleurige  creme mintgroene nieuwe gestolen tweedehands
elektrische vintage
""")
"""An article, one of these and a capital: een rode Stella is a thing."""
TAILS: Final = words_of("""
medisch medische centrum center centre ziekenhuis kliniek beveiliging security bouw bouwbedrijf techniek installaties
installatietechniek installatiebedrijf makelaars makelaardij advocaten transport logistics logistiek schilders
schilderwerken catering rijschool autos auto's autobedrijf tweewielers fietsen rijwielen optiek juweliers kappers
apotheek uitvaart verhuur verzekeringen festival toernooi cup marathon fitness gym lounge theater bioscoop museum
academie academy opleidingen basisschool college lyceum scholengemeenschap zorg thuiszorg vastgoed projecten services
service solutions systems group groep holding stichting supermarkt outlet store shop plaza mall arena stadion
hoveniers dakdekkers loodgieters schoonmaak kozijnen slotenmaker elektra electro media events evenementen bakery
bakkerij slagerij dierenarts dierenkliniek tandartsen fysio fysiotherapie huisartsen reizen travel koeriers
pakketdienst express energie energy solar telecom mobile bv b.v vof nv bank feesten festijn flat flats parkeergarage
winkelcentrum sportpark zwembad kinderopvang mc autoverhuur verhuizers verhuizingen tuinen kwekerijen speelgoed
boekhandel wijnen sieraden mode meubelen keukens badkamers vloeren tapijten parket interieur
""")
"""Behind a capital these make it a firm, a house or an event."""
