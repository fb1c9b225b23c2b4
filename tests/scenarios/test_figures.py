"""Figures that can be defended: asked for, shared, as files, and by themselves once a month."""

import csv
from datetime import timedelta
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook
from PIL import Image

from tests.doubles.slack import Message
from tests.scenarios.steps.desk import asked
from tests.stage import Stage


def pressed(stage: Stage, message: Message, label: str) -> str:
    """What Els is told when she presses a button."""
    before = len(stage.els.ephemerals(stage.supervision))
    stage.presses(stage.els, message, label)
    return stage.slack.wait_for(lambda: stage.els.ephemerals(stage.supervision)[before:])[-1].plain()


def files(message: Message) -> list[str]:
    return [file["name"] for note in message.thread for file in note.files]


def content(stage: Stage, name: str) -> bytes:
    found = next(upload for upload in stage.slack.world.uploads.values() if upload.name == name)
    assert found.content
    return found.content


@pytest.fixture
def handled(stage: Stage) -> Message:
    """Two alerts; Noor's reply is answered, Piet's is open, Wim phoned, a machine wrote too."""
    for name in ("Noor", "Piet", "Wim"):
        stage.lives(name)
    stage.approved()
    stage.approved()
    first = stage.answers("Noor", "Ik zag een grijze bus.")
    stage.later(hours=2)
    stage.presses(stage.carla, first, "Niet relevant")
    stage.writes_answer(stage.carla, first)
    stage.answers("Piet", "Ik hoorde glas.")
    return first


def test_a_superuser_asks_for_this_month_and_shares_it(stage: Stage, handled: Message) -> None:
    short = asked(stage)
    assert "*Alerteringen met een reactie*\n1 van 2 (50,0%)" in short.plain()
    assert "*Beantwoord*\n– (n = 0)" in short.plain(), "nothing is due yet"
    assert "Niet beantwoord" not in short.plain()
    assert len(short.blocks[1]["fields"]) == 5
    stage.presses(stage.els, short, "Alle cijfers")
    told = stage.ephemeral(stage.els, stage.supervision)
    assert told.startswith("Cijfers van januari 2026")
    assert "aug 2025         0        0        –" in told
    assert "jan 2026         2        1    50,0%" in told
    assert "totaal           2        1    50,0%" in told
    assert "Geldige reacties: *2* (n = 2) · per mail 2, met het formulier 0, telefonisch 0" in told
    assert "Niet relevant: *100,0%* (n = 1)" in told
    assert "Van inbraak tot mail, mediaan: *1,5 uur* (n = 2)" in told
    assert "Van reactie tot afgehandeld, mediaan: *2,0 uur* (n = 1)" in told
    assert "Dezelfde dag afgehandeld: *–* (n = 0)" in told
    assert "Ontvangst bevestigd: *100,0%* (n = 2)" in told
    assert "Vier ogen: *100,0%* (n = 2)" in told
    assert "Mails: *6* (n = 6)" in told
    assert "Anna Bakker: 2 aanvragen, 0 goedkeuringen" in told

    stage.later(days=2)
    short = asked(stage)
    assert "*Beantwoord*\n50,0% (n = 2)" in short.plain()
    assert "Niet beantwoord: BM-2026-0002 #2" in short.plain()
    stage.presses(stage.els, short, "Alle cijfers")
    assert "Dezelfde dag afgehandeld: *50,0%* (n = 2)" in stage.ephemeral(stage.els, stage.supervision)
    before = len(stage.supervision.messages)
    message = asked(stage)
    assert pressed(stage, message, "Delen in bm-regie") == "De cijfers komen zo in bm-regie."
    assert pressed(stage, message, "Delen in bm-regie") == "Dit is al gedaan."
    [posted] = stage.supervision.messages[before:]
    assert "gedeeld door Els van Dijk" in posted.plain()
    [shown] = [block for block in posted.blocks if block["type"] == "image"]
    assert "jan 2026: 50,0% (n = 2)" in shown["alt_text"]
    picture = Image.open(BytesIO(content(stage, "burgernetmail-2026-01.png")))
    assert picture.size == (900, 1125)
    assert len(stage.audited("shared_figures")) == 1


def test_as_files_in_the_thread_once(stage: Stage, handled: Message) -> None:
    stage.later(days=2)
    assert "in de draad onder de cijfers" in pressed(stage, asked(stage), "CSV en Excel")
    [posted] = stage.supervision.messages
    stage.slack.wait_for(lambda: files(posted))
    assert files(posted) == [f"burgernetmail-2026-01{ending}" for ending in (".xlsx", ".csv", "-alerts.csv")]
    assert pressed(stage, asked(stage), "CSV en Excel") == "Dit is al gedaan."
    assert pressed(stage, posted, "CSV en Excel") == "Dit is al gedaan."
    assert len(posted.thread) == 1

    text = content(stage, "burgernetmail-2026-01.csv").decode("utf-8-sig")
    figures = {(row["period"], row["figure"], row["colleague"]): row for row in csv.DictReader(StringIO(text))}
    assert figures["2026-01", "alert_reply_share", ""]["value"] == "50.0"
    assert figures["2026-01", "answered_exception", ""]["value"] == "BM-2026-0002 #2"
    assert figures["2026-01", "approvals", "Bram Visser"]["value"] == "2"
    assert figures["2025-08/2026-01", "alerts_sent", ""]["value"] == "2"
    text = content(stage, "burgernetmail-2026-01-alerts.csv").decode("utf-8-sig")
    [row, _] = csv.DictReader(StringIO(text))
    assert row["offence_end"] == "2026-01-14T11:30:00+01:00"
    assert float(row["minutes_total"]) == pytest.approx(90, abs=1)
    assert (row["mails"], row["replies"]) == ("3", "0")
    book = load_workbook(BytesIO(content(stage, "burgernetmail-2026-01.xlsx")))
    assert book.sheetnames == ["Maanden", "Cijfers", "Collega's", "Alerteringen", "Uitzonderingen"]
    assert [cell.value for cell in book["Maanden"][7]] == ["jan 2026", 2, 1, 50]


def test_what_is_not_understood_is_told_with_examples(stage: Stage) -> None:
    assert asked(stage, "gisteren").plain().startswith("Deze periode kennen wij niet. Voorbeelden: 2026-01, januari")
    assert asked(stage, "2026-02").plain() == "Deze periode is er nog niet."
    assert asked(stage, "2026-01 2025-01").plain() == "De laatste maand ligt voor de eerste."
    assert asked(stage, "BM-2026-0099").plain().startswith("Wij kennen dit kenmerk niet.")
    assert asked(stage, "2025-12 2026-01").plain().startswith("Cijfers van dec 2025 - jan 2026")


def test_figures_name_colleagues_so_only_superusers_get_them(stage: Stage) -> None:
    stage.anna.command("/burgernetmail", "cijfers", stage.intake)
    assert "Alleen superusers" in stage.ephemeral(stage.anna, stage.intake)


def test_where_the_time_of_one_alert_went(stage: Stage) -> None:
    stage.lives("Noor")
    preview = stage.previews(stage.anna)
    stage.wait(timedelta(minutes=4))
    assert preview.submit().closed
    stage.settle()
    told = asked(stage, "bm-2026-0001").plain()
    assert "in het formulier: *4,0 min.*" in told
    assert "Goedgekeurd: –" in told
    stage.later(hours=26)
    stage.presses(stage.bram, stage.alert_message(), "Goedkeuren en versturen")
    told = asked(stage, "BM-2026-0001").plain()
    assert "tot iemand aan het formulier begon: *1,5 uur*" in told
    assert "wachten op goedkeuring: *26,0 uur*" in told
    assert "van delict tot mail: *27,6 uur*" in told


def test_on_the_first_working_day_the_month_before_is_posted_once(stage: Stage, handled: Message) -> None:
    report_month = stage.program.workflow.reporting.report_month
    report_month()
    stage.later(days=18, hours=17, minutes=50)  # Sunday is the 1st; this is Monday the 2nd, 08:50
    before = len(stage.supervision.messages)
    for _ in range(2):
        report_month()
        stage.later(minutes=5)
    assert len(stage.supervision.messages) == before
    report_month()
    stage.settle()
    stage.restart()
    stage.program.workflow.reporting.report_month()
    stage.later(days=1)
    stage.program.workflow.reporting.report_month()
    stage.settle()
    posted = [message for message in stage.supervision.messages if "Cijfers van" in message.plain()]
    assert len(posted) == 1
    assert posted[0].plain().startswith("Cijfers van januari 2026")
    assert "gedeeld door" not in posted[0].plain()
    assert [block["type"] for block in posted[0].blocks].count("image") == 1


def test_a_picture_that_slack_still_processes_follows(stage: Stage, handled: Message) -> None:
    stage.slack.picture_seconds = 5
    pressed(stage, asked(stage), "Delen in bm-regie")
    [posted] = stage.supervision.messages
    assert all(block["type"] != "image" for block in posted.blocks)
    stage.slack.refused.clear()
    stage.slack.clock.advance(6)
    stage.later(seconds=30)
    assert [block["type"] for block in posted.blocks].count("image") == 1
