"""A citizen phones: what they say is written down, triaged like any other reply, and answered by phone."""

import pytest

from tests.desk_steps import seen
from tests.doubles.citizen import out_of_office
from tests.doubles.slack import Message
from tests.looks import looks
from tests.scenarios.steps.phone import TOLD, called, form
from tests.stage import Stage


@pytest.fixture
def alert(stage: Stage) -> Message:
    """A mail that went out."""
    stage.lives("Noor")
    return stage.approved()


def test_a_call_is_triaged_like_any_other_reply_and_answered_by_phone(stage: Stage, alert: Message) -> None:
    reply = called(stage)
    for words in ("Reactie 1 op BM-2026-0001 · Kattenbroekstraat", "Telefonisch: G•••", "Er reed een grijze bus weg."):
        assert words in reply.plain()
    assert "Niet relevant" in reply.buttons
    assert "1 reactie" in alert.plain()
    for hidden in ("Gijs", "Faber", "12345678"):
        assert hidden not in reply.plain()
    assert "Carla Mulder noteerde dit telefoontje." in reply.thread[-1].plain()

    told = looks(stage, stage.carla, reply, "Toon gegevens").text()
    assert "*Telefoonnummer*\n06 12345678\n*Naam van de beller*\nGijs Faber" in told
    assert "Deelnemer" not in told
    assert looks(stage, stage.carla, reply, "Origineel").title == "Telefoonnotitie"
    stage.presses(stage.carla, reply, "Relevant voor deze zaak")
    stage.sends_on(stage.carla, reply)
    stage.presses(stage.carla, reply, "Beantwoorden")
    assert "Er is geen e-mailadres." in seen(stage.carla).text()
    assert seen(stage.carla).fill({"Wat heeft u gezegd?": "Dank, u hoort van ons."}).submit().closed
    stage.settle()
    assert "antwoord telefonisch gegeven" in reply.plain()
    assert "nog te doen: BVH" in reply.plain()
    assert "Dank, u hoort van ons." in reply.thread[-1].plain()
    assert [mail.to for mail in stage.sendgrid.sent] == ["noor@example.nl"]
    assert "Er reed een grijze bus weg." in stage.burglary.messages[0].thread[-1].plain()


def test_service_en_intake_writes_one_down_at_the_alert_itself(stage: Stage, alert: Message) -> None:
    stage.presses(stage.anna, alert, "Telefoontje noteren")
    modal = seen(stage.anna)
    assert modal.fill({"Wat vertelde de beller?": "Ik hoorde glas."}).submit().closed
    stage.settle()
    assert "Ik hoorde glas." in stage.reply_message().plain()


def test_what_is_wrong_is_told_at_its_field_and_the_rest_stays(stage: Stage, alert: Message) -> None:
    modal = form(stage, stage.carla, "Telefoon bm-2026-0009")
    outcome = modal.fill({**TOLD, "Wat vertelde de beller?": " ", "Telefoonnummer": "112"}).submit()
    assert sorted(outcome.errors.values()) == [
        "Vul dit in.",
        "Wij kennen dit kenmerk niet. Voorbeeld: BM-2026-0042.",
    ]
    right = {**TOLD, "Kenmerk": " bm-2026-0001", "Telefoonnummer": ""}
    assert modal.fill(right).submit().closed
    stage.settle()
    assert len(stage.triage.messages) == 1


@pytest.mark.parametrize(
    ("typed", "told"),
    [("12 of zo", "12 of zo (nummer niet herkend)"), ("+32 475 12 34 56", "+32 475 12 34 56")],
)
def test_what_is_no_number_is_kept_and_marked(stage: Stage, alert: Message, typed: str, told: str) -> None:
    reply = called(stage, Telefoonnummer=typed)
    assert f"*Telefoonnummer*\n{told}\n" in looks(stage, stage.carla, reply, "Toon gegevens").text()


def test_a_form_that_slack_delivers_twice_counts_once(stage: Stage, alert: Message) -> None:
    called(stage)
    stage.slack.redeliver([one for one in stage.slack.deliveries if one.kind == "interactive"][-1])
    stage.settle()
    assert len(stage.triage.messages) == 1


def test_nobody_else_may(stage: Stage, alert: Message) -> None:
    vera = stage.joins(stage.intake, "vera", "Vera Vreemd", is_restricted=True)
    vera.command("/burgernetmail", "telefoon", stage.intake)
    assert stage.ephemeral(vera, stage.intake) == "U heeft geen toegang. Vraag een superuser om hulp."
    stage.daan.command("/burgernetmail", "telefoon", stage.burglary)
    assert "Alleen service en intake of het wijksecretariaat" in stage.ephemeral(stage.daan, stage.burglary)


def test_a_word_that_we_do_not_know_leads_to_the_ones_that_we_do(stage: Stage) -> None:
    stage.anna.command("/burgernetmail", "<!here> wat", stage.intake)
    [told] = stage.slack.wait_for(lambda: stage.anna.ephemerals(stage.intake))
    assert "Alles wat u kunt doen" in told.plain()
    assert "<!here>" not in told.text


def test_the_home_offers_it_to_who_may(stage: Stage, alert: Message) -> None:
    for person, offered in ((stage.anna, True), (stage.carla, True), (stage.daan, False)):
        person.opens_home()
        stage.settle()
        assert person.home
        assert ("Telefoontje noteren" in person.home.text()) is offered


def test_what_machines_sent_is_not_counted_in_what_is_told(stage: Stage) -> None:
    stage.lives("Noor")
    stage.approved()
    mail = stage.mail_to("noor@example.nl")
    stage.comes_in(out_of_office(mail), mail.from_, "noor@example.nl")
    assert "Reactie 1 op BM-2026-0001" in called(stage).plain()
    assert "Genoteerd als reactie 1 bij BM-2026-0001" in stage.ephemeral(stage.carla, stage.triage)


@pytest.mark.parametrize(("phone", "doubted"), [("061234", True), ("06 12345678", False), ("", False)])
def test_a_number_that_looks_incomplete_blocks_nothing_and_is_told_at_once(
    stage: Stage, alert: Message, phone: str, doubted: bool
) -> None:
    modal = form(stage, stage.carla, "Telefoon BM-2026-0001")
    assert modal.fill({**TOLD, "Telefoonnummer": phone}).submit().closed
    stage.settle()
    told = stage.ephemeral(stage.carla, stage.triage)
    assert "Genoteerd als reactie 1 bij BM-2026-0001" in told
    assert ("Het telefoonnummer lijkt niet compleet" in told) is doubted
    assert ("Het telefoonnummer lijkt niet compleet" in stage.reply_message().plain()) is doubted
    assert "061234" not in stage.reply_message().plain()
