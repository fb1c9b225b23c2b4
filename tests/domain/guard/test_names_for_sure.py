"""Where nothing but a name can stand any word is one, and what only looks like such a place is left alone."""

import pytest

from bot.domain.guard.findings import FindingKind
from tests.domain.guard.samples import findings


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # Next door, with an age, beside who somebody is.
        ("Keesje van hiernaast zag een bus.", "Keesje"),
        ("rob van de overkant heeft een camera", "rob"),
        ("De Boer van nummer 12 sliep.", "De Boer"),
        ("Wij zoeken Slot, 19 jaar.", "Slot"),
        ("De bewoner (Kraan) was weg.", "Kraan"),
        ("Het slachtoffer, Ravijn, is gewond.", "Ravijn"),
        ("Zij en mevrouw Maart zagen het.", "Maart"),
        ("Buurman Augustus hoorde een klap.", "Augustus"),
        ("Wij spraken met Augustus.", "Augustus"),
        ("De familie van Utrecht is weg.", "van Utrecht"),
        ("Volgens Van Utrecht stond de deur open.", "Van Utrecht"),
        # Words that name.
        ("Een zekere Boom belt aan.", "Boom"),
        ("De man, die Vrijdag heet, is weg.", "Vrijdag"),
        ("Hij noemt zichzelf Euro.", "Euro"),
        ("Zij noemen de jongste Bolle.", "Bolle"),
        ("In de buurt wordt hij Knoop genoemd.", "Knoop"),
        ("Gezocht: Slot", "Slot"),
        ("Kent u Slot?", "Slot"),
        ("Was het Sluiter?", "Sluiter"),
        ("Wie is die Chayen toch?", "Chayen"),
        ("Er woont een Kooistra en die zag het.", "Kooistra"),
        # Nicknames and kin.
        ("Rooie Sjaak was erbij.", "Rooie Sjaak"),
        ("Opoe Trijn zag licht.", "Opoe Trijn"),
        ("De wed. Roskam is beroofd.", "Roskam"),
        ("De Jansen-bende is terug.", "Jansen-bende"),
        ("Wij zoeken de eigenaar van bakkerij Ahmed.", "Ahmed"),
        ("In huize Jansen is ingebroken.", "Jansen"),
        ("slager Harms was al op", "Harms"),
        # What only somebody is or does.
        ("Oosterhof was niet thuis.", "Oosterhof"),
        ("Timmer deed aangifte.", "Timmer"),
        ("Haverkamp zijn fiets is weg.", "Haverkamp"),
        ("Slot hoorde om drie uur glas.", "Slot"),
        ("Toen Groen thuiskwam, was de deur open.", "Groen"),
        ("Zag Zwart iets?", "Zwart"),
        # In small letters.
        ("buurvrouw oluwaseun heeft alles gezien", "oluwaseun"),
        ("wie kent nguyen?", "nguyen"),
        ("door jantje is de ruit kapot", "jantje"),
        ("toen mark thuiskwam was de deur open", "mark"),
        ("wij kennen sanne van dijk", "sanne van dijk"),
        ("bij van dijk is ingebroken", "van dijk"),
        ("bij bos is ingebroken", "bos"),
        ("mevrouw kip was weg", "kip"),
        # Initials.
        ("De dader: initialen K.V., uit de buurt.", "K.V."),
        ("Slachtoffer: W. uit de straat.", "W."),
        ("Volgens K.V. was hij weg.", "K.V."),
        ("J Jansen weet meer.", "J Jansen"),
        # Broken by a sign.
        ("Ma*rk was erbij.", "Ma*rk"),
    ],
)
def test_what_stands_there_is_somebody(text: str, name: str) -> None:
    assert [piece for kind, piece in findings(text) if kind is FindingKind.NAME and name in piece]


def test_whoever_is_somebody_once_is_so_each_time() -> None:
    found = findings("Wij spraken met Kraan. Kraan is morgen weer terug.")
    assert found == [(FindingKind.NAME, "Kraan"), (FindingKind.NAME, "Kraan")]


def test_a_first_name_beside_somebody_is_one() -> None:
    assert findings("Bij Kees en Wil is de ruit stuk.") == [(FindingKind.NAME, "Kees en Wil")]


@pytest.mark.parametrize(
    "text",
    [
        "Geluid van hierboven hoorde niemand.",
        "De Labrador van de buren blafte.",
        "Augustus was rustig. Maandag hoorde hij een klap.",
        "Na Pasen waren de bewoners weer thuis.",
        "Met Pinksteren was het druk.",
        "Winkelpersoneel zag hem rennen.",
        "Radio 2 stond aan.",
        "Hij riep Geld!",
        "Een kamer in Ziekenhuis Meander is leeg.",
        "Bij Meander ziekenhuis staat een auto.",
        "Meld verdachte situaties.",
        "De auto is van der mate oud.",
        "Niemand was thuis. Iedereen was op vakantie.",
        "Het raam is van Frans glas.",
        "In de nacht van Oud en Nieuw was het druk.",
        "Wij zoeken de eigenaar van een ring.",
        "Bij ons is ingebroken. Bij school is ingebroken.",
        "Een grijze Ikea-tas lag op straat.",
        "Het vuurwerk mag door oliebollen niet nat worden.",
    ],
)
def test_and_nobody_there(text: str) -> None:
    assert findings(text) == []
