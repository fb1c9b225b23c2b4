"""What the columns and categories of a day monitor are called."""

from dataclasses import replace

import pytest

from bot.domain.alerts.offences import Offence, OwnOffence
from bot.domain.day_monitor.day_monitors import (
    _KNOWN,
    Column,
    ColumnNames,
    FileReport,
    ToldCell,
    offence_of,
    parse_own_names,
    told_of,
    unread,
)
from bot.domain.errors import TooLong


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
        ("STRAATROOF", Offence.STREET_ROBBERY),
        ("straatroof", Offence.STREET_ROBBERY),
        ("Diefstal met geweld op straat", Offence.STREET_ROBBERY),
        ("Beroving openbare weg", Offence.STREET_ROBBERY),
        ("Roof op persoon", Offence.STREET_ROBBERY),
        ("Beroving", Offence.ROBBERY),
        ("Diefstal met geweld", Offence.ROBBERY),
        ("Diefstal met geweld in/uit woning", Offence.ROBBERY),
        ("Diefstal met geweld op persoon", Offence.STREET_ROBBERY),
        ("Geweld", Offence.VIOLENCE),
        ("Geweld tegen persoon", Offence.VIOLENCE),
        ("Openlijke geweldpleging tegen personen", Offence.VIOLENCE),
        ("Eenvoudige mishandeling", Offence.VIOLENCE),
        ("Poging doodslag", Offence.VIOLENCE),
        ("Huiselijk geweld", Offence.OTHER),
        ("Zedenmisdrijf met geweld", Offence.OTHER),
        ("Diefstal zonder geweld", Offence.OTHER),
        ("Geweldloze inbraak", Offence.BURGLARY),
        ("Carjacking", Offence.CAR_JACKING),
        ("Car-jacking", Offence.CAR_JACKING),
        ("Diefstal motorvoertuig met geweld", Offence.CAR_JACKING),
        ("Straatroof, vlucht met auto", Offence.STREET_ROBBERY),
        ("Brandstichting voertuig", Offence.ARSON),
        ("Poging brandstichting", Offence.OTHER),
        ("Brand", Offence.OTHER),
        ("Ramkraak winkel", Offence.RAM_RAID),
        ("Poging ramkraak", Offence.OTHER),
        ("Poging straatroof", Offence.OTHER),
        ("Roof", Offence.ROBBERY),
        ("Insluiping", Offence.BURGLARY),
        ("Diefstal", Offence.OTHER),
        ("Diefstal uit appartement", Offence.BURGLARY),
        ("Vernieling woning", Offence.OTHER),
        ("Geprobeerde inbraak", Offence.ATTEMPTED_BURGLARY),
        ("Poging inbraak schuur", Offence.OTHER),
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


@pytest.mark.parametrize(
    ("category", "names", "meant"),
    [
        ("Autobrand", ["Autobrand"], "Autobrand"),
        ("AUTOBRAND", ["Autobrand"], "Autobrand"),
        ("3.2 Autobrand / voertuigbrand", ["Autobrand"], "Autobrand"),
        ("Inbraak bedrijf/kantoor", ["Inbraak bedrijf"], "Inbraak bedrijf"),
        ("Inbraak bedrijf/kantoor", ["Bedrijf", "Inbraak bedrijf"], "Inbraak bedrijf"),
        ("Plofkraak geldautomaat", ["Kraak"], "other"),
        ("Brandstichting auto", ["Auto"], "arson"),
        ("Brandstichting", ["Brandstichting"], "Brandstichting"),
        ("Inbraak woning", ["Inbraak"], "burglary"),
        ("Caféruzie", ["Caferuzie"], "Caferuzie"),
    ],
)
def test_what_the_team_added_is_known_by_its_name(category: str, names: list[str], meant: str) -> None:
    own = [OwnOffence(n, 1, name, name, f"de {name}", f"{name}.") for n, name in enumerate(names)]
    assert str(offence_of(category, own)) == meant
    assert not isinstance(offence_of(category, [replace(one, retired=True) for one in own]), OwnOffence)


def test_every_column_has_names_that_mean_nothing_else() -> None:
    names = [name for known in _KNOWN.values() for name in known]
    assert sorted(names) == sorted(set(names))
    assert set(_KNOWN) == set(Column)


def test_a_header_is_known_however_it_is_written_and_by_the_team_s_own_name_first() -> None:
    names = ColumnNames([(Column.STREET, "Locatie"), (Column.PLACE, "Adres straat")])
    assert str(names) == "adresstraat=place locatie=street"
    headers = ["Datum", "", "BVH-nr", "Pleegdatum (van)", "Straat", "LOCATIE", "iets anders", "Adres straat"]
    assert names.found(headers) == {
        Column.DATE_FROM: [3, 0],
        Column.BVH_NUMBER: [2],
        Column.STREET: [5, 4],
        Column.PLACE: [7],
    }
    assert ColumnNames().found(["Locatie"]) == {}


def test_what_a_refusal_says_is_told_at_its_place() -> None:
    refusal = TooLong("street", length=90, most=80)
    values = {"length": 90, "most": 80}
    assert told_of(3, "Straat", refusal) == ToldCell(3, "Straat", refusal.message, values)
    assert told_of(3, "Straat", refusal, refused=False) == ToldCell(3, "Straat", refusal.message, values, refused=False)
    assert unread(refusal) == FileReport(trouble=refusal.message, values=values)
