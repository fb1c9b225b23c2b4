"""Words of belief and orientation; folded."""

from typing import Final

from bot.domain.guard.words import words_of

BELIEF_NOUNS: Final = words_of(
    """
moslim moslims moslima moslima's mohammedaan mohammedanen christen christenen katholiek katholieken protestant
protestanten jood joden jodin hindoe hindoes boeddhist boeddhisten jehova jehova's jehovah jehovah's salafist
salafisten islamiet islamieten atheist atheisten calvinist gereformeerden ongelovige gelovige gelovigen ongelovigen
strenggelovigen bekeerling soenniet sjiiet alevi aleviet sikh sikhs mormoon mormonen rastafari imam imams dominee
dominees pastoor pastoors priester priesters rabbijn predikant predikante kapelaan hodja voorganger ouderling
ouderlingen diaken pandit non nonnen monnik monniken zuster-overste alevieten christin kerkganger kerkgangers
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
allahu boerkini boerkini's koranles bijbelstudie bijbelkring catechisatie bidden bidt hadj hadji hoofddoek
hoofddoeken hoofddoekje hoofddoekjes djellaba djellaba's djelaba bidmuts bidmutsje gebedsmuts gebedsmutsje
gebedskleed gebedsketting koran bijbel allah pinkstergemeente moskeebestuur kerkenraad chador kruisbeeld sluier
gebedskralen bidkralen boerka boerka's burka niqab nikab nikaab keppeltje keppel kippa tulband bidkleed bidkleedje
bidsnoer jezus iftar iftars ramadanmaaltijd preekte preekten preken prediker evangelie evangeliseren
besnijdenis communie belijdenis torah tora thora mezoeza davidster soutane habijt pelgrim catechese bijbelles
gebed gebeden avondgebed ochtendgebed middaggebed nachtgebed avondmaal kerkgang
geloofsovertuiging geloof godsdienst religie islam christendom jodendom rozenkrans vrijdaggebed
"""
)
BELIEF_FEASTS: Final = words_of("""
suikerfeest offerfeest ramadan chanoeka pesach jom-kippoer diwali divali holi sabbat sjabbat eid vasten
""")
_KEEPING: Final = words_of("""
vierde vierden viert vieren gevierd vastte vast vasten vastten doet deed doen deden vanwege wegens
""")
BELIEF_BEHIND: Final = {
    **dict.fromkeys(BELIEF_FEASTS, _KEEPING),
    "mekka": words_of("naar uit"),
    "bedevaart": words_of("op"),
    "god": words_of("in aan"),
}
"""By word: it tells of belief only behind one of these."""
BELIEF_HOUSES: Final = words_of(
    """
kerk moskee synagoge tempel kerkdienst vrijdaggebed mis gebed kerkgang dienst moskeebezoek
"""
)
HOUSES_OF_FAITH: Final = words_of(
    """
kerk moskee synagoge tempel kerkdienst eredienst gebedsdienst gebedshuis koninkrijkszaal gurdwara mandir pagode
zondagsdienst zondagschool koranschool viering huisgodsdienst avondmis ochtendmis nachtmis kerkkoor gemeenteavond
doopdienst zangdienst kerstdienst paasdienst jeugddienst
"""
)
HOUSEHOLD: Final = words_of(
    """
gezin familie bewoner bewoners bewoonster slachtoffer slachtoffers echtpaar stel ouders buurman buurvrouw buren
eigenaar eigenaresse vrouw huurder huurders aangever aangeefster vader moeder zoon dochter
zoons dochters kinderen opa oma meneer mevrouw slo
"""
)
STAYING: Final = words_of("""
was waren zat zaten gaat gaan is zijn ging gingen kwam kwamen bezoekt bezocht bezochten bezoeken verbleef
""")
NO_VISIT: Final = words_of(
    """
zag zagen gezien hoorde rende renden vluchtte vluchtten liep liepen reed reden stond stonden lag beroofd geslagen auto
fiets tas bus ingebroken beelden verdwenen weg schuin gestolen
"""
)
AT_HOUSE: Final = words_of("in bij naar uit van na voor tijdens op")
POSSESSIVES: Final = words_of("zijn haar hun z'n d'r")
BELIEF_KLEDING: Final = words_of(
    "huize huizen kringen milieu gezindte kleding gewaad gewaden kledij kleed jurk sluier dracht"
)
ORIENTATIONS: Final = words_of(
    """
grindr crossdresser crossdressers transitie geslachtsverandering geslachtsoperatie gay gays lesbienne lesbiennes
lesbisch lesbische bi biseksueel biseksuele transgender transgenders transgendervrouw transgenderman transseksueel
transseksuele transvrouw transman trans travestiet travestieten queer queers lhbti lhbtiq lhbti'er lhbtiq+
non-binair non-binaire nonbinair hetero hetero's heteroseksueel heteroseksuele aseksueel panseksueel interseksueel
geaardheid pot potten homo homo's homofiel homofiele homostel homokoppel homopaar homoseksueel homoseksuele
homoseksuelen homoseksualiteit homohuwelijk homootje flikker flikkers nicht nichterig nichterige verwijfd verwijfde
drag travestie mietje mietjes relnicht ruigpoot ruigpoten pisnicht dragqueen
genderneutraal genderneutrale genderfluide seksuele
"""
)
ORIENTATION_PLAIN: Final = words_of("pot potten bi nicht trans drag seksuele flikker flikkers hetero")
"""Words of something else too."""
AT_FAITH: Final = words_of("zat zaten waren was bad baden")
BACK_FROM_FAITH: Final = words_of("lid thuis kwam kwamen terug")
TO_FAITH: Final = words_of("was waren gaat gaan")
WED_TOGETHER: Final = words_of(
    "getrouwd gehuwd verloofd trouwden trouwen huwelijksreis relatie geliefden verkering trouwdag huwelijk partners"
)
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
_WOMEN: Final = words_of("bewoonster buurvrouw eigenaresse huurster aangeefster winkelierster overbuurvrouw mevrouw")
_MEN: Final = words_of("buurman overbuurman bewoner huurder eigenaar")
WIVES_OF: Final = {
    **dict.fromkeys(("vrouw", "echtgenote", "ex-vrouw"), _WOMEN),
    **dict.fromkeys(("man", "echtgenoot", "ex-man"), _MEN),
}
"""The wife of a woman, the husband of a man."""
CONGREGATIONS: Final = words_of("gemeente gemeenschap vereniging kerk kring")
OF_ONE: Final = words_of("actief lid leden vrijwilliger bezoekt bezoeken hoort horen betrokken")
"""Lid van de evangelische gemeente."""
