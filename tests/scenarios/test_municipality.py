"""The municipality reads a month that is over, by a link that expires and as a PDF: no persons, no small numbers."""

import re

import httpx
import pytest

from tests.doubles.slack import Channel, Message, Person
from tests.scenarios.steps.desk import asked, project_leader
from tests.stage import PLAIN, Stage

WORDS = "Ik zag een grijze bus op de hoek."
BUTTON = "Voor de gemeente"
TOO_FEW = "te weinig om te tonen"


@pytest.fixture
def january(stage: Stage) -> Stage:
    """Six people got a mail; one answered, and it was handled."""
    stage.lives("Noor")
    stage.crowd(5)
    stage.approved()
    reply = stage.answers("Noor", WORDS)
    stage.presses(stage.carla, reply, "Niet relevant")
    stage.writes_answer(stage.carla, reply)
    return stage


@pytest.fixture
def february(january: Stage) -> Stage:
    """The month after it."""
    january.later(days=19)
    return january


def made(stage: Stage, person: Person, channel: Channel, message: Message) -> tuple[str, str]:
    """What somebody is told who presses the button, and the link in it."""
    before = len(person.ephemerals(channel))
    stage.presses(person, message, BUTTON)
    told = stage.slack.wait_for(lambda: person.ephemerals(channel)[before:])[-1]
    [link] = re.findall(r"https://[^|>\s]+/gemeente/[^|>\s]+", str(told.blocks))
    return told.plain(), link


def rows(page: httpx.Response) -> dict[str, str]:
    return dict(re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", page.text))


def test_a_superuser_makes_a_link_that_shows_no_person_and_no_small_number(february: Stage) -> None:
    stage = february
    told, link = made(stage, stage.els, stage.supervision, asked(stage, "januari"))
    assert "Hij werkt tot en met" in told
    page = stage.visits(link)
    assert page.status_code == 200
    assert "<h1>Burgernetmail in januari 2026</h1>" in page.text
    shown = rows(page)
    assert shown["Mails"] == shown["Bereikte deelnemers"] == "6"
    assert shown["Alerteringen"] == shown["Alerteringen met een reactie"] == TOO_FEW
    assert shown["Van inbraak tot mail, de helft binnen"] == TOO_FEW
    assert "Zaken waarvoor een mail is verstuurd" not in shown, "there were none"
    names = ("Anna Bakker", "Bram Visser", "Carla Mulder", "Noor", "BM-2026", "Kattenbroek", WORDS, stage.els.id)
    assert [name for name in names if name in page.text + link] == []
    assert 'name="robots" content="noindex"' in page.text
    [line] = stage.audited("made_municipal_page")
    assert (line.who, line.subject) == (stage.els.id, "month 2026-01")

    pdf = httpx.get(stage.here(f"{link}/pdf"), timeout=60, **PLAIN)  # drawn by a process of its own
    assert pdf.headers["Content-Type"] == "application/pdf"
    assert pdf.headers["Content-Disposition"] == 'attachment; filename="burgernetmail-2026-01.pdf"'
    assert pdf.content.startswith(b"%PDF-")

    stage.later(days=30)
    assert stage.visits(link).status_code == 200
    stage.later(days=1)
    assert stage.visits(link).status_code == stage.visits(f"{link}/pdf").status_code == 404


def test_a_month_that_is_not_over_is_not_offered_nor_made(stage: Stage) -> None:
    assert BUTTON not in asked(stage).buttons
    assert BUTTON not in asked(stage, "2025-11 2025-12").buttons
    message = asked(stage, "2025-12")
    assert BUTTON in message.buttons


def test_a_project_leader_makes_it_from_their_monthly_report(january: Stage) -> None:
    gea, channel = project_leader(january)
    january.later(days=19)
    january.program.workflow.reporting.report_month()
    january.settle()
    [posted] = channel.messages
    _told, link = made(january, gea, channel, posted)
    assert january.visits(link).status_code == 200


def test_only_get_and_not_too_often(february: Stage) -> None:
    _told, link = made(february, february.els, february.supervision, asked(february, "januari"))
    assert httpx.post(february.here(link), **PLAIN).status_code == 405
    codes = [february.visits(link).status_code for _ in range(32)]
    assert (codes[0], codes[-1]) == (200, 503)


def test_who_looks_often_at_one_month_keeps_nobody_from_another(february: Stage) -> None:
    _told, januari = made(february, february.els, february.supervision, asked(february, "januari"))
    _told, december = made(february, february.els, february.supervision, asked(february, "2025-12"))
    codes = [february.visits(januari).status_code for _ in range(31)]
    assert codes[-1] == 503
    assert february.visits(december).status_code == 200
