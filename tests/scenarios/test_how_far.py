"""How far a request's circle reaches: the usual radii at once, more behind a choice."""

from tests.desk_steps import FURTHER, seen
from tests.doubles.slack import Modal
from tests.scenarios.steps.alerts import whole_form
from tests.stage import FORM, Stage


def offered_radii(form: Modal) -> list[str]:
    [radii] = (block["element"]["options"] for block in form.view.blocks if block.get("block_id") == "radius_m")
    return [option["text"]["text"] for option in radii]


def test_a_wide_circle_is_behind_a_choice(stage: Stage) -> None:
    """The usual radii stand in the form; who asks for more gets the whole list, with all that was typed."""
    stage.lives("Noor", metres=900)
    form = stage.opens_form(stage.anna)
    assert offered_radii(form) == ["100 m", "200 m", "300 m", "400 m", "500 m", FURTHER]
    assert not form.fill({**FORM, "Straal": FURTHER}).submit().errors

    form = seen(stage.anna)
    assert offered_radii(form)[5:] == ["750 m", "1 km", "1,5 km", "2 km"]
    assert form.values["Straal"]["value"] == "750"
    assert not form.fill({"Straal": "1 km"}).submit().errors
    preview = seen(stage.anna)
    assert "*Gebied:* 1 km" in preview.text()
    assert preview.submit().closed
    stage.settle()

    stage.presses(stage.bram, stage.alert_message(), "Aanpassen")
    assert offered_radii(whole_form(stage.bram))[5:] == ["750 m", "1 km", "1,5 km", "2 km"]


def test_who_closes_the_form_there_goes_on_with_it(stage: Stage) -> None:
    form = stage.opens_form(stage.anna)
    form.fill({**FORM, "Straal": FURTHER}).close()
    stage.anna.command("/burgernetmail", "", stage.intake)
    stage.settle()
    assert not seen(stage.anna).submit().errors
    assert seen(stage.anna).values["Straal"]["value"] == "750"


def test_who_amends_gets_the_whole_list_with_what_they_typed(stage: Stage) -> None:
    stage.lives("Noor")
    stage.presses(stage.bram, stage.asks(), "Aanpassen")
    form = whole_form(stage.bram)
    assert not form.fill({"Wat is er gebeurd?": "Er is ingebroken in een schuur.", "Straal": FURTHER}).submit().errors
    form = seen(stage.bram)
    assert (form.title, form.values["Straal"]["value"]) == ("Aanpassen", "750")
    assert form.values["Wat is er gebeurd?"] == "Er is ingebroken in een schuur."
