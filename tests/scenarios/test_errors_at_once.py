"""A form with several mistakes tells all of them at once, each at its field."""

from tests.desk_steps import seen
from tests.stage import FORM, Stage


def test_a_request_of_which_an_hour_a_number_and_the_address_are_wrong(stage: Stage) -> None:
    form = stage.opens_form(stage.anna)
    wrong = {"Begintijd": "kwart over", "BVH-nummer (intern)": "?", "Straat": "Nergensstraat"}
    errors = form.fill({**FORM, **wrong}).submit().errors
    assert {"Begintijd", "BVH-nummer (intern)", "Straat"} <= set(errors)


def test_a_superuser_who_pauses_without_a_day_and_a_reason(stage: Stage) -> None:
    stage.lives("Noor")
    stage.els.command("/burgernetmail", "deelnemer noor@example.nl", stage.supervision)
    stage.settle()
    told = stage.els.ephemerals(stage.supervision)[-1]
    stage.presses(stage.els, told, "Pauzeren")
    form = seen(stage.els)
    [day] = [label for label in form.labels if label != "Waarom?"]
    assert len(form.fill({day: "2026-01-01", "Waarom?": "x"}).submit().errors) == 2
    form.close()
    stage.presses(stage.els, told, "Wijzigen")
    filled = {"Postcode": "3823", "Huisnummer": "", "Waarom?": "x"}
    assert {"Postcode", "Huisnummer", "Waarom?"} <= set(seen(stage.els).fill(filled).submit().errors)


def test_all_parts_of_dealing_with_a_reply(stage: Stage) -> None:
    stage.lives("Noor")
    stage.approved()
    reply = stage.answers("Noor", "Ik zag een bus.")
    stage.presses(stage.carla, reply, "Relevant voor deze zaak")
    stage.presses(stage.carla, reply, "Afhandelen")
    filled = {"BVH-nummer": "??", "In BVH gezet?": ["Staat in BVH"], "3. Uw antwoord": " "}
    assert {"BVH-nummer", "3. Uw antwoord"} <= set(seen(stage.carla).fill(filled).submit().errors)
