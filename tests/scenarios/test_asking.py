"""Anna asks for an alert: the form, what it refuses, the preview, and what she is told before she files."""

from typing import Any

import pytest

from tests.databases import fresh_sqlite
from tests.desk_steps import seen
from tests.doubles.slack import Modal
from tests.scenarios.guarded import keeps
from tests.scenarios.steps.alerts import withdraws
from tests.stage import FORM, Stage, X


@pytest.fixture
def database_url() -> str:
    """The form's stories are the same on every database."""
    return fresh_sqlite()


def filled(stage: Stage, **changes: Any) -> Modal:
    return stage.opens_form(stage.anna).fill({**FORM, **changes})


def unchecked(form: Modal) -> Modal:
    """As the practice Slack and old clients show it: nothing is required, nothing has a limit."""
    for block in form.view.blocks:
        if block["type"] == "input":
            block["optional"] = True
            block["element"].pop("max_length", None)
    return form


WRONG = {
    "a postcode": ({"Postcode": "38 AB"}, "Postcode", "Vul een postcode in zoals 3823 AB."),
    "the start to come": ({"Begindatum": "2026-01-15"}, "Begindatum", "Dit moment ligt in de toekomst."),
    "the end to come": ({"Eindtijd": "23:00"}, "Einddatum", "Dit moment ligt in de toekomst."),
    "reversed": ({"Begintijd": "11:31"}, "Eindtijd", "De eindtijd ligt voor de begintijd."),
    "days reversed": (
        {"Begindatum": "2026-01-14", "Einddatum": "2026-01-13"},
        "Einddatum",
        "De einddatum ligt voor de begindatum.",
    ),
    "no time": ({"Begintijd": "kwart over negen"}, "Begintijd", "Vul een tijd in zoals 14.30."),
    "half an hour too much": ({"Eindtijd": "11:75"}, "Eindtijd", "Vul een tijd in zoals 14.30."),
    "a BVH number": ({"BVH-nummer (intern)": "?!"}, "BVH-nummer (intern)", "Vul het BVH-nummer in met letters"),
    "an unknown address": ({"Straat": "Nergensstraat"}, "Straat", "Dit adres vinden wij niet."),
    "only spaces": ({"Wat is er gebeurd?": "  \n "}, "Wat is er gebeurd?", "Vul dit in."),
    "nobody there": ({}, "Straal", "Geen deelnemers in dit gebied. Maak het gebied groter."),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_wrong_is_told_in_dutch_at_its_field_and_everything_typed_stays(stage: Stage, wrong: str) -> None:
    changes, field, words = WRONG[wrong]
    if wrong != "nobody there":
        stage.lives("Noor")
    form = filled(stage, **changes)
    typed = form.values

    outcome = form.submit()

    assert list(outcome.errors) == [field]
    assert outcome.errors[field].startswith(words)
    assert seen(stage.anna).values == typed
    assert seen(stage.anna).title == "Burgernetmail aanvragen"


def test_several_mistakes_are_told_at_once(stage: Stage) -> None:
    stage.lives("Noor")
    outcome = filled(stage, Postcode="x", **{"Begintijd": "x", "BVH-nummer (intern)": "x"}).submit()
    assert set(outcome.errors) == {"Postcode", "Begintijd", "BVH-nummer (intern)"}


def test_an_empty_field_and_a_long_story_are_refused_also_where_slack_checks_nothing(stage: Stage) -> None:
    stage.lives("Noor")
    form = unchecked(filled(stage, Straat=None, **{"Wat is er gebeurd?": "a" * 1501, "Begindatum": None}))
    outcome = form.submit()
    assert outcome.errors == {
        "Straat": "Vul dit in.",
        "Begindatum": "Vul een datum in zoals 2026-01-31.",
        "Wat is er gebeurd?": "Dit is te lang: 1.501 tekens, hoogstens 1.500.",
    }


def test_the_form_knows_the_towns_name_and_has_the_fields_that_were_agreed(stage: Stage) -> None:
    form = stage.opens_form(stage.anna)
    assert set(FORM) | {"Plaats", "Wat willen wij weten?"} <= set(form.labels)
    assert form.values["Plaats"] == "Amersfoort"
    assert form.values["Straal"]["value"] == "300"


def test_an_unknown_address_can_go_on_from_the_middle_of_its_postcode(stage: Stage) -> None:
    stage.lives("Noor")
    form = filled(stage, Straat="Nergensstraat")
    assert "Straat" in form.submit().errors
    form.fill({"Adres onbekend?": "Ga uit van het midden van de postcode"}).submit()
    assert "Wij weten de plek niet precies. Daarom nemen wij het midden van de postcode." in seen(stage.anna).text()
    assert seen(stage.anna).submit().closed
    stage.settle()
    assert "Nergensstraat, 3823 AB Amersfoort" in stage.alert_message().plain()
    assert "De plaats is bij benadering" in stage.alert_message().plain()


def test_a_postcode_nobody_knows_is_refused_at_its_field(stage: Stage) -> None:
    stage.lives("Noor")
    form = filled(stage, Postcode="9999 ZZ", **{"Adres onbekend?": "Ga uit van het midden van de postcode"})
    assert list(form.submit().errors) == ["Postcode"]


def test_a_slow_map_service_costs_the_exact_place_but_not_the_form(stage: Stage) -> None:
    stage.crowd(5)
    stage.geocoder.slow_by = 10
    assert filled(stage).submit().acked
    assert "Wij weten de plek niet precies." in seen(stage.anna).text()
    assert "*5 mensen* krijgen deze mail" in seen(stage.anna).text()


@pytest.mark.parametrize("overrides", [{"geocoder_url": "http://127.0.0.1:1/search"}, {"geocoder_url": ""}])
def test_without_a_map_service_the_middle_of_the_postcode_is_taken(stage: Stage) -> None:
    stage.crowd(5)  # the middle of fewer is somebody's home
    filled(stage).submit()
    assert "Wij weten de plek niet precies." in seen(stage.anna).text()
    assert "*5 mensen* krijgen deze mail" in seen(stage.anna).text()


def test_the_preview_shows_the_mail_and_how_many_get_it(stage: Stage) -> None:
    stage.lives("Noor")
    stage.lives("Omar", metres=250)
    stage.lives("Puck", metres=301)
    preview = stage.previews(stage.anna, **{"Wat willen wij weten?": "Ziet u de bus vaker?"})
    assert preview.title == "Controleren"
    text = preview.text()
    assert "*2 mensen* krijgen deze mail zodra een collega hem goedkeurt." in text
    assert "Inbraak in de Kattenbroekstraat: zag of hoorde u iets? [BM-...]" in text
    assert "De voordeur is opengebroken. Er zijn sieraden weg." in text
    assert "Een grijze bestelbus." in text
    assert "Ziet u de bus vaker?" in text
    assert "Kattenbroekstraat, Amersfoort (Kattenbroek)" in text
    assert "Ziet u nu iets verdachts? Bel 112." in text
    assert "Kattenbroekstraat 12" not in text
    assert not stage.intake.messages


def test_back_to_the_form_and_forth_keeps_everything(stage: Stage) -> None:
    stage.lives("Noor")
    first = filled(stage)
    typed = first.values
    first.submit()
    seen(stage.anna).close()
    again = seen(stage.anna)
    assert again.title == "Burgernetmail aanvragen"
    assert again.values == typed

    again.fill({"Signalement of voertuig": "Een rode scooter."}).submit()
    assert "Een rode scooter." in seen(stage.anna).text()
    assert seen(stage.anna).submit().closed
    stage.settle()
    [message] = stage.intake.messages
    assert "Een rode scooter." in message.plain()
    assert "Een grijze bestelbus." not in message.plain()


def test_a_second_request_for_the_same_case_says_so(stage: Stage) -> None:
    stage.lives("Noor")
    first = stage.asks()
    assert "(BM-2026-0001)" in stage.previews(stage.bram).text()
    assert "Voor deze zaak is al een mail aangevraagd (BM-2026-0001)." in stage.bram.modal.text()  # type: ignore[union-attr]
    stage.presses(stage.bram, first, "Goedkeuren en versturen")
    second = stage.previews(stage.anna)
    assert "Voor deze zaak is al een mail verstuurd (BM-2026-0001)." in second.text()
    assert second.submit().closed
    stage.settle()
    assert "Zie ook BM-2026-0001." in stage.alert_message().plain()


NEAR = {
    "a street further, the next night": (200.0, {"Begindatum": "2026-01-13", "Einddatum": "2026-01-13"}, True),
    "300 metres away": (300.0, {}, False),
    "two days before": (0.0, {"Begindatum": "2026-01-12", "Einddatum": "2026-01-12"}, False),
}


@pytest.mark.parametrize("case", NEAR)
def test_a_request_close_in_place_and_time_to_another_says_so(stage: Stage, case: str) -> None:
    metres, changes, told = NEAR[case]
    stage.lives("Noor")
    stage.geocoder.knows("Zijstraat", "3", "3823 AC", "Amersfoort", X + metres, 467_300.0)
    stage.asks()
    other = {"Straat": "Zijstraat", "Huisnummer (komt niet in de mail)": "3", "Postcode": "3823AC"}
    preview = stage.previews(stage.anna, **{**other, "BVH-nummer (intern)": "2026-999999", **changes})
    assert ("BM-2026-0001 gaat over iets vlakbij, rond dezelfde tijd." in preview.text()) is told


def test_a_withdrawn_request_is_no_warning(stage: Stage) -> None:
    stage.lives("Noor")
    withdraws(stage, stage.anna, stage.asks())
    assert "BM-2026-0001" not in stage.previews(stage.anna).text()


def test_the_shortcut_and_the_home_button_open_the_same_form(stage: Stage) -> None:
    stage.anna.shortcut("new_request")
    stage.slack.wait_for(lambda: stage.anna.modal)
    assert seen(stage.anna).title == "Burgernetmail aanvragen"
    seen(stage.anna).close()

    stage.anna.opens_home()
    stage.settle()
    assert stage.anna.home is not None
    stage.anna.presses(stage.anna.home, "Nieuwe aanvraag")
    stage.settle()
    assert seen(stage.anna).title == "Burgernetmail aanvragen"


def test_a_second_click_on_file_files_nothing_more(stage: Stage) -> None:
    stage.lives("Noor")
    stage.asks()
    ack = stage.slack.redeliver(stage.slack.deliveries[-1])
    stage.settle()
    assert ack.body == {
        "response_action": "errors",
        "errors": {"test": "Dit formulier is al ingediend of te oud. Open het opnieuw."},
    }
    assert len(stage.intake.messages) == 1
    assert len(stage.rows("SELECT id FROM alerts")) == 1


def test_reference_numbers_count_on(stage: Stage) -> None:
    stage.lives("Noor")
    assert "BM-2026-0001" in stage.asks().plain()
    assert "BM-2026-0002" in stage.asks(stage.bram).plain()


def test_what_was_typed_calls_nobody_and_formats_nothing(stage: Stage) -> None:
    stage.lives("Noor")
    nasty = f"<!channel> {stage.bram.mention} *vet* <https://example.nl|klik> & < >"
    found = stage.previews(stage.anna, **{"Wat is er gebeurd?": nasty})
    assert not keeps(found, "", reason=nasty).errors  # a link is found, and all that is found stays
    assert seen(stage.anna).submit().closed
    stage.settle()
    message = stage.alert_message()
    assert message.mentions == []
    assert message.markup_problems() == []
    assert message.plain().replace("\u200b", "").count(nasty) == 2  # in the mail, and as the reason why it stays


def test_who_reads_slack_in_english_gets_an_english_form_and_english_errors(stage: Stage) -> None:
    joan = stage.joins(stage.intake, "joan", "Joan Smith", locale="en-GB")
    form = stage.opens_form(joan)
    assert form.title == "Request Burgernetmail"
    wrong = {"Street": "Nergensstraat", "House number (not in the mail)": "1", "Postcode": "x", "Time from": "9"}
    rest = {"Time to": "10", "What happened?": "A door was forced.", "BVH number (internal)": "2026-5"}
    assert form.fill({**wrong, **rest}).submit().errors["Postcode"] == "Enter a postcode like 3823 AB."
