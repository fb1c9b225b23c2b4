"""A request that went back is mended by whoever can, and still two people stand for it."""

from tests.doubles.slack import Message
from tests.scenarios.steps.alerts import amends
from tests.stage import FORM, Stage, seen


def test_a_colleague_adds_to_what_went_back_and_sends_it_in_one_go(stage: Stage, request_message: Message) -> None:
    stage.presses(stage.bram, request_message, "Terugsturen")
    assert seen(stage.bram).fill({"Wat moet er anders?": "Welke deur?"}).submit().closed
    stage.settle()
    cees = stage.joins(stage.intake, "cees", "Cees Smit")
    amends(
        stage,
        cees,
        request_message,
        "Opslaan, goedkeuren en versturen naar 1 ontvanger",
        **{"Wat is er gebeurd?": f"{FORM['Wat is er gebeurd?']} Ook de achterdeur."},
    )
    assert "goedgekeurd door Cees Smit" in request_message.plain()
    assert "Ook de achterdeur." in stage.mail_to("noor@example.nl").text
    thread = [note.plain() for note in request_message.thread]
    told = ("stuurde de aanvraag terug", "verbeterde de aanvraag", "paste de tekst", "keurde de mail goed")
    assert [words in note for words, note in zip(told, thread, strict=False)] == [True] * 4
    assert f"@{stage.anna.id}" in request_message.thread[2].mentions


def test_who_asked_mends_it_and_still_can_not_send_it(stage: Stage, request_message: Message) -> None:
    stage.presses(stage.bram, request_message, "Terugsturen")
    assert seen(stage.bram).fill({"Wat moet er anders?": "Welke deur?"}).submit().closed
    stage.settle()
    stage.presses(stage.anna, request_message, "Aanpassen")
    assert not seen(stage.anna).fill({"Wat is er gebeurd?": "De achterdeur."}).submit().errors
    assert "goedkeuren" not in seen(stage.anna).text()
