"""Whom a letter greets, and how: by name only where the name is surely the reader's."""

import pytest

from bot.domain.letters.greetings import A_PARTICIPANT, SOMEBODY, Address, Greeting, first_name, greeting_of


@pytest.mark.parametrize(
    ("name", "address", "said"),
    [
        ("Noor Kuipers", Address.NAME, "Noor Kuipers"),
        (" Noor   Kuipers ", Address.NAME, "Noor Kuipers"),
        ("Kuipers, Noor", Address.NAME, "Noor Kuipers"),
        ("Berg, Noor van den", Address.NAME, "Noor van den Berg"),
        ("Noor van den Berg", Address.NAME, "Noor van den Berg"),
        ("Zoë Çelik-d'Hondt", Address.NAME, "Zoë Çelik-d'Hondt"),
        ("Noor", Address.NAME, "Noor"),
        ("Kuipers", Address.PERSON, "Kuipers"),
        ("van den Berg", Address.PERSON, "Van den Berg"),
        ("'t Hart", Address.PERSON, "'t Hart"),
        ("N. Kuipers", Address.PERSON, "Kuipers"),
        ("N Kuipers", Address.PERSON, "Kuipers"),
        ("A.B. de Vries", Address.PERSON, "De Vries"),
        ("Th. J. ten Brink", Address.PERSON, "Ten Brink"),
        ("dhr. Kuipers", Address.SIR, "Kuipers"),
        ("De heer N. Kuipers", Address.SIR, "Kuipers"),
        ("mevr. N. van den Berg", Address.MADAM, "Van den Berg"),
        ("Mevrouw Noor van den Berg", Address.MADAM, "Van den Berg"),
        ("mw drs. Kuipers", Address.MADAM, "Kuipers"),
        ("Mevrouw de Boer", Address.MADAM, "De Boer"),
        ("dhr./mevr. Kuipers", Address.PERSON, "Kuipers"),
        ("Fam. de Boer", Address.FAMILY, "De Boer"),
        ("Familie Kuipers", Address.FAMILY, "Kuipers"),
        ("dr. Noor Kuipers", Address.NAME, "Noor Kuipers"),
        ("de Boer", Address.PERSON, "De Boer"),
    ],
)
def test_a_participant_is_greeted_by_name(name: str, address: Address, said: str) -> None:
    assert greeting_of(name, own_address=True, takes_part=True) == Greeting(address, said)


@pytest.mark.parametrize(
    "name",
    [
        *("", " ", ",", "N.", "mevrouw", "noor@example.nl", "Noor 7", "Bewoner 12", "https://x.example", "{zaak}"),
        *("x" * 61, "Noor\u202eKuipers", "<b>Noor</b>"),
    ],
)
def test_what_is_no_name_is_not_said(name: str) -> None:
    assert greeting_of(name, own_address=True, takes_part=True) == A_PARTICIPANT


def test_another_address_may_be_another_person_s() -> None:
    assert greeting_of("Noor Kuipers", own_address=False, takes_part=True) == A_PARTICIPANT
    assert greeting_of("Noor Kuipers", own_address=False, takes_part=False) == SOMEBODY
    assert greeting_of("Noor Kuipers", own_address=True, takes_part=False) == SOMEBODY


@pytest.mark.parametrize(
    ("name", "signed"),
    [
        ("Carla Mulder", "Carla"),
        ("Mulder, Carla", "Carla"),
        ("Anne-Marie van den Berg", "Anne-Marie"),
        ("C. Mulder", "C. Mulder"),
        ("mw. Carla Mulder", "Carla"),
        ("van den Berg", "van den Berg"),
        ("Carla Mulder (wijksecretariaat)", "Carla"),
        ("carla", "carla"),
        ("mevrouw", "mevrouw"),
    ],
)
def test_a_colleague_signs_with_a_first_name(name: str, signed: str) -> None:
    assert first_name(name) == signed
