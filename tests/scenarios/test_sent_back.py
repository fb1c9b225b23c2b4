"""A request that went back is mended by whoever can, and still two people stand for it."""

from tests.desk_steps import seen
from tests.doubles.slack import Message
from tests.scenarios.steps.alerts import amends, withdraws
from tests.stage import FORM, Stage


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
        **{"Wat is er gebeurd?": f"{FORM['Wat is er gebeurd?']} Ook de schutting."},
    )
    assert "goedgekeurd door Cees Smit" in request_message.plain()
    assert "Ook de schutting." in stage.mail_to("noor@example.nl").text
    thread = [note.plain() for note in request_message.thread]
    told = ("stuurde de aanvraag terug", "verbeterde de aanvraag", "paste de aanvraag", "keurde de mail goed")
    assert [words in note for words, note in zip(told, thread, strict=False)] == [True] * 4
    assert f"@{stage.anna.id}" in request_message.thread[2].mentions


def test_who_asked_mends_it_and_still_can_not_send_it(stage: Stage, request_message: Message) -> None:
    stage.presses(stage.bram, request_message, "Terugsturen")
    assert seen(stage.bram).fill({"Wat moet er anders?": "Welke deur?"}).submit().closed
    stage.settle()
    stage.presses(stage.anna, request_message, "Aanpassen")
    assert not seen(stage.anna).fill({"Wat is er gebeurd?": "De achterdeur."}).submit().errors
    assert "goedkeuren" not in seen(stage.anna).text()


def test_where_who_asked_is_gone_a_superuser_withdraws_it(stage: Stage, request_message: Message) -> None:
    """From the intake channel, or from wherever they are."""
    stage.els.command("/burgernetmail", "toon BM-2026-0001", stage.supervision)
    assert "Intrekken" not in stage.slack.wait_for(lambda: stage.els.ephemerals(stage.supervision))[-1].buttons
    stage.presses(stage.bram, request_message, "Terugsturen")
    assert seen(stage.bram).fill({"Wat moet er anders?": "Welke deur?"}).submit().closed
    stage.settle()
    stage.anna.leaves(stage.intake)
    stage.presses(stage.bram, request_message, "Intrekken")
    assert "Anna Bakker" in stage.ephemeral(stage.bram, stage.intake)
    before = len(stage.els.ephemerals(stage.supervision))
    stage.els.command("/burgernetmail", "toon BM-2026-0001", stage.supervision)
    told = stage.slack.wait_for(lambda: stage.els.ephemerals(stage.supervision)[before:])[-1]
    withdraws(stage, stage.els, told)
    assert "Ingetrokken" in request_message.plain()
    assert request_message.thread[-1].plain() == "Els van Dijk trok de aanvraag in."


def test_in_the_channel_itself_too(stage: Stage, request_message: Message) -> None:
    stage.els.joins(stage.intake)
    stage.presses(stage.bram, request_message, "Terugsturen")
    assert seen(stage.bram).fill({"Wat moet er anders?": "Welke deur?"}).submit().closed
    stage.settle()
    withdraws(stage, stage.els, request_message)
    assert "Ingetrokken" in request_message.plain()
