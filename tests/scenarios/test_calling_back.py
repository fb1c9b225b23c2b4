"""A citizen is called back: somebody promises it, is reminded once, and says that it was done."""

import re

import pytest

from tests.desk_steps import seen
from tests.doubles.slack import Message
from tests.looks import looks
from tests.scenarios.steps.desk import home
from tests.stage import Stage

PROMISE = {"Telefoonnummer": "06 87654321", "Dag": "2026-01-15", "Tijd": "14.30"}


@pytest.fixture
def reply(stage: Stage) -> Message:
    """What Noor wrote on the page, with a number."""
    stage.lives("Noor")
    stage.approved()
    link = min(re.findall(r"https://\S+/reageren/\S+", stage.mail_to("noor@example.nl").text), key=len)
    stage.sends_form(link, what="Ik zag een bus.", phone="06 12345678")
    stage.settle()
    return stage.reply_message()


def calls(reply: Message) -> list[Message]:
    return [note for note in reply.thread if "terug te bellen" in note.plain()]


def test_it_is_promised_reminded_of_once_and_done(stage: Stage, reply: Message) -> None:
    assert ":telephone_receiver: Wil gebeld worden" in reply.plain()
    stage.presses(stage.carla, reply, "Terugbellen")
    form = seen(stage.carla)
    assert form.values["Telefoonnummer"] == "06 12345678"
    [look] = stage.audited("saw_contact_data")
    assert (look.who, "callback" in str(look.details)) == (stage.carla.id, True)
    errors = form.fill({"Telefoonnummer": " ", "Dag": "2026-01-14", "Tijd": "12:00"}).submit().errors
    assert errors["Telefoonnummer"] == "Vul het telefoonnummer in."
    assert errors["Tijd"] == "Kies een moment dat nog komt."
    assert form.fill({**PROMISE, "Tijd": "half drie"}).submit().errors["Tijd"].startswith("Vul een tijd in zoals")
    assert form.fill(PROMISE).submit().closed
    stage.slack.redeliver(stage.slack.deliveries[-1])
    stage.settle()
    assert "Terugbellen: do 15 jan, 14.30 (Carla Mulder)" in reply.plain()
    assert "Voor u\nBM-2026-0001 · Kattenbroekstraat · reactie 1 · bellen do 15 jan, 14.30" in home(stage, stage.carla)
    shown = str(reply.blocks) + "".join(note.plain() for note in reply.thread)
    assert not [number for number in ("12345678", "87654321") if number in shown]
    assert len(stage.rows("SELECT id FROM callbacks")) == 1
    assert "Terugbellen" not in reply.buttons

    stage.later(hours=25)
    assert not calls(reply)
    stage.later(hours=1)
    stage.restart()
    stage.later(hours=1)
    [reminder] = calls(reply)
    assert set(reminder.mentions) == {f"@{stage.carla.id}"}
    assert "het is tijd om deze burger terug te bellen" in reminder.plain()
    assert reminder.buttons == ["Gebeld"]
    stage.presses(stage.carla, reminder, "Gebeld")
    assert seen(stage.carla).callback_id == "called_form"
    seen(stage.carla).close()

    data = looks(stage, stage.carla, reply, "Toon gegevens")
    assert "06 87654321 / 06 12345678" in data.text()
    data.close()

    stage.presses(stage.carla, reply, "Gebeld")
    assert seen(stage.carla).fill({"Wat is er besproken?": "Niet bereikt."}).submit().closed
    stage.slack.redeliver(stage.slack.deliveries[-1])
    stage.settle()
    assert "Carla Mulder belde de burger terug.\nNiet bereikt." in reply.thread[-1].plain()
    assert "Gebeld" not in reply.buttons
    assert "Niet relevant" in reply.buttons


def test_a_number_that_is_not_understood_holds_up_no_promise(stage: Stage, reply: Message) -> None:
    stage.presses(stage.carla, reply, "Terugbellen")
    assert seen(stage.carla).fill({**PROMISE, "Telefoonnummer": "bij de buurman, 12"}).submit().closed
    stage.settle()
    told = looks(stage, stage.carla, reply, "Toon gegevens").text()
    assert "*Telefoonnummer*\nbij de buurman, 12 (nummer niet herkend) / 06 12345678" in told


def test_a_promise_that_is_not_kept_is_not_forgotten(stage: Stage, reply: Message) -> None:
    stage.presses(stage.carla, reply, "Niet relevant")
    stage.writes_answer(stage.carla, reply)
    stage.presses(stage.carla, reply, "Terugbellen")
    assert seen(stage.carla).fill(PROMISE).submit().closed
    stage.settle()
    assert "afgehandeld door" in reply.plain()
    for _ in range(4):
        stage.later(hours=12, minutes=30)
    stage.later(hours=1, minutes=5)  # Friday, 16:05
    assert "het beloofde telefoontje wacht" in "".join(note.plain() for note in reply.thread)
    told = "1 beloofd telefoontje is niet gepleegd."
    assert told in stage.triage.messages[-1].plain()
    stage.later(hours=66)
    assert told in stage.supervision.messages[-1].plain()
    stage.carla.opens_home()
    stage.settle()
    assert stage.carla.home is not None
    assert "BM-2026-0001" in stage.carla.home.text()


def test_the_call_may_be_the_personal_answer(stage: Stage, reply: Message) -> None:
    stage.presses(stage.carla, reply, "Terugbellen")
    assert seen(stage.carla).fill(PROMISE).submit().closed
    stage.settle()
    assert "Carla Mulder heeft deze" in reply.plain()  # who is shown the number handles it
    stage.presses(stage.carla, reply, "Loslaten")
    cees = stage.joins(stage.triage, "cees", "Cees Smit")
    stage.presses(cees, reply, "Gebeld")
    form = seen(cees).fill({"Beantwoord?": ["Dit was het persoonlijke antwoord"]})
    assert form.submit().errors == {"Wat is er besproken?": "Vul dit in."}
    assert form.fill({"Wat is er besproken?": "Bedankt."}).submit().errors == {
        "Wat is er besproken?": "Beoordeel eerst de reactie."
    }
    stage.presses(stage.carla, reply, "Niet relevant")
    assert form.submit().closed
    stage.settle()
    assert "antwoord telefonisch gegeven" in reply.plain()
    assert "afgehandeld door" in reply.plain()
    assert "Terugbellen:" not in reply.plain()
    assert len(stage.mails_to("noor@example.nl")) == 2  # the alert, the acknowledgement
