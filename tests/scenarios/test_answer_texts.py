"""Superusers keep the team's own texts for answers; several citizens are answered with one, each in their own mail."""

import pytest

from tests.desk_steps import seen
from tests.doubles.slack import Message, Modal, Person
from tests.stage import Stage

HERE, NOT = "Relevant voor deze zaak", "Niet relevant"


def opens(stage: Stage, person: Person, typed: str) -> Modal:
    """A form, by the command."""
    channel = stage.supervision if person is stage.els else stage.triage
    person.command("/burgernetmail", typed, channel)
    return stage.slack.wait_for(lambda: person.modal)


def chooses(stage: Stage, rating: str, offence: str) -> Modal:
    """Els picks which text to edit."""
    opens(stage, stage.els, "antwoorden").fill({"Welke tekst?": rating, "Delict": offence}).submit()
    return seen(stage.els)


def wrote(stage: Stage, *names: str) -> dict[str, Message]:
    """These neighbours each wrote something."""
    for name in names:
        stage.lives(name)
    stage.approved()
    return {name: stage.answers(name, f"Ik ben {name} en zag een <!here> bus.\nMet een deuk.") for name in names}


def test_the_teams_own_text_goes_before_the_standard_one(stage: Stage) -> None:
    reply = wrote(stage, "Noor")["Noor"]
    form = chooses(stage, NOT, "Alle delicten")
    assert "Het team heeft hiervoor geen eigen tekst." in form.text()
    assert "Wij verwijderen uw reactie op {wisdatum}." in form.values["Tekst"]
    assert (
        form.fill({"Tekst": "Dank over {zaak} in {dorp}."})
        .submit()
        .errors["Tekst"]
        .startswith("Wij kennen {dorp} niet. U kunt gebruiken: {zaak}, {plek}, {straat}")
    )
    errors = form.fill({"Tekst": "Dank over {zaak in {straat}."}).submit().errors
    assert errors["Tekst"].startswith('Er staat een losse accolade bij "Dank over {zaak in')
    assert form.fill({"Tekst": "Wij lazen uw reactie over {zaak} in {straat}. {rechercheurs} Dag!"}).submit().closed

    form = chooses(stage, NOT, "Woninginbraak")
    assert form.values["Tekst"].startswith("Wij lazen uw reactie")  # what holds for all
    assert form.fill({"Tekst": "Over de inbraak in {plaats}: dank tot {wisdatum}."}).submit().closed
    form = chooses(stage, NOT, "Woninginbraak")
    assert "Laatst gewijzigd door Els van Dijk, wo 14 jan, 13.00" in form.text()
    form.close()

    stage.presses(stage.carla, reply, NOT)
    stage.presses(stage.carla, reply, "Beantwoorden")
    assert seen(stage.carla).values["Uw antwoord"] == "Over de inbraak in Amersfoort: dank tot 28 januari 2026."
    seen(stage.carla).close()
    assert chooses(stage, NOT, "Woninginbraak").fill({"Tekst": None}).submit().closed
    stage.presses(stage.carla, reply, "Beantwoorden")
    text = "Wij lazen uw reactie over de inbraak in de Kattenbroekstraat. Dag!"
    assert seen(stage.carla).values["Uw antwoord"] == text
    assert [line.who for line in stage.audited("changed_answer_text")] == [stage.els.id] * 3

    stage.els.command("/burgernetmail", "zoiets", stage.supervision)
    stage.settle()
    assert "Wij kennen „zoiets” niet." in stage.ephemeral(stage.els, stage.supervision)
    stage.carla.command("/burgernetmail", "antwoorden", stage.triage)
    assert "Alleen superusers" in stage.ephemeral(stage.carla, stage.triage)


def test_two_superusers_do_not_write_over_each_other(stage: Stage) -> None:
    fenna = stage.joins(stage.supervision, "fenna", "Fenna Kok")
    first = chooses(stage, HERE, "Alle delicten")
    fenna.command("/burgernetmail", "antwoorden", stage.supervision)
    stage.slack.wait_for(lambda: fenna.modal).fill({"Welke tekst?": HERE}).submit()
    assert seen(fenna).fill({"Tekst": "Dank voor uw hulp."}).submit().closed
    errors = first.fill({"Tekst": "Dank u wel."}).submit().errors
    assert errors["Tekst"].startswith("De tekst is veranderd")
    first.close()
    assert chooses(stage, HERE, "Alle delicten").values["Tekst"] == "Dank voor uw hulp."


def test_several_are_answered_in_one_go_each_in_their_own_mail(stage: Stage) -> None:
    replies = wrote(stage, "Noor", "Omar", "Piet", "Roos", "Sara")
    cees = stage.joins(stage.triage, "cees", "Cees Smit")
    for reply in replies.values():
        stage.presses(stage.carla, reply, NOT)
    stage.sends_on(stage.carla, replies["Noor"])
    stage.carla.opens_home()
    stage.slack.wait_for(lambda: stage.carla.home and "Meerdere reacties beantwoorden" in stage.carla.home.buttons)
    groups = opens(stage, stage.carla, "beantwoorden BM-2026-0001")
    assert "Niet relevant (5)" in groups.text()
    groups.submit()
    form = seen(stage.carla)
    ticked = form.values["Reacties 1 tot en met 5"]
    assert [option["description"]["text"] for option in ticked] == ["BM-2026-0001 · Kattenbroekstraat"] * 5
    assert ticked[0]["text"]["text"] == "Ik ben Noor en zag een <!here> bus. Met een deuk."
    assert (
        form.fill({"Uw antwoord": "Over {dorp}"}).submit().errors["Uw antwoord"].startswith("Wij kennen {dorp} niet.")
    )

    stage.presses(cees, replies["Omar"], "Relevant voor deze zaak")
    stage.writes_answer(cees, replies["Piet"])
    stage.presses(cees, replies["Sara"], "Ik pak dit op")
    text = "Dank, {zaak} in {straat}.\n{rechercheurs}\nDag."
    assert not form.fill({"Uw antwoord": text}).submit().errors
    stage.slack.redeliver(stage.slack.deliveries[-1])
    stage.settle()
    told = seen(stage.carla).text()
    assert "2 burgers krijgen antwoord, 3 niet." in told
    assert "BM-2026-0001 · Kattenbroekstraat: Cees Smit heeft deze burger al antwoord gegeven." in told
    assert "Cees Smit heeft de beoordeling gewijzigd" in told
    assert "Cees Smit heeft deze reactie opgepakt." in told
    noor, roos = stage.mail_to("noor@example.nl"), stage.mail_to("roos@example.nl")
    assert noor.text.startswith("Dank, de inbraak in de Kattenbroekstraat.\nWij hebben uw informatie ook doorgegeven")
    assert roos.text.startswith("Dank, de inbraak in de Kattenbroekstraat.\nDag.")
    counts = [len(stage.mails_to(f"{name}@example.nl")) for name in ("noor", "omar", "piet", "roos", "sara")]
    assert counts == [3, 2, 3, 3, 2]
    assert "Carla Mulder antwoordde:\nDank, de inbraak" in replies["Roos"].thread[-1].plain()
    assert "afgehandeld door" in replies["Roos"].plain()
    assert "nog te doen: inbrakenteam, antwoord, BVH" in replies["Omar"].plain()


@pytest.mark.parametrize("typed", ["beantwoorden", "beantwoorden BM-2026-9999"])
def test_nobody_to_answer_is_said(stage: Stage, typed: str) -> None:
    stage.carla.command("/burgernetmail", typed, stage.triage)
    told = stage.ephemeral(stage.carla, stage.triage)
    assert told.startswith("Wij kennen dit kenmerk niet" if "9999" in typed else "Hier wacht niemand op antwoord")
