"""What each colleague finds on the app's Home, and what an operator asks the program."""

from datetime import timedelta

import pytest

from bot.clock import Clock
from storage.engine import make_engine
from storage.unit_of_work import unit_of_work
from tests.scenarios.steps.desk import home, screen
from tests.stage import Stage
from tests.storage.things import replied


@pytest.fixture
def busy(stage: Stage) -> Stage:
    """A request that waits, a reply and a lead that are open."""
    stage.lives("Noor")
    stage.approved()
    stage.sends_on(stage.carla, stage.answers("Noor", "Ik zag een bus."))
    stage.asks(stage.anna)
    return stage


def test_service_en_intake_sees_their_requests_and_what_waits_for_a_colleague(busy: Stage) -> None:
    annas, brams = home(busy, busy.anna), home(busy, busy.bram)
    mine, waiting = annas.split("Wacht op goedkeuring*")
    assert "Nieuwe aanvraag" in annas
    assert "BM-2026-0002 · Kattenbroekstraat" in mine
    assert "Niets te doen." in waiting
    mine, waiting = brams.split("Wacht op goedkeuring*")
    assert "Niets te doen." in mine
    assert "BM-2026-0002 · Kattenbroekstraat" in waiting
    assert "Open reacties" not in annas


def test_the_wijksecretariaat_sees_open_replies(busy: Stage) -> None:
    text = home(busy, busy.carla)
    assert "Open reacties" in text
    assert "BM-2026-0001" in text
    assert "Nieuwe aanvraag" not in text
    assert "Open tips" not in text
    busy.presses(busy.carla, busy.reply_message(), "Ik pak dit op")
    assert "BM-2026-0001 · Kattenbroekstraat · nieuw · Carla Mulder" in home(busy, busy.carla)


def test_the_burglary_team_sees_open_leads(busy: Stage) -> None:
    text = home(busy, busy.daan)
    assert "Open tips" in text
    assert "BM-2026-0001" in text
    assert "Open reacties" not in text


def test_a_superuser_sees_all_that_waits(busy: Stage) -> None:
    text = home(busy, busy.els)
    assert "BM-2026-0002" in text
    assert "Open reacties" in text
    assert "Open tips" in text


@pytest.mark.parametrize("flags", [{}, {"is_restricted": True}])
def test_an_outsider_sees_nothing_but_whom_to_ask(busy: Stage, flags: dict[str, bool]) -> None:
    vera = busy.slack.add_person("vera", "Vera Vreemd", **flags)
    text = home(busy, vera)
    assert "U heeft geen toegang. Vraag een superuser om hulp." in text
    assert "BM-2026" not in text


def test_what_is_done_disappears_from_the_home(busy: Stage) -> None:
    busy.presses(busy.bram, busy.alert_message(), "Goedkeuren en versturen")
    assert "BM-2026-0002" not in home(busy, busy.anna)
    assert "BM-2026-0002" not in home(busy, busy.bram)
    reply = busy.reply_message()
    busy.presses(busy.carla, reply, "Niet relevant")
    busy.writes_answer(busy.carla, reply)
    assert "BM-2026-0001" not in home(busy, busy.carla)


def test_five_hundred_open_replies_are_there_page_by_page_oldest_first(busy: Stage) -> None:
    engine = make_engine(busy.database_url)
    for number in range(499):
        later = Clock().now() + timedelta(seconds=number)
        replied(unit_of_work(engine, Clock()), alert_id=1, received_at=later)
    engine.dispose()
    first = home(busy, busy.carla)
    assert "Open reacties* (500)" in first
    assert "Pagina 1 van 50" in first
    assert "Terug" not in screen(busy.carla).buttons
    for page in range(2, 51):
        busy.carla.presses(screen(busy.carla), "Volgende")
        busy.program.listeners.wait_until_idle()
        assert f"Pagina {page} van 50" in screen(busy.carla).text()
    assert "Volgende" not in screen(busy.carla).buttons
    busy.carla.presses(screen(busy.carla), "Terug")
    busy.program.listeners.wait_until_idle()
    assert "Pagina 49 van 50" in screen(busy.carla).text()
