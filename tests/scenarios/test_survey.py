"""Asking the citizens what they think: with four eyes, a random sample, once a year a person at most."""

from datetime import timedelta

import pytest
from sqlalchemy.exc import DatabaseError

from tests.desk_steps import seen
from tests.doubles.slack import Message
from tests.stage import Stage
from tests.surveys import SEND, asks_survey, links, opens_survey, second_superuser, sent_survey, told

PEOPLE = "Hoeveel mensen?"


@pytest.fixture
def neighbours(stage: Stage) -> Stage:
    """Twelve people who got an alert."""
    stage.crowd(12)
    stage.approved()
    return stage


def test_a_colleague_approves_and_a_random_sample_gets_the_mail(neighbours: Stage) -> None:
    stage, femke = neighbours, second_superuser(neighbours)
    form = opens_survey(stage, stage.els)
    assert "12 mensen kregen het afgelopen halfjaar een mail" in form.text()
    assert form.values[PEOPLE] == "12"
    assert form.fill({PEOPLE: "10", "Opmerking voor uw collega": "Zie *jaarplan*"}).submit().errors == {}
    preview = seen(stage.els)
    assert "*10 mensen* krijgen deze mail." in preview.text()
    assert "Door loting gekozen uit 12 mensen." in preview.text()
    assert "Wat vindt u van de mails van de politie?" in preview.text()
    assert preview.submit().closed
    stage.settle()
    message = stage.supervision.messages[-1]
    assert "Enquête ENQ-1" in message.plain()
    [remark] = [block["text"]["text"] for block in message.blocks if "jaarplan" in str(block)]
    assert remark == "*Opmerking*\nZie \u200b*jaarplan\u200b*"
    assert "10 van 12, door loting" in message.plain()
    assert not links(stage)
    assert message.buttons == [SEND, "Terugsturen", "Bekijk mail", "Intrekken"]
    assert "Wat vindt u van de mails van de politie?" not in message.plain()
    stage.presses(stage.els, message, "Bekijk mail")
    assert "Wat vindt u van de mails van de politie?" in seen(stage.els).text()
    seen(stage.els).close()

    stage.presses(stage.els, message, SEND)
    assert stage.ephemeral(stage.els, stage.supervision) == (
        "U vroeg deze mail zelf aan. Een collega moet hem versturen."
    )
    stage.presses(femke, message, SEND)
    assert len(links(stage)) == len(set(links(stage).values())) == 10
    assert "goedgekeurd door Femke Smit" in message.plain()
    assert "10 van 10" in message.plain()
    assert "Femke Smit keurde de mail goed." in message.thread[0].plain()
    stage.settle()
    assert len([mail for mail in stage.sendgrid.sent if "/enquete/" in mail.text]) == 10
    mail = stage.mail_to(next(iter(links(stage))))
    assert "List-Unsubscribe" in mail.headers
    assert "Wij bewaren niet wie welk antwoord gaf." in mail.text
    assert [row.who for row in stage.audited("asked_for_survey")] == [stage.els.id]


def test_nobody_who_left_or_was_asked_this_year_is_asked(neighbours: Stage) -> None:
    stage, femke = neighbours, second_superuser(neighbours)
    stage.rows("UPDATE participants SET status = 'left' WHERE email IN ('buur0@example.nl', 'buur1@example.nl')")
    stage.lives("Zonder")  # signed up after the alert: got none
    stage.presses(femke, asks_survey(stage, stage.els, **{PEOPLE: "10"}), SEND)
    first = set(links(stage))
    assert first == {f"buur{number}@example.nl" for number in range(2, 12)}
    assert "minder dan 5 van de 10 ontvangers" in told(stage, stage.els).plain()

    stage.later(days=30)
    button = told(stage, stage.els)
    stage.presses(stage.els, button, "Nieuwe enquête")
    outcome = stage.slack.wait_for(lambda: stage.els.modal).fill({PEOPLE: "10"}).submit()
    assert "maar 0 mensen" in outcome.errors["Mail gekregen sinds"]


def test_what_is_wrong_stands_at_its_field_and_nothing_typed_is_lost(neighbours: Stage) -> None:
    form = opens_survey(neighbours, neighbours.els)
    wrong = {PEOPLE: "4", "Mail gekregen sinds": "2026-02-01", "Laatste dag om in te vullen": "2026-01-15"}
    outcome = form.fill({**wrong, "Opmerking voor uw collega": "Dank"}).submit()
    assert outcome.errors == {
        PEOPLE: "Vul een getal in van 5 tot en met 2.000.",
        "Mail gekregen sinds": "Dit moment ligt in de toekomst.",
        "Laatste dag om in te vullen": "Kies een dag van 2026-01-17 tot en met 2026-04-14.",
    }
    assert form.values["Opmerking voor uw collega"] == "Dank"
    neighbours.anna.command("/burgernetmail", "enquete", neighbours.intake)
    assert "Alleen superusers" in neighbours.ephemeral(neighbours.anna, neighbours.intake)


def test_it_can_go_back_be_withdrawn_and_be_stopped(neighbours: Stage) -> None:
    stage, femke = neighbours, second_superuser(neighbours)
    message = asks_survey(stage, stage.els)
    assert "wacht op goedkeuring" in told(stage, femke).plain()
    stage.presses(femke, message, "Intrekken")
    assert "Alleen Els van Dijk" in stage.ephemeral(femke, stage.supervision)
    stage.presses(femke, message, "Terugsturen")
    assert seen(femke).fill({"Waarom?": "Te vroeg."}).submit().closed
    stage.settle()
    assert "Femke Smit: Te vroeg." in message.plain()
    assert "Els van Dijk" in message.thread[-1].plain()
    assert message.buttons == ["Bekijk mail"]

    again = asks_survey(stage, stage.els)
    stage.presses(stage.els, again, "Intrekken")
    assert "Wacht op goedkeuring" in again.plain(), "it asks first"
    assert seen(stage.els).submit().closed
    stage.settle()
    assert "Ingetrokken" in again.plain()

    stage.overrides["send_hold_seconds"] = 60
    stage.overrides["reach_confirm_above"] = 5
    stage.restart()
    third = asks_survey(stage, stage.els)
    stage.presses(femke, third, SEND)
    form = seen(femke)
    assert form.fill({"Aantal ontvangers": "11"}).submit().errors
    assert form.fill({"Aantal ontvangers": "12"}).submit().closed
    stage.settle()
    stage.presses(stage.els, third, "Stop")
    assert "Wacht op goedkeuring" in third.plain()
    stage.later(minutes=5)
    assert not links(stage)
    assert not stage.rows("SELECT 1 FROM mailings WHERE survey_id IS NOT NULL")


def test_twice_pressed_twice_filed_is_once(neighbours: Stage) -> None:
    stage, femke = neighbours, second_superuser(neighbours)
    greta = stage.joins(stage.supervision, "greta", "Greta Vos")
    mine, theirs = opens_survey(stage, stage.els), opens_survey(stage, femke)
    assert not mine.submit().errors
    assert not theirs.submit().errors
    assert seen(stage.els).submit().closed
    assert not seen(femke).submit().closed
    assert "Er is al een enquête: ENQ-1." in seen(femke).text()
    stage.settle()
    [message] = [one for one in stage.supervision.messages if "ENQ-1" in one.plain()]
    stage.sendgrid.drop_next(stored=True)
    femke.presses(message, SEND)
    greta.presses(message, SEND)
    stage.settle()
    assert "Femke Smit heeft deze al" in stage.ephemeral(greta, stage.supervision)
    stage.later(minutes=10)
    unknown = stage.supervision.messages[-1]
    assert "ENQ-1: wij weten niet of een deel van de mail is verstuurd" in unknown.plain()
    assert "12 onbekend" in message.plain()
    mails = [mail for mail in stage.sendgrid.sent if "/enquete/" in mail.text]
    events = [event for mail in mails for event in stage.events.events_for(mail, "delivered")]
    stage.events.post(stage.url("/mail/events"), events)
    stage.later(seconds=3)
    assert "12 van 12" in message.plain()
    assert "afgehandeld door" in unknown.plain() or "verstuurd" in unknown.plain()
    assert len(mails) == 12


def test_the_database_itself_wants_two_people(stage: Stage) -> None:
    sent_survey(stage)
    with pytest.raises(DatabaseError, match="stays as it was"):
        stage.rows("UPDATE surveys SET approver_id = requester_id")
    with pytest.raises(DatabaseError, match="asked_only_when_approved"):
        stage.rows("UPDATE surveys SET approver_id = NULL")
    stage.rows(
        "INSERT INTO surveys (form_key, status, version, people, since, closes_on, remark, requester_id, "
        "requester_name, requested_at, answered, counts) SELECT 'x', 'requested', 1, 9, since, closes_on, '', "
        "requester_id, '', requested_at, 0, '{}' FROM surveys"
    )
    with pytest.raises(DatabaseError, match="four_eyes_on_a_survey"):
        stage.rows("UPDATE surveys SET approver_id = requester_id WHERE id = 2")
    for blank in ("requester_id || ' '", "''"):
        with pytest.raises(DatabaseError, match="people_of_a_survey_have_ids"):
            stage.rows(f"UPDATE surveys SET approver_id = {blank} WHERE id = 2")
    with pytest.raises(DatabaseError, match="nobody approved"):
        stage.rows("INSERT INTO mailings (survey_id, total, planned_at) SELECT 2, 1, planned_at FROM mailings LIMIT 1")
    with pytest.raises(DatabaseError, match="one_topic"):
        stage.rows("UPDATE mailings SET alert_id = NULL WHERE survey_id IS NULL")


def test_in_an_exercise_only_the_list_gets_it_and_who_complains_is_out(stage: Stage) -> None:
    stage.overrides["allowed_recipients"] = ",".join(f"buur{number}@example.nl" for number in range(6))
    stage.restart()
    sent_survey(stage)
    assert set(links(stage)) <= {f"buur{number}@example.nl" for number in range(6)}
    mail = stage.mail_to("buur0@example.nl")
    assert mail.subject.startswith("OEFENING: Wat vindt u")
    stage.events.post(stage.url("/mail/events"), stage.events.events_for(mail, "delivered", "spamreport"))
    stage.settle()
    [row] = stage.rows("SELECT status, left_reason FROM participants WHERE email = 'buur0@example.nl'")
    assert tuple(row) == ("left", "spamreport")


def due(stage: Stage) -> list[Message]:
    return [one for one in stage.supervision.messages if "Het is tijd om burgers te vragen" in one.plain()]


def test_once_half_a_year_the_superusers_are_reminded_and_nobody_is_asked(neighbours: Stage) -> None:
    stage = neighbours
    keep_up = stage.program.workflow.tallying.keep_up
    keep_up()
    stage.later(days=181)
    keep_up()
    stage.settle()
    assert not due(stage)
    for _ in range(3):
        stage.later(days=1)
        keep_up()
        keep_up()
        stage.settle()
    [reminder] = due(stage)
    stage.later(days=10)
    keep_up()
    stage.settle()
    assert len(due(stage)) == 1
    assert not links(stage)
    stage.presses(stage.els, reminder, "Enquête aanvragen")
    assert seen(stage.els).title == "Enquête"
    stage.wait(timedelta(days=182))
    stage.overrides["survey_every_days"] = 0
    stage.restart()
    stage.program.workflow.tallying.keep_up()
    stage.settle()
    assert len(due(stage)) == 1
