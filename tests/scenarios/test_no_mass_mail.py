"""Nobody mails a town by mistake: above a number the approver types how many get it."""

import pytest

from tests.desk_steps import seen
from tests.doubles.slack import Message, Modal, Outcome
from tests.stage import Stage

SEND = "Goedkeuren en versturen"
NUMBER = "Aantal ontvangers"
DO = "Wat wilt u doen?"


@pytest.fixture
def overrides() -> dict[str, object]:
    return {"reach_confirm_above": 1000}


@pytest.fixture
def many(stage: Stage) -> Message:
    """A request that 1,234 people would get."""
    stage.crowd(1234)
    return stage.asks()


def asked(stage: Stage, message: Message) -> Modal:
    stage.presses(stage.bram, message, SEND)
    return seen(stage.bram)


def test_up_to_the_number_a_question_is_enough(stage: Stage) -> None:
    stage.crowd(1000)
    message = stage.asks()
    assert "confirm" in message.controls[0].element
    stage.presses(stage.bram, message, SEND)
    assert len(stage.sendgrid.sent) == 1000


def test_above_it_the_form_tells_what_is_at_stake_and_takes_only_the_right_number(stage: Stage, many: Message) -> None:
    assert "confirm" not in many.controls[0].element
    form = asked(stage, many)
    assert form.title == "Controleren"
    for part in ("1.234 mensen krijgen deze mail", "BM-2026-0001", "Kattenbroekstraat, Amersfoort", "300 m"):
        assert part in form.text().replace("*", "")
    for wrong in ("1235", "12.34.5", "duizend", "-1234", "1234,5"):
        assert form.fill({NUMBER: wrong}).submit().errors == {NUMBER: "Typ het aantal ontvangers: 1.234."}
        assert form.values[NUMBER] == wrong
    stage.settle()
    assert not stage.sendgrid.sent
    assert form.fill({NUMBER: " 1.234 "}).submit().closed
    stage.settle()
    assert len(stage.sendgrid.sent) == 1234
    [line] = stage.audited("approved")
    assert line.who == stage.bram.id


def test_the_number_is_that_of_the_moment_and_the_new_one_is_told(stage: Stage, many: Message) -> None:
    form = asked(stage, many)
    stage.lives("Noor")
    assert form.fill({NUMBER: "1234"}).submit().errors == {NUMBER: "Typ het aantal ontvangers: 1.235."}
    assert form.fill({NUMBER: "1 235"}).submit().closed


def test_once_the_form_has_asked_a_number_it_must_be_right_also_below_the_limit(stage: Stage, many: Message) -> None:
    form = asked(stage, many)
    stage.rows("UPDATE participants SET status = 'left' WHERE id > 10")
    assert form.fill({NUMBER: "1234"}).submit().errors == {NUMBER: "Typ het aantal ontvangers: 10."}


def test_who_asked_gets_no_form_and_a_text_that_changed_is_refused_in_it(stage: Stage, many: Message) -> None:
    stage.presses(stage.anna, many, SEND)
    assert stage.anna.modal is None
    told = "U vroeg deze mail zelf aan. Een collega moet hem versturen."
    assert stage.ephemeral(stage.anna, stage.intake) == told

    form = asked(stage, many)
    amended = amends(stage, many, "Alleen opslaan")
    assert amended.closed
    errors = form.fill({NUMBER: "1234"}).submit().errors
    assert errors[NUMBER].startswith("De tekst is veranderd")


def amends(stage: Stage, message: Message, choice: str) -> Outcome:
    cees = stage.joins(stage.intake, "cees", "Cees Smit")
    stage.presses(cees, message, "Aanpassen")
    assert not seen(cees).fill({"Wat is er gebeurd?": "De achterdeur."}).submit().errors
    return seen(cees).fill({DO: choice}).submit()


def test_a_press_that_was_made_for_a_few_sends_nothing_to_many_and_asks_too(stage: Stage) -> None:
    stage.crowd(999)
    message = stage.asks()
    assert "confirm" in message.controls[0].element
    stage.crowd(1234)
    form = asked(stage, message)
    assert "1.234 mensen krijgen deze mail" in form.text().replace("*", "")
    assert not stage.sendgrid.sent
    assert [row.status for row in stage.rows("SELECT status FROM alerts")] == ["requested"]


def test_amended_and_sent_in_one_go_it_asks_too(stage: Stage, many: Message) -> None:
    stage.presses(stage.bram, many, "Aanpassen")
    assert (
        not seen(stage.bram).fill({"Signalement of voertuig": "Een grijze bestelbus. Ook een ladder."}).submit().errors
    )
    preview = seen(stage.bram)
    choice = "Opslaan, goedkeuren en versturen naar 1.234 ontvangers"
    assert preview.fill({DO: choice}).submit().errors == {NUMBER: "Typ het aantal ontvangers: 1.234."}
    assert [row.version for row in stage.rows("SELECT version FROM alerts")] == [1]
    assert preview.fill({NUMBER: "1.234"}).submit().closed
    stage.settle()
    assert len(stage.sendgrid.sent) == 1234
    assert "Ook een ladder." in stage.mail_to("buur7@example.nl").text


def test_only_saving_asks_no_number(stage: Stage, many: Message) -> None:
    stage.presses(stage.anna, many, "Aanpassen")
    seen(stage.anna).fill({"Wat is er gebeurd?": "De achterdeur."}).submit()
    preview = seen(stage.anna)
    assert NUMBER not in preview.labels
    assert preview.submit().closed
