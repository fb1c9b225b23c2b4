"""Two requests near each other go out as one mail: both keep their names, and four eyes look at all of its words."""

import pytest
from sqlalchemy.exc import DBAPIError

from tests.desk_steps import seen
from tests.doubles.slack import Message, Modal, Person
from tests.scenarios.steps.alerts import BESIDE, SEND, amends, withdraws
from tests.scenarios.steps.repeats import SECOND, proposals
from tests.stage import Stage, X, Y

TOGETHER = {"Eén mail?": ["Zet het in de mail van BM-2026-0001, die dichtbij wacht"]}


@pytest.fixture
def first(stage: Stage) -> Message:
    """What Anna asked for waits; Bram is about to ask for another 120 m from it."""
    stage.lives("Noor", metres=-150)
    stage.lives("Omar", metres=400)
    stage.geocoder.knows("Kattenbroekstraat", "40", "3823 AB", "Amersfoort", X + 120, Y)
    return stage.asks(stage.anna)


def joins(stage: Stage, person: Person, **changes: str) -> Modal:
    """The mail of both, before it is filed."""
    preview = stage.previews(person, **SECOND | changes)
    assert not preview.fill(TOGETHER).submit().errors
    return seen(person)


def joined(stage: Stage, person: Person) -> Message:
    assert joins(stage, person).submit().closed
    stage.settle()
    return stage.alert_message()


def test_the_whole_story(stage: Stage, first: Message) -> None:
    preview = joins(stage, stage.bram, **{"Wat is er gebeurd?": "De achterdeur is ingetrapt."})
    mail = preview.text()
    assert "Ook dit gebeurde dichtbij: de inbraak in de Kattenbroekstraat." in mail
    assert mail.index("De voordeur is opengebroken.") < mail.index("De achterdeur is ingetrapt.")
    assert "*2 mensen*" in mail
    assert preview.labels == ["Proefmail"]
    assert preview.submit().closed
    stage.settle()

    second = stage.alert_message()
    assert "BM-2026-0002" in second.plain()
    assert "*In een andere mail* · aangevraagd door Bram Visser" in second.plain()
    assert "in één mail met BM-2026-0001" in second.plain()
    assert second.buttons == ["Bekijk mail"]
    assert "In één mail met BM-2026-0002" in first.plain()
    assert "Zie ook" not in first.plain()
    assert "Bram Visser zette BM-2026-0002 in deze mail." in [note.plain() for note in first.thread]
    assert first.buttons == [SEND, *BESIDE]

    for person in (stage.anna, stage.bram):
        stage.presses(person, first, SEND)
        assert stage.ephemeral(person, stage.intake).startswith("U ")
    assert not stage.sendgrid.sent
    floor = stage.joins(stage.intake, "floor", "Floor Smit")
    stage.presses(floor, first, SEND)
    assert [mail.to for mail in stage.sendgrid.sent] == ["noor@example.nl", "omar@example.nl"]
    assert "De achterdeur is ingetrapt." in stage.mail_to("omar@example.nl").text
    assert "[BM-2026-0001]" in stage.mail_to("omar@example.nl").subject
    assert "goedgekeurd door Floor Smit" in second.plain()
    assert "Is verstuurd in de mail van BM-2026-0001." in second.thread[-1].plain()
    assert len(proposals(stage)) == 1  # a second burglary it is

    reply = stage.answers("Noor", "Ik zag een fiets.")
    assert "BM-2026-0001" in reply.plain()
    assert "Die mail gaat ook over BM-2026-0002" in reply.plain()
    assert "ingetrapt" not in reply.plain()

    stage.presses(stage.anna, second, "Afloop melden")
    assert not seen(stage.anna).submit().errors
    assert "*2 mensen*" in seen(stage.anna).text()  # who got the one mail


def test_who_asked_for_one_of_them_sends_none_of_it_whoever_wrote_it_anew(stage: Stage, first: Message) -> None:
    joined(stage, stage.bram)
    floor = stage.joins(stage.intake, "floor", "Floor Smit")
    amends(stage, floor, first, "Alleen opslaan", **{"Wat is er gebeurd?": "Twee huizen. Zag u een rode auto?"})
    stage.presses(stage.bram, first, SEND)
    assert stage.ephemeral(stage.bram, stage.intake).startswith("U schreef deze tekst zelf.")
    assert not stage.sendgrid.sent
    with pytest.raises(DBAPIError):
        stage.rows(
            "UPDATE alerts SET status = 'sent', approver_id = requester_id, approved_at = requested_at WHERE id = 2"
        )


def test_what_is_stopped_waits_whole_and_what_is_withdrawn_lets_the_other_go(stage: Stage, first: Message) -> None:
    stage.overrides["send_hold_seconds"] = 60
    stage.restart()
    second = joined(stage, stage.bram)
    floor = stage.joins(stage.intake, "floor", "Floor Smit")
    stage.presses(floor, first, SEND)
    stage.presses(stage.anna, first, "Stop")
    assert "In een andere mail" in second.plain()
    withdraws(stage, stage.anna, first)
    assert "Wacht op goedkeuring" in second.plain()
    assert "BM-2026-0001 is ingetrokken." in second.thread[-1].plain()
    stage.presses(stage.anna, second, SEND)
    stage.later(minutes=2)
    assert [mail.to for mail in stage.sendgrid.sent] == ["noor@example.nl", "omar@example.nl"]


def test_it_is_offered_only_where_one_waits_near_it_and_is_another_case(stage: Stage, first: Message) -> None:
    stage.geocoder.knows("Kattenbroekstraat", "60", "3823 AB", "Amersfoort", X + 201, Y)
    for changes in ({"BVH-nummer (intern)": "2026-001234"}, {"Huisnummer (komt niet in de mail)": "60"}):
        preview = stage.previews(stage.bram, **SECOND | changes)
        assert "Eén mail?" not in preview.labels
        preview.close()
        seen(stage.bram).close()
    stage.presses(stage.bram, first, SEND)
    assert "Eén mail?" not in stage.previews(stage.bram, **SECOND).labels


def test_what_went_out_meanwhile_takes_nothing_more(stage: Stage, first: Message) -> None:
    preview = joins(stage, stage.anna)
    stage.presses(stage.bram, first, SEND)
    assert preview.submit().errors
    stage.settle()
    assert [row.n for row in stage.rows("SELECT count(*) AS n FROM alerts")] == [1]
