"""Where and when, as a native says it (the rules of Onze Taal): no `in het ...plein`, no `in de ...weg`, no `07.00`."""

from datetime import datetime

import pytest

from bot.clock import AMSTERDAM
from bot.mail.sending.streets import at_street, the_street
from bot.mail.sending.windows import when

STREETS = [
    # name, at a home, in the street
    ("Kattenbroekstraat", "in de", "in de"),
    ("KATTENBROEKSTRAAT", "in de", "in de"),
    ("Jan van Galenstr.", "in de", "in de"),
    ("Burg. de Widtstr", "in de", "in de"),
    ("Kromme Elleboogsteeg", "in de", "in de"),
    ("Kerkgang", "in de", "in de"),
    ("Koppelpoort", "in de", "in de"),
    ("Hobbemabuurt", "in de", "in de"),
    ("Hetty Blokstraat", "in de", "in de"),
    ("Onderstraat", "in de", "in de"),
    ("Nieuwlandhof", "in het", "in het"),
    ("Armandohofje", "in het", "in het"),
    ("Bloemendalsestraatje", "in het", "in het"),
    ("Randenbroekweg", "aan de", "op de"),
    ("Randenbroeker Weg", "aan de", "op de"),
    ("Achterweg", "aan de", "op de"),
    ("Arnhemseweg-Noord", "aan de", "op de"),
    ("Stationsweg Oost", "aan de", "op de"),
    ("Denemarkenweg", "aan de", "op de"),
    ("'s-Gravenweg", "aan de", "op de"),
    ("’s-Gravelandseweg", "aan de", "op de"),
    ("Barchman Wuytierslaan", "aan de", "op de"),
    ("Grebbedijk", "aan de", "op de"),
    ("Eemkade", "aan de", "op de"),
    ("Zuidsingel", "aan de", "op de"),
    ("Kortegracht", "aan de", "op de"),
    ("Wiekslootdreef", "aan de", "op de"),
    ("Rondweg-Zuid", "aan de", "op de"),
    ("Hogebaan", "aan de", "op de"),
    ("Stadsring", "aan de", "op de"),
    ("Breestwal", "aan de", "op de"),
    ("Eemhaven", "aan de", "op de"),
    ("Groenmarkt", "aan de", "op de"),
    ("Markt", "aan de", "op de"),
    ("Zevenhuizerbrink", "aan de", "op de"),
    ("Heideboulevard", "aan de", "op de"),
    ("Bergzoom", "aan de", "op de"),
    ("Laan 1914", "aan de", "op de"),
    ("Laan van het Bos", "aan de", "op de"),
    ("Weg naar Rhijnauwen", "aan de", "op de"),
    ("Kade Oost", "aan de", "op de"),
    ("Plein 1940-1945", "aan", "op"),
    ("Bergkwartierplein", "aan het", "op het"),
    ("Bergkwartier Plein", "aan het", "op het"),
    ("Kersenbaanpad", "aan het", "op het"),
    ("Melkerf", "aan het", "op het"),
    ("Schothorsterveld", "aan het", "op het"),
    ("Appelweggetje", "aan het", "op het"),
    ("Randenbroekpark", "aan het", "in het"),
    ("Vermeerplantsoen", "aan het", "in het"),
    ("Birkhovenbos", "aan het", "in het"),
    ("Het Zwin", "aan", "op"),
    ("'t Zand", "aan", "op"),
    ("De Meent", "aan", "op"),
    ("Den Akker", "aan", "op"),
    ("De Ruyterstraat", "in", "in"),
    ("De Ruyterkade", "aan", "op"),
    ("Onder de Linden", "in de straat", "in de straat"),
    ("Achter de Kerk", "in de straat", "in de straat"),
    ("In den Boom", "in de straat", "in de straat"),
    ("Tussen de Bogen", "in de straat", "in de straat"),
    ("Over de Laakweg", "in de straat", "in de straat"),
    ("Havik", "in de straat", "in de straat"),
    ("Muurhuizen", "in de straat", "in de straat"),
    ("Scheepswerf", "in de straat", "in de straat"),
    ("Willem van Oranje", "in de straat", "in de straat"),
]


@pytest.mark.parametrize(("street", "at_home", "outside"), STREETS)
def test_a_street_takes_its_own_words(street: str, at_home: str, outside: str) -> None:
    assert at_street(street, "nl", indoors=True) == f"{at_home} {street}"
    assert at_street(street, "nl", indoors=False) == f"{outside} {street}"
    assert at_street(street, "en", indoors=True) == f"in {street}"


@pytest.mark.parametrize(
    ("street", "words"),
    [
        ("Breestraat", "de Breestraat"),
        ("Stadsplein", "het Stadsplein"),
        ("Lieve Vrouwekerkhof", "het Lieve Vrouwekerkhof"),
        ("Het Zwin", "Het Zwin"),
        ("'t Hof", "'t Hof"),
        ("Plein 1940-1945", "Plein 1940-1945"),
        ("Onder de Linden", "de straat Onder de Linden"),
    ],
)
def test_a_street_takes_its_article(street: str, words: str) -> None:
    assert the_street(street, "nl") == words
    assert the_street(street, "en") == street


WINDOWS = [
    ("28-11 14.00", "28-11 16.30", "Op zaterdag 28 november, tussen 14.00 en 16.30 uur"),
    ("28-11 7.00", "28-11 9.05", "Op zaterdag 28 november, tussen 7.00 en 9.05 uur"),
    ("28-11 0.00", "28-11 6.00", "Op zaterdag 28 november, tussen 0.00 en 6.00 uur"),
    ("28-11 22.45", "28-11 22.45", "Op zaterdag 28 november, rond 22.45 uur"),
    ("28-11 0.00", "28-11 23.59", "Op zaterdag 28 november. Hoe laat weten wij niet."),
    ("28-11 0.00", "29-11 0.00", "Op zaterdag 28 november. Hoe laat weten wij niet."),
    ("27-11 0.00", "28-11 23.59", "Van vrijdag 27 november tot en met zaterdag 28 november. Hoe laat weten wij niet."),
    ("27-11 22.00", "28-11 7.00", "In de nacht van vrijdag 27 op zaterdag 28 november, tussen 22.00 en 7.00 uur"),
    ("27-11 20.00", "28-11 9.00", "In de nacht van vrijdag 27 op zaterdag 28 november, tussen 20.00 en 9.00 uur"),
    (
        "30-11 23.00",
        "01-12 6.30",
        "In de nacht van maandag 30 november op dinsdag 1 december, tussen 23.00 en 6.30 uur",
    ),
    ("27-11 19.59", "28-11 7.00", "Tussen vrijdag 27 november 19.59 uur en zaterdag 28 november 7.00 uur"),
    ("27-11 22.00", "28-11 9.01", "Tussen vrijdag 27 november 22.00 uur en zaterdag 28 november 9.01 uur"),
    ("27-11 9.00", "28-11 16.00", "Tussen vrijdag 27 november 9.00 uur en zaterdag 28 november 16.00 uur"),
    ("26-11 22.00", "28-11 7.00", "Tussen donderdag 26 november 22.00 uur en zaterdag 28 november 7.00 uur"),
    ("27-11 22.00", "28-11 0.00", "Op vrijdag 27 november, tussen 22.00 en 24.00 uur"),
    ("27-11 22.00", "29-11 0.00", "Tussen vrijdag 27 november 22.00 uur en zaterdag 28 november 24.00 uur"),
    ("01-07 14.00", "01-07 14.00", "Op woensdag 1 juli, rond 14.00 uur"),
]


def at(typed: str, year: int = 2026) -> datetime:
    return datetime.strptime(f"{year} {typed}", "%Y %d-%m %H.%M").replace(tzinfo=AMSTERDAM)


@pytest.mark.parametrize(("start", "end", "words"), WINDOWS)
def test_a_window_reads_as_dutch(start: str, end: str, words: str) -> None:
    assert when(at(start), at(end), 2026, "nl") == words


def test_another_year_is_named() -> None:
    assert when(at("28-11 14.00"), at("28-11 16.30"), 2027, "nl") == (
        "Op zaterdag 28 november 2026, tussen 14.00 en 16.30 uur"
    )
    assert when(at("31-12 22.00"), at("01-01 7.00", 2027), 2026, "nl") == (
        "In de nacht van donderdag 31 december op vrijdag 1 januari 2027, tussen 22.00 en 7.00 uur"
    )


def test_the_hour_that_autumn_has_twice_makes_no_end_before_its_start() -> None:
    start = at("25-10 2.30")
    assert when(start, at("25-10 2.10").replace(fold=1), 2026, "nl") == "Op zondag 25 oktober, rond 2.30 uur"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("28-11 14.00", "28-11 16.30", "On Saturday 28 November, between 14:00 and 16:30"),
        ("28-11 22.45", "28-11 22.45", "On Saturday 28 November, around 22:45"),
        ("28-11 0.00", "28-11 23.59", "On Saturday 28 November. We don't know at what time."),
        ("27-11 22.00", "28-11 7.00", "In the night from Friday 27 to Saturday 28 November, between 22:00 and 7:00"),
        ("27-11 9.00", "28-11 16.00", "Between Friday 27 November 9:00 and Saturday 28 November 16:00"),
    ],
)
def test_a_window_in_english(start: str, end: str, words: str) -> None:
    assert when(at(start), at(end), 2026, "en") == words
