"""A mail with tips is one like any: its words are looked at by two, held and stopped, answered, and counted apart."""

import pytest
from sqlalchemy.exc import DBAPIError

from tests.desk_steps import seen
from tests.doubles.slack import Message
from tests.scenarios.steps.alerts import SEND, previewed
from tests.scenarios.steps.people import link_in, words
from tests.scenarios.steps.repeats import ASK, THIRD, files, goes_out, it_happens_again, told
from tests.stage import Stage


@pytest.fixture
def again(stage: Stage) -> Message:
    return it_happens_again(stage)


def test_a_reply_is_one_like_any(stage: Stage, again: Message) -> None:
    stage.presses(stage.bram, files(stage, stage.anna, again), SEND)
    reply = stage.answers("Noor", "Ik zag een man met een breekijzer.")
    assert "BM-2026-0002" in reply.plain()
    assert "Een reactie op de preventieve mail" in reply.plain()
    assert "Ik zag een man met een breekijzer." in reply.plain()
    assert "Doe uw deuren" not in reply.plain()
    stage.presses(stage.carla, reply, "Relevant voor deze zaak")
    stage.writes_answer(stage.carla, reply)
    assert "inbraak in de Kattenbroekstraat" in stage.mail_to("noor@example.nl").text


def test_nobody_is_asked_about_one_burglary_who_answers_tips_about_several(stage: Stage, again: Message) -> None:
    stage.presses(stage.bram, files(stage, stage.anna, again), SEND)
    reply = stage.answers("Noor", "Ik heb camerabeelden van gisteren.")
    stage.presses(stage.carla, reply, "Beelden vragen")
    mail = stage.mail_to("noor@example.nl")
    assert "Wilt u uw beelden naar ons sturen?" in mail.subject
    assert "Welke beelden?" not in mail.text
    page = words(stage.visits(link_in(stage, "noor@example.nl", "beelden")))
    assert "Het gaat om de inbraak in de Kattenbroekstraat. Stuur de hele film." in page


def test_four_eyes_and_the_guard_hold_for_its_words(stage: Stage, again: Message) -> None:
    stage.presses(stage.anna, again, ASK)
    form = seen(stage.anna)
    assert not form.fill({"Tips": "Bel Jan de Vries op nummer 12, 06 12345678."}).submit().errors
    assert "06 12345678" in seen(stage.anna).text()
    assert seen(stage.anna).title == "Controleren"
    seen(stage.anna).close()
    assert not seen(stage.anna).fill({"Tips": "Doe uw deur op slot.\n- Ook overdag."}).submit().errors
    assert seen(stage.anna).submit().closed
    stage.settle()
    message = stage.alert_message()

    preview = previewed(stage, stage.bram, message, Tips="Zet nooit uw ladder buiten.")
    assert preview.fill({"Wat wilt u doen?": "Alleen opslaan"}).submit().closed
    stage.settle()
    stage.presses(stage.bram, message, SEND)
    assert stage.ephemeral(stage.bram, stage.intake).startswith("U schreef deze tekst zelf.")
    stage.presses(stage.anna, message, SEND)
    assert stage.ephemeral(stage.anna, stage.intake).startswith("U vroeg deze mail zelf aan.")
    assert not told(stage)
    floor = stage.joins(stage.intake, "floor", "Floor Smit")
    stage.presses(floor, message, SEND)
    assert "Zet nooit uw ladder buiten." in stage.mail_to("noor@example.nl").text
    with pytest.raises(DBAPIError):
        stage.rows("UPDATE alerts SET approver_id = requester_id WHERE kind = 'preventive'")


def test_it_is_held_and_stopped_as_any(stage: Stage, again: Message) -> None:
    stage.overrides["send_hold_seconds"] = 60
    stage.restart()
    message = files(stage, stage.anna, again)
    stage.presses(stage.bram, message, SEND)
    assert "Wordt verstuurd om" in message.plain()
    stage.presses(stage.anna, message, "Stop")
    stage.later(minutes=5)
    assert not told(stage)
    stage.presses(stage.bram, message, SEND)
    stage.later(minutes=5)
    assert told(stage) == ["noor@example.nl", "omar@example.nl"]


def test_the_teams_own_text(stage: Stage, again: Message) -> None:
    stage.els.command("/burgernetmail", "antwoorden", stage.supervision)
    choice = stage.slack.wait_for(lambda: stage.els.modal)
    choice.fill({"Welke tekst?": "Preventieve mail", "Delict": "Woninginbraak"}).submit()
    form = seen(stage.els)
    assert "- Doe uw deuren en ramen op slot" in form.values["Tekst"]
    errors = form.fill({"Tekst": "Dank {voornaam}."}).submit().errors
    assert errors["Tekst"].startswith(
        "Wij kennen {voornaam} niet. U kunt gebruiken: {zaak}, {plek}, {straat}, {plaats}"
    )
    assert form.fill({"Tekst": "Er is ingebroken {plek} in {plaats}.\n- Doe de deur op slot."}).submit().closed
    stage.presses(stage.anna, again, ASK)
    assert "Er is ingebroken in de Kattenbroekstraat in Amersfoort." in seen(stage.anna).values["Tips"]


def test_the_figures_tell_it_apart_and_count_no_reply_to_it_as_an_alerts(stage: Stage, again: Message) -> None:
    stage.presses(stage.bram, files(stage, stage.anna, again), SEND)
    stage.answers("Noor", "Ik zag een man met een breekijzer.")
    report = figures(stage)
    assert "Preventieve mails verstuurd: *1* (n = 1)" in report
    assert "Huishoudens gewaarschuwd binnen 5 dagen na de eerste inbraak: *1* (n = 1)" in report  # one address
    assert "Inbraken binnen 200 m, 14 dagen ervoor: *–* (n = 0)" in report
    assert "jan 2026 2 0 0,0%" in " ".join(report.split())
    assert "Geldige reacties: *0*" in report
    stage.later(days=14)
    goes_out(stage, **THIRD)
    report = figures(stage)
    assert "Inbraken binnen 200 m, 14 dagen ervoor: *3* (n = 1)" in report
    assert "Inbraken binnen 200 m, 14 dagen erna: *0* (n = 1) · Dit zegt niets over de oorzaak." in report


def figures(stage: Stage) -> str:
    stage.els.command("/burgernetmail", "cijfers 2026-01", stage.supervision)
    stage.settle()
    told = stage.els.ephemerals(stage.supervision)[-1]
    stage.presses(stage.els, told, "Alle cijfers")
    return stage.els.ephemerals(stage.supervision)[-1].plain()
