"""Names that no list knows, found by where they stand."""

import pytest

from bot.domain.guard.findings import FindingKind
from tests.domain.guard.samples import findings


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Er is ingebroken toen zijn maat Rico even weg was.", "Rico"),
        ("De buren (Van Es) zagen een bus.", "Van Es"),
        # Whose shop it is; "bij bakkerij Jansen" is its name.
        ("Wie zag het busje van schildersbedrijf van Piet Smit?", "Piet Smit"),
        ("De praktijk van Lotte Bosman is opengebroken.", "Lotte Bosman"),
        ("In het café van Ans de Vries is ingebroken.", "Ans de Vries"),
        ("De schoonmaakster (Wiesława) merkte het.", "Wiesława"),
        ("Toen Xiaoming kwam was het raam open.", "Xiaoming"),
        ("Park Ji-hoon stond op het balkon.", "Park Ji-hoon"),
        ("Vraag gerust naar Park Ji-hoon.", "Ji-hoon"),
        ("Vraag Giulia wat zij zag.", "Giulia"),
        # An initial behind it makes a word a name.
        ("Wie kent deze Roman K.?", "Roman K."),
        ("Hij werd geroepen met 'Sjonnie'.", "Sjonnie"),
        ("Hij wordt in de buurt Lange Willem genoemd.", "Lange Willem"),
        ("Van Roosmalen tot laat in de avond was niet thuis.", "Van Roosmalen"),
        # Behind a small word that begins a sentence.
        ("Omdat Karin weg was, stond de deur open.", "Karin"),
        ("Gisteren Truus nog gesproken.", "Truus"),
        ("Zodra Xhevdet kwam, was het stil.", "Xhevdet"),
        ("Is Xhevdet thuis?", "Xhevdet"),
        ("Alleen Storm was thuis.", "Storm"),
        # Before what makers make.
        ("In de tuin zat Truus koffie te drinken.", "Truus"),
        ("Toen Roos tassen haalde, kwam de dief.", "Roos"),
        ("Die middag bracht Terpstra bier naar de buren.", "Terpstra"),
        # Behind a verb, whatever word it is too.
        ("Kent u Visser?", "Visser"),
        ("Daar hoorde Xhevdet een klap.", "Xhevdet"),
        ("Wij spraken Ferry.", "Ferry"),
        ("De aangever is Slager.", "Slager"),
        # What is said of one.
        ("Roos haar fiets is weg.", "Roos"),
        ("Mark: ik zag een bus.", "Mark"),
        ("Visser, de buurman, zag het.", "Visser"),
        ("Er woont een Pieter op de hoek.", "Pieter"),
        ("De 80-jarige Tjarko werd beroofd.", "Tjarko"),
        ("Via Karin hoorden wij dit.", "Karin"),
        ("Met dank aan Chantalle en haar camera.", "Chantalle"),
        ("Daar woont Harm-Jan.", "Harm-Jan"),
        ("Er lag een brief voor T. Zwart.", "T. Zwart"),
        ("Vraag naar Xhevdet.", "Xhevdet"),
        ("Hij ging naar Xhevdet toe.", "Xhevdet"),
        # Whose something is, without an apostrophe.
        ("Ahmeds broer reed de auto.", "Ahmeds"),
        ("Jans fiets stond tegen de muur.", "Jans"),
        ("De auto van Fatimas vader stond er.", "Fatimas"),
        ("Zag u Wims zus?", "Wims"),
        # A river or a wood where somebody stands.
        ("Volgens Maas stond de deur open.", "Maas"),
        ("Getuige Vecht belde ons.", "Getuige Vecht"),
        ("Thuis was Ruud Maas.", "Ruud Maas"),
        ("De inbraak was bij Roos van Wijngaarden, achterom.", "Roos van Wijngaarden"),
        # In small letters, a word too.
        ("ik sprak met wouter en die zag een scooter", "wouter"),
        ("bij wouter thuis stond de deur open", "wouter"),
        ("wouter heeft de fiets gestolen", "wouter"),
        ("Zag u sjonnie lopen?", "sjonnie"),
        ("Vraag naar wouter.", "wouter"),
        # Who is called.
        ("Ferry, kom nou naar buiten.", "Ferry"),
        ("Kijk uit, Wolf, zei de man.", "Wolf"),
        ("Wacht Storm! riep hij.", "Storm"),
        ("Hij riep: Mark!", "Mark"),
        ('Iemand riep: "Roos, de politie!"', "Roos"),
        ("Hé Ferry, schiet op.", "Ferry"),
        ("Bedankt Visser!", "Visser"),
        # Alone behind a colon; in small letters behind "heet".
        ("Aangever: Visser", "Visser"),
        ("Voornaam: Roos", "Roos"),
        ("het slachtoffer heet visser.", "visser"),
        ("via karin hoorden wij dit.", "karin"),
        ("onze truus zag alles.", "truus"),
        ("hij lijkt op jeroen.", "jeroen"),
        ("de bewoner heet de boer, hij was weg.", "de boer"),
        # A plain word, or one that no list has, where nobody but a person stands.
        ("De fiets is van Oluwaseun.", "Oluwaseun"),
        ("de fiets is van oluwaseun", "oluwaseun"),
        ("De ladder is van Boom, de buurman.", "Boom"),
        ("Wij spraken met Slot, die ernaast woont.", "Slot"),
        ("Het was Kraan die de politie belde.", "Kraan"),
        ("Bij Schaap is ingebroken.", "Schaap"),
        ("Er is ingebroken bij Zomer.", "Zomer"),
        ("U kunt vragen naar Bos.", "Bos"),
        ("Bos komt morgen bij u langs.", "Bos"),
        ("Met vriendelijke groet, Bos", "Bos"),
        ("volgens kuiper waren er twee mannen", "kuiper"),
        ("de zoon van peters", "peters"),
        ("de woning van berg is leeg", "berg"),
        ("bewoner kok zag het gebeuren", "kok"),
        ("familie zomer is op vakantie", "zomer"),
        ("mark en zijn zoon zagen een bus", "mark"),
        ("melder is j. bakker", "j. bakker"),
    ],
)
def test_a_name_by_where_it_stands(text: str, name: str) -> None:
    assert [piece for kind, piece in findings(text) if kind is FindingKind.NAME and name in piece]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Gesproken met: Kramer, Dijkstra, Okafor", ["Kramer", "Dijkstra", "Okafor"]),
        ("Bewoners zijn Bos, Berg en Timmer.", ["Bos", "Berg en Timmer"]),
        ("Getuigen: Maas, Vecht en Bos.", ["Maas", "Vecht en Bos"]),
        ("Aanwezig waren Lotte de Wit, Ruud Maas en P. Smeets.", ["Lotte de Wit", "Ruud Maas en P. Smeets"]),
    ],
)
def test_all_of_a_list_of_people(text: str, names: list[str]) -> None:
    assert findings(text) == [(FindingKind.NAME, name) for name in names]


@pytest.mark.parametrize(
    "text",
    [
        "Soms fietst hij langs. Reeds drie fietsen zijn weg.",
        "In de Johan van Oldenbarneveltlaan en de Jan van Goyenstraat is ingebroken.",
        "Aanwezig waren politie en brandweer. Thuis waren twee mensen.",
        "De Maas en de Vecht liggen ver weg.",
        "Zag u mensen lopen of jongeren rennen?",
        "Er stond een Alfa Romeo Giulia.",
        "Bij de Willem III is ingebroken.",
        "Er zijn twintig Chromebooks weg.",
        "Een Mechelse herder liep los.",
        "Hij had een grote Ikea-tas bij zich.",
        "Van Zwiggelte tot Westerbork reed een bus.",
        "Van Zwiggelte naar huis reed een bus.",
        'Iemand riep "Rennen".',
        "Bij het winkelcentrum (Emiclaer) stond een bus.",
        "In Park Schothorst is een tas gevonden.",
        "Renault Clio stond op de hoek.",
        "Gisteren Renault gezien.",
        "Een Nolan helm lag op straat.",
        "Er lag een rode Albert Heijn-tas in de brandgang.",
        "Een Van Moof-fiets en een Ted Baker-jas zijn weg.",
        "Toch zag iemand een rode auto.",
        "Boven hoorde de bewoner een klap.",
        "Laat had men een bus gezien.",
        "Hij vluchtte naar Deventer.",
        "Zij gingen naar Tiel en Culemborg.",
        "De bus rijdt tussen Tiel en Venlo.",
        "De trein van Deventer naar Zutphen.",
        "Het is type A. Zwart van kleur.",
        "Er is een Stella weg.",
        "Hé, stop! riep een man.",
        "Jongens, rennen! riep de grootste.",
        "Politie, doe open!",
        "Mama, kom nou! riep een kind.",
        "Kijk op Facebook.",
        "Trui, broek en jas zijn weg.",
        "Trui: zwart.",
        "Verdachte: Lang, slank postuur.",
        "Dader: Vrouw, 30 jaar.",
        "Volgens Buienradar regende het.",
        "de hond heet rex.",
        "De straat heet visserspad.",
        "Bij Beatrix Park is een tas gevonden.",
        "In het Emma Park en aan de Willem Kade stonden jongeren.",
        "Tussen Emma Laan en de Julianalaan stond een bus.",
        "Ingebroken bij Scouting De Blauwe Uil.",
        "De schuur van hout is stuk, de kinderen van school zagen het.",
        "bewoner thuis was wakker, mevrouw boven hoorde iets",
        "eigenaar winkel zag het op beeld",
        "volgens planning was er niemand",
        "Wij spraken met Handhaving en met Buurtpreventie Kattenbroek.",
        "Recherche belt u morgen. Niemand komt bij u langs.",
        "De machines zijn van Hilti, de fiets is van staal.",
        "Getuige A zag een bus. Getuige B hoorde glas.",
        "Met vriendelijke groet, Burgernet",
        "Zag u een koerier van DPD of Trunkrs?",
        "De groep stond bij de friettent De Gouden Leeuw.",
        "Bij tennisvereniging Rust Roest en pannenkoekenhuis De Uil is ingebroken.",
    ],
)
def test_no_name_by_where_it_stands(text: str) -> None:
    assert findings(text) == []
