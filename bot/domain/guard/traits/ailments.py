"""More words of health, by class: what somebody has, takes, wears, and where they lie; folded."""

from typing import Final

from bot.domain.guard.words import words_of

BODY: Final = words_of("""
doofheid glaucoom maculadegeneratie netvliesloslating aneurysma trombose cholesterol dotteren bypass bypasses hartruis
hartritmestoornissen hartproblemen uitgezaaid uitgezaaide uitzaaiing uitzaaiingen bestraling bestralingen bestraald
melanoom tumoren gezwel huntington ischias neuropathie levercirrose galstenen nierstenen maagzweer crohn colitis
obesitas osteoporose artritis fibromyalgie scoliose fractuur heupfractuur liesbreuk polsbreuk enkelbreuk ribbreuk
bekkenbreuk schedelbreuk botbreuk armbreuk beenbreuk heupbreuk emfyseem bronchitis pneumonie tbc tuberculose apneu
slaapapneu gonorroe syfilis mrsa schurft gordelroos hersenschudding whiplash klaplong bloedvergiftiging sepsis
doodziek evenwichtsstoornis duizelingen flauwvallen lispelt lispelde lispelen slisser stotteraar verlamming
verlammingen dwerggroei albino tremor tics spasmes nah cva ziekteverlof ziekgemeld ziekmelding arbeidsongeschikt
arbeidsongeschikte afgekeurd wajong wajonger wao sterfbed stervende euthanasie ongeneeslijke reanimatie gereanimeerd
revalidatie nabehandeling hartoperatie amputatie kaakoperatie hersentumor parkinsonpatient jeugdreuma lymeziekte lyme
ebola buikgriep voedselvergiftiging borstvoeding kraambed kraamtijd kraamzorg kraamverzorgster kraamvrouw keizersnede
ivf weeen bevalling zwangerschap zwangerschapsverlof miskramen
""")
MIND: Final = words_of("""
smetvrees pleinvrees eetstoornis boulimia zelfbeschadiging automutilatie paranoia paranoide paranoid psychopaat ocd
ocs zenuwinzinking zenuwziek laagbegaafd laagbegaafde zwakzinnig zwakzinnige mongooltje krankzinnig krankzinnige
suicide suicidepoging hoarder hoarders verzamelwoede angsten angstaanval angstaanvallen zwaarmoedig overprikkeld
slapeloosheid geestesziekte geesteszieke dwanggedachten neurotisch neurotische psychoot psychoten gedragsstoornis
hechtingsstoornis leerstoornis lvg gameverslaving waandenkbeelden stemmingswisselingen seniel seniele korsakov
wernicke zelfmoordneigingen depressies
""")
ADDICTION: Final = words_of("""
zuiplap dronkenlap dronkaard dronkaards drankprobleem drankproblemen drankzuchtig drankverslaafde drugsprobleem
drugsgebruiker drugsgebruikers methadonpost methadonbus methadonverstrekking afgekickt afkicken afkickt ontwenning
ontwenningskliniek overdosis cokesnuiver snuiver gokprobleem gokproblemen gokverslaafd gokverslaafde spuitomruil
gebruikersruimte crackhoofd verslaafdenopvang verslavingszorg verslavingskliniek
""")
TAKEN: Final = words_of("""
oxazepam temazepam diazepam lorazepam morfine fentanyl methylfenidaat oxycodon tramadol prozac seroxat paroxetine
citalopram risperdal haldol clozapine concerta metformine prednison ventolin epipen slaappil slaappillen
slaaptabletten kalmeringstabletten kalmeringspillen kalmeringsmiddel kalmeringsmiddelen bloedverdunner inhalator
insulinepen baxterrol medicijnrol antipsychotica betablokkers betablokker pijnstilling medicijngebruik
medicijnverslaafd
""")
WORN: Final = words_of("""
hoortoestel hoortoestellen hoorapparaten gehoorapparaten gehoorapparaatje gehoorapparaatjes hoorapparaatje
hoorapparaatjes looprek taststok blindenstok geleidehond hulphond signaalhond assistentiehond kunstoog kunstarm
kunsthand kunstgebit kunstknie zuurstoftank hoog-laagbed ziekenhuisbed tillift postoel mitella nekkraag looprekje
cochleair wijkverpleging wijkverpleegkundige zorgindicatie dagbesteding pgb-houder steunkousen stomazakje
incontinentiemateriaal
""")
LISTED: Final = BODY | MIND | ADDICTION | TAKEN | WORN

PARTS: Final = words_of("""
heup heupen arm armen been benen pols polsen enkel enkels rib ribben neus kaak sleutelbeen schouder hand handen voet
voeten teen tenen vinger vingers knie knieen elleboog rug nek bekken schedel oogkas rugwervel wervel wervels kuit dij
onderarm bovenarm onderbeen bovenbeen duim achillespees kniebanden spier hamstring jukbeen ruggengraat
""")
BROKEN: Final = words_of("""
gebroken gekneusd gekneusde gescheurd gescheurde verstuikt verstuikte verbrijzeld verbrijzelde ontwricht verzwikt
verzwikte
""")
BREAKS: Final = words_of("brak breekt breken braken kneusde verstuikte verzwikte")
OWNERS: Final = words_of("haar zijn hun een mijn beide twee")
SUBSTANCES: Final = words_of("""
drugs drank coke cocaine heroine speed crack wiet hasj ghb dope spuit pillen fles xtc ketamine snuif alcohol methadon
3mmc lachgas medicijnen antidepressiva zuurstof beademing chemo dialyse insuline
""")
USES: Final = words_of("""
rookt rookte roken gebruiker gebruikers gebruikster gebruikt gebruikte gebruiken snuift snoof snuiven spuit spoot
spuiten slikt slikte slikken verslaafd verslaafde blowt
""")
WARDS: Final = words_of("""
meander umc amc vumc lumc erasmus radboud radboudumc antonius diakonessenhuis diakonessen olvg isala rijnstate gelre
elisabeth amphia catharina maasstad hagaziekenhuis haga zuyderland tergooi flevoziekenhuis wkz martini umcg bernhoven
mumc alrijne spaarne franciscus ikazia laurentius viecuri canisius slingeland streekziekenhuis treant deventer seh
spoedeisende hartbewaking ccu brandwondencentrum revalidatiekliniek revalidatieafdeling paaz altrecht parnassia
dimence emergis arkin lentis jellinek tactus iriszorg novadic ggnet fivoor verzorgingshuis verpleegtehuis
zorginstelling verzorgingstehuis bejaardentehuis bejaardenhuis inrichting verpleegafdeling hersteloord zorghotel
psychiatrie-afdeling crisisopvang
""")
LIES: Final = words_of("""
ligt lag liggen lagen opgenomen verblijft verbleef verblijven revalideert herstelt aansterkt behandeld beland belandde
geopereerd zit zat
""")
NO_PATIENT: Final = words_of(
    "laptop tas telefoon fiets sleutel sleutels portemonnee auto post pakket brief camera beelden"
)
PHRASES: Final = (
    ("hoort", "stemmen"),
    ("stemmen", "hoort"),
    ("witte", "stok"),
    ("glazen", "oog"),
    ("hoge", "bloeddruk"),
    ("ziek", "thuis"),
    ("in", "de", "wia"),
    ("gedwongen", "opgenomen"),
    ("beschermde", "woonvorm"),
    ("begeleide", "woonvorm"),
    ("beperkt", "mobiel"),
    ("minder", "valide"),
    ("visueel", "beperkt"),
    ("visueel", "gehandicapt"),
    ("kunstmatige", "heup"),
    *(("nieuwe", part) for part in ("heup", "knie", "nier", "lever", "long", "schouder", "hartklep")),
    *(("maar", "een", part) for part in ("nier", "long", "oog", "arm", "been", "oor")),
    *(
        (sense, nearly, nothing)
        for sense in ("hoort", "ziet")
        for nearly in ("bijna", "vrijwel")
        for nothing in ("niets", "niks")
    ),
    *((sense, "slecht") for sense in ("hoort", "ziet", "loopt")),
    *((sense, "aan") for sense in ("blind", "doof")),
    ("loopt", "moeilijk"),
    ("hoort", "niet", "goed"),
    ("ziet", "niet", "goed"),
    ("eerste", "hulp", "behandeld"),
    ("baby", "op", "komst"),
    *((lead, "gips") for lead in ("in", "met", "haar", "zijn")),
    ("in", "het", "gips"),
    ("niet", "toerekeningsvatbaar"),
    ("slecht", "ziend"),
    ("slecht", "horend"),
    ("hard", "horend"),
)
ANIMALS: Final = words_of("""
hond honden kat katten poes dier dieren paard paarden boom bomen vogel vogels vee koe koeien schaap schapen konijn
konijnen pony zwaan egel duif
""")
"""Of these nobody's health is told."""
