"""Ik heb informatie: a button in the mail for who would rather fill in a form."""

import re

import pytest

from tests.doubles.slack import Message
from tests.stage import Stage


@pytest.fixture
def alert(stage: Stage) -> Message:
    """A mail that Noor got."""
    stage.lives("Noor", metres=120)
    return stage.approved()


def form_link(stage: Stage) -> str:
    [link] = set(re.findall(r"https://\S+/reageren/\S+", stage.mail_to("noor@example.nl").text))
    return str(link)


def test_asks_about_the_street_and_takes_an_answer_into_the_same_pipeline(stage: Stage, alert: Message) -> None:
    link = form_link(stage)
    assert "Wat weet u over de Kattenbroekstraat?" in stage.visits(link).text
    page = stage.sends_form(link, what="Ik zag een grijze bus.", when="Rond tien uur", phone="06 12345678")
    assert page.status_code == 200
    assert "Wij hebben uw informatie ontvangen." in page.text
    stage.settle()

    reply = stage.reply_message()
    for words in ("Ik zag een grijze bus.", "Rond tien uur", "06 12345678", "Kattenbroek, op 120 m"):
        assert words in reply.plain()
    assert "1 reactie" in alert.plain()
    assert [mail.subject for mail in stage.mails_to("noor@example.nl")].count("Wij hebben uw reactie ontvangen") == 1
    stage.presses(stage.carla, reply, "Relevant voor deze zaak")
    stage.writes_answer(stage.carla, reply)
    assert stage.mail_to("noor@example.nl").subject == "Uw informatie helpt ons onderzoek"


def test_a_second_click_counts_once(stage: Stage, alert: Message) -> None:
    for _ in range(2):
        assert stage.sends_form(form_link(stage), what="Ik zag een bus.").status_code == 200
    stage.settle()
    assert len(stage.triage.messages) == 1


def test_tells_beside_the_field_what_is_wrong_and_keeps_the_rest(stage: Stage, alert: Message) -> None:
    page = stage.sends_form(form_link(stage), what="  ", phone="12", where="Bij de <brug>")
    assert page.status_code == 422
    assert "Vertel kort wat u zag of hoorde." in page.text
    assert "Dit telefoonnummer klopt niet. Voorbeeld: 06 12345678." in page.text
    assert "Bij de &lt;brug&gt;" in page.text
    stage.settle()
    assert not stage.triage.messages


def test_a_forged_link_leads_nowhere(stage: Stage, alert: Message) -> None:
    forged = form_link(stage)[:-2] + "aa"
    assert stage.visits(forged).status_code == 404
    assert stage.sends_form(forged, what="x").status_code == 404


def test_closed_alerts_still_take_an_answer_marked_late(stage: Stage, alert: Message) -> None:
    link = form_link(stage)
    stage.presses(stage.bram, alert, "Afsluiten")
    stage.sends_form(link, what="Ik zag iets.")
    stage.settle()
    assert "De alertering was al afgesloten toen dit binnenkwam" in stage.reply_message().plain()
