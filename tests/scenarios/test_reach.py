"""Where participants are missing: told to superusers and intake, and on a request how many households it reaches."""

import pytest

from bot.workflow.participants.recruiting import HouseholdReport
from tests.doubles.slack import Channel, Person
from tests.scenarios.steps.registers import addresses, households
from tests.stage import Stage, X, Y


def previewed(stage: Stage) -> str:
    """What Anna reads before she files it; she closes it again."""
    preview = stage.previews(stage.anna)
    text = preview.text()
    preview.close()
    return text


def reach(stage: Stage, person: Person, channel: Channel) -> str:
    """What somebody is told who asks."""
    before = len(person.ephemerals(channel))
    person.command("/burgernetmail", "bereik", channel)
    return stage.slack.wait_for(lambda: person.ephemerals(channel)[before:])[-1].plain()


def test_a_superuser_sees_where_participants_are_missing(stage: Stage) -> None:
    assert "Er is nog geen bestand met huishoudens." in reach(stage, stage.els, stage.supervision)

    stage.crowd(10)
    for name in ("Noor", "Omar"):
        stage.lives(name, neighbourhood="ZIELHORST")
    stage.lives("Puck", neighbourhood="Hoogland")
    stage.rows("UPDATE participants SET status = 'left' WHERE email = 'omar@example.nl'")
    assert households(stage, "Kattenbroek;52", "Zielhorst;1.200", "De *Hoef*;0").new == 3
    for person, channel in ((stage.els, stage.supervision), (stage.anna, stage.intake)):
        told = reach(stage, person, channel).replace("*", "").replace("\u200b", "")
        assert "de norm is 10" in told
        assert "1 wijk zit onder de norm." in told
        assert "Er zijn nog 119 deelnemers nodig." in told
        rows = [line.split() for line in told.splitlines() if line.startswith(("Ziel", "Katt", "De Hoef"))]
        assert rows == [
            ["Zielhorst", "1", "1.200", "0,1", "119"],
            ["Kattenbroek", "10", "52", "19,2", "-"],
            ["De", "Hoef", "0", "0", "-", "-"],
        ]
        assert "1 deelnemer woont in een wijk die niet in het bestand met huishoudens staat: Hoogland" in told


def test_a_long_table_turns_its_pages(stage: Stage) -> None:
    households(stage, *(f"Wijk {'<!here>' * 4} {number};{number}" for number in range(42)))
    told = reach(stage, stage.els, stage.supervision)
    assert "1 tot en met 30 van 42" in told
    assert sum(line.startswith("Wijk <!here>") or line.startswith("Wijk &lt;") for line in told.splitlines()) == 30
    stage.els.presses(stage.els.ephemerals(stage.supervision)[-1], "Volgende")
    stage.settle()
    [page] = stage.els.ephemerals(stage.supervision)
    assert "31 tot en met 42 van 42" in page.plain()
    assert page.buttons == ["Vorige", "Delen in bm-regie"]


def test_a_superuser_shares_the_table_with_its_picture_once_a_day(stage: Stage) -> None:
    stage.crowd(10)
    households(stage, "Kattenbroek;520", "Zielhorst;1.200")
    reach(stage, stage.anna, stage.intake)
    assert "Delen in bm-regie" not in stage.anna.ephemerals(stage.intake)[-1].buttons
    reach(stage, stage.els, stage.supervision)
    table = stage.els.ephemerals(stage.supervision)[-1]
    stage.presses(stage.els, table, "Delen in bm-regie")
    assert stage.ephemeral(stage.els, stage.supervision) == "De tabel en het plaatje komen zo in bm-regie."
    stage.presses(stage.els, table, "Delen in bm-regie")
    assert stage.ephemeral(stage.els, stage.supervision) == "Dit is al gedaan."
    [posted] = stage.supervision.messages
    assert "gedeeld door Els van Dijk" in posted.plain()
    assert "Er zijn nog 162 deelnemers nodig." in posted.plain()
    [picture] = [block for block in posted.blocks if block["type"] == "image"]
    assert "Zielhorst: 0,0; Kattenbroek: 1,9" in picture["alt_text"]
    [upload] = [upload for upload in stage.slack.world.uploads.values() if upload.name == "burgernetmail-bereik.png"]
    assert (upload.content or b"").startswith(b"\x89PNG")
    assert len(stage.audited("shared_reach")) == 1
    stage.later(days=1)
    stage.presses(stage.els, table, "Delen in bm-regie")
    assert len(stage.supervision.messages) == 2
    stage.presses(stage.anna, table, "Delen in bm-regie", force=True)
    assert len(stage.supervision.messages) == 2


@pytest.mark.parametrize(("who", "where"), [("carla", "triage"), ("daan", "burglary")])
def test_others_are_told_that_it_is_not_theirs(stage: Stage, who: str, where: str) -> None:
    person = getattr(stage, who)
    told = reach(stage, person, getattr(stage, where))
    assert told.startswith("Alleen superusers of service en intake, in #bm-regie of #bm-aanvragen.")


def test_a_request_tells_how_many_households_it_reaches(stage: Stage) -> None:
    stage.crowd(12)
    assert "huishoudens" not in previewed(stage)
    stage.lives("Ver", metres=5000)
    households(stage, "KATTENBROEK;433")
    assert "Naar schatting wonen er 400 huishoudens." in previewed(stage)


def test_a_file_replaces_what_was_there_unless_a_line_of_it_is_wrong(stage: Stage) -> None:
    assert households(stage, "A;1", "B;2") == HouseholdReport(new=2)
    assert households(stage, "A;1", "b;3", "B;4", ";5", "C;x") == HouseholdReport(changed=1, unchanged=1, refused=3)
    assert [tuple(row) for row in stage.rows("SELECT neighbourhood, number FROM households ORDER BY 2")] == [
        ("A", 1),
        ("b", 3),
    ]
    assert households(stage, "A;1") == HouseholdReport(unchanged=1)
    assert households(stage) == HouseholdReport()
    assert len(stage.rows("SELECT * FROM households")) == 1
    assert len(stage.audited("imported")) == 4


def test_with_an_address_register_a_request_tells_exactly_how_many_homes_it_reaches(stage: Stage) -> None:
    for name, number in (("Noor", "1"), ("Omar", "3 a"), ("Puck", "5")):
        stage.lives(name, house_number=number)
    households(stage, "KATTENBROEK;433")
    row = "Kattenbroekerstraat,{},{},3823 AB,Amersfoort,{},{},woonfunctie"
    near = [row.format(*door, X + 20, Y) for door in ((1, ""), (3, "a"), (3, "b"), (5, "a"), (5, "b"), (7, ""))]
    addresses(stage, *near, row.format(9, "", X + 5_000, Y))
    told = "Er staan 6 woningen; in 3 daarvan doet iemand mee (50,0%), 1 op huisnummer."
    text = previewed(stage)
    assert told in text
    assert "huishoudens" not in text
    assert told in stage.asks().plain()
