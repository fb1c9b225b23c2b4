"""Names that no list knows, found by where they stand."""

import pytest

from bot.domain.guard.findings import FindingKind
from tests.domain.guard.samples import findings


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Er is ingebroken toen zijn maat Rico even weg was.", "Rico"),
        ("De buren (Van Es) zagen een bus.", "Van Es"),
        ("De schoonmaakster (Wiesława) merkte het.", "Wiesława"),
        ("Toen Xiaoming kwam was het raam open.", "Xiaoming"),
        ("Park Ji-hoon stond op het balkon.", "Park Ji-hoon"),
        ("Vraag gerust naar Park Ji-hoon.", "Ji-hoon"),
        ("Vraag Giulia wat zij zag.", "Giulia"),
        ("Hij werd geroepen met 'Sjonnie'.", "Sjonnie"),
        ("Hij wordt in de buurt Lange Willem genoemd.", "Lange Willem"),
        ("Van Roosmalen tot laat in de avond was niet thuis.", "Van Roosmalen"),
    ],
)
def test_a_name_by_where_it_stands(text: str, name: str) -> None:
    assert [piece for kind, piece in findings(text) if kind is FindingKind.NAME and name in piece]


@pytest.mark.parametrize(
    "text",
    [
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
    ],
)
def test_no_name_by_where_it_stands(text: str) -> None:
    assert findings(text) == []
