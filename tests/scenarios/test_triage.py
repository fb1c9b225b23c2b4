"""Carla rates, answers, records and looks; every citizen gets one answer, and it is theirs."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.domain.replies.reply_errors import NotRatedYet
from tests.desk_steps import seen
from tests.doubles.citizen import reply_from
from tests.doubles.slack import Message, Person
from tests.looks import looks
from tests.stage import Stage
from tests.storage.things import CARLA


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


ANSWERS = {
    "Relevant voor deze zaak": (
        "Uw informatie kan helpen bij ons onderzoek naar de inbraak in de Kattenbroekstraat.",
        "inbrakenteam, antwoord, BVH",
    ),
    "Relevant voor andere zaak": (
        "Uw informatie hoort waarschijnlijk niet bij de inbraak in de Kattenbroekstraat.",
        "antwoord, BVH",
    ),
    "Niet relevant": ("Wij verwijderen uw reactie op 28 januari 2026.", "antwoord"),
}


@pytest.mark.parametrize("rating", ANSWERS)
def test_each_rating_has_its_answer_and_says_what_is_left_to_do(stage: Stage, reply: Message, rating: str) -> None:
    words, todo = ANSWERS[rating]
    stage.presses(stage.carla, reply, rating)
    assert f"{rating}* (Carla Mulder, 13.00)" in reply.plain()
    assert f"nog te doen: {todo}\n" in reply.plain()
    stage.presses(stage.carla, reply, "Beantwoorden")
    assert stage.carla.modal is not None
    assert "Ik zag een grijze bus." in stage.carla.modal.text()
    assert words in stage.carla.modal.values["Uw antwoord"]
    assert stage.carla.modal.submit().closed
    stage.settle()
    assert words in stage.mail_to("noor@example.nl").text
    assert "antwoord verstuurd" in reply.plain()
    assert ("afgehandeld door" in reply.plain()) is (rating == "Niet relevant")


def test_a_rating_may_change_until_it_is_answered_and_the_history_keeps_all(
    stage: Stage, reply: Message, cees: Person
) -> None:
    stage.presses(stage.carla, reply, "Niet relevant")
    stage.presses(cees, reply, "Relevant voor deze zaak")
    assert "*Relevant voor deze zaak* (Cees Smit, 13.00)" in reply.plain()
    history = stage.rows("SELECT rating, by_name FROM ratings ORDER BY id")
    assert [tuple(row) for row in history] == [("not_relevant", "Carla Mulder"), ("relevant_here", "Cees Smit")]

    stage.writes_answer(stage.carla, reply)
    assert "Niet relevant" not in reply.buttons
    assert "Beantwoorden" not in reply.buttons


def test_a_rating_after_the_answer_is_refused_with_the_name_of_who_answered(
    stage: Stage, reply: Message, cees: Person
) -> None:
    before = reply.blocks
    stage.presses(stage.carla, reply, "Niet relevant")
    stage.writes_answer(stage.carla, reply)
    assert "afgehandeld door" in reply.plain()
    reply.blocks = before  # Slack still shows the old message
    stage.presses(cees, reply, "Relevant voor deze zaak")
    assert stage.ephemeral(cees, stage.triage) == "Carla Mulder heeft deze burger al antwoord gegeven."
    assert [row.rating for row in stage.rows("SELECT rating FROM replies")] == ["not_relevant"]


def test_the_same_rating_twice_is_nothing_new(stage: Stage, reply: Message, cees: Person) -> None:
    before = reply.blocks
    stage.presses(stage.carla, reply, "Niet relevant")
    stage.slack.redeliver(stage.slack.deliveries[-1])
    stage.settle()
    assert stage.ephemeral(stage.carla, stage.triage) == "Dit is al gedaan."
    reply.blocks = before  # Slack still shows the old message
    stage.presses(cees, reply, "Niet relevant")
    assert stage.ephemeral(cees, stage.triage) == "Carla Mulder heeft deze al opgepakt."
    assert len(stage.rows("SELECT id FROM ratings")) == 1


def test_a_name_that_looks_like_a_call_to_everybody_is_a_name(stage: Stage, reply: Message) -> None:
    name = "<!here> https://evil.example *Cees*"
    before = reply.blocks
    stage.presses(stage.joins(stage.triage, "cees", name), reply, "Niet relevant")
    after, reply.blocks = reply.blocks, before  # Slack still shows the old message
    stage.presses(stage.carla, reply, "Niet relevant")
    reply.blocks = after
    told = stage.carla.ephemerals(stage.triage)[-1]
    assert told.plain() == f"{name} heeft deze al opgepakt."
    assert not [message for message in (told, reply) if message.mentions or message.markup_problems()]


def test_an_answer_needs_a_rating_first(stage: Stage, reply: Message) -> None:
    with pytest.raises(NotRatedYet):
        stage.program.workflow.answering.form(1, CARLA)
    with pytest.raises(NotRatedYet):
        stage.program.workflow.finishing.form(1, CARLA)


def test_the_answer_is_threaded_under_the_citizens_own_mail_and_keeps_its_subject(stage: Stage) -> None:
    stage.lives("Noor")
    stage.approved()
    mail = stage.mail_to("noor@example.nl")
    raw = reply_from(mail, "Ik zag een grijze bus.", client="outlook")
    stage.comes_in(raw, mail.from_, "noor@example.nl")
    headers = dict(line.split(": ", 1) for line in raw.decode().split("\r\n\r\n")[0].split("\r\n") if ": " in line)
    stage.presses(stage.carla, stage.reply_message(), "Niet relevant")
    stage.writes_answer(stage.carla, stage.reply_message(), "Beste Noor,\n\nDank u wel.")

    answer = stage.mail_to("noor@example.nl")
    assert answer.subject.removeprefix("Re: ").endswith("zag of hoorde u iets? [BM-2026-0001]")
    assert answer.headers["In-Reply-To"] == headers["Message-ID"]
    assert answer.headers["References"].split()[-1] == headers["Message-ID"]
    assert mail.message_id in answer.headers["References"]
    assert "Auto-Submitted" not in answer.headers
    assert answer.text.startswith("Beste Noor,\n\nDank u wel.")
    assert "Dank u wel." in answer.html
    assert answer.from_name == "Politie Amersfoort"

    stage.comes_in(reply_from(answer, "Graag gedaan."), answer.from_, "noor@example.nl")
    assert "Graag gedaan." in stage.reply_message().thread[-1].plain()


def test_the_answer_stands_in_the_thread(stage: Stage, reply: Message) -> None:
    stage.presses(stage.carla, reply, "Niet relevant")
    stage.writes_answer(stage.carla, reply, "Dank u wel, Noor.")
    assert "Carla Mulder antwoordde:\nDank u wel, Noor." in reply.thread[-1].plain()


@pytest.mark.parametrize("words", ["   ", "\n"])
def test_an_empty_answer_is_refused_at_its_field(stage: Stage, reply: Message, words: str) -> None:
    stage.presses(stage.carla, reply, "Niet relevant")
    stage.presses(stage.carla, reply, "Beantwoorden")
    assert stage.carla.modal is not None
    assert stage.carla.modal.fill({"Uw antwoord": words}).submit().errors == {"Uw antwoord": "Vul dit in."}


def test_two_answer_at_once_and_the_citizen_gets_one(stage: Stage, reply: Message, cees: Person) -> None:
    stage.presses(stage.carla, reply, "Niet relevant")
    stage.presses(stage.carla, reply, "Beantwoorden")
    stage.presses(cees, reply, "Beantwoorden")
    forms = [person.modal for person in (stage.carla, cees) if person.modal]
    with ThreadPoolExecutor(2) as both:
        first, second = both.map(lambda form: form.submit(), forms)
    stage.settle()
    assert first.closed is not second.closed
    winner = "Carla Mulder" if first.closed else "Cees Smit"
    assert (first.errors or second.errors) == {"Uw antwoord": f"{winner} heeft deze burger al antwoord gegeven."}
    assert len(stage.mails_to("noor@example.nl")) == 3  # the alert, the acknowledgement, one answer


def test_an_answer_written_for_another_rating_is_held_back_with_every_word_kept(
    stage: Stage, reply: Message, cees: Person
) -> None:
    stage.presses(stage.carla, reply, "Relevant voor deze zaak")
    stage.presses(stage.carla, reply, "Beantwoorden")
    form = seen(stage.carla)
    form.fill({"Uw antwoord": "Dank u wel, wij bellen u."})
    stage.presses(cees, reply, "Niet relevant")
    told = "Cees Smit heeft de beoordeling gewijzigd."
    assert form.submit().errors["Uw antwoord"].startswith(told)
    assert form.values["Uw antwoord"] == "Dank u wel, wij bellen u."
    stage.settle()
    assert len(stage.mails_to("noor@example.nl")) == 2  # the alert, the acknowledgement
    stage.writes_answer(stage.carla, reply)
    assert "Wij verwijderen uw reactie" in stage.mail_to("noor@example.nl").text


def test_a_bvh_number_while_the_answer_is_written_is_no_hindrance(stage: Stage, reply: Message, cees: Person) -> None:
    stage.presses(stage.carla, reply, "Relevant voor deze zaak")
    stage.presses(stage.carla, reply, "Beantwoorden")
    stage.presses(cees, reply, "Staat in BVH")
    assert seen(cees).fill({"BVH-nummer": "2026-77"}).submit().closed
    assert seen(stage.carla).submit().closed
    stage.settle()
    assert "nog te doen: inbrakenteam\n" in reply.plain()
    stage.sends_on(stage.carla, reply)
    assert "afgehandeld door" in reply.plain()


def test_the_answer_form_delivered_twice_answers_once(stage: Stage, reply: Message) -> None:
    stage.presses(stage.carla, reply, "Niet relevant")
    stage.writes_answer(stage.carla, reply)
    stage.slack.redeliver(stage.slack.deliveries[-1])
    stage.settle()
    assert len(stage.mails_to("noor@example.nl")) == 3


def test_contact_data_are_for_her_eyes_only_and_the_look_is_logged(stage: Stage, reply: Message) -> None:
    told = looks(stage, stage.carla, reply, "Toon gegevens", "Terugbellen of antwoorden").text()
    for part in ("Noor", "noor@example.nl", "3823 AB 7"):
        assert part in told
    shown = [str(message.blocks) + message.text for message in stage.triage.stored]
    assert not any("noor@example.nl" in words for words in shown)
    [line] = stage.audited("saw_contact_data")
    assert (line.who, line.subject) == (stage.carla.id, "reply 1")
    assert "noor" not in str(line.details)
    assert reply.thread[-1].plain() == "Carla Mulder bekeek de contactgegevens.\nterugbellen of antwoorden"
    assert reply.thread[-1].text == "Carla Mulder bekeek de contactgegevens."


class TestTheBurglaryTeam:
    """One message an alert, a lead in its thread each, and what becomes of it comes back."""

    def test_several_leads_hang_under_one_message_an_alert(self, stage: Stage, reply: Message) -> None:
        stage.lives("Omar")
        stage.lives("Puck")
        stage.approved()
        omar, puck = stage.answers("Omar", "Ik zag een scooter."), stage.answers("Puck", "Ik heb beelden.")
        stage.presses(stage.carla, omar, "Relevant voor deze zaak")
        for message in (reply, omar, puck):
            stage.sends_on(stage.carla, message)

        first, second = stage.burglary.messages
        assert "BM-2026-0001 · Woninginbraak · Kattenbroekstraat" in first.plain()
        assert "1 tip*: *1 ongelezen*" in first.plain()
        assert "BM-2026-0002" in second.plain()
        assert "2 tips*: *2 ongelezen*" in second.plain()
        lead, other = second.thread
        assert "Ik zag een scooter." in lead.plain()
        assert "*Tip 1* · *ongelezen* · wo 14 jan, 13.00\nDoorgezet door Carla Mulder" in lead.plain()
        assert stage.triage.id not in str(lead.blocks)
        assert lead.buttons == ["Gelezen", "Uitslag", "Toon gegevens", "Beelden vragen"]
        assert "*Tip 2*" in other.plain()

    @pytest.mark.parametrize("result", ["In onderzoek", "Bruikbaar", "Uitgesloten", "Niet bruikbaar"])
    def test_its_judgement_comes_back_to_the_reply(self, stage: Stage, reply: Message, result: str) -> None:
        stage.sends_on(stage.carla, reply)
        assert "inbrakenteam: nog niet gelezen" in reply.plain()
        lead = stage.burglary.messages[-1].thread[-1]
        stage.judges(stage.daan, lead, result)
        assert f"inbrakenteam: {result.lower()}" in reply.plain()
        assert reply.thread[-1].plain() == f"Inbrakenteam, Daan de Groot: {result.lower()}."
        told = f"{'' if result == 'In onderzoek' else 'uitslag van Daan de Groot: '}{result.lower()}"
        by = " bij Daan de Groot" if result == "In onderzoek" else ""
        assert f"*{told}{by}* · wo 14 jan, 13.00" in lead.plain()
        assert f"1 {result.lower()} (volgens Daan de Groot)" in stage.burglary.messages[-1].plain()

    def test_it_may_change_its_mind_and_the_record_keeps_both(self, stage: Stage, reply: Message) -> None:
        stage.sends_on(stage.carla, reply)
        lead = stage.burglary.messages[-1].thread[-1]
        stage.judges(stage.daan, lead, "In onderzoek")
        stage.judges(stage.daan, lead, "Bruikbaar")
        assert "inbrakenteam: bruikbaar" in reply.plain()
        assert "1 bruikbaar" in stage.burglary.messages[-1].plain()
        assert len(stage.audited("judged_lead")) == 2

    def test_the_same_judgement_by_two_is_told_to_the_second(self, stage: Stage, reply: Message) -> None:
        fay = stage.joins(stage.burglary, "fay", "Fay Kok")
        stage.sends_on(stage.carla, reply)
        lead = stage.burglary.messages[-1].thread[-1]
        stage.judges(stage.daan, lead, "In onderzoek")
        told = stage.judges(fay, lead, "In onderzoek").errors
        assert [*told.values()] == ["Daan de Groot heeft deze al opgepakt."]

    def test_a_lead_is_sent_on_once(self, stage: Stage, reply: Message, cees: Person) -> None:
        stage.presses(stage.carla, reply, "Relevant voor deze zaak")
        people = [stage.carla, cees]
        with ThreadPoolExecutor(2) as both:
            both_said = list(both.map(lambda person: person.presses(reply, "Naar inbrakenteam"), people))
        stage.settle()
        [parent] = stage.burglary.messages
        assert len(parent.thread) == 1
        assert "Naar inbrakenteam" not in reply.buttons
        [line] = stage.audited("escalated")
        first, second = (stage.carla, cees) if line.who == stage.carla.id else (cees, stage.carla)
        told = both_said[people.index(second)].errors
        assert [*told.values()] == [f"{first.name} heeft deze al opgepakt."]
