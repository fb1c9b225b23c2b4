"""Who wrote a reply is seen by who handles it, for a reason; superusers see who looked at what."""

import pytest

from tests.desk_steps import seen
from tests.doubles.files import photo
from tests.doubles.slack import Message, Person
from tests.looks import WHY, looks
from tests.scenarios.steps.alerts import ONLY_RESPONDERS, ONLY_SUPERUSERS, SEND
from tests.scenarios.steps.people import looks_up
from tests.stage import Stage

NO_ACCESS = "U heeft geen toegang. Vraag een superuser om hulp."
CARLA_HAS_IT = "Carla Mulder heeft deze reactie al opgepakt. Overleg met Carla Mulder, of neem de reactie over."


@pytest.fixture
def reply(stage: Stage) -> Message:
    """Noor's answer, with a photo."""
    stage.lives("Noor")
    stage.approved()
    return stage.answers("Noor", "Ik zag een bus.", attachments=[("bus.jpg", photo())])


@pytest.fixture
def cees(stage: Stage) -> Person:
    return stage.joins(stage.triage, "cees", "Cees Jansen")


def oversees(stage: Stage, typed: str, person: Person | None = None) -> str:
    person, channel = (person, stage.triage) if person else (stage.els, stage.supervision)
    person.command("/burgernetmail", f"inzage {typed}".strip(), channel)
    stage.settle()
    return stage.ephemeral(person, channel)


def test_looking_asks_why_and_takes_the_reply(stage: Stage, reply: Message, cees: Person) -> None:
    stage.presses(stage.carla, reply, "Toon gegevens")
    asked = seen(stage.carla)
    assert "U pakt deze reactie hiermee op." in asked.text()
    assert "noor@example.nl" not in asked.text()
    assert not stage.audited("saw_contact_data")
    stage.presses(cees, reply, "Origineel")  # he opens his form before she sends in hers
    missing = asked.fill({WHY: "Anders, namelijk..."}).submit()
    assert missing.errors == {"Namelijk": "Leg uit waarom: ten minste één woord van drie letters."}
    outcome = asked.fill({"Namelijk": "klacht <!here>"}).submit()
    assert not outcome.closed
    stage.settle()
    shown = seen(stage.carla)
    for told in ("Reactie op BM-2026-0001 · Kattenbroekstraat", "noor@example.nl", "3823 AB 7"):
        assert told in shown.text()
    assert "&lt;" not in str(shown.view.content)
    assert "Telefoonnummer" not in shown.text()
    [line] = stage.audited("saw_contact_data")
    assert (line.who, line.subject) == (stage.carla.id, "reply 1")
    assert [row.assignee_name for row in stage.rows("SELECT assignee_name FROM replies")] == ["Carla Mulder"]
    assert reply.thread[-1].plain() == "Carla Mulder bekeek de contactgegevens.\nklacht <!here>"
    assert reply.thread[-1].text == "Carla Mulder bekeek de contactgegevens."  # what a telephone shows
    assert reply.thread[-1].mentions == []
    assert not [message for message in stage.triage.stored if message.only_for]

    late = seen(cees).fill({WHY: "Onderzoek"}).submit()
    assert late.errors == {WHY: CARLA_HAS_IT}
    stage.presses(cees, reply, "Toon gegevens")
    assert "Carla Mulder heeft deze reactie opgepakt" in seen(cees).text()
    assert not stage.audited("saw_original")
    notes = len(reply.thread)
    stage.presses(stage.carla, reply, "Bijlagen")  # a reason counts a quarter of an hour for this reply
    assert "bus.jpg" in seen(stage.carla).text()
    [line] = stage.audited("saw_attachments")
    assert ("other" in str(line.details), "klacht" in str(line.details), "klacht" in str(line.words)) == (
        True,
        False,
        True,
    )
    assert len(reply.thread) == notes
    stage.later(minutes=14)
    stage.presses(stage.carla, reply, "Origineel")
    assert "Ik zag een bus." in seen(stage.carla).text()
    stage.later(minutes=2)  # what was shown without asking gives no new quarter
    stage.presses(stage.carla, reply, "Origineel")
    assert WHY in seen(stage.carla).labels
    assert len(stage.audited("saw_original")) == 1


def test_a_handled_reply_without_an_owner_is_open_to_the_team_and_stays_handled(
    stage: Stage, reply: Message, cees: Person
) -> None:
    stage.presses(stage.carla, reply, "Niet relevant")
    stage.writes_answer(stage.carla, reply)
    stage.rows("UPDATE replies SET assignee_id = NULL, assignee_name = NULL")
    assert "noor@example.nl" in looks(stage, cees, reply, "Toon gegevens").text()
    [row] = stage.rows("SELECT assignee_id, handled_at FROM replies")
    assert (row.assignee_id, bool(row.handled_at)) == (None, True)
    for outsider in (stage.els, stage.anna, stage.daan):
        stage.presses(outsider, reply, "Toon gegevens", force=True)
        assert stage.ephemeral(outsider, stage.triage) == ONLY_RESPONDERS


def test_the_burglary_team_looks_at_its_leads_whoever_has_the_reply(stage: Stage, reply: Message) -> None:
    looks(stage, stage.carla, reply, "Toon gegevens")
    stage.sends_on(stage.carla, reply)
    lead = stage.burglary.messages[-1].thread[-1]
    assert "noor@example.nl" in looks(stage, stage.daan, lead, "Toon gegevens").text()
    assert "bus.jpg" in looks(stage, stage.daan, lead, "Bijlagen").text()
    assert reply.thread[-1].plain() == "Daan de Groot bekeek de contactgegevens.\nonderzoek"
    stage.later(minutes=16)
    stage.presses(stage.daan, lead, "Toon gegevens")
    stage.daan.leaves(stage.burglary)
    stage.daan.joins(stage.triage)  # another team, by another button
    assert seen(stage.daan).fill({WHY: "Onderzoek"}).submit().errors == {WHY: NO_ACCESS}


def test_a_reply_is_called_there_as_its_message_calls_it(stage: Stage, reply: Message) -> None:
    request = stage.asks(stage.anna, **{"BVH-nummer (intern)": "2026-0777"})
    stage.presses(stage.bram, request, SEND)
    second = stage.answers("Noor", "Bel mij.")
    assert second.plain().splitlines()[0].startswith("🟡 *Reactie 1 op BM-2026-0002"), second.plain()
    looks(stage, stage.carla, second, "Toon gegevens", "Terugbellen of antwoorden")
    assert "BM-2026-0002, reactie 1" in oversees(stage, "").splitlines()[1]


def test_superusers_see_who_looked_at_what_and_why(stage: Stage, reply: Message) -> None:
    assert "Niemand heeft iets bekeken." in oversees(stage, "")
    looks(stage, stage.carla, reply, "Toon gegevens", "Terugbellen of antwoorden")
    stage.sends_on(stage.carla, reply)
    lead = stage.burglary.messages[-1].thread[-1]
    stage.later(days=2)
    looks(stage, stage.daan, lead, "Bijlagen")
    told = oversees(stage, "").splitlines()
    assert told[1] == (
        "*vr 16 jan, 13.00* · @Daan de Groot · de bijlagen · BM-2026-0001, reactie 1 · namens het inbrakenteam · "
        "_Onderzoek_"
    )
    assert told[2].startswith("*wo 14 jan, 13.00* · @Carla Mulder · contactgegevens · BM-2026-0001, reactie 1")
    assert "/archives/" in str(stage.els.ephemerals(stage.supervision)[-1].blocks)
    assert len(oversees(stage, "bm-2026-0001").splitlines()) == 3
    assert "Carla" not in oversees(stage, "1")
    assert "Daan" not in oversees(stage, "@carla")
    assert "Daan" not in oversees(stage, f"<@{stage.carla.id}|carla>")
    assert oversees(stage, "@piet") == "Niemand met die naam heeft iets bekeken."
    assert oversees(stage, "BM-2026-0009").startswith("Wij kennen dit kenmerk niet.")
    assert oversees(stage, "", stage.carla) == ONLY_SUPERUSERS


def test_a_participant_who_was_looked_up_stands_among_the_looks(stage: Stage, reply: Message) -> None:
    looks_up(stage, stage.els)
    [_title, line] = oversees(stage, "").splitlines()
    assert line == "*wo 14 jan, 13.00* · @Els van Dijk · opgezocht · deelnemer 1"
    assert oversees(stage, "@els").endswith(line)
    assert line not in oversees(stage, "BM-2026-0001")
