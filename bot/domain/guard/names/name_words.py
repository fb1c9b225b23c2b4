"""What a name stands behind, and what is written with a capital and is nobody; folded (folding.py)."""

from typing import Final

from bot.domain.guard.words import words_of

SHORT_TITLES: Final = words_of("dhr mevr mw mvr mej fam hr mr mrs")
"""Behind these a name may be typed without its capital."""
TITLES: Final = SHORT_TITLES | words_of(
    """
heer heren mevrouw mevrouwtje meneer mijnheer juffrouw juf meester familie gezin dokter dr drs ir ing prof professor
dominee ds pastoor imam rabbijn priester kapelaan predikant hodja coach leraar lerares
opa oma oom tante ome oompje opoe omi opi nonkel pake beppe bompa bomma pater frater pastor wed gebr echtpaar weduwe
weduwnaar zuster broeder sir gebroeders
"""
)
CIVIL: Final = SHORT_TITLES | words_of("heer heren mevrouw meneer mijnheer juffrouw weduwe familie gezin")
"""Behind these even a make is somebody: de heer Suzuki."""
NOBLES: Final = words_of("koning keizer prins graaf hertog paus")
ROYAL_TITLES: Final = words_of("koning koningin keizer keizerin prins prinses graaf gravin hertog hertogin")
FEMALE: Final = words_of("""
opoe omi bomma beppe wed mevr mw mvr mej mevrouw mevrouwtje juffrouw juf tante oma zuster weduwe mrs
koningin keizerin prinses gravin hertogin
""")
MALE: Final = NOBLES | words_of(
    "opi nonkel pake bompa dhr hr heer meneer mijnheer meester oom ome opa broeder weduwnaar mr"
)
SEVERAL: Final = words_of("gebr fam familie gezin echtpaar heren gebroeders")

INTERFIXES: Final = words_of(
    """
van v.d. v/d vd de der den het ter ten te in 't op el al ben bin ait ould abu abou la le du da dos von zu
"""
)
LEADING_INTERFIXES: Final = words_of("op uit aan voor bij over onder achter boven tot toe")
"""With their capital, before "de", "den", "'t", these begin a last name: Op den Kamp."""
GREETINGS: Final = words_of(
    """
beste hallo hoi he hey heej hee hi dag lieve geachte goedemorgen goedemiddag goedenavond goedendag goeiemorgen
goeiemiddag morgen ha yo bedankt dankjewel dank sorry groeten groetjes groet gr mvg
"""
)
"""A name follows these: somebody is greeted."""
CALLS: Final = words_of("kom schiet hou donder rot lazer hoepel zout sodemieter")
WARNINGS: Final = words_of("pas let sta")
"""Behind these "op" is no place: Kom op Kevin."""
ENGLISH_BEHIND: Final = words_of(
    """
plan plans manager lamp light lock room gold period key keys up off day line box card case bag code show sale deal
store shop team house home street road security tape system design center black white grey limited edition sports mat
lift jack heater door gate cable safe belt pack set kit cam view time out free check back down on for the and to
materials
"""
)
"""Behind a word that begins a sentence these make it English: Floor plan, Rose gold."""
PRONOUNS: Final = words_of("iemand u jij je hij zij ze wij we jullie men")
"""Will iemand is a misspelt verb."""
MEASURES: Final = words_of("jan max mark april june juno mei juli august don min")
"""Before a number these mean a month, a maximum or money: Jan 2025, Max 3 minuten."""
SHOPS_TOO: Final = words_of("dirk gall douglas perry jamin otto deen")
"""Shops that go by the name of somebody."""
OF_SHOPS: Final = words_of(
    """
winkel supermarkt parkeerplaats kassa filiaal boodschappen winkelen winkelmedewerker
winkelwagen winkelwagentje boodschap openingstijden sluitingstijd winkelcentrum boodschappentas
"""
)
SHOP_IS: Final = words_of("gesloten dicht open geopend")
FIRM_INTERFIXES: Final = words_of("v.d. v/d vd der den ter ten el al ben bin ait ould abu abou von")
"""Behind these stands a name and no thing: van den Berg."""

ROLES: Final = words_of(
    """
buurman buurvrouw buur buren buurjongen buurmeisje verdachte verdachten dader daders getuige getuigen slachtoffer
slachtoffers bewoner bewoners bewoonster eigenaar eigenaars eigenares eigenaresse aangever aangeefster melder
meldster benadeelde zoon dochter vader moeder broer zus zusje broertje neef neefje nicht nichtje vriend vriendin
vrienden kennis collega agent agente wijkagent rechercheur brigadier hoofdagent inspecteur huurder huurster
verhuurder oppas schoonmaakster schoonmaker poetsvrouw hulp ex echtgenoot echtgenote partner man vrouw jongen meisje
kind kinderen klant medewerker medewerkster inbreker huisarts werkster monteur bezorger postbode concierge leraar
lerares kleinzoon kleindochter opa oma oom tante huisgenoot wandelaar voorbijganger passant betrokkene heler
contactpersoon winkelier ondernemer kapper tuinman schilder loodgieter klusjesman huismeester beheerder directeur
directrice chef baas vrijwilliger vrijwilligster omwonende overbuur scholier student studente hondenuitlater fietser
neighbour neighbor suspect victim witness owner resident husband wife widow
jogger
zusjes zussen broers broertjes gezusters tweeling drieling zonen zoons dochters neven nichten neefjes nichtjes
ouders kleinkinderen vriendinnen zwagers schoonzussen
vriendje vriendinnetje zwager schoonzus stiefvader stiefmoeder baby peuter ag slo mdr vdt aang verd bew
"""
)
"""Who somebody is; a compound that ends in one is one too: overbuurman, hoofdverdachte."""
JOBS: Final = words_of(
    """
bakker slager boer boerin notaris tandarts arts dierenarts advocaat apotheker fysiotherapeut psycholoog verpleger
verpleegster verzorger verzorgster kok ober barman smid timmerman metselaar stukadoor elektricien installateur dakdekker
glazenwasser hovenier melkboer groenteboer visboer bloemist boekhandelaar kapster pedicure trainer voorzitter
penningmeester secretaris burgemeester wethouder raadslid rechter politieman politievrouw brandweerman chauffeur
buschauffeur taxichauffeur machinist conducteur koerier docent docente portier beveiliger bewaker jongerenwerker koster
dirigent stagiair stagiaire caissiere verkoper verkoopster maatje makker gozer kerel
"""
)
"""What somebody does, a last name too: a name stands behind it only with its capital, or if it is nothing else."""
COMPOUND_ROLES: Final = tuple(
    words_of("""
buurman buurvrouw buurjongen buurmeisje buren bewoner bewoners bewoonster verdachte dader getuige slachtoffer zoon
dochter vader moeder broer zus agent vriend vriendin hulp eigenaar eigenaresse meester
""")
)
OF_THE_HOUSE: Final = words_of(
    """
bewoner bewoners bewoonster eigenaar eigenares eigenaresse huurder huurster dader slachtoffer
"""
)
"""Roles of which a house has one (de bewoner)."""
DWELLINGS: Final = words_of(
    """
huis woning huisje pand flat appartement deur voordeur achterdeur tuin achtertuin voortuin schuur auto fiets bij
thuis poort erf oprit schuurtje garage kamer balkon
"""
)
DETERMINERS: Final = words_of(
    """
de het een deze die dit mijn zijn haar hun onze ons uw jouw je der beide elke iedere geen 'n 's
"""
)
NAMING: Final = words_of(
    """
heet heette heten genaamd geheten alias bijgenaamd voornaam achternaam roepnaam bijnaam naam namen namens noemt
noemde noemden noemen zichzelf volgens aldus ene zekere named called
"""
)
ASSERTING: Final = words_of("volgens aldus namens dankzij vanwege wegens tegenover")
"""Behind these stands somebody more often than something."""
OF_PERSONS: Final = ASSERTING | words_of(
    """
bij van door met aan voor tegen naast tussen en of zonder om over achter toen dat omdat als
"""
)
OF_PLACES: Final = words_of(
    """
in op uit te richting langs rond rondom nabij via vanaf vanuit omgeving binnen buiten centrum wijk buurt halte
afslag afrit knooppunt ter hoogte regio provincie dorp stad plaats gemeente
"""
)
OPENERS: Final = words_of(
    """
omdat zoals behalve
zodra terwijl nadat voordat voor hoewel als toen wanneer doordat aangezien sinds totdat zodat mits indien alsof
dat of want dus ook eerst later alleen zelfs misschien gelukkig helaas blijkbaar inmiddels soms plotseling daar hier nu
wie waar hoe waarom net toch straks ineens eigenlijk zowel noch niet daarna gisteren vandaag vannacht vanochtend
vanmiddag vanavond en maar is was heeft had kan kon wil wilde mag zal zou moet moest
"""
)
"""Behind these, also where they begin a sentence, stands who does it."""
ADVERBS: Final = words_of(
    """
anders elders steeds vanachter voorbij
achter beneden boven binnen buiten voor erna even laat vroeg snel goed per lang kort rond ver samen thuis verder vaak
altijd nooit steeds vervolgens uiteindelijk intussen ondertussen ergens nergens overal daarom daardoor bovendien tevens
overigens tijdens gedurende
"""
)
"""Boven hoorde zij hem: where a sentence begins with one of these its capital says nothing."""
PERSON_VERBS: Final = words_of(
    """
keek zocht pakte dronk at miste moest mocht bleef leek schreef las
zag zagen hoorde hoorden belde vertelde verklaarde meldde meldt zegt zei ziet hoort belt verklaart vertelt werd
wordt was is had heeft woont woonde sliep stond liep kwam ging dacht denkt herkende herkent rende vluchtte bekende
ontkent ontkende trof ontdekte merkte kent kende weet wist wil wilde kan kon zit zat lag mist filmde volgde
achtervolgde schreeuwde schrok vond vindt deed doet gaf geeft liet laat bleek blijkt reed fietste parkeerde
probeerde bracht brengt nam sprak spreekt vroeg kreeg krijgt opende sloot verloor verliet wachtte werkt riep roept
rent lachte huilde fluisterde sliep slaapt schrikt droeg draagt loopt rijdt fietst komt staat ligt gaat speelt speelde
"""
)
SAYING_VERBS: Final = words_of(
    """
zag hoorde belde vertelde verklaarde meldde zegt zei hoort belt verklaart vertelt sliep dacht denkt herkende herkent
bekende ontkende ontkent ontdekte merkte woont woonde kent schrok riep roept schreeuwde fluisterde antwoordde huilde
lachte vermoedde vermoedt herinnert
"""
)
"""Only people do this."""

ASKING: Final = words_of("""
vraag vraagt vragen vroeg vroegen bel belt bellen mail mailt mailen app appt appen benader benadert waarschuw waarschuwt
bedank bedankt bedanken danken dankt help helpt helpen sprak spraken spreken waarschuwen benaderen
ken kent kennen kende ontmoet ontmoette spreek spreekt ask call contact tell meet know knows
""")
"""Behind these stands whom it is done to: a person."""
QUOTING_VERBS: Final = words_of("""
riep roept riepen roepen geroepen schreeuwde schreeuwden schreeuwt schreeuwen zei zegt zeiden zeggen gezegd sprak
fluisterde vertelde vertelden
""")
"""Behind these, or behind "tegen" and "aan" with them, stands who is called or spoken to."""
ON_PERSONS: Final = words_of("""
lijkt leek lijken leken lijkend gelijkend geleken wacht wachtte wachten gewacht paste pasten passen gepast boos kwaad
woedend jaloers verliefd trots schold scholden gescholden schoot schoten geschoten mikte richtte gericht stapte rende
vloog sprong losging insloeg inpraatte inpraten gelet vertrouwde vertrouwt lette
""")
"""With these "op" is no place: leek op Gerrit."""
SPOKEN: Final = words_of("""
sprak spraken spreken spreekt gesproken gebeld belde belden gemaild praatte praatten gepraat overlegd contact afspraak
""")
"""With these "met" stands before who it was."""
KIN: Final = words_of("""
kinderen kind zoon zoons zoontje dochter dochters dochtertje gezin familie weduwe weduwnaar man vrouw ex vriend vriendin
vriendje vriendinnetje zus zusje broer broertje ouders vader moeder neef nicht opa oma buren buurman buurvrouw zwager
schoonzus schoonzoon schoondochter kleinzoon kleindochter kleinkinderen hond kat
""")
"""Behind "van" these have somebody, or his home has."""

PLACE_HEADS: Final = words_of(
    """
park station winkelcentrum cafe restaurant hotel school basisschool kerk wijk buurt straat plein gemeente stichting
supermarkt apotheek merk type model firma bedrijf winkel halte bushalte busstation sporthal sportpark zwembad
camping landgoed huize molen ziekenhuis verzorgingshuis verzorgingstehuis zorgcentrum bakkerij slagerij garage
autobedrijf garagebedrijf tankstation bar club eetcafe snackbar cafetaria pizzeria juwelier kapsalon museum theater
bioscoop college lyceum voetbalclub scouting vereniging parkeergarage rotonde brug sluis haven kasteel villa boerderij
basiliek kapel begraafplaats kazerne kliniek praktijk huisartsenpraktijk lokaal dierenwinkel bouwmarkt
tuincentrum drogist drogisterij warenhuis kledingwinkel schoenenwinkel fietsenwinkel bushokje flatgebouw complex
wooncomplex residentie hof laan weg kade gracht dijk singel bedrijventerrein industrieterrein speeltuin
kinderboerderij kinderdagverblijf dagverblijf bso makelaar makelaardij schildersbedrijf bouwbedrijf
installatiebedrijf loodgietersbedrijf taxi team wijkteam bureau politiebureau prins prinses koning koningin sint st
sinte heilige zwarte keizer graaf hertog paus dorp stad plaats provincie eiland rivier lijn tram bus metro trein
kanaal poort toren meer bos terras markt voetbal sportschool bibliotheek wijkcentrum buurthuis buurtcentrum
dorpshuis clubhuis kantine terrein zorgboerderij flat
"""
)
"""The capitals behind these are of a place, a firm or a thing."""
PLACE_ENDINGS: Final = tuple(
    words_of("""
straat straatje laan laantje weg plein gracht kade dreef singel steeg plantsoen dijk park hof hofje kerk school
college museum station winkelcentrum viaduct tunnel brug poort wijk kwartier buurt pad baan ring wal haven markt
brink boulevard zoom erf veld veste bos hoek kamp akker berg burg dam sluis toren huis hal allee passage centrum
gaarde gaarden vliet ziekenhuis flat polder meer plas beek dal heide oord
ende zicht hout horst broek waard terrein molen kapel
parkeergarage stadion theater lyceum kazerne kliniek bad promenade
""")
)
CERTAIN_ENDINGS: Final = tuple(
    words_of("""
straat straatje laan laantje weg plein gracht kade dreef singel steeg plantsoen dijk park hof hofje kerk school
college museum station winkelcentrum viaduct tunnel brug poort wijk kwartier pad baan boulevard markt allee passage
gaarde gaarden lyceum ziekenhuis kazerne kliniek hal parkeergarage stadion theater huis haven promenade
""")
)
"""Behind these endings it is a place even where the list of names has it."""
NOT_CALLED: Final = words_of(
    """
die dat zag is had heeft was werd liep en in op uit met om aan te tot of als toen maar want dus niet ook nog al er
hier daar naar voor door bij over onder onbekend onbekende een twee drie vier geen alleen samen zelf wordt komt kwam
gaat ging staat stond zijn waren hebben hadden wil kan kon zou moest mag zonder tussen rond omstreeks hoorde belde
zegt zei meldt meldde vertelt vertelde ziet woont weet verklaart verklaarde deed doet rent rende vluchtte droeg
draagt sprak reed fietste keek probeerde ontdekte trof merkte sloeg sliep ik hij zij wij u het de nogmaals
waarschijnlijk mogelijk vermoedelijk helaas gelukkig inmiddels vervolgens weer van ongeveer circa ca nummer nr
huisnummer mee thuis weg nu bleek lijkt haar hem hen hun ons zo
"""
)
"""Behind a title or a role these go on with the sentence."""
COLOURS: Final = words_of(
    """
zwart zwarte wit witte rood rode blauw blauwe groen groene geel gele grijs grijze bruin bruine oranje paars paarse
roze donker donkere licht lichte beige zilver goud lang lange kort korte klein kleine groot grote dik dikke dun
dunne slank slanke jong jonge oud oude kaal kale blond blonde nieuw nieuwe half halve
"""
)
UNBENT: Final = frozenset(word for word in COLOURS if f"{word}e" in COLOURS or f"{word}{word[-1]}e" in COLOURS) | {
    *("groot", "rood", "geel", "kaal", "grijs"),
}
"""Behind "de" Dutch bends these: "de wit" is somebody."""
LAST_NAMES_TOO: Final = NOBLES | words_of(
    """
bos dijk laan weg kade gracht singel plein hof kerk kapel toren poort brug sluis dam haven markt molen meer plas polder
wijk dorp stad veld baan berg brink hoek horst hout kamp wal vliet kasteel park
zomer winter lente herfst maart april mei
rijn maas waal ijssel eem vecht lek amstel
"""
)
"""Woods, nobles, seasons and rivers: behind a first name or an initial they are last names."""
