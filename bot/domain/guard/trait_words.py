"""Words of origin, skin, belief, health and orientation; folded."""

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PEOPLES: Final = _words(
    "nederlands belgisch vlaams waals duits frans engels brits schots iers amerikaans canadees australisch spaans portugees "
    "italiaans grieks turks koerdisch marokkaans algerijns tunesisch libisch egyptisch syrisch iraaks irakees iraans perzisch "
    "afghaans pakistaans indiaas indisch indonesisch moluks molukse chinees japans koreaans vietnamees thais filipijns "
    "surinaams antilliaans arubaans curacaos caribisch creools hindoestaans javaans kaapverdisch ghanees nigeriaans "
    "somalisch ethiopisch eritrees soedanees congolees angolees kameroens gambiaans senegalees guinees liberiaans "
    "pools roemeens bulgaars hongaars tsjechisch slowaaks sloveens kroatisch servisch bosnisch albanees kosovaars "
    "macedonisch moldavisch oekraiens russisch wit-russisch georgisch armeens azerbeidzjaans litouws lets ests estisch "
    "deens zweeds noors fins ijslands zwitsers oostenrijks joegoslavisch tsjetsjeens oezbeeks kazachs mongools "
    "colombiaans venezolaans braziliaans argentijns chileens peruaans mexicaans dominicaans cubaans haitiaans jamaicaans "
    "israelisch palestijns libanees jordaans saoedisch jemenitisch koeweits arabisch berbers afrikaans aziatisch europees "
    "slavisch balkan mediterraan scandinavisch baltisch kaukasisch latijns-amerikaans zuid-amerikaans noord-afrikaans "
    "oost-europees west-europees zuid-europees midden-europees noord-europees oosteuropees zuideuropees noordafrikaans "
    "centraal-europees west-afrikaans oost-afrikaans zuid-afrikaans zuid-aziatisch oost-aziatisch noord-aziatisch "
    "antilliaans-nederlands midden-oosters oosters oostblok westers niet-westers noordafrikaan buitenlands allochtoon autochtoon uitheems exotisch "
    "zigeunerachtig negroide tamil srilankaans nepalees bengaals roma sinti fries limburgs brabants twents gronings drents "
    "zeeuws haags amsterdams rotterdams utrechts gelders achterhoeks vreemdelingen inheems indiaans gemengd halfbloed "
    "noord-hollands zuid-hollands hollands surinamees antiliaans marrokaans marokaans romeens turkse"
)
"""As they stand behind "het is"; with -e before a noun. The last are often misspelled so."""
REGIONS: Final = _words(
    "fries limburgs brabants twents gronings drents zeeuws haags amsterdams rotterdams utrechts gelders achterhoeks hollands "
    "noord-hollands zuid-hollands vlaams"
)
"""Of these only how somebody speaks or looks is meant."""
INHABITANTS: Final = _words(
    "marokkaan marokkanen marokkaanse marokkaantje marokkaantjes turk turken pool polen poolse roemeen roemenen bulgaar bulgaren "
    "antilliaan antillianen surinamer surinamers hindoestaan hindoestanen somalier somaliers syrier syriers afghaan afghanen "
    "irakees irakezen iranier iraniers pers albanees albanezen rus russen oekrainer oekrainers duitser duitsers belg belgen fransman "
    "fransen engelsman brit britten chinees chinezen aziaat aziaten afrikaan afrikanen arabier arabieren oostblokker "
    "oostblokkers oost-europeaan oost-europeanen noord-afrikaan noord-afrikanen zuid-europeaan zuid-amerikaan "
    "zuid-amerikanen latino latino's zigeuner zigeuners zigeunerin neger negers negerin kleurling kleurlingen blanke blanken "
    "buitenlander buitenlanders allochtoon allochtonen autochtoon autochtonen asielzoeker asielzoekers vluchteling "
    "vluchtelingen immigrant immigranten migrant migranten arbeidsmigrant arbeidsmigranten statushouder statushouders "
    "mulat mulatten creool creolen molukker molukkers berber berbers koerd koerden litouwer litouwers let letten hongaar hongaren "
    "griek grieken italiaan italianen spanjaard spanjaarden portugees portugezen serf serven serviër kroaat kroaten bosnier "
    "bosniers joegoslaaf joegoslaven egyptenaar egyptenaren algerijn algerijnen tunesier tunesiers nigeriaan nigerianen "
    "ghanees ghanezen eritreeer eritreeers ethiopier ethiopiers pakistaan pakistanen indier indiers vietnamees vietnamezen "
    "thai amerikaan amerikanen nederlander nederlanders hollander hollanders limburger limburgers braziliaan brazilianen colombiaan colombianen "
    "antiliaan mocro mocro's naffer naffers nafri nafri's oostblokbende illegaal illegalen vreemdeling vreemdelingen gastarbeider gastarbeiders seizoenarbeider seizoenarbeiders seizoensarbeider seizoensarbeiders expat expats tatta tatta's donkere getinte oosteuropeaan oosteuropeanen "
    "woonwagenbewoner woonwagenbewoners sinti's roma's kamper kampers halfbloed"
)
ALSO_PLAIN: Final = _words(
    "pool polen poolse pers marokkaanse let thai roma blanke donkere getinte berber chinees albanees portugees irakees ghanees "
    "vietnamees kamper pools illegaal letten serven fransen halfbloed autochtoon allochtoon engelsman limburger"
)
"""Inhabitants only where an article or a number stands before them (een Pool) or nothing behind them."""
SKIN: Final = _words(
    "getint licht-getint donker-getint lichtgetint donkergetint blank donkergekleurd lichtgekleurd gekleurd donkerhuidig "
    "lichthuidig zwartgekleurd donkerkleurig negroide kleurling getaand halfbloed dubbelbloed niet-blank roomblank"
)
"""With -e too; of a person wherever they do not stand before a thing."""
SKIN_BEFORE_PERSONS: Final = _words("zwart wit bruin donker licht gekleurd blank")
"""Of skin only right before somebody: a black man, no black coat."""
PERSONS: Final = _words(
    "man mannen mannetje vrouw vrouwen vrouwtje jongen jongens jongetje meisje meisjes meid meiden dame dames heer heren persoon "
    "personen mens mensen dader daders verdachte verdachten inbreker inbrekers dief dieven kind kinderen stel stelletje koppel "
    "gezin gezinnen familie families bende bendes groep groepje groepjes jongeman jongemannen jeugd jongeren jongere bezorger arbeider "
    "arbeiders werknemers type types figuur figuren gast gasten kerel kerels vent venten buurman buurvrouw buren bewoner bewoners "
    "bewoonster tiener tieners puber pubers student studenten bouwvakker bouwvakkers schilder schilders klusser klussers "
    "bestuurder bestuurster chauffeur fietser passagier passagiers bijrijder slachtoffer getuige getuigen overvaller overvallers rover rovers "
    "straatrover collega vriend vriendin vrienden broers zussen broer zus vader moeder ouders dochter zoon echtpaar oplichter "
    "oplichters zwerver zwervers bedelaar bedelaars verkoper verkopers zakkenroller zakkenrollers insluiper eigenaar huurder huurders "
    "werkster schoonmaakster tieners knul knullen opa oma onbekende onbekenden duo trio tweetal drietal individu individuen "
    "m v nn manspersoon vrouwspersoon manspersonen volwassene bejaarde oudere ouderen monteur postbode collectant "
    "colporteur colporteurs handelaar winkelier ondernemer medewerker klant klanten scooterrijder bromfietser automobilist crimineel criminelen"
)
ATTRIBUTES: Final = _words(
    "uiterlijk uiterlijke voorkomen afkomst accent tongval dialect origine herkomst nationaliteit komaf trekken roots gelaatstrekken "
    "achtergrond paspoort gezicht gelaat huid huidskleur huidtint huidkleur teint tint looks bloed gemeenschap kenmerken "
    "gelaatskleur afstamming migratieachtergrond gezichtskleur taal moedertaal ogen naam neus uitspraak etniciteit ras type spraak"
)
"""What of a person is told with them: a Polish accent, of Turkish descent."""
ALWAYS_TRAITS: Final = _words(
    "accent tongval huidskleur huidtint huidkleur migratieachtergrond etniciteit gelaatskleur komaf gelaatstrekken nationaliteit"
)
"""These tell of somebody whatever stands before them."""
LOOKING: Final = _words(
    "uitziend uitziende ogend ogende uitzienende lijkend lijkende sprekend sprekende pratend pratende getint getinte gekleurd "
    "gekleurde achtig achtige"
)
NO_SKIN: Final = _words("gekleed geklede gekleden kleding")
SPEAKING: Final = _words(
    "verstond verstaat verstonden verstaan beheerst sprak spraken spreekt spreken praat praatte praatten praten gesproken riep riepen schreeuwde schreeuwden zei zeiden"
)
COPULAS: Final = _words(
    "ziet zag zagen zien is was zijn waren leek leken lijkt lijken oogde oogden oogt betreft betrof schijnt bleek blijkt klonk klonken"
)
HEDGES: Final = _words(
    "mogelijk vermoedelijk waarschijnlijk misschien zeer heel erg nogal licht donker een beetje wat iets van vrij zeker duidelijk "
    "volgens mij getuigen getuige van om qua ook allemaal beiden beide half typisch vloeiend gebroken slecht perfect goed in het iets "
    "wellicht denk ik naar schatting ernstig zwaar streng diep strikt licht- onderling samen elkaar vooral geen nauwelijks amper redelijk vlot plat er uit"
)
THINGS_OF_ORIGIN: Final = _words(
    "auto bus busje kenteken kentekenplaat kentekenplaten nummerplaat bestelbus bestelbusje vrachtwagen merk aanhanger caravan camper "
    "wagen taxi motor scooter kentekens voertuig voertuigen fiets bier brood wijn winkel supermarkt restaurant bakker vlag hond"
)
BELIEF_NOUNS: Final = _words(
    "moslim moslims moslima moslima's mohammedaan mohammedanen christen christenen katholiek katholieken protestant protestanten jood "
    "joden jodin hindoe hindoes boeddhist boeddhisten jehova jehova's jehovah jehovah's salafist salafisten islamiet islamieten atheist "
    "atheisten calvinist gereformeerden ongelovige gelovige gelovigen ongelovigen strenggelovigen bekeerling soenniet sjiiet alevi aleviet sikh sikhs "
    "mormoon mormonen rastafari imam imams dominee dominees pastoor pastoors priester priesters rabbijn predikant predikante kapelaan hodja "
    "voorganger ouderling ouderlingen koster diaken pandit nonnen monnik monniken zuster-overste alevieten christin kerkganger kerkgangers "
    "moskeeganger moskeegangers gereformeerde hervormde katholieke zendeling zendelingen"
)
BELIEF_ADJECTIVES: Final = _words(
    "islamitisch moslim christelijk katholiek rooms-katholiek protestants protestant gereformeerd hervormd joods hindoeistisch hindoestaans-hindoe "
    "boeddhistisch gelovig ongelovig godsdienstig religieus religieuze kerkelijk orthodox orthodox-joods koptisch salafistisch "
    "soennitisch sjiitisch bekeerd evangelisch refo streng-gelovig strenggelovig strenggereformeerd vroom vrome bevindelijk atheistisch fundamentalistisch joodse"
)
BELIEF_SIGNS: Final = _words(
    "hoofddoek hoofddoeken hoofddoekje hoofddoekjes djellaba djellaba's djelaba bidmuts bidmutsje gebedsmuts gebedsmutsje gebedskleed gebedsketting "
    "koran bijbel allah pinkstergemeente moskeebestuur kerkenraad chador kruisbeeld sluier gebedskralen bidkralen boerka boerka's burka niqab nikab nikaab keppeltje keppel kippa tulband bidkleed bidkleedje bidsnoer geloofsovertuiging "
    "geloof godsdienst religie islam christendom jodendom rozenkrans vrijdaggebed"
)
BELIEF_HOUSES: Final = _words(
    "kerk moskee synagoge tempel kerkdienst vrijdaggebed mis gebed kerkgang dienst moskeebezoek"
)
BELIEF_KLEDING: Final = _words("kleding gewaad gewaden kledij kleed jurk sluier dracht")
HEALTH: Final = _words(
    "dement dementie dementerend dementerende alzheimer parkinson autistisch autistische autist autisme adhd depressief depressieve depressie psychisch "
    "psychische psychiatrisch psychiatrische psychiater schizofreen schizofrene schizofrenie borderline gehandicapt gehandicapte gehandicapten "
    "handicap rolstoel rollator slechtziend slechtziende slechthorend slechthorende gehoorapparaat hoorapparaat verslaafd verslaafde verslaafden verslaving "
    "junk junks junkie junkies drugsverslaafde drugsverslaafd drugsverslaafden alcoholist alcoholiste alcoholisten alcoholverslaafde zwanger zwangere "
    "hoogzwanger hoogzwangere kanker hiv aids diabetes diabeet diabetespatient suikerziekte epilepsie epileptisch epileptische hartpatient hartaanval beroerte "
    "hersenbloeding herseninfarct burn-out burnout medicatie lvb downsyndroom trauma ptss manisch manische psychose psychoses psychotisch psychotische "
    "bipolair bipolaire kreupel kreupele invalide hulpbehoevend hulpbehoevende bedlegerig bedlegerige terminaal terminale palliatief chemo chemokuur "
    "chemotherapie dialyse kunstheup heupoperatie geopereerd revalideert revalideren suicidaal suicidale zelfmoord zelfdoding anorexia reuma ms "
    "astma copd longziekte hartkwaal hartklachten dwangstoornis stoornis stotterde stottert stotteren stotteraar spraakgebrek spraakstoornis "
    "kunstbeen beenprothese prothese doofstom doofstomme blindengeleidehond blindestok stoma pacemaker zuurstoffles geesteszieke geestesziek geesteszieken "
    "zwakbegaafd zwakbegaafde verstandelijk verward verwarde ongeneeslijk migraine overspannen hersenletsel halfzijdig verlamd verlamde lamme "
    "spastisch spastische syndroom zorgbehoevend zorgbehoevende patient patiente vergeetachtig vergeetachtige geheugenverlies ziekbed ziektewet rouwt "
    "depri mindervalide slechtlopend nierpatient kankerpatient psychiatrie ggz-patient ggz-client geamputeerd miskraam "
    "chronisch chronische hernia artrose jicht leukemie tumor tia pdd add asperger fobie paniekaanval paniekaanvallen hepatitis soa incontinent besmet zuurstof longontsteking hartfalen hartinfarct mantelzorg mantelzorger zorgmijder krukken-  ziek zieke zieken ernstig-ziek zieke herstellende infuus insuline methadon ritalin antidepressiva"
)
HEALTH_OF_PERSONS: Final = _words(
    "blind doof mank kreupel ziek hulpbehoevend slechtziend invalide stom verstandelijk lam beperkt labiel gestoord geestelijk"
)
"""Only of somebody: a blind wall is healthy."""
HEALTH_BEHIND: Final = {
    "corona": _words("met heeft had door"),
    "covid": _words("met heeft had door"),
    "griep": _words("met heeft had door"),
    "krukken": _words("op met loopt"),
    "gips": _words("in met"),
    "operatie": _words("voor na een aan wacht moest onderging"),
    "psycholoog": _words("bij naar"),
    "ggz": _words("client patient bij van"),
    "drank": _words("verslaafd aan"),
    "gokken": _words("verslaafd"),
    "wonen": _words("beschermd begeleid"),
    "geheugen": _words("slecht verliest"),
    "bed": _words("ziek"),
    "epd": _words("in"),
    "ziekenhuis": _words("lag ligt liggen lagen opgenomen verblijft verbleef opname moest ligt geopereerd"),
    "kliniek": _words("lag ligt opgenomen verblijft verbleef"),
    "revalidatiecentrum": _words("lag ligt opgenomen verblijft verbleef zit"),
    "drugs": _words("invloed gebruikt gebruikte gebruiken verslaafd gebruiker"),
    "alcohol": _words("verslaafd"),
    "medicijnen": _words("gebruikt gebruikte slikt slikte gebruiken zijn haar"),
    "pillen": _words("slikt slikte"),
    "thuiszorg": _words("krijgt heeft kreeg ontvangt"),
    "down": _words("syndroom"),
    "been": _words("ter slecht moeilijk"),
    "lopen": _words("moeilijk slecht nauwelijks"),
    "hart": _words("zwak aan slecht"),
    "blindheid": _words("aan"),
}
"""Of health only with one of these words before it."""
ORIENTATIONS: Final = _words(
    "gay gays lesbienne lesbiennes lesbisch lesbische bi biseksueel biseksuele transgender transgenders transgendervrouw transgenderman transseksueel "
    "transseksuele transvrouw transman trans travestiet travestieten queer queers lhbti lhbtiq lhbti'er lhbtiq+ non-binair non-binaire nonbinair "
    "hetero hetero's heteroseksueel heteroseksuele aseksueel panseksueel interseksueel geaardheid pot potten homo homo's homofiel homofiele homostel homokoppel "
    "homopaar homoseksueel homoseksuele homoseksuelen homoseksualiteit homohuwelijk homootje flikker flikkers nicht nichterig nichterige verwijfd verwijfde "
    "drag dragqueen genderneutraal genderneutrale genderfluide seksuele"
)
ORIENTATION_PLAIN: Final = _words("pot potten bi nicht trans drag seksuele flikker flikkers hetero")
"""Words of something else too."""
