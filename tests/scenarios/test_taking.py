"""Who has a reply shows to everybody; nobody works on somebody else's without knowing it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from tests.desk_steps import seen
from tests.doubles.slack import Message, Modal, Person
from tests.stage import Stage

HAS_IT = "Cees Smit heeft deze, 13.00"
ASKED = "Cees Smit heeft deze reactie opgepakt (sinds 13.00)."


@pytest.fixture
def reply(stage: Stage) -> Message:
    """What Noor wrote."""
    stage.lives("Noor")
    stage.approved()
    return stage.answers("Noor", "Ik zag een grijze bus.")


@pytest.fixture
def cees(stage: Stage) -> Person:
    """Carla's colleague."""
    return stage.joins(stage.triage, "cees", "Cees Smit")


@pytest.fixture
def taken(stage: Stage, reply: Message, cees: Person) -> Message:
    """Cees has it."""
    stage.presses(cees, reply, "Ik pak dit op")
    return reply


def asked(stage: Stage, label: str, reply: Message) -> Modal:
    """What Carla is asked when she presses this."""
    stage.presses(stage.carla, reply, label)
    question = seen(stage.carla)
    assert question.title == "Toch doorgaan?"
    return question


def test_of_two_at_once_one_gets_it_and_only_they_let_it_go(stage: Stage, reply: Message, cees: Person) -> None:
    with ThreadPoolExecutor(2) as both:
        list(both.map(lambda person: person.presses(reply, "Ik pak dit op"), [stage.carla, cees]))
    stage.settle()
    [line] = stage.audited("took")
    first, second = (stage.carla, cees) if line.who == stage.carla.id else (cees, stage.carla)
    assert stage.ephemeral(second, stage.triage) == f"{first.name} heeft deze al opgepakt."
    assert f"{first.name} heeft deze, 13.00" in reply.plain()
    assert "Ik pak dit op" not in reply.buttons

    stage.presses(second, reply, "Loslaten")
    assert stage.ephemeral(second, stage.triage) == f"{first.name} heeft deze al opgepakt."
    stage.presses(first, reply, "Loslaten")
    stage.slack.redeliver(stage.slack.deliveries[-1])
    stage.settle()
    assert stage.ephemeral(first, stage.triage) == "Dit is al gedaan."
    assert "Opgepakt" not in reply.plain()
    stage.presses(second, reply, "Ik pak dit op")
    assert f"{second.name} heeft deze" in reply.plain()


def test_what_is_handled_keeps_the_name_and_is_nobodys(stage: Stage, taken: Message, cees: Person) -> None:
    before = taken.blocks
    assert "*1 reactie, 1 open*" in stage.alert_message().plain()
    stage.presses(cees, taken, "Niet relevant")
    stage.writes_answer(cees, taken)
    assert "afgehandeld door" in taken.plain()
    assert "1 open" not in stage.alert_message().plain()  # the alert counts what is open
    assert "afgehandeld door Cees Smit" in taken.plain()
    assert "Loslaten" not in taken.buttons
    taken.blocks = before  # Slack still shows the old message
    for person in (cees, stage.carla):
        stage.presses(person, taken, "Loslaten")
        assert stage.ephemeral(person, stage.triage) == "Deze reactie is al afgehandeld."
    stage.later(hours=3)
    assert not stage.audited("gave_back")


def test_a_colleague_is_asked_first_and_what_they_pressed_is_done(stage: Stage, taken: Message, cees: Person) -> None:
    question = asked(stage, "Niet relevant", taken)
    assert ASKED in question.text()
    assert "Dan staat de reactie op uw naam." in question.text()
    assert not stage.audited("rated")
    question.close()
    assert HAS_IT in taken.plain()

    question = asked(stage, "Niet relevant", taken)
    assert question.submit().closed
    stage.slack.redeliver(stage.slack.deliveries[-1])
    stage.settle()
    assert "*Niet relevant* (Carla Mulder, 13.00)" in taken.plain()
    assert "Carla Mulder heeft deze" in taken.plain()
    notes = [note.plain() for note in taken.thread]
    assert notes == ["Carla Mulder nam deze reactie over van Cees Smit."]
    assert [(line.who, line.subject) for line in stage.audited("took_over")] == [(stage.carla.id, "reply 1")]
    assert len(stage.audited("rated")) == 1


def test_a_form_comes_in_the_place_of_the_question(stage: Stage, taken: Message, cees: Person) -> None:
    stage.presses(cees, taken, "Relevant voor deze zaak")
    assert not asked(stage, "Beantwoorden", taken).submit().closed
    assert seen(stage.carla).title == "Beantwoorden"
    assert seen(stage.carla).submit().closed
    stage.presses(cees, taken, "Staat in BVH")
    assert "Carla Mulder heeft deze reactie opgepakt" in seen(cees).text()
    assert not stage.audited("saw_contact_data")
    assert not seen(cees).submit().closed
    assert seen(cees).fill({"BVH-nummer": "2026-77"}).submit().closed
    stage.settle()
    assert asked(stage, "Niet doorzetten", taken).submit().closed
    stage.settle()
    assert "niet doorgezet (Carla Mulder)" in taken.plain()
    assert "afgehandeld door" in taken.plain()


def test_another_who_took_it_since_is_asked_about_anew(stage: Stage, taken: Message, cees: Person) -> None:
    dirk = stage.joins(stage.triage, "dirk", "Dirk Pol")
    stage.presses(cees, taken, "Relevant voor deze zaak")
    stage.presses(dirk, taken, "Naar inbrakenteam")
    asked(stage, "Naar inbrakenteam", taken)
    assert seen(dirk).submit().closed
    stage.settle()
    assert not seen(stage.carla).submit().closed
    assert "Dirk Pol heeft deze reactie opgepakt" in seen(stage.carla).text()
    outcome = seen(stage.carla).submit()  # and what he has done meanwhile is told in the question's place
    assert not outcome.closed
    assert "Dirk Pol heeft deze al opgepakt." in seen(stage.carla).text()
    stage.settle()
    assert len(stage.burglary.messages[-1].thread) == 1


def test_taken_while_the_answer_is_written_and_nothing_typed_is_lost(
    stage: Stage, reply: Message, cees: Person
) -> None:
    stage.presses(stage.carla, reply, "Niet relevant")
    stage.presses(stage.carla, reply, "Beantwoorden")
    form = seen(stage.carla).fill({"Uw antwoord": "Dank u wel, Noor."})
    stage.presses(cees, reply, "Ik pak dit op")
    assert not form.submit().closed
    question = seen(stage.carla)
    assert "Wat u typte blijft staan" in question.text()
    assert question.submit().closed
    assert seen(stage.carla).values["Uw antwoord"] == "Dank u wel, Noor."
    assert seen(stage.carla).submit().closed
    stage.settle()
    assert stage.mail_to("noor@example.nl").text.startswith("Dank u wel, Noor.")
    assert len(stage.mails_to("noor@example.nl")) == 3  # the alert, the acknowledgement, one answer


def test_taken_and_left_it_goes_back_into_the_box(stage: Stage, taken: Message, cees: Person) -> None:
    stage.later(minutes=119)
    assert HAS_IT in taken.plain()
    stage.presses(cees, taken, "Niet relevant")
    stage.later(minutes=119)
    assert "Cees Smit heeft deze, 14.59" in taken.plain()
    stage.wait(timedelta(minutes=121))
    with ThreadPoolExecutor(2) as copies:
        given = list(copies.map(lambda copy: stage.program.workflow.taking.give_back_idle(), range(2)))
    stage.settle()
    assert sum(given) == 1
    assert "Opgepakt" not in taken.plain()
    told = "Cees Smit had deze reactie opgepakt, maar deed er niets meer mee. De reactie is weer vrij."
    assert [note.plain() for note in taken.thread].count(told) == 1  # among reminders
    stage.presses(stage.carla, taken, "Ik pak dit op")
    assert "Carla Mulder heeft deze" in taken.plain()
