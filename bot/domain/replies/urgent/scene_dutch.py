"""Dutch, by classes of words: see scene.py."""

from typing import Final

from bot.domain.replies.urgent.scene import Lexicon


def _present(stems: str) -> str:
    """The present tense of verbs, each as *stem:infinitive*, with what a verb may be joined to: *rondloopt*."""
    pairs = (one.split(":") for one in stems.split())
    forms = [form for stem, whole in pairs for form in (stem if stem.endswith("t") else f"{stem}t", whole)]
    parts = "rond|binnen|in|open|weg|door|aan|om|uit|over|langs|leeg|mee|naar|vast|af|kapot|dood|neer|achterna|op|toe"
    return rf"(?:{parts})?(?:te)?(?:{'|'.join(forms)})"


def _participles(stems: str) -> str:
    """What is done to something, by the same verbs: *wordt gebeukt*."""
    pairs = (one.split(":") for one in stems.split())
    return "|".join(f"ge{stem}(?:t|d)?|ge{whole}" for stem, whole in pairs)


_STRANGERS: Final = (
    r"(?:een )?(?:man|vent|kerel|gast|gozer|jongen|jongeman|knul|vrouw|meisje|meid|persoon|figuur|type"
    r"|\w*vreemde(?! (?:auto|bus|busje|wagen))|onbekende(?! (?:auto|bus|busje|wagen))|gemaskerden?"
    r"|dader|dief|inbreker|insluiper|overvaller|rover|verdachte|boef|indringer|oplichter|schim|gedaante|meneer"
    r"|mevrouw"
    r"|jongetje|kind|nep\w+|puber|tiener|knaap|kereltje|mannetje|vandaal|gek|idioot|bestuurder|bijrijder|gestalte"
    r"|individu|jochie"
    r"|ventje|snuiter|knakker|sujet|klootzak|eikel|heer|dame"
    r"|belager|aanvaller|stalker|engerd|zwerver|dronkaard)"
)
_MANY: Final = (
    r"mannen|venten|kerels|gasten|gozers|jongens|jongeren|vrouwen|meisjes|meiden|personen|figuren|types|lui"
    r"|onbekenden"
    r"|vreemden|daders|dieven|inbrekers|insluipers|overvallers|rovers|verdachten|boeven|indringers|oplichters"
    r"|(?:twee|drie|vier|vijf|[2-9]) mensen"
    r"|schimmen|pubers|tieners|vandalen|lieden|heren|individuen|jochies|ventjes|belagers|tuig|gespuis|jeugd"
    r"|knapen|groepje|bende|stel|stelletje|(?:twee|drie|vier|vijf|[2-9]) man"
)
_OWN: Final = r"(?:mijn|onze|ons|m'n|me|je|uw|hun|haar|zijn|z'n|d'r)"
_KIN: Final = (
    r"zoon|zoontje|dochter|dochtertje|kind|kinderen|kleinkind|kleinkinderen|kleinzoon|vader|moeder|pa|ma|papa"
    r"|mama|opa"
    r"|oma|broer|zus|zusje|neef|neefje|nicht|oom|tante|schoonzoon|schoondochter|vriend|vriendin|partner|collega"
    r"|echtgenoot|echtgenote"
)
_JOBS: Final = (
    r"schilders?|glazenwassers?|bewakers?|beveilig\w+|conducteur|chauffeurs?|aannemers?|loodgieters?|monteurs?"
    r"|installateurs?|hoveniers?|tuinmannen|tuinman|bouwvakkers?"
    r"|dakdekkers?|stukadoors?|timmerm\w+|slotenmakers?|glaszetters?|verhuizers?|bezorgers?|pakketbezorgers?|postbode"
    r"|krantenbezorgers?|collectant\w*|buurtwacht|buurtpreventie|wijkagent|rechercheurs?"
    r"|gemeente|boswachter|verpleeg\w+|thuiszorg|dokter|arts|schoonmaak\w*|huishoud\w+|oppas|makelaar|woningbouw\w*"
    r"|studenten|hond|honden|hondje|kat|katten|poes|vogels?|duiven|marter|egel|rat|ratten|muizen|kater|konijn"
)
_BEING: Final = _present(
    "staa:staan zit:zitten loop:lopen lig:liggen hang:hangen kom:komen ga:gaan wil:willen kijk:kijken wacht:wachten"
    " stap:stappen draag:dragen pak:pakken rijd:rijden fiets:fietsen blijf:blijven leg:leggen haal:halen zet:zetten"
    " praat:praten schrijf:schrijven stop:stoppen"
)
_SNEAKY: Final = (
    "sluip:sluipen klim:klimmen klauter:klauteren kruip:kruipen gluur:gluren spied:spieden loer:loeren breek:breken"
    " wrik:wrikken morrel:morrelen peuter:peuteren pruts:prutsen forceer:forceren rammel:rammelen rommel:rommelen"
    " bonk:bonken bons:bonzen beuk:beuken ram:rammen schop:schoppen trap:trappen duw:duwen ruk:rukken trek:trekken"
    " sleur:sleuren sjouw:sjouwen til:tillen sleep:slepen laad:laden zaag:zagen slijp:slijpen boor:boren knip:knippen"
    " draai:draaien voel:voelen probeer:proberen doorzoek:doorzoeken graai:graaien steel:stelen jat:jatten pik:pikken"
    " roof:roven plunder:plunderen grijp:grijpen verniel:vernielen sloop:slopen gooi:gooien"
    " smijt:smijten spuit:spuiten giet:gieten vlucht:vluchten ren:rennen spring:springen verstop:verstoppen"
    " ontsnap:ontsnappen dring:dringen schijn:schijnen dwaal:dwalen hijs:hijsen snij:snijden tik:tikken"
    " snuffel:snuffelen graaf:graven schuifel:schuifelen struin:struinen hamer:hameren hak:hakken wring:wringen"
    " wurm:wurmen schraap:schrapen bekras:bekrassen smeer:smeren snel:snellen verdwijn:verdwijnen scheur:scheuren"
    " stuif:stuiven race:racen ontvoer:ontvoeren stook:stoken besluip:besluipen storm:stormen"
)
_HARMING: Final = _present(
    "sla:slaan steek:steken wurg:wurgen bedreig:bedreigen mishandel:mishandelen schiet:schieten dwing:dwingen"
    " bijt:bijten achtervolg:achtervolgen volg:volgen belaag:belagen beroof:beroven vecht:vechten schreeuw:schreeuwen"
    " gil:gillen intimideer:intimideren gijzel:gijzelen zwaai:zwaaien dreig:dreigen"
)
_AT: Final = (
    r"(?:in|op|bij|aan|achter|voor|door|over|onder|rond|rondom|om|tegen|naast|langs|via|uit|vanuit"
    r"|tussen|naar|tot)"
)
_HOME: Final = (
    r"(?:(?:achter|voor|zij|moes|dak|schuif|garage|schuur|tussen|keuken|slaapkamer|wc|school|huis|zolder|auto|winkel"
    r"|kelder|berging|balkon|tuin|nood|poort|fietsen|tuin|buur|bouw)?"
    r"(?:pand|panden|praktijk|bijkeuken|gebouw|etage|huisje|bungalow|hek|rek|dakkapel|garagedeur|tuin|tuinen"
    r"|tuintje|deur|deuren|deurtje|raam|ramen|raampje|huis|huizen|woning|woningen|schuur|schuren|schuurtje"
    r"|garage|garages|garagebox|garageboxen|box|boxen|dak|daken|dakterras|terras|balkon|balkons|balkonhek"
    r"|schutting|poort|hek"
    r"|muur|kelder|kelderbox|portiek|hal|gang|trap|trappenhuis|berging|zolder|kamer|keuken|kozijn|slot|sloten|kast"
    r"|kasten|laden|brievenbus|rolluik|rolluiken|loods|magazijn|kantoor|keet|caravan|schuurdeur|serre|pui|ruit|ruiten|oprit"
    r"|stal|boot|bed|dakgoot|regenpijp|steiger|klink|deurknop|deurklink|deurkruk|portieren|portier|stalling|hofje"
    r"|badkamer|toilet|woonkamer|slaapkamer|werkplaats|zaak|kluis|kassa|toonbank|vitrines?|etalage|glas"
    r"|cilinderslot))"
)
_OF_OTHERS: Final = (
    r"(?:buren|overburen|achterburen|buurman|overbuurman|buurvrouw|overbuurvrouw|bewoners"
    r"|bakker|slager|kapper)"
)

DUTCH: Final = Lexicon(
    name="Dutch",
    common=r"de|het|een|er|ik|en|van|niet|ze|hij|mijn|onze|op|bij|voor|met|aan|zijn|dat|die|wij|we|staat|loopt|iemand"
    r"|naar|nu|deur|mn|ons|jullie",
    joints=r"\b(?:maar|want|terwijl|omdat|doordat|zodat|nadat|voordat|dus|en)\b|(?=\btoen\b)"
    r"|\s(?=(?:hij|ze|zij|ik|we|wij|er) (?:ben|is|zijn|\w+t|zitten|staan|lopen|hebben|komen|gaan)\b)",
    rewritten=(
        (r"waar (?:\w+ ){1,2}werkt?", ""),
        (
            r"er (?:is|zijn|zit|zitten|staat|staan|loopt|lopen|klimt) er (?:\w+ )?(?:een|eentje|twee|drie|vier"
            r"|[1-9])(?! (?:uur|jaar))",
            "er staat iemand",
        ),
        (r"(?:is|loopt|staat|zit|komt) er (?:weer |nog )?eentje", "is iemand"),
        (r"(?:die|de) (?:twee|drie|vier|ene|andere)(?! \w+(?:dagen|weken|maanden|jaar|uur|keer))", r"die mannen"),
        (
            r"(?:man|vent|vrouw|jongen|persoon|gozer|gast|kerel|jongens|mannen|gene|dader|auto|bus|busje)"
            r" (?:van|uit) (?:de|het|uw|jullie|die) (?:foto|signalement|mail|bericht|oproep|beelden)",
            "man gezochte",
        ),
        (r"(?:waar )?(?:die )?(?:u|jullie) (?:naar )?(?:zoekt|zoeken|zochten)", "gezochte"),
        (
            r"van de vorige keer|die (?:\w+ ){0,4}?(?:\w+brak|\w+braken|stond|stonden|was|waren)(?= (?:staat|staan"
            r"|loopt|lopen"
            r"|zit|zitten|is|zijn|rijdt|komt)\b)",
            "gezochte",
        ),
        (
            r"(?:mijn|onze|m'n|haar|je|uw) (?:\w+ )?(?:man|vrouw|jongens?|meisjes?|meiden|mannen)|zijn (?:man"
            r"|vrouw)",
            "bekende",
        ),
        (
            r"(?:man|vrouw|iemand|mannen|jongens?|meneer|mevrouw) van (?:de|het|een|uw"
            r"|onze) (?!overkant)\w+",
            "bekende",
        ),
        (r"(?:oom|beste|geachte) agent(?:en)?", ""),
        (rf"{_OWN} ex|ex(?:man|vriend|vrouw)?", "een vreemde man"),
        (r"er (?:is|zijn|staat|staan) (?:altijd )?(?:geen|niemand)", "niemand"),
    ),
    stranger=rf"iemand|{_STRANGERS}|{_MANY}|eentje",
    they=r"hij|ie|ze|zij|hem|hen|mensen",
    jobs=rf"bekende|hesjes?|werkkleding|uniform|huismeester|{_JOBS}",
    known=rf"{_OWN} (?:\w+ )?(?:{_KIN}|buur\w+)|{_KIN}",
    wanted=r"gezochte|signalement",
    being=rf"{_BEING}|is|zijn|heeft|hebben|(?!niet|met|dat|wat|het|uit|tot|want|nacht|just|echt|kort|laat|eerst"
    rf"|tegen\b)\w{{3,}}t",
    deed=rf"{_present(_SNEAKY)}|belt (?:overal|steeds|bij iedereen)|bellen (?:overal|steeds)|deur voor deur"
    r"|(?:is|zijn|zit|staat|staan|zitten) (?:\w+ ){0,4}?(?:bezig|aan het)|aan het \w+en|bezig (?:met|aan|bij|om)"
    r"|alle (?:\w+ )?(?:deuren|voordeuren|huizen|auto'?s)|wil(?:len)? (?:\w+ ){0,3}(?:naar binnen|erin|er in)"
    r"|word(?:t|en)? (?:\S+ ){0,8}?\w*ge\w{3,}(?:d|t|en)|(?:pakt|pakken|neemt|nemen|haalt"
    r"|halen) (?:\S+ ){1,6}?(?:af|mee|weg|leeg|van|uit)|(?:zit|zitten|komt|komen) aan (?:mijn|onze|m'n)|\w+(?:t"
    r"|en) (?:\S+ ){0,5}?(?:ervandoor|vandoor|weg|ervan door)|van (?:auto naar auto|deur naar deur|huis naar huis"
    r"|tuin naar tuin)|op de uitkijk|verstopt|klem|de \w+ ingevlucht",
    harm=rf"{_HARMING}|(?:zoekt|zoeken|jaagt|jagen|pakt|pakken|grijpt|grijpen) (?:op )?(?:mij|me|ons)"
    rf"|vermoord\w*|(?:rijdt|rijden) in op|(?:valt|vallen) (?:\S+ ){{1,3}}?aan(?! de)|(?:houdt"
    rf"|houden) (?:\S+ ){{1,3}}?vast|lastig"
    r"|\w+(?:t|en) (?:een|het|de|mijn|die) (?:\w+ )?(?:kind|meisje|jongetje|vrouw|mevrouw|dame|man|jongen"
    r"|meneer|bewoner)"
    r" (?:\S+ ){0,3}?(?:mee|aan|weg|vast|neer|lastig)",
    trace=rf"er word(?:t)? (?:\S+ ){{0,6}}?(?:\w{{2,6}})?(?:{_participles(_SNEAKY)})"
    rf"|er {_present(_SNEAKY)}"
    r"|glasgerinkel|glas breken|gestommel|gerommel|voetstappen|gekraak|gebonk|gegil|geschreeuw|hulpgeroep"
    r"|boren|stemmen|schijnt (?:er )?(?:een )?lamp|lamp heen|iets"
    r"|mannenstem(?:men)?|licht bewe\w+|licht gaat|(?:licht|lampje|zaklamp) (?:in|bij|achter)|lichtje|schijnsel",
    witness=r"(?:ik|we|wij) (?:zie|zien|hoor|horen)|zie ik|hoor ik|zien we|horen we",
    sense=r"klinkt|klinken|beweegt|hoor|horen|zie|zien|ruik|ruiken",
    home=rf"{_AT} (?:\S+ ){{0,3}}?{_HOME}|(?:mijn|onze|ons|de|het|m'n) (?:\w+ )?{_HOME} (?:in|op|uit|binnen"
    rf"|open|door)"
    rf"|(?:mijn|onze|ons|m'n) (?:\w+ )?{_HOME}|(?:{_AT}|van) (?:\S+ ){{0,2}}?{_OF_OTHERS}|beneden|boven|binnen"
    rf"|hiernaast|naar buiten"
    rf"|achterom|(?:bij|van) (?:nr|nummer|huisnummer) ?\d+|bij (?:mij|me|ons) (?:thuis|binnen|aan|in|op|achter"
    rf"|voor)|in huis"
    rf"|uit (?:de|het) (?:huis|woning|winkel)|dit huis|derde verdieping|verdieping|naar (?:binnen|boven"
    rf"|beneden)|doorheen|erdoor|erdoorheen",
    place=rf"(?:de|het|een|die) (?:\w+ )?{_HOME}|{_AT} (?:de|het|een|mijn|ons|onze|die|dat) (?!buurt|stad|wijk"
    rf"|land|nieuws|politie|moment)\w+|hier|daar|straat|steeg|brandgang|park|plein|winkel|school|station"
    rf"|supermarkt|flat|galerij|lift|auto|auto'?s"
    r"|bus|trein|tram|metro|bushalte|perron|kerk|cafe|kroeg|bakker|snackbar|apotheek|juwelier|buurthuis"
    r"|clubhuis|kantine"
    r"|parkeerplaats|tankstation|pinautomaat|container|bosjes|struiken|afdak|speeltuin|sloot|water|gevel|stoep|hoek"
    r"|winkelcentrum|winkelstraat|markt|fietsenstalling|kapsalon|drogist|bank|garagebedrijf|naast (?:me|mij|ons)"
    r"|voor (?:me|mij|ons)|tegenover (?:me|mij|ons)|(?:om|achter) (?:me|mij|ons)|slager|restaurant|hotel",
    now=r"nu|op dit (?:moment|ogenblik)|momenteel|op het moment|terwijl|net nu|live|ik (?:dit )?(?:typ|tik"
    r"|schrijf)\w*",
    still=r"nog|nog steeds|weer|alweer|steeds|de hele tijd|terug|al (?:\w+ )?minuten",
    tool=r"bivakmuts\w*|breekijzers?|koevoet\w*|\w*(?:schaar|tang|zaag|boor)|slijptol|schroevendraaiers?"
    r"|zaklamp\w*|zaklicht"
    r"|lamp|lampje|ladder"
    r"|capuchons?|hoodies?|maskers?|gemaskerde?|handschoenen|jerrycan|pinpas|pincode|gasfles|explosie\w+|vuurwerkbom\w*|lont"
    r"|aansteker|molotov\w*|benzine|draaiende motor|ram|kluis|katalysators?"
    r"|gereedschap|onbekende|vreemde|verwarde|verdachte?",
    culprit=r"dader|inbrekers?|insluipers?|overvallers?|dief|dieven|rovers?",
    weapon=r"mes|messen|bijl|hakbijl|hamer|moker|knuppel|honkbalknuppel|ijzeren (?:staaf|pijp|stang)|kapotte fles"
    r"|flessen?(?: in (?:zijn|haar|de) hand)?|bloot mes|zwaard|kapmes|machete",
    presented=r"er (?!is|zijn|komt|komen|woont|werkt|was|zijn)\w{2,}(?:t|en) (?:nu |net |weer |nog |hier |daar )*"
    r"(?:iemand|een|twee|drie|vier|wat|van die|mensen|mannen|jongens|onbekenden|[2-9])",
    device=r"alarm|bewegings\w+|sensor|deurbel|melding|op mijn (?:telefoon|scherm|mobiel)",
    live=r"live|melding|slaat aan|gaat af|geeft aan|telefoon zie ik|zie ik (?:nu|hem|ze)|nu op (?:de|mijn"
    r"|onze) camera",
    danger=r"(?:rook|rookontwikkeling|rookwolken|vlammen|vuur)(?: \w+){0,3} (?:uit|onder|door|in|op|bij"
    r"|boven) (?:de|het|een|mijn"
    r"|onze|ons|zijn|haar|hun)|(?:vol|ruik|zie(?: \w+){0,2}) (?:met )?(?:rook|vlammen)|het brandt|staat? in (?:brand"
    r"|lichterlaaie)|niet (?:meer )?(?:aanspreekbaar|bij kennis)|(?:beweegt|bewegen|reageert|ademt) (?:\w+ )?niet"
    r"|(?:hij|ze|zij|ie) bloedt|bloedt (?:heel |erg |hevig |uit )|bloed veel|veel bloed|verdrink(?:t|en)"
    r"|(?:hebben|heeft|houden|houdt) (?:me|mij|ons|hem|haar|mijn \w+) (?:\S+ ){0,3}?(?:opgesloten|ingesloten|vast\w*"
    r"|meegenomen|meegesleurd|klem|onder schot|in een houdgreep)|eind aan (?:maak\w*|zijn leven|haar leven)"
    r"|dreigt te springen|van het leven|(?:krijg|krijgen|houd|hou|houden) hem niet"
    r"|in bedwang|brandende?(?= (?:huis|woning|auto|flat|schuur|pand))|(?:iemand|man|vrouw|kind|kindje|jongen"
    r"|jongetje|meisje"
    r"|baby|hij|ze) (?:\S+ ){0,3}?in (?:het water|de (?:gracht|sloot|vaart|vijver|rivier|plas))|stikt|wurgt"
    r"|onwel|roerloos|bewegingloos|levenloos|bebloed|onder het bloed|ontvoerd|gekidnapt"
    r"|(?:is|zijn|wordt|worden|doet|doen) (?:\w+ )?agressief|in de (?:fik|hens)|(?:doet|doen) (?:\w+ ){1,2}pijn"
    r"|vast (?:onder|tussen)|op de rand van (?:het|de"
    r"|een) (?:viaduct|dak|brug|flat|balkon)|wordt blauw|handen omhoog|handen in de lucht|dode man|ruik gas|gaslucht"
    r"|kom(?:t|en) er niet (?:meer )?uit|komt niet (?:meer )?boven|kunnen? er niet (?:meer )?uit"
    r"|laat (?:niemand|me niet|ons niet) (?:eruit|er uit|gaan|weg|door|naar buiten)"
    r"|wil(?:len)? (?:er )?niet (?:weg\w*|uit)"
    r"|ga(?:at|an) (?:maar )?niet weg|steekwond|schotwond|(?:word|wordt) (?:heel |erg |steeds )?agressie(?:f|ver)"
    r"|(?:is|zijn) (?:heel |erg )?agressief tegen|(?:word|wordt|worden) (?:(?!niet)\w+ ){0,4}(?:achternagezeten"
    r"|vastgehouden"
    r"|gestoken|geslagen|omsingeld|lastiggevallen|opgewacht|ingesloten|afgeperst|belaagd|geschopt|aangevallen"
    r"|ingetrapt|meegenomen|meegetrokken|opengebroken|leeggehaald|gewurgd|bedreigd|beroofd|overvallen"
    r"|meegesleurd|gegijzeld)"
    r"|van de trap (?:geduwd|gegooid|gevallen)|ontploff?ing bij|(?:loopt|ligt|fietst|zit|staat"
    r"|dwaalt) (?:\S+ ){0,3}?op (?:de (?:snelweg|rails|rijbaan)|het spoor)|hartstilstand|krijgt geen lucht"
    r"",
    harmless=r"hond|honden|geen|schoorsteen|kachel|barbecue|bbq|vuurkorf|pan|oven|lamp|lampen|rookmachine"
    r"|vuurwerk|niet echt",
    fear=r"durf (?:\w+ )?niet|bang|doodsbang|verstopt|verstop (?:me|mij|ons)|opgesloten|ingesloten|(?:kast"
    r"|stoel|bank|bureau) (?:\w+ ){0,2}?(?:voor|tegen|op) (?:de deur|geschoven|gezet)|op slot (?:gedaan|gezet|in)"
    r"|(?:zit|zitten|lig|liggen|sta|staan|ben|zijn) (?:\w+ ){0,3}?(?:onder|in) (?:de|het|een|mijn|ons|onze)"
    r" (?:bed|bureau|kast|badkamer|toilet|wc|zolder|meterkast|tafel|magazijn)|met de deur op slot|plat op de grond"
    r"|alleen (?:thuis|met|in huis)|ik ben alleen|ben alleen|(?:hou|houd|houden) (?:me|ons) stil"
    r"|kan niet (?:praten|bellen)"
    r"|bellen kan niet|niet bellen|horen (?:ze|hij) (?:me|mij|ons)|hoort (?:hij|ze) (?:me|mij|ons)|ik tril"
    r"|tril helemaal"
    r"|huilt|gillen|gilt|gebarricadeerd|erachteraan|achter (?:hem|ze|haar) aan|dichtgedaan|om hulp"
    r"|achter een boom|vast gezet|wat moet (?:ik|ik nu) doen|ik volg (?:ze|hem|haar)",
    plea=r"help|hulp|kom|stuur|sturen|snel|politie|aub|alstublieft|alsjeblieft|spoed|dringend|schiet op"
    r"|opschieten|112"
    r"|gauw|vlug|direct|meteen",
    past=r"was|waren|werd|werden|had|hadden|zag|zagen|liep|liepen|stond|stonden|zat|zaten|lag|lagen|ging|gingen|kwam"
    r"|kwamen|hoorde|hoorden|belde|belden|klom|klommen|rende|renden|reed|reden|hing|hingen|keek|keken|brak"
    r"|braken|sloeg"
    r"|sloegen|trok|trokken|riep|riepen|kreeg|kregen|vond|vonden|deed|deden|dacht|dachten|zei|zeiden|vroeg|vroegen"
    r"|probeerde|probeerden|bleek|leek|droeg|droegen|vluchtte|sprong|sprongen|woonde|werkte|rammelde|voelde"
    r"|klopte|bonkte"
    r"|sloop|slopen door|schrok|blafte|speelde|heette|begon|bleef|bleven|verdween|vertelde|vertelden|schreef"
    r"|las|dronk"
    r"|geweest|toenmalig|gister\w*|eergister\w*|vorige?|afgelopen|laatst|destijds|eerder|vannacht|vanmorgen"
    r"|vanochtend"
    r"|(?:uur|uren|dag|dagen|week|weken|maand|maanden|jaar|jaren) geleden|(?:maan|dins|woens|donder|vrij|zater"
    r"|zon)dag\w*"
    r"|die (?:nacht|avond|dag|ochtend|middag)|(?:om|rond|tegen) (?:\w+ )?\d\d?(?:[.:]\d\d)?(?: uur|u)?|vroeger"
    r"|sindsdien|(?:om|rond|tegen) (?:half )?(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf) uur|sinds"
    r"|januari|februari|maart|april|juni|juli|augustus|september|oktober|november|december|(?:19|20)\d\d"
    r"|stak|staken|hakte|nam|namen|gaf|gaven|greep|grepen|schoot|kroop|kropen|hield|hielden|viel|vielen",
    done=r"ge(?!maskerd|beur|zicht|vaar|noeg)\w{3,}(?:d|t|en)|(?:in|uit|op|aan|af|weg|om|over|binnen|open|mee"
    r"|door|vast|na|neer|leeg|toe)ge(?!sloten)\w+(?:d|t|en)"
    r"|(?:heeft|hebben|heb) (?:\w+ ){0,5}(?:be|ver|ont)\w+(?:d|t|en)",
    passive=r"word|wordt|worden",
    never=r"altijd|vaak|vaker|soms|elke?|iedere?|regelmatig|meestal|dagelijks|wekelijks|wel eens|weleens"
    r"|af en toe|nooit"
    r"|ooit|op (?:het|mijn) werk|verhaal|vandaar|klaagt|klagen|geruchten|gerucht|veel|als|wanneer"
    r"|stel (?:dat|je|ik|er)"
    r"|indien|zou|zouden|onschuldig|in de (?:klas|war)|(?:klimt"
    r"|klimmen|komt|komen|gaat|gaan) volgens mij|mocht|veel mensen|overdag|zomers?|(?:nachts|avonds|ochtends"
    r"|middags)|volgende"
    r"|voortaan|tegenwoordig|morgen|overmorgen|straks|vanavond|binnenkort|\w*beelden|films?|filmpjes?"
    r"|\w*foto'?s?|video'?s?"
    r"|opnames?|camera\w*|screenshot\w*|krant|nieuws|facebook|marktplaats|app|appgroep|buurtapp|internet"
    r"|volgens(?! mij)|denkt dat"
    r"|hoop|hopelijk|misschien|wellicht|vermoed\w*|waarschijnlijk|blijkbaar|schijnbaar|lijkt op|hoe|waarom"
    r"|mag ik|mag dat"
    r"|kunt u|heeft u|is het waar|zijn er|heeft iemand|kan iemand|wie|bedankt|dank|dankzij|fijn|mooi|gelukkig|graag"
    r"|vakantie|buitenland|verbouw\w*|verhuis\w*|onderzoek|aangifte|verklaring|tralies|cel|gevangen\w*"
    r"|vrij rond|grapje"
    r"|haha|al (?:\w+ )?(?:dagen|weken|maanden|jaren)|u (?:schrijft|zegt|vraagt|zoekt)|in uw mail"
    r"|jullie schrijven|werkt"
    r"|woont|wonen|bord|gedroomd|droom|boek|serie|oefen\w*|spelen?|speelt|voetbal|feest|barbecue|bbq|vuurwerk"
    r"|dement|bijlage|te zien|nu eenmaal|(?:is|zijn) (?:mijn|onze) (?!\w+ (?:binnen|in|uit|aan het|bezig))"
    r"|(?:is|zijn) (?:gewoon|maar|een (?:neefje|kennis|vriend|buurjongen))|vind|vinden|bekend|ben ik|logeert"
    r"|hele dag|las|lees dat",
    denied=r"niemand(?! (?:anders|eruit|er uit|doet open))|geen(?! (?:lucht|grap|kenteken))|niets|niks|zonder mij"
    r"|niet (?:meer )?(?:gezien|gehoord|thuis|zo|echt|mijn|erg|nodig|verdacht)|er niet (?:meer|aan)|niet van"
    r"|niet meer weet|ziekenhuis",
    calm=r"gezien op|bedankt|dank|groet|groeten|groetjes|succes|hopelijk|beelden|filmpje|foto'?s|gisteren"
    r"|vorige (?:week"
    r"|maand|zomer)|geleden|toevallig|meestal|altijd|nooit",
)
"""The language of most."""
