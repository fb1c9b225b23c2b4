"""What the mails brought: leads, endings, images, neighbours and the day monitor, each as a query by hand tells it."""

from datetime import timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook
from PIL import Image

from bot.domain.day_monitor.dividing import SkipReason
from bot.domain.participants.people import Colleague, Role
from tests.desk_steps import seen
from tests.doubles.slack import Message
from tests.doubles.slack.records import Upload
from tests.incidents import monitor
from tests.scenarios.steps.brought import ByHand, by_hand, differing, exported
from tests.scenarios.steps.desk import asked
from tests.scenarios.steps.reply_page import PHOTO
from tests.stage import Stage
from tests.surveys import fills_in, links, sent_survey

ANNA = Colleague("UANNA", "Anna Bakker", frozenset({Role.INTAKE}))
JANUARY = ("2025-12-31 23:00:00", "2026-01-31 23:00:00")


def link_of(stage: Stage, email: str) -> str:
    """The shortest link to the reply page in the first mail to this address."""
    words = stage.mails_to(email)[0].text.split()
    return min((word for word in words if "/reageren/" in word), key=len)


@pytest.fixture
def january(stage: Stage) -> Stage:
    """Three incidents, two mails, three replies of which two became leads, a film in time, one who saw nothing."""
    for number, name in enumerate(("Noor", "Piet", "Wim", "Puck")):
        stage.lives(name, house_number=str(7 + number // 2))
    _, old, family, _ = monitor(stage.database_url, "2026-001234", "2026-8", "2026-9", "2026-10")
    skip = stage.program.workflow.dividing.skip
    skip([old], SkipReason.TOO_OLD, "", ANNA)
    skip([family], SkipReason.OTHER, "De familie wil het niet.", ANNA)
    first = stage.approved()
    noor = stage.answers("Noor", "Mijn deurbel heeft hem gefilmd.")
    piet = stage.answers("Piet", "Ik zag een grijze bus.")
    stage.sends_form(link_of(stage, "wim@example.nl"), action="nothing_seen")
    stage.later(minutes=30)
    handles(stage, noor, "Gouden tip")
    stage.later(days=1, hours=3)
    handles(stage, piet, "Uitgesloten")
    stage.sends_form(link_of(stage, "noor@example.nl"), ("deurbel.jpg", PHOTO), what="Hierbij.")
    stage.settle()
    stage.closes(stage.bram, first, "Verdachte aangehouden")
    again = stage.asks(stage.anna, **{"BVH-nummer (intern)": "2026-55"})
    stage.presses(stage.bram, again, "Goedkeuren en versturen")
    stage.answers("Noor", "Er is niets te zien.")
    stage.later(days=3)
    return stage


def handles(stage: Stage, reply: Message, result: str) -> None:
    """Ten minutes at the desk, and what became of it at the burglary team."""
    stage.presses(stage.carla, reply, "Ik pak dit op")
    stage.sends_on(stage.carla, reply)
    stage.later(minutes=10)
    stage.writes_answer(stage.carla, reply)
    stage.presses(stage.carla, reply, "Staat in BVH")
    assert seen(stage.carla).fill({"BVH-nummer": "2026-77"}).submit().closed
    stage.settle()
    stage.judges(stage.daan, stage.burglary.messages[-1].thread[-1], result)


def uploaded(stage: Stage, ending: str) -> bytes:
    """A file of the figures, as it was put into the thread in bm-regie."""
    stage.presses(stage.els, asked(stage), "CSV en Excel")
    stage.slack.wait_for(lambda: any(upload.name.endswith("-alerts.csv") for upload in uploads(stage)))
    found = next(upload for upload in uploads(stage) if upload.name == f"burgernetmail-2026-01{ending}")
    assert found.content
    return found.content


def uploads(stage: Stage) -> list[Upload]:
    return [*stage.slack.world.uploads.values()]


def test_all_of_it_is_told_and_equals_a_query_by_hand(january: Stage) -> None:
    stage = january
    stage.presses(stage.els, asked(stage), "Alle cijfers")
    shown = stage.ephemeral(stage.els, stage.supervision)
    for line in (
        "Tips met een uitslag: *100,0%* (n = 2)",
        "Tip: gouden tip: *50,0%* (n = 2)",
        "Tip: uitgesloten: *50,0%* (n = 2)",
        "Alerteringen met een bruikbare tip: *50,0%* (n = 2)",
        "Afgesloten alerteringen: *50,0%* (n = 2)",
        "Afloop: verdachte aangehouden: *100,0%* (n = 1)",
        "Zaken waarvoor een mail is verstuurd: *25,0%* (n = 4)",
        "Dezelfde dag verstuurd: *100,0%* (n = 1)",
        "Zaken zonder mail, met een reden: *50,0%* (n = 4)",
        "Geen mail: te oud: *50,0%* (n = 2)",
        "Geen mail: een andere reden: *50,0%* (n = 2)",
        "Reacties met beelden: *50,0%* (n = 4)",
        "Beelden op tijd binnen: *100,0%* (n = 2)",
        "Bereikte deelnemers: *4* (n = 4)",
        "Bereikte woningen: *2* (n = 4)",
        "Kregen meer dan één mail: *100,0%* (n = 4)",
        "Lieten weten dat zij niets zagen: *12,5%* (n = 8)",
        "Tijd voor een reactie, mediaan: *10,0 minuten* (n = 2)",
        "Collega's die aanvroegen: *1* (n = 2)",
        "Antwoord binnen 24 uur: *25,0%* (n = 4)",
    ):
        assert line in shown, shown
    for nothing in ("bruikbaar: *0", "Afloop: niet", "solved", "Eens:"):
        assert nothing not in shown
    told = exported(uploaded(stage, ".csv"), "2026-01")
    counted = by_hand(ByHand(stage, *JANUARY))
    assert not differing(told, counted)
    assert told["lead_golden_tip"].value
    book = load_workbook(BytesIO(uploaded(stage, ".xlsx")))
    assert ("Tip: gouden tip", 50) in [(row[0].value, row[1].value) for row in book["Cijfers"].rows]


def test_a_picture_shows_how_far_it_came(january: Stage) -> None:
    january.presses(january.els, asked(january), "Delen in bm-regie")
    [posted] = january.supervision.messages[-1:]
    [shown] = [block for block in posted.blocks if block["type"] == "image"]
    brought = "alerteringen: 2; met een reactie: 2; met een bruikbare tip: 1; verdachte aangehouden: 1"
    assert brought in shown["alt_text"]
    [drawn] = [upload.content for upload in uploads(january) if upload.name == "burgernetmail-2026-01.png"]
    assert drawn
    assert Image.open(BytesIO(drawn)).size == (900, 1500)


def test_statements_are_told_by_survey_and_together_where_nobody_is_recognised(stage: Stage) -> None:
    sent_survey(stage)
    people = links(stage).values()
    for link, opinion in zip(people, ("agree", "strongly_agree", "neutral", "agree", "disagree"), strict=False):
        fills_in(stage, link, clear=opinion, attentive="no_opinion", involved="no_opinion")
    stage.wait(timedelta(days=22))
    stage.presses(stage.els, asked(stage, "2026-01"), "Alle cijfers")
    shown = stage.ephemeral(stage.els, stage.supervision)
    assert "Eens: De mails zijn duidelijk: *60,0%* (n = 5)" in shown
    assert "let ik" not in shown, "nobody has an opinion"
