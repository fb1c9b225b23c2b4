"""Words of origin, skin, belief, health and orientation; folded."""

from typing import Final

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
romeens turkse
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
INHABITANTS: Final = words_of(
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
tatta's donkere getinte oosteuropeaan oosteuropeanen woonwagenbewoner woonwagenbewoners sinti's roma's kamper
kampers halfbloed
"""
)
ALSO_PLAIN: Final = words_of(
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
"""What of a person is told with them: a Polish accent, of Turkish descent."""
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
riep riepen schreeuwde schreeuwden zei zeiden
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
vooral geen nauwelijks amper redelijk vlot plat er uit
"""
)
THINGS_OF_ORIGIN: Final = words_of(
    """
auto bus busje kenteken kentekenplaat kentekenplaten nummerplaat bestelbus bestelbusje vrachtwagen merk aanhanger
caravan camper wagen taxi motor scooter kentekens voertuig voertuigen fiets bier brood wijn winkel supermarkt
restaurant bakker vlag hond
"""
)
BELIEF_NOUNS: Final = words_of(
    """
moslim moslims moslima moslima's mohammedaan mohammedanen christen christenen katholiek katholieken protestant
protestanten jood joden jodin hindoe hindoes boeddhist boeddhisten jehova jehova's jehovah jehovah's salafist
salafisten islamiet islamieten atheist atheisten calvinist gereformeerden ongelovige gelovige gelovigen ongelovigen
strenggelovigen bekeerling soenniet sjiiet alevi aleviet sikh sikhs mormoon mormonen rastafari imam imams dominee
dominees pastoor pastoors priester priesters rabbijn predikant predikante kapelaan hodja voorganger ouderling
ouderlingen diaken pandit nonnen monnik monniken zuster-overste alevieten christin kerkganger kerkgangers
moskeeganger moskeegangers gereformeerde hervormde katholieke zendeling zendelingen
"""
)
BELIEF_ADJECTIVES: Final = words_of(
    """
islamitisch moslim christelijk katholiek rooms-katholiek protestants protestant gereformeerd hervormd joods
hindoeistisch hindoestaans-hindoe boeddhistisch gelovig ongelovig godsdienstig religieus religieuze kerkelijk
orthodox orthodox-joods koptisch salafistisch soennitisch sjiitisch bekeerd evangelisch refo streng-gelovig
strenggelovig strenggereformeerd vroom vrome bevindelijk atheistisch fundamentalistisch joodse
"""
)
BELIEF_SIGNS: Final = words_of(
    """
koranles bijbelstudie bijbelkring catechisatie bidden bidt hadj hadji hoofddoek hoofddoeken hoofddoekje hoofddoekjes
djellaba djellaba's djelaba bidmuts bidmutsje gebedsmuts gebedsmutsje gebedskleed gebedsketting koran bijbel allah
pinkstergemeente moskeebestuur kerkenraad chador kruisbeeld sluier gebedskralen bidkralen boerka boerka's burka
niqab nikab nikaab keppeltje keppel kippa tulband bidkleed bidkleedje bidsnoer geloofsovertuiging geloof godsdienst
religie islam christendom jodendom rozenkrans vrijdaggebed
"""
)
_FEASTS: Final = words_of("""
suikerfeest offerfeest ramadan chanoeka pesach diwali divali holi sabbat sjabbat eid vasten
""")
_KEEPING: Final = words_of("""
vierde vierden viert vieren gevierd vastte vast vasten vastten doet deed doen deden vanwege wegens
""")
BELIEF_BEHIND: Final = {
    **dict.fromkeys(_FEASTS, _KEEPING),
    "mekka": words_of("naar uit"),
    "bedevaart": words_of("op"),
    "god": words_of("in aan"),
}
"""Of belief only with one of these words before it."""
BELIEF_HOUSES: Final = words_of(
    """
kerk moskee synagoge tempel kerkdienst vrijdaggebed mis gebed kerkgang dienst moskeebezoek
"""
)
BELIEF_KLEDING: Final = words_of("kleding gewaad gewaden kledij kleed jurk sluier dracht")
HEALTH: Final = words_of(
    """
aandoening aandoeningen ziekte ziektes beperking beperkingen gezondheid gezondheidsproblemen gezondheidsklachten
kwaal kwalen hartproblemen rugproblemen dement dementie dementerend dementerende alzheimer parkinson autistisch
autistische autist autisme adhd depressief depressieve depressie psychisch psychische psychiatrisch psychiatrische
psychiater schizofreen schizofrene schizofrenie borderline gehandicapt gehandicapte gehandicapten handicap rolstoel
rollator slechtziend slechtziende slechthorend slechthorende gehoorapparaat hoorapparaat verslaafd verslaafde
verslaafden verslaving junk junks junkie junkies drugsverslaafde drugsverslaafd drugsverslaafden alcoholist
alcoholiste alcoholisten alcoholverslaafde zwanger zwangere hoogzwanger hoogzwangere kanker hiv aids diabetes
diabeet diabetespatient suikerziekte epilepsie epileptisch epileptische hartpatient hartaanval beroerte
hersenbloeding herseninfarct burn-out burnout medicatie lvb downsyndroom trauma ptss manisch manische psychose
psychoses psychotisch psychotische bipolair bipolaire kreupel kreupele invalide hulpbehoevend hulpbehoevende
bedlegerig bedlegerige terminaal terminale palliatief chemo chemokuur chemotherapie dialyse kunstheup heupoperatie
geopereerd revalideert revalideren suicidaal suicidale zelfmoord zelfdoding anorexia reuma ms astma copd longziekte
hartkwaal hartklachten dwangstoornis stoornis stotterde stottert stotteren stotteraar spraakgebrek spraakstoornis
kunstbeen beenprothese prothese doofstom doofstomme blindengeleidehond blindestok stoma pacemaker zuurstoffles
geesteszieke geestesziek geesteszieken zwakbegaafd zwakbegaafde verstandelijk verward verwarde ongeneeslijk migraine
overspannen hersenletsel halfzijdig verlamd verlamde lamme spastisch spastische syndroom zorgbehoevend
zorgbehoevende patient patiente vergeetachtig vergeetachtige geheugenverlies ziekbed ziektewet rouwt depri
mindervalide slechtlopend nierpatient kankerpatient psychiatrie ggz-patient ggz-client geamputeerd miskraam
chronisch chronische hernia artrose jicht leukemie tumor tia pdd add asperger fobie paniekaanval paniekaanvallen
hepatitis soa incontinent besmet zuurstof longontsteking hartfalen hartinfarct mantelzorg mantelzorger zorgmijder
krukken- ernstig-ziek herstellende infuus insuline methadon ritalin antidepressiva
"""
)
HEALTH_OF_PERSONS: Final = words_of(
    """
blind doof mank kreupel ziek hulpbehoevend slechtziend invalide stom verstandelijk lam beperkt labiel gestoord
geestelijk
"""
)
"""Only of somebody: a blind wall is healthy."""
HEALTH_BEHIND: Final = {
    "verwachting": words_of("in"),
    "care": words_of("intensive"),
    "ic": words_of("ligt lag"),
    "hospice": words_of("ligt lag verblijft verbleef in"),
    "afkickkliniek": words_of("zit zat ligt verblijft verbleef in"),
    "verpleeghuis": words_of("ligt lag verblijft verbleef zit zat opgenomen"),
    "behandeling": words_of("onder in"),
    "gehoor": words_of("slecht"),
    "zicht": words_of("slecht"),
    "war": words_of("in"),
    "medicijn": words_of("gebruikt slikt"),
    "hoofd": words_of("goed"),
    "corona": words_of("met heeft had door"),
    "covid": words_of("met heeft had door"),
    "griep": words_of("met heeft had door"),
    "krukken": words_of("op met loopt"),
    "gips": words_of("in met"),
    "operatie": words_of("voor na een aan wacht moest onderging"),
    "psycholoog": words_of("bij naar"),
    "ggz": words_of("client patient bij van"),
    "drank": words_of("verslaafd aan"),
    "gokken": words_of("verslaafd"),
    "wonen": words_of("beschermd begeleid"),
    "geheugen": words_of("slecht verliest"),
    "bed": words_of("ziek"),
    "epd": words_of("in"),
    "ziekenhuis": words_of("""
lag ligt liggen lagen opgenomen verblijft verbleef opname moest geopereerd
"""),
    "kliniek": words_of("lag ligt opgenomen verblijft verbleef"),
    "revalidatiecentrum": words_of("lag ligt opgenomen verblijft verbleef zit"),
    "drugs": words_of("invloed gebruikt gebruikte gebruiken verslaafd gebruiker"),
    "alcohol": words_of("verslaafd"),
    "medicijnen": words_of("gebruikt gebruikte slikt slikte gebruiken zijn haar"),
    "pillen": words_of("slikt slikte"),
    "thuiszorg": words_of("krijgt heeft kreeg ontvangt"),
    "down": words_of("syndroom"),
    "been": words_of("ter slecht moeilijk"),
    "lopen": words_of("moeilijk slecht nauwelijks"),
    "hart": words_of("zwak aan slecht"),
    "blindheid": words_of("aan"),
}
"""Of health only with one of these words before it."""
ORIENTATIONS: Final = words_of(
    """
grindr crossdresser crossdressers transitie geslachtsverandering geslachtsoperatie gay gays lesbienne lesbiennes
lesbisch lesbische bi biseksueel biseksuele transgender transgenders transgendervrouw transgenderman transseksueel
transseksuele transvrouw transman trans travestiet travestieten queer queers lhbti lhbtiq lhbti'er lhbtiq+
non-binair non-binaire nonbinair hetero hetero's heteroseksueel heteroseksuele aseksueel panseksueel interseksueel
geaardheid pot potten homo homo's homofiel homofiele homostel homokoppel homopaar homoseksueel homoseksuele
homoseksuelen homoseksualiteit homohuwelijk homootje flikker flikkers nicht nichterig nichterige verwijfd verwijfde
drag dragqueen genderneutraal genderneutrale genderfluide seksuele
"""
)
ORIENTATION_PLAIN: Final = words_of("pot potten bi nicht trans drag seksuele flikker flikkers hetero")
"""Words of something else too."""

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
AT_FAITH: Final = words_of("zat zaten waren was bad baden")
BACK_FROM_FAITH: Final = words_of("lid thuis kwam kwamen terug")
TO_FAITH: Final = words_of("was waren gaat gaan")
RAN_BY: Final = words_of("gevlucht gerend gelopen ingebroken")
COUPLES: Final = frozenset(
    {
        ("zijn", "man"),
        ("haar", "vrouw"),
        ("zijn", "echtgenoot"),
        ("haar", "echtgenote"),
        ("zijn", "ex-man"),
        ("haar", "ex-vrouw"),
    }
)
