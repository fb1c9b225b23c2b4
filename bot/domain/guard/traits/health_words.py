"""Words of health; folded."""

from typing import Final

from bot.domain.guard.words import words_of

HEALTH: Final = words_of(
    """
aandoening aandoeningen ziekte ziektes beperking beperkingen gezondheid gezondheidsproblemen gezondheidsklachten
kwaal kwalen hartproblemen rugproblemen dement dementie dementerend dementerende alzheimer parkinson autistisch
autistische autist autisme adhd depressief depressieve depressie psychisch psychische psychiatrisch psychiatrische
psychiater schizofreen schizofrene schizofrenie borderline gehandicapt gehandicapte gehandicapten handicap
slechtziend slechtziende slechthorend slechthorende gehoorapparaat hoorapparaat verslaafd verslaafde verslaafden
verslaving junk junks junkie junkies drugsverslaafde drugsverslaafd drugsverslaafden alcoholist alcoholiste
alcoholisten alcoholverslaafde zwanger zwangere hoogzwanger hoogzwangere kanker hiv aids diabetes diabeet
diabetespatient suikerziekte epilepsie epileptisch epileptische hartpatient hartaanval beroerte hersenbloeding
herseninfarct burn-out burnout medicatie lvb downsyndroom trauma ptss manisch manische psychose psychoses
psychotisch psychotische bipolair bipolaire kreupel kreupele invalide hulpbehoevend hulpbehoevende bedlegerig
bedlegerige terminaal terminale palliatief chemo chemokuur chemotherapie dialyse kunstheup heupoperatie geopereerd
revalideert revalideren suicidaal suicidale zelfmoord zelfdoding anorexia reuma ms astma copd longziekte hartkwaal
hartklachten dwangstoornis stoornis stotterde stottert stotteren stotteraar spraakgebrek spraakstoornis kunstbeen
beenprothese prothese doofstom doofstomme blindengeleidehond blindestok stoma pacemaker zuurstoffles geesteszieke
geestesziek geesteszieken zwakbegaafd zwakbegaafde verstandelijk verward verwarde ongeneeslijk migraine overspannen
hersenletsel halfzijdig verlamd verlamde lamme spastisch spastische syndroom zorgbehoevend zorgbehoevende patient
patiente vergeetachtig vergeetachtige geheugenverlies ziekbed ziektewet rouwt depri mindervalide slechtlopend
nierpatient kankerpatient psychiatrie ggz-patient ggz-client geamputeerd miskraam chronisch chronische hernia
artrose jicht leukemie tumor tia pdd add asperger fobie paniekaanval paniekaanvallen hepatitis soa incontinent
besmet zuurstof longontsteking hartfalen hartinfarct mantelzorg mantelzorger zorgmijder krukken- ernstig-ziek
herstellende infuus insuline methadon ritalin antidepressiva
hartstilstand hartritmestoornis klompvoet horrelvoet hazenlip bochel hinkte hinkt hinkend strompelde longembolie
hyperventilatie tourette dyslexie delier delirium wanen waanbeelden waanideeen hallucineert hallucineerde
bloedverdunners insulinepomp zelfmoordpoging seropositief hersenvliesontsteking katheter sondevoeding beademing coma
"""
)
HEALTH_OF_PERSONS: Final = words_of(
    """
blind doof mank kreupel ziek hulpbehoevend slechtziend invalide stom verstandelijk lam beperkt labiel gestoord
geestelijk high stoned knetterstoned
"""
)
"""Only of somebody: a blind wall is healthy."""
HEALTH_BEHIND: Final = {
    "rolstoel": words_of("in met zit zat gebruikt heeft"),
    "rollator": words_of("met achter loopt gebruikt heeft"),
    "traplift": words_of("met heeft gebruikt"),
    "wandelstok": words_of("afhankelijk"),
    "apparaatjes": words_of("draagt droeg oren"),
    "bevallen": words_of("is was net pas geleden"),
    "horen": words_of("slecht moeilijk"),
    "zien": words_of("slecht moeilijk"),
    "verwachting": words_of("in"),
    "care": words_of("intensive"),
    "ic": words_of("ligt lag"),
    "hospice": words_of("ligt lag verblijft verbleef in"),
    "afkickkliniek": words_of("zit zat ligt verblijft verbleef in"),
    "verpleeghuis": words_of("ligt lag verblijft verbleef zit zat opgenomen"),
    "behandeling": words_of("onder"),
    "gehoor": words_of("slecht"),
    "zicht": words_of("slecht"),
    "war": words_of("in"),
    "medicijn": words_of("gebruikt slikt"),
    "hoofd": words_of("goed"),
    "corona": words_of("met heeft had door vanwege wegens aan"),
    "covid": words_of("met heeft had door"),
    "griep": words_of("met heeft had door"),
    "krukken": words_of("op met loopt"),
    "operatie": words_of("voor na een aan wacht moest onderging"),
    "psycholoog": words_of("bij naar"),
    **dict.fromkeys(
        words_of("""
cardioloog oncoloog neuroloog uroloog longarts reumatoloog orthopeed fysiotherapeut therapeut internist gynaecoloog
verloskundige dermatoloog geriater
"""),
        words_of("naar afspraak controle onderzoek behandeling patient onder"),
    ),
    "scootmobiel": words_of("zit zat rijdt reed zijn haar afhankelijk man vrouw bewoner bewoonster slachtoffer"),
    "arm": words_of("mist"),
    "ggz": words_of("client patient bij van"),
    "drank": words_of("verslaafd"),
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
    "drugs": words_of("onder invloed gebruikt gebruikte gebruiken verslaafd gebruiker"),
    "alcohol": words_of("verslaafd"),
    "medicijnen": words_of("gebruikt gebruikte slikt slikte gebruiken zijn haar"),
    "pillen": words_of("slikt slikte"),
    "thuiszorg": words_of("krijgt heeft kreeg ontvangt"),
    "down": words_of("syndroom"),
    "been": words_of("ter slecht moeilijk mist"),
    "lopen": words_of("moeilijk slecht nauwelijks"),
    "hart": words_of("zwak aan slecht"),
    "blindheid": words_of("aan"),
}
"""By word: it tells of health only behind one of these."""
