"""What the form warns about, and what it leaves in peace."""

from dataclasses import replace

import pytest

from bot.domain.personal_data import PersonalData, find_personal_data
from tests.domain.test_alerts import CONTENT


def kinds(text: str) -> set[PersonalData]:
    return {finding.kind for finding in find_personal_data(replace(CONTENT, what_happened=text))}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("de auto met kenteken 12-ABC-3", PersonalData.NUMBER_PLATE),
        ("kenteken AB-12-34", PersonalData.NUMBER_PLATE),
        ("kenteken 12-34-AB", PersonalData.NUMBER_PLATE),
        ("kenteken 12-AB-34", PersonalData.NUMBER_PLATE),
        ("kenteken AB-12-CD", PersonalData.NUMBER_PLATE),
        ("kenteken AB-CD-12", PersonalData.NUMBER_PLATE),
        ("kenteken 12-AB-CD", PersonalData.NUMBER_PLATE),
        ("kenteken 1-ABC-23", PersonalData.NUMBER_PLATE),
        ("kenteken AB-123-C", PersonalData.NUMBER_PLATE),
        ("kenteken A-123-BC", PersonalData.NUMBER_PLATE),
        ("kenteken ABC-12-D", PersonalData.NUMBER_PLATE),
        ("kenteken g-123-bc", PersonalData.NUMBER_PLATE),
        ("een bus, 12ABC3", PersonalData.NUMBER_PLATE),
        ("bel 06-12345678", PersonalData.PHONE_NUMBER),
        ("bel +31 6 12 34 56 78", PersonalData.PHONE_NUMBER),
        ("bel 033 123 45 67", PersonalData.PHONE_NUMBER),
        ("mail naar j.jansen@example.nl", PersonalData.EMAIL_ADDRESS),
        ("bij dhr. Jansen", PersonalData.NAME),
        ("mevr. de Vries zag het", PersonalData.NAME),
        ("mevrouw A. van der Berg", PersonalData.NAME),
        ("op huisnummer 12", PersonalData.HOUSE_NUMBER),
        ("Dorpsstraat 12", PersonalData.HOUSE_NUMBER),
        ("Kattenbroekstraat 12", PersonalData.HOUSE_NUMBER),
    ],
)
def test_found(text: str, kind: PersonalData) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "De voordeur is opengebroken.",
        "tussen 14:00 en 16:30 uur op 14-01-2026",
        "een man van 25 tot 30 jaar, 1.80 m, in een zwarte jas",
        "er is 250 euro weg en een laptop",
        "weg richting de A28 en de N199",
        "bel 112 of 0900-8844",
        "met z'n tweeen op een scooter",
        "in 3823 AB",
    ],
)
def test_left_in_peace(text: str) -> None:
    assert kinds(text) == set()
