"""What the columns and categories of a day monitor are called."""

import pytest

from bot.domain.alerts.alerts import Offence
from bot.domain.day_monitor.day_monitors import _KNOWN, Column, offence_of, parse_own_names


def test_a_team_s_own_names_mean_one_column_each() -> None:
    assert parse_own_names(" street = Locatie straat;street=Adres; ") == [
        (Column.STREET, "Locatie straat"),
        (Column.STREET, "Adres"),
    ]
    for wrong in ("number=Zaak", "street", "street=!", "street=Straat; place=straat"):
        with pytest.raises(ValueError):
            parse_own_names(wrong)
    assert parse_own_names("") == []


@pytest.mark.parametrize(
    ("category", "offence"),
    [
        ("Diefstal uit woning", Offence.BURGLARY),
        ("Inbraak woning", Offence.BURGLARY),
        ("WONINGINBRAAK", Offence.BURGLARY),
        ("1.1.1 Diefstal/inbraak woning", Offence.BURGLARY),
        ("Gekwalificeerde diefstal in/uit woning (niet bewoond)", Offence.BURGLARY),
        ("Insluiping woning", Offence.BURGLARY),
        ("Inbraak", Offence.BURGLARY),
        ("Poging inbraak", Offence.ATTEMPTED_BURGLARY),
        ("poging tot diefstal uit woning", Offence.ATTEMPTED_BURGLARY),
        ("Straatroof", Offence.STREET_ROBBERY),
        ("Diefstal met geweld op straat", Offence.STREET_ROBBERY),
        ("Overval woning", Offence.ROBBERY),
        ("Inbraak bedrijf", Offence.OTHER),
        ("Diefstal/inbraak box/garage/schuur/tuinhuis", Offence.OTHER),
        ("Diefstal uit auto", Offence.OTHER),
        ("Vernieling", Offence.OTHER),
        ("", Offence.OTHER),
    ],
)
def test_the_police_s_categories(category: str, offence: Offence) -> None:
    assert offence_of(category) is offence


def test_every_column_has_names_that_mean_nothing_else() -> None:
    names = [name for known in _KNOWN.values() for name in known]
    assert sorted(names) == sorted(set(names))
    assert set(_KNOWN) == set(Column)
