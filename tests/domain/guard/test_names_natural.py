"""Names by where they stand in a sentence: beside family, behind a title of kings, where a line begins."""

import pytest

from bot.domain.guard.findings import FindingKind
from tests.domain.guard.samples import findings

FOUND = {
    "Door Haverman zelf is het slot vervangen.": "Haverman",
    "Door Waterreus zelf is het slot vervangen.": "Waterreus",
    "Met Hazelhof is afgesproken dat hij beelden stuurt.": "Hazelhof",
    "GETUIGE KOOLMAN ZAG EEN BUS.": "GETUIGE KOOLMAN",
    "De zusjes Wijnands zijn geschrokken.": "Wijnands",
    "De broers Waterreus waren weg.": "Waterreus",
    "De tweeling Oosterhuis was thuis.": "Oosterhuis",
    "vd berg is bestolen.": "vd berg",
    "v.d. heuvel zag een man lopen.": "v.d. heuvel",
    "de auto van haverkamp is weg": "haverkamp",
    "onze frans is bestolen": "onze frans",
    "sander en eva waren weg": "sander en eva",
    "Prins Willem woont hier en is bestolen.": "Prins Willem",
    "Hertogin Sanne van de overkant belde.": "Hertogin Sanne",
    "DE DADER IS GERRIT HAVERKAMP UIT DE STRAAT.": "GERRIT HAVERKAMP",
    "de dader is gerrit waterreus uit de straat": "gerrit waterreus",
    "Volgens Gerrit Rietdijk was de deur open.": "Gerrit Rietdijk",
    "De inbraak was bij Ger\nrit Haver\nkamp.": "Ger\nrit Haver\nkamp",
    "De dader is H.o.o.g.e.v.e.e.n.": "H.o.o.g.e.v.e.e.n",
    "Kevin19 zag een bus.": "Kevin19",
    "Het gaat om Bbjörk Guðmundsdóttir.": "Bbjörk Guðmundsdóttir",
    "Dat deed Jumbo. Zo noemen ze hem.": "Jumbo",
    "Het was de Bakker, u weet wel, van de voetbalclub.": "de Bakker",
    "Er is ingebroken.\nJan Jansen zag het.": "Jan Jansen",
    "De dader is de heer\nHoogeveen\ndie u kent.": "de heer\nHoogeveen",
}


@pytest.mark.parametrize("text", FOUND)
def test_it_is_found(text: str) -> None:
    assert findings(text) == [(FindingKind.NAME, FOUND[text])]


@pytest.mark.parametrize(
    "text",
    [
        "Prinses Beatrix komt vrijdag naar Amersfoort.",
        "Prins Bernhard opende de tunnel.",
        "Prinses Julianaplein: daar stond een bus.",
        "Zij stond bij het Prinses Irene plein.",
        "In de Koningin Wilhelminalaan is een fiets gestolen.",
        "Hij zat in café Koning Arthur.",
        "De zusjes zijn geschrokken.",
        "vd woning is de ruit kapot",
        "v.d. buren is niets gestolen",
        "onze bus is weg",
        "de fiets van aluminium is weg",
        "fiets en jas waren weg",
        "Het was de Bakker aan het plein.",
        "Het pakket was van Wehkamp. Zo noemen ze het bedrijf.",
        "Met Buurtpreventie is afgesproken dat er gelopen wordt.",
        "Volgens Buienradar regende het.",
        "Kijk bij de brievenbus: daar staat Hoogeveen op.",
        "Zwarte\njas en witte\nschoenen.",
        "Gestolen:\nGazelle fiets\nGouden ring",
        "Getuigen gezocht\nBent u in de buurt geweest?",
        "Geachte heer\nHartelijk dank voor uw bericht.",
        "De iPhone12 en een Golf7 zijn weg.",
        "Het bsn is nodig bij de aangifte.",
    ],
)
def test_it_is_left_in_peace(text: str) -> None:
    assert findings(text) == []
