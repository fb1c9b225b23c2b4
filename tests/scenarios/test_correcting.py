"""A citizen phones: a superuser mends what is known of them, or pauses their mails, with a reason on record."""

from datetime import timedelta
from typing import Any

import pytest

from tests.desk_steps import seen
from tests.doubles.slack import Outcome
from tests.scenarios.steps.people import Own, link_in, looks_up, mailed_next
from tests.stage import Stage

WHY = {"Waarom?": "Belde: verhuisd."}
DAY = "Vanaf welke dag weer mails?"


@pytest.fixture
def mailed(stage: Stage) -> Stage:
    """Noor and Omar got a mail."""
    stage.lives("Noor")
    stage.lives("Omar")
    stage.approved()
    return stage


def fills_in(stage: Stage, button: str, **filled: Any) -> Outcome:
    """Els looks Noor up, and sends the form behind this button in."""
    looks_up(stage, stage.els)
    stage.presses(stage.els, stage.els.ephemerals(stage.supervision)[-1], button)
    outcome = seen(stage.els).fill(filled).submit()
    stage.settle()
    return outcome


def noor(stage: Stage) -> Any:
    [row] = stage.rows("SELECT * FROM participants WHERE id = 1")
    return row


def test_a_superuser_moves_somebody(mailed: Stage) -> None:
    looks_up(mailed, mailed.els)
    mailed.presses(mailed.els, mailed.els.ephemerals(mailed.supervision)[-1], "Wijzigen")
    form = seen(mailed.els)
    assert not any(form.values.values())  # a citizen's data are not shown
    assert form.fill({"Postcode": "3813aa", "Huisnummer": "9 b", **WHY}).submit().closed
    mailed.settle()
    row = noor(mailed)
    assert (row.name, row.postcode, row.house_number, row.neighbourhood) == ("Noor", "3813 AA", "9-b", "Schothorst")
    note = mailed.supervision.messages[-1].plain()
    assert "Els van Dijk heeft de gegevens van deelnemer 1 gewijzigd:\nBelde: verhuisd." in note
    [line] = mailed.audited("corrected")
    assert (line.who, line.subject) == (mailed.els.id, "participant 1")
    assert "Belde: verhuisd." in str(line.words)
    assert "3813" not in f"{line.details}{line.words}"
    assert mailed_next(mailed) == ["omar@example.nl"]


@pytest.mark.parametrize(
    ("filled", "field", "told"),
    [
        (
            {"Postcode": "3813 AA", "Huisnummer": "1", "Waarom?": " "},
            "Waarom?",
            "Leg uit waarom: ten minste één woord van drie letters.",
        ),
        ({}, "Naam", "Vul dit in."),
        ({"Postcode": "3813 AA"}, "Huisnummer", "Vul een huisnummer in zoals 12 of 12-a."),
        ({"Huisnummer": "negen"}, "Huisnummer", "Vul een huisnummer in zoals 12 of 12-a."),
        ({"Postcode": "38", "Huisnummer": "1"}, "Postcode", "Vul een postcode in zoals 3823 AB."),
        ({"Postcode": "9999 ZZ", "Huisnummer": "1"}, "Postcode", "Dit adres kennen wij niet."),
    ],
)
def test_what_can_not_be_is_told_at_its_field(mailed: Stage, filled: dict[str, str], field: str, told: str) -> None:
    errors = fills_in(mailed, "Wijzigen", **{**WHY, **filled}).errors
    assert errors[field].startswith(told), errors
    assert not mailed.audited("corrected")


def test_a_superuser_pauses_somebody_until_a_day(mailed: Stage) -> None:
    assert fills_in(mailed, "Pauzeren", **{DAY: "2026-01-14", **WHY}).errors == {
        DAY: "Kies een dag vanaf morgen, hoogstens een jaar vooruit."
    }
    assert fills_in(mailed, "Pauzeren", **{DAY: "2026-01-20", "Waarom?": " "}).errors
    assert fills_in(mailed, "Pauzeren", **{DAY: "2026-01-20", "Waarom?": "Belde: vakantie."}).closed
    note = mailed.supervision.messages[-1].plain()
    assert "Els van Dijk heeft de mails aan deelnemer 1 gepauzeerd:\nBelde: vakantie." in note
    [line] = mailed.audited("paused")
    assert (line.who, "2026-01-20" in str(line.details)) == (mailed.els.id, True)
    assert mailed_next(mailed) == ["omar@example.nl"]
    assert "krijgt geen mail tot 20 januari 2026, zoals gevraagd" in looks_up(mailed, mailed.els)
    mailed.wait(timedelta(days=5, hours=9))
    assert mailed_next(mailed) == ["omar@example.nl"]
    mailed.later(days=1)
    assert mailed_next(mailed) == ["noor@example.nl", "omar@example.nl"]


def test_a_pause_is_ended_by_putting_back(mailed: Stage) -> None:
    fills_in(mailed, "Pauzeren", **{DAY: "2026-01-20", **WHY})
    looks_up(mailed, mailed.els)
    mailed.presses(mailed.els, mailed.els.ephemerals(mailed.supervision)[-1], "Weer aanmelden")
    assert seen(mailed.els).fill({"Waarom?": "Is eerder terug."}).submit().closed
    assert mailed_next(mailed) == ["noor@example.nl", "omar@example.nl"]


def test_who_left_meanwhile_is_not_paused(mailed: Stage) -> None:
    looks_up(mailed, mailed.els)
    told = mailed.els.ephemerals(mailed.supervision)[-1]
    mailed.sends_form(link_in(mailed, "noor@example.nl", "afmelden"), action="leave")
    mailed.presses(mailed.els, told, "Pauzeren")
    assert seen(mailed.els).fill({DAY: "2026-01-20", **WHY}).submit().errors == {"Waarom?": "Dit is al gedaan."}


def test_a_superuser_sees_which_mails_somebody_does_not_want(mailed: Stage) -> None:
    own = Own(mailed, link_in(mailed, "noor@example.nl", "mijn")).opens()
    own.sends("mails", alerts="1", outcomes="1")
    assert "Wil niet: enquêtes, tips" in looks_up(mailed, mailed.els)
