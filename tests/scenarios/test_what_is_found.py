"""What the guard finds in a request goes; what has to stay gets a reason. The mail is read again before it is filed."""

from typing import Any

import pytest

from tests.desk_steps import seen
from tests.doubles.slack import Message, Modal
from tests.incidents import monitor
from tests.scenarios.guarded import REASON, boxes, details, keeps, offered
from tests.stage import FORM, Stage

DIRTY = {
    "a name": ("Bel dhr. Jansen als u iets weet.", "dhr. Jansen"),
    "a name in single letters": ("De deur is open. Verdachte J a n  J a n s e n rende weg.", "J a n"),
    "a glued name": ("Verdachte JanJansen rende weg.", "JanJansen"),
    "a house number below its street": ("Ingebroken in de Lindenlaan\n127\nHet raam was stuk.", "127"),
    "a phone number in words": (
        "Zag u iets? Bel nul zes twaalf vierendertig zesenvijftig achtenzeventig.",
        "vierendertig",
    ),
    "a house number": ("Hij liep naar Kerkstraat 14.", "Kerkstraat 14"),
    "a plate": ("De deur is open. De auto heeft kenteken 12-ABC-3.", "12-ABC-3"),
    "a phone number": ("Bel 06-12345678.", "06-12345678"),
    "a mail address": ("Mail naar piet@example.nl.", "piet@example.nl"),
    "a link": ("Kijk op https://kwaad.example/x.", "kwaad.example"),
    "origin": ("De dader is een Poolse man.", "Poolse"),
}
TEXT = "De heer Jansen zag een Poolse man. De deur is geforceerd."


def filed(stage: Stage) -> Message:
    outcome = seen(stage.anna).submit()
    assert outcome.closed, outcome
    stage.settle()
    return stage.alert_message()


def found_in(stage: Stage, text: str = TEXT, **more: Any) -> Modal:
    return stage.previews(stage.anna, **{"Wat is er gebeurd?": text, **more})


@pytest.fixture(autouse=True)
def somebody(stage: Stage) -> None:
    stage.lives("Noor")


@pytest.mark.parametrize("kind", DIRTY)
def test_what_was_found_is_gone_where_nothing_is_done(stage: Stage, kind: str) -> None:
    text, words = DIRTY[kind]
    found = found_in(stage, text)
    assert any(words in label for label in offered(found))
    assert not keeps(found).errors
    assert words not in seen(stage.anna).text()
    message = filed(stage)
    assert words not in message.plain()
    stage.presses(stage.bram, message, "Goedkeuren en versturen")
    assert words not in stage.mail_to("noor@example.nl").text


def test_each_piece_is_shown_where_it_stands_with_what_the_text_becomes_and_none_is_ticked(stage: Stage) -> None:
    found = found_in(stage)
    told = found.text().replace("\u200b", "")
    assert "*3 stukjes van de tekst passen wij aan.* Met Verder ziet u de mail zoals hij dan wordt." in told
    assert "een »*Poolse*« man" in told
    assert "„geforceerd” · wordt anders „opengebroken”" in offered(found)
    assert any(label.startswith("„Poolse”") and "afkomst" in label for label in offered(found))
    assert not [block for block in found.view.blocks if "initial_options" in block.get("element", {})]
    assert not keeps(found).errors
    mail = seen(stage.anna).text()
    assert "De deur is opengebroken." in mail
    assert "Jansen" not in mail
    assert "»" not in mail
    assert not stage.intake.messages  # nothing is filed before the mail was read again


def test_what_stays_needs_a_reason_and_nothing_is_lost_without_one(stage: Stage) -> None:
    found = found_in(stage)
    for nothing in ("", " . "):
        refused = keeps(found, "Poolse", reason=nothing)
        assert refused.errors == {REASON: "Leg uit waarom: ten minste één woord van drie letters."}
    assert seen(stage.anna).values == found.values
    assert not keeps(found, "Poolse", reason="Twee getuigen noemden het.").errors
    told = "Blijft staan: „Poolse” (afkomst). Anna Bakker: Twee getuigen noemden het."
    assert told in seen(stage.anna).text()
    message = filed(stage)
    assert told in message.plain()
    kinds = [block["type"] for block in message.blocks]
    assert kinds[2:4] == ["actions", "context"]  # beside the button
    told = details(stage, "requested")
    assert (told["kept"], told["reason"]) == (["origin"], "Twee getuigen noemden het.")
    assert "Poolse" not in str(told)
    [version] = stage.rows("SELECT kept FROM alert_versions")
    assert "Twee getuigen" in str(version.kept)


def test_police_language_stays_without_a_reason(stage: Stage) -> None:
    found = found_in(stage, "De deur is geforceerd.")
    assert REASON not in found.labels
    assert not keeps(found, "geforceerd").errors
    message = filed(stage)
    assert "De deur is geforceerd." in message.plain()
    assert "Politietaal blijft staan: „geforceerd”." in message.plain()
    stage.presses(stage.bram, message, "Goedkeuren en versturen")
    assert "geforceerd" in stage.mail_to("noor@example.nl").text


def test_a_long_sentence_is_pointed_out_and_blocks_nothing(stage: Stage) -> None:
    long = "Zij zagen dat " + "en ook dat " * 8 + "er een bus stond."
    preview = found_in(stage, long)
    assert "Eén zin heeft meer dan 20 woorden: „Zij zagen dat" in preview.text()
    assert filed(stage)


def test_back_shows_the_form_as_it_was_typed_and_what_was_kept_is_not_asked_again(stage: Stage) -> None:
    found = found_in(stage)
    found.close()
    form = seen(stage.anna)
    assert form.values["Wat is er gebeurd?"] == TEXT
    assert not form.submit().errors
    keeps(seen(stage.anna), "Poolse", reason="Nodig.")
    seen(stage.anna).close()
    form = seen(stage.anna)
    assert form.values["Wat is er gebeurd?"] == TEXT
    assert not form.fill({"Wat willen wij weten?": "Was het een Poolse auto? Bel dhr. Smit."}).submit().errors
    assert not any("Poolse" in label for label in offered(seen(stage.anna)))
    keeps(seen(stage.anna))
    seen(stage.anna).close()  # as deep as Slack goes
    assert not seen(stage.anna).fill({"Wat willen wij weten?": "Bel dhr. Vries."}).submit().errors
    assert not keeps(seen(stage.anna)).errors
    assert filed(stage)


def test_more_than_ten_pieces_are_asked_about_in_several_inputs(stage: Stage) -> None:
    numbers = [f"06-1234567{digit}" for digit in range(10)] + [f"06-7654321{digit}" for digit in range(4)]
    found = found_in(stage, "Bel " + ", ".join(numbers) + ".")
    assert [len(labels) for labels in boxes(found).values()] == [10, 4]
    assert not keeps(found, "06-76543213", reason="Van het team.").errors
    message = filed(stage)
    assert "06-76543213" in message.plain()
    assert "06-76543212" not in message.plain()
    assert "06-12345670" not in message.plain()


def test_more_than_may_stay_is_refused(stage: Stage) -> None:
    numbers = [f"06-1234567{digit}" for digit in range(10)] + [f"06-7654321{digit}" for digit in range(4)]
    found = found_in(stage, "Bel " + ", ".join(numbers) + ".")
    errors = keeps(found, *numbers, reason="Allemaal nodig.").errors
    told = "In één tekst mogen er hoogstens 12 blijven staan. Laat minder staan, of schrijf de tekst opnieuw."
    assert list(errors.values()) == [told]


def test_what_becomes_empty_or_too_long_is_told(stage: Stage) -> None:
    found = found_in(stage, "06-12345678")
    [error] = keeps(found).errors.values()
    assert error == "Van een tekst blijft dan niets over. Ga terug en schrijf die opnieuw."
    found.close()
    many = "Het is geforceerd. " * 78
    assert not seen(stage.anna).fill({"Wat is er gebeurd?": many.strip()}).submit().errors
    [error] = keeps(seen(stage.anna)).errors.values()
    assert error.startswith("De tekst wordt dan te lang: ")


def test_the_same_decision_sent_twice_changes_nothing_more(stage: Stage) -> None:
    found = found_in(stage)
    keeps(found, "Poolse", reason="Nodig.")
    stage.slack.redeliver(stage.slack.deliveries[-1])
    mail = seen(stage.anna).text()
    assert "een Poolse man" in mail
    assert "Jansen" not in mail
    assert "Poolse" in filed(stage).plain()
    assert len(stage.rows("SELECT id FROM alerts")) == 1


def test_a_house_number_typed_as_the_street_is_found_too(stage: Stage) -> None:
    stage.geocoder.knows("Kerkstraat 14", "", "3823 AB", "Amersfoort", 155_800.0, 467_300.0)
    form = stage.opens_form(stage.anna)
    where = {"Straat": "Kerkstraat 14", "Huisnummer (komt niet in de mail)": None}
    assert not form.fill({**FORM, **where}).submit().errors
    assert any("14" in label for label in offered(seen(stage.anna)))


def test_what_the_day_monitor_filled_in_is_found_too(stage: Stage) -> None:
    monitor(stage.database_url, "2026-001234")
    stage.rows("UPDATE incidents SET what_happened = 'Deur geforceerd, aldus benadeelde dhr. Jansen.'")
    stage.program.workflow.dividing.begin_morning()
    stage.settle()
    [morning] = [message for message in stage.intake.messages if "Verdelen" in message.plain()]
    stage.presses(stage.anna, morning, "request_incident_1")
    assert not stage.slack.wait_for(lambda: stage.anna.modal).submit().errors
    assert len(offered(seen(stage.anna))) == 3
    assert not keeps(seen(stage.anna)).errors
    assert "Deur opengebroken, aldus bewoner" in seen(stage.anna).text()
    assert "Jansen" not in filed(stage).plain()


def test_without_findings_there_is_no_step_more(stage: Stage) -> None:
    assert found_in(stage, "De voordeur stond open.").labels == ["Proefmail"]
