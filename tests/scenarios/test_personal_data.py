"""No names, house numbers, number plates, phone numbers or addresses: pointed out, and gone or explained."""

import json

import pytest

from tests.stage import Stage, choose, seen

PERSONAL = {
    "a name": "Bel dhr. Jansen als u iets weet.",
    "a house number": "Hij liep naar Kerkstraat 14.",
    "a plate": "De auto heeft kenteken 12-ABC-3.",
    "a phone number": "Bel 06-12345678.",
    "a mail address": "Mail naar piet@example.nl.",
}
FOUND = {
    "a name": "dhr. Jansen",
    "a house number": "Kerkstraat 14",
    "a plate": "12-ABC-3",
    "a phone number": "06-12345678",
    "a mail address": "piet@example.nl",
}


@pytest.mark.parametrize("kind", PERSONAL)
def test_personal_data_are_pointed_out_and_have_to_go_or_get_a_reason(stage: Stage, kind: str) -> None:
    stage.lives("Noor")
    preview = stage.previews(stage.anna, **{"Wat is er gebeurd?": PERSONAL[kind]})
    told = f"De tekst bevat {FOUND[kind]}. Haal dit weg. Of zeg hieronder waarom het moet blijven."
    assert told in preview.text().replace("\u200b", "")
    assert choose(preview, "Indienen").errors == {"Waarom moet dit blijven staan?": told}
    stage.settle()
    assert not stage.intake.messages


def test_personal_data_are_taken_out(stage: Stage) -> None:
    stage.lives("Noor")
    choose(stage.previews(stage.anna, **{"Wat is er gebeurd?": PERSONAL["a name"]}), "Terug naar het formulier")
    seen(stage.anna).fill({"Wat is er gebeurd?": "De voordeur is opengebroken."}).submit()
    assert "Haal dit weg" not in seen(stage.anna).text()
    assert choose(seen(stage.anna), "Indienen").closed
    stage.settle()
    assert "persoonsgegevens" not in stage.alert_message().plain().lower()


def test_personal_data_stay_with_a_reason_that_is_recorded_and_shown(stage: Stage) -> None:
    stage.lives("Noor")
    preview = stage.previews(stage.anna, **{"Wat is er gebeurd?": PERSONAL["a plate"]})
    reason = "De eigenaar vroeg het zelf."
    assert choose(preview, "Indienen", **{"Waarom moet dit blijven staan?": reason}).closed
    stage.settle()
    assert f"blijft in de tekst staan, omdat: {reason}" in stage.alert_message().plain()
    [line] = stage.audited("requested")
    assert line.who == stage.anna.id
    details = json.loads(line.details) if isinstance(line.details, str) else line.details
    assert details["reason"] == reason
    assert details["kept"] == ["number_plate"]
