"""A project leader reads the team's figures in a channel of their own: no words, no names, and nothing to change."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from tests.doubles.slack import Channel, Message, Person
from tests.scenarios.steps.desk import home, project_leader, screen
from tests.stage import Stage

WORDS = "Ik zag een grijze bus op de hoek."


@pytest.fixture
def worked(stage: Stage) -> Stage:
    """One mail, one reply that was answered."""
    stage.lives("Noor")
    stage.approved()
    reply = stage.answers("Noor", WORDS)
    stage.presses(stage.carla, reply, "Niet relevant")
    stage.writes_answer(stage.carla, reply)
    return stage


def types(stage: Stage, person: Person, channel: Channel, words: str) -> Message:
    before = len(person.ephemerals(channel))
    person.command("/burgernetmail", words, channel)
    return stage.slack.wait_for(lambda: person.ephemerals(channel)[before:])[-1]


def names_nobody(stage: Stage, told: str) -> bool:
    people = (stage.anna, stage.bram, stage.carla, stage.daan, stage.els)
    return not any(name in told for name in (*(one.name for one in people), "Noor", "noor@", WORDS))


def test_the_command_tells_all_figures_without_names_and_offers_nothing_else(worked: Stage) -> None:
    gea, channel = project_leader(worked)
    short = types(worked, gea, channel, "cijfers")
    assert "1 van 1 (100,0%)" in short.plain()
    assert short.buttons == ["Alle cijfers"]
    worked.presses(gea, short, "Alle cijfers")
    told = worked.ephemeral(gea, channel)
    assert "Vier ogen: *100,0%* (n = 1)" in told
    assert "Wie deed hoeveel" not in told
    assert names_nobody(worked, told)
    assert "van delict tot mail" in types(worked, gea, channel, "cijfers BM-2026-0001").plain()
    menu = types(worked, gea, channel, "")
    assert menu.buttons == ["Cijfers"]
    for word in ("zoek Kattenbroekstraat", "stand", "reacties", "deelnemer noor@example.nl", "toon BM-2026-0001"):
        refused = types(worked, gea, channel, word).plain()
        assert refused.startswith("Alleen "), word
        assert names_nobody(worked, refused)


def test_the_home_shows_the_month(worked: Stage) -> None:
    gea, _channel = project_leader(worked)
    told = home(worked, gea)
    assert "Cijfers van januari 2026" in told
    assert names_nobody(worked, told)
    assert [control.label for control in screen(gea).controls] == ["Cijfers"]


def test_the_monthly_report_stands_in_their_channel_too_with_its_picture(worked: Stage) -> None:
    _gea, channel = project_leader(worked)
    worked.later(days=18, hours=20)  # Monday 2 February, 09.00
    worked.program.workflow.reporting.report_month()
    worked.settle()
    worked.later(minutes=1)
    [posted] = channel.messages
    assert posted.plain().startswith("Cijfers van januari 2026")
    assert [block["type"] for block in posted.blocks].count("image") == 1
    assert names_nobody(worked, posted.plain())
    assert posted.buttons == ["CSV en Excel", "Voor de gemeente"]
    [at_supervision] = [one for one in worked.supervision.messages if "Cijfers van" in one.plain()]
    assert "Wie deed hoeveel" in at_supervision.plain()


def test_its_files_come_in_the_thread_there_once_and_without_names(worked: Stage) -> None:
    gea, channel = project_leader(worked)
    worked.later(days=18, hours=20)
    worked.program.workflow.reporting.report_month()
    worked.settle()
    [posted] = channel.messages
    worked.presses(gea, posted, "CSV en Excel")
    worked.slack.wait_for(lambda: posted.thread)
    [note] = posted.thread
    assert [file["name"] for file in note.files] == [
        f"burgernetmail-2026-01{ending}" for ending in (".xlsx", ".csv", "-alerts.csv")
    ]
    contents = {upload.name: upload.content for upload in worked.slack.world.uploads.values()}
    for ending in (".csv", "-alerts.csv"):
        assert names_nobody(worked, (contents[f"burgernetmail-2026-01{ending}"] or b"").decode("utf-8-sig"))
    sheets = load_workbook(BytesIO(contents["burgernetmail-2026-01.xlsx"] or b"")).worksheets
    assert names_nobody(worked, str([[*sheet.iter_rows(values_only=True)] for sheet in sheets]))
    worked.presses(gea, posted, "CSV en Excel")
    assert worked.ephemeral(gea, channel) == "Dit is al gedaan."
    [at_supervision] = [one for one in worked.supervision.messages if "Cijfers van" in one.plain()]
    assert not at_supervision.thread
    worked.presses(worked.els, at_supervision, "CSV en Excel")
    worked.slack.wait_for(lambda: at_supervision.thread)


def test_without_the_setting_nobody_has_the_role(worked: Stage) -> None:
    worked.anna.command("/burgernetmail", "cijfers", worked.intake)
    told = worked.ephemeral(worked.anna, worked.intake)
    assert "Alleen superusers, in" in told
    assert "projectleider" not in told


def test_who_leaves_the_channel_may_nothing_any_more(worked: Stage) -> None:
    gea, channel = project_leader(worked)
    assert "1 van 1" in types(worked, gea, channel, "cijfers").plain()
    gea.leaves(channel)
    gea.joins(worked.intake)
    refused = types(worked, gea, worked.intake, "cijfers").plain()
    assert "Alleen superusers of de projectleider, in" in refused
