"""A request in a few lines: what is next is pressed where it stands, what was typed is not lost."""

from datetime import timedelta

import pytest

from tests.desk_steps import seen
from tests.doubles.slack import Message, Modal
from tests.scenarios.steps.alerts import SEND, amends, previewed, whole_form
from tests.stage import FORM, Stage

DRAFT = "Verder met uw concept van 13.00 uur?"


def test_who_filed_it_hears_where_it_stands_and_nobody_else_does(stage: Stage, request_message: Message) -> None:
    told = stage.ephemeral(stage.anna, stage.intake)
    assert told == "Ingediend: BM-2026-0001 · Kattenbroekstraat. Een collega keurt de mail goed."
    [whisper] = stage.anna.ephemerals(stage.intake)
    assert request_message.ts.replace(".", "") in str(whisper.blocks)
    assert whisper.thread_ts is None
    assert not stage.bram.ephemerals(stage.intake)


def test_once_it_is_out_it_takes_five_lines_and_the_mail_stands_behind_a_button(
    stage: Stage, request_message: Message
) -> None:
    waiting = request_message.plain()
    assert "De voordeur is opengebroken." in waiting
    stage.presses(stage.bram, request_message, SEND)
    assert [block["type"] for block in request_message.blocks] == ["header", "section", "section", "context", "actions"]
    told = request_message.plain()
    assert "wo 14 jan, 9.00-11.30 · binnen 300 m · BVH 2026-001234" in told
    assert "De voordeur" not in told
    assert request_message.buttons == ["Telefoontje noteren", "Afloop melden", "Bekijk mail", "Afsluiten"]
    stage.presses(stage.anna, request_message, "Bekijk mail")
    mail = seen(stage.anna)
    assert mail.title == "BM-2026-0001"
    assert "Verstuurd wo 14 jan, 13.00 · naar 1 ontvanger binnen 300 m" in mail.text()
    assert "De voordeur is opengebroken. Er zijn sieraden weg." in mail.text()
    assert [block for block in mail.view.blocks if block["type"] == "image"]


def test_who_did_not_get_it_in_numbers(stage: Stage) -> None:
    stage.lives("Noor")
    stage.lives("Omar")
    alert = stage.approved()
    assert "Wie kreeg hem niet?" not in alert.buttons
    for happened in (
        stage.events.events_for(stage.mail_to("noor@example.nl"), "bounce"),
        stage.events.events_for(stage.mail_to("omar@example.nl"), "delivered"),
    ):
        stage.events.post(stage.url("/mail/events"), happened)
    stage.later(seconds=3)
    assert "1 van 2 aangekomen" in alert.plain()
    assert "⚠️ 1 teruggekomen" in alert.plain()
    stage.presses(stage.bram, alert, "Wie kreeg hem niet?")
    told = seen(stage.bram).text()
    assert "1 teruggekomen" in told
    assert "noor" not in told.lower()


class TestHeld:
    @pytest.fixture
    def overrides(self) -> dict[str, object]:
        return {"send_hold_seconds": 30}

    def test_who_approved_it_stops_it_from_wherever_they_are(self, stage: Stage, request_message: Message) -> None:
        stage.presses(stage.bram, request_message, SEND)
        [whisper] = stage.bram.ephemerals(stage.intake)
        assert whisper.plain().startswith("*BM-2026-0001 wordt om 13.00.3")
        assert whisper.buttons == ["Stop"]
        assert len(stage.anna.ephemerals(stage.intake)) == 1  # where it stands, and no Stop
        stage.presses(stage.bram, whisper, "Stop")
        assert "Wacht op goedkeuring" in request_message.plain()
        assert whisper.deleted
        stage.later(minutes=5)
        assert not stage.sendgrid.sent

    def test_too_late_it_goes_with_the_press(self, stage: Stage, request_message: Message) -> None:
        stage.presses(stage.bram, request_message, SEND)
        [whisper] = stage.bram.ephemerals(stage.intake)
        stage.later(seconds=31)
        stage.presses(stage.bram, whisper, "Stop")
        assert whisper.deleted
        assert stage.ephemeral(stage.bram, stage.intake) == "De mail wordt al verstuurd."
        assert len(stage.sendgrid.sent) == 1


def opened(stage: Stage) -> Modal:
    """What Anna sees who asks for the form; what she had before her is closed."""
    if stage.anna.modal:
        stage.anna.modal.close()
    stage.anna.command("/burgernetmail", "", stage.intake)
    return stage.slack.wait_for(lambda: stage.anna.modal)


def test_what_was_typed_survives_closing_and_is_gone_once_it_is_filed(stage: Stage) -> None:
    stage.lives("Noor")
    form = opened(stage)
    form.close()
    assert opened(stage).title == "Burgernetmail aanvragen"
    assert DRAFT not in seen(stage.anna).labels  # nothing was typed

    seen(stage.anna).fill({**FORM, "Postcode": "x"}).close()
    stage.program.listeners.wait_until_idle()
    choice = opened(stage)
    assert choice.labels == [DRAFT]
    assert "Ja, verder met Kattenbroekstraat, wo 14 jan" in choice.text()
    assert choice.submit().acked
    form = seen(stage.anna)
    assert (form.values["Postcode"], form.values["Wat is er gebeurd?"]) == ("x", FORM["Wat is er gebeurd?"])
    assert form.submit().errors  # refused, and kept all the same
    form.fill({"Postcode": "3823 AB"})
    assert not form.submit().errors
    seen(stage.anna).close()
    seen(stage.anna).close()

    opened(stage).fill({DRAFT: "Nee, een nieuwe aanvraag"}).submit()
    assert not seen(stage.anna).values["Straat"]
    seen(stage.anna).close()
    stage.restart()
    assert not opened(stage).submit().errors
    assert not seen(stage.anna).submit().errors
    assert seen(stage.anna).submit().closed
    stage.settle()
    assert "BM-2026-0001" in stage.alert_message().plain()
    assert not stage.rows("SELECT * FROM typed_requests")
    assert DRAFT not in opened(stage).labels


def test_a_draft_is_one_s_own_and_lasts_a_day(stage: Stage) -> None:
    opened(stage).fill({"Straat": "Kattenbroekstraat"}).close()
    stage.program.listeners.wait_until_idle()
    stage.bram.command("/burgernetmail", "", stage.intake)
    assert DRAFT not in stage.slack.wait_for(lambda: stage.bram.modal).labels
    stage.wait(timedelta(hours=23))
    stage.program.workflow.drafting.forget_old()
    assert DRAFT in opened(stage).labels
    stage.wait(timedelta(hours=2))
    assert DRAFT not in opened(stage).labels
    stage.program.workflow.drafting.forget_old()
    assert not stage.rows("SELECT * FROM typed_requests")


def test_the_last_day_follows_the_first(stage: Stage) -> None:
    stage.lives("Noor")
    preview = stage.previews(stage.anna, Begindatum="2026-01-13", Einddatum=None)
    assert "Op dinsdag 13 januari, tussen 9.00 en 11.30 uur" in preview.text()


def test_amending_shows_the_texts_with_the_reason_on_top_and_the_rest_behind_a_tick(
    stage: Stage, request_message: Message
) -> None:
    stage.presses(stage.bram, request_message, "Aanpassen")
    assert seen(stage.bram).title == "Aanpassen"
    assert "Voegt u weinig toe (hoogstens 30 woorden)?" in seen(stage.bram).text()
    seen(stage.bram).close()
    stage.presses(stage.bram, request_message, "Terugsturen")
    assert "Anna Bakker krijgt BM-2026-0001 terug, met uw reden bovenaan." in seen(stage.bram).text()
    assert seen(stage.bram).fill({"Wat moet er anders?": "Welke deur?"}).submit().closed
    stage.settle()
    assert request_message.controls[0].element["style"] == "primary"
    stage.presses(stage.anna, request_message, "Aanpassen")
    form = seen(stage.anna)
    assert form.text().splitlines()[1] == "*Bram Visser vraagt:* Welke deur?"
    texts = ["Wat is er gebeurd?", "Signalement of voertuig", "Wat willen wij weten?"]
    assert form.labels == [*texts, "Ook iets anders wijzigen?"]
    form.fill({"Wat is er gebeurd?": "De achterdeur."})
    whole = whole_form(stage.anna)
    assert (whole.title, whole.text().splitlines()[1]) == ("Aanpassen", "*Bram Visser vraagt:* Welke deur?")
    assert whole.values["Wat is er gebeurd?"] == "De achterdeur."
    assert not whole.fill({"Straal": "500 m"}).submit().errors
    assert seen(stage.anna).title == "Controleren"
    assert seen(stage.anna).view.content["submit"]["text"] == "Indienen"
    assert seen(stage.anna).submit().closed
    stage.settle()
    assert "1 ontvanger binnen 500 m" in request_message.plain()


def test_only_words_change_and_the_place_is_not_looked_up_anew(stage: Stage, request_message: Message) -> None:
    [before] = stage.rows("SELECT x, y, window_start FROM alerts")
    stage.geocoder.slow_by = 10
    amends(stage, stage.anna, request_message, **{"Wat is er gebeurd?": "De achterdeur."})
    assert "De achterdeur." in request_message.plain()
    assert "bij benadering" not in request_message.plain()
    [after] = stage.rows("SELECT x, y, window_start FROM alerts")
    assert tuple(after) == tuple(before)
    errors = previewed(stage, stage.anna, request_message)
    assert errors.view.content["submit"]["text"] == "Opslaan"


def test_withdrawing_asks_first(stage: Stage, request_message: Message) -> None:
    stage.presses(stage.anna, request_message, "Intrekken")
    assert "De aanvraag vervalt. U kunt dit niet terugdraaien." in seen(stage.anna).text()
    seen(stage.anna).close()
    stage.settle()
    assert "Wacht op goedkeuring" in request_message.plain()
