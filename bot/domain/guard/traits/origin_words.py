"""More words of origin: where somebody lives because of it, their land, speech, hair and skin; folded."""

from typing import Final

from bot.domain.guard.words import words_of

MORE_INHABITANTS: Final = words_of("""
angolees angolezen argentijn argentijnen armeen armenen armenier armeniers australier australiers azerbeidzjaan
azerbeidzjanen azeri azeri's bangladees bangladezen bengalees bengalezen boliviaan bolivianen canadees canadezen
chileen chilenen congolees congolezen cubaan cubanen curacaoenaar curacaoenaars deen denen dominicaan dominicanen
estlander estlanders europeaan europeanen filipijn filipijnen filipino filipino's fin finnen gambiaan gambianen
georgier georgiers guinees guineeers haitiaan haitianen ier ieren ijslander ijslanders indo indo's indonesier
indonesiers israeli israeli's israelier israeliers jamaicaan jamaicanen japanner japanners javaan javanen jemeniet
jemenieten jordanier jordaniers kaapverdiaan kaapverdianen kameroener kameroeners kazach kazachen keniaan kenianen
kirgies kirgiezen koreaan koreanen kosovaar kosovaren libanees libanezen liberiaan liberianen libier libiers
luxemburger luxemburgers macedonier macedoniers maleisier maleisiers mexicaan mexicanen moldavier moldaviers moldaaf
moldaven mongool mongolen montenegrijn montenegrijnen nepalees nepalezen noor noren oeigoer oeigoeren oezbeek oezbeken
oostenrijker oostenrijkers palestijn palestijnen papoea papoea's peruaan peruanen senegalees senegalezen siciliaan
sicilianen sloveen slovenen slowaak slowaken soedanees soedanezen somali somali's tamil tamils tibetaan tibetanen
tsjech tsjechen tsjetsjeen tsjetsjenen turkmeen turkmenen venezolaan venezolanen vlaming vlamingen walen wit-rus
wit-russen zuid-afrikaan zuid-europeanen noord-europeaan noord-europeanen west-europeaan west-europeanen
midden-europeaan zweed zweden zwitser zwitsers brabander brabanders limburgers zeeuw zeeuwen friezen twentenaar
twentenaren tukker tukkers achterhoeker achterhoekers groninger groningers drent drenten oosterling oosterlingen
westerling westerlingen zuiderling zuiderlingen balkanees balkanezen scandinavier scandinaviers kaukasier kaukasiers
noordafrikaan noordafrikanen zuideuropeaan zuideuropeanen centraal-europeaan aziaatje aziaatjes chineesje chineesjes
turkje turkjes surinamertje surinamertjes negertje negertjes antilliaantje antilliaantjes latina latina's medelander
medelanders nieuwkomer nieuwkomers inburgeraar inburgeraars gelukszoeker gelukszoekers bootvluchteling
bootvluchtelingen azc'er azc'ers azc-er azc-ers azcer azcers woonwagenkamper woonwagenkampers kampbewoner kampbewoners
gipsy gipsy's gypsies polak polakken jap jappen paki paki's spleetoog spleetogen bruintje bruintjes zwartje zwartjes
roetmop roetmoppen kaaskop kaaskoppen bleekscheet bleekscheten dubbelbloed dubbelbloedje indo-europeaan
""")
ALSO_PLAIN_TOO: Final = words_of("""
noor noren fin finnen zweden zwitsers walen zeeuw groninger groningers deen indo canadees filipijnen ier latina tamil
nieuwkomer nieuwkomers drent bruintje bruintjes zwartje zwartjes bengalees
""")
COLLECTIVES: Final = words_of("""
stel stelletje groep groepje groepjes paar aantal bende bendes clubje club ploeg ploegje koppel troep troepje zootje
hoop handvol busje bus auto lading zwik duo trio tweetal drietal team zooi stuk alle allemaal alleen jonge dronken
andere twee drie vier vijf zes zeven acht die de deze weer meerdere enkele beide sommige veel nog onbekende oude
""")
"""Before Polen or Zweden these make it people."""
MANY_DO: Final = words_of("""
hebben zijn waren wonen werken klussen lopen rijden staan stelen doen gaan komen slapen zitten hangen drinken huren
verblijven hadden zouden kunnen zullen moeten wilden willen die verkopen bedelen
""")
"""What several do; a country does nothing in the plural."""
CENTRES: Final = words_of("""
azc asielzoekerscentrum asielcentrum asielopvang noodopvang vluchtelingenopvang opvangcentrum woonwagenkamp kamp
woonwagenkampje vluchtelingenkamp aanmeldcentrum migrantenhotel polenhotel
""")
STAFF: Final = words_of(
    "medewerker medewerkers bewaker beveiliger directeur vrijwilliger vrijwilligers collega arts coa"
)
STAYS: Final = words_of("""
woont wonen woonde woonden verblijft verblijven verbleef slaapt zit komt komen kwam kwamen lui types mensen volk die
jongens iemand hij zij ze
""")
OWN_LAND: Final = words_of("eigen hun zijn haar")
LANDS_OF_SOMEBODY: Final = words_of(
    """
verblijfsvergunning verblijfsstatus asielprocedure asielstatus asielaanvraag uitgeprocedeerd uitgeprocedeerde
inburgeringscursus vluchtelingenstatus vluchtelingenpaspoort thuisland moederland geboorteland vaderland herkomstland
"""
)
SOMEBODY: Final = words_of("iets iemand ergens mensen lui volk types gasten jongens hij zij ze man vrouw iets eerder")
NO_ORIGIN: Final = words_of("""
terug vakantie reis weekend thuisgekomen teruggekomen teruggekeerd vlucht post pakket pakketje bericht kaart wijn
chauffeur vrachtwagen
""")
"""Who is back from Spain was there for a holiday."""
HAIR_AND_SKIN: Final = words_of("""
kleurtje amandelvormige amandelogen spleetvormige kroeshaar kroeshaartjes kroeskop afrokapsel afrohaar afro rastahaar
spleetoogjes olijfkleurig olijfkleurige koffiekleurig koffiekleurige mokkakleurig mokkakleurige chocoladebruin
chocoladebruine caramelkleurig
""")
SHADES: Final = words_of("donker bruin licht blank zwart getint wit lichtbruin donkerbruin")
BADLY: Final = words_of("gebroken gebrekkig krom moeizaam accentloos vloeiend steenkolen-")
TONGUES: Final = (
    ("zachte", "g"),
    ("rollende", "r"),
    ("niet", "van", "hier"),
    ("hier", "niet", "vandaan"),
    ("niet", "uit", "nederland"),
    ("niet", "uit", "dit", "land"),
    ("onze", "taal", "niet"),
    ("de", "taal", "niet"),
    ("de", "nederlandse", "taal"),
    ("land", "van", "herkomst"),
    ("plat", "praten"),
    ("plat", "praatte"),
)
CUISINES: Final = words_of("griek chinees italiaan mexicaan thai argentijn japanner turk indier")
BESIDE: Final = words_of("bij naast tegenover naar achter boven")
"""Bij de Griek op de hoek one eats."""
