"""A noun that is counted has its article in Dutch: bare, before what somebody does, it is a last name."""

import pytest

from bot.domain.guard.findings import FindingKind
from tests.domain.guard.samples import findings


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # Where a sentence begins.
        ("Bakker werd wakker van het geluid.", "Bakker"),
        ("Kok zag een man over de schutting klimmen.", "Kok"),
        ("Slager had het licht nog aan.", "Slager"),
        ("Visser betaalt de schade zelf.", "Visser"),
        ("Molenaar parkeert altijd voor de garage.", "Molenaar"),
        ("Koster klopte aan.", "Koster"),
        ("Pronk zit op dit moment op het bureau.", "Pronk"),
        ("Koning is bestolen terwijl hij sliep.", "Koning"),
        ("Rietveld kreeg een klap.", "Rietveld"),
        ("Evers liet een man binnen.", "Evers"),
        ("Kuiper, van het hoekhuis, hoorde glas.", "Kuiper"),
        ("Visser: ik zag een bus.", "Visser"),
        ("Bakker z'n auto stond er.", "Bakker"),
        ("Van Dijk heeft gebeld.", "Van Dijk"),
        ("Van Beek had niets gehoord.", "Van Beek"),
        ("Bakker en Kok zagen hem lopen.", "Bakker en Kok"),
        ("Scheper en Drost woonden daar nog niet.", "Scheper en Drost"),
        ("Kuiper told us he heard it.", "Kuiper"),
        # A thing too, before what no thing does.
        ("Slot is een aardige man.", "Slot"),
        ("Kraan heeft ons gisteren gebeld.", "Kraan"),
        ("Bos hoorde iemand schreeuwen.", "Bos"),
        ("Winter weet wie het was.", "Winter"),
        ("Heuvel gaf zijn fiets af.", "Heuvel"),
        ("Post kwam rond zes uur thuis.", "Post"),
        # Inside one.
        ("De ring die Koster kwijt is, lag in het gras.", "Koster"),
        ("Zoals Vogel al zei, was het donker.", "Vogel"),
        ("Vraag het Bos maar.", "Bos"),
        ("Volgens mij was Prins erbij.", "Prins"),
        ("In Bakkers tuin lag een tas.", "Bakkers"),
        ("We spoke to Baker and his wife.", "Baker"),
        ("Beste Peters,", "Peters"),
        ("Ze wachten op De Vries.", "De Vries"),
        ("Bakker, Piet is gehoord.", "Bakker"),
        # In small letters.
        ("kok zag een man lopen", "kok"),
        ("bakker heeft de politie gebeld", "bakker"),
        ("gisteren zag kuiper een man", "kuiper"),
        ("de ladder van visser is weg", "visser"),
        ("toen kuiper thuiskwam was het donker", "kuiper"),
        ("wij denken dat koster de dader is", "koster"),
        ("daarna is kuiper gevlucht", "kuiper"),
        ("haar man kuiper was boven", "kuiper"),
        ("contact gehad met peters", "peters"),
        ("wij hebben met kuiper gesproken", "kuiper"),
        ("beste kuiper, dank u", "kuiper"),
        ("de vries zag een man", "de vries"),
        ("el amrani zag een man", "el amrani"),
        ("van dijk zag een man", "van dijk"),
        ("toen van dijk thuiskwam", "van dijk"),
        ("aangifte gedaan door van dam", "van dam"),
        ("woning vd berg is leeg", "vd berg"),
        ("wij wachten op jansen", "jansen"),
    ],
)
def test_a_last_name_that_is_a_word(text: str, name: str) -> None:
    assert [piece for kind, piece in findings(text) if kind is FindingKind.NAME and name in piece]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # Letters are left out, or stand apart.
        ("Ik heb M**k gezien.", "M**k"),
        ("Het was J*nsen.", "J*nsen"),
        ("Het is Ka..n van de overkant.", "Ka..n"),
        ("Sa/mi/ra was erbij.", "Sa/mi/ra"),
        ("Het was J/a/n.", "J/a/n"),
        ("Verdachte is Ba§ Visser.", "Ba§ Visser"),
        ("Verdachte: B4kker", "B4kker"),
        ("Vraag het anneke.de.vries.", "anneke.de.vries"),
        # Initials.
        ("Dit heeft J. gedaan.", "J."),
        ("Het was meneer B. die het zag.", "meneer B."),
        ("Volgens R.d.V. stond de bus er al.", "R.d.V."),
        ("De bewoner, H. te V., was weg.", "H. te V."),
        ("A. uit de flat verkoopt de spullen.", "A."),
        ("Buurvrouw T hoorde het ook.", "T"),
        ("P de Vries zag het.", "P de Vries"),
        ("P. (Piet) Bakker zag het.", "P. (Piet) Bakker"),
        ("Jansen sr. was thuis.", "Jansen sr."),
        # Whose something is, and how somebody is called.
        ("Mo's auto stond er nog.", "Mo's"),
        ("De dader wordt de Neus genoemd.", "Neus"),
        ("Tattoo-Bob was er weer.", "Tattoo-Bob"),
        ("Vermoedelijk zijn Achraf en zijn broer erbij.", "Achraf"),
    ],
)
def test_a_name_that_is_written_otherwise(text: str, name: str) -> None:
    assert [piece for kind, piece in findings(text) if kind is FindingKind.NAME and name in piece]


@pytest.mark.parametrize(
    "text",
    [
        # What stands bare in a short report.
        "Politie zag een man. Getuige hoorde glas. Verdachte rende weg.",
        "Portier zag een man. Metselaar was aan het werk. Rechter legde hem drie jaar op.",
        "Bus reed weg. Ketting werd gestolen. Raam was open. Alarm ging af.",
        "Kraan stond open. Slot is kapot. Glas lag op de stoep. Berg zand lag op straat.",
        "Hond sloeg aan. Kat liep op het dak.",
        "Beveiliging was erbij. Leerling is gewond.",
        "Aangehouden is een man.",
        "De bakker werd wakker. Een kok zag hem. Bakker Bart was al dicht.",
        "Bakkers uit de buurt zagen niets.",
        "Gisteren heeft een buurman gebeld.",
        "Voordeur: open. Trui: zwart.",
        "Van hout is de deur. Van Zwiggelte naar huis reed een bus.",
        # In small letters.
        "hij werkt als kok en was net thuis",
        "wij zijn langs geweest bij bakker en slager in de straat",
        "afspraak met monteur morgen",
        "dader gooide steen door ruit",
        "een vrouw met bont sprak hem aan",
        "de wit geschilderde deur, de groot uitgevallen jas",
        # What is told by a letter, starred or asked of a thing.
        "De letter K. stond op de tas. De hal op niveau A. is open.",
        "Een doos HelloFresh en een halve Big Mac lagen op de stoep. Een schildpad, twee Perzische tapijten.",
        "Een jas in maat M. Herkent u hem? Een trui in maat L. Wie kent die?",
        "Bij bakkerij Jansen is ingebroken. De winkel van Sinkel is dicht.",
        "Uw melding is in behandeling. Daarna nemen wij uw beelden in behandeling.",
        "Verdachte B zag een man. Getuige A hoorde glas.",
        "Een slot met SKG** keurmerk. Ja...nee, dat weet hij niet.",
        "De hond met de naam Spook is weer terecht.",
        "Het gebied wordt de Meent genoemd.",
        "Vraag het Wilhelmina Park maar aan de gemeente.",
        "m/v/x welkom, en/of een kopie.",
        "Beste bewoners, beste lezer,",
        "The owner saw a van. Police heard glass.",
        "Bij navraag bleek niemand iets te weten.",
    ],
)
def test_and_nobody_there(text: str) -> None:
    assert findings(text) == []


def test_an_iban_sign_by_sign() -> None:
    iban = "N L 9 1 A B N A 0 4 1 7 1 6 4 3 0 0"
    assert findings(f"Rekening {iban}.") == [(FindingKind.IBAN, iban)]
