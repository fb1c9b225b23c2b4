"""What stands without its article too, in reports as short as a telegram, and what one person does; folded."""

from typing import Final

from bot.domain.guard.words import words_of

_OF_MAKERS: Final = words_of("""
bal banner bel bijl block blok bol boot box brik bril broche broek brommer brood buis bus case champagne collier combi
deken doorn flapper fort fresco haak hack hak ham hamer helm hoed hoes hoorn jack jet jersey kar kast kegel ketel
ketting klok klomp knop kogel kool koper kraan kroon kruis la ladder lens letter lint loep luster mand map mast melk
menu mes messing munt nagel noot pan pas pijl pil plank plu polo pont poot pop post pot ring robijn rozijn sak schaal
schakelaar schil schoen schot schuur server slot spa spaan spiegel spijker spike sticker stijger stoel stoffer stok
strijker tang tank tas tender tent tiara tilde touw toy trui vaas veer vel vlag voorn wagen wiel wijn zadel zak zegel
zeil bijou blende blinker bouillon bun cap coca combi curry divan gieter gong hengel ion jacuzzi jol kof kog lei lias
lier lino lont manco mangel mica ouwel peer pieper pinas salami sap sax sherry spek steel sten syrah taco tea teddy ton
tong wittebrood yard yen
gras hooi kooi palm peel priem puts riem roost schaaf schut spaan spier strik tok tol turf reef pons room rek
""")
_OUTSIDE: Final = words_of("""
berk bes beek bloem boom bui camp dag dijk donk gang gras groef haven heide hert heuvel hoek hof hond horst hulst iris
kade kader kamp kant kas keer kerk kim kuil laan lente lijn linde lotus maan mars meer molen mus nest oever opstal
overloop park passage pad plas plein poel poort ram reis riet roos schacht schietgat serre sloot spits spoor stam ster
straat struik tak taverne terras toren tuin vin vis vlam vlinder vocht vogel vonk voorhuis vorst vrijdag wadi wal water
weg wei wetering wijk wind winkel winter wolk wortel zaal zee zijp zomer zon
alp graf hal hall hofstede laurier leegte lelie lindeboom meiboom mirt nek nevel notenboom onland page palazzo put
ribes rogge steppe tolboom vijver vishal vonder waas weel wegge
""")
_HAPPENING: Final = words_of("""
actie ballet bont brand coupe danse deel deun ding extra forum gal geest gok gunst hoop ja kan kennis kick kunst les
lied long look loot maat massa massage mat mot ode ongeval ons pang pap proef raid rem roering rong schets schrik slag
slump som song soos sprong storm straf streep team toon topic torrent trio vaal voet vordering vraag wedding wel wens
wil zang zin zorg over achter verte vermaning melding
ai caprice cao date gal gemis infante mandala ode profijt roman salvo vierling volta
adem bries donder dorst gok grol hoon hul hup kerf kim kloet knobel lust martel mergel omloop out pace por poets proost
raas rep ren roes roest rommel rui rust schram schrik sim sis skip slag smart smook smul snik snoei speet stook sus tex
top troost vang verbouw wal walk wan wandel wiek wiegel willig win zon dam dim fit field fleer kolk loof loot maan post
""")
_BEASTS: Final = words_of("""
geit haan hert hond kat kip koe konijn lam merel paard raaf reu schaap slang spin
varken adelaar buffel draak dodo eenhoorn fret leeuw meeuw mink nies pauw roek schelvis schol spreeuw taling wezel
zwaan
""")
_WHO: Final = words_of("""
arts bader barman bende boel buddy compagnie dief doctor gang heer hopman jongen junk killer maat man mens mom neef
nes oosterling papa persoon ploeg portier punker rechter reisleider renner rocker rover ruiter schutter sergeant staf
berger bode burger butler fan farmer heerschap hunter major marine metselaar scout senaatscommissie
stadhouder tokkie uitzetter vent verliefde vriend wachter westerling winkelaar zitter klant speler loper gast
""")
GROUPS: Final = (
    _WHO
    | _BEASTS
    | words_of("kerk dorp wijk stad park markt haven team trio post buurt school veld bank kantoor balie club bond")
)
"""Of these somebody may be meant who is no person of that name: wijk zag niets."""
BARE: Final = _OF_MAKERS | _OUTSIDE | _HAPPENING | _BEASTS | _WHO
DOING: Final = words_of("""
weigerde besloot betaalde kocht verkocht at rookte hielp haalde hield bood nam zette trok duwde riep reageerde sprong
viel gilde werkte raakte bedankte schrijft leest vraagt roept wacht zoekt pakt koopt verkoopt eet drinkt helpt houdt
haalt duwt trekt valt gilt rookt betaalt weigert
""")
TELLING_ENGLISH: Final = words_of("told saw heard called said says knows lives woke opened reported noticed works")
WANTING: Final = words_of(
    "weet wist meent hoopt hoopte vreest twijfelt twijfelde besloot weigert weigerde wil wilde durfde"
)
"""Things do not."""
DONE: Final = words_of("""
gebeld gezien gehoord gezegd verteld gemeld verklaard geroepen gesproken gevraagd gewaarschuwd gefilmd herkend ontdekt
gemerkt gekeken gewacht geprobeerd geslapen bekend ontkend gezocht geschreven gepraat geholpen achtervolgd betaald
gekocht toegegeven gemaild geappt doorgegeven teruggebeld aangebeld opgemerkt uitgelaten
""")
"""Only people have done this."""
