"""What is written in an unusual way: other marks between digits, capitals, slurs, an age behind a name."""

import pytest

from bot.domain.guard.findings import FindingKind
from tests.domain.guard.samples import findings

KIND = FindingKind


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Bel me op 06 – 2233 4455.", KIND.PHONE_NUMBER, "op 06 – 2233 4455"),
        ("Bel 06—12—34—56—78.", KIND.PHONE_NUMBER, "06—12—34—56—78"),
        ("Bel 06:12345678.", KIND.PHONE_NUMBER, "06:12345678"),
        ("Bel 06\n12345678.", KIND.PHONE_NUMBER, "06\n12345678"),
        ("Bel O6 I2 34 56 78.", KIND.PHONE_NUMBER, "O6 I2 34 56 78"),
        ("bsn: 111 – 222 – 333", KIND.BSN, "bsn: 111 – 222 – 333"),
        ("Kijk op kwaad。nl", KIND.LINK, "op kwaad。nl"),
        ("De auto met 12 ABC 3 reed weg.", KIND.NUMBER_PLATE, "12 ABC 3"),
        ("Een bus (12 AB 34) reed weg.", KIND.NUMBER_PLATE, "12 AB 34"),
        ("Een scooter met 12abc3 reed weg.", KIND.NUMBER_PLATE, "12abc3"),
        ("Wij willen beelden van 17, 19 en 21 in de Beukenlaan.", KIND.HOUSE_NUMBER, "van 17, 19 en 21"),
        ("Appartement 301 op de derde etage.", KIND.HOUSE_NUMBER, "Appartement 301"),
        ("Verdachte JAN JANSEN RENDE WEG.", KIND.NAME, "Verdachte JAN JANSEN"),
        ("Zij was thuis. Mila (7) zag hem.", KIND.NAME, "Mila"),
        ("Roos, 9 jaar, zag hem.", KIND.NAME, "Roos"),
        ("Zij noemden haar Fatima.", KIND.NAME, "Zij noemden haar Fatima."),
        ("Dan komt rechercheur de wit bij u langs.", KIND.NAME, "rechercheur de wit"),
        ("Het is het huis van dominee Kuiper.", KIND.NAME, "dominee Kuiper"),
        ("De jongen die Thijs genoemd wordt, liep voorop.", KIND.NAME, "Thijs"),
        ("Een bus stond voor 12 en 14 in de Merelstraat.", KIND.HOUSE_NUMBER, "voor 12 en 14"),
        ("De twee heren zijn al jaren een paar.", KIND.ORIENTATION, "een paar"),
        ("Er lag een pakket voor Oosterhuis.", KIND.NAME, "Oosterhuis"),
        ("Een Spaanstalige man.", KIND.ORIGIN, "Spaanstalige"),
        ("Een Engelssprekende man.", KIND.ORIGIN, "Engelssprekende"),
        ("Een kut-Marokkaan.", KIND.ORIGIN, "kut-Marokkaan"),
        ("Een Marokk. man.", KIND.ORIGIN, "Marokk."),
        ("Hij kwam net uit de moskee.", KIND.BELIEF, "uit de moskee"),
        ("Een auto met kenteken nul een, g b b, zeven.", KIND.NUMBER_PLATE, "met kenteken nul een, g b b, zeven"),
        ("Bel 06 - 12 . 34 . 56 . 78.", KIND.PHONE_NUMBER, "06 - 12 . 34 . 56 . 78"),
        ("Het was in huisje vierentwintig.", KIND.HOUSE_NUMBER, "in huisje vierentwintig"),
    ],
)
def test_it_is_found(text: str, kind: FindingKind, words: str) -> None:
    [(found, piece)] = findings(text)
    assert found is kind
    assert piece in words or words in piece


@pytest.mark.parametrize(
    "text",
    [
        "Tussen 09:00 en 11:30, om 06:15 uur.",
        "De bus met 2 mannen stond er 3 keer.",
        "Een scooter met 50 cc 2 jaar oud.",
        "Een groep van 5 in de Beukenlaan.",
        "Op 01 . 02 . 2026 om 10 . 30 uur.",
        "Een plaat hout van twee bij drie meter.",
        "In huis vier jongens.",
        "Om 5 voor 12 in de Kerkstraat.",
        "Op 12 januari in de Kerkstraat.",
        "Een Golf (7) reed weg.",
        "De buurman de groene jas geven.",
        "De twee heren zijn een paar keer langs geweest.",
        "Een Engelstalige film.",
        "Een man kwam uit de kerk gerend.",
        "De politie vraagt nooit om geld. Geef niemand uw pincode.",
        "Hij heeft zijn pols. De man liep weg.",
    ],
)
def test_it_is_left_in_peace(text: str) -> None:
    assert findings(text) == []
