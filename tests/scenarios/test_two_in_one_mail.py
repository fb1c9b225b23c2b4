"""Two requests near each other go out as one mail: both keep their names, and four eyes look at all of its words."""

import pytest
from sqlalchemy.exc import DBAPIError

from tests.desk_steps import seen
from tests.doubles.slack import Message, Modal, Person
from tests.scenarios.steps.alerts import BESIDE, SEND, amends, withdraws
from tests.scenarios.steps.areas import chooses, page_of
from tests.scenarios.steps.privacy import handles, holds
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


@pytest.mark.parametrize(
    "moved",
    [
        {"Straat": "Verweg", "Huisnummer (komt niet in de mail)": "1"},
        {"Straal": "100 m"},
    ],
)
def test_what_a_changed_mail_leaves_out_waits_for_itself(stage: Stage, first: Message, moved: dict[str, str]) -> None:
    """Else it would stand as sent, and nobody near it would have been told."""
    second = joined(stage, stage.bram)
    stage.lives("Ver", metres=3010)
    stage.lives("Piet", metres=20)
    stage.geocoder.knows("Verweg", "1", "3823 AB", "Amersfoort", X + 3000, Y)
    amends(stage, stage.anna, first, **moved)
    assert "Wacht op goedkeuring" in second.plain()
    assert "Anna Bakker paste BM-2026-0001 aan, en daar staat dit niet meer in" in second.thread[-1].plain()
    assert "In één mail" not in first.plain()
    stage.presses(stage.joins(stage.intake, "floor", "Floor Smit"), first, SEND)
    assert "Verstuurd" in first.plain()
    assert "Wacht op goedkeuring" in second.plain()
    stage.presses(stage.anna, second, SEND)
    assert "omar@example.nl" in [mail.to for mail in stage.sendgrid.sent]


def test_who_asked_for_what_goes_along_is_told_that_the_mail_changed(stage: Stage, first: Message) -> None:
    second = joined(stage, stage.bram)
    amends(stage, stage.anna, first, **{"Wat is er gebeurd?": "Er is twee keer ingebroken."})
    assert "In een andere mail" in second.plain()
    assert "Anna Bakker paste BM-2026-0001 aan, de mail waarin dit meegaat." in second.thread[-1].plain()


def test_what_was_chosen_on_the_map_meanwhile_is_not_filed_with_a_mail_without_it(stage: Stage, first: Message) -> None:
    preview = stage.previews(stage.bram, **SECOND)
    link = page_of(preview)
    assert not preview.fill(TOGETHER).submit().errors
    chooses(stage, link, kind="circle", radius="1000")
    stage.slack.refused.clear()  # the form stands no more where it was
    assert seen(stage.bram).submit().errors
    stage.settle()
    assert [row.n for row in stage.rows("SELECT count(*) AS n FROM alerts")] == [1]
    assert "Ook dit gebeurde" not in first.plain()


def test_legal_hold_of_one_keeps_the_replies_to_the_mail_of_both(stage: Stage, first: Message) -> None:
    """They were written to one number, and may be about either."""
    joined(stage, stage.bram)
    floor = stage.joins(stage.intake, "floor", "Floor Smit")
    stage.presses(floor, first, SEND)
    reply = stage.answers("Noor", "Ik zag een fiets.")
    handles(stage, reply)
    for said, is_kept in (("Onderzoek loopt", True), ("Zaak is gesloten", False)):
        holds(stage, said, "bm-2026-0002")
        stage.later(days=20, hours=15)
        stage.program.workflow.retaining.run_at_night()
        stage.settle()
        assert ("Ik zag een fiets." in reply.plain()) is is_kept


def test_what_was_sent_back_meanwhile_takes_nothing_more(stage: Stage, first: Message) -> None:
    """It would wait again, and its requester would have mended nothing."""
    preview = joins(stage, stage.bram)
    floor = stage.joins(stage.intake, "floor", "Floor Smit")
    stage.presses(floor, first, "Terugsturen")
    assert seen(floor).fill({"Wat moet er anders?": "Onduidelijk."}).submit().closed
    stage.settle()
    assert preview.submit().errors
    stage.settle()
    assert "Teruggestuurd" in first.plain()
    assert [row.n for row in stage.rows("SELECT count(*) AS n FROM alerts")] == [1]
