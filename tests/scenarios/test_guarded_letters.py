"""Answers, questions and the team's own texts are guarded like a mail to a street."""

from typing import Any

import pytest

from tests.desk_steps import seen
from tests.doubles.slack import Message, Modal, Person
from tests.scenarios.guarded import REASON, details, keeps, offered
from tests.stage import Stage

NOT = "Niet relevant"
ANSWER = "Uw antwoord"
TEXT = "Beste mevrouw Smit, dank u wel. Dhr. Jansen zag die Poolse man ook. De deur was geforceerd. Groet, Carla Mulder"


@pytest.fixture
def reply(stage: Stage) -> Message:
    """A rated reply that waits for its answer."""
    stage.lives("Noor")
    stage.approved()
    message = stage.answers("Noor", "Ik zag een bus.")
    stage.presses(stage.carla, message, NOT)
    return message


def opens(stage: Stage, person: Person, message: Message, button: str, **fields: Any) -> Modal:
    stage.presses(person, message, button)
    return seen(person).fill(fields)


def sent(stage: Stage) -> str:
    stage.settle()
    return stage.mail_to("noor@example.nl").text


def test_what_was_found_in_an_answer_goes_and_the_answer_is_read_again(stage: Stage, reply: Message) -> None:
    form = opens(stage, stage.carla, reply, "Beantwoorden", **{ANSWER: TEXT})
    assert not form.submit().errors
    form = seen(stage.carla)
    assert len(offered(form)) == 3  # neither the citizen's own name nor the writer's
    assert "*3 stukjes van de tekst passen wij aan.* Met Verder ziet u de tekst zoals die dan wordt." in form.text()
    assert form.values[ANSWER] == TEXT
    assert "Ik zag een bus." in form.text()
    assert not keeps(form).errors
    assert not stage.audited("answered")
    form = seen(stage.carla)
    assert not offered(form)
    assert "Jansen" not in form.values[ANSWER]
    assert form.view.content["submit"]["text"] == "Versturen"
    assert form.submit().closed
    text = sent(stage)
    assert "Beste mevrouw Smit" in text
    assert "opengebroken" in text
    assert "Carla Mulder" in text
    assert "Poolse" not in text
    assert "kept" not in details(stage, "answered")


def test_somebody_else_may_be_called_as_the_writer_is(stage: Stage, reply: Message) -> None:
    form = opens(
        stage, stage.carla, reply, "Beantwoorden", **{ANSWER: "Dank u wel. Mulder is de dader. Groet, Carla Mulder"}
    )
    assert not form.submit().errors
    [found] = offered(seen(stage.carla))
    assert "Mulder" in found
    assert not keeps(seen(stage.carla)).errors
    assert seen(stage.carla).values[ANSWER] == "Dank u wel. Iemand is de dader. Groet, Carla Mulder"


def test_what_stays_in_an_answer_needs_a_reason_that_is_recorded(stage: Stage, reply: Message) -> None:
    opens(stage, stage.carla, reply, "Beantwoorden", **{ANSWER: TEXT}).submit()
    assert keeps(seen(stage.carla), "Poolse").errors == {
        REASON: "Leg uit waarom: ten minste één woord van drie letters."
    }
    assert not keeps(seen(stage.carla), "Poolse", "geforceerd", reason="Zij vroeg ernaar.").errors
    form = seen(stage.carla)
    assert "Blijft staan: „Poolse” (afkomst), „geforceerd” (politietaal)." in form.text()
    assert form.values[REASON] == "Zij vroeg ernaar."
    assert form.submit().closed
    text = sent(stage)
    assert "die Poolse man" in text
    assert "geforceerd" in text
    assert "Jansen" not in text
    told = details(stage, "answered")
    assert (sorted(told["kept"]), told["reason"]) == (["jargon", "origin"], "Zij vroeg ernaar.")
    assert "Poolse" not in str(told)


def test_what_is_typed_on_the_way_is_guarded_too(stage: Stage, reply: Message) -> None:
    opens(stage, stage.carla, reply, "Beantwoorden", **{ANSWER: TEXT}).submit()
    keeps(seen(stage.carla), "Poolse", reason="Zij vroeg ernaar.")
    form = seen(stage.carla)
    form.fill({ANSWER: form.values[ANSWER] + ". Bel 06-12345678."}).submit()
    form = seen(stage.carla)
    assert len(offered(form)) == 1
    assert "Blijft staan: „Poolse” (afkomst)." in form.text()
    keeps(form)
    assert seen(stage.carla).submit().closed
    text = sent(stage)
    assert "06-12345678" not in text
    assert "Poolse" in text


def test_a_text_without_findings_is_sent_in_one_step(stage: Stage, reply: Message) -> None:
    words = (
        "Dag Noor, bel 0900-8844 of kijk op https://burgernetmail.example.nl/privacy. Wij mailen u op noor@example.nl."
    )
    assert opens(stage, stage.carla, reply, "Beantwoorden", **{ANSWER: words}).submit().closed
    assert "0900-8844" in sent(stage)


def test_an_answer_that_is_sent_twice_is_one_mail(stage: Stage, reply: Message) -> None:
    opens(stage, stage.carla, reply, "Beantwoorden", **{ANSWER: TEXT}).submit()
    keeps(seen(stage.carla))
    assert seen(stage.carla).submit().closed
    stage.slack.redeliver(stage.slack.deliveries[-1])
    sent(stage)
    assert len(stage.audited("answered")) == 1


def test_what_was_said_by_phone_is_no_mail(stage: Stage, reply: Message) -> None:
    stage.rows("UPDATE replies SET from_address = ''")
    form = opens(stage, stage.carla, reply, "Beantwoorden", **{"Wat heeft u gezegd?": TEXT})
    assert form.submit().closed


def test_a_question_is_guarded(stage: Stage, reply: Message) -> None:
    form = opens(stage, stage.carla, reply, "Vraag stellen", **{"Uw vraag": "Was het dhr. Jansen, die Poolse man?"})
    assert not form.submit().errors
    assert not keeps(seen(stage.carla), "Poolse", reason="Daar gaat het om.").errors
    assert seen(stage.carla).submit().closed
    text = sent(stage)
    assert "Jansen" not in text
    assert "Poolse man?" in text
    assert details(stage, "asked_citizen")["kept"] == ["origin"]


def test_several_answers_at_once_are_guarded_with_their_placeholders_and_ticks(stage: Stage) -> None:
    for name in ("Noor", "Omar", "Piet"):
        stage.lives(name)
    stage.approved()
    for name in ("Noor", "Omar", "Piet"):
        stage.presses(stage.carla, stage.answers(name, f"Ik ben {name}."), NOT)
    stage.carla.command("/burgernetmail", "beantwoorden", stage.triage)
    stage.slack.wait_for(lambda: stage.carla.modal).submit()
    form = seen(stage.carla)
    [boxes] = [block for block in form.view.blocks if block.get("block_id") == "chosen_0"]
    two = [choice["value"] for choice in boxes["element"]["options"]][:2]
    words = "Over {zaak} in {straat} 14: dhr. Jansen dankt u. Tot {wisdatum}."
    assert not form.fill({"chosen_0": two, ANSWER: words}).submit().errors
    form = seen(stage.carla)
    assert len(offered(form)) >= 1
    assert not keeps(form).errors
    form = seen(stage.carla)
    assert "{zaak}" in form.values[ANSWER]
    assert "{straat}" in form.values[ANSWER]
    assert "{wisdatum}" in form.values[ANSWER]
    assert "Jansen" not in form.values[ANSWER]
    assert "14" not in form.values[ANSWER]
    assert not form.submit().errors
    stage.settle()
    assert "2 burgers" in seen(stage.carla).text()
    assert "Over de inbraak in de Kattenbroekstraat" in stage.mail_to("noor@example.nl").text
    assert "Over de inbraak" not in stage.mail_to("piet@example.nl").text


def edits(stage: Stage, text: str) -> Modal:
    stage.els.command("/burgernetmail", "antwoorden", stage.supervision)
    stage.slack.wait_for(lambda: stage.els.modal).fill({"Welke tekst?": NOT, "Delict": "Alle delicten"}).submit()
    return seen(stage.els).fill({"Tekst": text})


def test_the_teams_own_text_is_guarded_and_keeps_its_placeholders(stage: Stage) -> None:
    assert (
        not edits(stage, "Dank over {zaak} in {straat}. Vraag naar dhr. Jansen, of bel 0900-8844 of 112.")
        .submit()
        .errors
    )
    form = seen(stage.els)
    assert len(offered(form)) == 1
    keeps(form)
    form = seen(stage.els)
    assert form.view.content["submit"]["text"] == "Opslaan"
    assert form.submit().closed
    [kept] = stage.rows("SELECT text FROM answer_templates")
    assert "Dank over {zaak} in {straat}." in kept.text
    assert "0900-8844 of 112" in kept.text
    assert "Jansen" not in kept.text
    assert edits(stage, "Dank over {zaak} in {straat}. {rechercheurs} Tot {wisdatum} in {plaats}.").submit().closed


def test_a_text_of_the_team_that_stays_as_it_is_has_a_reason(stage: Stage) -> None:
    edits(stage, "Vraag naar dhr. Jansen.").submit()
    keeps(seen(stage.els), "Jansen", reason="Hij is onze woordvoerder.")
    assert seen(stage.els).submit().closed
    told = details(stage, "changed_answer_text")
    assert (told["kept"], told["reason"]) == (["name"], "Hij is onze woordvoerder.")


def test_a_text_that_becomes_too_long_is_told_at_its_field(stage: Stage, reply: Message) -> None:
    words = ("Het is geforceerd. " * 157).strip()
    assert not opens(stage, stage.carla, reply, "Beantwoorden", **{ANSWER: words}).submit().errors
    [(field, error)] = keeps(seen(stage.carla)).errors.items()
    assert field == ANSWER
    assert error.startswith("De tekst wordt dan te lang: ")


def test_an_answer_full_of_findings_fits_in_slack(stage: Stage, reply: Message) -> None:
    words = " ".join(f"Bel 06-{number}." for number in range(10000000, 10000200))
    assert not opens(stage, stage.carla, reply, "Beantwoorden", **{ANSWER: words[:3000]}).submit().errors
    for _ in range(3):
        assert not keeps(seen(stage.carla)).errors
        if not offered(seen(stage.carla)):
            break
    assert "06-100000" not in seen(stage.carla).values[ANSWER]
